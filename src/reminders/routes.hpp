#pragma once

#include "access/route.hpp"

#include <span>

namespace samvei::reminders {

/// Every route of reminders and the calendar feed.
std::span<const access::Route> routes();

} // namespace samvei::reminders
