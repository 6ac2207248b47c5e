#include "finder/opening.hpp"

#include "base/calendar.hpp"

#include <algorithm>

namespace samvei::finder {

namespace {

constexpr int day_minutes = 24 * 60;

const HoursException* find_exception(const OpeningHours& hours, Date date)
{
    const auto found = std::ranges::find_if(
        hours.exceptions, [&](const HoursException& one) { return one.from <= date && date <= one.to; });
    return found == hours.exceptions.end() ? nullptr : &*found;
}

/// In order, those that meet or overlap joined into one.
std::vector<TimeSpan> joined(std::vector<TimeSpan> spans)
{
    std::ranges::sort(spans);
    std::vector<TimeSpan> kept;
    for (const TimeSpan& span : spans) {
        if (span.from >= span.to) { continue; }
        if (!kept.empty() && span.from <= kept.back().to) {
            kept.back().to = std::max(kept.back().to, span.to);
        } else {
            kept.push_back(span);
        }
    }
    return kept;
}

/// When it is open on that day.
std::vector<TimeSpan> spans_of(const OpeningHours& hours, Date date)
{
    if (const HoursException* exception = find_exception(hours, date)) { return joined(exception->hours); }
    if (hours.always) { return {{0, day_minutes}}; }
    if (!hours.open_on_public_holidays && is_public_holiday(date)) { return {}; }
    std::vector<TimeSpan> spans;
    for (const WeeklyHours& one : hours.weekly) {
        if (one.weekday == weekday_of(date)) { spans.push_back(one.span); }
    }
    return joined(std::move(spans));
}

/// The end of the span that is open at the beginning of `date`; spans that meet at midnight are one.
std::optional<WallTime> end_over_midnight(const OpeningHours& hours, Date today)
{
    for (int ahead = 1; ahead <= opening_days_max; ++ahead) {
        const Date date = today.plus_days(ahead);
        const std::vector<TimeSpan> spans = spans_of(hours, date);
        if (spans.empty() || spans.front().from > 0) { return WallTime{date.plus_days(-1), day_minutes}; }
        if (spans.front().to < day_minutes) { return WallTime{date, spans.front().to}; }
    }
    return std::nullopt;
}

std::optional<WallTime> next_beginning(const OpeningHours& hours, WallTime now)
{
    for (int ahead = 0; ahead <= opening_days_max; ++ahead) {
        const Date date = now.date.plus_days(ahead);
        for (const TimeSpan& span : spans_of(hours, date)) {
            if (ahead > 0 || span.from > now.minute) { return WallTime{date, span.from}; }
        }
    }
    return std::nullopt;
}

} // namespace

Opening opening_at(const OpeningHours& hours, Instant instant)
{
    const WallTime now{date_in_norway(instant), minute_of_day_in_norway(instant)};
    Opening opening;
    const HoursException* exception = find_exception(hours, now.date);
    if (exception) { opening.exception_note = exception->note; }
    opening.stated = hours.always || !hours.weekly.empty() || !hours.exceptions.empty();
    if (!opening.stated) { return opening; }

    opening.public_holiday = !hours.always && !exception && !hours.open_on_public_holidays &&
                             is_public_holiday(now.date);
    for (const TimeSpan& span : spans_of(hours, now.date)) {
        if (span.from > now.minute || span.to <= now.minute) { continue; }
        opening.open = true;
        opening.until = span.to < day_minutes ? WallTime{now.date, span.to}
                                              : end_over_midnight(hours, now.date);
    }
    opening.always = hours.always && opening.open && !opening.until;
    if (!opening.open) { opening.opens_next = next_beginning(hours, now); }
    return opening;
}

} // namespace samvei::finder
