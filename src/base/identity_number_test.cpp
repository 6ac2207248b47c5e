#include "base/identity_number.hpp"

#include <gtest/gtest.h>

namespace samvei {
namespace {

/// Eleven digits from the first nine, with check digits that hold; nothing when one would be 10.
std::optional<std::string> with_check_digits(std::string nine)
{
    const int weights[2][10] = {{3, 7, 6, 1, 8, 9, 4, 5, 2, 0}, {5, 4, 3, 2, 7, 6, 5, 4, 3, 2}};
    for (const auto& row : weights) {
        int sum = 0;
        for (std::size_t place = 0; place < nine.size(); ++place) { sum += row[place] * (nine[place] - '0'); }
        const int digit = (11 - sum % 11) % 11;
        if (digit == 10) { return std::nullopt; }
        nine += static_cast<char>('0' + digit);
    }
    return nine;
}

/// The first number with this date part whose check digits exist.
std::string number_born(const std::string& six)
{
    for (int serial = 100; serial < 1000; ++serial) {
        if (auto number = with_check_digits(six + std::to_string(serial))) { return *number; }
    }
    return {};
}

// The numbers are synthetic: Skatteetaten's Tenor, confirmed by @navikt/fnrvalidator 2.2.1.
TEST(IdentityNumber, AcceptsNumbersThatHold)
{
    for (const std::string_view text : {"17851250034", "17851250115", "17851250387", "17851250468"}) {
        const auto number = find_identity_number(text);
        ASSERT_TRUE(number) << text;
        EXPECT_EQ(number->reveal(), text);
        EXPECT_TRUE(number->synthetic());
        EXPECT_TRUE(number->may_be_born_on(*find_date(2012, 5, 17)));
        EXPECT_TRUE(number->may_be_born_on(*find_date(1912, 5, 17)));
        EXPECT_FALSE(number->may_be_born_on(*find_date(2012, 5, 18)));
        EXPECT_FALSE(number->may_be_born_on(*find_date(2012, 6, 17)));
        EXPECT_FALSE(number->may_be_born_on(*find_date(2013, 5, 17)));
    }
    EXPECT_EQ(find_identity_number("178512 50034"), find_identity_number("17851250034"));
}

TEST(IdentityNumber, KnowsEachSeries)
{
    struct Case {
        std::string_view six;
        bool synthetic;
    };
    const Case cases[] = {{"170512", false}, {"174512", false}, {"177012", true}, {"178512", true},
                          {"570512", false}, {"577012", true},  {"578512", true}, {"318112", true},
                          {"319212", true},  {"286600", true},  {"317712", true}};
    for (const Case& one : cases) {
        const auto number = find_identity_number(number_born(std::string{one.six}));
        ASSERT_TRUE(number) << one.six;
        EXPECT_EQ(number->synthetic(), one.synthetic) << one.six;
    }
    const auto d_number = find_identity_number("57051250062");
    ASSERT_TRUE(d_number);
    EXPECT_FALSE(d_number->synthetic());
    EXPECT_TRUE(d_number->may_be_born_on(*find_date(2012, 5, 17)));
}

TEST(IdentityNumber, RefusesEveryWrongDigit)
{
    const std::string right = "17851250034";
    for (std::size_t place = 0; place < right.size(); ++place) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string wrong = right;
            wrong[place] = digit;
            EXPECT_EQ(find_identity_number(wrong).has_value(), wrong == right) << wrong;
        }
    }
}

TEST(IdentityNumber, RefusesDaysThatDoNotExist)
{
    for (const std::string six :
         {"008512", "328512", "308212", "318412", "298211", "170012", "171312", "174012", "175312", "177812",
          "178012", "179312", "728512", "408512", "179999"}) {
        const std::string number = number_born(six);
        ASSERT_EQ(number.size(), 11U);
        EXPECT_FALSE(find_identity_number(number)) << number;
    }
    // 29 February of 00 and 12: 2000 and 2012 were leap years.
    EXPECT_TRUE(find_identity_number(number_born("298200")));
    EXPECT_TRUE(find_identity_number(number_born("298212")));
}

TEST(IdentityNumber, RefusesOtherShapes)
{
    for (const std::string_view text :
         {"", "1785125003", "178512500345", "17851250 034", " 17851250034", "17851250034 ", "178512-50034",
          "1785125003a", "178512\t50034", "１７851250034"}) {
        EXPECT_FALSE(find_identity_number(text)) << text;
    }
}

} // namespace
} // namespace samvei
