#pragma once

#include "access/route.hpp"

#include <span>

namespace samvei::followup {

/// Every route of early concerns and follow-ups.
std::span<const access::Route> routes();

} // namespace samvei::followup
