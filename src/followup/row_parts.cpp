#include "followup/rows.hpp"
#include "followup/store.hpp"

namespace samvei::followup {

Member member_from(const db::Rows& rows)
{
    return Member{id_in<MemberId>(rows, "id"),    id_in<AccountId>(rows, "account_id"),
                  id_in<UnitId>(rows, "unit_id"), rows.string("name"),
                  rows.string("profession"),      rows.string("unit_name"),
                  date_in(rows, "since"),         find_date_in(rows, "left_on")};
}

Consent consent_from(const db::Rows& rows)
{
    Consent consent;
    consent.id = id_in<ConsentId>(rows, "id");
    consent.person = id_in<PersonId>(rows, "person_id");
    consent.who = word_in<GiverKind>(rows, "who");
    consent.given_on = date_in(rows, "given_on");
    consent.how = rows.string("how");
    consent.language = rows.string("language");
    consent.interpreter = rows.integer("interpreter") == 1;
    consent.purposes = parts_of(rows.text("purposes"));
    consent.topics = parts_of(rows.text("topics"));
    consent.guardians_may_see = rows.integer("guardians_may_see") == 1;
    consent.valid_until = date_in(rows, "valid_until");
    if (!rows.is_null("withdrawn_at")) { consent.withdrawn_at = instant_in(rows, "withdrawn_at"); }
    return consent;
}

PathwayRun run_from(const db::Rows& rows)
{
    PathwayRun run;
    run.id = id_in<RunId>(rows, "id");
    run.pathway_id = rows.string("pathway_id");
    run.pathway_version = static_cast<int>(rows.integer("pathway_version"));
    run.started_in = rows.string("started_in");
    run.started_on = date_in(rows, "started_on");
    run.criteria = parts_of(rows.text("criteria"));
    run.on_pathway = rows.string("on_pathway");
    run.on_version = static_cast<int>(rows.integer("on_version"));
    run.state = word_in<FollowUpState>(rows, "state");
    run.stage = rows.string("stage");
    run.next_step = rows.find_string("next_step").value_or("");
    run.next_due_on = find_date_in(rows, "next_due_on");
    run.next_note = personal_in(rows, "next_note");
    run.next_since = date_in(rows, "next_since");
    run.waits_for = rows.find_string("waits_for").value_or("");
    run.ended_on = find_date_in(rows, "ended_on");
    run.continues_in = rows.find_string("continues_in").value_or("");
    return run;
}

} // namespace samvei::followup
