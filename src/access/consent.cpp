#include "access/consent.hpp"

#include <algorithm>

namespace samvei::access {

namespace {

/// The boundary of a row, moved to the municipality's own consent age where the row says so.
int lower_age_of(const ConsentRule& rule, const ConsentSettings& settings)
{
    const bool moved = rule.moved_by_consent_age == ConsentRule::Moves::from;
    return moved && settings.consent_age ? *settings.consent_age : rule.from_age;
}

std::optional<int> upper_age_of(const ConsentRule& rule, const ConsentSettings& settings)
{
    const bool moved = rule.moved_by_consent_age == ConsentRule::Moves::below;
    return moved && settings.consent_age ? settings.consent_age : rule.below_age;
}

bool names_unit(std::span<const GivenConsent> consents, const PersonId& person, const UnitId& unit, Date on)
{
    return std::ranges::any_of(consents, [&](const GivenConsent& consent) {
        return consent.person == person && consent.in_force_on(on) && consent.opens_shared_log() &&
               consent.units.contains(unit);
    });
}

bool guardians_cover(const Family& family, GuardiansNeeded needed, std::span<const GivenConsent> consents,
                     const UnitId& unit, Date on)
{
    const auto says_yes = [&](const PersonId& guardian) { return names_unit(consents, guardian, unit, on); };
    if (family.with_responsibility.empty()) { return false; }
    return needed == GuardiansNeeded::all ? std::ranges::all_of(family.with_responsibility, says_yes)
                                          : std::ranges::any_of(family.with_responsibility, says_yes);
}

} // namespace

bool GivenConsent::opens_shared_log() const
{
    return std::ranges::all_of(purposes_of_shared_log,
                               [&](std::string_view purpose) { return purposes.contains(purpose); });
}

std::vector<const ConsentRule*> consent_needs_of(std::span<const ConsentRule> rules,
                                                 const ConsentSettings& settings, Date born_on, Date on)
{
    const int age = age_in_years(born_on, on);
    std::vector<const ConsentRule*> needs;
    for (const ConsentRule& rule : rules) {
        if (on < rule.valid_from || (rule.valid_to && on >= *rule.valid_to)) { continue; }
        if (age < lower_age_of(rule, settings)) { continue; }
        const std::optional<int> below = upper_age_of(rule, settings);
        if (below && age >= *below) { continue; }
        needs.push_back(&rule);
    }
    return needs;
}

bool covers_unit(std::span<const ConsentRule> rules, const ConsentSettings& settings, const Family& family,
                 std::span<const GivenConsent> consents, const UnitId& unit, Date on)
{
    bool somebody_must = false;
    for (const ConsentRule* rule : consent_needs_of(rules, settings, family.born_on, on)) {
        if (rule->need != ConsentNeedKind::consent) { continue; }
        somebody_must = true;
        const bool covered = rule->who == ConsentParty::child
                                 ? names_unit(consents, family.child, unit, on)
                                 : guardians_cover(family, settings.guardians_needed, consents, unit, on);
        if (!covered) { return false; }
    }
    return somebody_must;
}

bool guardians_may_read(std::span<const ConsentRule> rules, const ConsentSettings& settings,
                        const Family& family, std::span<const GivenConsent> consents, Date on)
{
    const auto needs = consent_needs_of(rules, settings, family.born_on, on);
    const bool they_consent = std::ranges::any_of(needs, [](const ConsentRule* rule) {
        return rule->need == ConsentNeedKind::consent && rule->who == ConsentParty::guardians;
    });
    if (they_consent) { return true; }
    bool may_read = false;
    for (const GivenConsent& consent : consents) {
        if (consent.person == family.child && consent.in_force_on(on)) {
            may_read = consent.guardians_may_see;
        }
    }
    return may_read;
}

} // namespace samvei::access
