#pragma once
// iCalendar text. Pure. Source: RFC 5545; RFC 7986 §5.7 (REFRESH-INTERVAL).

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::reminders {

struct CalendarEvent {
    std::string uid; ///< The same at every fetch, and nobody else's.
    std::string summary;
    std::string description; ///< "": none.
    std::string url;
    Date day;                              ///< The whole day, unless it has a time.
    std::optional<Instant> starts_at = {}; ///< An hour is kept from then on: nobody says how long it takes.
};

/// Lines end in CRLF and have at most 75 octets.
std::string icalendar_of(const std::vector<CalendarEvent>& events, std::string_view name, Instant now);

/// One line with its CRLF, broken where it is too long, never inside a character.
std::string folded(std::string_view line);

/// A value of type TEXT.
std::string escaped(std::string_view text);

} // namespace samvei::reminders
