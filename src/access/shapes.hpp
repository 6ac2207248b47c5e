#pragma once
// The JSON of accounts, sessions, units and settings.

#include "http/shape.hpp"

namespace samvei::access::shapes {

extern const http::Shape login_input;
extern const http::Shape membership;
extern const http::Shape session;
extern const http::Shape acting_input;
extern const http::Shape language_input;
extern const http::Shape colleague;
extern const http::Shape unit;
extern const http::Shape units;
extern const http::Shape setting;
extern const http::Shape settings;
extern const http::Shape settings_input;
extern const http::Shape guide;

/// Words for choices, the same everywhere. Inline, so that they exist before any table that copies them.
inline const std::vector<std::string_view> languages{"nb", "nn", "en"};
inline const std::vector<std::string_view> roles{"professional", "leader", "bti_coordinator", "family"};
inline const std::vector<std::string_view> professions{
    "teacher",       "kindergarten_teacher", "school_nurse", "psychologist",
    "social_worker", "child_welfare_worker", "ppt_adviser",  "nav_adviser",
    "leader",        "bti_coordinator",      "guardian",     "young_person"};
inline const std::vector<std::string_view> unit_kinds{
    "kindergarten",      "school", "school_health", "mental_health_team", "ppt", "child_welfare", "nav",
    "coordinating_unit", "leisure"};

} // namespace samvei::access::shapes
