#pragma once
// From what is stored to the facts that `breaks_of` in rules.hpp judges.

#include "access/units.hpp"
#include "followup/work.hpp"

namespace samvei::followup {

/// `places`: which accounts work in which units now, at least those of the team.
std::vector<Break> breaks_of(const App& app, const Standing& standing,
                             const access::SettingsOfMunicipality& settings, const access::Places& places,
                             Date today);

} // namespace samvei::followup
