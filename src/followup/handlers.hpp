#pragma once
// Handlers of this room, named after method and path. The table is in routes.cpp.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "http/message.hpp"

namespace samvei::followup::handlers {

using access::App;
using access::Caller;
using http::Request;
using http::Response;
using Handler = Response(App& app, const Caller& caller, const Request& request);

// concern_handlers.cpp
Handler post_early_concern, get_early_concern, put_early_concern, post_concern_step, post_concern_undo,
    post_discussion, post_own_measure, post_duty_assessment, get_duty_assessments;

// list_handlers.cpp
Handler get_workbench, get_breaks, get_family_list, get_family_follow_up, get_access_log, post_consent_needs,
    post_new_holder;

// follow_up_handlers.cpp
Handler post_follow_up, get_follow_up, post_step, post_undo, put_next_step, post_level, post_member,
    post_leave, post_baton_offer, post_baton_answer, post_baton_withdraw, post_goal, put_goal, post_measure,
    put_measure, post_meeting, put_meeting, post_decision, post_own_words, post_take_back_words, post_consent,
    post_withdraw_consent, post_close, post_reopen;

// pathway_handlers.cpp
Handler post_skip, post_back, post_pathway_date, post_flag, post_pathway, post_not_started, post_stop,
    post_move;

} // namespace samvei::followup::handlers
