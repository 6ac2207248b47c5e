// A real server on a free port, and clients that behave well and badly.
#include "http/testing/running_server.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <latch>

namespace samvei::http {

namespace {

using namespace std::chrono_literals;
using testing::Answer;
using testing::Client;
using testing::RunningServer;

/// Something that a handler waits for until the test opens it.
class Gate {
public:
    void open()
    {
        opened_ = true;
        opened_.notify_all();
    }
    void wait() const { opened_.wait(false); }

private:
    std::atomic<bool> opened_{false};
};

struct Rig {
    Gate gate;
    std::latch arrived{1};
    Pending pending = Pending::open();
};

std::vector<BoundRoute> routes_with(Rig& rig)
{
    return {
        {Method::get, "/hello", [](const Request&) { return json_response(200, R"({"hello":true})"); }},
        {Method::get, "/fast", [](const Request&) { return json_response(200, "{}"); }, {}, RunsOn::network},
        {Method::post, "/echo", [](const Request& request) { return json_response(200, request.body); }},
        {Method::get, "/page", [](const Request&) { return html_response(200, std::string(5'000, 'p')); }},
        {Method::get, "/large", [](const Request&) { return html_response(200, std::string(30'000'000, 'l')); }},
        {Method::get, "/nothing", [](const Request&) { return no_content(); }},
        {Method::get, "/remote", [](const Request& request) { return html_response(200, request.remote); }},
        {Method::get, "/wait",
         [&rig](const Request&) {
             rig.arrived.count_down();
             rig.gate.wait();
             return json_response(200, "{}");
         }},
        {Method::post, "/save",
         [&rig](const Request&) {
             Response response = json_response(200, R"({"saved":true})");
             response.durable = rig.pending;
             rig.arrived.count_down();
             return response;
         }},
        {Method::get, "/failing", [](const Request&) -> Response { throw StoreFailure{"gone"}; }},
        {Method::get, "/bug",
         [](const Request&) {
             Response response = no_content();
             response.headers.emplace_back("X-Bad", "a\r\nb");
             return response;
         }},
    };
}

std::string code_in(const Answer& answer)
{
    const boost::json::value body = boost::json::parse(answer.body);
    return std::string{body.at("code").as_string()};
}

/// The status and the code of a problem, "404 not_found".
std::string problem_in(const Answer& answer)
{
    return std::to_string(answer.status) + " " + code_in(answer);
}

constexpr const char* host = "Host: x\r\n";

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

// --- limits ----------------------------------------------------------------------------------------------

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
    client.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n");
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

// --- bad requests ----------------------------------------------------------------------------------------

TEST(Server, AnswersBadRequestsWithProblems)
{
    Rig rig;
    RunningServer server{routes_with(rig), {}};
    struct Case {
        std::string bytes;
        std::string problem;
    };
    const std::string h = host;
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
        {"POST /echo HTTP/1.1\r\n" + h + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n\xC3\x28",
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
    EXPECT_EQ(client.get("/x", {{"Accept-Language", "de, nn;q=0.5, en;q=0.4"}}).header("content-language"), "nn");
    EXPECT_EQ(client.get("/x", {{"Accept-Language", "en"}}).header("content-language"), "en");
    EXPECT_EQ(client.get("/x").header("content-language"), "nb");
    const Answer too_large = client.ask("POST", "/echo", std::string(2'000'000, ' '), {{"Accept-Language", "en"}});
    EXPECT_EQ(too_large.header("content-language"), "en");
}

// --- durability and stop ---------------------------------------------------------------------------------

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

// --- headers ---------------------------------------------------------------------------------------------

// Goal: every answer, whoever made it, carries the security headers and is kept by nobody.
TEST(Server, ProtectsEveryAnswer)
{
    Rig rig;
    RunningServer server{routes_with(rig), {.public_origin = "https://samvei.example"}};
    Client client = server.client();
    const std::vector<Answer> answers{client.get("/hello"),   client.get("/page"),        client.get("/nothing"),
                                      client.get("/missing"), client.get("/failing"),     client.get("/bug"),
                                      client.get("/fast"),    client.ask("HEAD", "/page"), client.ask("BREW", "/")};
    for (const Answer& answer : answers) {
        EXPECT_NE(answer.header("content-security-policy").find("default-src 'none'"), std::string_view::npos);
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
    EXPECT_NE(text.find("samvei_http_requests_total{route=\"/hello\",status=\"2xx\"} 1\n"), std::string::npos);
    EXPECT_NE(text.find("samvei_http_requests_total{route=\"none\",status=\"4xx\"} 1\n"), std::string::npos);
    EXPECT_NE(text.find("samvei_http_connections 1\n"), std::string::npos);
    EXPECT_EQ(text.find("01hzz"), std::string::npos);
}

} // namespace samvei::http
