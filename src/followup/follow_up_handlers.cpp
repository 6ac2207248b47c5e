#include "followup/answering.hpp"
#include "followup/handlers.hpp"
#include "followup/input.hpp"
#include "followup/json.hpp"
#include "followup/shapes.hpp"

#include "http/problem.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <functional>

namespace samvei::followup::handlers {

namespace {

/// The entry with this id among those of a view, as JSON; an empty object when it is gone.
template <class Entry, class EntryId, class Encode>
json::object entry_json(const std::vector<Entry>& entries, const EntryId& id, const Encode& encode)
{
    const auto found = std::ranges::find(entries, id, &Entry::id);
    return found == entries.end() ? json::object{} : encode(*found);
}

} // namespace

Response post_follow_up(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::follow_up_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<FollowUpId> id = open_follow_up(app, caller, input::opening_from(body.value()));
    if (!id) { return http::problem(id.error(), request); }
    return answer_follow_up(app, caller, request, id.value(), 201);
}

Response get_follow_up(App& app, const Caller& caller, const Request& request)
{
    return answer_follow_up(app, caller, request, asked_follow_up(request), 200);
}

Response post_step(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::step_input, [&](const auto& id, const auto& body) {
        return take_step(app, caller, id, input::step_from(body));
    });
}

Response post_undo(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::undo_input, [&](const auto& id, const auto& body) {
        return undo_step(app, caller, id, input::place_from(body));
    });
}

Response put_next_step(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::next_step_input, [&](const auto& id, const auto& body) {
        std::optional<PersonalText> note;
        if (auto text = http::find_text_in(body, "note")) { note = PersonalText{std::move(*text)}; }
        return date_step(app, caller, id, input::place_from(body), http::find_text_in(body, "step"),
                         http::date_in(body, "due_on"), personal(body, "reason"), note);
    });
}

Response post_level(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::level_input, [&](const auto& id, const auto& body) {
        return move_level(app, caller, id, http::integer_in(body, "version"),
                          static_cast<int>(http::integer_in(body, "level")), personal(body, "reason"),
                          http::find_date_in(body, "next_due_on"));
    });
}

Response post_member(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::member_input, [&](const auto& id, const auto& body) {
        return add_member(app, caller, id, http::id_in<AccountId>(body, "account"),
                          http::id_in<UnitId>(body, "unit"));
    });
}

Response post_leave(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::reason_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const FollowUpId id = asked_follow_up(request);
    const MemberId member = asked<MemberId>(request, "member");
    const Result<Done> done = leave_team(app, caller, id, member, personal(body.value(), "reason"));
    if (!done) { return http::problem(done.error(), request); }
    Response response = answer_follow_up(app, caller, request, id, 200);
    // Whoever has let themselves out may not see it any more.
    return response.status == 404 ? http::no_content() : response;
}

Response post_baton_offer(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::baton_offer_input, [&](const auto& id, const auto& body) {
        return offer_baton(app, caller, id, http::id_in<MemberId>(body, "to_member"),
                           personal(body, "message"));
    });
}

Response post_baton_answer(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::baton_answer_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const OfferState answer = http::text_in(body.value(), "answer") == word_of(OfferState::accepted)
                                  ? OfferState::accepted
                                  : OfferState::refused;
    const Result<FollowUpId> id =
        answer_baton(app, caller, asked<OfferId>(request, "offer"), answer, personal(body.value(), "reason"));
    if (!id) { return http::problem(id.error(), request); }
    return answer_follow_up(app, caller, request, id.value(), 200);
}

Response post_baton_withdraw(App& app, const Caller& caller, const Request& request)
{
    const Result<FollowUpId> id = withdraw_offer(app, caller, asked<OfferId>(request, "offer"));
    if (!id) { return http::problem(id.error(), request); }
    return answer_follow_up(app, caller, request, id.value(), 200);
}

Response post_goal(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::goal_input, [&](const auto& id, const auto& body) {
        return save_goal(app, caller, id, input::goal_from(body));
    });
}

