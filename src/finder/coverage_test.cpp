// Goal: a leader sees where nobody helps, where one alone does, and what may not be leaned on; to the year.
#include "finder/coverage.hpp"

#include "finder/words.hpp"

#include <functional>
#include <gtest/gtest.h>

namespace samvei::finder {
namespace {

const Date today = *find_date("2026-11-22");

/// "0-11 15-15"
std::string text_of(const std::vector<AgeSpan>& spans)
{
    std::string text;
    for (const AgeSpan& span : spans) {
        text += (text.empty() ? "" : " ") + std::to_string(span.from) + "-" + std::to_string(span.to);
    }
    return text;
}

std::string text_of(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) { text += (text.empty() ? "" : " ") + word; }
    return text;
}

/// An offer of Solvik, checked today, without referral.
Offer offer(std::string id, AgeSpan ages, std::vector<Severity> severity,
            const std::function<void(Offer&)>& change = {})
{
    Offer made;
    made.id = std::move(id);
    made.kind = "mental_health_team";
    made.areas.municipalities = {"9901"};
    made.age_min = ages.from;
    made.age_max = ages.to;
    made.severity = std::move(severity);
    made.audience = {Audience::child};
    made.themes = {"anxiety"};
    made.checked.on = today;
    if (change) { change(made); }
    return made;
}

void by_referral(Offer& made)
{
    made.way_in.referral = Referral::required;
}
void national(Offer& made)
{
    made.areas = {.country = true, .counties = {}, .municipalities = {}};
    made.ways = {Way::phone, Way::chat};
}
void full(Offer& made)
{
    made.waiting = Waiting{30, today, Capacity::full};
}

/// The offers that a test is about, for as long as it lasts.
struct Solvik {
    std::vector<Offer> offers;
    CoverageQuestion question{"9901", "", today};

