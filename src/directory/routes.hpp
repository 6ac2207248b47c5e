#pragma once

#include "access/route.hpp"

#include <span>

namespace samvei::directory {

/// Every route for those who own the offers, but the preview, which PublicPages answers.
std::span<const access::Route> routes();

} // namespace samvei::directory
