// Goal: what people type leads to themes, and each theme can say which of their own words led there.

#include "base/text.hpp"
#include "finder/finder_fixture.hpp"
#include "finder/understanding.hpp"
#include "finder/words.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace samvei::finder {
namespace {

Understood understood(std::string_view text)
{
    static const std::vector<Offer> offers = testing::offers();
    static const Lexicon lexicon{testing::vocabulary(), offers};
    return understand(text, lexicon);
}

/// "sleep: får ikke sove; anxiety: redd", in the order of their ids.
std::string said(std::string_view text)
{
    std::vector<std::string> parts;
    for (const ThemeFound& theme : understood(text).themes) {
        std::string part = theme.id + ":";
        for (const std::string& words : theme.words) { part += " [" + words + "]"; }
        parts.push_back(std::move(part));
    }
    std::ranges::sort(parts);
    std::string all;
    for (const std::string& part : parts) { all += (all.empty() ? "" : ", ") + part; }
    return all;
}

TEST(Understanding, WordsAndPhrasesLeadToThemes)
{
    const std::pair<const char*, const char*> cases[]{
        {"", ""},
        {"hei", ""},
        {"søvn", "sleep: [søvn]"},
        {"SØVNEN min", "sleep: [SØVNEN]"},
        {"Jeg får ikke sove!", "sleep: [får ikke sove]"},
        {"jeg får nesten aldri ikke sove", "sleep: [får nesten aldri ikke sove]"},
        {"får jeg bare helt ikke sove", ""}, // three words between
        {"Eg får ikkje sove", "sleep: [får ikkje sove]"},
        {"æ får itj sove", "sleep: [får itj sove]"},
        {"I can’t sleep", "sleep: [can’t sleep]"},
        {"i cant sleep", "sleep: [cant sleep]"},
        {"oađđit", "sleep: [oađđit]"},
        {"oaddit", "sleep: [oaddit]"},
        {"redd og lei meg", "anxiety: [redd], depression: [lei meg]"},
        {"redd for alt", "anxiety: [redd for alt]"},
    };
    for (const auto& [text, expected] : cases) { EXPECT_EQ(said(text), expected) << text; }
}

TEST(Understanding, CompoundsAreReadByTheirParts)
{
    const std::pair<const char*, const char*> cases[]{
        {"søvnproblemer", "sleep: [søvnproblemer]"},
        {"skoleangst", "anxiety: [skoleangst], school: [skoleangst]"},
        {"mobbesak", "bullying: [mobbesak]"},
        {"uro", "anxiety: [uro]"},
        {"europa", ""},
    };
    for (const auto& [text, expected] : cases) { EXPECT_EQ(said(text), expected) << text; }
}

TEST(Understanding, SlipsAreMendedToKnownWordsOnly)
{
    const Understood slip = understood("depresion");
    ASSERT_EQ(slip.terms.size(), 1U);
    EXPECT_EQ(slip.terms[0].meant, "depresjon");
    EXPECT_TRUE(slip.terms[0].mended);
    EXPECT_EQ(said("agnst"), "anxiety: [agnst]");
    EXPECT_EQ(said("sovn"), "sleep: [sovn]");
    EXPECT_EQ(understood("skolehelsetjenseten").terms.at(0).meant, "skolehelsetjenesten");
    for (const char* const word : {"angsten", "redde", "uro", "ur", "xyzzy"}) {
        for (const Term& term : understood(word).terms) { EXPECT_FALSE(term.mended) << word; }
    }
}

TEST(Understanding, WhoAsksAndHowOld)
{
    struct Case {
        const char* text;
        std::optional<Asker> asker;
        std::optional<int> age;
    };
    const Case cases[]{
        {"søvn", {}, {}},
        {"jeg er redd", Asker::self, {}},
        {"jeg er 14 og redd", Asker::self, 14},
        {"sønnen min på 8 år får ikke sove", Asker::parent, 8},
        {"jeg er redd for sønnen min", Asker::parent, {}},
        {"en elev, 15 år", Asker::professional, 15},
        {"12-åring", {}, 12},
        {"treåringen sover ikke", {}, 3},
        {"hun er fjorten år", {}, 14},
        {"en to tre", {}, {}},
        {"I'm 15", {}, 15},
        {"i am 15 years old", Asker::self, 15},
        {"trist i 2 år", {}, {}},
        {"for 3 år siden", {}, {}},
        {"en på 8 år og en på 12 år", {}, {}},
        {"jeg er 45 år", Asker::self, {}},
        {"26 år", {}, {}},
        {"25 år", {}, 25},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(understood(one.text).asker, one.asker) << one.text;
        EXPECT_EQ(understood(one.text).age, one.age) << one.text;
    }
}

TEST(Understanding, TellsWhenItIsUrgent)
{
    for (const char* const text :
         {"jeg vil ikke leve", "vil egentlig ikke leve mer", "selvmord", "kill myself"}) {
        EXPECT_TRUE(understood(text).urgent) << text;
        EXPECT_FALSE(understood(text).urgent_words.empty()) << text;
    }
    for (const char* const text : {"", "får ikke sove", "vil leve", "ikke leve"}) {
        EXPECT_FALSE(understood(text).urgent) << text;
    }
}

TEST(Understanding, ReadsNoMoreThanItMust)
{
    const std::string far = std::string(text_bytes_max, '.') + "søvn";
    EXPECT_EQ(said(far), "");
    EXPECT_EQ(said(std::string(text_bytes_max - 5, ' ') + "søvn"), "sleep: [søvn]");
    std::string nonsense;
    for (int i = 0; i < 40; ++i) { nonsense += "xyz" + std::to_string(i) + "qwk "; }
    EXPECT_EQ(said(nonsense + "agnst"), "");
    EXPECT_EQ(said(nonsense + "angst"), "anxiety: [angst]");
    EXPECT_EQ(said("\xff\xfe søvn \xc3"), "sleep: [søvn]");
}

} // namespace
} // namespace samvei::finder
