#include "finder/coverage.hpp"

#include "finder/words.hpp"

#include <algorithm>
#include <map>

namespace samvei::finder {

namespace {

constexpr int lines_max = 9;
constexpr int line_of_school_nurse = 3;
constexpr int line_of_specialist = 9;

using Counted = std::vector<const CountedOffer*>;

template <class Range, class Value>
bool has(const Range& range, const Value& value)
{
    return std::ranges::find(range, value) != std::ranges::end(range);
}

bool serves_age(const CountedOffer& counted, int age)
{
    return AgeSpan{counted.offer->age_min, counted.offer->age_max}.holds(age);
}

bool serves_some_of(const CountedOffer& counted, const AgeSpan& ages)
{
    return counted.offer->age_min <= ages.to && counted.offer->age_max >= ages.from;
}

bool comes_in_by(const CountedOffer& counted, Entrance entrance)
{
    const bool by_referral = counted.offer->way_in.referral == Referral::required;
    switch (entrance) {
    case Entrance::no_referral: return counted.local && !by_referral;
    case Entrance::referral: return counted.local && by_referral;
    case Entrance::digital:
        return !by_referral &&
               (has(counted.offer->ways, Way::digital) || has(counted.offer->ways, Way::chat));
    }
    return false;
}

bool meets(const CountedOffer& counted, const Expectation& expected)
{
    return has(counted.offer->severity, expected.severity) &&
           (comes_in_by(counted, Entrance::no_referral) ||
            (expected.referral_counts && comes_in_by(counted, Entrance::referral)));
}

bool is_expected(const Expectation& expected, Entrance entrance)
{
    return entrance == Entrance::no_referral || (entrance == Entrance::referral && expected.referral_counts);
}

template <class Wanted>
Counted those(std::span<const CountedOffer> counted, const Wanted& wanted)
{
    Counted found;
    for (const CountedOffer& one : counted) {
        if (wanted(one)) { found.push_back(&one); }
    }
    return found;
}

Counted at_age(const Counted& counted, int age)
{
    Counted found;
    std::ranges::copy_if(counted, std::back_inserter(found),
                         [&](const CountedOffer* one) { return serves_age(*one, age); });
    return found;
}

std::vector<std::string> ids_of(const Counted& counted)
{
    std::vector<std::string> ids;
    for (const CountedOffer* one : counted) { ids.push_back(one->offer->id); }
    return ids;
}

/// How it stands at one age with exactly these.
Standing standing_of(const Counted& there)
{
    if (there.empty()) { return Standing::hole; }
    if (there.size() == 1) { return Standing::single; }
    const auto sound =
        std::ranges::count_if(there, [](const CountedOffer* one) { return one->weak.empty(); });
    return sound <= 1 ? Standing::weak : Standing::covered;
}

/// The ages of `ages` for which it holds, as runs.
template <class Holds>
std::vector<AgeSpan> runs_of(const AgeSpan& ages, const Holds& holds)
{
    std::vector<AgeSpan> runs;
    for (int age = ages.from; age <= ages.to; ++age) {
        if (!holds(age)) { continue; }
        if (!runs.empty() && runs.back().to == age - 1) {
            runs.back().to = age;
        } else {
            runs.push_back({age, age});
        }
    }
    return runs;
}

std::vector<AgeSpan> runs_standing(const AgeSpan& ages, const Counted& there, Standing standing)
{
    return runs_of(ages, [&](int age) { return standing_of(at_age(there, age)) == standing; });
}

/// The worst of those ages at which there is something.
Standing worst_served(const AgeSpan& ages, const Counted& there)
{
    for (const Standing standing : {Standing::single, Standing::weak}) {
        if (!runs_standing(ages, there, standing).empty()) { return standing; }
    }
    return Standing::covered;
}

CoverageCell cell_of(std::span<const CountedOffer> counted, const AgeSpan& ages, const Expectation& expected,
                     Entrance entrance)
{
    const Counted there = those(counted, [&](const CountedOffer& one) {
        return has(one.offer->severity, expected.severity) && comes_in_by(one, entrance) &&
               serves_some_of(one, ages);
    });
    const Counted meeting = those(counted, [&](const CountedOffer& one) { return meets(one, expected); });
    CoverageCell cell{.ages = ages,
                      .severity = expected.severity,
                      .entrance = entrance,
                      .offers = ids_of(there),
                      .without = {},
                      .alone = runs_standing(ages, there, Standing::single)};
    // Of what may come in several ways, only that is missed here which is there in none of them.
    if (is_expected(expected, entrance)) { cell.without = runs_standing(ages, meeting, Standing::hole); }
    if (!cell.without.empty()) {
        cell.standing = cell.without.front() == ages ? Standing::hole : Standing::partial;
    } else {
        cell.standing = there.empty() ? Standing::none : worst_served(ages, there);
    }
    return cell;
}

/// Runs of ages at which exactly the same offers stand the same.
std::vector<CoverageFinding> findings_of(const Counted& meeting, const Expectation& expected)
{
    std::vector<CoverageFinding> findings;
    for (int age = planned_ages.from; age <= planned_ages.to; ++age) {
        const Counted there = at_age(meeting, age);
        const Standing standing = standing_of(there);
        if (standing == Standing::covered) { continue; }
        CoverageFinding finding{standing, expected, {age, age}, ids_of(there)};
        if (!findings.empty() && findings.back().ages.to == age - 1 && findings.back().standing == standing &&
            findings.back().offers == finding.offers) {
            findings.back().ages.to = age;
        } else {
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

bool counts(const Offer& offer, const CoverageQuestion& question)
{
    const bool for_family = std::ranges::any_of(
        offer.audience, [](Audience audience) { return audience != Audience::professional; });
    const bool valid = (!offer.valid_from || *offer.valid_from <= question.today) &&
                       (!offer.valid_to || question.today <= *offer.valid_to);
    return valid && for_family && offer.age_min <= planned_ages.to && offer.age_max >= planned_ages.from &&
           offer.areas.covers(question.municipality) &&
           (question.theme.empty() || has(offer.themes, question.theme));
}

int line_of(const CountedOffer& counted, std::span<const Kind> kinds)
{
    const auto kind = std::ranges::find(kinds, counted.offer->kind, &Kind::id);
    return kind == kinds.end() ? -1 : kind->line;
}

// --- The launch criteria. What is asked of whom is data; see CriterionReason for the answers.

constexpr std::array low_threshold_kinds{"open_door", "municipal_psychologist", "mental_health_team",
                                         "prompt_mental_health_care"};
/// For the smallest the health centre is what the school health service is later.
constexpr std::array school_health_services{"school_health", "health_centre", "youth_health_centre"};
constexpr std::array reached_by{ContactKind::phone, ContactKind::sms, ContactKind::chat, ContactKind::visit};

CriterionAnswer about_referral(const Offer& offer)
{
    switch (offer.way_in.referral) {
    case Referral::none: return {Criterion::no_referral, true, CriterionReason::nobody_refers, {}};
    case Referral::possible: return {Criterion::no_referral, true, CriterionReason::referral_possible, {}};
    case Referral::required: break;
    }
    return {Criterion::no_referral, false, CriterionReason::referral_required, {}};
}

CriterionAnswer about_addition(const Offer& offer)
{
    CriterionAnswer answer{Criterion::in_addition, true, CriterionReason::beside_both, {}};
    const bool beside_school_health = std::ranges::any_of(
        school_health_services, [&](const char* kind) { return has(offer.in_addition_to, kind); });
    if (!beside_school_health) { answer.what.emplace_back("school_health"); }
    if (!has(offer.in_addition_to, "gp")) { answer.what.emplace_back("gp"); }
    if (!answer.what.empty()) {
        answer.met = false;
        answer.reason = CriterionReason::beside_not_said;
    }
    return answer;
}

CriterionAnswer about_contact(const Offer& offer)
{
    CriterionAnswer answer{Criterion::easily_reached, false, CriterionReason::adult_must_reach, {}};
    if (!offer.way_in.self) { return answer; }
    for (const ContactKind kind : reached_by) {
        if (std::ranges::any_of(offer.contacts,
                                [&](const Contact& contact) { return contact.kind == kind; })) {
            answer.what.emplace_back(word_of(kind));
        }
    }
    answer.met = !answer.what.empty();
    answer.reason = answer.met ? CriterionReason::child_may_reach : CriterionReason::only_in_writing;
    return answer;
}

CriterionAnswer about_professions(const Offer& offer)
{
    const CriterionReason reason = offer.multidisciplinary ? CriterionReason::several_professions
                                                           : CriterionReason::one_profession;
    return {Criterion::multidisciplinary, offer.multidisciplinary, reason, {}};
}

} // namespace

bool LaunchAnswer::all_met() const
{
    return std::ranges::all_of(answers, &CriterionAnswer::met);
}

std::vector<CountedOffer> counted_offers(std::span<const Offer> offers, const CoverageQuestion& question)
{
    std::vector<CountedOffer> counted;
    for (const Offer& offer : offers) {
        if (!counts(offer, question)) { continue; }
        CountedOffer one{&offer, !offer.areas.country, {}};
        if (offer.waiting && offer.waiting->capacity == Capacity::full) {
            one.weak.push_back(Weakness::full);
        }
        if (offer.checked.on.plus_days(question.stale_days) <= question.today) {
            one.weak.push_back(Weakness::stale);
        }
        counted.push_back(std::move(one));
    }
    return counted;
}

std::vector<CoverageCell> coverage_cells(std::span<const CountedOffer> counted)
{
    std::vector<CoverageCell> cells;
    for (const AgeSpan& ages : age_groups) {
        for (const Expectation& expected : expectations) {
            for (const Entrance entrance : all_entrances) {
                cells.push_back(cell_of(counted, ages, expected, entrance));
            }
        }
    }
    return cells;
}

std::vector<CoverageFinding> coverage_findings(std::span<const CountedOffer> counted)
{
    std::vector<CoverageFinding> findings;
    for (const Expectation& expected : expectations) {
        const Counted meeting = those(counted, [&](const CountedOffer& one) { return meets(one, expected); });
        std::ranges::move(findings_of(meeting, expected), std::back_inserter(findings));
    }
    std::ranges::stable_sort(findings, {}, &CoverageFinding::standing);
    return findings;
}

std::vector<NeedRow> coverage_by_need(std::span<const Offer> offers, const CoverageQuestion& question,
                                      std::span<const Theme> themes)
{
    std::vector<NeedRow> rows;
    CoverageQuestion about_one = question;
    for (const Theme& theme : themes) {
        about_one.theme = theme.id;
        const std::vector<CountedOffer> counted = counted_offers(offers, about_one);
        for (const Expectation& expected : expectations) {
            const Counted meeting =
                those(counted, [&](const CountedOffer& one) { return meets(one, expected); });
            if (meeting.empty()) { continue; }
            rows.push_back(
                {.theme = theme.id,
                 .severity = expected.severity,
                 .standing = worst_served(planned_ages, meeting),
                 .ages = runs_of(planned_ages, [&](int age) { return !at_age(meeting, age).empty(); }),
                 .alone = runs_standing(planned_ages, meeting, Standing::single),
                 .offers = ids_of(meeting)});
        }
    }
    return rows;
}

std::vector<Station> stations_of(std::span<const CountedOffer> counted, std::span<const Kind> kinds)
{
    std::vector<Station> stations;
    for (int line = 0; line <= lines_max; ++line) {
        Station station;
        station.line = line;
        for (const Kind& kind : kinds) {
            if (kind.line == line) { station.kinds.push_back(kind.id); }
        }
        if (station.kinds.empty()) { continue; }
        const Counted there =
            those(counted, [&](const CountedOffer& one) { return one.local && line_of(one, kinds) == line; });
        station.offers = ids_of(there);
        for (const AgeSpan& ages : age_groups) {
            Counted of_ages;
            std::ranges::copy_if(there, std::back_inserter(of_ages),
                                 [&](const CountedOffer* one) { return serves_some_of(*one, ages); });
            station.by_age.push_back(ids_of(of_ages));
        }
        stations.push_back(std::move(station));
    }
    return stations;
}

std::vector<AgeSpan> nothing_between(std::span<const CountedOffer> counted, std::span<const Kind> kinds)
{
    const Counted between = those(counted, [&](const CountedOffer& one) {
        const int line = line_of(one, kinds);
        return one.local && line > line_of_school_nurse && line < line_of_specialist;
    });
    return runs_standing(planned_ages, between, Standing::hole);
}

std::vector<LaunchAnswer> launch_answers(std::span<const CountedOffer> counted)
{
    std::vector<LaunchAnswer> answers;
    for (const CountedOffer& one : counted) {
        const Offer& offer = *one.offer;
        const bool low = has(low_threshold_kinds, offer.kind) || !offer.in_addition_to.empty();
        if (!one.local || !low) { continue; }
        answers.push_back({.offer = &offer,
                           .answers = {about_referral(offer), about_addition(offer), about_contact(offer),
                                       about_professions(offer)}});
    }
    return answers;
}

std::vector<AgeSpan> launch_missing(std::span<const LaunchAnswer> answers)
{
    return runs_of(planned_ages, [&](int age) {
        return std::ranges::none_of(answers, [&](const LaunchAnswer& answer) {
            return answer.all_met() && AgeSpan{answer.offer->age_min, answer.offer->age_max}.holds(age);
        });
    });
}

} // namespace samvei::finder
