#pragma once
// Routes for the tests of the server itself: quick and slow ones, failing ones, and one that must become
// durable.

#include "http/testing/running_server.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <atomic>
#include <latch>
#include <string>
#include <vector>

namespace samvei::http::testing {

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

inline std::vector<BoundRoute> routes_with(Rig& rig)
{
    return {
        {Method::get, "/hello", [](const Request&) { return json_response(200, R"({"hello":true})"); }},
        {Method::get, "/fast", [](const Request&) { return json_response(200, "{}"); }, {}, RunsOn::network},
        {Method::post, "/echo", [](const Request& request) { return json_response(200, request.body); }},
        {Method::get, "/page", [](const Request&) { return html_response(200, std::string(5'000, 'p')); }},
        {Method::get, "/large",
         [](const Request&) { return html_response(200, std::string(30'000'000, 'l')); }},
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

inline std::string code_in(const Answer& answer)
{
    const boost::json::value body = boost::json::parse(answer.body);
    return std::string{body.at("code").as_string()};
}

/// The status and the code of a problem, "404 not_found".
inline std::string problem_in(const Answer& answer)
{
    return std::to_string(answer.status) + " " + code_in(answer);
}

} // namespace samvei::http::testing
