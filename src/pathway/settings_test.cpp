// Goal: every setting takes what its rule allows, up to and including both ends, and nothing else.

#include "pathway/settings.hpp"

#include "pathway/guide.hpp"

#include <gtest/gtest.h>

namespace samvei::pathway {
namespace {

SettingRule number_rule()
{
    SettingRule rule;
    rule.key = "consent_age";
    rule.kind = SettingKind::integer;
    rule.default_value = 16;
    rule.min = 15;
    rule.max = 18;
    return rule;
}

SettingRule text_rule()
{
    SettingRule rule;
    rule.key = "level_name.0";
    rule.min = 2;
    rule.max = 5;
    return rule;
}

SettingRule choice_rule()
{
    SettingRule rule;
    rule.key = "guardians_must_consent";
    rule.kind = SettingKind::choice;
    rule.choices = {{"both", {}}, {"one", {}}};
    return rule;
}

struct AcceptCase {
    SettingRule rule;
    std::string text;
    std::optional<SettingValue> value;
    std::optional<FaultCode> fault;
};

TEST(Accept, BothSidesOfEveryBoundary)
{
    using enum FaultCode;
    const std::vector<AcceptCase> table{
        {number_rule(), "14", {}, too_small},
        {number_rule(), "15", 15, {}},
        {number_rule(), " 18 ", 18, {}},
        {number_rule(), "19", {}, too_large},
        {number_rule(), "99999999999", {}, too_large},
        {number_rule(), "-99999999999", {}, too_small},
        {number_rule(), "16.5", {}, wrong_type},
        {number_rule(), "+16", {}, wrong_type},
        {number_rule(), "sixteen", {}, wrong_type},
        {number_rule(), "", {}, required},
        {text_rule(), "å", {}, too_short},
        {text_rule(), "åå", "åå", {}},
        {text_rule(), "ååååå", "ååååå", {}},
        {text_rule(), "åååååå", {}, too_long},
        {text_rule(), "a\tb", {}, bad_text},
        {text_rule(), "a\xff", {}, bad_text},
        {text_rule(), "   ", {}, required},
        {choice_rule(), "one", "one", {}},
        {choice_rule(), "none", {}, not_one_of},
        {choice_rule(), "Both", {}, not_one_of},
    };
    for (const AcceptCase& row : table) {
        const Result<SettingValue> value = accept(row.rule, row.text);
        ASSERT_EQ(static_cast<bool>(value), row.value.has_value()) << row.text;
        if (value) {
            EXPECT_EQ(value.value(), *row.value) << row.text;
        } else {
            EXPECT_EQ(value.error().fields.at(0).path, row.rule.key);
            EXPECT_EQ(value.error().fields.at(0).code, *row.fault) << row.text;
        }
    }
    EXPECT_EQ(accept(number_rule(), "19").error().fields.at(0).limit, 18);
}

TEST(InForce, IsTheOwnValueElseTheDefaultElseNone)
{
    SettingRule deadline = number_rule();
    deadline.key = "deadline.x";
    deadline.default_value.reset();
    const std::vector<SettingRule> rules{number_rule(), deadline, text_rule()};
    using Numbers = std::map<SettingName, int>;
    EXPECT_EQ(numbers_in_force(rules, {}), (Numbers{{"consent_age", 16}}));
    EXPECT_EQ(numbers_in_force(rules, {{"consent_age", "15"}, {"deadline.x", "17"}}),
              (Numbers{{"consent_age", 15}, {"deadline.x", 17}}));
    // A stored value that a stricter rule no longer allows does not count.
    EXPECT_EQ(numbers_in_force(rules, {{"consent_age", "14"}}), (Numbers{{"consent_age", 16}}));
}

const std::string rule_json = R"({ "version": 1, "settings": [ {
  "key": "deadline.x", "kind": "integer", "default": null, "min": 1, "max": 9, "unit": "weeks",
  "label": { "nb": "a", "nn": "b", "en": "c" }, "help": { "nb": "a", "nn": "b", "en": "c" },
  "source": "a page", "evidence": "uncertain", "verified": false, "example": 6 } ] })";

struct RuleCase {
    const char* what;
    const char* old_text;
    const char* new_text;
    DefinitionFault fault;
};

TEST(ReadSettings, RefusesRulesThatContradictThemselves)
{
    ASSERT_TRUE(std::holds_alternative<std::vector<SettingRule>>(read_settings(rule_json)));
    using enum DefinitionFault;
    const std::vector<RuleCase> table{
        {"unknown kind", "\"integer\"", "\"number\"", unknown_word},
        {"unknown unit", "\"weeks\"", "\"months\"", unknown_word},
        {"no help", "\"help\": { \"nb\": \"a\", \"nn\": \"b\", \"en\": \"c\" },", "", missing_field},
        {"example too large", "\"example\": 6", "\"example\": 10", wrong_type},
        {"default too small", "\"default\": null", "\"default\": 0", wrong_type},
        {"default as text", "\"default\": null", "\"default\": \"4\"", wrong_type},
        {"least above most", "\"min\": 1", "\"min\": 10", due_negative},
        {"said verified without evidence", "\"verified\": false", "\"verified\": true", no_source},
        {"choice without choices", "\"kind\": \"integer\", \"default\": null, \"min\": 1, \"max\": 9,",
         "\"kind\": \"choice\",", wrong_type},
    };
    for (const RuleCase& row : table) {
        std::string json = rule_json;
        const std::size_t at = json.find(row.old_text);
        ASSERT_NE(at, std::string::npos) << row.what;
        json.replace(at, std::string_view{row.old_text}.size(), row.new_text);
        const auto read = read_settings(json);
        ASSERT_TRUE(std::holds_alternative<std::vector<Finding>>(read)) << row.what;
        EXPECT_EQ(name_of(std::get<std::vector<Finding>>(read).front().fault), name_of(row.fault))
            << row.what;
    }
}

const std::string guide_json = R"({ "id": "g", "version": 1, "title": { "nb": "a", "nn": "b", "en": "c" },
  "intro": { "nb": "a", "nn": "b", "en": "c" }, "source": "a page", "evidence": "verified",
  "owner": "me", "review_by": "2026-11-22", "sections": [ { "id": "one", "kind": "question",
  "title": { "nb": "a", "nn": "b", "en": "c" }, "text": { "nb": "a", "nn": "b", "en": "c" },
  "answer": "yes_no", "evidence": "background" } ] })";

TEST(ReadGuide, RefusesWhatCannotBeShown)
{
    const Date today = *find_date("2026-11-22");
    ASSERT_TRUE(std::holds_alternative<Guide>(read_guide(guide_json, today)));
    using enum DefinitionFault;
    const std::vector<RuleCase> table{
        {"unknown kind of section", "\"question\"", "\"poem\"", unknown_word},
        {"question without a way to answer", "\"answer\": \"yes_no\",", "", answer_missing},
        {"contacts without anybody", "\"question\"", "\"contacts\"", missing_field},
        {"review day passed", "2026-11-22", "2026-11-21", review_date_passed},
        {"no nynorsk", "\"nn\": \"b\", ", "", translation_missing},
    };
    for (const RuleCase& row : table) {
        std::string json = guide_json;
        json.replace(json.find(row.old_text), std::string_view{row.old_text}.size(), row.new_text);
        const auto read = read_guide(json, today);
        ASSERT_TRUE(std::holds_alternative<std::vector<Finding>>(read)) << row.what;
        EXPECT_EQ(name_of(std::get<std::vector<Finding>>(read).front().fault), name_of(row.fault))
            << row.what;
    }
}

} // namespace
} // namespace samvei::pathway
