#pragma once
// What this room answers, as JSON text of the shapes in shapes.hpp. Boost.JSON stays in answers.cpp.

#include "access/sessions.hpp"
#include "access/settings.hpp"
#include "access/units.hpp"

#include <span>
#include <string>
#include <vector>

namespace samvei::access {

std::string session_json(const ActiveSession& session, const std::vector<MembershipRow>& memberships);

std::string units_json(const std::vector<Unit>& units, const std::vector<Colleague>& colleagues);

enum class MayEdit { no, yes };
std::string settings_json(const SettingsOfMunicipality& settings, std::span<const pathway::SettingRule> rules,
                          Language language, MayEdit may_edit);

} // namespace samvei::access
