// Goal: open from the first minute up to, not including, the last, on the clock on a Norwegian wall.

#include "finder/opening.hpp"

#include <gtest/gtest.h>

namespace samvei::finder {
namespace {

/// The instant at which the clock shows this in Norway ("2026-11-23 08:00"); the first of two.
Instant at(std::string_view wall)
{
    const Date date = *find_date(wall.substr(0, 10));
    const int minute = std::stoi(std::string{wall.substr(11, 2)}) * 60 +
                       std::stoi(std::string{wall.substr(14)});
    Instant instant{start_of_day_in_norway(date).seconds};
    while (minute_of_day_in_norway(instant) != minute) { instant.seconds += 60; }
    return instant;
}

std::string clock_text(const WallTime& time)
{
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return text_of(time.date) + " " + two(time.minute / 60) + ":" + two(time.minute % 60);
}

std::string said(const Opening& opening)
{
    if (!opening.stated) { return "not stated"; }
    std::string text = opening.always ? "always" : opening.open ? "open" : "closed";
    if (opening.until) { text += " until " + clock_text(*opening.until); }
    if (opening.opens_next) { text += " opens " + clock_text(*opening.opens_next); }
    if (opening.public_holiday) { text += ", holiday"; }
    if (!opening.exception_note.empty()) { text += ", " + text_in(opening.exception_note, Language::nb); }
    return text;
}

struct Case {
    const char* now;
    const char* expected;
};

void expect_all(const OpeningHours& hours, const std::vector<Case>& cases)
{
    for (const Case& one : cases) {
        EXPECT_EQ(said(opening_at(hours, at(one.now))), one.expected) << one.now;
    }
}

/// Monday to Thursday 08:00-15:30.
OpeningHours office()
{
    OpeningHours hours;
    for (int weekday = 1; weekday <= 4; ++weekday) { hours.weekly.push_back({weekday, {480, 930}}); }
    return hours;
}

OpeningHours always()
{
    OpeningHours hours;
    hours.always = true;
    return hours;
}

TEST(Opening, FromTheFirstMinuteUpToTheLast)
{
    expect_all(office(), {{"2026-11-23 07:59", "closed opens 2026-11-23 08:00"},
                          {"2026-11-23 08:00", "open until 2026-11-23 15:30"},
                          {"2026-11-23 15:29", "open until 2026-11-23 15:30"},
                          {"2026-11-23 15:30", "closed opens 2026-11-24 08:00"},
                          {"2026-11-26 16:00", "closed opens 2026-11-30 08:00"}});
    EXPECT_EQ(said(opening_at({}, at("2026-11-23 08:00"))), "not stated");
    expect_all(always(), {{"2026-12-25 03:00", "always"}});
}

TEST(Opening, HoursOverMidnightAreOneSpan)
{
    OpeningHours night; // Friday 20:00 to Saturday 03:00, and a break on Saturday evening
    night.weekly = {{5, {1200, 1440}}, {6, {0, 180}}, {6, {600, 720}}, {6, {720, 780}}};
    expect_all(night, {{"2026-11-20 19:59", "closed opens 2026-11-20 20:00"},
                       {"2026-11-20 23:59", "open until 2026-11-21 03:00"},
                       {"2026-11-21 00:00", "open until 2026-11-21 03:00"},
                       {"2026-11-21 03:00", "closed opens 2026-11-21 10:00"},
                       {"2026-11-21 11:59", "open until 2026-11-21 13:00"}});
    OpeningHours evening;
    evening.weekly = {{5, {1200, 1440}}};
    expect_all(evening, {{"2026-11-20 23:59", "open until 2026-11-20 24:00"},
                         {"2026-11-21 00:00", "closed opens 2026-11-27 20:00"}});
}

TEST(Opening, PublicHolidaysAreClosedWhereNothingElseIsSaid)
{
    expect_all(office(), {{"2026-05-14 10:00", "closed opens 2026-05-18 08:00, holiday"}, // Ascension Day
                          {"2026-12-24 10:00", "open until 2026-12-24 15:30"}});
    OpeningHours open = office();
    open.open_on_public_holidays = true;
    expect_all(open, {{"2026-05-14 10:00", "open until 2026-05-14 15:30"}});
}

TEST(Opening, AnExceptionGoesBeforeWeekAndHolidays)
{
    OpeningHours hours = office();
    hours.exceptions = {{*find_date("2026-12-24"), *find_date("2027-01-01"), {}, {{"nb", "Julestengt"}}},
                        {*find_date("2026-05-14"), *find_date("2026-05-14"), {{600, 720}}, {}}};
    expect_all(hours, {{"2026-12-23 10:00", "open until 2026-12-23 15:30"},
                       {"2026-12-24 10:00", "closed opens 2027-01-04 08:00, Julestengt"},
                       {"2027-01-01 10:00", "closed opens 2027-01-04 08:00, Julestengt"},
                       {"2027-01-02 10:00", "closed opens 2027-01-04 08:00"},
                       {"2026-05-14 10:00", "open until 2026-05-14 12:00"}});
    OpeningHours line = always();
    line.exceptions = {{*find_date("2026-12-24"), *find_date("2026-12-24"), {{0, 900}}, {}}};
    expect_all(line, {{"2026-12-01 10:00", "always"},
                      {"2026-12-20 10:00", "open until 2026-12-24 15:00"},
                      {"2026-12-24 15:00", "closed opens 2026-12-25 00:00"}});
}

TEST(Opening, LooksFourteenDaysAhead)
{
    OpeningHours hours = office();
    hours.exceptions = {{*find_date("2026-07-01"), *find_date("2026-07-14"), {}, {}}};
    expect_all(hours, {{"2026-07-01 10:00", "closed opens 2026-07-15 08:00"}});
    hours.exceptions = {{*find_date("2026-07-01"), *find_date("2026-07-15"), {}, {}}};
    expect_all(hours, {{"2026-07-01 10:00", "closed"}});
}

TEST(Opening, WhatTheClockShowsOnDaysOfSummerTime)
{
    OpeningHours sunday;
    sunday.weekly = {{7, {60, 240}}};
    expect_all(sunday, {{"2026-03-29 01:00", "open until 2026-03-29 04:00"}, // 02 is left out
                        {"2026-03-29 03:59", "open until 2026-03-29 04:00"},
                        {"2026-03-29 04:00", "closed opens 2026-04-12 01:00"}, // Easter Sunday is a holiday
                        {"2026-10-25 03:59", "open until 2026-10-25 04:00"}}); // 02 comes twice
}

} // namespace
} // namespace samvei::finder
