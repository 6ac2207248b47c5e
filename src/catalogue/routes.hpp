#pragma once

#include "access/route.hpp"

#include <span>

namespace samvei::catalogue {

/// Every route of the municipality's pathways.
std::span<const access::Route> routes();

} // namespace samvei::catalogue
