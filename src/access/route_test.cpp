// What stands before every handler: session, role, CSRF, language; and what this room's routes answer.
#include "access/route.hpp"
#include "access/shapes.hpp"
#include "access/testing/test_app.hpp"
#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <latch>
#include <thread>

namespace samvei::access {
namespace {

namespace json = boost::json;
using http::Method;
using http::Response;

Response say_who(App&, const Caller& caller, const http::Request& request)
{
    return http::json_response(200, caller.name + "/" + std::string{code_of(request.language)});
}

constexpr std::array test_routes = std::to_array<Route>({
    {Method::get, "/anyone", say_who, Entry::anyone, "For anyone"},
    {Method::post, "/anyone", say_who, Entry::anyone, "For anyone"},
    {Method::get, "/account", say_who, Entry::account, "For an account"},
    {Method::get, "/logged_in", say_who, Entry::logged_in, "For all"},
    {Method::post, "/logged_in", say_who, Entry::logged_in, "For all"},
    {Method::get, "/staff", say_who, Entry::staff, "For staff"},
    {Method::get, "/overseers", say_who, Entry::overseers, "For leaders"},
    {Method::get, "/family", say_who, Entry::family, "For family"},
});

std::string header_of(const Response& response, std::string_view name)
{
    for (const auto& [key, value] : response.headers) {
        if (key == name) { return value; }
    }
    return "";
}

json::object object_of(const Response& response)
{
    const auto value = http::read_json(response.body);
    check(value && value->is_object(), "the answer is a JSON object");
    return value->as_object();
}

std::string code_of(const Response& response)
{
    return std::string{object_of(response).at("code").as_string()};
}

class Routes : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    testing::TestApp app{GetParam()};
    UnitId school = app.unit("Prøveskolen");
    Caller kari = app.caller("kari", school);
    http::Router router{all_routes()};

    std::vector<http::BoundRoute> all_routes()
    {
        auto bound = bind_routes(*app, "access", routes());
        for (auto& route : bind_routes(*app, "test", test_routes)) { bound.push_back(std::move(route)); }
        return bound;
    }

    /// A browser that has logged in.
    struct Browser {
        std::string cookie;
        std::string csrf;
    };

    static http::Request request(Method method, std::string path, std::string body = "")
    {
        http::Request made;
        made.method = method;
        made.path = std::move(path);
        made.body = std::move(body);
        made.remote = "10.0.0.1";
        made.reference = "ref";
        made.headers = {{"host", "127.0.0.1:8080"}, {"content-type", "application/json"}};
        return made;
    }

    Response send(http::Request made) { return router.answer(made); }

    Response send_as(const Browser& browser, http::Request made)
    {
        made.headers.emplace_back("cookie", browser.cookie);
        if (made.method != Method::get) { made.headers.emplace_back("x-samvei-csrf", browser.csrf); }
        return send(std::move(made));
    }

    Response log_in_as(std::string_view username, std::string_view password = testing::test_password)
    {
        return send(request(Method::post, "/v1/session",
                            json::serialize(json::object{{"username", username}, {"password", password}})));
    }