    std::vector<CountedOffer> counted() const { return counted_offers(offers, question); }
    CoverageCell cell(AgeSpan ages, Severity severity, Entrance entrance) const
    {
        for (CoverageCell& cell : coverage_cells(counted())) {
            if (cell.ages == ages && cell.severity == severity && cell.entrance == entrance) { return cell; }
        }
        return {};
    }
    /// "hole moderate 12-15", one a line, of this severity.
    std::string findings(Severity severity) const
    {
        std::string text;
        for (const CoverageFinding& finding : coverage_findings(counted())) {
            if (finding.expected.severity != severity) { continue; }
            text += std::string{word_of(finding.standing)} + " " + text_of({finding.ages}) + " " +
                    text_of(finding.offers) + "\n";
        }
        return text;
    }
};

TEST(Coverage, NamesAHoleToTheYearOnBothSides)
{
    const Solvik solvik{
        {offer("psychologist", {0, 11}, {Severity::moderate}), offer("nurse", {0, 11}, {Severity::moderate}),
         offer("youth_team", {16, 25}, {Severity::moderate}), offer("prompt", {16, 25}, {Severity::moderate}),
         offer("phbu", {0, 17}, {Severity::moderate}, by_referral)}};
    EXPECT_EQ(solvik.findings(Severity::moderate), "hole 12-15 \n");
}

struct Boundary {
    int last_before;    ///< One offer ends at this age,
    int first_after;    ///< another begins at this,
    std::string hole;   ///< and this is missing.
    std::string groups; ///< How 10–12 and 13–15 stand.
};

TEST(Coverage, BothSidesOfEveryBoundary)
{
    const std::vector<Boundary> table{
        {11, 12, "", "single single"},     {11, 13, "12-12", "partial single"},
        {12, 13, "", "single single"},     {12, 14, "13-13", "single partial"},
        {9, 16, "10-15", "hole hole"},     {9, 15, "10-14", "hole partial"},
        {10, 16, "11-15", "partial hole"},
    };
    for (const Boundary& row : table) {
        const Solvik solvik{{offer("young", {0, row.last_before}, {Severity::moderate}),
                             offer("old", {row.first_after, 25}, {Severity::moderate})}};
        std::vector<AgeSpan> holes;
        for (const CoverageFinding& finding : coverage_findings(solvik.counted())) {
            const bool moderate = finding.expected.severity == Severity::moderate;
            if (moderate && finding.standing == Standing::hole) { holes.push_back(finding.ages); }
        }
        EXPECT_EQ(text_of(holes), row.hole) << row.last_before << " | " << row.first_after;
        const auto standing = [&](AgeSpan ages) {
            return std::string{
                word_of(solvik.cell(ages, Severity::moderate, Entrance::no_referral).standing)};
        };
        EXPECT_EQ(standing({10, 12}) + " " + standing({13, 15}), row.groups);
    }
}

TEST(Coverage, OneAloneIsNamedAndTwoAreNot)
{
    Solvik solvik{{offer("eating", {16, 25}, {Severity::moderate}),
                   offer("other", {0, 15}, {Severity::moderate}),
                   offer("third", {0, 15}, {Severity::moderate})}};
    EXPECT_EQ(solvik.findings(Severity::moderate), "single 16-25 eating\n");
    EXPECT_EQ(text_of(solvik.cell({16, 18}, Severity::moderate, Entrance::no_referral).alone), "16-18");
    solvik.offers.push_back(offer("fourth", {16, 25}, {Severity::moderate}));
    EXPECT_EQ(solvik.findings(Severity::moderate), "");
    EXPECT_EQ(solvik.cell({16, 18}, Severity::moderate, Entrance::no_referral).standing, Standing::covered);
}

TEST(Coverage, WhatIsFullOrNotCheckedIsWeak)
{
    Solvik solvik{{offer("one", {0, 25}, {Severity::mild}), offer("two", {0, 25}, {Severity::mild}, full)}};
    EXPECT_EQ(solvik.findings(Severity::mild), "weak 0-25 one two\n");
    EXPECT_EQ(solvik.counted()[1].weak, std::vector{Weakness::full});
    EXPECT_TRUE(solvik.counted()[0].weak.empty());

    // A check is stale from the day on which it is that old.
    solvik.offers[1] =
        offer("two", {0, 25}, {Severity::mild}, [](Offer& made) { made.checked.on = today.plus_days(-179); });
    EXPECT_EQ(solvik.findings(Severity::mild), "");
    solvik.offers[1].checked.on = today.plus_days(-180);
    EXPECT_EQ(solvik.findings(Severity::mild), "weak 0-25 one two\n");
    EXPECT_EQ(solvik.counted()[1].weak, std::vector{Weakness::stale});
    // A third that is sound: two to lean on.
    solvik.offers.push_back(offer("three", {0, 25}, {Severity::mild}));
    EXPECT_EQ(solvik.findings(Severity::mild), "");
}

TEST(Coverage, WhatIsForTheCountryIsDigitalAndNeverLocal)
{
    const Solvik solvik{{offer("ung_no", {13, 20}, {Severity::universal}, national)}};
    EXPECT_EQ(solvik.cell({13, 15}, Severity::universal, Entrance::no_referral).standing, Standing::hole);
    EXPECT_EQ(text_of(solvik.cell({13, 15}, Severity::universal, Entrance::digital).offers), "ung_no");
    // Nobody is promised a digital offer: where there is none nothing is missed.
    EXPECT_EQ(solvik.cell({0, 2}, Severity::universal, Entrance::digital).standing, Standing::none);
    for (const Station& station : stations_of(solvik.counted(), {})) { EXPECT_TRUE(station.offers.empty()); }
}

TEST(Coverage, ANationalPhoneLineIsNotCounted)
{
    const Solvik solvik{{offer("police", {0, 120}, {Severity::severe}, [](Offer& made) {
        national(made);
        made.ways = {Way::phone};
    })}};
    for (const Entrance entrance : all_entrances) {
        EXPECT_TRUE(solvik.cell({13, 15}, Severity::severe, entrance).offers.empty());
    }
}

TEST(Coverage, SeriousProblemsMayNeedAReferralAndMildOnesMayNot)
{
    const Solvik solvik{{offer("phbu", {0, 25}, {Severity::moderate, Severity::severe}, by_referral)}};
    EXPECT_EQ(solvik.findings(Severity::severe), "single 0-25 phbu\n");
    EXPECT_EQ(solvik.findings(Severity::moderate), "hole 0-25 \n");
    EXPECT_EQ(solvik.cell({0, 2}, Severity::severe, Entrance::no_referral).standing, Standing::none);
    EXPECT_EQ(solvik.cell({0, 2}, Severity::severe, Entrance::referral).standing, Standing::single);
    EXPECT_EQ(solvik.cell({0, 2}, Severity::moderate, Entrance::no_referral).standing, Standing::hole);
    // Nobody expects a referral for moderate problems, so its absence is no hole.
    EXPECT_EQ(solvik.cell({0, 2}, Severity::mild, Entrance::referral).standing, Standing::none);
    // Complex needs: nothing at all is missed in both ways.
    EXPECT_EQ(solvik.cell({0, 2}, Severity::complex, Entrance::no_referral).standing, Standing::hole);
    EXPECT_EQ(solvik.cell({0, 2}, Severity::complex, Entrance::referral).standing, Standing::hole);
}

TEST(Coverage, WhatIsThereByReferralIsMissedInNeitherWay)
{
    const Solvik solvik{{offer("phbu", {0, 17}, {Severity::severe}, by_referral)}};
    for (const Entrance entrance : {Entrance::no_referral, Entrance::referral}) {
        const CoverageCell cell = solvik.cell({16, 18}, Severity::severe, entrance);
        EXPECT_EQ(cell.standing, Standing::partial);
        EXPECT_EQ(text_of(cell.without), "18-18");
    }
    EXPECT_TRUE(solvik.cell({16, 18}, Severity::severe, Entrance::digital).without.empty());
}

struct WhoCounts {
    std::string what;
    std::function<void(Offer&)> change;
    bool counts;
};

TEST(Coverage, CountsWhatIsForTheFamilyHereAndNow)
{
    const std::vector<WhoCounts> table{
        {"as it is", [](Offer&) {}, true},
        {"another municipality", [](Offer& made) { made.areas.municipalities = {"9902"}; }, false},
        {"only for professionals", [](Offer& made) { made.audience = {Audience::professional}; }, false},
        {"for parents", [](Offer& made) { made.audience = {Audience::parent}; }, true},
        {"about something else", [](Offer& made) { made.themes = {"sleep"}; }, false},
        {"ends today", [](Offer& made) { made.valid_to = today; }, true},
        {"ended yesterday", [](Offer& made) { made.valid_to = today.plus_days(-1); }, false},
        {"begins today", [](Offer& made) { made.valid_from = today; }, true},
        {"begins tomorrow", [](Offer& made) { made.valid_from = today.plus_days(1); }, false},
        {"from 25", [](Offer& made) { made.age_min = 25, made.age_max = 120; }, true},
        {"from 26", [](Offer& made) { made.age_min = 26, made.age_max = 120; }, false},
    };
    for (const WhoCounts& row : table) {
        Solvik solvik{{offer("one", {0, 25}, {Severity::mild}, row.change)}};
        solvik.question.theme = "anxiety";
        EXPECT_EQ(!solvik.counted().empty(), row.counts) << row.what;
    }
}

TEST(Coverage, EveryNeedIsShownAsFarAsItReaches)
{
    const Solvik solvik{
        {offer("eating", {16, 25}, {Severity::mild, Severity::moderate},
               [](Offer& made) { made.themes = {"eating"}; }),
         offer("nurse", {13, 15}, {Severity::mild}, [](Offer& made) { made.themes = {"eating"}; })}};
    std::vector<Theme> themes(2);
    themes[0].id = "eating";
    themes[1].id = "sleep";
    const std::vector<NeedRow> rows = coverage_by_need(solvik.offers, solvik.question, themes);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].severity, Severity::mild);
    EXPECT_EQ(text_of(rows[0].ages), "13-25");
    EXPECT_EQ(rows[1].severity, Severity::moderate);
    EXPECT_EQ(rows[1].standing, Standing::single);
    EXPECT_EQ(text_of(rows[1].ages), "16-25");
    EXPECT_EQ(text_of(rows[1].alone), "16-25");
    EXPECT_EQ(text_of(rows[1].offers), "eating");
}

