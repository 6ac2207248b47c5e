#pragma once
// The municipality's settings: which there are, what they may be and what they mean, from
// content/rules/settings.json. A setting nobody has set has its default, or none.

#include "base/result.hpp"
#include "pathway/checker.hpp"
#include "pathway/definition.hpp"

#include <map>
#include <string_view>
#include <variant>

namespace samvei::pathway {

enum class SettingKind { text, integer, choice };

using SettingValue = std::variant<std::string, int>; ///< Texts and choices are strings.

struct SettingChoice {
    std::string word; ///< As stored: "both".
    Sentence label;
};

/// One setting.
struct SettingRule {
    SettingName key; ///< "deadline.level_1.evaluate"
    SettingKind kind = SettingKind::text;
    std::optional<SettingValue> default_value; ///< None: nothing is decided until the municipality does.
    int min = 0;                               ///< Least number; least length in characters of a text.
    int max = 0;                               ///< Likewise.
    std::optional<DueUnit> unit;               ///< Of a deadline's number.
    std::vector<SettingChoice> choices;
    Sentence label;
    Sentence help;
    std::string source; ///< URL or law
    Evidence evidence = Evidence::uncertain;
    bool verified = false; ///< Read on the cited page. False is shown to the person who sets it.
    std::optional<SettingValue> example; ///< From the example set; never used unless chosen.
};

std::variant<std::vector<SettingRule>, std::vector<Finding>> read_settings(std::string_view json);

const SettingRule* find_setting(const std::vector<SettingRule>& rules, std::string_view key);

/// The value in `text` when the rule allows it; else invalid_fields with the key as path: required,
/// wrong_type, too_small, too_large, too_short, too_long, bad_text or not_one_of.
Result<SettingValue> accept(const SettingRule& rule, std::string_view text);

/// A value as stored and as `accept` reads it.
std::string text_of(const SettingValue& value);

/// What holds for a municipality: its own value where it has set one that the rule allows, else the default.
std::optional<SettingValue> value_in_force(const SettingRule& rule,
                                           const std::map<SettingName, std::string>& stored);

/// The numbers in force, for Facts::settings: stored ones and defaults; a setting without either is absent.
std::map<SettingName, int> numbers_in_force(const std::vector<SettingRule>& rules,
                                            const std::map<SettingName, std::string>& stored);

} // namespace samvei::pathway
