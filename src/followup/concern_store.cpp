// Early concerns: private to their author. Duty assessments: seen by their author only.

#include "followup/json_text.hpp"
#include "followup/queries.hpp"
#include "followup/rows.hpp"
#include "followup/store.hpp"

namespace samvei::followup {

namespace {

EarlyConcern concern_from(const db::Rows& rows)
{
    EarlyConcern concern;
    concern.id = id_in<EarlyConcernId>(rows, "id");
    concern.author = id_in<AccountId>(rows, "author_id");
    concern.unit = id_in<UnitId>(rows, "unit_id");
    concern.label = personal_in(rows, "label");
    concern.facts = personal_in(rows, "facts");
    concern.answers = map_from_json(rows.text("answers"));
    concern.suspicion_of_violence = rows.integer("suspicion_of_violence") == 1;
    concern.state = word_in<ConcernState>(rows, "state");
    concern.level = static_cast<int>(rows.integer("level"));
    concern.pathway_id = rows.string("pathway_id");
    concern.pathway_version = static_cast<int>(rows.integer("pathway_version"));
    concern.started_on = date_in(rows, "started_on");
    concern.created_at = instant_in(rows, "created_at");
    concern.next_step = rows.find_string("next_step").value_or("");
    concern.next_due_on = find_date_in(rows, "next_due_on");
    concern.ended_reason = personal_in(rows, "ended_reason");
    concern.follow_up = find_id_in<FollowUpId>(rows, "follow_up_id");
    concern.version = rows.integer("version");
    return concern;
}

} // namespace

std::optional<AccountId> author_of(db::Reader& db, const EarlyConcernId& id)
{
    db::Rows rows = db.run(queries::early_concern_by_id, {{"id", id.text()}});
    if (!rows.next()) { return std::nullopt; }
    return id_in<AccountId>(rows, "author_id");
}

EarlyConcern early_concern_of(db::Reader& db, const AuthorPermit& permit)
{
    db::Rows rows = db.run(queries::early_concern_by_id, {{"id", permit.early_concern().text()}});
    check(rows.next(), "a permitted early concern is there");
    return concern_from(rows);
}

std::vector<EarlyConcern> early_concerns_by(db::Reader& db, const AccountId& author, std::int64_t limit)
{
    db::Rows rows = db.run(queries::early_concerns_of_author, {{"author", author.text()}, {"limit", limit}});
    std::vector<EarlyConcern> concerns;
    while (rows.next()) { concerns.push_back(concern_from(rows)); }
    return concerns;
}

void insert_early_concern(db::Writer& db, const AuthorPermit& permit, const EarlyConcern& concern)
{
    check(permit.early_concern() == concern.id, "the permit is for this early concern");
    const std::string answers = json_of_map(concern.answers);
    const std::string started_on = text_of(concern.started_on);
    const std::string created_at = text_of(concern.created_at);
    const DateText due{concern.next_due_on};
    db.execute(queries::insert_early_concern,
               {{"id", concern.id.text()},
                {"author", permit.author().text()},
                {"unit", concern.unit.text()},
                {"label", concern.label.reveal()},
                {"facts", concern.facts.reveal()},
                {"answers", answers},
                {"suspicion_of_violence", number_of(concern.suspicion_of_violence)},
                {"state", word_of(concern.state)},
                {"level", std::int64_t{concern.level}},
                {"pathway", concern.pathway_id},
                {"pathway_version", std::int64_t{concern.pathway_version}},
                {"started_on", started_on},
                {"created_at", created_at},
                {"next_step", text_or_null(concern.next_step)},
                {"next_due_on", due.value()}});
}

bool update_early_concern(db::Writer& db, const AuthorPermit& permit, const EarlyConcern& concern)
{
    check(permit.early_concern() == concern.id, "the permit is for this early concern");
    const std::string answers = json_of_map(concern.answers);
    const DateText due{concern.next_due_on};
    return db.execute(queries::update_early_concern,
                      {{"id", concern.id.text()},
                       {"version", concern.version},
                       {"label", concern.label.reveal()},
                       {"facts", concern.facts.reveal()},
                       {"answers", answers},
                       {"suspicion_of_violence", number_of(concern.suspicion_of_violence)},
                       {"state", word_of(concern.state)},
                       {"level", std::int64_t{concern.level}},
                       {"next_step", text_or_null(concern.next_step)},
                       {"next_due_on", due.value()},
                       {"ended_reason", text_or_null(concern.ended_reason.reveal())},
                       {"follow_up", id_or_null(concern.follow_up)}}) == 1;
}

std::vector<Discussion> discussions_of(db::Reader& db, const AuthorPermit& permit)
{
    db::Rows rows =
        db.run(queries::discussions_of_concern, {{"early_concern", permit.early_concern().text()}});
    std::vector<Discussion> discussions;
    while (rows.next()) {
        discussions.push_back(Discussion{id_in<DiscussionId>(rows, "id"), personal_in(rows, "with_service"),
                                         date_in(rows, "held_on"), personal_in(rows, "advice")});
    }
    return discussions;
}

void insert_discussion(db::Writer& db, const AuthorPermit& permit, const Discussion& discussion)
{
    const std::string held_on = text_of(discussion.held_on);
    db.execute(queries::insert_discussion, {{"id", discussion.id.text()},
                                            {"early_concern", permit.early_concern().text()},
                                            {"with_service", discussion.with_service.reveal()},
                                            {"held_on", held_on},
                                            {"advice", discussion.advice.reveal()}});
}

std::vector<OwnMeasure> own_measures_of(db::Reader& db, const AuthorPermit& permit)
{
    db::Rows rows =
        db.run(queries::own_measures_of_concern, {{"early_concern", permit.early_concern().text()}});
    std::vector<OwnMeasure> measures;
    while (rows.next()) {
        measures.push_back(OwnMeasure{
            id_in<OwnMeasureId>(rows, "id"), personal_in(rows, "what"), personal_in(rows, "who"),
            date_in(rows, "due_on"), date_in(rows, "evaluate_on"), word_in<MeasureState>(rows, "state"),
            word_in<Effect>(rows, "effect"), personal_in(rows, "evaluation"), rows.integer("version")});
    }
    return measures;
}

void insert_own_measure(db::Writer& db, const AuthorPermit& permit, const OwnMeasure& measure)
{
    const std::string due_on = text_of(measure.due_on);
    const std::string evaluate_on = text_of(measure.evaluate_on);
    db.execute(queries::insert_own_measure, {{"id", measure.id.text()},
                                             {"early_concern", permit.early_concern().text()},
                                             {"what", measure.what.reveal()},
                                             {"who", measure.who.reveal()},
                                             {"due_on", due_on},
                                             {"evaluate_on", evaluate_on},
                                             {"state", word_of(measure.state)},
                                             {"effect", word_of(measure.effect)},
                                             {"evaluation", measure.evaluation.reveal()}});
}

bool update_own_measure(db::Writer& db, const AuthorPermit& permit, const OwnMeasure& measure)
{
    const std::string due_on = text_of(measure.due_on);
    const std::string evaluate_on = text_of(measure.evaluate_on);
    return db.execute(queries::update_own_measure, {{"id", measure.id.text()},
                                                    {"early_concern", permit.early_concern().text()},
                                                    {"version", measure.version},
                                                    {"what", measure.what.reveal()},
                                                    {"who", measure.who.reveal()},
                                                    {"due_on", due_on},
                                                    {"evaluate_on", evaluate_on},
                                                    {"state", word_of(measure.state)},
                                                    {"effect", word_of(measure.effect)},
                                                    {"evaluation", measure.evaluation.reveal()}}) == 1;
}

void insert_duty_assessment(db::Writer& db, const AccountId& by, const UnitId& unit,
                            const DutyAssessment& assessment)
{
    const std::string made_at = text_of(assessment.made_at);
    const std::string grounds = joined(assessment.grounds);
    db.execute(queries::insert_duty_assessment, {{"id", assessment.id.text()},
                                                 {"account", by.text()},
                                                 {"unit", unit.text()},
                                                 {"made_at", made_at},
                                                 {"grounds", grounds},
                                                 {"conclusion", assessment.conclusion},
                                                 {"note", assessment.note.reveal()},
                                                 {"early_concern", id_or_null(assessment.early_concern)},
                                                 {"follow_up", id_or_null(assessment.follow_up)}});
}

std::vector<DutyAssessment> duty_assessments_by(db::Reader& db, const AccountId& author, std::int64_t limit)
{
    db::Rows rows =
        db.run(queries::duty_assessments_of_account, {{"account", author.text()}, {"limit", limit}});
    std::vector<DutyAssessment> assessments;
    while (rows.next()) {
        assessments.push_back(DutyAssessment{id_in<DutyAssessmentId>(rows, "id"), instant_in(rows, "made_at"),
                                             parts_of(rows.text("grounds")), rows.string("conclusion"),
                                             personal_in(rows, "note"),
                                             find_id_in<EarlyConcernId>(rows, "early_concern_id"),
                                             find_id_in<FollowUpId>(rows, "follow_up_id")});
    }
    return assessments;
}

} // namespace samvei::followup
