#include "reminders/icalendar.hpp"

#include <algorithm>

namespace samvei::reminders {

namespace {

constexpr std::size_t line_octets_max = 75;

/// "2026-09-14T07:00:00Z" -> "20260914T070000Z"; a date likewise.
std::string basic_form(std::string text)
{
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

bool continues_character(char octet)
{
    return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U;
}

void add_event(std::string& out, const CalendarEvent& event, const std::string& now)
{
    const auto add = [&](const std::string& line) { out += folded(line); };
    add("BEGIN:VEVENT");
    add("UID:" + escaped(event.uid));
    add("DTSTAMP:" + now);
    if (event.starts_at) {
        add("DTSTART:" + basic_form(text_of(*event.starts_at)));
        add("DURATION:PT1H");
    } else {
        add("DTSTART;VALUE=DATE:" + basic_form(text_of(event.day)));
        add("TRANSP:TRANSPARENT");
    }
    add("SUMMARY:" + escaped(event.summary));
    if (!event.description.empty()) { add("DESCRIPTION:" + escaped(event.description)); }
    add("URL:" + event.url);
    add("CLASS:PRIVATE");
    add("END:VEVENT");
}

/// A calendar must hold something (RFC 5545 §3.6); this says nothing.
void add_time_zone(std::string& out)
{
    for (const char* const line :
         {"BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
          "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"}) {
        out += folded(line);
    }
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\r') { continue; }
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') { out += '\\'; }
        out += c;
    }
    return out;
}

std::string folded(std::string_view line)
{
    std::string out;
    std::size_t room = line_octets_max;
    while (line.size() > room) {
        std::size_t end = room;
        while (end > 1 && continues_character(line[end])) { --end; }
        out += line.substr(0, end);
        out += "\r\n ";
        line.remove_prefix(end);
        room = line_octets_max - 1; // The blank that begins a continued line counts.
    }
    out += line;
    return out + "\r\n";
}

std::string icalendar_of(const std::vector<CalendarEvent>& events, std::string_view name, Instant now)
{
    std::string out;
    for (const std::string& line :
         {std::string{"BEGIN:VCALENDAR"}, std::string{"VERSION:2.0"}, std::string{"PRODID:-//Samvei//NO"},
          std::string{"CALSCALE:GREGORIAN"}, "X-WR-CALNAME:" + escaped(name),
          std::string{"REFRESH-INTERVAL;VALUE=DURATION:PT6H"}, std::string{"X-PUBLISHED-TTL:PT6H"}}) {
        out += folded(line);
    }
    const std::string stamp = basic_form(text_of(now));
    for (const CalendarEvent& event : events) { add_event(out, event, stamp); }
    if (events.empty()) { add_time_zone(out); }
    return out + folded("END:VCALENDAR");
}

} // namespace samvei::reminders
