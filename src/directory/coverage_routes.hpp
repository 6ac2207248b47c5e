#pragma once

#include "access/route.hpp"

#include <span>

namespace samvei::directory {

/// Every route for leaders: coverage, treatment responsibility, searches without an answer.
std::span<const access::Route> coverage_routes();

} // namespace samvei::directory
