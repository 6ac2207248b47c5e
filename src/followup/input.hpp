#pragma once
// From decoded JSON (checked against its shape) to drafts.

#include "followup/actions.hpp"

#include <boost/json/object.hpp>

namespace samvei::followup::input {

namespace json = boost::json;

ConcernDraft concern_from(const json::object& body);
StepDraft step_from(const json::object& body);
RunPlace place_from(const json::object& body);
StartDraft start_from(const json::object& body);
MoveDraft move_from(const json::object& body);
Discussion discussion_from(const json::object& body);
OwnMeasure own_measure_from(const json::object& body);
DutyAssessment duty_assessment_from(const json::object& body);
ConsentDraft consent_from(const json::object& body);
OpeningDraft opening_from(const json::object& body);
Goal goal_from(const json::object& body);
Measure measure_from(const json::object& body);
Meeting meeting_from(const json::object& body);

} // namespace samvei::followup::input
