// Goal: through a real mail server, every digest arrives once, on its day, with numbers and nothing else; and
// whatever the mail server does, nothing is lost and nobody is told an address.
#include "reminders/sender.hpp"

#include "access/sessions.hpp"
#include "access/testing/raw_sql.hpp"
#include "base/log.hpp"
#include "reminders/testing/mail_receiver.hpp"
#include "reminders/town_fixture.hpp"

#include <algorithm>

namespace samvei::reminders {
namespace {

using testing::body_of;
using testing::MailReceiver;

class SenderTest : public RemindersTest {
protected:
    MailReceiver receiver;

    MailSettings settings_for(const std::string& server) const
    {
        return {
            .server = server, .from = "samvei@example.no", .user = {}, .password = {}, .require_tls = false};
    }
    Round send(const std::string& server) { return Sender{app, settings_for(server)}.send_due({}); }
    Round send() { return send(receiver.server()); }
    std::vector<std::string> received() const { return receiver.received(); }
    /// How many rows of today are in this state.
    std::int64_t in_state(const std::string& state)
    {
        return access::testing::number_by_raw_sql(
            app.hub(), "SELECT COUNT(*) AS found FROM daily_reminder WHERE state = '" + state +
                           "' AND day = '" + text_of(town.today()) + "'");
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, SenderTest, db::testing::both_engines(), db::testing::EngineName{});

bool says(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

void expect_round(const Round& round, int sent, int nothing, int refused, int failed)
{
    EXPECT_EQ(round.sent, sent);
    EXPECT_EQ(round.nothing, nothing);
    EXPECT_EQ(round.refused, refused);
    EXPECT_EQ(round.failed, failed);
}

TEST_P(SenderTest, CountsAndSaysNothingElse)
{
    fill();
    wants_digest(town.kari, "kari@example.no");
    wants_digest(town.nils, "nils@example.no");
    access::change_language(app, town.nils.account, Language::nn);
    move_to("2026-09-22T05:00:00Z"); // Tuesday of the week after
    expect_round(send(), 2, 0, 0, 0);

    const std::vector<std::string> mails = received();
    ASSERT_EQ(mails.size(), 2U);
    const bool kari_first = says(mails[0], "RCPT TO: kari@example.no");
    const std::string& to_kari = mails[kari_first ? 0 : 1];
    const std::string& to_nils = mails[kari_first ? 1 : 0];
    EXPECT_TRUE(says(to_kari, "MAIL FROM: samvei@example.no\nRCPT TO: kari@example.no\n"));
    EXPECT_TRUE(says(to_nils, "RCPT TO: nils@example.no\n"));
    // The next step, the meeting that has been, the early concern.
    EXPECT_TRUE(says(body_of(to_kari), "Dette venter på deg i Samvei:\n\n- 3 ting er forfalt\n\nLogg inn"));
    // The measure's date has passed, so that its evaluation in twelve days is what comes; the meeting; the
    // offer.
    EXPECT_TRUE(says(body_of(to_nils), "Dette ventar på deg i Samvei:\n\n- 1 ting har gått over fristen\n"
                                       "- 1 stafettpinne ventar på svar frå deg\n\nLogg inn"));
    for (const std::string& mail : mails) {
        EXPECT_TRUE(says(body_of(mail), "https://samvei.example.no/app/\n"));
        EXPECT_FALSE(says(body_of(mail), "@"));
        EXPECT_FALSE(says(mail, reference()));
        EXPECT_FALSE(says(mail, id.text()));
        expect_nothing_personal(mail);
        expect_nothing_personal(body_of(mail));
    }
}

TEST_P(SenderTest, OnceADayAndNotBeforeSevenOrOnHolidays)
{
    wants_digest(town.kari, "kari@example.no");
    const std::pair<const char*, int> times[] = {
        {"2026-09-22T04:59:59Z", 0}, {"2026-09-22T05:00:00Z", 1}, {"2026-09-22T05:01:00Z", 0},
        {"2026-09-22T21:00:00Z", 0}, {"2026-09-23T13:00:00Z", 1}, {"2026-09-26T10:00:00Z", 0},
        {"2026-09-28T05:00:00Z", 1},
    };
    for (const auto& [time, sent] : times) {
        move_to(time);
        EXPECT_EQ(send().sent, sent) << time;
    }
    EXPECT_EQ(received().size(), 3U);
}

TEST_P(SenderTest, SendsNothingWhenThereIsNothingToDo)
{
    wants_digest(town.kari, "kari@example.no"); // the next step is due in a week
    wants_digest(town.stranger, "fremmed@example.no");
    expect_round(send(), 0, 2, 0, 0);
    expect_round(send(), 0, 0, 0, 0);
    EXPECT_EQ(in_state("nothing"), 2);
    EXPECT_TRUE(received().empty());
}

TEST_P(SenderTest, TodayIsNotOverdue)
{
    wants_digest(town.kari, "kari@example.no");
    access::change_language(app, town.kari.account, Language::en);
    move_to("2026-09-21T05:00:00Z"); // a week after
    send();
    ASSERT_EQ(received().size(), 1U);
    EXPECT_TRUE(says(body_of(received()[0]), "\n\n- 1 thing is due today\n\nLog in"));
}

TEST_P(SenderTest, LostRightsBite)
{
    fill();
    wants_digest(town.nils, "nils@example.no");
    wants_digest(town.kim, "kim@example.no");
    wants_digest(town.pia, "pia@example.no");
    move_to("2026-09-22T05:00:00Z");
    withdraw_mothers_consent();
    town.stops_working(town.kim);
    must(access::deactivate_account(office(), town.pia.account));
    expect_round(send(), 0, 2, 0, 0);
    EXPECT_TRUE(received().empty());
}

TEST_P(SenderTest, WhoTurnsItOffGetsNoMore)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    must(change_reminders(app, town.kari, std::nullopt, false));
    expect_round(send(), 0, 0, 0, 0);
    must(change_reminders(app, town.kari, std::nullopt, true));
    expect_round(send(), 1, 0, 0, 0);
}

TEST_P(SenderTest, LeadersAndCoordinatorsLearnHowManyAreBroken)
{
    wants_digest(town.leader, "leder@example.no");
    wants_digest(town.other_leader, "naboleder@example.no");
    wants_digest(town.coordinator, "bti@example.no");
    // Who leads and coordinates hears of each once.
    must(access::add_membership(office(), {.account = town.coordinator.account,
                                           .municipality = town.coordinator.municipality,
                                           .unit = town.school,
                                           .role = access::Role::leader,
                                           .profession = "leader"}));
    move_to("2026-09-22T05:00:00Z");
    expect_round(send(), 2, 1, 0, 0);
    for (const std::string& mail : received()) {
        EXPECT_TRUE(says(body_of(mail), "\n\n- 1 åpen oppfølging har brudd\n\n")) << mail;
        EXPECT_FALSE(says(mail, "naboleder@"));
        expect_nothing_personal(body_of(mail));
    }
}

TEST_P(SenderTest, ARefusedAddressIsLeftInPeaceUntilTomorrow)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    for (const char* const behaviour : {"refuse_recipient", "refuse_message"}) {
        const MailReceiver refusing{behaviour};
        expect_round(send(refusing.server()), 0, 0, 1, 0);
        EXPECT_EQ(in_state("refused"), 1);
        move_seconds(2 * claim_seconds);
        expect_round(send(), 0, 0, 0, 0);
        town.clock().move_days(1);
    }
    expect_round(send(), 1, 0, 0, 0);
}

TEST_P(SenderTest, WhatFailsIsTriedAgainAfterAnHour)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    MailReceiver gone;
    gone.stop();
    for (const char* const behaviour : {"put_off", "refuse_sender", "hang_up", "untrusted", "gone"}) {
        const bool is_gone = std::string_view{behaviour} == "gone";
        const MailReceiver bad{is_gone ? "take" : behaviour};
        expect_round(send(is_gone ? gone.server() : bad.server()), 0, 0, 0, 1);
        EXPECT_EQ(in_state("failed"), 1) << behaviour;
        move_seconds(claim_seconds - 1);
        expect_round(send(), 0, 0, 0, 0);
        move_seconds(1);
    }
    expect_round(send(), 1, 0, 0, 0);
    EXPECT_EQ(received().size(), 1U);
}

TEST_P(SenderTest, AServerThatIsGoneIsAskedOncePerRound)
{
    for (const Caller* const caller : {&town.kari, &town.leader, &town.coordinator}) {
        wants_digest(*caller, "en@example.no");
    }
    move_to("2026-09-22T05:00:00Z");
    MailReceiver gone;
    gone.stop();
    expect_round(send(gone.server()), 0, 0, 0, 1);
    expect_round(send(), 2, 0, 0, 0);
    move_seconds(claim_seconds);
    expect_round(send(), 1, 0, 0, 0);
    EXPECT_EQ(received().size(), 3U);
}

TEST_P(SenderTest, AMailServerThatTakesItWithoutSayingSoGetsTheSameMailAgain)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    const MailReceiver silent{"keep_and_hang_up"};
    expect_round(send(silent.server()), 0, 0, 0, 1);
    move_seconds(claim_seconds);
    expect_round(send(), 1, 0, 0, 0);
    const auto id_in = [](const std::string& mail) {
        const std::size_t start = mail.find("Message-ID: ");
        return mail.substr(start, mail.find("\r\n", start) - start);
    };
    ASSERT_EQ(silent.received().size(), 1U);
    EXPECT_EQ(id_in(silent.received()[0]), id_in(received().at(0)))
        << "so that it can be seen to be the same";
}