TEST(Coverage, TheLineGoesFromSchoolNurseToSpecialist)
{
    const auto of_kind = [](std::string kind) { return [kind](Offer& made) { made.kind = kind; }; };
    const Solvik solvik{{offer("nurse", {6, 15}, {Severity::mild}, of_kind("school_health")),
                         offer("team", {6, 12}, {Severity::mild}, of_kind("mental_health_team")),
                         offer("phbu", {0, 17}, {Severity::severe}, of_kind("specialist"))}};
    const std::vector<Kind> kinds{
        {"specialist", {}, 9, ""}, {"school_health", {}, 3, ""}, {"mental_health_team", {}, 5, ""}};
    const std::vector<Station> stations = stations_of(solvik.counted(), kinds);
    ASSERT_EQ(stations.size(), 3U);
    EXPECT_EQ(text_of(stations[0].offers) + text_of(stations[1].offers) + text_of(stations[2].offers),
              "nurseteamphbu");
    EXPECT_EQ(text_of(stations[1].by_age[3]), "team"); // 10–12
    EXPECT_EQ(text_of(stations[1].by_age[4]), "");     // 13–15
    EXPECT_EQ(text_of(nothing_between(solvik.counted(), kinds)), "0-5 13-25");
}

struct Launched {
    std::string what;
    std::function<void(Offer&)> change;
    std::size_t criterion;
    bool met;
    std::string_view reason;
    std::string words;
};

