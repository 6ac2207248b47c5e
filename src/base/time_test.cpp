#include "base/time.hpp"

#include "base/result.hpp"

#include <gtest/gtest.h>

namespace samvei {
namespace {

Date date(std::string_view text)
{
    return find_date(text).value();
}
Instant instant(std::string_view text)
{
    return find_instant(text).value();
}

TEST(Time, InstantsRoundTrip)
{
    for (const std::string_view text :
         {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2026-11-22T08:30:00Z", "2000-02-29T23:59:59Z",
          "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1900-03-01T00:00:01Z"}) {
        EXPECT_EQ(text_of(instant(text)), text);
    }
    EXPECT_EQ(instant("1970-01-01T00:00:00Z").seconds, 0);
    EXPECT_EQ(instant("2026-11-22T08:30:00Z").seconds, 1'795'336'200);
    EXPECT_THROW(text_of(Instant{253'402'300'800}), BrokenInvariant); // year 10000
}

TEST(Time, RefusesInstantsThatAreNone)
{
    for (const std::string_view text :
         {"", "2026-11-22", "2026-11-22T08:30:00", "2026-11-22t08:30:00Z", "2026-11-22T08:30:00z",
          "2026-11-22T24:00:00Z", "2026-11-22T08:60:00Z", "2026-11-22T08:30:60Z", "2026-02-29T08:30:00Z",
          "2026-11-22T08:30:00+0", "2026-11-22 08:30:00Z", "2026-11-22T+8:30:00Z", "0000-01-01T00:00:00Z",
          "2026-11-22T08:30:00.5Z"}) {
        EXPECT_FALSE(find_instant(text)) << text;
    }
}

TEST(Time, DatesThatExistAndDatesThatDoNot)
{
    for (const std::string_view text :
         {"2024-02-29", "2000-02-29", "2026-12-31", "1900-01-01", "0001-01-01"}) {
        EXPECT_EQ(text_of(date(text)), text);
    }
    for (const std::string_view text :
         {"2023-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
          "26-01-01", "2026-1-01", "2026/01/01", "2026-01-1 ", "-026-01-01", "0000-01-01", " 2026-01-01"}) {
        EXPECT_FALSE(find_date(text)) << text;
    }
    EXPECT_FALSE(find_date(2026, 2, 30));
    EXPECT_FALSE(find_date(10'000, 1, 1));
    EXPECT_FALSE(find_date(2026, -1, 1));
    EXPECT_EQ(find_date(1970, 1, 2)->days, 1);
}

TEST(Time, Weekdays)
{
    EXPECT_EQ(weekday_of(date("2026-11-22")), 7); // Sunday
    EXPECT_EQ(weekday_of(date("2026-11-23")), 1);
    EXPECT_EQ(weekday_of(date("1969-12-31")), 3);
}

// Goal: the day in Norway changes at midnight there, summer and winter, before and after the years that
// the system's zone files list one by one.
TEST(Time, DayInNorwayBeginsAtMidnightThere)
{
    struct Case {
        std::string_view day;
        std::string_view begins;
    };
    const Case cases[] = {
        {"2026-01-15", "2026-01-14T23:00:00Z"}, {"2026-07-15", "2026-07-14T22:00:00Z"},
        {"2026-03-29", "2026-03-28T23:00:00Z"}, {"2026-03-30", "2026-03-29T22:00:00Z"}, // summer time begins
        {"2026-10-25", "2026-10-24T22:00:00Z"}, {"2026-10-26", "2026-10-25T23:00:00Z"}, // and ends
        {"2037-07-01", "2037-06-30T22:00:00Z"}, {"2044-07-01", "2044-06-30T22:00:00Z"},
        {"2044-01-01", "2043-12-31T23:00:00Z"}, {"2051-03-27", "2051-03-26T22:00:00Z"},
        {"2051-03-26", "2051-03-25T23:00:00Z"}, {"2100-07-01", "2100-06-30T22:00:00Z"},
        {"2100-10-31", "2100-10-30T22:00:00Z"}, {"2100-11-01", "2100-10-31T23:00:00Z"},
        {"1985-12-24", "1985-12-23T23:00:00Z"}};
    for (const Case& one : cases) {
        const Instant begins = instant(one.begins);
        EXPECT_EQ(text_of(start_of_day_in_norway(date(one.day))), one.begins) << one.day;
        EXPECT_EQ(text_of(date_in_norway(begins)), one.day);
        EXPECT_EQ(date_in_norway(Instant{begins.seconds - 1}), date(one.day).plus_days(-1)) << one.day;
    }
}

TEST(Time, MinuteOnTheWallInNorway)
{
    struct Case {
        std::string_view at;
        int minute;
    };
    const Case cases[] = {
        {"2026-01-14T22:59:59Z", 1439}, {"2026-01-14T23:00:00Z", 0},
        {"2026-07-15T06:30:59Z", 510},  {"2026-03-29T00:59:59Z", 119}, // summer time begins:
        {"2026-03-29T01:00:00Z", 180},                                 // 02 is left out
        {"2026-10-25T00:30:00Z", 150},  {"2026-10-25T01:30:00Z", 150}, // and ends: 02:30 twice
        {"2044-07-01T10:00:00Z", 720},  {"1969-12-31T22:59:00Z", 1439}};
    for (const Case& one : cases) {
        EXPECT_EQ(minute_of_day_in_norway(instant(one.at)), one.minute) << one.at;
    }
}

TEST(Time, EveryDayBeginsOnItself)
{
    for (Date day = date("1900-01-01"); day < date("2101-01-01"); day = day.plus_days(1)) {
        ASSERT_EQ(date_in_norway(start_of_day_in_norway(day)), day) << text_of(day);
    }
}

TEST(Time, AgeOnBothSidesOfABirthday)
{
    struct Case {
        std::string_view born;
        std::string_view on;
        int age;
    };
    const Case cases[] = {
        {"2010-06-15", "2026-06-14", 15}, {"2010-06-15", "2026-06-15", 16}, {"2010-06-15", "2026-12-31", 16},
        {"2010-12-31", "2026-01-01", 15}, {"2008-02-29", "2026-02-28", 17}, {"2008-02-29", "2026-03-01", 18},
        {"2008-02-29", "2024-02-28", 15}, {"2008-02-29", "2024-02-29", 16}, {"2026-01-01", "2026-01-01", 0}};
    for (const Case& one : cases) {
        EXPECT_EQ(age_in_years(date(one.born), date(one.on)), one.age) << one.born << ' ' << one.on;
    }
}

TEST(Time, StoppedClockMovesOnlyWhenTold)
{
    StoppedClock clock{instant("2026-11-22T23:30:00Z")};
    EXPECT_EQ(text_of(clock.today()), "2026-11-23");
    clock.move_days(2);
    EXPECT_EQ(text_of(clock.now()), "2026-11-24T23:30:00Z");
    EXPECT_GT(SystemClock{}.now(), instant("2024-01-01T00:00:00Z"));
}

} // namespace
} // namespace samvei
