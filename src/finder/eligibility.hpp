#pragma once
// Whether an offer is for this person, and why: age, place, who asks, the way in, and whether it is valid
// now. Pure.

#include "finder/offer.hpp"
#include "finder/vocabulary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samvei::finder {

enum class Verdict { yes, maybe, no };

/// Who it is for, as far as it is known. A parent, a relative or a professional gives the child's age.
struct Person {
    std::optional<int> age;                  ///< Whole years.
    std::optional<std::string> municipality; ///< Four digits.
    Asker asker = Asker::self;
    std::string profession; ///< As in `WayIn::referrers`; "" when none or not known.
};

/// One thing that speaks for or against. The sentences are content.
enum class ReasonCode {
    age_fits,                ///< from, to
    too_young,               ///< from: the age it begins at
    too_old,                 ///< to: the last age
    age_unknown,             ///< from, to
    everywhere,              ///< It is for the whole country.
    here,                    ///< It is for this municipality or its county.
    elsewhere,               ///< It is for other places.
    place_unknown,           ///< It is for some places, and the person's is not known.
    not_for_this_asker,      ///< Its audience is others.
    child_makes_contact,     ///< It is for the child itself, who makes contact; the asker is another.
    with_child_or_parents,   ///< A relative makes contact together with the child or the parents.
    for_pregnant,            ///< It is for those who expect a child.
    own_contact,             ///< The person may make contact.
    adult_must_make_contact, ///< The child may not make contact alone.
    parents_must_say_yes,    ///< to: parents are asked below this age
    no_referral_needed,
    referral_possible, ///< One may be referred, and need not be. who
    referral_needed,   ///< who: those who may refer
    may_refer,         ///< The asker's profession may refer.
    not_valid_yet,     ///< on: the first day
    no_longer_valid    ///< on: the last day
};

struct Reason {
    ReasonCode code = ReasonCode::age_fits;
    std::optional<int> from; ///< Whole years
    std::optional<int> to;   ///< Whole years
    std::vector<std::string> who;
    std::optional<Date> on;
    bool operator==(const Reason&) const = default;
};

struct Eligibility {
    Verdict verdict = Verdict::yes;
    std::vector<Reason>
        reasons; ///< In the order of ReasonCode's themes: validity, age, place, asker, way in.
    bool has(ReasonCode code) const;
};

/// Whether `offer` is for `person` on `today`.
///
/// no: too young or old, elsewhere, for others, or not valid today. maybe: something is not known, or
/// somebody else must act first (a referral, parents, an adult who calls). yes: else. An offer for ages
/// 0..120 asks no age; one for the whole country asks no place. A professional asks for a child, so the
/// audience is not held against them.
Eligibility decide_eligibility(const Offer& offer, const Person& person, Date today);

} // namespace samvei::finder
