// Clients that behave badly: too slow, too large, too many, or not HTTP at all.
#include "http/testing/server_rig.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>

namespace samvei::http {

namespace {

using namespace std::chrono_literals;
using testing::Answer;
using testing::Client;
using testing::problem_in;
using testing::Rig;
using testing::routes_with;
using testing::RunningServer;

} // namespace

// Goal: a header that drips is cut when its time is over, however small the pauses.
TEST(Server, CutsADrippingHeader)
{
    Rig rig;
    ServerSettings settings;
    settings.limits.header_time = 200ms;
    RunningServer server{routes_with(rig), settings};
    Client client = server.client();
    const std::string endless = "GET /hello HTTP/1.1\r\nHost: x\r\nX: " + std::string(5'000, 'x');
    EXPECT_LT(client.drip(endless, 10ms), endless.size());
    EXPECT_EQ(client.rest(), "");
    EXPECT_EQ(server.counts().cut_by_limit, 1U);

    // The second request of a connection has the same limit.
    Client second = server.client();
    EXPECT_EQ(second.get("/hello").status, 200);
    EXPECT_LT(second.drip(endless, 10ms), endless.size());
    EXPECT_EQ(server.counts().cut_by_limit, 2U);
}

TEST(Server, CutsADrippingBody)
{
    Rig rig;
    ServerSettings settings;
    settings.limits.body_time = 200ms;
    RunningServer server{routes_with(rig), settings};
    Client client = server.client();
    client.send(
        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n");
    EXPECT_LT(client.drip(std::string(5'000, '1'), 10ms), 5'000U);
    EXPECT_EQ(client.rest(), "");
    EXPECT_EQ(server.counts().cut_by_limit, 1U);
}

TEST(Server, ClosesIdleConnections)
{
    Rig rig;
    ServerSettings settings;
    settings.limits.idle_time = 100ms;
    settings.limits.header_time = 150ms;
    RunningServer server{routes_with(rig), settings};
    Client silent = server.client();
    Client client = server.client();
    EXPECT_EQ(client.get("/hello").status, 200);
    EXPECT_EQ(client.rest(), "");
    EXPECT_EQ(silent.rest(), "");
    EXPECT_EQ(server.counts().cut_by_limit, 0U);
}

TEST(Server, CutsASlowReader)
{
    Rig rig;
    ServerSettings settings;
    settings.limits.write_time = 200ms;
    settings.limits.write_bytes_per_second = 1'000'000'000;
    RunningServer server{routes_with(rig), settings};
    Client client = server.client();
    client.shrink_receive_buffer();
    client.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
    while (server.counts().cut_by_limit == 0) { std::this_thread::sleep_for(5ms); }
    EXPECT_THROW(static_cast<void>(client.find_answer()), std::runtime_error);
}

// Goal: what is too large gets an answer that says so, and the answer arrives although more is being sent.
TEST(Server, AnswersWhatIsTooLarge)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    const std::string five_megabytes(5'000'000, ' ');
    const Answer declared = server.client().ask("POST", "/echo", five_megabytes);
    EXPECT_EQ(problem_in(declared), "413 body_too_large");
    EXPECT_EQ(declared.header("connection"), "close");

    Client only_declares = server.client();
    only_declares.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                       "Content-Length: 5000000\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(problem_in(only_declares.answer()), "413 body_too_large");

    Client chunked = server.client();
    chunked.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                 "Transfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 50; ++i) { chunked.send("186A0\r\n" + std::string(100'000, ' ') + "\r\n"); }
    EXPECT_EQ(problem_in(chunked.answer()), "413 body_too_large");

    const Answer header = server.client().get("/hello", {{"X-Large", std::string(20'000, 'x')}});
    EXPECT_EQ(problem_in(header), "431 header_too_large");

    const std::string at_the_limit(1'048'576, ' ');
    EXPECT_EQ(server.client().ask("POST", "/echo", at_the_limit).body.size(), at_the_limit.size());
    EXPECT_EQ(server.client().ask("POST", "/echo", at_the_limit + " ").status, 413);
}

TEST(Server, RefusesTooManyConnections)
{
    Rig rig;
    ServerSettings settings;
    settings.limits.connections = 2;
    RunningServer server{routes_with(rig), settings};
    Client first = server.client();
    Client second = server.client();
    EXPECT_EQ(first.get("/hello").status, 200);
    EXPECT_EQ(second.get("/hello").status, 200);
    Client third = server.client();
    EXPECT_EQ(problem_in(third.answer()), "503 service_unavailable");
    EXPECT_EQ(third.rest(), "");
}

TEST(Server, RefusesWhenTheQueueIsFull)
{
    Rig rig;
    ServerSettings settings;
    settings.workers = 1;
    settings.limits.queue = 1;
    RunningServer server{routes_with(rig), settings};
    Client at_work = server.client();
    at_work.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    rig.arrived.wait();
    // The two requests are read in any order: one of them waits and the other is refused.
    std::array<Client, 2> both{server.client(), server.client()};
    for (Client& client : both) { client.send("GET /hello HTTP/1.1\r\nHost: x\r\n\r\n"); }
    while (!both[0].has_bytes_within(1ms) && !both[1].has_bytes_within(1ms)) {}
    const std::size_t refused = both[0].has_bytes_within(0ms) ? 0 : 1;
    const Answer answer = both.at(refused).answer();
    EXPECT_EQ(problem_in(answer), "503 service_unavailable");
    EXPECT_NE(answer.header("retry-after"), "");
    EXPECT_EQ(server.counts().queue_full, 1U);
    rig.gate.open();
    EXPECT_EQ(both.at(1 - refused).answer().status, 200);
}

TEST(Server, AnswersBadRequestsWithProblems)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    struct Case {
        std::string bytes;
        std::string problem;
    };
    const std::string h = "Host: x\r\n";
    const std::vector<Case> cases{
        {"nonsense\r\n\r\n", "400 bad_request"},
        {"GET /hello HTTP/1.1\r\n\r\n", "400 bad_request"},
        {"GET /../etc/passwd HTTP/1.1\r\n" + h + "\r\n", "400 bad_request"},
        {"GET /app/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + h + "\r\n", "400 bad_request"},
        {"GET /%00 HTTP/1.1\r\n" + h + "\r\n", "400 bad_request"},
        {"GET /%zz HTTP/1.1\r\n" + h + "\r\n", "400 bad_request"},
        {"GET http://evil/hello HTTP/1.1\r\n" + h + "\r\n", "400 bad_request"},
        {"PATCH /hello HTTP/1.1\r\n" + h + "\r\n", "405 method_not_allowed"},
        {"OPTIONS /hello HTTP/1.1\r\n" + h + "\r\n", "405 method_not_allowed"},
        {"BREW /pot HTTP/1.1\r\n" + h + "\r\n", "404 not_found"},
        {"POST /echo HTTP/1.1\r\n" + h + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
         "415 unsupported_media"},
        {"POST /echo HTTP/1.1\r\n" + h +
             "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n\xC3\x28",
         "400 bad_json"},
    };
    for (const Case& one : cases) {
        Client client = server.client();
        client.send(one.bytes);
        const Answer answer = client.answer();
        EXPECT_EQ(problem_in(answer), one.problem) << one.bytes;
        EXPECT_EQ(answer.header("content-type"), "application/problem+json") << one.bytes;
        EXPECT_EQ(answer.header("connection"), "close") << one.bytes;
        EXPECT_NE(answer.header("content-security-policy"), "") << one.bytes;
        EXPECT_EQ(client.rest(), "");
    }
    Client client = server.client();
    EXPECT_EQ(client.ask("OPTIONS", "/hello").header("allow"), "GET, HEAD");
}

TEST(Server, SendsContinueToWhoWaitsForIt)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    Client client = server.client();
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.answer().status, 100);
    client.send("{}");
    EXPECT_EQ(client.answer().body, "{}");
}

TEST(Server, SpeaksTheLanguageAskedFor)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    Client client = server.client();
    EXPECT_EQ(client.get("/x", {{"Accept-Language", "de, nn;q=0.5, en;q=0.4"}}).header("content-language"),
              "nn");
    EXPECT_EQ(client.get("/x", {{"Accept-Language", "en"}}).header("content-language"), "en");
    EXPECT_EQ(client.get("/x").header("content-language"), "nb");
    const Answer too_large =
        client.ask("POST", "/echo", std::string(2'000'000, ' '), {{"Accept-Language", "en"}});
    EXPECT_EQ(too_large.header("content-language"), "en");
}

} // namespace samvei::http
