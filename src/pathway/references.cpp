#include "pathway/references.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace samvei::pathway {

namespace {

void check_number(std::vector<Finding>& findings, const DueRule& rule, const std::string& where,
                  const std::vector<SettingRule>& settings)
{
    if (!rule.setting) { return; }
    const SettingRule* setting = find_setting(settings, *rule.setting);
    if (setting != nullptr && setting->kind == SettingKind::integer && setting->unit == rule.unit) { return; }
    findings.push_back(
        {DefinitionFault::unknown_setting, where,
         fmt::format("There is no setting \"{}\" that is a number in this unit.", *rule.setting)});
}

void check_choice(std::vector<Finding>& findings, const Flag& flag, const std::vector<SettingRule>& settings)
{
    if (!flag.from_setting) { return; }
    const SettingRule* setting = find_setting(settings, flag.from_setting->setting);
    const bool known = setting != nullptr && setting->kind == SettingKind::choice &&
                       std::ranges::find(setting->choices, flag.from_setting->is, &SettingChoice::word) !=
                           setting->choices.end();
    if (known) { return; }
    findings.push_back({DefinitionFault::unknown_setting, flag.id,
                        fmt::format("No setting \"{}\" has the choice \"{}\".", flag.from_setting->setting,
                                    flag.from_setting->is)});
}

} // namespace

std::vector<Finding> check_settings(const Definition& definition, const std::vector<SettingRule>& settings)
{
    std::vector<Finding> findings;
    for (const Stage& stage : definition.stages) {
        for (const Step* step : steps_of(stage)) {
            const std::string where = fmt::format("{}.{}", stage.id, step->id);
            if (step->due) { check_number(findings, *step->due, where, settings); }
            if (step->repeat_every) { check_number(findings, *step->repeat_every, where, settings); }
        }
    }
    for (const Flag& flag : definition.flags) { check_choice(findings, flag, settings); }
    return findings;
}

std::vector<Finding> check_settings(const Scenario& scenario, const std::vector<SettingRule>& settings)
{
    std::vector<Finding> findings;
    for (const auto& [key, value] : scenario.facts.settings) {
        if (find_setting(settings, key) != nullptr) { continue; }
        findings.push_back({DefinitionFault::unknown_setting, scenario.where,
                            fmt::format("There is no setting \"{}\".", key)});
    }
    return findings;
}

std::vector<Finding> check_continuations(const Definition& definition, const std::set<std::string>& pathways)
{
    std::vector<Finding> findings;
    for (const Step* step : steps_of(definition)) {
        for (const Branch& branch : step->answers) {
            if (branch.leads != Branch::Leads::pathway || pathways.contains(branch.to)) { continue; }
            findings.push_back({DefinitionFault::leads_nowhere, fmt::format("{}.{}", step->id, branch.answer),
                                fmt::format("There is no pathway \"{}\".", branch.to)});
        }
    }
    return findings;
}

} // namespace samvei::pathway
