// A real server on a free port, and clients that behave well.
#include "http/testing/server_rig.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

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

TEST(Server, AnswersOverOneConnection)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    Client client = server.client();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(client.get("/hello").body, R"({"hello":true})");
        EXPECT_EQ(client.get("/fast").body, "{}");
        EXPECT_EQ(client.ask("POST", "/echo", R"({"å":1})").body, R"({"å":1})");
        EXPECT_EQ(client.get("/nothing").status, 204);
        EXPECT_EQ(problem_in(client.get("/missing")), "404 not_found");
        EXPECT_EQ(problem_in(client.ask("PUT", "/hello", "{}")), "405 method_not_allowed");
        const Answer head = client.ask("HEAD", "/hello");
        EXPECT_EQ(head.status, 200);
        EXPECT_EQ(head.header("content-length"), "14");
    }
    EXPECT_EQ(client.get("/remote").body, "127.0.0.1");
    EXPECT_EQ(server.counts().requests, 22U);
    EXPECT_EQ(server.counts().open_connections, 1U);
}

TEST(Server, TakesTheClientsAddressFromOurProxyWhenToldTo)
{
    Rig rig;
    RunningServer server{routes_with(rig), {.client_address = ClientAddress::forwarded}};
    Client client = server.client();
    EXPECT_EQ(client.get("/remote", {{"X-Forwarded-For", "6.6.6.6, 10.0.0.7"}}).body, "10.0.0.7");
    EXPECT_EQ(client.get("/remote").body, "127.0.0.1");
}

TEST(Server, AnswersPipelinedRequestsInOrder)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    Client client = server.client();
    std::string bytes;
    for (int i = 0; i < 50; ++i) {
        const std::string body = std::to_string(i);
        bytes += "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                 std::to_string(body.size()) + "\r\n\r\n" + body + "GET /fast HTTP/1.1\r\nHost: x\r\n\r\n";
    }
    client.send(bytes);
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(client.answer().body, std::to_string(i));
        EXPECT_EQ(client.answer().body, "{}");
    }
}

TEST(Server, AnswersManyAtOnce)
{
    Rig rig;
    RunningServer server{routes_with(rig), {.network_threads = 2, .workers = 8}};
    std::atomic<int> good{0};
    std::vector<std::thread> clients;
    for (int i = 0; i < 64; ++i) {
        clients.emplace_back([&, i] {
            Client client = server.client();
            for (int j = 0; j < 10; ++j) {
                const std::string body = "[" + std::to_string(i) + "," + std::to_string(j) + "]";
                if (client.ask("POST", "/echo", body).body == body) { ++good; }
            }
        });
    }
    for (std::thread& thread : clients) { thread.join(); }
    EXPECT_EQ(good, 640);
    EXPECT_EQ(server.counts().by_status_class[2], 640U);
}

// Goal: no answer before what it tells of is on disk; workers do not wait for that.
TEST(Server, HoldsAnAnswerUntilItIsDurable)
{
    Rig rig;
    RunningServer server{routes_with(rig), {.workers = 1}};
    Client client = server.client();
    client.send("POST /save HTTP/1.1\r\nHost: x\r\n\r\n");
    rig.arrived.wait();
    EXPECT_EQ(server.client().get("/hello").status, 200); // The only worker is free again.
    EXPECT_FALSE(client.has_bytes_within(100ms));
    rig.pending.settle(Outcome::durable);
    EXPECT_EQ(client.answer().body, R"({"saved":true})");
    EXPECT_EQ(client.ask("POST", "/save").status, 200); // Settled already: at once.
}

TEST(Server, SaysSoWhenAnAnswerDidNotBecomeDurable)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    Client client = server.client();
    client.send("POST /save HTTP/1.1\r\nHost: x\r\n\r\n");
    rig.arrived.wait();
    rig.pending.settle(Outcome::failed);
    const Answer held = client.answer();
    EXPECT_EQ(problem_in(held), "503 service_unavailable");
    EXPECT_NE(held.header("retry-after"), "");
    EXPECT_EQ(problem_in(client.ask("POST", "/save")), "503 service_unavailable");
}