TEST_P(SenderTest, ACrashAfterTheClaimLosesNothing)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    const Claim crashed{town.kari.account, town.today(), town.clock().now()};
    must(app.hub().write([&](db::Writer& hub) -> Result<bool> { return claim_reminder(hub, crashed); }));
    expect_round(send(), 0, 0, 0, 0);
    EXPECT_EQ(in_state("claimed"), 1);
    move_seconds(claim_seconds);
    expect_round(send(), 1, 0, 0, 0);
    EXPECT_EQ(access::testing::number_by_raw_sql(app.hub(), "SELECT attempts AS found FROM daily_reminder"),
              2);
    // The one that was thought dead cannot write over what came after it.
    must(app.hub().write([&](db::Writer& hub) -> Result<Done> {
        settle_reminder(hub, crashed, ReminderState::failed);
        return Done{};
    }));
    EXPECT_EQ(in_state("sent"), 1);
}

TEST_P(SenderTest, ManyServersSendItOnce)
{
    const std::array everybody{&town.kari,   &town.kim,          &town.nils,       &town.pia,
                               &town.leader, &town.other_leader, &town.coordinator};
    for (const Caller* const caller : everybody) {
        wants_digest(*caller, "n" + caller->account.text() + "@example.no");
        followup::ConcernDraft concern;
        concern.label = words("Undremerke");
        concern.next_due_on = town.in_days(1);
        must(followup::begin_concern(app, *caller, concern));
    }
    move_to("2026-09-22T05:00:00Z");
    constexpr int servers = 3;
    std::atomic<int> sent = 0;
    {
        std::vector<std::unique_ptr<db::Databases>> databases;
        std::vector<std::unique_ptr<App>> apps;
        std::vector<std::jthread> threads;
        for (int number = 0; number < servers; ++number) {
            databases.push_back(town.databases().open_again());
            apps.push_back(
                std::make_unique<App>(App{*databases.back(), app.clock, app.ids, app.keys, app.content,
                                          app.definitions, app.access_log, app.shelf, app.login}));
        }
        for (const auto& one : apps) {
            threads.emplace_back([&sent, &one, settings = settings_for(receiver.server())] {
                sent += Sender{*one, settings}.send_due({}).sent;
            });
        }
    }
    EXPECT_EQ(sent, static_cast<int>(everybody.size()));
    std::set<std::string> to;
    for (const std::string& mail : received()) {
        const std::size_t start = mail.find("RCPT TO: ");
        EXPECT_TRUE(to.insert(mail.substr(start, mail.find('\n', start) - start)).second) << mail;
    }
    EXPECT_EQ(to.size(), everybody.size());
}

