// Goal: when a digest is due, what it counts and says in every language, and what an e-mail address is.
#include "reminders/digest.hpp"
#include "reminders/message.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <sstream>

namespace samvei::reminders {
namespace {

std::optional<Date> digest_day_at(std::string_view time)
{
    return digest_day(*find_instant(time));
}

TEST(DigestDay, BeginsAtSevenInNorwayOnWorkingDays)
{
    const struct {
        const char* now;
        const char* day; ///< "": none is due.
    } cases[] = {
        {"2026-09-14T04:59:59Z", ""},           // Monday, 06:59:59 in summer
        {"2026-09-14T05:00:00Z", "2026-09-14"}, // 07:00:00
        {"2026-09-14T21:59:59Z", "2026-09-14"}, // the first chance may be late
        {"2026-09-14T22:00:00Z", ""},           // Tuesday has begun
        {"2026-12-14T05:59:59Z", ""},           // 06:59:59 in winter
        {"2026-12-14T06:00:00Z", "2026-12-14"}, //
        {"2026-09-12T10:00:00Z", ""},           // Saturday
        {"2026-09-13T10:00:00Z", ""},           // Sunday
        {"2026-05-01T10:00:00Z", ""},           // a holiday on a Friday
        {"2026-04-02T10:00:00Z", ""},           // Maundy Thursday
        {"2026-03-30T05:00:00Z", "2026-03-30"}, // the Monday after the clocks were moved
        {"2026-10-26T05:59:59Z", ""},           // and when they were moved back
        {"2026-10-26T06:00:00Z", "2026-10-26"},
    };
    for (const auto& row : cases) {
        const std::optional<Date> day = digest_day_at(row.now);
        EXPECT_EQ(day ? text_of(*day) : "", row.day) << row.now;
    }
}

TEST(DigestCounts, PutsEveryThingWhereItsDateIs)
{
    const Date today = *find_date("2026-09-14");
    const auto thing = [](ItemKind kind, std::string id, std::optional<Date> due_on) {
        return std::pair{id, Item{kind, id, "about", "ABC123", due_on}};
    };
    Everything everything;
    everything.items = {thing(ItemKind::next_step, "a", today.plus_days(-1)),
                        thing(ItemKind::evaluation, "b", today.plus_days(-100)),
                        thing(ItemKind::measure, "c", today),
                        thing(ItemKind::meeting, "d", today.plus_days(1)),
                        thing(ItemKind::offer, "e", today.plus_days(-1)),
                        thing(ItemKind::offer, "f", std::nullopt)};
    everything.to_check = 3;
    everything.broken = 4;
    EXPECT_EQ(digest_counts(everything, today), (DigestCounts{2, 1, 2, 3, 4}));
    EXPECT_FALSE(digest_counts(everything, today).nothing());
    EXPECT_TRUE(digest_counts({}, today).nothing());
}

TEST(DigestText, CountsInEveryLanguage)
{
    const struct {
        Language language;
        DigestCounts counts;
        std::vector<std::string> lines;
    } cases[] = {
        {Language::nb,
         {1, 1, 1, 1, 1},
         {"- 1 ting er forfalt", "- 1 ting står for tur i dag", "- 1 stafettpinne venter på svar fra deg",
          "- 1 tilbud må kontrolleres på nytt", "- 1 åpen oppfølging har brudd"}},
        {Language::nb,
         {2, 3, 4, 6, 5},
         {"- 2 ting er forfalt", "- 3 ting står for tur i dag", "- 4 stafettpinner venter på svar fra deg",
          "- 6 tilbud må kontrolleres på nytt", "- 5 åpne oppfølginger har brudd"}},
        {Language::nn,
         {1, 1, 1, 1, 1},
         {"- 1 ting har gått over fristen", "- 1 ting står for tur i dag",
          "- 1 stafettpinne ventar på svar frå deg", "- 1 tilbod må kontrollerast på nytt",
          "- 1 open oppfølging har brot"}},
        {Language::nn,
         {2, 0, 4, 0},
         {"- 2 ting har gått over fristen", "- 4 stafettpinnar ventar på svar frå deg"}},
        {Language::en,
         {1, 1, 1, 1, 1},
         {"- 1 thing is overdue", "- 1 thing is due today", "- 1 baton is waiting for your answer",
          "- 1 offer must be checked again", "- 1 open follow-up has a break"}},
        {Language::en, {0, 21, 0, 0}, {"- 21 things are due today"}},
    };
    for (const auto& row : cases) {
        const DigestText text = digest_text(row.counts, row.language, "https://samvei.example.no/app/");
        std::vector<std::string> lines;
        std::istringstream body{text.body};
        for (std::string line; std::getline(body, line);) {
            if (line.starts_with("- ")) { lines.push_back(line); }
        }
        EXPECT_EQ(lines, row.lines) << text.body;
        EXPECT_NE(text.body.find("\nhttps://samvei.example.no/app/\n"), std::string::npos);
        EXPECT_TRUE(std::ranges::all_of(text.subject, [](char c) { return c >= ' ' && c <= '~'; }));
    }
}

TEST(EmailAddress, IsPlainAndHasADomain)
{
    const std::string local_64(64, 'a');
    const std::string long_domain = std::string(63, 'b') + "." + std::string(63, 'c') + "." +
                                    std::string(57, 'd') + ".no";
    for (const std::string& good :
         {std::string{"kari@solvik.no"}, std::string{"kari.lunde+varsel@post.solvik.kommune.no"},
          std::string{"k@a.no"}, std::string{"o'neill_99@xn--slvik-pua.no"}, local_64 + "@solvik.no",
          local_64 + "@" + long_domain}) {
        EXPECT_TRUE(is_email_address(good)) << good;
    }
    for (const std::string& bad : {std::string{""},
                                   std::string{"kari"},
                                   std::string{"kari@"},
                                   std::string{"@solvik.no"},
                                   std::string{"kari@solvik"},
                                   std::string{"kari lunde@solvik.no"},
                                   std::string{"kari@sol vik.no"},
                                   std::string{"kari..lunde@solvik.no"},
                                   std::string{".kari@solvik.no"},
                                   std::string{"kari.@solvik.no"},
                                   std::string{"kari@solvik..no"},
                                   std::string{"kari@-solvik.no"},
                                   std::string{"kari@solvik-.no"},
                                   std::string{"kari@solvik.no."},
                                   std::string{"kari@solvik.no\r\nBcc: alle@solvik.no"},
                                   std::string{"<kari@solvik.no>"},
                                   std::string{"kari@solvik.no,ola@solvik.no"},
                                   std::string{"a@b@solvik.no"},
                                   std::string{"\"kari\"@solvik.no"},
                                   std::string{"kåri@solvik.no"},
                                   std::string{"kari@sølvik.no"},
                                   local_64 + "a@solvik.no",
                                   local_64 + "@a" + long_domain,
                                   "kari@" + std::string(64, 'b') + ".no"}) {
        EXPECT_FALSE(is_email_address(bad)) << bad;
    }
}

TEST(QuotedPrintable, SurvivesTheWay)
{
    const struct {
        std::string plain;
        std::string encoded;
    } cases[] = {
        {"", ""},
        {"Hei\n", "Hei\r\n"},
        {"på", "p=C3=A5"},
        {"a=b", "a=3Db"},
        {"slutt \nny", "slutt=20\r\nny"},
        {"tab\t", "tab=09"},
        {".\n", ".\r\n"},
        {std::string(76, 'x'), std::string(76, 'x')},
        {std::string(77, 'x'), std::string(75, 'x') + "=\r\nxx"},
        {std::string(74, 'x') + "åy", std::string(74, 'x') + "=\r\n=C3=A5y"},
    };
    for (const auto& row : cases) { EXPECT_EQ(quoted_printable(row.plain), row.encoded) << row.plain; }
}

TEST(Message, HasWhatAMailMustHave)
{
    const std::string text = message_of({.from = "samvei@solvik.no",
                                         .to = "kari@solvik.no",
                                         .subject = "Samvei: dette venter i dag",
                                         .body = "Hei på deg\n",
                                         .language = Language::nb,
                                         .at = *find_instant("2026-09-04T05:00:09Z"),
                                         .id = "abc123"});
    EXPECT_EQ(text, "Date: Fri, 04 Sep 2026 05:00:09 +0000\r\n"
                    "From: Samvei <samvei@solvik.no>\r\n"
                    "To: <kari@solvik.no>\r\n"
                    "Subject: Samvei: dette venter i dag\r\n"
                    "Message-ID: <abc123@solvik.no>\r\n"
                    "Auto-Submitted: auto-generated\r\n"
                    "Content-Language: nb\r\n"
                    "MIME-Version: 1.0\r\n"
                    "Content-Type: text/plain; charset=utf-8\r\n"
                    "Content-Transfer-Encoding: quoted-printable\r\n"
                    "\r\n"
                    "Hei p=C3=A5 deg\r\n");
    Mail bad;
    bad.from = "samvei@solvik.no";
    bad.to = "kari@solvik.no";
    bad.id = "a";
    bad.subject = "a\r\nBcc: b";
    EXPECT_THROW(message_of(bad), BrokenInvariant);
    bad.subject = "a";
    bad.to = "kari@solvik.no>\r\nBcc: <b@solvik.no";
    EXPECT_THROW(message_of(bad), BrokenInvariant);
}

} // namespace
} // namespace samvei::reminders
