#include "base/time.hpp"

#include "base/result.hpp"

#include <date/tz.h>

namespace samvei {

namespace {

constexpr std::int64_t seconds_per_day = 86'400;
/// Years that a four-digit text can hold; year 0 is left out because PostgreSQL's dates have none.
constexpr int year_min = 1;
constexpr int year_max = 9999;

using Days = std::chrono::sys_days;

void write_number(char* to, int width, int number)
{
    for (int place = width - 1; place >= 0; --place) {
        to[place] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
}

/// The number in exactly these digits.
std::optional<int> find_number(std::string_view digits)
{
    int number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') { return std::nullopt; }
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::int64_t floor_of_division(std::int64_t left, std::int64_t right)
{
    const std::int64_t quotient = left / right;
    return left % right < 0 ? quotient - 1 : quotient;
}

Date date_of(Instant instant)
{
    return Date{static_cast<std::int32_t>(floor_of_division(instant.seconds, seconds_per_day))};
}

void write_date(char* to, Date date)
{
    const YearMonthDay parts = parts_of(date);
    check(parts.year >= year_min && parts.year <= year_max, "a date has a year of 1..9999");
    write_number(to, 4, parts.year);
    to[4] = '-';
    write_number(to + 5, 2, parts.month);
    to[7] = '-';
    write_number(to + 8, 2, parts.day);
}

bool is_leap(int year)
{
    return std::chrono::year{year}.is_leap();
}

int first_weekday_of(int year)
{
    return weekday_of(*find_date(year, 1, 1));
}

/// date-tz reads the system's zone files, which list every change up to 2037 and state later ones only
/// as a rule that date-tz does not read. A year with the same weekdays has the same summer time
/// (Directive 2000/84/EC: last Sunday of March to last Sunday of October), and 2009-2036 hold one of each.
int days_to_a_listed_year(int year)
{
    constexpr int last_listed = 2036;
    if (year <= last_listed) { return 0; }
    int like = last_listed;
    while (is_leap(like) != is_leap(year) || first_weekday_of(like) != first_weekday_of(year)) { --like; }
    return find_date(like, 1, 1)->days - find_date(year, 1, 1)->days;
}

const date::time_zone& oslo()
{
    static const date::time_zone* const zone = date::locate_zone("Europe/Oslo");
    return *zone;
}

/// What calendar and clock show in Norway, as if that were UTC.
Instant local_in_norway(Instant instant)
{
    const int shift = days_to_a_listed_year(parts_of(date_of(instant)).year);
    const std::chrono::seconds seconds{instant.seconds + shift * seconds_per_day};
    const auto local = oslo().to_local(std::chrono::sys_seconds{seconds});
    return Instant{local.time_since_epoch().count() - shift * seconds_per_day};
}

} // namespace

std::string text_of(Instant instant)
{
    const Date date = date_of(instant);
    const auto rest = static_cast<int>(instant.seconds - date.days * seconds_per_day);
    std::string text = "0000-00-00T00:00:00Z";
    write_date(text.data(), date);
    write_number(text.data() + 11, 2, rest / 3600);
    write_number(text.data() + 14, 2, rest / 60 % 60);
    write_number(text.data() + 17, 2, rest % 60);
    return text;
}

std::optional<Instant> find_instant(std::string_view text)
{
    if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z') {
        return std::nullopt;
    }
    const auto date = find_date(text.substr(0, 10));
    const auto hour = find_number(text.substr(11, 2));
    const auto minute = find_number(text.substr(14, 2));
    const auto second = find_number(text.substr(17, 2));
    if (!date || !hour || !minute || !second) { return std::nullopt; }
    if (*hour > 23 || *minute > 59 || *second > 59) { return std::nullopt; }
    return Instant{date->days * seconds_per_day + *hour * 3600 + *minute * 60 + *second};
}

std::optional<Date> find_date(int year, int month, int day)
{
    if (year < year_min || year > year_max || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) { return std::nullopt; }
    return Date{static_cast<std::int32_t>(Days{date}.time_since_epoch().count())};
}

std::string text_of(Date date)
{
    std::string text(10, '0');
    write_date(text.data(), date);
    return text;
}

std::optional<Date> find_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') { return std::nullopt; }
    const auto year = find_number(text.substr(0, 4));
    const auto month = find_number(text.substr(5, 2));
    const auto day = find_number(text.substr(8, 2));
    if (!year || !month || !day) { return std::nullopt; }
    return find_date(*year, *month, *day);
}

YearMonthDay parts_of(Date date)
{
    const std::chrono::year_month_day parts{Days{std::chrono::days{date.days}}};
    return {int{parts.year()}, static_cast<int>(unsigned{parts.month()}),
            static_cast<int>(unsigned{parts.day()})};
}

int weekday_of(Date date)
{
    return static_cast<int>(std::chrono::weekday{Days{std::chrono::days{date.days}}}.iso_encoding());
}

Date date_in_norway(Instant instant)
{
    return date_of(local_in_norway(instant));
}

int minute_of_day_in_norway(Instant instant)
{
    const Instant local = local_in_norway(instant);
    return static_cast<int>((local.seconds - date_of(local).days * seconds_per_day) / 60);
}

Instant start_of_day_in_norway(Date date)
{
    const int shift = days_to_a_listed_year(parts_of(date).year);
    const date::local_seconds midnight{std::chrono::days{date.days + shift}};
    // `earliest`: a day that begins twice begins the first time.
    const auto instant = oslo().to_sys(midnight, date::choose::earliest);
    return Instant{instant.time_since_epoch().count() - shift * seconds_per_day};
}

int age_in_years(Date born_on, Date on)
{
    const YearMonthDay born = parts_of(born_on);
    const YearMonthDay day = parts_of(on);
    const bool had_birthday = day.month > born.month || (day.month == born.month && day.day >= born.day);
    return day.year - born.year - (had_birthday ? 0 : 1);
}

Instant SystemClock::now() const
{
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return Instant{std::chrono::duration_cast<std::chrono::seconds>(since_1970).count()};
}

} // namespace samvei
