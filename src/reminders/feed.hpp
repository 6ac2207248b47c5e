#pragma once
// One's own meetings and dates as calendar events: what kind of thing, when, the reference, and nothing that
// a person has written. Pure.

#include "base/language.hpp"
#include "reminders/icalendar.hpp"
#include "reminders/items.hpp"

namespace samvei::reminders {

/// `origin`: "https://samvei.example.no". Things without a date are left out.
std::vector<CalendarEvent> events_of(const Everything& everything, Language language,
                                     std::string_view origin);

} // namespace samvei::reminders
