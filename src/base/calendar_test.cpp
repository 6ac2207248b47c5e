#include "base/calendar.hpp"

#include "base/files.hpp"
#include "base/result.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace samvei {
namespace {

Date date(std::string_view text)
{
    return find_date(text).value();
}

std::string texts_of(const std::vector<Date>& dates)
{
    std::string text;
    for (const Date day : dates) { text += text_of(day).substr(5) + ' '; }
    return text;
}

// Goal: Easter falls where the almanacs say, at both ends of the years we serve and at the extremes.
TEST(Calendar, EasterSundayOfManyYears)
{
    const std::string_view days[] = {
        "1818-03-22", "1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "1999-04-04", "2000-04-23",
        "2008-03-23", "2011-04-24", "2016-03-27", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17",
        "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
        "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2099-04-12", "2100-03-28"};
    for (const auto text : days) { EXPECT_EQ(text_of(easter_sunday(parts_of(date(text)).year)), text); }
}

// Goal: all twelve holidays, and eleven when two of them meet (Ascension Day on 1 May 2008, Whit Monday
// on 17 May 2027).
TEST(Calendar, PublicHolidaysOfAYear)
{
    EXPECT_EQ(texts_of(public_holidays_of(2024)),
              "01-01 03-28 03-29 03-31 04-01 05-01 05-09 05-17 05-19 05-20 12-25 12-26 ");
    EXPECT_EQ(texts_of(public_holidays_of(2026)),
              "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26 ");
    EXPECT_EQ(texts_of(public_holidays_of(2008)),
              "01-01 03-20 03-21 03-23 03-24 05-01 05-11 05-12 05-17 12-25 12-26 ");
    EXPECT_EQ(texts_of(public_holidays_of(2027)),
              "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26 ");
}

// Goal: somebody else's program says the same of every year from 2000 to 2100. The file holds what it calls
// public, and no year differs; what it calls bank (Christmas Eve, New Year's Eve), optional or observance is
// no public holiday in law.
TEST(Calendar, PublicHolidaysAreThoseOfAPublishedPackage)
{
    std::istringstream lines{
        text_of_file(SAMVEI_SOURCE_DIR "/tests/oracles/norwegian_holidays_2000_2100.txt")};
    std::string line;
    std::getline(lines, line);
    EXPECT_TRUE(line.starts_with("# ")) << line;
    for (int year = 2000; year <= 2100; ++year) {
        ASSERT_TRUE(std::getline(lines, line)) << year;
        EXPECT_EQ(std::to_string(year) + ' ' + texts_of(public_holidays_of(year)), line + ' ');
    }
    EXPECT_FALSE(std::getline(lines, line)) << line;
}

// Goal: the quick test of one day and the list of a year say the same, for every day of 1900-2100.
TEST(Calendar, EveryDayAgreesWithTheListOfItsYear)
{
    for (int year = 1900; year <= 2100; ++year) {
        const auto holidays = public_holidays_of(year);
        std::size_t found = 0;
        for (Date day = *find_date(year, 1, 1); parts_of(day).year == year; day = day.plus_days(1)) {
            if (is_public_holiday(day)) { ++found; }
        }
        ASSERT_EQ(found, holidays.size()) << year;
        for (const Date day : holidays) { ASSERT_TRUE(is_public_holiday(day)) << text_of(day); }
    }
}

TEST(Calendar, WorkingDays)
{
    EXPECT_TRUE(is_working_day(date("2026-04-01")));  // Wednesday before Easter
    EXPECT_FALSE(is_working_day(date("2026-04-02"))); // Maundy Thursday
    EXPECT_FALSE(is_working_day(date("2026-04-04"))); // Saturday
    EXPECT_FALSE(is_working_day(date("2026-04-06"))); // Easter Monday
    EXPECT_TRUE(is_working_day(date("2026-04-07")));
    EXPECT_TRUE(is_working_day(date("2026-12-24"))); // Christmas Eve is no public holiday
    EXPECT_FALSE(is_working_day(date("2026-12-25")));
}

TEST(Calendar, AddsWorkingDays)
{
    struct Case {
        std::string_view start;
        int count;
        std::string_view end;
    };
    const Case cases[] = {
        {"2026-03-31", 0, "2026-03-31"}, {"2026-03-31", 1, "2026-04-01"}, {"2026-03-31", 2, "2026-04-07"},
        {"2026-04-02", 0, "2026-04-07"}, {"2026-04-02", 1, "2026-04-07"}, {"2026-04-04", 0, "2026-04-07"},
        {"2026-06-05", 1, "2026-06-08"}, {"2026-06-06", 1, "2026-06-08"}, {"2026-06-01", 5, "2026-06-08"},
        {"2026-12-24", 1, "2026-12-28"}, {"2026-12-31", 1, "2027-01-04"}, {"2026-05-13", 1, "2026-05-15"}};
    for (const Case& one : cases) {
        EXPECT_EQ(text_of(add_working_days(date(one.start), one.count)), one.end)
            << one.start << " + " << one.count;
    }
    EXPECT_THROW(add_working_days(date("2026-01-05"), -1), BrokenInvariant);
}

TEST(Calendar, CountsWorkingDays)
{
    EXPECT_EQ(working_days_between(date("2026-03-31"), date("2026-04-07")), 2);
    EXPECT_EQ(working_days_between(date("2026-03-31"), date("2026-04-06")), 1);
    EXPECT_EQ(working_days_between(date("2026-04-07"), date("2026-04-07")), 0);
    EXPECT_EQ(working_days_between(date("2026-04-08"), date("2026-04-07")), 0);
    // 2026: 261 weekdays less New Year, Maundy Thursday, Good Friday, Easter Monday, 1 May, Ascension
    // Day, Whit Monday and 25 December.
    EXPECT_EQ(working_days_between(date("2025-12-31"), date("2026-12-31")), 261 - 8);
}

// Goal: adding and counting are each other's inverse, over three years.
TEST(Calendar, AddingThenCountingComesBack)
{
    for (Date day = date("2026-01-01"); day < date("2029-01-01"); day = day.plus_days(1)) {
        for (const int count : {1, 3, 10, 42}) {
            ASSERT_EQ(working_days_between(day, add_working_days(day, count)), count) << text_of(day);
        }
    }
}

} // namespace
} // namespace samvei
