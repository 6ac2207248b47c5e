// Goals, measures, meetings and own words. Only a permit that opens the content reads them.

#include "followup/json_text.hpp"
#include "followup/queries.hpp"
#include "followup/rows.hpp"
#include "followup/store.hpp"

namespace samvei::followup {

std::vector<Goal> goals_of(db::Reader& db, const Permit& permit)
{
    check(permit.opens(Part::content), "the permit opens the content");
    db::Rows rows = db.run(queries::goals_of_follow_up, {{"follow_up", permit.follow_up().text()}});
    std::vector<Goal> goals;
    while (rows.next()) {
        goals.push_back(Goal{id_in<GoalId>(rows, "id"), personal_in(rows, "title"), personal_in(rows, "why"),
                             rows.integer("childs_own") == 1, word_in<GoalState>(rows, "state"),
                             rows.integer("version")});
    }
    return goals;
}

void insert_goal(db::Writer& db, const Permit& permit, const Goal& goal)
{
    db.execute(queries::insert_goal, {{"id", goal.id.text()},
                                      {"follow_up", permit.follow_up().text()},
                                      {"title", goal.title.reveal()},
                                      {"why", goal.why.reveal()},
                                      {"childs_own", number_of(goal.childs_own)}});
}

bool update_goal(db::Writer& db, const Permit& permit, const Goal& goal)
{
    return db.execute(queries::update_goal, {{"id", goal.id.text()},
                                             {"follow_up", permit.follow_up().text()},
                                             {"title", goal.title.reveal()},
                                             {"why", goal.why.reveal()},
                                             {"childs_own", number_of(goal.childs_own)},
                                             {"state", word_of(goal.state)},
                                             {"version", goal.version}}) == 1;
}

std::vector<Measure> measures_of(db::Reader& db, const Permit& permit)
{
    check(permit.opens(Part::content), "the permit opens the content");
    db::Rows rows = db.run(queries::measures_of_follow_up, {{"follow_up", permit.follow_up().text()}});
    std::vector<Measure> measures;
    while (rows.next()) {
        Measure measure;
        measure.id = id_in<MeasureId>(rows, "id");
        measure.goal = find_id_in<GoalId>(rows, "goal_id");
        measure.what = personal_in(rows, "what");
        measure.responsible = id_in<MemberId>(rows, "responsible_member");
        measure.due_on = date_in(rows, "due_on");
        measure.evaluate_on = date_in(rows, "evaluate_on");
        measure.state = word_in<MeasureState>(rows, "state");
        measure.effect = word_in<Effect>(rows, "effect");
        measure.evaluation = personal_in(rows, "evaluation");
        measure.from_meeting = find_id_in<MeetingId>(rows, "from_meeting");
        measure.version = rows.integer("version");
        measures.push_back(std::move(measure));
    }
    return measures;
}

void insert_measure(db::Writer& db, const Permit& permit, const Measure& measure)
{
    const std::string due_on = text_of(measure.due_on);
    const std::string evaluate_on = text_of(measure.evaluate_on);
    db.execute(queries::insert_measure, {{"id", measure.id.text()},
                                         {"follow_up", permit.follow_up().text()},
                                         {"goal", id_or_null(measure.goal)},
                                         {"what", measure.what.reveal()},
                                         {"responsible", measure.responsible.text()},
                                         {"due_on", due_on},
                                         {"evaluate_on", evaluate_on},
                                         {"from_meeting", id_or_null(measure.from_meeting)}});
}

bool update_measure(db::Writer& db, const Permit& permit, const Measure& measure)
{
    const std::string due_on = text_of(measure.due_on);
    const std::string evaluate_on = text_of(measure.evaluate_on);
    return db.execute(queries::update_measure, {{"id", measure.id.text()},
                                                {"follow_up", permit.follow_up().text()},
                                                {"goal", id_or_null(measure.goal)},
                                                {"what", measure.what.reveal()},
                                                {"responsible", measure.responsible.text()},
                                                {"due_on", due_on},
                                                {"evaluate_on", evaluate_on},
                                                {"state", word_of(measure.state)},
                                                {"effect", word_of(measure.effect)},
                                                {"evaluation", measure.evaluation.reveal()},
                                                {"version", measure.version}}) == 1;
}

std::vector<Meeting> meetings_of(db::Reader& db, const Permit& permit)
{
    check(permit.opens(Part::content), "the permit opens the content");
    db::Rows rows = db.run(queries::meetings_of_follow_up, {{"follow_up", permit.follow_up().text()}});
    std::vector<Meeting> meetings;
    while (rows.next()) {
        Meeting meeting;
        meeting.id = id_in<MeetingId>(rows, "id");
        meeting.starts_at = instant_in(rows, "starts_at");
        meeting.place = personal_in(rows, "place");
        meeting.agenda = texts_from_json(rows.text("agenda"));
        meeting.invited = ids_of<MemberId>(rows.text("invited"));
        meeting.attended = ids_of<MemberId>(rows.text("attended"));
        meeting.minutes = personal_in(rows, "minutes");
        meeting.state = word_in<MeetingState>(rows, "state");
        meeting.version = rows.integer("version");
        meetings.push_back(std::move(meeting));
    }
    return meetings;
}

void insert_meeting(db::Writer& db, const Permit& permit, const Meeting& meeting)
{
    const std::string starts_at = text_of(meeting.starts_at);
    const std::string agenda = json_of_texts(meeting.agenda);
    const std::string invited = joined_ids(meeting.invited);
    db.execute(queries::insert_meeting, {{"id", meeting.id.text()},
                                         {"follow_up", permit.follow_up().text()},
                                         {"starts_at", starts_at},
                                         {"place", meeting.place.reveal()},
                                         {"agenda", agenda},
                                         {"invited", invited}});
}

bool update_meeting(db::Writer& db, const Permit& permit, const Meeting& meeting)
{
    const std::string starts_at = text_of(meeting.starts_at);
    const std::string agenda = json_of_texts(meeting.agenda);
    const std::string invited = joined_ids(meeting.invited);
    const std::string attended = joined_ids(meeting.attended);
    return db.execute(queries::update_meeting, {{"id", meeting.id.text()},
                                                {"follow_up", permit.follow_up().text()},
                                                {"starts_at", starts_at},
                                                {"place", meeting.place.reveal()},
                                                {"agenda", agenda},
                                                {"invited", invited},
                                                {"attended", attended},
                                                {"minutes", meeting.minutes.reveal()},
                                                {"state", word_of(meeting.state)},
                                                {"version", meeting.version}}) == 1;
}

std::vector<OwnWords> own_words_of(db::Reader& db, const Permit& permit)
{
    check(permit.opens(Part::own_words), "the permit opens the own words");
    db::Rows rows = db.run(queries::own_words_of_follow_up, {{"follow_up", permit.follow_up().text()}});
    std::vector<OwnWords> all;
    while (rows.next()) {
        all.push_back(OwnWords{id_in<OwnWordsId>(rows, "id"), id_in<PersonId>(rows, "person_id"),
                               word_in<Capacity>(rows, "capacity"), personal_in(rows, "words"),
                               instant_in(rows, "said_at"), id_in<AccountId>(rows, "recorded_by")});
    }
    return all;
}

void insert_own_words(db::Writer& db, const Permit& permit, const OwnWords& words)
{
    const std::string said_at = text_of(words.said_at);
    db.execute(queries::insert_own_words, {{"id", words.id.text()},
                                           {"follow_up", permit.follow_up().text()},
                                           {"person", words.person.text()},
                                           {"capacity", word_of(words.capacity)},
                                           {"words", words.words.reveal()},
                                           {"said_at", said_at},
                                           {"recorded_by", words.recorded_by.text()}});
}

bool withdraw_own_words(db::Writer& db, const Permit& permit, const OwnWordsId& words, const AccountId& by,
                        Instant now)
{
    const std::string withdrawn_at = text_of(now);
    return db.execute(queries::withdraw_own_words, {{"id", words.text()},
                                                    {"follow_up", permit.follow_up().text()},
                                                    {"account", by.text()},
                                                    {"withdrawn_at", withdrawn_at}}) == 1;
}

} // namespace samvei::followup
