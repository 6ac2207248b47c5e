// Goals, measures, meetings and own words.

#include "followup/json_text.hpp"
#include "followup/work.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

Error changed_in_between()
{
    return Error{ErrorCode::edit_conflict, "somebody saved it in between"};
}

Error no_such_entry()
{
    return Error{ErrorCode::not_found, "no such entry in this follow-up"};
}

template <class Entry, class EntryId>
bool holds(const std::vector<Entry>& entries, const EntryId& id)
{
    return std::ranges::find(entries, id, &Entry::id) != entries.end();
}

bool is_active_member(const Standing& standing, const MemberId& id)
{
    return std::ranges::any_of(standing.members,
                               [&](const Member& member) { return member.id == id && !member.left_on; });
}

bool is_of_the_family(const Standing& standing, const PersonId& person)
{
    if (standing.child.id == person) { return true; }
    return std::ranges::any_of(standing.guardians,
                               [&](const Guardian& guardian) { return guardian.person.id == person; });
}

/// Those called to a meeting: members of the team, the child and the guardians, who are in the team by birth.
Result<Done> check_members(const Standing& standing, const std::vector<MemberId>& members,
                           const std::string& path)
{
    for (std::size_t i = 0; i < members.size(); ++i) {
        const bool known = holds(standing.members, members[i]) ||
                           is_of_the_family(standing, PersonId{members[i].text()});
        if (!known) {
            return Error{
                std::vector<FieldFault>{{path + "[" + std::to_string(i) + "]", FaultCode::not_known}}};
        }
    }
    return Done{};
}

/// A measure's goal and the one responsible are of this follow-up; its days make sense.
Result<Done> check_measure(const Work& work, const std::vector<Goal>& goals, const Measure& measure,
                           bool is_new)
{
    std::vector<FieldFault> faults;
    if (measure.goal && !holds(goals, *measure.goal)) { faults.push_back({"goal", FaultCode::not_known}); }
    if (!is_active_member(work.standing, measure.responsible)) {
        faults.push_back({"responsible", FaultCode::not_known});
    }
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return decide_measure_days(measure.due_on, measure.evaluate_on,
                               is_new ? std::optional{work.today} : std::nullopt);
}

Capacity capacity_of(const Permit& permit)
{
    return permit.ground() == access::Ground::child ? Capacity::child : Capacity::guardian;
}

} // namespace

Result<Done> save_goal(App& app, const Caller& caller, const FollowUpId& id, Goal goal)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::contribute));
        const bool is_new = goal.id.empty();
        if (is_new) {
            goal.id = next_id<GoalId>(app.ids);
            insert_goal(db, work.permit, goal);
        } else {
            if (!holds(goals_of(db, work.permit), goal.id)) { return no_such_entry(); }
            if (!update_goal(db, work.permit, goal)) { return changed_in_between(); }
        }
        journal(db, caller, work, is_new ? "goal_set" : "goal_changed",
                {{"id", goal.id.text()},
                 {"text", goal.title.reveal()},
                 {"why", goal.why.reveal()},
                 {"state", std::string{word_of(goal.state)}}});
        return Done{};
    });
}

Result<Done> save_measure(App& app, const Caller& caller, const FollowUpId& id, Measure measure)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::contribute));
        const bool is_new = measure.id.empty();
        TRY(check_measure(work, goals_of(db, work.permit), measure, is_new));
        if (measure.from_meeting && !holds(meetings_of(db, work.permit), *measure.from_meeting)) {
            return no_such_entry();
        }
        if (is_new) {
            measure.id = next_id<MeasureId>(app.ids);
            insert_measure(db, work.permit, measure);
        } else {
            if (!holds(measures_of(db, work.permit), measure.id)) { return no_such_entry(); }
            if (!update_measure(db, work.permit, measure)) { return changed_in_between(); }
        }
        const std::string_view act = !is_new                ? "measure_changed"
                                     : measure.from_meeting ? "decided"
                                                            : "measure_set";
        journal(db, caller, work, act,
                {{"id", measure.id.text()},
                 {"text", measure.what.reveal()},
                 {"responsible", measure.responsible.text()},
                 {"due_on", text_of(measure.due_on)},
                 {"evaluate_on", text_of(measure.evaluate_on)},
                 {"state", std::string{word_of(measure.state)}},
                 {"effect", std::string{word_of(measure.effect)}},
                 {"evaluation", measure.evaluation.reveal()}});
        return Done{};
    });
}

Result<Done> save_meeting(App& app, const Caller& caller, const FollowUpId& id, Meeting meeting)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::contribute));
        TRY(decide_meeting_day(meeting.starts_at, work.today));
        TRY(check_members(work.standing, meeting.invited, "invited"));
        TRY(check_members(work.standing, meeting.attended, "attended"));
        const bool is_new = meeting.id.empty();
        if (is_new) {
            meeting.id = next_id<MeetingId>(app.ids);
            insert_meeting(db, work.permit, meeting);
        } else {
            if (!holds(meetings_of(db, work.permit), meeting.id)) { return no_such_entry(); }
            if (!update_meeting(db, work.permit, meeting)) { return changed_in_between(); }
        }
        journal(db, caller, work, is_new ? "meeting_called" : "meeting_changed",
                {{"id", meeting.id.text()},
                 {"starts_at", text_of(meeting.starts_at)},
                 {"text", meeting.place.reveal()},
                 {"agenda", json_of_texts(meeting.agenda)},
                 {"minutes", meeting.minutes.reveal()},
                 {"state", std::string{word_of(meeting.state)}}});
        return Done{};
    });
}

Result<Done> say(App& app, const Caller& caller, const FollowUpId& id, const PersonalText& words,
                 const std::optional<PersonId>& person)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::say));
        if (work.standing.follow_up.state == FollowUpState::closed) {
            return Error{ErrorCode::follow_up_closed, "saying something in a closed follow-up"};
        }
        OwnWords said;
        said.id = next_id<OwnWordsId>(app.ids);
        said.words = words;
        said.said_at = work.now;
        said.recorded_by = caller.account;
        if (work.permit.self()) {
            said.person = *work.permit.self();
            said.capacity = capacity_of(work.permit);
        } else {
            said.person = person.value_or(work.standing.child.id);
            said.capacity = Capacity::staff_on_behalf;
            if (!is_of_the_family(work.standing, said.person)) {
                return Error{std::vector<FieldFault>{{"person", FaultCode::not_known}}};
            }
        }
        insert_own_words(db, work.permit, said);
        journal(db, caller, work, "said", {{"id", said.id.text()}, {"text", words.reveal()}});
        return Done{};
    });
}

Result<Done> take_back_words(App& app, const Caller& caller, const FollowUpId& id, const OwnWordsId& words)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::say));
        if (!withdraw_own_words(db, work.permit, words, caller.account, work.now)) { return no_such_entry(); }
        journal(db, caller, work, "words_taken_back", {{"id", words.text()}});
        return Done{};
    });
}

} // namespace samvei::followup
