#include "pathway/settings.hpp"

#include "base/text.hpp"
#include "pathway/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace samvei::pathway {

namespace {

constexpr std::array setting_kind_words{
    Word{SettingKind::text, "text"},
    Word{SettingKind::integer, "integer"},
    Word{SettingKind::choice, "choice"},
};

std::optional<SettingValue> find_value(Form& form, std::string_view field, SettingKind kind)
{
    if (kind == SettingKind::integer) {
        const std::optional<int> number = form.find_integer(field);
        return number ? std::optional<SettingValue>{*number} : std::nullopt;
    }
    const std::optional<std::string> text = form.find_text(field);
    return text ? std::optional<SettingValue>{*text} : std::nullopt;
}

void check_rule(Form& form, const SettingRule& rule)
{
    if (rule.min < 0 || rule.min > rule.max) {
        form.fault(DefinitionFault::due_negative, form.place_of("min"),
                   "\"min\" must be 0 or more and not above \"max\".");
    }
    if (rule.verified != (rule.evidence == Evidence::verified)) {
        form.fault(DefinitionFault::no_source, form.place_of("verified"),
                   "\"verified\" must be true exactly when the evidence is \"verified\".");
    }
    if (rule.kind == SettingKind::choice && rule.choices.size() < 2) {
        form.fault(DefinitionFault::answer_missing, form.place_of("choices"),
                   "A choice has at least two choices.");
    }
    for (const std::string_view field : {"default", "example"}) {
        const auto& value = field == "default" ? rule.default_value : rule.example;
        if (value && !accept(rule, text_of(*value))) {
            form.fault(DefinitionFault::wrong_type, form.place_of(field),
                       fmt::format("The rule itself does not allow its \"{}\".", field));
        }
    }
}

SettingRule rule_from(const JsonNode& node, Findings& findings)
{
    Form form{node,
              findings,
              {"key", "kind", "default", "min", "max", "unit", "choices", "label", "help", "source",
               "evidence", "verified", "example"}};
    SettingRule rule;
    if (node.kind != JsonNode::Kind::object) { return rule; }
    const std::size_t found = findings.size();
    rule.key = form.id("key");
    rule.kind = form.word("kind", setting_kind_words);
    rule.default_value = find_value(form, "default", rule.kind);
    rule.example = find_value(form, "example", rule.kind);
    if (rule.kind != SettingKind::choice) {
        rule.min = form.integer("min");
        rule.max = form.integer("max");
    }
    if (form.has("unit")) { rule.unit = form.word("unit", due_unit_words); }
    for (const JsonNode& item : form.find_list("choices")) {
        Form choice{item, findings, {"word", "label"}};
        rule.choices.push_back({choice.id("word"), choice.sentence("label")});
    }
    rule.label = form.sentence("label");
    rule.help = form.sentence("help");
    rule.source = form.text("source");
    rule.evidence = form.word("evidence", evidence_words);
    rule.verified = form.truth("verified");
    if (findings.size() == found) { check_rule(form, rule); }
    return rule;
}

Error refusal(const SettingRule& rule, FaultCode code, std::optional<std::int64_t> limit = {})
{
    return Error{std::vector{FieldFault{rule.key, code, limit}}};
}

Result<SettingValue> accept_integer(const SettingRule& rule, std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc::result_out_of_range) {
        return text.front() == '-' ? refusal(rule, FaultCode::too_small, rule.min)
                                   : refusal(rule, FaultCode::too_large, rule.max);
    }
    if (error != std::errc{} || end != text.data() + text.size()) {
        return refusal(rule, FaultCode::wrong_type);
    }
    if (number < rule.min) { return refusal(rule, FaultCode::too_small, rule.min); }
    if (number > rule.max) { return refusal(rule, FaultCode::too_large, rule.max); }
    return SettingValue{number};
}

Result<SettingValue> accept_text(const SettingRule& rule, std::string_view text)
{
    const auto length = static_cast<std::int64_t>(length_of(text));
    if (length < rule.min) { return refusal(rule, FaultCode::too_short, rule.min); }
    if (length > rule.max) { return refusal(rule, FaultCode::too_long, rule.max); }
    const auto controls = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (std::ranges::any_of(text, controls)) { return refusal(rule, FaultCode::bad_text); }
    return SettingValue{std::string{text}};
}

} // namespace

std::variant<std::vector<SettingRule>, std::vector<Finding>> read_settings(std::string_view json)
{
    std::variant<JsonNode, Finding> parsed = parse_json(json);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return Findings{*finding}; }
    Findings findings;
    Form form{std::get<JsonNode>(parsed), findings, {"version", "settings"}};
    form.integer("version");
    std::vector<SettingRule> rules;
    for (const JsonNode& item : form.list("settings")) {
        SettingRule rule = rule_from(item, findings);
        if (find_setting(rules, rule.key) != nullptr) {
            form.fault(DefinitionFault::duplicate_id, item.place,
                       fmt::format("The setting \"{}\" stands twice.", rule.key));
        }
        rules.push_back(std::move(rule));
    }
    if (!findings.empty()) { return findings; }
    return rules;
}

const SettingRule* find_setting(const std::vector<SettingRule>& rules, std::string_view key)
{
    const auto at = std::ranges::find(rules, key, &SettingRule::key);
    return at == rules.end() ? nullptr : &*at;
}

Result<SettingValue> accept(const SettingRule& rule, std::string_view text)
{
    if (!is_utf8(text)) { return refusal(rule, FaultCode::bad_text); }
    const std::string value = trimmed(text);
    if (value.empty()) { return refusal(rule, FaultCode::required); }
    switch (rule.kind) {
    case SettingKind::integer: return accept_integer(rule, value);
    case SettingKind::text: return accept_text(rule, value);
    case SettingKind::choice:
        if (std::ranges::find(rule.choices, value, &SettingChoice::word) == rule.choices.end()) {
            return refusal(rule, FaultCode::not_one_of);
        }
        return SettingValue{value};
    }
    return refusal(rule, FaultCode::wrong_type);
}

std::string text_of(const SettingValue& value)
{
    if (const int* number = std::get_if<int>(&value)) { return fmt::format("{}", *number); }
    return std::get<std::string>(value);
}

std::optional<SettingValue> value_in_force(const SettingRule& rule,
                                           const std::map<SettingName, std::string>& stored)
{
    if (const auto own = stored.find(rule.key); own != stored.end()) {
        Result<SettingValue> value = accept(rule, own->second);
        if (value) { return std::move(value).value(); }
    }
    return rule.default_value;
}

std::map<SettingName, int> numbers_in_force(const std::vector<SettingRule>& rules,
                                            const std::map<SettingName, std::string>& stored)
{
    std::map<SettingName, int> numbers;
    for (const SettingRule& rule : rules) {
        const std::optional<SettingValue> value = value_in_force(rule, stored);
        if (!value) { continue; }
        if (const int* number = std::get_if<int>(&*value)) { numbers[rule.key] = *number; }
    }
    return numbers;
}

} // namespace samvei::pathway
