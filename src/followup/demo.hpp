#pragma once
// What has happened in the demo town: synthetic children, told through the same actions that people use.

#include "access/app.hpp"
#include "access/demo_people.hpp"

namespace samvei::followup {

/// Fills an empty municipality, dated back from the app's clock. A refusal on the way is a bug.
void make_demo_follow_ups(access::App& app, const access::DemoPeople& people);

} // namespace samvei::followup
