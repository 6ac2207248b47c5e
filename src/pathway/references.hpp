#pragma once
// What a definition and its scenarios name outside themselves: the municipality's settings, other pathways.

#include "pathway/reader.hpp"
#include "pathway/settings.hpp"

#include <set>

namespace samvei::pathway {

/// A due rule names a setting that is a number in the rule's unit, a flag one that has the word it asks for.
std::vector<Finding> check_settings(const Definition& definition, const std::vector<SettingRule>& settings);
/// A scenario gives numbers only for settings that are there.
std::vector<Finding> check_settings(const Scenario& scenario, const std::vector<SettingRule>& settings);

/// An answer that leads to another pathway leads to one of these.
std::vector<Finding> check_continuations(const Definition& definition, const std::set<std::string>& pathways);

} // namespace samvei::pathway
