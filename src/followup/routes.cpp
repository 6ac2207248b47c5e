#include "followup/routes.hpp"

#include "followup/handlers.hpp"
#include "followup/shapes.hpp"

#include <array>

namespace samvei::followup {

namespace {

using access::Entry;
using access::Route;
using http::Method;
using namespace handlers;

const std::array table{
    Route{Method::get, "/v1/workbench", get_workbench, Entry::staff, "What is mine today", nullptr,
          &shapes::workbench},
    Route{Method::get, "/v1/breaks", get_breaks, Entry::overseers, "Open follow-ups and what is broken",
          nullptr, &shapes::breaks, 200, &shapes::board_query},
    Route{Method::post, "/v1/follow-ups/{follow_up}/new-holder", post_new_holder, Entry::overseers,
          "Offer the baton of a holder who is gone", &shapes::new_holder_input, &shapes::breaks},
    Route{Method::get, "/v1/family/follow-ups", get_family_list, Entry::family,
          "Follow-ups of one's own family", nullptr, &shapes::family_list},
    Route{Method::get, "/v1/family/follow-ups/{follow_up}", get_family_follow_up, Entry::family,
          "A follow-up in plain words", nullptr, &shapes::family_follow_up},

    Route{Method::post, "/v1/early-concerns", post_early_concern, Entry::staff, "Begin an early concern",
          &shapes::early_concern_input, &shapes::early_concern, 201},
    Route{Method::get, "/v1/early-concerns/{early_concern}", get_early_concern, Entry::staff,
          "One's own early concern", nullptr, &shapes::early_concern},
    Route{Method::put, "/v1/early-concerns/{early_concern}", put_early_concern, Entry::staff,
          "Save an early concern", &shapes::early_concern_edit, &shapes::early_concern},
    Route{Method::post, "/v1/early-concerns/{early_concern}/steps", post_concern_step, Entry::staff,
          "A step is done", &shapes::step_input, &shapes::early_concern},
    Route{Method::post, "/v1/early-concerns/{early_concern}/undo", post_concern_undo, Entry::staff,
          "Take back the last step of today", &shapes::version_input, &shapes::early_concern},
    Route{Method::post, "/v1/early-concerns/{early_concern}/discussions", post_discussion, Entry::staff,
          "Record an anonymous discussion", &shapes::discussion_input, &shapes::early_concern},
    Route{Method::post, "/v1/early-concerns/{early_concern}/measures", post_own_measure, Entry::staff,
          "A measure in one's own service", &shapes::own_measure_input, &shapes::early_concern},
    Route{Method::post, "/v1/duty-assessments", post_duty_assessment, Entry::staff,
          "Record an assessment of the duty to report", &shapes::duty_assessment_input,
          &shapes::duty_assessment, 201},
    Route{Method::get, "/v1/duty-assessments", get_duty_assessments, Entry::staff, "One's own assessments",
          nullptr, &shapes::duty_assessments},

    Route{Method::post, "/v1/consent-needs", post_consent_needs, Entry::staff, "Whose consent is needed",
          &shapes::consent_needs_input, &shapes::consent_needs},
    Route{Method::post, "/v1/follow-ups", post_follow_up, Entry::staff, "Open a shared log, consent first",
          &shapes::follow_up_input, &shapes::follow_up, 201},
    Route{Method::get, "/v1/follow-ups/{follow_up}", get_follow_up, Entry::staff, "A follow-up", nullptr,
          &shapes::follow_up},
    Route{Method::get, "/v1/follow-ups/{follow_up}/access-log", get_access_log, Entry::logged_in,
          "Who has looked", nullptr, &shapes::access_log, 200, &shapes::access_log_query},
    Route{Method::post, "/v1/follow-ups/{follow_up}/steps", post_step, Entry::staff, "A step is done",
          &shapes::step_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/undo", post_undo, Entry::staff,
          "Take back one's last change of today", &shapes::undo_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/steps/skip", post_skip, Entry::staff,
          "Pass over a step or a track", &shapes::skip_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/steps/back", post_back, Entry::staff,
          "Go back to a step or a track", &shapes::back_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/dates", post_pathway_date, Entry::staff,
          "Record a day that dates are counted from", &shapes::pathway_date_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/flags", post_flag, Entry::staff,
          "Say what changes which steps there are", &shapes::flag_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/pathways", post_pathway, Entry::staff,
          "Begin a pathway beside the main one", &shapes::start_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/pathways/not-started", post_not_started, Entry::staff,
          "Decide that a pathway is not begun", &shapes::not_started_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/pathways/stop", post_stop, Entry::staff,
          "End a pathway beside the main one", &shapes::stop_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/pathways/move", post_move, Entry::staff,
          "Go on in another version or pathway", &shapes::move_input, &shapes::follow_up},
    Route{Method::put, "/v1/follow-ups/{follow_up}/next-step", put_next_step, Entry::staff,
          "Another date for the next step", &shapes::next_step_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/level", post_level, Entry::staff, "Decide another level",
          &shapes::level_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/team", post_member, Entry::staff,
          "Take somebody into the team", &shapes::member_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/team/{member}/leave", post_leave, Entry::staff,
          "Somebody leaves the team", &shapes::reason_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/baton-offers", post_baton_offer, Entry::staff,
          "Offer the baton", &shapes::baton_offer_input, &shapes::follow_up},
    Route{Method::post, "/v1/baton-offers/{offer}/answer", post_baton_answer, Entry::staff,
          "Accept or refuse the baton", &shapes::baton_answer_input, &shapes::follow_up},
    Route{Method::post, "/v1/baton-offers/{offer}/withdraw", post_baton_withdraw, Entry::staff,
          "Withdraw an offer of the baton", nullptr, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/goals", post_goal, Entry::staff, "A new goal",
          &shapes::goal_input, &shapes::follow_up},
    Route{Method::put, "/v1/follow-ups/{follow_up}/goals/{goal}", put_goal, Entry::staff, "Change a goal",
          &shapes::goal_edit, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/measures", post_measure, Entry::staff, "A new measure",
          &shapes::measure_input, &shapes::follow_up},
    Route{Method::put, "/v1/follow-ups/{follow_up}/measures/{measure}", put_measure, Entry::staff,
          "Change a measure", &shapes::measure_edit, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/meetings", post_meeting, Entry::staff, "Call a meeting",
          &shapes::meeting_input, &shapes::follow_up},
    Route{Method::put, "/v1/follow-ups/{follow_up}/meetings/{meeting}", put_meeting, Entry::staff,
          "Change a meeting, write its minutes", &shapes::meeting_edit, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/meetings/{meeting}/decisions", post_decision,
          Entry::staff, "A decision becomes a measure", &shapes::decision_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/own-words", post_own_words, Entry::logged_in,
          "Say something in one's own words", &shapes::own_words_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/own-words/{words}/withdraw", post_take_back_words,
          Entry::logged_in, "Take one's words back", nullptr, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/consents", post_consent, Entry::staff, "A new consent",
          &shapes::consent_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/consents/{consent}/withdraw", post_withdraw_consent,
          Entry::logged_in, "Take a consent back", &shapes::withdraw_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/close", post_close, Entry::staff, "Close with a reason",
          &shapes::close_input, &shapes::follow_up},
    Route{Method::post, "/v1/follow-ups/{follow_up}/reopen", post_reopen, Entry::staff, "Open it again",
          &shapes::reopen_input, &shapes::follow_up},
};

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace samvei::followup
