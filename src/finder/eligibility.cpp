#include "finder/eligibility.hpp"

#include <algorithm>

namespace samvei::finder {

namespace {

constexpr int youngest = 0;
constexpr int oldest = 120;

/// Collects reasons; the verdict only ever gets worse.
class Decision {
public:
    void add(Reason reason, Verdict at_best = Verdict::yes)
    {
        eligibility_.reasons.push_back(std::move(reason));
        eligibility_.verdict = std::max(eligibility_.verdict, at_best);
    }
    Eligibility taken() { return std::move(eligibility_); }

private:
    Eligibility eligibility_;
};

bool has(const Offer& offer, Audience audience)
{
    return std::ranges::find(offer.audience, audience) != offer.audience.end();
}

void decide_validity(Decision& decision, const Offer& offer, Date today)
{
    if (offer.valid_from && today < *offer.valid_from) {
        decision.add({ReasonCode::not_valid_yet, {}, {}, {}, offer.valid_from}, Verdict::no);
    }
    if (offer.valid_to && today > *offer.valid_to) {
        decision.add({ReasonCode::no_longer_valid, {}, {}, {}, offer.valid_to}, Verdict::no);
    }
}

void decide_age(Decision& decision, const Offer& offer, const std::optional<int>& age)
{
    if (!age) {
        if (offer.age_min <= youngest && offer.age_max >= oldest) { return; }
        decision.add({ReasonCode::age_unknown, offer.age_min, offer.age_max, {}, {}}, Verdict::maybe);
    } else if (*age < offer.age_min) {
        decision.add({ReasonCode::too_young, offer.age_min, {}, {}, {}}, Verdict::no);
    } else if (*age > offer.age_max) {
        decision.add({ReasonCode::too_old, {}, offer.age_max, {}, {}}, Verdict::no);
    } else {
        decision.add({ReasonCode::age_fits, offer.age_min, offer.age_max, {}, {}});
    }
}

void decide_place(Decision& decision, const Offer& offer, const std::optional<std::string>& municipality)
{
    if (offer.areas.country) {
        decision.add({ReasonCode::everywhere, {}, {}, {}, {}});
    } else if (!municipality) {
        decision.add({ReasonCode::place_unknown, {}, {}, {}, {}}, Verdict::maybe);
    } else if (offer.areas.covers(*municipality)) {
        decision.add({ReasonCode::here, {}, {}, {}, {}});
    } else {
        decision.add({ReasonCode::elsewhere, {}, {}, {}, {}}, Verdict::no);
    }
}

void decide_audience(Decision& decision, const Offer& offer, Asker asker)
{
    if (asker == Asker::professional) { return; }
    const bool for_child = has(offer, Audience::child);
    const bool for_parent = has(offer, Audience::parent);
    const bool asks_as_parent = asker == Asker::parent;
    if (asker == Asker::relative ? for_child || for_parent : asks_as_parent ? for_parent : for_child) {
        if (asker == Asker::relative) {
            decision.add({ReasonCode::with_child_or_parents, {}, {}, {}, {}}, Verdict::maybe);
        }
    } else if (asks_as_parent && for_child) {
        if (offer.way_in.self) {
            decision.add({ReasonCode::child_makes_contact, {}, {}, {}, {}}, Verdict::maybe);
        }
    } else if (has(offer, Audience::pregnant)) {
        decision.add({ReasonCode::for_pregnant, {}, {}, {}, {}}, Verdict::maybe);
    } else {
        decision.add({ReasonCode::not_for_this_asker, {}, {}, {}, {}}, Verdict::no);
    }
}

/// A referral, when one is needed or possible.
void decide_referral(Decision& decision, const Offer& offer, const Person& person)
{
    const WayIn& way = offer.way_in;
    if (way.referral == Referral::none) {
        decision.add({ReasonCode::no_referral_needed, {}, {}, {}, {}});
        return;
    }
    const bool may_refer = person.asker == Asker::professional && !person.profession.empty() &&
                           std::ranges::find(way.referrers, person.profession) != way.referrers.end();
    if (may_refer) {
        decision.add({ReasonCode::may_refer, {}, {}, {}, {}});
    } else if (way.referral == Referral::possible) {
        decision.add({ReasonCode::referral_possible, {}, {}, way.referrers, {}});
    } else {
        decision.add({ReasonCode::referral_needed, {}, {}, way.referrers, {}}, Verdict::maybe);
    }
}

/// Who may make contact, and whether parents are asked. Nothing of it concerns a professional.
void decide_contact(Decision& decision, const Offer& offer, const Person& person)
{
    const bool asks_as_child = person.asker == Asker::self || person.asker == Asker::a_friend;
    if (asks_as_child && !offer.way_in.self) {
        decision.add({ReasonCode::adult_must_make_contact, {}, {}, {}, {}}, Verdict::maybe);
    } else if (asks_as_child && offer.way_in.referral != Referral::required) {
        decision.add({ReasonCode::own_contact, {}, {}, {}, {}});
    }
    const std::optional<int>& asked_below = offer.way_in.parents_consent_below;
    if (asks_as_child && asked_below && person.age.value_or(youngest) < *asked_below &&
        offer.age_min < *asked_below) {
        decision.add({ReasonCode::parents_must_say_yes, {}, asked_below, {}, {}}, Verdict::maybe);
    }
}

} // namespace

bool Eligibility::has(ReasonCode code) const
{
    return std::ranges::any_of(reasons, [&](const Reason& reason) { return reason.code == code; });
}

Eligibility decide_eligibility(const Offer& offer, const Person& person, Date today)
{
    Decision decision;
    decide_validity(decision, offer, today);
    decide_age(decision, offer, person.age);
    decide_place(decision, offer, person.municipality);
    decide_audience(decision, offer, person.asker);
    decide_referral(decision, offer, person);
    decide_contact(decision, offer, person);
    return decision.taken();
}

} // namespace samvei::finder
