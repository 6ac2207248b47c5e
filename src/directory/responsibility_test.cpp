// Goal: for every child somebody has the treatment responsibility, and not two; to the year.
#include "directory/responsibility.hpp"

#include "finder/words.hpp"

#include <gtest/gtest.h>

namespace samvei::directory {
namespace {

using enum finder::Severity;
using Severities = std::vector<finder::Severity>;

const Date today = *find_date("2026-11-22");
const Severities every{mild, moderate, severe, complex};

Responsibility row(const std::string& id, finder::AgeSpan ages, Severities severities,
                   const std::string& theme = all_themes)
{
    Responsibility made;
    made.id = ResponsibilityId{id};
    made.text.ages = ages;
    made.text.severities = std::move(severities);
    made.text.theme = theme;
    return made;
}

/// "moderate 12-15, severe 0-25"
std::string gaps_of(const std::vector<Responsibility>& rows)
{
    std::string text;
    for (const ResponsibilityGap& gap : gaps_in(rows)) {
        text += (text.empty() ? "" : ", ") + std::string{word_of(gap.severity)} + " " +
                std::to_string(gap.ages.from) + "-" + std::to_string(gap.ages.to);
    }
    return text;
}

/// "moderate 12-15 a+b"
std::string overlaps_of(const std::vector<Responsibility>& rows)
{
    std::string text;
    for (const ResponsibilityOverlap& overlap : overlaps_in(rows)) {
        text += (text.empty() ? "" : ", ") + std::string{word_of(overlap.severity)} + " " +
                std::to_string(overlap.ages.from) + "-" + std::to_string(overlap.ages.to) + " " +
                overlap.first.text() + "+" + overlap.second.text();
    }
    return text;
}

TEST(Responsibility, AnEmptyRegisterIsAGapForEverybody)
{
    EXPECT_EQ(gaps_of({}), "mild 0-25, moderate 0-25, severe 0-25, complex 0-25");
}

TEST(Responsibility, AGapIsNamedToTheYear)
{
    struct Case {
        finder::AgeSpan first;
        finder::AgeSpan second;
        std::string gaps;
        std::string overlaps;
    };
    const std::vector<Case> table{
        {{0, 12}, {13, 25}, "", ""},
        {{0, 11}, {13, 25}, "moderate 12-12", ""},
        {{0, 13}, {13, 25}, "", "moderate 13-13 a+b"},
        {{0, 11}, {16, 25}, "moderate 12-15", ""},
        {{1, 12}, {13, 24}, "moderate 0-0, moderate 25-25", ""},
        {{0, 25}, {12, 15}, "", "moderate 12-15 a+b"},
    };
    for (const Case& one : table) {
        const std::vector<Responsibility> rows{row("a", one.first, {moderate}),
                                               row("b", one.second, {moderate}),
                                               row("c", {0, 25}, {mild, severe, complex})};
        EXPECT_EQ(gaps_of(rows), one.gaps);
        EXPECT_EQ(overlaps_of(rows), one.overlaps);
    }
}

TEST(Responsibility, TheSpecialStandsBeforeTheGeneral)
{
    // Eating has an own unit: no overlap with "all", and no gap is closed by it.
    EXPECT_EQ(overlaps_of({row("a", {0, 25}, every), row("b", {12, 17}, every, "eating")}), "");
    EXPECT_EQ(gaps_of({row("a", {0, 11}, every), row("b", {12, 25}, {moderate}, "eating")}),
              "mild 12-25, moderate 12-25, severe 12-25, complex 12-25");
    EXPECT_EQ(overlaps_of({row("a", {0, 15}, {severe}, "eating"), row("b", {15, 25}, {severe}, "eating"),
                           row("c", {15, 15}, {mild}, "eating"), row("d", {0, 25}, {severe}, "sleep")}),
              "severe 15-15 a+b");
}

TEST(Responsibility, WhatHasEndedHoldsNoLonger)
{
    Responsibility ended = row("a", {0, 25}, every);
    EXPECT_EQ(gaps_of({ended}), "");
    ended.ended_on = today;
    EXPECT_EQ(gaps_of({ended}), "mild 0-25, moderate 0-25, severe 0-25, complex 0-25");
    EXPECT_EQ(overlaps_of({ended, row("b", {0, 25}, every)}), "");
}

TEST(Responsibility, ATextSaysWhatIsWrongWithIt)
{
    ResponsibilityText sound{.ages = {12, 12},
                             .theme = "eating",
                             .severities = {mild},
                             .unit = std::nullopt,
                             .other_unit = "BUP",
                             .leader = "Eva Li",
                             .decided_on = today,
                             .note = ""};
    const std::vector<std::string> themes{"eating"};
    EXPECT_TRUE(faults_of(sound, themes, today).empty());

    ResponsibilityText wrong = sound;
    wrong.ages = {13, 12};
    wrong.theme = "flying";
    wrong.other_unit = "";
    wrong.decided_on = today.plus_days(1);
    const std::vector<FieldFault> expected{{"age_to", FaultCode::too_small, 13},
                                           {"theme", FaultCode::not_known},
                                           {"unit", FaultCode::required},
                                           {"decided_on", FaultCode::in_the_future}};
    EXPECT_EQ(faults_of(wrong, themes, today), expected);
}

} // namespace
} // namespace samvei::directory
