// Goal: a slip is mended to a known word; what is short, known or too far stays as it is.

#include "finder/spelling.hpp"

#include <gtest/gtest.h>

namespace samvei::finder {
namespace {

Spelling some_words()
{
    Spelling spelling;
    for (const char* const word : {"søvn", "angst", "depresjon", "mobbing", "spiseforstyrrelse", "redd",
                                   "rus", "være", "åndenød", "skole", "venner"}) {
        spelling.add(word, Spelling::Slips::also_short);
    }
    spelling.add("kome", Spelling::Slips::long_words);
    spelling.finish();
    return spelling;
}

TEST(Spelling, CountsSlips)
{
    struct Case {
        const char32_t* left;
        const char32_t* right;
        std::size_t distance;
    };
    const Case cases[]{{U"", U"", 0},           {U"søvn", U"søvn", 0}, {U"søvn", U"sövn", 1},
                       {U"angst", U"agnst", 1}, {U"angst", U"ang", 2}, {U"a", U"", 1},
                       {U"angst", U"", 3},      {U"abc", U"cab", 2}};
    for (const Case& one : cases) { EXPECT_EQ(distance_between(one.left, one.right, 2), one.distance); }
}

TEST(Spelling, MendsOneSlipFromFourLettersAndTwoFromEight)
{
    const Spelling spelling = some_words();
    const std::pair<const char*, const char*> cases[]{
        {"agnst", "angst"},         // swapped
        {"angstt", "angst"},        // one too many
        {"agst", "angst"},          // one missing
        {"xngst", ""},              // five letters keep the first
        {"mobing", "mobbing"},      //
        {"nobbing", "mobbing"},     // seven letters need not
        {"depresion", "depresjon"}, //
        {"deprsion", "depresjon"},  // eight letters: two slips
        {"dprsion", ""},            // seven: one
        {"deprasion", "depresjon"}, //
        {"deprxsixx", ""},          // three slips
        {"spiseforstyrelse", "spiseforstyrrelse"},
        {"kone", ""}, // may well be another word
        {"komme", ""},
        {"rsu", ""}, // too short
        {"red", ""}, // too short
        {"", ""},
    };
    for (const auto& [typed, meant] : cases) { EXPECT_EQ(spelling.find_nearest(typed), meant) << typed; }
}

TEST(Spelling, ReadsAForeignKeyboard)
{
    const Spelling spelling = some_words();
    const std::pair<const char*, const char*> cases[]{{"sovn", "søvn"},
                                                      {"soevn", "søvn"},
                                                      {"vaere", "være"},
                                                      {"aandenoed", "åndenød"},
                                                      {"andenod", "åndenød"}};
    for (const auto& [typed, meant] : cases) { EXPECT_EQ(spelling.find_nearest(typed), meant) << typed; }
}

TEST(Spelling, KnowsNothingWhenEmpty)
{
    Spelling spelling;
    spelling.finish();
    EXPECT_EQ(spelling.find_nearest("angst"), "");
}

} // namespace
} // namespace samvei::finder
