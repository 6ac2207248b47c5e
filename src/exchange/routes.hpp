#pragma once

#include "access/route.hpp"

#include <span>

namespace samvei::exchange {

/// Import, export and merging for overseers, and the public API of HSDS 3.
std::span<const access::Route> routes();

} // namespace samvei::exchange