TEST(Coverage, EachLaunchCriterionSaysWhy)
{
    const auto contact = [](ContactKind kind) {
        return [kind](Offer& made) { made.contacts = {{kind, "x", {}, {}}}; };
    };
    const std::vector<Launched> table{
        {"nobody refers", [](Offer&) {}, 0, true, "nobody_refers", ""},
        {"one may", [](Offer& made) { made.way_in.referral = Referral::possible; }, 0, true,
         "referral_possible", ""},
        {"somebody must", by_referral, 0, false, "referral_required", ""},
        {"says nothing", [](Offer&) {}, 1, false, "beside_not_said", "school_health gp"},
        {"only the GP", [](Offer& made) { made.in_addition_to = {"gp"}; }, 1, false, "beside_not_said",
         "school_health"},
        {"both",
         [](Offer& made) {
             made.in_addition_to = {"school_health", "gp"};
         },
         1, true, "beside_both", ""},
        {"both, for small ones",
         [](Offer& made) {
             made.in_addition_to = {"health_centre", "gp"};
         },
         1, true, "beside_both", ""},
        {"phone", contact(ContactKind::phone), 2, true, "child_may_reach", "phone"},
        {"chat", contact(ContactKind::chat), 2, true, "child_may_reach", "chat"},
        {"a door", contact(ContactKind::visit), 2, true, "child_may_reach", "visit"},
        {"a form", contact(ContactKind::form), 2, false, "only_in_writing", ""},
        {"adults only", [&](Offer& made) { contact(ContactKind::phone)(made), made.way_in.self = false; }, 2,
         false, "adult_must_reach", ""},
        {"one profession", [](Offer&) {}, 3, false, "one_profession", ""},
        {"several", [](Offer& made) { made.multidisciplinary = true; }, 3, true, "several_professions", ""},
    };
    for (const Launched& row : table) {
        const Solvik solvik{{offer("one", {0, 25}, {Severity::mild}, row.change)}};
        const std::vector<CountedOffer> counted = solvik.counted();
        const std::vector<LaunchAnswer> answers = launch_answers(counted);
        ASSERT_EQ(answers.size(), 1U) << row.what;
        const CriterionAnswer& answer = answers[0].answers[row.criterion];
        EXPECT_EQ(answer.met, row.met) << row.what;
        EXPECT_EQ(word_of(answer.reason), row.reason) << row.what;
        EXPECT_EQ(text_of(answer.what), row.words) << row.what;
    }
}

TEST(Coverage, AgesWithoutAServiceThatMeetsAllCriteriaAreNamed)
{
    const auto whole = [](Offer& made) {
        made.in_addition_to = {"school_health", "gp"};
        made.multidisciplinary = true;
        made.contacts = {{ContactKind::sms, "x", {}, {}}};
    };
    Solvik solvik{{offer("team", {6, 15}, {Severity::mild}, whole),
                   offer("club", {0, 25}, {Severity::mild}, [](Offer& made) { made.kind = "youth_club"; })}};
    std::vector<CountedOffer> counted = solvik.counted();
    EXPECT_EQ(launch_answers(counted).size(), 1U); // A club is no such service.
    EXPECT_EQ(text_of(launch_missing(launch_answers(counted))), "0-5 16-25");
}

} // namespace
} // namespace samvei::finder
