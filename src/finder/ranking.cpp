#include "finder/ranking.hpp"

#include <algorithm>

namespace samvei::finder {

namespace {

constexpr unsigned bit(Audience audience)
{
    return 1U << static_cast<unsigned>(audience);
}

/// Audiences that do not make an offer one for others; see decide_audience in eligibility.cpp.
unsigned audiences_for(Asker asker)
{
    const unsigned families = bit(Audience::child) | bit(Audience::parent) | bit(Audience::pregnant);
    switch (asker) {
    case Asker::self:
    case Asker::a_friend: return bit(Audience::child) | bit(Audience::pregnant);
    case Asker::parent:
    case Asker::relative: return families;
    case Asker::professional: return 0xffU;
    }
    return families;
}

/// The audience that an offer is above all for when this asker finds it.
Audience own_audience_of(Asker asker)
{
    switch (asker) {
    case Asker::self:
    case Asker::a_friend: return Audience::child;
    case Asker::parent:
    case Asker::relative: return Audience::parent;
    case Asker::professional: return Audience::professional;
    }
    return Audience::child;
}

float nearness_factor(Nearness nearness, bool urgent)
{
    switch (nearness) {
    case Nearness::elsewhere:
    case Nearness::elsewhere_named: return 0.6F;
    case Nearness::unknown: return 0.85F;
    case Nearness::country: return urgent ? 1.25F : 1.0F;
    case Nearness::county: return 1.2F;
    case Nearness::municipality: return 1.35F;
    }
    return 1;
}

float referral_factor(const Traits& traits, Asker asker)
{
    if (asker == Asker::professional) { return 1; }
    switch (traits.referral) {
    case Referral::none: return 1;
    case Referral::possible: return 0.9F;
    case Referral::required: return 0.75F;
    }
    return 1;
}

bool is_hard(const std::optional<Severity>& severity)
{
    return severity && *severity >= Severity::severe;
}

} // namespace

Traits traits_of(const Offer& offer, const Kind* kind)
{
    Traits traits;
    traits.age_min = static_cast<std::int16_t>(offer.age_min);
    traits.age_max = static_cast<std::int16_t>(offer.age_max);
    for (const Audience audience : offer.audience) {
        traits.audiences = static_cast<std::uint8_t>(traits.audiences | bit(audience));
    }
    for (const Severity severity : offer.severity) {
        const unsigned mark = 1U << static_cast<unsigned>(severity);
        traits.severities = static_cast<std::uint8_t>(traits.severities | mark);
    }
    traits.line = static_cast<std::uint8_t>(kind ? std::clamp(kind->line, 0, 9) : 0);
    traits.referral = offer.way_in.referral;
    traits.consent_below = static_cast<std::int16_t>(offer.way_in.parents_consent_below.value_or(0));
    traits.self = offer.way_in.self;
    traits.country = offer.areas.country;
    traits.urgent = offer.urgent;
    traits.always_open = offer.hours.always;
    if (offer.valid_from) { traits.valid_from = *offer.valid_from; }
    if (offer.valid_to) { traits.valid_to = *offer.valid_to; }
    return traits;
}

bool says_no(const Traits& traits, const Asking& asking, Nearness nearness)
{
    if (nearness <= Nearness::elsewhere_named) { return true; }
    if (asking.age && (*asking.age < traits.age_min || *asking.age > traits.age_max)) { return true; }
    if (asking.today < traits.valid_from || asking.today > traits.valid_to) { return true; }
    return asking.asker != Asker::professional && (traits.audiences & audiences_for(asking.asker)) == 0;
}

float factor_of(const Traits& traits, const Asking& asking, Nearness nearness)
{
    constexpr float lost_by_line = 0.01F;
    constexpr float made_for_age = 0.3F; // What is for few years is made for those.
    constexpr int ages_wide = 60;
    constexpr float crisis_offer_when_calm = 0.8F;
    float factor = nearness_factor(nearness, asking.urgent) * referral_factor(traits, asking.asker);
    if (!is_hard(asking.severity) && !asking.urgent) {
        factor *= 1 - lost_by_line * static_cast<float>(traits.line);
    }
    if ((traits.audiences & bit(own_audience_of(asking.asker))) == 0) { factor *= 0.6F; }
    if (asking.age) {
        const auto years = static_cast<float>(std::min(traits.age_max - traits.age_min, ages_wide));
        factor *= 1 + made_for_age * (1 - years / ages_wide);
    }
    if (traits.urgent && !asking.urgent && !asking.about_safety) { factor *= crisis_offer_when_calm; }
    const bool child_asks = asking.asker == Asker::self || asking.asker == Asker::a_friend;
    if (child_asks && !traits.self) { factor *= 0.85F; }
    if (child_asks && asking.age && *asking.age < traits.consent_below) { factor *= 0.9F; }
    if (asking.severity && traits.severities != 0) {
        const unsigned mark = 1U << static_cast<unsigned>(*asking.severity);
        factor *= (traits.severities & mark) != 0 ? 1.15F : 0.75F;
    }
    if (asking.urgent && traits.always_open) { factor *= 1.2F; }
    return factor;
}

} // namespace samvei::finder
