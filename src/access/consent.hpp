#pragma once
// Consent as a rule that computes. Who must say yes follows from age and parental responsibility by
// versioned data (content/rules/consent.json) and the municipality's settings; a unit is covered when
// everybody who must has a consent in force that names it. Pure.

#include "access/subjects.hpp"
#include "base/language.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::access {

enum class ConsentParty { child, guardians };
enum class ConsentNeedKind { consent, heard };

/// One row of content/rules/consent.json. Ages are whole years; a row holds from `from_age` up to, not
/// including, `below_age`, on days from `valid_from` up to, not including, `valid_to`.
struct ConsentRule {
    std::string id;
    int from_age = 0;
    std::optional<int> below_age;
    /// The municipality's consent age replaces this boundary of the row ("from" or "below"), if named.
    enum class Moves { none, from, below } moved_by_consent_age = Moves::none;
    ConsentParty who = ConsentParty::guardians;
    ConsentNeedKind need = ConsentNeedKind::consent;
    Sentence reason;
    std::string legal_basis;
    std::string evidence;
    Date valid_from;
    std::optional<Date> valid_to;
};

/// Reads content/rules/consent.json; throws BrokenInvariant naming what is wrong (content is checked at
/// start).
std::vector<ConsentRule> read_consent_rules(std::string_view json);

enum class GuardiansNeeded { all, one };

/// What the municipality has set.
struct ConsentSettings {
    std::optional<int> consent_age; ///< None: as the rules say.
    GuardiansNeeded guardians_needed = GuardiansNeeded::all;
};

/// Rows that apply to a child of this date of birth on this day.
std::vector<const ConsentRule*> consent_needs_of(std::span<const ConsentRule> rules,
                                                 const ConsentSettings& settings, Date born_on, Date on);

/// What the shared log is: a consent opens it to a unit only when it says yes to both. Topics tell the team
/// what the family wants to talk about; they open and close nothing.
inline constexpr std::array<std::string_view, 2> purposes_of_shared_log{"cooperation", "information_sharing"};

/// A consent as the rule sees it. Holds from `from` to `until`, both days included, unless withdrawn.
struct GivenConsent {
    ConsentId id;
    PersonId person;
    std::set<UnitId> units;
    std::set<std::string, std::less<>> purposes;
    Date from;
    Date until;
    bool withdrawn = false;
    bool guardians_may_see = false; ///< Said by a young person who consents alone.
    bool in_force_on(Date day) const { return !withdrawn && from <= day && day <= until; }
    bool opens_shared_log() const;
};

/// The child, and those who hold parental responsibility.
struct Family {
    PersonId child;
    Date born_on;
    std::vector<PersonId> with_responsibility;
};

/// Whether everybody who must has said yes, on this day, to this unit taking part. A child for whom nobody
/// could consent (below the age, without guardians) is never covered.
bool covers_unit(std::span<const ConsentRule> rules, const ConsentSettings& settings, const Family& family,
                 std::span<const GivenConsent> consents, const UnitId& unit, Date on);

/// Whether guardians may read: always while they are the ones who consent; when the young person consents
/// alone, only if the newest of their consents in force says so (`consents` in the order they were recorded).
/// Source: pbrl §§ 3-4, 4-3 (see the rule table).
bool guardians_may_read(std::span<const ConsentRule> rules, const ConsentSettings& settings,
                        const Family& family, std::span<const GivenConsent> consents, Date on);

} // namespace samvei::access
