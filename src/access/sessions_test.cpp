// Logging in, sessions and their ends, throttling. Times are those of a clock that stands still until moved.
#include "access/login.hpp"
#include "access/sessions.hpp"
#include "access/testing/test_app.hpp"

#include <atomic>
#include <latch>
#include <thread>

namespace samvei::access {
namespace {

class Sessions : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    testing::TestApp app{GetParam()};
    UnitId school = app.unit("Prøveskolen");
    Caller kari = app.caller("kari", school);

    LoginAnswer try_login(std::string_view username, std::string_view password,
                          std::string_view remote = "10.0.0.1")
    {
        return log_in(*app, {.username = username, .password = password, .remote = remote, .old_token = {}});
    }
    ErrorCode refusal(std::string_view username, std::string_view password,
                      std::string_view remote = "10.0.0.1")
    {
        const LoginAnswer answer = try_login(username, password, remote);
        return answer.token ? ErrorCode::internal : answer.token.error().code;
    }
    std::string token_of(std::string_view username = "kari", std::string_view remote = "10.0.0.1")
    {
        LoginAnswer answer = try_login(username, testing::test_password, remote);
        check(bool{answer.token}, "the test logs in");
        return std::move(answer.token).value();
    }
    void move_seconds(std::int64_t seconds) { app.clock.move_to(Instant{app.clock.now().seconds + seconds}); }
    /// After this, what was handed in without waiting is written.
    void wait_for_writes()
    {
        EXPECT_EQ(app.databases.hub().write_later([](db::Writer&) {}).wait(), Outcome::durable);
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, Sessions, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Sessions, ALoginGivesTheCaller)
{
    const std::string token = token_of("KARI");
    const auto session = find_session(*app, token);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->caller.account, kari.account);
    EXPECT_EQ(session->caller.name, "Prøve kari");
    EXPECT_EQ(session->caller.membership, kari.membership);
    EXPECT_EQ(session->caller.municipality, db::testing::test_municipality);
    EXPECT_EQ(session->caller.unit, school);
    EXPECT_EQ(session->caller.unit_name, "Prøveskolen");
    EXPECT_EQ(session->caller.role, Role::professional);
    EXPECT_EQ(session->caller.profession, "teacher");
    EXPECT_NE(session->csrf, token);
    EXPECT_FALSE(find_session(*app, "another token"));
    EXPECT_FALSE(find_session(*app, ""));
    EXPECT_FALSE(find_session(*app, session->token_hash)) << "what is stored is no key";
}

TEST_P(Sessions, WrongUserAndWrongPasswordAreTheSameAnswer)
{
    EXPECT_EQ(refusal("kari", "feil passord her"), ErrorCode::wrong_login);
    EXPECT_EQ(refusal("nobody", "feil passord her"), ErrorCode::wrong_login);
    EXPECT_EQ(refusal("kari", ""), ErrorCode::wrong_login);
}

TEST_P(Sessions, EndWhenIdle)
{
    const std::string token = token_of();
    const std::int64_t idle = app->login.idle.count();
    move_seconds(idle - 1);
    EXPECT_TRUE(find_session(*app, token));
    wait_for_writes();
    move_seconds(idle - 1);
    EXPECT_TRUE(find_session(*app, token)) << "having been seen begins the time anew";
    wait_for_writes();
    move_seconds(idle);
    EXPECT_FALSE(find_session(*app, token));
}

TEST_P(Sessions, EndAbsolutely)
{
    const std::string token = token_of();
    const Instant begun = app.clock.now();
    const std::int64_t absolute = app->login.absolute.count();
    for (std::int64_t at = 0; at < absolute - 1200; at += 1200) {
        move_seconds(1200);
        ASSERT_TRUE(find_session(*app, token)) << at;
        wait_for_writes();
    }
    app.clock.move_to(Instant{begun.seconds + absolute - 1});
    EXPECT_TRUE(find_session(*app, token));
    wait_for_writes();
    app.clock.move_to(Instant{begun.seconds + absolute});
    EXPECT_FALSE(find_session(*app, token));
}

TEST_P(Sessions, BeingSeenIsWrittenOnceAMinute)
{
    const std::string token = token_of();
    const auto writes = app.databases.hub().counts().writes;
    for (int second = 0; second < 59; ++second) {
        move_seconds(1);
        ASSERT_TRUE(find_session(*app, token));
    }
    EXPECT_EQ(app.databases.hub().counts().writes, writes);
    move_seconds(1);
    ASSERT_TRUE(find_session(*app, token));
    EXPECT_EQ(app.databases.hub().counts().writes, writes + 1);
    wait_for_writes();
    move_seconds(59);
    ASSERT_TRUE(find_session(*app, token));
    EXPECT_EQ(app.databases.hub().counts().writes, writes + 2)
        << "one by the session, one by the test itself";
}

TEST_P(Sessions, LoggingOutEndsOneSession)
{
    const std::string one = token_of();
    const std::string two = token_of();
    log_out(*app, *find_session(*app, one));
    EXPECT_FALSE(find_session(*app, one));
    EXPECT_TRUE(find_session(*app, two));
}

TEST_P(Sessions, LoggingInAgainEndsTheBrowsersOldSession)
{
    const std::string one = token_of();
    const LoginAnswer again = log_in(
        *app,
        {.username = "kari", .password = testing::test_password, .remote = "10.0.0.1", .old_token = one});
    ASSERT_TRUE(again.token);
    EXPECT_FALSE(find_session(*app, one));
    EXPECT_TRUE(find_session(*app, again.token.value()));
}

TEST_P(Sessions, WhatTheOperatorDoesBitesOnTheNextRequest)
{
    const std::string one = token_of();
    ASSERT_TRUE(set_password(app.office(), kari.account, "en annen lang setning"));
    EXPECT_FALSE(find_session(*app, one));
    EXPECT_EQ(refusal("kari", testing::test_password), ErrorCode::wrong_login);

    ASSERT_TRUE(set_password(app.office(), kari.account, testing::test_password));
    const std::string two = token_of();
    ASSERT_TRUE(end_membership(app.office(), kari.membership));
    const auto without = find_session(*app, two);
    ASSERT_TRUE(without) << "the account is still there";
    EXPECT_TRUE(without->caller.membership.empty());
    EXPECT_TRUE(without->caller.municipality.empty());
    EXPECT_FALSE(without->caller.unit);

    ASSERT_TRUE(deactivate_account(app.office(), kari.account));
    EXPECT_FALSE(find_session(*app, two));
    EXPECT_EQ(refusal("kari", testing::test_password), ErrorCode::wrong_login);
}

TEST_P(Sessions, OneActsAsOnesOwnMembershipsOnly)
{
    const UnitId clinic = app.unit("Helsestasjonen", "school_health");
    move_seconds(1); // Memberships come in the order they began.
    const MembershipId second = app.membership(kari.account, clinic, Role::leader, "leader");
    const Caller ola = app.caller("ola", clinic);
    const std::string token = token_of();
    EXPECT_EQ(find_session(*app, token)->caller.membership, kari.membership) << "the oldest one at first";

    ASSERT_TRUE(act_as(*app, *find_session(*app, token), second));
    EXPECT_EQ(find_session(*app, token)->caller.membership, second);
    EXPECT_EQ(find_session(*app, token)->caller.role, Role::leader);
    EXPECT_EQ(find_session(*app, token)->caller.unit, clinic);
    for (const MembershipId& other : {ola.membership, MembershipId{"none"}}) {
        const auto refused = act_as(*app, *find_session(*app, token), other);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::unit_not_yours);
    }
    EXPECT_EQ(find_session(*app, token_of())->caller.membership, second) << "remembered at the next login";
    ASSERT_TRUE(end_membership(app.office(), second));
    EXPECT_FALSE(act_as(*app, *find_session(*app, token), second));
    EXPECT_EQ(find_session(*app, token_of())->caller.membership, kari.membership);
}

