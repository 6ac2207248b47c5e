#pragma once
// What there is for whom in one municipality, and what there is not: published offers by age, severity and
// way in; the line from low threshold to specialist; and the criteria that a low-threshold service was
// launched with. Counted year by year of age, so that an offer for 0 to 11 does not hide that 12 has none.
// An offer for the whole country counts as digital when one reaches it by screen, and never as cover here.
// Pure.

#include "base/words.hpp"
#include "finder/offer.hpp"
#include "finder/vocabulary.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// Whole years, both included.
struct AgeSpan {
    int from = 0;
    int to = 0;
    auto operator<=>(const AgeSpan&) const = default;
    bool holds(int age) const { return from <= age && age <= to; }
};

/// Those whom the guideline is about. Source: veileder "Psykisk helsearbeid barn og unge", 2023.
inline constexpr AgeSpan planned_ages{0, 25};
/// As services are planned: home, kindergarten, the steps of school, upper secondary, young adults.
inline constexpr std::array age_groups{AgeSpan{0, 2},   AgeSpan{3, 5},   AgeSpan{6, 9},  AgeSpan{10, 12},
                                       AgeSpan{13, 15}, AgeSpan{16, 18}, AgeSpan{19, 25}};
inline constexpr std::array all_severities{Severity::universal, Severity::mild, Severity::moderate,
                                           Severity::severe, Severity::complex};

/// How one comes in. digital: by screen, from where one is, without a referral.
enum class Entrance { no_referral, referral, digital };
inline constexpr std::array all_entrances{Entrance::no_referral, Entrance::referral, Entrance::digital};

/// What must be there for every age: help without referral up to moderate problems, and beyond that help here
/// in one way or the other. Source: launch of the guideline, 24 October 2023; the rest is a product choice.
struct Expectation {
    Severity severity;
    bool referral_counts;
};
inline constexpr std::array expectations{
    Expectation{Severity::universal, false}, Expectation{Severity::mild, false},
    Expectation{Severity::moderate, false}, Expectation{Severity::severe, true},
    Expectation{Severity::complex, true}};

/// Why an offer is not to be leaned on: it takes nobody now, or nobody has said for long that it is so.
enum class Weakness { full, stale };

/// none: nothing, and nothing is missed. hole: nothing at any age of it, and it is missed. partial: nothing
/// at some ages. single: one alone at some age. weak: several, but at some age at most one has room and a
/// fresh check. covered: two or more at every age.
enum class Standing { none, hole, partial, single, weak, covered };

struct CoverageQuestion {
    std::string municipality; ///< Four digits.
    std::string theme;        ///< "" for any need.
    Date today;
    int stale_days = 180; ///< A check this old is stale. Source: domain.md, VP-2.2: every six months.
};

/// An offer that counts, and how far one may lean on it. `offer` lives as long as the offers it came from.
struct CountedOffer {
    const Offer* offer = nullptr;
    bool local = true; ///< False: the whole country's.
    std::vector<Weakness> weak;
};

struct CoverageCell {
    AgeSpan ages;
    Severity severity = Severity::universal;
    Entrance entrance = Entrance::no_referral;
    Standing standing = Standing::none;
    std::vector<std::string> offers;
    std::vector<AgeSpan> without; ///< Ages of it at which something is missed.
    std::vector<AgeSpan> alone;   ///< Ages of it with one alone.
};

/// A hole, one alone, or several of which at most one is sound, over a run of ages; measured by what is
/// expected.
struct CoverageFinding {
    Standing standing = Standing::hole; ///< hole, single or weak
    Expectation expected{};
    AgeSpan ages;
    std::vector<std::string> offers;
};

/// What there is for one need at one severity, as far as it reaches.
struct NeedRow {
    std::string theme;
    Severity severity = Severity::universal;
    Standing standing = Standing::single; ///< single, weak or covered, at the ages that it reaches
    std::vector<AgeSpan> ages;
    std::vector<AgeSpan> alone; ///< Of them, those with one alone.
    std::vector<std::string> offers;
};

/// One stop on the line from what all have to the specialist: kinds of the same place, and local offers.
struct Station {
    int line = 0;
    std::vector<std::string> kinds;
    std::vector<std::vector<std::string>> by_age; ///< In the order of `age_groups`.
    std::vector<std::string> offers;
};

enum class Criterion { no_referral, in_addition, easily_reached, multidisciplinary };
enum class CriterionReason {
    nobody_refers,     ///< yes
    referral_possible, ///< yes: one may be referred, and need not be
    referral_required, ///< no
    beside_both,       ///< yes
    beside_not_said,   ///< no; what: "school_health", "gp"
    child_may_reach,   ///< yes; what: kinds of contact
    adult_must_reach,  ///< no
    only_in_writing,   ///< no: neither phone, text message, chat nor a door
    several_professions,
    one_profession,
};

struct CriterionAnswer {
    Criterion criterion = Criterion::no_referral;
    bool met = false;
    CriterionReason reason = CriterionReason::nobody_refers;
    std::vector<std::string> what;
};

/// A low-threshold offer against the criteria of the launch.
struct LaunchAnswer {
    const Offer* offer = nullptr;
    std::array<CriterionAnswer, 4> answers;
    bool all_met() const;
};

/// Those of `offers` that are valid, for this municipality, for the child or its family, at planned ages, and
/// about the theme.
std::vector<CountedOffer> counted_offers(std::span<const Offer> offers, const CoverageQuestion& question);

/// Every age group, severity and way in, in that order.
std::vector<CoverageCell> coverage_cells(std::span<const CountedOffer> counted);

/// Holes first, then those alone, then the weak; each by severity and age.
std::vector<CoverageFinding> coverage_findings(std::span<const CountedOffer> counted);

/// Every theme at every severity that anything is there for. `question.theme` is not looked at.
std::vector<NeedRow> coverage_by_need(std::span<const Offer> offers, const CoverageQuestion& question,
                                      std::span<const Theme> themes);

/// The line from 0 to 9, stops without kinds left out.
std::vector<Station> stations_of(std::span<const CountedOffer> counted, std::span<const Kind> kinds);
/// Ages with nothing between the school nurse and the specialist.
std::vector<AgeSpan> nothing_between(std::span<const CountedOffer> counted, std::span<const Kind> kinds);

/// The municipality's low-threshold services: of those kinds, or saying that they come in addition.
std::vector<LaunchAnswer> launch_answers(std::span<const CountedOffer> counted);
/// Ages at which no service meets all of the criteria.
std::vector<AgeSpan> launch_missing(std::span<const LaunchAnswer> answers);

} // namespace samvei::finder

namespace samvei {

template <>
struct EnumWords<finder::Entrance> {
    static constexpr std::array<std::string_view, 3> words{"no_referral", "referral", "digital"};
};
template <>
struct EnumWords<finder::Weakness> {
    static constexpr std::array<std::string_view, 2> words{"full", "stale"};
};
template <>
struct EnumWords<finder::Standing> {
    static constexpr std::array<std::string_view, 6> words{"none",   "hole", "partial",
                                                           "single", "weak", "covered"};
};
template <>
struct EnumWords<finder::Criterion> {
    static constexpr std::array<std::string_view, 4> words{"no_referral", "in_addition", "easily_reached",
                                                           "multidisciplinary"};
};
template <>
struct EnumWords<finder::CriterionReason> {
    static constexpr std::array<std::string_view, 10> words{
        "nobody_refers",   "referral_possible", "referral_required", "beside_both",         "beside_not_said",
        "child_may_reach", "adult_must_reach",  "only_in_writing",   "several_professions", "one_profession"};
};

} // namespace samvei
