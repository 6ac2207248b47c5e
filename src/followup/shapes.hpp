#pragma once
// The JSON of early concerns and follow-ups: what comes in, what goes out.

#include "http/shape.hpp"

namespace samvei::followup::shapes {

// Shared by several
extern const http::Shape next_step;
extern const http::Shape pathway_step;
extern const http::Shape pathway_stage;
extern const http::Shape step_answer;
extern const http::Shape step_input;
extern const http::Shape measure;

// Early concern
extern const http::Shape early_concern;
extern const http::Shape early_concern_input;
extern const http::Shape early_concern_edit;
extern const http::Shape discussion;
extern const http::Shape discussion_input;
extern const http::Shape own_measure;
extern const http::Shape own_measure_input;
extern const http::Shape duty_assessment;
extern const http::Shape duty_assessment_input;
extern const http::Shape duty_assessments;

// Opening and consent
extern const http::Shape consent_needs_input;
extern const http::Shape consent_need;
extern const http::Shape consent_needs;
extern const http::Shape child_input;
extern const http::Shape guardian_input;
extern const http::Shape consent_giver_input;
extern const http::Shape consent_input;
extern const http::Shape follow_up_input;
extern const http::Shape consent;
extern const http::Shape withdraw_input;

// The follow-up
extern const http::Shape child;
extern const http::Shape guardian;
extern const http::Shape member;
extern const http::Shape baton_offer;
extern const http::Shape goal;
extern const http::Shape meeting;
extern const http::Shape own_words;
extern const http::Shape timeline_entry;
extern const http::Shape follow_up;
extern const http::Shape next_step_input;
extern const http::Shape undo_input;
extern const http::Shape skip_input;
extern const http::Shape back_input;
extern const http::Shape pathway_date_input;
extern const http::Shape flag_input;
extern const http::Shape start_input;
extern const http::Shape not_started_input;
extern const http::Shape stop_input;
extern const http::Shape move_input;
extern const http::Shape level_input;
extern const http::Shape member_input;
extern const http::Shape reason_input;
extern const http::Shape baton_offer_input;
extern const http::Shape new_holder_input;
extern const http::Shape access_log_query;
extern const http::Shape board_query;
extern const http::Shape baton_answer_input;
extern const http::Shape goal_input;
extern const http::Shape goal_edit;
extern const http::Shape measure_input;
extern const http::Shape measure_edit;
extern const http::Shape meeting_input;
extern const http::Shape meeting_edit;
extern const http::Shape decision_input;
extern const http::Shape own_words_input;
extern const http::Shape close_input;
extern const http::Shape reopen_input;
extern const http::Shape version_input;

// Lists
extern const http::Shape due_item;
extern const http::Shape follow_up_summary;
extern const http::Shape early_concern_summary;
extern const http::Shape offer_summary;
extern const http::Shape workbench;
extern const http::Shape break_row;
extern const http::Shape breaks;
extern const http::Shape look;
extern const http::Shape access_log;
extern const http::Shape family_list;
extern const http::Shape family_follow_up;

} // namespace samvei::followup::shapes
