#include "base/text.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace samvei {
namespace {

using namespace std::string_view_literals;

TEST(FirstLetters, NeverHalveOne)
{
    EXPECT_EQ(first_letters("blåbær", 2), "bl");
    EXPECT_EQ(first_letters("blåbær", 3), "blå");
    EXPECT_EQ(first_letters("blåbær", 6), "blåbær");
    EXPECT_EQ(first_letters("blåbær", 7), "blåbær");
    EXPECT_EQ(first_letters("ŋ", 0), "");
    EXPECT_EQ(first_letters("", 3), "");
}

TEST(Text, TellsUtf8FromOtherBytes)
{
    for (const auto text : {""sv, "abc"sv, "æøå"sv, "ŋ"sv, "👩‍👧 \U0010FFFF"sv, "\x7f\x01"sv}) {
        EXPECT_TRUE(is_utf8(text)) << text;
    }
    for (const auto text :
         {"\0"sv, "a\0b"sv, "\x80"sv, "\xc3"sv, "\xc0\xaf"sv, "\xe0\x80\xaf"sv, "\xed\xa0\x80"sv,
          "\xf4\x90\x80\x80"sv, "\xff"sv, "\xe6\xf8\xe5"sv, "\xe2\x82"sv}) {
        EXPECT_FALSE(is_utf8(text));
    }
}

TEST(Text, CountsCodePoints)
{
    EXPECT_EQ(length_of(""), 0U);
    EXPECT_EQ(length_of("abc"), 3U);
    EXPECT_EQ(length_of("æøå"), 3U);
    EXPECT_EQ(length_of("👩‍👧"), 3U); // two people and a joiner
}

TEST(Text, TrimsEveryWhiteSpaceAndMendsLineEnds)
{
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed(" \t\r\n"), "");
    EXPECT_EQ(trimmed("a"), "a");
    EXPECT_EQ(trimmed("  å \n"), "å");
    EXPECT_EQ(trimmed("\u00a0\u2003hei du\u2029\u3000"), "hei du");
    EXPECT_EQ(trimmed("én\r\nto\rtre\n\r\nfire"), "én\nto\ntre\n\nfire");
}

TEST(Text, OrdersNamesAsNorwegiansDo)
{
    const std::vector<std::string> right{"Ada",   "Anders", "Berit", "Eva",   "Øistein",
                                         "Ørjan", "Åse",    "Aase",  "Åshild"};
    std::vector<std::string> names = right;
    std::reverse(names.begin(), names.end());
    std::sort(names.begin(), names.end(),
              [](const auto& left, const auto& other) { return compare_norwegian(left, other) < 0; });
    EXPECT_LT(compare_norwegian("Zoe", "Ægir"), 0);
    EXPECT_LT(compare_norwegian("Ægir", "Øyvind"), 0);
    EXPECT_LT(compare_norwegian("Øyvind", "Åse"), 0);
    EXPECT_GT(compare_norwegian("Aase", "Zoe"), 0);
    EXPECT_EQ(compare_norwegian("Åse", "Åse"), 0);
    EXPECT_LT(compare_norwegian("anne", "Berit"), 0);
    EXPECT_EQ(names, right);
}

TEST(Text, FoldsLettersHoweverTheyWereTyped)
{
    const std::pair<const char*, const char*> cases[]{
        {"", ""},
        {"Søvn", "søvn"},
        {"ÆØÅ", "æøå"},
        {"A\u030ankel", "ånkel"}, // A and a ring
        {"Ängslig", "ængslig"},   // as Swedes write
        {"öppen", "øppen"},
        {"o\u0308ppen", "øppen"},
        {"Sámi giella", "sami giella"},
        {"Čoahkkin đ Ŋ Šaldi Ŧ Ž", "coahkkin d n saldi t z"},
        {"kafé, òg, fôr", "kafe, og, for"},
        {"Straße", "strasse"},
        {"Łódź", "lodz"},
        {"Киї\u0432", "київ"},
        {"й", "й"},
        {"مدرسة", "مدرسة"},
        {"\xff!", "\uFFFD!"},
    };
    for (const auto& [typed, expected] : cases) { EXPECT_EQ(folded(typed), expected) << typed; }
    EXPECT_EQ(folded("\xc3"), "\uFFFD");
    EXPECT_EQ(folded(std::string_view{"a\0B", 3}), (std::string{"a\0b", 3}));
}

TEST(Text, FindsWordsInAnything)
{
    const auto words = [](std::string_view text) {
        std::string all;
        for (const TypedWord& word : words_in(text)) {
            all += std::string{word.typed} + "=" + word.folded + " ";
        }
        return all;
    };
    EXPECT_EQ(words(""), "");
    EXPECT_EQ(words(" . – « "), "");
    EXPECT_EQ(words("Jeg får IKKE sove!"), "Jeg=jeg får=får IKKE=ikke sove=sove ");
    EXPECT_EQ(words("can't, can’t 'hei'"), "can't=cant can’t=cant hei=hei ");
    EXPECT_EQ(words("14-åring/ung.no"), "14=14 åring=åring ung=ung no=no ");
    EXPECT_EQ(words("A\u030ase"), "A\u030ase=åse ");
    EXPECT_EQ(words("redd\xffsint"), "redd=redd sint=sint ");
    EXPECT_EQ(words(std::string_view{"a\0b", 3}), "a=a b=b ");
    EXPECT_EQ(words("👩‍👧 hei"), "hei=hei ");
}

} // namespace
} // namespace samvei
