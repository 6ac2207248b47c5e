// Goal: what is shipped in content/ holds, every scenario is green, and a folder with faults says which.

#include "pathway/content.hpp"

#include "pathway/json_text.hpp"
#include "pathway/words.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace samvei::pathway {
namespace {

namespace fs = std::filesystem;

const fs::path shipped = fs::path{SAMVEI_SOURCE_DIR} / "content";
const Date today = *find_date("2026-11-22");

std::string text_in(const fs::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// A copy of the shipped folder to break.
class BrokenContent : public testing::Test {
protected:
    void SetUp() override
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::path{testing::TempDir()} / (std::string{"samvei_content_"} + test->name());
        fs::remove_all(folder_);
        fs::copy(shipped, folder_, fs::copy_options::recursive);
    }
    void TearDown() override { fs::remove_all(folder_); }

    void replace(const std::string& file, const std::string& old_text, const std::string& new_text)
    {
        std::string text = text_in(folder_ / file);
        const std::size_t at = text.find(old_text);
        ASSERT_NE(at, std::string::npos) << old_text;
        text.replace(at, old_text.size(), new_text);
        std::ofstream{folder_ / file, std::ios::binary} << text;
    }
    void expect_fault(DefinitionFault fault, const std::string& where)
    {
        const ContentReport report = check_content(folder_, today);
        for (const Finding& finding : report.findings) {
            if (finding.fault == fault && finding.where.starts_with(where)) { return; }
        }
        ADD_FAILURE() << name_of(fault) << " at " << where << " was not found among "
                      << report.findings.size() << " findings";
        for (const Finding& finding : report.findings) {
            ADD_FAILURE() << name_of(finding.fault) << ", " << finding.where << ": " << finding.why;
        }
    }
    fs::path folder_;
};

TEST(ShippedContent, HoldsWithEveryScenario)
{
    const ContentReport report = check_content(shipped, today);
    for (const Finding& finding : report.findings) {
        ADD_FAILURE() << name_of(finding.fault) << ", " << finding.where << ": " << finding.why;
    }
    const Definition* bti = report.content.find_pathway("bti");
    ASSERT_NE(bti, nullptr);
    EXPECT_EQ(bti->stages.size(), 4U);
    EXPECT_EQ(report.content.guide_texts.size(), report.content.guides.size());
    EXPECT_TRUE(report.content.guide_texts.contains("duty_to_report"));
    EXPECT_TRUE(report.content.guide_texts.contains("early_concern"));
    EXPECT_FALSE(report.content.consent_rules.empty());
    for (const ContentRow& row : report.rows) {
        if (row.id == "bti") { EXPECT_GE(row.scenarios, 25); }
    }
}

TEST(ShippedContent, DatesNothingByANumberThatNobodyHasVerified)
{
    const ContentReport report = check_content(shipped, today);
    for (const Stage& stage : report.content.find_pathway("bti")->stages) {
        for (const Step& step : stage.steps) {
            EXPECT_FALSE(step.due && step.due->count) << stage.id << "." << step.id;
        }
    }
    for (const SettingRule& rule : report.content.settings) {
        if (rule.key.starts_with("deadline.")) {
            EXPECT_FALSE(rule.default_value) << rule.key;
            EXPECT_FALSE(rule.verified) << rule.key;
        }
    }
}

TEST(ShippedContent, TellsParentsNothingOfASuspicion)
{
    const ContentReport report = check_content(shipped, today);
    for (const Stage& stage : report.content.find_pathway("bti")->stages) {
        for (const Step& step : stage.steps) {
            if (step.when_flag) { EXPECT_EQ(step.shown_to, ShownTo::staff) << step.id; }
        }
    }
}

TEST(ShippedContent, SchemaListsTheWordsTheReaderKnows)
{
    const std::string schema = text_in(shipped / "pathways" / "schema.json");
    const auto parsed = parse_json(schema);
    ASSERT_TRUE(std::holds_alternative<JsonNode>(parsed));
    const JsonNode& definitions = *std::get<JsonNode>(parsed).find("$defs");
    const auto words_at = [&](const char* part, const char* field) {
        std::vector<std::string> words;
        const JsonNode* property = definitions.find(part)->find("properties")->find(field);
        for (const JsonNode& word : property->find("enum")->items) { words.push_back(word.text); }
        return words;
    };
    const auto texts = [](const auto& words) {
        std::vector<std::string> out;
        for (const auto& word : words) { out.emplace_back(word.text); }
        return out;
    };
    EXPECT_EQ(words_at("step", "kind"), texts(step_kind_words));
    EXPECT_EQ(words_at("step", "dated_by"), texts(dated_by_words));
    EXPECT_EQ(words_at("step", "shown_to"), texts(shown_to_words));
    EXPECT_EQ(words_at("due_rule", "unit"), texts(due_unit_words));
    EXPECT_EQ(words_at("due_rule", "from"), texts(due_from_words));
    EXPECT_EQ(words_at("branch", "leads"), texts(leads_words));
    std::vector<std::string> roles;
    for (const JsonNode& word : definitions.find("role")->find("enum")->items) { roles.push_back(word.text); }
    EXPECT_EQ(roles, (std::vector<std::string>{role_words.begin(), role_words.end()}));
    for (const auto& condition : condition_words) {
        EXPECT_TRUE(definitions.find("condition")->find("properties")->find(condition.text))
            << condition.text;
    }
    for (const std::string_view arena : arena_words) {
        EXPECT_TRUE(
            definitions.find("step")->find("properties")->find("arenas")->find("properties")->find(arena));
    }
    std::vector<std::string> evidence;
    for (const JsonNode& word : definitions.find("evidence")->find("enum")->items) {
        evidence.push_back(word.text);
    }
    EXPECT_EQ(evidence, texts(evidence_words));
}

TEST_F(BrokenContent, FileThatNobodyReads)
{
    std::ofstream{folder_ / "rules" / "forgotten.json"} << "{}";
    expect_fault(DefinitionFault::unused_content, "rules/forgotten.json");
}

TEST_F(BrokenContent, ScenarioThatDoesNotHold)
{
    replace("pathways/bti/scenarios.json", "\"next\": \"wonder\"", "\"next\": \"share\"");
    expect_fault(DefinitionFault::scenario_failed, "pathways/bti/scenarios.json: line ");
}

TEST_F(BrokenContent, ScenarioWithASettingThatDoesNotExist)
{
    replace("pathways/bti/scenarios.json", "\"deadline.level_0.decide\": 2",
            "\"deadline.level_0.decided\": 2");
    expect_fault(DefinitionFault::unknown_setting, "pathways/bti/scenarios.json: line ");
}

TEST_F(BrokenContent, PathwayWithASettingThatDoesNotExist)
{
    replace("rules/settings.json", "\"deadline.level_1.evaluate\"", "\"deadline.level_1.evaluated\"");
    expect_fault(DefinitionFault::unknown_setting, "pathways/bti/pathway.json: level_1.carry_out_own");
}

TEST_F(BrokenContent, SettingInAnotherUnit)
{
    replace("rules/settings.json", "\"unit\": \"working_days\"", "\"unit\": \"calendar_days\"");
    expect_fault(DefinitionFault::unknown_setting, "pathways/bti/pathway.json: level_2.contact_service");
}

TEST_F(BrokenContent, GuideThatRaisesAFlagNobodyKnows)
{
    replace("guidelines/early_concern.json", "\"suspicion_of_violence\"", "\"suspicion\"");
    expect_fault(DefinitionFault::unknown_flag, "guidelines/early_concern.json: violence");
}

TEST_F(BrokenContent, GuideWithoutAText)
{
    replace("guidelines/duty_to_report.json", "\"nn\":", "\"no\":");
    expect_fault(DefinitionFault::translation_missing, "guidelines/duty_to_report.json: line 4");
    expect_fault(DefinitionFault::unknown_word, "guidelines/duty_to_report.json: line 6, column 5");
}

TEST_F(BrokenContent, FilesThatAreGone)
{
    fs::remove(folder_ / "rules" / "consent.json");
    fs::remove(folder_ / "pathways" / "bti" / "scenarios.json");
    expect_fault(DefinitionFault::missing_field, "rules/consent.json");
    expect_fault(DefinitionFault::missing_field, "pathways/bti/scenarios.json");
}

TEST_F(BrokenContent, FolderThatIsGone)
{
    fs::remove_all(folder_);
    expect_fault(DefinitionFault::missing_field, "pathways");
}

TEST_F(BrokenContent, PathwayInAWrongFolder)
{
    fs::rename(folder_ / "pathways" / "bti", folder_ / "pathways" / "btj");
    expect_fault(DefinitionFault::duplicate_id, "pathways/btj/pathway.json");
}

TEST_F(BrokenContent, ReviewDayIsTheLastDay)
{
    const Date last = *find_date("2027-11-30");
    EXPECT_TRUE(check_content(folder_, last).findings.empty());
    const ContentReport day_after = check_content(folder_, last.plus_days(1));
    ASSERT_FALSE(day_after.findings.empty());
    for (const Finding& finding : day_after.findings) {
        EXPECT_EQ(finding.fault, DefinitionFault::review_date_passed) << finding.where;
    }
}

} // namespace
} // namespace samvei::pathway