TEST_P(SenderTest, NoAddressIsEverLogged)
{
    wants_digest(town.kari, "kari@example.no");
    log::start(log::Level::info);
    ::testing::internal::CaptureStderr();
    move_to("2026-09-22T05:00:00Z");
    for (const char* const behaviour : {"put_off", "hang_up", "refuse_sender", "take"}) {
        const MailReceiver one{behaviour};
        send(one.server());
        move_seconds(claim_seconds);
    }
    move_to("2026-09-23T05:00:00Z");
    const MailReceiver refusing{"refuse_recipient"};
    send(refusing.server());
    const std::string lines = ::testing::internal::GetCapturedStderr();
    EXPECT_TRUE(says(lines, "a reminder was not sent: ")) << lines;
    EXPECT_TRUE(says(lines, "reminders: 1 sent, 0 refused, 0 failed")) << lines;
    EXPECT_FALSE(says(lines, "@")) << lines;
    EXPECT_FALSE(says(lines, "example.no")) << lines;
    expect_nothing_personal(lines);
}

TEST_P(SenderTest, CountsForOperators)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    const MailReceiver bad{"put_off"};
    Sender sender{app, settings_for(bad.server())};
    sender.send_due({});
    EXPECT_EQ(sender.failed(), 1U);
    EXPECT_EQ(sender.sent(), 0U);
    Sender good{app, settings_for(receiver.server())};
    move_seconds(claim_seconds);
    good.send_due({});
    EXPECT_EQ(good.sent(), 1U);
    EXPECT_EQ(good.failed(), 0U);
}

TEST_P(SenderTest, TheThreadSendsByItselfAndEndsWhenAsked)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    Sender sender{app, settings_for(receiver.server())};
    {
        const EveryMinute thread{sender};
        for (int wait = 0; wait < 1'000 && sender.sent() == 0; ++wait) {
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
    }
    EXPECT_EQ(received().size(), 1U);
}

TEST_P(SenderTest, WhoIsAskedToStopSendsNothing)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    std::stop_source stop;
    stop.request_stop();
    expect_round(Sender{app, settings_for(receiver.server())}.send_due(stop.get_token()), 0, 0, 0, 0);
    expect_round(send(), 1, 0, 0, 0);
}

TEST_P(SenderTest, OldRowsAreThrownAway)
{
    wants_digest(town.kari, "kari@example.no");
    move_to("2026-09-22T05:00:00Z");
    send();
    const auto rows = [&] {
        return access::testing::number_by_raw_sql(app.hub(), "SELECT COUNT(*) AS found FROM daily_reminder");
    };
    move_to("2026-10-22T05:00:00Z"); // thirty days after
    send();
    EXPECT_EQ(rows(), 2);
    move_to("2026-10-23T05:00:00Z");
    send();
    EXPECT_EQ(rows(), 2);
}

} // namespace
} // namespace samvei::reminders
