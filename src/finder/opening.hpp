#pragma once
// When an offer is open, on the clock on a Norwegian wall. Pure.

#include "base/time.hpp"
#include "finder/offer.hpp"

#include <optional>

namespace samvei::finder {

/// A day and a minute of it in Norway, 0..1440; 1440 is midnight at the end of the day.
struct WallTime {
    Date date;
    int minute = 0;
    auto operator<=>(const WallTime&) const = default;
};

struct Opening {
    bool stated = true;  ///< False: it does not say when it is open; the rest is empty.
    bool open = false;   ///< Now
    bool always = false; ///< Day and night, and no exception in sight.
    std::optional<WallTime>
        until; ///< When open: the end, over midnight too; none when beyond the days looked at.
    std::optional<WallTime> opens_next; ///< When closed; none when not within the days looked at.
    bool public_holiday = false;        ///< Today is one, and that is why its hours are others.
    Texts exception_note;               ///< Of the exception that holds today; empty when none.
};

/// How many days ahead `opening_at` looks, today not counted.
inline constexpr int opening_days_max = 14;

/// Whether it is open at `now`, and until when or when next.
///
/// An exception goes before public holidays, and these before the weekly hours; the earliest listed of
/// several exceptions holds. `always` is closed only by exceptions. On the days when summer time begins and
/// ends, hours are what the clock shows. School holidays change nothing: there is no table of them, and the
/// note says which.
Opening opening_at(const OpeningHours& hours, Instant now);

} // namespace samvei::finder