    Browser browser_of(std::string_view username)
    {
        const Response response = log_in_as(username);
        check(response.status == 200, "the test logs in");
        const std::string cookie = header_of(response, "Set-Cookie");
        return {.cookie = cookie.substr(0, cookie.find(';')),
                .csrf = std::string{object_of(response).at("csrf").as_string()}};
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, Routes, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Routes, WithoutASessionOneMustLogIn)
{
    for (const char* path :
         {"/account", "/logged_in", "/staff", "/overseers", "/family", "/v1/session", "/v1/units"}) {
        const Response response = send(request(Method::get, path));
        EXPECT_EQ(response.status, 401) << path;
        EXPECT_EQ(code_of(response), "login_required");
        EXPECT_EQ(header_of(response, "Set-Cookie"), "") << "there was no cookie to take back";
    }
    EXPECT_EQ(send(request(Method::get, "/anyone")).status, 200);
    EXPECT_EQ(send(request(Method::post, "/anyone")).status, 200);
}

TEST_P(Routes, AnEndedSessionTakesItsCookieBack)
{
    const Browser browser = browser_of("kari");
    EXPECT_EQ(send_as(browser, request(Method::get, "/staff")).status, 200);
    app.clock.move_to(Instant{app.clock.now().seconds + app->login.idle.count()});
    const Response ended = send_as(browser, request(Method::get, "/staff"));
    EXPECT_EQ(code_of(ended), "login_required");
    EXPECT_NE(header_of(ended, "Set-Cookie").find("Max-Age=0"), std::string::npos);
    const Response unknown =
        send_as({.cookie = "samvei_session=made-up", .csrf = ""}, request(Method::get, "/staff"));
    EXPECT_EQ(code_of(unknown), "login_required");
    EXPECT_NE(header_of(unknown, "Set-Cookie").find("Max-Age=0"), std::string::npos);
}

TEST_P(Routes, EveryRoleHasItsDoors)
{
    app.caller("leder", school, Role::leader, "leader");
    app.caller("koordinator", school, Role::bti_coordinator, "bti_coordinator");
    app.family_caller("mor");
    app.account("ingen");
    struct Row {
        const char* username;
        std::vector<int> statuses; ///< account, logged_in, staff, overseers, family
    };
    const std::vector<Row> rows{{"kari", {200, 200, 200, 404, 404}},
                                {"leder", {200, 200, 200, 200, 404}},
                                {"koordinator", {200, 200, 200, 200, 404}},
                                {"mor", {200, 200, 404, 404, 200}},
                                {"ingen", {200, 404, 404, 404, 404}}};
    for (const Row& row : rows) {
        const Browser browser = browser_of(row.username);
        std::vector<int> statuses;
        for (const char* path : {"/account", "/logged_in", "/staff", "/overseers", "/family"}) {
            const Response response = send_as(browser, request(Method::get, path));
            statuses.push_back(response.status);
            if (response.status == 404) { EXPECT_EQ(code_of(response), "not_found"); }
        }
        EXPECT_EQ(statuses, row.statuses) << row.username;
    }
}

TEST_P(Routes, AChangeNeedsTheTokenOfItsSession)
{
    const Browser kari_in = browser_of("kari");
    const Browser again = browser_of("kari");
    EXPECT_EQ(send_as(kari_in, request(Method::post, "/logged_in")).status, 200);
    for (const std::string& csrf : {std::string{}, std::string{"x"}, again.csrf, kari_in.csrf + "0"}) {
        const Response response =
            send_as({.cookie = kari_in.cookie, .csrf = csrf}, request(Method::post, "/logged_in"));
        EXPECT_EQ(response.status, 403);
        EXPECT_EQ(code_of(response), "csrf_failed");
    }
}

TEST_P(Routes, AChangeThatAnotherSiteAsksForIsRefused)
{
    const Browser browser = browser_of("kari");
    struct Row {
        const char* header;
        const char* value;
        int status;
    };
    const std::vector<Row> rows{
        {"sec-fetch-site", "same-origin", 200},   {"sec-fetch-site", "none", 200},
        {"sec-fetch-site", "same-site", 403},     {"sec-fetch-site", "cross-site", 403},
        {"origin", "http://127.0.0.1:8080", 200}, {"origin", "http://127.0.0.1:8081", 403},
        {"origin", "https://evil.example", 403},  {"origin", "null", 403}};
    for (const Row& row : rows) {
        for (const char* path : {"/logged_in", "/anyone"}) {
            http::Request made = request(Method::post, path);
            made.headers.emplace_back(row.header, row.value);
            EXPECT_EQ(send_as(browser, made).status, row.status)
                << path << " " << row.header << " " << row.value;
        }
        http::Request made = request(Method::get, "/logged_in");
        made.headers.emplace_back(row.header, row.value);
        EXPECT_EQ(send_as(browser, made).status, 200) << "reading changes nothing";
    }
    app->login.public_origin = "https://samvei.example";
    for (const auto& [origin, status] :
         {std::pair{"https://samvei.example", 200}, {"http://127.0.0.1:8080", 403}}) {
        http::Request made = request(Method::post, "/logged_in");
        made.headers.emplace_back("origin", origin);
        EXPECT_EQ(send_as(browser, made).status, status) << origin;
    }
}

TEST_P(Routes, TheAccountsLanguageHoldsUnlessTheRequestSaysAnother)
{
    const Browser browser = browser_of("kari");
    EXPECT_EQ(send_as(browser, request(Method::get, "/staff")).body, "Prøve kari/nb");
    const Response changed =
        send_as(browser, request(Method::put, "/v1/session/language", R"({"language":"nn"})"));
    EXPECT_EQ(object_of(changed).at("language").as_string(), "nn");
    EXPECT_EQ(send_as(browser, request(Method::get, "/staff")).body, "Prøve kari/nn");
    http::Request in_english = request(Method::get, "/staff");
    in_english.headers.emplace_back("accept-language", "en");
    in_english.language = Language::en;
    EXPECT_EQ(send_as(browser, in_english).body, "Prøve kari/en");
}

TEST_P(Routes, AnswersHaveTheShapesTheyPromise)
{
    app.caller("leder", school, Role::leader, "leader");
    const Browser browser = browser_of("leder");
    app.family_caller("mor");
    const std::vector<std::pair<const char*, const http::Shape*>> rows{{"/v1/session", &shapes::session},
                                                                       {"/v1/units", &shapes::units},
                                                                       {"/v1/settings", &shapes::settings}};
    for (const auto& [path, shape] : rows) {
        const Response response = send_as(browser, request(Method::get, path));
        EXPECT_EQ(response.status, 200) << path;
        for (const FieldFault& fault : http::faults_of(*shape, object_of(response))) {
            ADD_FAILURE() << path << ": " << fault.path << " " << row_of(fault.code).name;
        }
    }
    const Response family = log_in_as("mor");
    EXPECT_TRUE(http::faults_of(shapes::session, object_of(family)).empty());
}

TEST_P(Routes, WrongLoginsAreRefusedAndThenMustWait)
{
    EXPECT_EQ(code_of(send(request(Method::post, "/v1/session", "{"))), "bad_json");
    EXPECT_EQ(code_of(send(request(Method::post, "/v1/session", R"({"username":"kari"})"))),
              "invalid_fields");
    for (int i = 0; i < app->login.failures_max; ++i) {
        const Response wrong = log_in_as("kari", "feil passord her");
        EXPECT_EQ(wrong.status, 401);
        EXPECT_EQ(code_of(wrong), "wrong_login");
        EXPECT_EQ(header_of(wrong, "Set-Cookie"), "");
    }
    const Response throttled = log_in_as("kari");
    EXPECT_EQ(throttled.status, 429);
    EXPECT_EQ(code_of(throttled), "login_throttled");
    EXPECT_EQ(header_of(throttled, "Retry-After"), std::to_string(app->login.failure_window.count()));
}

TEST_P(Routes, LoggingOutClearsTheCookie)
{
    const Browser browser = browser_of("kari");
    const Response out = send_as(browser, request(Method::delete_, "/v1/session"));
    EXPECT_EQ(out.status, 204);
    EXPECT_NE(header_of(out, "Set-Cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(send_as(browser, request(Method::get, "/v1/session")).status, 401);
}

TEST_P(Routes, ActingAsAnothersMembershipIsRefused)
{
    const Caller ola = app.caller("ola", school);
    const Browser browser = browser_of("kari");
    const auto act_as = [&](const MembershipId& membership) {
        return send_as(browser, request(Method::put, "/v1/session/acting",
                                        json::serialize(json::object{{"membership", membership.text()}})));
    };
    EXPECT_EQ(code_of(act_as(ola.membership)), "unit_not_yours");
    EXPECT_EQ(object_of(act_as(kari.membership)).at("acting").as_string(), kari.membership.text());
    ASSERT_TRUE(end_membership(app.office(), kari.membership));
    const json::object without = object_of(send_as(browser, request(Method::get, "/v1/session")));
    EXPECT_FALSE(without.contains("acting"));
    EXPECT_TRUE(without.at("memberships").as_array().empty());
    EXPECT_EQ(send_as(browser, request(Method::get, "/staff")).status, 404);
}

TEST_P(Routes, GuidesAndPathwaysAreGivenAsTheyAre)
{
    const Browser browser = browser_of("kari");
    for (const auto& [id, text] : app->content.guides_json) {
        EXPECT_EQ(send_as(browser, request(Method::get, "/v1/guides/" + id)).body, text);
    }
    for (const auto& [id, text] : app->content.pathway_json) {
        EXPECT_EQ(send_as(browser, request(Method::get, "/v1/pathways/" + id)).body, text);
    }
    EXPECT_EQ(code_of(send_as(browser, request(Method::get, "/v1/guides/nothing"))), "not_found");
    EXPECT_EQ(code_of(send_as(browser, request(Method::get, "/v1/pathways/nothing"))), "not_found");
}

TEST_P(Routes, ACrowdOfLoginsIsAskedToComeBack)
{
    // Real passwords take long enough that the crowd is there at once.
    app->login.cost = Cost::interactive;
    constexpr int crowd = 40;
    std::latch begin{crowd};
    std::mutex mutex;
    std::map<std::string, int> codes;
    std::vector<std::thread> all;
    for (int i = 0; i < crowd; ++i) {
        all.emplace_back([&, i] {
            begin.arrive_and_wait();
            const Response response = log_in_as("nobody" + std::to_string(i), "feil passord her");
            const std::lock_guard lock{mutex};
            ++codes[code_of(response)];
            if (code_of(response) == "too_many_requests") {
                EXPECT_NE(header_of(response, "Retry-After"), "");
            }
        });
    }
    for (std::thread& thread : all) { thread.join(); }
    EXPECT_GE(codes["wrong_login"], 16);
    EXPECT_GE(codes["too_many_requests"], 1);
    EXPECT_EQ(codes["wrong_login"] + codes["too_many_requests"], crowd);
}

} // namespace
} // namespace samvei::access
