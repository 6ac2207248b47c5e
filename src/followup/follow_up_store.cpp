#include "followup/facts.hpp"
#include "followup/queries.hpp"
#include "followup/rows.hpp"
#include "followup/store.hpp"

namespace samvei::followup {

namespace {

std::int64_t insert_consent_row(db::Writer& db, const Permit& permit, const Consent& consent,
                                const AccountId& by, Instant now)
{
    const std::string given_on = text_of(consent.given_on);
    const std::string valid_until = text_of(consent.valid_until);
    const std::string purposes = joined(consent.purposes);
    const std::string topics = joined(consent.topics);
    const std::string recorded_at = text_of(now);
    return db.execute(queries::insert_consent, {{"id", consent.id.text()},
                                                {"follow_up", permit.follow_up().text()},
                                                {"person", consent.person.text()},
                                                {"who", word_of(consent.who)},
                                                {"given_on", given_on},
                                                {"how", consent.how},
                                                {"language", consent.language},
                                                {"interpreter", number_of(consent.interpreter)},
                                                {"purposes", purposes},
                                                {"topics", topics},
                                                {"guardians_may_see", number_of(consent.guardians_may_see)},
                                                {"valid_until", valid_until},
                                                {"recorded_by", by.text()},
                                                {"recorded_at", recorded_at}});
}

} // namespace

void insert_follow_up(db::Writer& db, const Permit& permit, const FollowUp& follow_up, Instant now)
{
    check(permit.follow_up() == follow_up.id, "the permit is for this follow-up");
    const std::string opened_on = text_of(follow_up.opened_on);
    const std::string opened_at = text_of(now);
    const DateText due{follow_up.next_due_on};
    const DateText main_due{follow_up.main_due_on};
    const std::string since = text_of(follow_up.next_since);
    const std::string main_since = text_of(follow_up.main_since);
    db.execute(queries::insert_follow_up, {{"id", follow_up.id.text()},
                                           {"reference", follow_up.reference},
                                           {"child", follow_up.child.text()},
                                           {"reason", follow_up.reason.reveal()},
                                           {"stage", follow_up.stage},
                                           {"level", std::int64_t{follow_up.level}},
                                           {"pathway", follow_up.pathway_id},
                                           {"pathway_version", std::int64_t{follow_up.pathway_version}},
                                           {"started_in", follow_up.started_in},
                                           {"opened_on", opened_on},
                                           {"opened_at", opened_at},
                                           {"holder", id_or_null(follow_up.holder)},
                                           {"next_step", text_or_null(follow_up.next_step)},
                                           {"next_due_on", due.value()},
                                           {"on_pathway", follow_up.on_pathway},
                                           {"on_version", std::int64_t{follow_up.on_version}},
                                           {"main_step", text_or_null(follow_up.main_step)},
                                           {"main_due_on", main_due.value()},
                                           {"main_since", main_since},
                                           {"main_waits_for", text_or_null(follow_up.main_waits_for)},
                                           {"next_since", since},
                                           {"waits_for", text_or_null(follow_up.waits_for)}});
}

bool update_follow_up(db::Writer& db, const Permit& permit, const FollowUp& follow_up,
                      std::string_view agreed_with_family)
{
    check(permit.follow_up() == follow_up.id, "the permit is for this follow-up");
    const DateText due{follow_up.next_due_on};
    const DateText closed_on{follow_up.closed_on};
    const DateText main_due{follow_up.main_due_on};
    const std::string since = text_of(follow_up.next_since);
    const std::string main_since = text_of(follow_up.main_since);
    const bool closed = follow_up.state == FollowUpState::closed;
    return db.execute(queries::update_follow_up,
                      {{"id", follow_up.id.text()},
                       {"version", follow_up.version},
                       {"state", word_of(follow_up.state)},
                       {"stage", follow_up.stage},
                       {"level", std::int64_t{follow_up.level}},
                       {"holder", id_or_null(follow_up.holder)},
                       {"next_step", text_or_null(follow_up.next_step)},
                       {"next_due_on", due.value()},
                       {"next_note", text_or_null(follow_up.next_note.reveal())},
                       {"on_pathway", follow_up.on_pathway},
                       {"on_version", std::int64_t{follow_up.on_version}},
                       {"main_step", text_or_null(follow_up.main_step)},
                       {"main_due_on", main_due.value()},
                       {"next_run", id_or_null(follow_up.next_run)},
                       {"main_since", main_since},
                       {"main_waits_for", text_or_null(follow_up.main_waits_for)},
                       {"next_since", since},
                       {"waits_for", text_or_null(follow_up.waits_for)},
                       {"closed_on", closed_on.value()},
                       {"closed_reason",
                        closed ? db::Value{std::string_view{follow_up.closed_reason.reveal()}} : db::Value{}},
                       {"agreed_with_family",
                        agreed_with_family.empty() ? db::Value{} : db::Value{agreed_with_family}}}) == 1;
}

void insert_member(db::Writer& db, const Permit& permit, const Member& member)
{
    const std::string since = text_of(member.since);
    db.execute(queries::insert_member, {{"id", member.id.text()},
                                        {"follow_up", permit.follow_up().text()},
                                        {"account", member.account.text()},
                                        {"unit", member.unit.text()},
                                        {"name", member.name},
                                        {"profession", member.profession},
                                        {"unit_name", member.unit_name},
                                        {"since", since}});
}

bool member_leaves(db::Writer& db, const Permit& permit, const MemberId& member, Date on,
                   const PersonalText& reason)
{
    const std::string left_on = text_of(on);
    return db.execute(queries::member_leaves, {{"id", member.text()},
                                               {"follow_up", permit.follow_up().text()},
                                               {"left_on", left_on},
                                               {"left_reason", reason.reveal()}}) == 1;
}

void insert_offer(db::Writer& db, const Permit& permit, const Offer& offer)
{
    const std::string offered_at = text_of(offer.offered_at);
    const DateText answer_by{offer.answer_by};
    db.execute(queries::insert_offer, {{"id", offer.id.text()},
                                       {"follow_up", permit.follow_up().text()},
                                       {"from_member", offer.from_member.text()},
                                       {"to_member", offer.to_member.text()},
                                       {"message", offer.message.reveal()},
                                       {"offered_at", offered_at},
                                       {"answer_by", answer_by.value()}});
}

bool answer_offer(db::Writer& db, const Permit& permit, const OfferId& offer, OfferState state,
                  const PersonalText& reason, Instant now)
{
    const std::string answered_at = text_of(now);
    return db.execute(queries::answer_offer, {{"id", offer.text()},
                                              {"follow_up", permit.follow_up().text()},
                                              {"state", word_of(state)},
                                              {"answered_at", answered_at},
                                              {"answer_reason", text_or_null(reason.reveal())}}) == 1;
}

void insert_consent(db::Writer& db, const Permit& permit, const Consent& consent, const AccountId& by,
                    Instant now)
{
    insert_consent_row(db, permit, consent, by, now);
    for (const UnitName& unit : consent.units) {
        db.execute(queries::insert_consent_unit,
                   {{"consent", consent.id.text()}, {"unit", unit.id.text()}, {"unit_name", unit.name}});
    }
}

bool withdraw_consent(db::Writer& db, const Permit& permit, const ConsentId& consent,
                      const PersonalText& reason, Instant now)
{
    const std::string withdrawn_at = text_of(now);
    return db.execute(queries::withdraw_consent, {{"id", consent.text()},
                                                  {"follow_up", permit.follow_up().text()},
                                                  {"withdrawn_at", withdrawn_at},
                                                  {"reason", text_or_null(reason.reveal())}}) == 1;
}

} // namespace samvei::followup
