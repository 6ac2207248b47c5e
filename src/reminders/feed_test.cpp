// Goal: a calendar feed shows one's own dates as they are now and nothing that a person has written; what one
// may no longer see is gone; every look is recorded; an unknown address and a withdrawn one are the same.
#include "access/testing/raw_sql.hpp"
#include "reminders/queries.hpp"
#include "reminders/town_fixture.hpp"

#include <algorithm>

namespace samvei::reminders {
namespace {

constexpr std::string_view origin = "https://samvei.example.no";

class FeedTest : public RemindersTest {
protected:
    std::string shown(const std::string& token) { return must(view_feed(app, token, origin)).icalendar; }
    void expect_gone(std::string_view token)
    {
        const Result<FeedView> view = view_feed(app, token, origin);
        ASSERT_FALSE(view);
        EXPECT_EQ(view.error().code, ErrorCode::not_found);
        EXPECT_EQ(view.error().why.text, view_feed(app, "ukjent", origin).error().why.text);
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, FeedTest, db::testing::both_engines(), db::testing::EngineName{});

bool says(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

std::size_t events_in(const std::string& text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find("BEGIN:VEVENT"); at != std::string::npos;
         at = text.find("BEGIN:VEVENT", at + 1)) {
        ++count;
    }
    return count;
}

TEST_P(FeedTest, EveryStatementIsPreparedOnTheHub)
{
    app.hub().prepare_all(queries::all);
}

TEST_P(FeedTest, ShowsOnesOwnDatesWithoutAWordOfAnybody)
{
    fill();
    const std::string kari = shown(make_calendar_feed(app, town.kari));
    EXPECT_EQ(events_in(kari), 3U) << kari;
    EXPECT_TRUE(says(kari, "SUMMARY:Neste steg\r\nDESCRIPTION:Referanse: " + reference() + "\r\n"));
    EXPECT_TRUE(says(kari, "DTSTART;VALUE=DATE:20260921\r\n"));
    EXPECT_TRUE(says(kari, "DTSTART:20260914T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Møte i stafettlogg\r\n"));
    EXPECT_TRUE(
        says(kari, "SUMMARY:Undring: neste steg\r\nURL:https://samvei.example.no/app/early-concerns/"));
    EXPECT_TRUE(says(kari, "UID:" + id.text() + "@samvei\r\n"));
    EXPECT_TRUE(says(kari, "URL:https://samvei.example.no/app/follow-ups/" + id.text() + "\r\n"));

    const std::string nils = shown(make_calendar_feed(app, town.nils));
    EXPECT_EQ(events_in(nils), 2U) << "the meeting and the measure; the offer has no date here\n" << nils;
    EXPECT_TRUE(says(nils, "SUMMARY:Tiltak skal være gjort\r\n"));
    for (const std::string& text : {kari, nils}) {
        expect_nothing_personal(text);
        std::string unfolded = text;
        for (std::size_t at = unfolded.find("\r\n "); at != std::string::npos; at = unfolded.find("\r\n ")) {
            unfolded.erase(at, 3);
        }
        expect_nothing_personal(unfolded);
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = text.find("\r\n", start);
            ASSERT_NE(end, std::string::npos) << "every line ends in CRLF";
            EXPECT_LE(end - start, 75U);
            EXPECT_EQ(text.substr(start, end - start).find('\n'), std::string::npos);
            start = end + 2;
        }
    }
}

TEST_P(FeedTest, TheSameThingKeepsItsIdWhenItsDateMoves)
{
    const std::string token = make_calendar_feed(app, town.kari);
    EXPECT_TRUE(says(shown(token), "20260921"));
    must(followup::date_step(app, town.kari, id, {followup::testing::version_of(town, id), {}}, {},
                             town.in_days(9), words("Grunnmerke"), std::nullopt));
    const std::string after = shown(token);
    EXPECT_TRUE(says(after, "DTSTART;VALUE=DATE:20260923\r\n"));
    EXPECT_TRUE(says(after, "UID:" + id.text() + "@samvei\r\n"));
    EXPECT_EQ(events_in(after), 1U);
}

TEST_P(FeedTest, WithdrawnConsentTakesTheEntriesAway)
{
    fill();
    const std::string nils = make_calendar_feed(app, town.nils);
    EXPECT_EQ(events_in(shown(nils)), 2U);
    withdraw_mothers_consent();
    EXPECT_EQ(events_in(shown(nils)), 0U);
    EXPECT_TRUE(says(shown(nils), "BEGIN:VCALENDAR\r\n"));
    EXPECT_TRUE(must(view_feed(app, nils, origin)).looks[town.nils.municipality].empty());
}

TEST_P(FeedTest, AnEndedMembershipOrAClosedAccountTakesTheFeedAway)
{
    const std::string kim = make_calendar_feed(app, town.kim);
    shown(kim);
    town.stops_working(town.kim);
    expect_gone(kim);
    const std::string pia = make_calendar_feed(app, town.pia);
    must(access::deactivate_account(office(), town.pia.account));
    expect_gone(pia);
}

TEST_P(FeedTest, OneOfTwoMembershipsThatEndsTakesItsOwnEntriesOnly)
{
    fill();
    const access::MembershipId second =
        must(access::add_membership(office(), {.account = town.nils.account,
                                               .municipality = town.nils.municipality,
                                               .unit = town.ppt,
                                               .role = access::Role::professional,
                                               .profession = "ppt_adviser"}));
    const std::string nils = make_calendar_feed(app, town.nils);
    EXPECT_EQ(events_in(shown(nils)), 2U) << "each thing once";
    must(access::end_membership(office(), town.nils.membership));
    EXPECT_EQ(events_in(shown(nils)), 0U);
    must(access::end_membership(office(), second));
    expect_gone(nils);
}

TEST_P(FeedTest, ANewAddressEndsTheOldOne)
{
    const std::string first = make_calendar_feed(app, town.kari);
    const std::string second = make_calendar_feed(app, town.kari);
    EXPECT_EQ(second.size(), 43U);
    EXPECT_NE(first, second);
    expect_gone(first);
    shown(second);
    EXPECT_TRUE(view_reminders(app, town.kari).calendar);
    withdraw_calendar_feed(app, town.kari);
    withdraw_calendar_feed(app, town.kari);
    expect_gone(second);
    EXPECT_FALSE(view_reminders(app, town.kari).calendar);
    expect_gone("");
}

TEST_P(FeedTest, TheTokenItselfIsNotStored)
{
    const std::string token = make_calendar_feed(app, town.kari);
    EXPECT_EQ(
        access::testing::number_by_raw_sql(
            app.hub(), "SELECT COUNT(*) AS found FROM calendar_feed WHERE token_hash = '" + token + "'"),
        0);
    EXPECT_EQ(
        access::testing::number_by_raw_sql(
            app.hub(), "SELECT COUNT(*) AS found FROM journal_entry WHERE content LIKE '%" + token + "%'"),
        0);
}

TEST_P(FeedTest, EveryLookIsAtWhatIsShown)
{
    fill();
    const FeedView view = must(view_feed(app, make_calendar_feed(app, town.kari), origin));
    ASSERT_EQ(view.looks.size(), 1U);
    const std::vector<access::Look>& looks = view.looks.at(town.kari.municipality);
    ASSERT_EQ(looks.size(), 1U);
    EXPECT_EQ(looks.front().follow_up, id);
    EXPECT_EQ(looks.front().account, town.kari.account);
    EXPECT_EQ(looks.front().what, "calendar");
    EXPECT_EQ(looks.front().purpose, "holder");
}

TEST_P(FeedTest, SettingsAreCheckedAndJournalledWithoutTheAddress)
{
    const auto refusal = [&](const std::optional<std::string>& email, bool daily_digest) -> std::string {
        const Result<Done> done = change_reminders(app, town.kari, email, daily_digest);
        if (done) { return ""; }
        EXPECT_EQ(done.error().code, ErrorCode::invalid_fields);
        return done.error().fields.at(0).path + " " +
               std::string{row_of(done.error().fields.at(0).code).name};
    };
    EXPECT_EQ(refusal(std::nullopt, true), "email required");
    EXPECT_EQ(refusal("kari", true), "email not_an_email");
    EXPECT_EQ(refusal("kari@example.no\nBcc: x@example.no", false), "email not_an_email");
    EXPECT_FALSE(view_reminders(app, town.kari).setting.email);
    EXPECT_EQ(refusal("kari@example.no", true), "");
    EXPECT_EQ(refusal("", true), "email required");
    EXPECT_EQ(refusal(std::nullopt, true), "");
    EXPECT_EQ(view_reminders(app, town.kari).setting.email, "kari@example.no");
    EXPECT_EQ(refusal("", false), "");
    EXPECT_FALSE(view_reminders(app, town.kari).setting.email);
    EXPECT_FALSE(view_reminders(app, town.nils).setting.daily_digest);

    make_calendar_feed(app, town.kari);
    withdraw_calendar_feed(app, town.kari);
    const std::vector<access::JournalRow> rows = app.hub().read([&](db::Reader& hub) {
        return access::journal_of_subject(hub, "account:" + town.kari.account.text(), 100);
    });
    std::vector<std::string> acts;
    for (const access::JournalRow& row : rows) {
        acts.push_back(row.act);
        EXPECT_FALSE(says(row.content, "@")) << row.content;
    }
    acts.resize(5);
    EXPECT_EQ(acts, (std::vector<std::string>{"calendar_withdrawn", "calendar_made", "reminders_changed",
                                              "reminders_changed", "reminders_changed"}));
}

} // namespace
} // namespace samvei::reminders
