// Goal: iCalendar as RFC 5545 wants it: folding, escaping, times, whole days, stable ids.
#include "reminders/feed.hpp"

#include <gtest/gtest.h>

namespace samvei::reminders {
namespace {

TEST(ICalendar, EscapesText)
{
    const std::pair<const char*, const char*> cases[] = {
        {"Neste steg", "Neste steg"},         {"a,b;c", "a\\,b\\;c"},          {"C:\\sti", "C:\\\\sti"},
        {"to\nlinjer", "to\\nlinjer"},        {"to\r\nlinjer", "to\\nlinjer"}, {"", ""},
        {"\"sitat\": æøå", "\"sitat\": æøå"},
    };
    for (const auto& [plain, text] : cases) { EXPECT_EQ(escaped(plain), text); }
}

std::string letters(std::size_t count)
{
    return std::string(count, 'x');
}

TEST(ICalendar, FoldsAt75OctetsAndNeverInsideACharacter)
{
    const std::pair<std::string, std::string> cases[] = {
        {"", "\r\n"},
        {letters(75), letters(75) + "\r\n"},
        {letters(76), letters(75) + "\r\n x\r\n"},
        {letters(75 + 74), letters(75) + "\r\n " + letters(74) + "\r\n"},
        {letters(75 + 75), letters(75) + "\r\n " + letters(74) + "\r\n x\r\n"},
        {letters(74) + "å", letters(74) + "\r\n å\r\n"}, // å has two octets
        {letters(73) + "å", letters(73) + "å\r\n"},      // 75 with it
        {letters(72) + "😀", letters(72) + "\r\n 😀\r\n"}, // four octets
        {letters(75) + letters(73) + "å", letters(75) + "\r\n " + letters(73) + "\r\n å\r\n"},
    };
    for (const auto& [line, text] : cases) { EXPECT_EQ(folded(line), text); }
}

const Instant now = *find_instant("2026-09-14T07:00:00Z");

TEST(ICalendar, TimesAreUtcAndDaysAreDates)
{
    const std::vector<CalendarEvent> events{
        {.uid = "en@samvei",
         .summary = "Neste steg",
         .description = "Referanse: AB,12",
         .url = "https://samvei.example.no/app/follow-ups/1",
         .day = *find_date("2026-09-21")},
        {.uid = "to@samvei",
         .summary = "Møte i stafettlogg",
         .description = {},
         .url = "https://samvei.example.no/app/follow-ups/2",
         .day = *find_date("2026-09-22"),
         .starts_at = find_instant("2026-09-22T11:30:00Z")},
    };
    EXPECT_EQ(icalendar_of(events, "Samvei", now),
              "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Samvei//NO\r\nCALSCALE:GREGORIAN\r\n"
              "X-WR-CALNAME:Samvei\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n"
              "BEGIN:VEVENT\r\nUID:en@samvei\r\nDTSTAMP:20260914T070000Z\r\nDTSTART;VALUE=DATE:20260921\r\n"
              "TRANSP:TRANSPARENT\r\nSUMMARY:Neste steg\r\nDESCRIPTION:Referanse: AB\\,12\r\n"
              "URL:https://samvei.example.no/app/follow-ups/1\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n"
              "BEGIN:VEVENT\r\nUID:to@samvei\r\nDTSTAMP:20260914T070000Z\r\nDTSTART:20260922T113000Z\r\n"
              "DURATION:PT1H\r\nSUMMARY:Møte i stafettlogg\r\n"
              "URL:https://samvei.example.no/app/follow-ups/2\r\nCLASS:PRIVATE\r\nEND:VEVENT\r\n"
              "END:VCALENDAR\r\n");
}

TEST(ICalendar, AnEmptyOneStillHoldsAComponent)
{
    const std::string text = icalendar_of({}, "Samvei", now);
    EXPECT_NE(text.find("BEGIN:VTIMEZONE\r\n"), std::string::npos);
    EXPECT_EQ(text.find("VEVENT"), std::string::npos);
}

TEST(Feed, HasATitleForEveryKindInEveryLanguage)
{
    Everything everything;
    for (const ItemKind kind : {ItemKind::next_step, ItemKind::early_concern, ItemKind::measure,
                                ItemKind::evaluation, ItemKind::meeting, ItemKind::offer}) {
        const std::string id = std::to_string(static_cast<int>(kind));
        everything.items[id] = {kind, id, "om" + id, kind == ItemKind::early_concern ? "" : "AB12",
                                date_in_norway(now)};
    }
    everything.items["9"] = {ItemKind::offer, "9", "om9", "AB12", std::nullopt};
    for (const Language language : all_languages) {
        const std::vector<CalendarEvent> events = events_of(everything, language, "https://s.no");
        ASSERT_EQ(events.size(), 6U) << "what has no date is no event";
        for (const CalendarEvent& event : events) { EXPECT_FALSE(event.summary.empty()); }
        EXPECT_EQ(events[1].url, "https://s.no/app/early-concerns/om1");
        EXPECT_EQ(events[1].description, "");
        EXPECT_EQ(events[4].url, "https://s.no/app/follow-ups/om4");
        EXPECT_EQ(events[4].uid, "4@samvei");
        EXPECT_NE(events[4].description.find("AB12"), std::string::npos);
    }
    EXPECT_EQ(events_of(everything, Language::nn, "")[3].summary, "Tiltak skal vurderast");
}

} // namespace
} // namespace samvei::reminders
