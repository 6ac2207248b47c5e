#pragma once
// Time. An Instant is UTC seconds, stored as fixed-width text so that text order is time order; a Date
// is a calendar day in Norway. Rules get both as arguments: only `Clock` knows what time it is.

#include <atomic>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samvei {

/// Seconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t seconds = 0;
    auto operator<=>(const Instant&) const = default;
};

/// "2026-11-22T08:30:00Z".
std::string text_of(Instant instant);
/// Reads exactly that form; a time that does not exist is none.
std::optional<Instant> find_instant(std::string_view text);

/// A day, as days since 1970-01-01 (proleptic Gregorian).
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
    Date plus_days(int count) const { return Date{days + count}; }
};

/// Makes a date; nothing when the day does not exist (30 February).
std::optional<Date> find_date(int year, int month, int day);
/// "2026-11-22".
std::string text_of(Date date);
/// Reads exactly YYYY-MM-DD; a day that does not exist is none.
std::optional<Date> find_date(std::string_view text);

struct YearMonthDay {
    int year;
    int month; ///< 1..12
    int day;   ///< 1..31
};
YearMonthDay parts_of(Date date);
/// 1 = Monday .. 7 = Sunday (ISO 8601).
int weekday_of(Date date);

/// The day in Norway (Europe/Oslo) at this instant.
Date date_in_norway(Instant instant);
/// What the clock on the wall shows in Norway at this instant, in minutes after midnight: 0..1439.
int minute_of_day_in_norway(Instant instant);
/// The instant at which that day begins in Norway.
Instant start_of_day_in_norway(Date date);

/// Whole years lived on `on`; somebody born on 29 February grows older on 1 March in common years.
int age_in_years(Date born_on, Date on);

/// The only thing that knows what time it is. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    Date today() const { return date_in_norway(now()); }
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// For tests: stands still until moved.
class StoppedClock final : public Clock {
public:
    explicit StoppedClock(Instant at) : seconds_{at.seconds} {}
    Instant now() const override { return Instant{seconds_.load()}; }
    void move_to(Instant at) { seconds_ = at.seconds; }
    void move_days(int count) { seconds_ += std::int64_t{86'400} * count; }

private:
    std::atomic<std::int64_t> seconds_;
};

} // namespace samvei
