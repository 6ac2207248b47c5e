#pragma once
// What of an offer decides its place in a list beside what it says: for whom, where, the way in. Pure, and
// small enough to look at for every offer of a search.

#include "finder/eligibility.hpp"

#include <cstdint>
#include <optional>

namespace samvei::finder {

/// Where an offer is, seen from the person: what is near comes first.
enum class Nearness : std::uint8_t {
    elsewhere,
    elsewhere_named, ///< Elsewhere, and searched for by name.
    unknown,
    country,
    county,
    municipality
};

/// The few bytes of an offer that ranking reads.
struct Traits {
    std::int16_t age_min = 0;
    std::int16_t age_max = 120;
    std::uint8_t audiences = 0;  ///< A bit for each Audience
    std::uint8_t severities = 0; ///< A bit for each Severity
    std::uint8_t line = 0;       ///< Of its kind
    Referral referral = Referral::none;
    std::int16_t consent_below = 0; ///< Parents must say yes for who is younger; 0 = never asked.
    bool self = true;
    bool country = false;
    bool urgent = false;
    bool always_open = false;
    Date valid_from{INT32_MIN};
    Date valid_to{INT32_MAX};
};

Traits traits_of(const Offer& offer, const Kind* kind);

/// Who asks, and for what.
struct Asking {
    std::optional<int> age;
    Asker asker = Asker::self;
    std::optional<Severity> severity;
    bool urgent = false;
    bool about_safety = false; ///< What is looked for above all is a theme of safety.
    Date today;
};

/// Exactly when `decide_eligibility` says no.
bool says_no(const Traits& traits, const Asking& asking, Nearness nearness);

/// What its score is multiplied by, about 1: more for what is near, open to all, for this asker and of this
/// severity.
float factor_of(const Traits& traits, const Asking& asking, Nearness nearness);

} // namespace samvei::finder
