// Goal: what a definition names outside itself is there, and of the right kind. Settings of deadlines:
// content_test.

#include "pathway/references.hpp"

#include <gtest/gtest.h>

namespace samvei::pathway {
namespace {

using Where = std::vector<std::string>;

Where where_of(const std::vector<Finding>& findings, DefinitionFault fault)
{
    Where where;
    for (const Finding& finding : findings) {
        EXPECT_EQ(finding.fault, fault) << finding.why;
        where.push_back(finding.where);
    }
    return where;
}

std::vector<SettingRule> some_settings()
{
    SettingRule choice;
    choice.key = "model";
    choice.kind = SettingKind::choice;
    choice.choices = {{"one", {}}, {"two", {}}};
    SettingRule text;
    text.key = "name";
    SettingRule weeks;
    weeks.key = "deadline.talk";
    weeks.kind = SettingKind::integer;
    weeks.unit = DueUnit::weeks;
    return {choice, text, weeks};
}

TEST(CheckSettings, AFlagAsksForAChoiceThatIsThere)
{
    Definition definition;
    definition.flags = {{"plain", {}, {}},
                        {"known", {}, Flag::Choice{"model", "two"}},
                        {"no_choice", {}, Flag::Choice{"model", "three"}},
                        {"no_setting", {}, Flag::Choice{"models", "two"}},
                        {"no_list", {}, Flag::Choice{"name", "two"}}};
    EXPECT_EQ(where_of(check_settings(definition, some_settings()), DefinitionFault::unknown_setting),
              (Where{"no_choice", "no_setting", "no_list"}));
}

TEST(CheckSettings, ADeadlineIsANumberInTheUnitOfTheRule)
{
    Definition definition;
    Stage stage;
    stage.id = "only";
    for (const auto& [id, setting, unit] : {std::tuple{"right", "deadline.talk", DueUnit::weeks},
                                            {"other_unit", "deadline.talk", DueUnit::working_days},
                                            {"text", "name", DueUnit::weeks},
                                            {"none", "deadline.none", DueUnit::weeks}}) {
        Step step;
        step.id = id;
        step.repeat_every = DueRule{.unit = unit, .from = DueFrom::step_open, .count = 1, .setting = setting};
        stage.steps.push_back(step);
    }
    definition.stages.push_back(stage);
    EXPECT_EQ(where_of(check_settings(definition, some_settings()), DefinitionFault::unknown_setting),
              (Where{"only.other_unit", "only.text", "only.none"}));
}

TEST(CheckSettings, AScenarioSetsOnlyWhatIsThere)
{
    Scenario scenario;
    scenario.where = "line 3, column 5";
    scenario.facts.settings = {{"deadline.none", 1}, {"deadline.talk", 2}};
    EXPECT_EQ(where_of(check_settings(scenario, some_settings()), DefinitionFault::unknown_setting),
              Where{"line 3, column 5"});
}

TEST(CheckContinuations, LeadToAPathwayThatIsThere)
{
    Definition definition;
    Stage stage;
    Step step;
    step.id = "choose";
    step.answers = {{"on", {}, Branch::Leads::pathway, "known"},
                    {"off", {}, Branch::Leads::pathway, "unknown"},
                    {"end", {}, Branch::Leads::end, ""}};
    stage.steps.push_back(step);
    definition.stages.push_back(stage);
    EXPECT_EQ(where_of(check_continuations(definition, {"known"}), DefinitionFault::leads_nowhere),
              Where{"choose.off"});
}

} // namespace
} // namespace samvei::pathway
