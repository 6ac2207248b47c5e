#pragma once
// The municipality's settings: names of levels, ages, deadlines. Rules for them are
// content/rules/settings.json.

#include "access/app.hpp"
#include "access/consent.hpp"
#include "db/database.hpp"
#include "pathway/settings.hpp"

#include <map>
#include <string>

namespace samvei::access {

/// What is set, by key, with the version one must send back when changing.
struct SettingsOfMunicipality {
    std::int64_t version = 0;
    std::map<std::string, std::string> values; ///< Only those that are set.

    /// The value, or the default of its rule, or nothing.
    std::optional<std::string> find(std::span<const pathway::SettingRule> rules, std::string_view key) const;
    std::optional<int> find_number(std::span<const pathway::SettingRule> rules, std::string_view key) const;
};

SettingsOfMunicipality settings_in(db::Reader& db);

/// consent_age and guardians_must_consent.
ConsentSettings consent_settings_of(const SettingsOfMunicipality& settings,
                                    std::span<const pathway::SettingRule> rules);

/// Every "deadline.*" that is set, as the pathway engine wants them.
std::map<std::string, int> deadlines_of(const SettingsOfMunicipality& settings,
                                        std::span<const pathway::SettingRule> rules);

/// Sets the values; an empty text unsets one, a key not named keeps its value. All or nothing, with one
/// journal entry. Refuses with edit_conflict (another version is stored) or invalid_fields with paths
/// "values.<key>".
Result<Done> change_settings(App& app, const Caller& caller, std::int64_t version,
                             const std::map<std::string, std::string>& values);

} // namespace samvei::access