Response put_goal(App& app, const Caller& caller, const Request& request)
{
    const GoalId goal_id = asked<GoalId>(request, "goal");
    return change(
        app, caller, request, shapes::goal_edit,
        [&](const auto& id, const auto& body) {
            Goal goal = input::goal_from(body);
            goal.id = goal_id;
            return goal.id.empty() ? Result<Done>{Error{ErrorCode::not_found, "no such goal"}}
                                   : save_goal(app, caller, id, std::move(goal));
        },
        [&](const Shown&, const FollowUpView& view) {
            return entry_json(view.goals, goal_id, [](const Goal& goal) { return json_of(goal); });
        });
}

Response post_measure(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::measure_input, [&](const auto& id, const auto& body) {
        return save_measure(app, caller, id, input::measure_from(body));
    });
}

Response put_measure(App& app, const Caller& caller, const Request& request)
{
    const MeasureId measure_id = asked<MeasureId>(request, "measure");
    return change(
        app, caller, request, shapes::measure_edit,
        [&](const auto& id, const auto& body) {
            Measure measure = input::measure_from(body);
            measure.id = measure_id;
            return measure.id.empty() ? Result<Done>{Error{ErrorCode::not_found, "no such measure"}}
                                      : save_measure(app, caller, id, std::move(measure));
        },
        [&](const Shown&, const FollowUpView& view) {
            return entry_json(view.measures, measure_id, [&](const Measure& measure) {
                return json_of(measure, view.work.standing, view.work.today);
            });
        });
}

Response post_meeting(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::meeting_input, [&](const auto& id, const auto& body) {
        return save_meeting(app, caller, id, input::meeting_from(body));
    });
}

Response put_meeting(App& app, const Caller& caller, const Request& request)
{
    const MeetingId meeting_id = asked<MeetingId>(request, "meeting");
    return change(
        app, caller, request, shapes::meeting_edit,
        [&](const auto& id, const auto& body) {
            Meeting meeting = input::meeting_from(body);
            meeting.id = meeting_id;
            return meeting.id.empty() ? Result<Done>{Error{ErrorCode::not_found, "no such meeting"}}
                                      : save_meeting(app, caller, id, std::move(meeting));
        },
        [&](const Shown&, const FollowUpView& view) {
            return entry_json(view.meetings, meeting_id,
                              [](const Meeting& meeting) { return json_of(meeting); });
        });
}

Response post_decision(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::decision_input, [&](const auto& id, const auto& body) {
        Measure measure = input::measure_from(body);
        measure.from_meeting = asked<MeetingId>(request, "meeting");
        return save_measure(app, caller, id, std::move(measure));
    });
}

Response post_own_words(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::own_words_input, [&](const auto& id, const auto& body) {
        return say(app, caller, id, personal(body, "text"), http::find_id_in<PersonId>(body, "person"));
    });
}

Response post_take_back_words(App& app, const Caller& caller, const Request& request)
{
    const FollowUpId id = asked_follow_up(request);
    const Result<Done> done = take_back_words(app, caller, id, asked<OwnWordsId>(request, "words"));
    if (!done) { return http::problem(done.error(), request); }
    return answer_follow_up(app, caller, request, id, 200);
}

Response post_consent(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::consent_input, [&](const auto& id, const auto& body) {
        return add_consent(app, caller, id, input::consent_from(body));
    });
}

Response post_withdraw_consent(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::withdraw_input, [&](const auto& id, const auto& body) {
        return withdraw_consent(app, caller, id, asked<ConsentId>(request, "consent"),
                                personal(body, "reason"));
    });
}

Response post_close(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::close_input, [&](const auto& id, const auto& body) {
        return close_follow_up(app, caller, id, http::integer_in(body, "version"), personal(body, "reason"),
                               http::text_in(body, "agreed_with_family"));
    });
}

Response post_reopen(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::reopen_input, [&](const auto& id, const auto& body) {
        return reopen_follow_up(app, caller, id, http::integer_in(body, "version"), personal(body, "reason"),
                                http::find_date_in(body, "next_due_on"));
    });
}

} // namespace samvei::followup::handlers
