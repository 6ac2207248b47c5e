#include "base/calendar.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <array>

namespace samvei {

namespace {

constexpr int saturday = 6;

/// Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit
/// Sunday and Monday.
constexpr std::array days_from_easter{-3, -2, 0, 1, 39, 49, 50};

struct MonthDay {
    int month;
    int day;
};
constexpr std::array fixed_holidays{MonthDay{1, 1}, MonthDay{5, 1}, MonthDay{5, 17}, MonthDay{12, 25},
                                    MonthDay{12, 26}};

} // namespace

// Source: J. Meeus, Astronomical Algorithms, chapter 8 (the "anonymous" Gregorian algorithm).
Date easter_sunday(int year)
{
    check(year >= 1583 && year <= 9999, "Easter is computed for Gregorian years");
    const int golden = year % 19;
    const int century = year / 100;
    const int year_of_century = year % 100;
    const int correction = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - epact - year_of_century % 4) %
                          7;
    const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
    const int day_count = epact + to_sunday - 7 * late + 114;
    return *find_date(year, day_count / 31, day_count % 31 + 1);
}

std::vector<Date> public_holidays_of(int year)
{
    std::vector<Date> days;
    for (const MonthDay& fixed : fixed_holidays) { days.push_back(*find_date(year, fixed.month, fixed.day)); }
    const Date easter = easter_sunday(year);
    for (const int distance : days_from_easter) { days.push_back(easter.plus_days(distance)); }
    std::sort(days.begin(), days.end());
    // Ascension Day and Whitsun can fall on 1 May or 17 May.
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

bool is_public_holiday(Date date)
{
    const YearMonthDay parts = parts_of(date);
    const auto is_date = [&](const MonthDay& fixed) {
        return fixed.month == parts.month && fixed.day == parts.day;
    };
    if (std::any_of(fixed_holidays.begin(), fixed_holidays.end(), is_date)) { return true; }

    const int distance = date.days - easter_sunday(parts.year).days;
    return std::find(days_from_easter.begin(), days_from_easter.end(), distance) != days_from_easter.end();
}

bool is_working_day(Date date)
{
    return weekday_of(date) < saturday && !is_public_holiday(date);
}

Date add_working_days(Date start, int count)
{
    check(count >= 0, "working days are counted forwards");
    Date day = start;
    if (count == 0) {
        while (!is_working_day(day)) { day = day.plus_days(1); }
        return day;
    }
    while (count > 0) {
        day = day.plus_days(1);
        if (is_working_day(day)) { --count; }
    }
    return day;
}

int working_days_between(Date from, Date to)
{
    int count = 0;
    for (Date day = from.plus_days(1); day <= to; day = day.plus_days(1)) {
        if (is_working_day(day)) { ++count; }
    }
    return count;
}

} // namespace samvei
