// Requests, targets, problems, compression and metrics: all that needs no server.
#include "http/compression.hpp"
#include "http/head.hpp"
#include "http/metrics.hpp"
#include "http/problem.hpp"
#include "http/target.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

namespace samvei::http {

TEST(Request, FindsCookies)
{
    Request request;
    request.headers = {{"cookie", "a=1;b=\"2\";  cc=3=4; empty=; nothing"}, {"cookie", "later=5"}};
    EXPECT_EQ(request.find_cookie("a"), "1");
    EXPECT_EQ(request.find_cookie("b"), "2");
    EXPECT_EQ(request.find_cookie("cc"), "3=4");
    EXPECT_EQ(request.find_cookie("empty"), "");
    EXPECT_EQ(request.find_cookie("later"), "5");
    EXPECT_FALSE(request.find_cookie("c"));
    EXPECT_FALSE(request.find_cookie("nothing"));
}

TEST(Request, KnowsItsPathParameters)
{
    Request request;
    request.path_parameters = {{"id", "7"}};
    EXPECT_EQ(request.path_parameter("id"), "7");
    EXPECT_THROW(static_cast<void>(request.path_parameter("child")), BrokenInvariant);
}

// Goal: a target means one thing or nothing.
TEST(Target, DecodesWhatIsSafe)
{
    struct Case {
        std::string text;
        std::string path;  ///< "" when refused.
        std::string query; ///< name=value|...
    };
    const std::vector<Case> cases{
        {"/", "/", ""},
        {"/a/b", "/a/b", ""},
        {"/a%20b/%C3%B8", "/a b/ø", ""},
        {"/a+b", "/a+b", ""},
        {"/?q=a+b&c=%26&&d&=e&f==", "/", "q=a b|c=&|d=|=e|f==|"},
        {"/a?", "/a", ""},
        {"/...", "/...", ""},
        {"/a/.well-known", "/a/.well-known", ""},
        {"", "", ""},
        {"*", "", ""},
        {"a", "", ""},
        {"http://localhost/a", "", ""},
        {"//a", "//a", ""},
        {"/a#b", "", ""},
        {"/%", "", ""},
        {"/%2", "", ""},
        {"/%zz", "", ""},
        {"/%00", "", ""},
        {"/a%2fb", "", ""},
        {"/a%5Cb", "", ""},
        {"/a\\b", "", ""},
        {"/%ff", "", ""},
        {"/%C3%28", "", ""},
        {"/%c0%ae%c0%ae/a", "", ""},
        {"/a/../b", "", ""},
        {"/a/..", "", ""},
        {"/./a", "", ""},
        {"/%2e%2e/a", "", ""},
        {"/%2E./a", "", ""},
        {"/a?b=%", "", ""},
        {"/a?b=%00", "", ""},
    };
    for (const Case& one : cases) {
        const auto target = find_target(one.text);
        ASSERT_EQ(target.has_value(), !one.path.empty()) << one.text;
        if (!target) { continue; }
        EXPECT_EQ(target->path, one.path) << one.text;
        std::string query;
        for (const auto& [name, value] : target->query) { query.append(name + "=" + value + "|"); }
        EXPECT_EQ(query, one.query) << one.text;
    }
}

TEST(Problem, SpeaksTheLanguageOfTheRequest)
{
    Request request;
    request.reference = "abcdefghjk";
    const Error error{std::vector<FieldFault>{{"measures[2].due_on", FaultCode::not_a_date, {}},
                                              {"title", FaultCode::too_long, 200}}};
    for (const Language language : all_languages) {
        request.language = language;
        const Response response = problem(error, request, R"({"version":7})");
        EXPECT_EQ(response.status, 422);
        EXPECT_EQ(response.content_type, "application/problem+json");
        const Pairs headers{{"Content-Language", std::string{code_of(language)}}};
        EXPECT_EQ(response.headers, headers);
        const boost::json::value body = boost::json::parse(response.body);
        EXPECT_EQ(body.at("type"), "/problems/invalid_fields");
        EXPECT_EQ(body.at("code"), "invalid_fields");
        EXPECT_EQ(body.at("status"), 422);
        EXPECT_EQ(body.at("reference"), "abcdefghjk");
        EXPECT_EQ(body.at_pointer("/current/version"), 7);
        EXPECT_EQ(body.at_pointer("/fields/0/path"), "measures[2].due_on");
        EXPECT_EQ(body.at_pointer("/fields/0/code"), "not_a_date");
        const std::string message{body.at_pointer("/fields/1/message").as_string()};
        EXPECT_NE(message.find("200"), std::string::npos);
        EXPECT_EQ(message.find("{}"), std::string::npos);
    }
}

// Goal: every code of the table becomes a problem of its status, with a sentence, in each language.
TEST(Problem, KnowsEveryCode)
{
    Request request;
    for (const Language language : all_languages) {
        request.language = language;
        for (const ErrorRow& row : error_table()) {
            const Response response = problem(Error{row.code}, request);
            EXPECT_EQ(response.status, row.status);
            const boost::json::value body = boost::json::parse(response.body);
            EXPECT_EQ(body.at("code"), boost::json::value(row.name));
            EXPECT_FALSE(body.at("title").as_string().empty());
        }
    }
}

TEST(Compression, TakesTheBestThatIsAccepted)
{
    EXPECT_EQ(accepted_coding(""), Coding::identity);
    EXPECT_EQ(accepted_coding("gzip"), Coding::gzip);
    EXPECT_EQ(accepted_coding("gzip, deflate, br"), Coding::brotli);
    EXPECT_EQ(accepted_coding("br;q=0, gzip;q=0.5"), Coding::gzip);
    EXPECT_EQ(accepted_coding("br; q=0.001"), Coding::brotli);
    EXPECT_EQ(accepted_coding("gzip;q=0.0"), Coding::identity);
    EXPECT_EQ(accepted_coding("zstd, identity, brr"), Coding::identity);
}

// Goal: bodies are compressed from the limit up, and never where a cookie could be guessed by their length.
TEST(Compression, LeavesSecretsAlone)
{
    const std::string large(compression_bytes_min, 'x');
    const auto coding_of = [&](Pairs request_headers, std::string body, Pairs response_headers = {}) {
        Request request;
        request.headers = std::move(request_headers);
        request.headers.emplace_back("accept-encoding", "br");
        Response response = html_response(200, std::move(body));
        response.headers = std::move(response_headers);
        compress_if_safe(request, response);
        for (const auto& [name, value] : response.headers) {
            if (name == "Content-Encoding") { return value; }
        }
        return std::string{};
    };
    EXPECT_EQ(coding_of({}, large), "br");
    EXPECT_EQ(coding_of({}, large.substr(1)), "");
    EXPECT_EQ(coding_of({{"cookie", "session=1"}}, large), "");
    EXPECT_EQ(coding_of({{"authorization", "Bearer x"}}, large), "");
    EXPECT_EQ(coding_of({}, large, {{"Set-Cookie", "session=1"}}), "");
}

TEST(Head, RefusesLineEndsInHeaders)
{
    Response response = json_response(200, "{}");
    response.headers.emplace_back("Location", "/a\r\nSet-Cookie: x=1");
    std::string head;
    EXPECT_THROW(append_head(head, response, {}, ""), BrokenInvariant);
}

TEST(Metrics, WritesPrometheusText)
{
    Metrics metrics;
    metrics.of_route("/v1/x/{id}").count(200, std::chrono::microseconds{100});
    metrics.of_route("/v1/x/{id}").count(204, std::chrono::microseconds{101});
    metrics.of_route("/v1/x/{id}").count(503, std::chrono::seconds{9});
    metrics.add({FigureKind::gauge, "samvei_a", "A.", "database=\"hub\"", [] { return 1.0; }});
    metrics.add({FigureKind::counter, "samvei_b_total", "B.", "", [] { return 2.0; }});
    metrics.add({FigureKind::gauge, "samvei_a", "A.", "database=\"m1\"", [] { return 3.0; }});

    const std::string text = metrics.text();
    const auto has = [&](const char* lines) { return text.find(lines) != std::string::npos; };
    EXPECT_TRUE(has("samvei_http_requests_total{route=\"/v1/x/{id}\",status=\"2xx\"} 2\n"));
    EXPECT_TRUE(has("samvei_http_requests_total{route=\"/v1/x/{id}\",status=\"5xx\"} 1\n"));
    EXPECT_TRUE(has("_bucket{route=\"/v1/x/{id}\",le=\"0.0001\"} 1\n"));
    EXPECT_TRUE(has("_bucket{route=\"/v1/x/{id}\",le=\"0.00025\"} 2\n"));
    EXPECT_TRUE(has("_bucket{route=\"/v1/x/{id}\",le=\"5\"} 2\n"));
    EXPECT_TRUE(has("_bucket{route=\"/v1/x/{id}\",le=\"+Inf\"} 3\n"));
    EXPECT_TRUE(has("_count{route=\"/v1/x/{id}\"} 3\n"));
    EXPECT_TRUE(has("# HELP samvei_a A.\n# TYPE samvei_a gauge\nsamvei_a{database=\"hub\"} 1\n"
                    "samvei_a{database=\"m1\"} 3\n# HELP samvei_b_total B.\n"));
}

} // namespace samvei::http