TEST_P(Sessions, TheLanguageIsRemembered)
{
    const std::string token = token_of();
    EXPECT_EQ(find_session(*app, token)->caller.language, Language::nb);
    change_language(*app, kari.account, Language::nn);
    EXPECT_EQ(find_session(*app, token)->caller.language, Language::nn);
}

TEST_P(Sessions, TooManyWrongPasswordsMustWait)
{
    const int most = app->login.failures_max;
    for (int i = 0; i < most; ++i) {
        EXPECT_EQ(refusal("kari", "feil passord her"), ErrorCode::wrong_login) << i;
    }
    move_seconds(100);
    const LoginAnswer throttled = try_login("Kari", testing::test_password);
    ASSERT_FALSE(throttled.token) << "also with the right password";
    EXPECT_EQ(throttled.token.error().code, ErrorCode::login_throttled);
    EXPECT_EQ(throttled.retry_after_seconds, app->login.failure_window.count() - 100);
    EXPECT_EQ(refusal("kari", testing::test_password, "10.0.0.2"), ErrorCode::login_throttled)
        << "from anywhere";
    app.caller("ola", school);
    EXPECT_FALSE(token_of("ola").empty()) << "others are not stopped";

    move_seconds(app->login.failure_window.count() - 101);
    EXPECT_EQ(refusal("kari", testing::test_password), ErrorCode::login_throttled);
    move_seconds(1);
    EXPECT_FALSE(token_of("kari").empty());
}

