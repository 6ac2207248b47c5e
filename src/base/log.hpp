#pragma once
// The operator's log: one line per event, no personal text (PersonalText does not compile here).

#include <string_view>

namespace samvei::log {

enum class Level { info, warning, error };

/// Sets where lines go (stderr) and in which form; call once, in main.
void start(Level lowest);

void info(std::string_view line);
void warning(std::string_view line);
void error(std::string_view line);

} // namespace samvei::log