TEST(Server, FinishesWhatIsUnderWayWhenItStops)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    Client idle = server.client();
    EXPECT_EQ(idle.get("/hello").status, 200);
    Client at_work = server.client();
    at_work.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    rig.arrived.wait();

    server.begin_stop();
    EXPECT_EQ(idle.rest(), "");
    EXPECT_THROW(server.client().get("/hello"), std::runtime_error);
    EXPECT_FALSE(at_work.has_bytes_within(50ms));
    rig.gate.open();
    const Answer answer = at_work.answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_EQ(at_work.rest(), "");
    server.stop();
}

// Goal: stop ends although an answer never becomes durable, and what settles later finds nobody and no harm.
TEST(Server, StopsWithoutAnswersThatNeverSettle)
{
    Rig rig;
    ServerSettings settings;
    settings.limits.stop_time = 50ms;
    {
        RunningServer server{routes_with(rig), settings};
        Client client = server.client();
        client.send("POST /save HTTP/1.1\r\nHost: x\r\n\r\n");
        rig.arrived.wait();
        server.begin_stop();
        EXPECT_EQ(client.rest(), "");
    }
    rig.pending.settle(Outcome::failed);
}

TEST(Server, SaysWhereItCannotListen)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    const Router router{{}};
    EXPECT_THROW(Server({.port = server.port()}, router), StoreFailure);
    EXPECT_THROW(Server({.address = "nowhere"}, router), StoreFailure);
}

// Goal: every answer, whoever made it, carries the security headers and is kept by nobody.
TEST(Server, ProtectsEveryAnswer)
{
    Rig rig;
    RunningServer server{routes_with(rig), {.public_origin = "https://samvei.example"}};
    Client client = server.client();
    const std::vector<Answer> answers{
        client.get("/hello"),   client.get("/page"),         client.get("/nothing"),
        client.get("/missing"), client.get("/failing"),      client.get("/bug"),
        client.get("/fast"),    client.ask("HEAD", "/page"), client.ask("BREW", "/")};
    for (const Answer& answer : answers) {
        EXPECT_NE(answer.header("content-security-policy").find("default-src 'none'"),
                  std::string_view::npos);
        EXPECT_EQ(answer.header("content-security-policy").find("unsafe"), std::string_view::npos);
        EXPECT_EQ(answer.header("x-content-type-options"), "nosniff");
        EXPECT_EQ(answer.header("referrer-policy"), "no-referrer");
        EXPECT_EQ(answer.header("cross-origin-opener-policy"), "same-origin");
        EXPECT_EQ(answer.header("cross-origin-resource-policy"), "same-origin");
        EXPECT_NE(answer.header("permissions-policy"), "");
        EXPECT_EQ(answer.header("cache-control"), "no-store");
        EXPECT_NE(answer.header("strict-transport-security"), "");
        EXPECT_NE(answer.header("date"), "");
    }
    EXPECT_EQ(answers[4].status, 503);
    EXPECT_EQ(answers[5].status, 500);

    RunningServer plain{routes_with(rig), {}};
    EXPECT_EQ(plain.client().get("/hello").header("strict-transport-security"), "");
}

TEST(Server, CompressesPagesForThoseWithoutACookie)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    Client client = server.client();
    const Answer small = client.get("/page", {{"Accept-Encoding", "gzip, br"}});
    EXPECT_EQ(small.header("content-encoding"), "br");
    EXPECT_LT(small.body.size(), 1'000U);
    EXPECT_EQ(small.header("vary"), "Accept-Encoding");
    EXPECT_EQ(client.get("/page").body.size(), 5'000U);
    const Answer with_cookie = client.get("/page", {{"Accept-Encoding", "br"}, {"Cookie", "session=1"}});
    EXPECT_EQ(with_cookie.header("content-encoding"), "");
}

TEST(Server, CountsByRoute)
{
    Rig rig;
    Metrics metrics;
    ServerSettings settings;
    settings.metrics = &metrics;
    RunningServer server{routes_with(rig), settings};
    Client client = server.client();
    client.get("/hello");
    client.get("/missing/01hzzzzzzzzzzzzzzzzzzzzzzz");
    const std::string text = metrics.text();
    EXPECT_NE(text.find("samvei_http_requests_total{route=\"/hello\",status=\"2xx\"} 1\n"),
              std::string::npos);
    EXPECT_NE(text.find("samvei_http_requests_total{route=\"none\",status=\"4xx\"} 1\n"), std::string::npos);
    EXPECT_NE(text.find("samvei_http_connections 1\n"), std::string::npos);
    EXPECT_EQ(text.find("01hzz"), std::string::npos);
}

} // namespace samvei::http
