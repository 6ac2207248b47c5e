#include "base/text.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace samvei {
namespace {

using namespace std::string_view_literals;

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

} // namespace
} // namespace samvei