TEST_P(Sessions, SuccessForgetsTheWrongOnes)
{
    const int most = app->login.failures_max;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < most - 1; ++i) {
            EXPECT_EQ(refusal("kari", "feil passord her"), ErrorCode::wrong_login);
        }
        EXPECT_FALSE(token_of("kari").empty());
    }
}

TEST_P(Sessions, UnknownUserNamesAreThrottledAlike)
{
    const int most = app->login.failures_max;
    for (int i = 0; i < most; ++i) {
        EXPECT_EQ(refusal("nobody", "feil passord her"), ErrorCode::wrong_login);
    }
    EXPECT_EQ(refusal("nobody", "feil passord her"), ErrorCode::login_throttled);
}

TEST_P(Sessions, AnAddressMayFailTwentyTimesAsOften)
{
    app->login.failures_max = 1;
    for (int i = 0; i < 20; ++i) {
        EXPECT_FALSE(token_of("kari").empty()) << "those who succeed do not count";
        EXPECT_EQ(refusal("guess" + std::to_string(i), "feil passord her"), ErrorCode::wrong_login) << i;
    }
    EXPECT_EQ(refusal("kari", testing::test_password), ErrorCode::login_throttled);
    EXPECT_FALSE(token_of("kari", "10.0.0.2").empty()) << "another address is not stopped";
}

TEST_P(Sessions, ManyGuessesAtOnceDoNotSlipThrough)
{
    constexpr int threads = 12;
    std::latch begin{threads};
    std::atomic<int> looked_at = 0;
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread) {
        all.emplace_back([&] {
            begin.arrive_and_wait();
            if (refusal("kari", "feil passord her") == ErrorCode::wrong_login) { ++looked_at; }
        });
    }
    for (std::thread& thread : all) { thread.join(); }
    EXPECT_EQ(looked_at, app->login.failures_max);
}

TEST_P(Sessions, CookiesAreClosedToScriptsAndOtherSites)
{
    EXPECT_EQ(cookie_of(*app, "abc"), "samvei_session=abc; Path=/; HttpOnly; SameSite=Strict");
    EXPECT_EQ(expired_cookie_of(*app), "samvei_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
    app->login.secure_cookie = true;
    EXPECT_EQ(cookie_of(*app, "abc"), "samvei_session=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
}

} // namespace
} // namespace samvei::access
