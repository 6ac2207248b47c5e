#include "access/settings.hpp"

#include "access/journal.hpp"
#include "access/queries.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::access {

namespace {

const pathway::SettingRule* find_rule(std::span<const pathway::SettingRule> rules, std::string_view key)
{
    for (const pathway::SettingRule& rule : rules) {
        if (rule.key == key) { return &rule; }
    }
    return nullptr;
}

/// What is wrong with the values, each fault at its place in the request.
std::vector<FieldFault> faults_of(std::span<const pathway::SettingRule> rules,
                                  const std::map<std::string, std::string>& values)
{
    std::vector<FieldFault> faults;
    for (const auto& [key, value] : values) {
        const std::string path = "values." + key;
        const pathway::SettingRule* rule = find_rule(rules, key);
        if (rule == nullptr) {
            faults.push_back({.path = path, .code = FaultCode::not_known});
            continue;
        }
        if (value.empty()) { continue; }
        const auto accepted = pathway::accept(*rule, value);
        if (accepted) { continue; }
        for (const FieldFault& fault : accepted.error().fields) {
            faults.push_back({.path = path, .code = fault.code, .limit = fault.limit});
        }
    }
    return faults;
}

void store(db::Writer& db, const std::string& key, const std::string& value)
{
    if (value.empty()) {
        db.execute(queries::delete_setting, {{"key", std::string_view{key}}});
    } else {
        db.execute(queries::put_setting,
                   {{"key", std::string_view{key}}, {"value", std::string_view{value}}});
    }
}

} // namespace

std::optional<std::string> SettingsOfMunicipality::find(std::span<const pathway::SettingRule> rules,
                                                        std::string_view key) const
{
    const pathway::SettingRule* rule = find_rule(rules, key);
    check(rule != nullptr, "a setting that is asked for has a rule");
    const auto value = pathway::value_in_force(*rule, values);
    if (!value) { return std::nullopt; }
    return pathway::text_of(*value);
}

std::optional<int> SettingsOfMunicipality::find_number(std::span<const pathway::SettingRule> rules,
                                                       std::string_view key) const
{
    const pathway::SettingRule* rule = find_rule(rules, key);
    check(rule != nullptr && rule->kind == pathway::SettingKind::integer,
          "a number that is asked for has a rule");
    const auto value = pathway::value_in_force(*rule, values);
    if (!value) { return std::nullopt; }
    return std::get<int>(*value);
}

SettingsOfMunicipality settings_in(db::Reader& db)
{
    SettingsOfMunicipality settings;
    {
        db::Rows rows = db.run(queries::setting_version, {});
        check(rows.next(), "the settings have a version");
        settings.version = rows.integer("version");
    }
    db::Rows rows = db.run(queries::settings, {});
    while (rows.next()) { settings.values.emplace(rows.string("key"), rows.string("value")); }
    return settings;
}

ConsentSettings consent_settings_of(const SettingsOfMunicipality& settings,
                                    std::span<const pathway::SettingRule> rules)
{
    const auto guardians = settings.find(rules, "guardians_must_consent");
    return {.consent_age = settings.find_number(rules, "consent_age"),
            .guardians_needed = guardians == "one" ? GuardiansNeeded::one : GuardiansNeeded::all};
}

std::map<std::string, int> deadlines_of(const SettingsOfMunicipality& settings,
                                        std::span<const pathway::SettingRule> rules)
{
    constexpr std::string_view prefix = "deadline.";
    std::map<std::string, int> deadlines;
    for (const pathway::SettingRule& rule : rules) {
        if (!rule.key.starts_with(prefix)) { continue; }
        if (const auto number = settings.find_number(rules, rule.key)) {
            deadlines.emplace(rule.key, *number);
        }
    }
    return deadlines;
}

Result<Done> change_settings(App& app, const Caller& caller, std::int64_t version,
                             const std::map<std::string, std::string>& values)
{
    if (auto faults = faults_of(app.content.settings, values); !faults.empty()) {
        return Error{std::move(faults)};
    }
    boost::json::object facts;
    for (const auto& [key, value] : values) { facts[key] = value; }
    const std::string content = boost::json::serialize(facts);
    const Instant now = app.clock.now();

    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        if (db.execute(queries::move_setting_version, {{"version", version}}) == 0) {
            return Error{ErrorCode::edit_conflict, "the settings have another version"};
        }
        for (const auto& [key, value] : values) { store(db, key, value); }
        append_journal(db, caller, now,
                       {.subject = "settings",
                        .act = "settings_changed",
                        .purpose = "administration",
                        .audience = {},
                        .content = content});
        return Done{};
    });
}

} // namespace samvei::access
