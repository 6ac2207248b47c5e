#pragma once
#include <string>

namespace samvei::http {

/// Ten random characters [0-9a-z] without those that look alike; tells requests apart in the log, guards
/// nothing.
std::string make_reference();

} // namespace samvei::http
