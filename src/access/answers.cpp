#include "access/answers.hpp"

#include "base/text.hpp"
#include "pathway/words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <map>

namespace samvei::access {

namespace json = boost::json;

namespace {

json::object membership_object(const MembershipRow& row)
{
    json::object object{{"id", row.id.text()},
                        {"municipality_number", row.municipality},
                        {"municipality_name", row.municipality_name},
                        {"role", name_of(row.role)},
                        {"profession", row.profession}};
    if (row.unit) {
        object["unit"] = row.unit->text();
        object["unit_name"] = row.unit_name;
        object["unit_kind"] = row.unit_kind;
    }
    return object;
}

json::object colleague_object(const Colleague& colleague)
{
    return {{"account", colleague.account.text()},
            {"name", colleague.name},
            {"profession", colleague.profession},
            {"role", name_of(colleague.role)}};
}

/// Colleagues of each unit, in Norwegian order of name. Who has two roles in one unit comes once.
std::map<UnitId, std::vector<Colleague>> by_unit(const std::vector<Colleague>& colleagues)
{
    std::map<UnitId, std::vector<Colleague>> units;
    for (const Colleague& colleague : colleagues) {
        std::vector<Colleague>& unit = units[colleague.unit];
        const bool there = std::ranges::any_of(
            unit, [&](const Colleague& other) { return other.account == colleague.account; });
        if (!there) { unit.push_back(colleague); }
    }
    for (auto& [id, unit] : units) {
        std::ranges::stable_sort(unit, [](const Colleague& left, const Colleague& right) {
            return compare_norwegian(left.name, right.name) < 0;
        });
    }
    return units;
}

std::string_view word_of(pathway::SettingKind kind)
{
    switch (kind) {
    case pathway::SettingKind::text: return "text";
    case pathway::SettingKind::integer: return "integer";
    case pathway::SettingKind::choice: return "choice";
    }
    return "";
}

json::object setting_object(const pathway::SettingRule& rule, const SettingsOfMunicipality& settings,
                            Language language)
{
    json::object object{{"key", rule.key},
                        {"kind", word_of(rule.kind)},
                        {"label", rule.label.in(language)},
                        {"help", rule.help.in(language)},
                        {"verified", rule.verified}};
    if (const auto set = settings.values.find(rule.key); set != settings.values.end()) {
        object["value"] = set->second;
    }
    if (rule.default_value) { object["default"] = pathway::text_of(*rule.default_value); }
    if (rule.example) { object["example"] = pathway::text_of(*rule.example); }
    if (!rule.source.empty()) { object["source"] = rule.source; }
    if (rule.kind != pathway::SettingKind::choice) {
        object["min"] = rule.min;
        object["max"] = rule.max;
    }
    json::array words;
    json::object labels;
    for (const pathway::SettingChoice& choice : rule.choices) {
        words.emplace_back(choice.word);
        labels[choice.word] = choice.label.in(language);
    }
    if (!labels.empty()) { object["choice_labels"] = std::move(labels); }
    object["choices"] = std::move(words);
    if (rule.unit) { object["unit"] = pathway::text_of(pathway::due_unit_words, *rule.unit); }
    return object;
}

} // namespace

std::string session_json(const ActiveSession& session, const std::vector<MembershipRow>& memberships)
{
    const Caller& caller = session.caller;
    json::array rows;
    for (const MembershipRow& row : memberships) { rows.push_back(membership_object(row)); }
    json::object object{{"account", caller.account.text()},
                        {"name", caller.name},
                        {"language", code_of(caller.language)},
                        {"csrf", session.csrf},
                        {"memberships", std::move(rows)}};
    if (!caller.membership.empty()) { object["acting"] = caller.membership.text(); }
    return json::serialize(object);
}

std::string units_json(const std::vector<Unit>& units, const std::vector<Colleague>& colleagues)
{
    const auto members = by_unit(colleagues);
    json::array rows;
    for (const Unit& unit : units) {
        json::array people;
        if (const auto found = members.find(unit.id); found != members.end()) {
            for (const Colleague& colleague : found->second) {
                people.push_back(colleague_object(colleague));
            }
        }
        rows.push_back(json::object{{"id", unit.id.text()},
                                    {"name", unit.name},
                                    {"kind", unit.kind},
                                    {"members", std::move(people)}});
    }
    return json::serialize(json::object{{"units", std::move(rows)}});
}

std::string settings_json(const SettingsOfMunicipality& settings, std::span<const pathway::SettingRule> rules,
                          Language language, MayEdit may_edit)
{
    json::array rows;
    for (const pathway::SettingRule& rule : rules) {
        rows.push_back(setting_object(rule, settings, language));
    }
    return json::serialize(json::object{{"version", settings.version},
                                        {"settings", std::move(rows)},
                                        {"may_edit", may_edit == MayEdit::yes}});
}

} // namespace samvei::access
