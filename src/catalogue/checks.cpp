#include "catalogue/checks.hpp"

#include "pathway/reader.hpp"
#include "pathway/references.hpp"
#include "pathway/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace samvei::catalogue {

namespace {

using pathway::Definition;
using pathway::DefinitionFault;
using pathway::Finding;
using Findings = std::vector<Finding>;

void add(Findings& findings, const Findings& more)
{
    findings.insert(findings.end(), more.begin(), more.end());
}

void add_of_scenarios(Findings& findings, const Findings& more)
{
    for (const Finding& finding : more) {
        findings.push_back({finding.fault, "scenarios: " + finding.where, finding.why});
    }
}

std::set<std::string> ids_of_pathways(const access::Content& content)
{
    std::set<std::string> ids;
    for (const auto& [id, definition] : content.pathways) { ids.insert(id); }
    return ids;
}

/// A suspicion raises a flag by its name, a log opens on a level by its number.
Findings check_kept(const Definition& own, const Definition& national)
{
    Findings findings;
    const auto lacks = [&](const std::string& where, std::string why) {
        findings.push_back({DefinitionFault::part_not_kept, where, std::move(why)});
    };
    if (own.used_as != national.used_as) {
        lacks("used_as", fmt::format("The national pathway is used as {}, and its copies are too.",
                                     text_of(pathway::used_as_words, national.used_as)));
    }
    for (const pathway::Flag& flag : national.flags) {
        if (own.find_flag(flag.id) == nullptr) {
            lacks(flag.id, "The national pathway has this flag, and its copies keep it.");
        }
    }
    for (const pathway::Stage& stage : national.stages) {
        if (!stage.level) { continue; }
        if (std::ranges::find(own.stages, stage.level, &pathway::Stage::level) == own.stages.end()) {
            lacks(stage.id,
                  fmt::format("Some stage is on level {}, as in the national pathway.", *stage.level));
        }
    }
    return findings;
}

Findings check_definition_of(const access::Content& content, const Definition& definition, Date today,
                             const Definition* national)
{
    Findings findings = pathway::check_definition(definition, today, content.roles.roles);
    add(findings, pathway::check_settings(definition, content.settings));
    add(findings, pathway::check_continuations(definition, ids_of_pathways(content)));
    if (national != nullptr) { add(findings, check_kept(definition, *national)); }
    return findings;
}

} // namespace

bool Check::sound() const
{
    return findings.empty() &&
           std::ranges::all_of(outcomes, [](const Outcome& outcome) { return outcome.wrong.empty(); });
}

Check check_texts(const access::Content& content, const Texts& texts, Date today, const Definition* national)
{
    Check result;
    const auto read = pathway::read_definition(texts.definition);
    const auto* definition = std::get_if<Definition>(&read);
    result.findings = definition == nullptr ? std::get<Findings>(read)
                                            : check_definition_of(content, *definition, today, national);
    const bool may_run = result.findings.empty();
    const auto scenarios = pathway::read_scenarios(texts.scenarios);
    if (const auto* findings = std::get_if<Findings>(&scenarios)) {
        add_of_scenarios(result.findings, *findings);
        return result;
    }
    for (const pathway::Scenario& scenario : std::get<std::vector<pathway::Scenario>>(scenarios)) {
        add_of_scenarios(result.findings, pathway::check_settings(scenario, content.settings));
        if (!may_run) { continue; }
        result.outcomes.push_back(
            {scenario.name, scenario.where, pathway::run_scenario(*definition, scenario)});
    }
    return result;
}

} // namespace samvei::catalogue
