#include "api/stage.hpp"

#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace samvei::api {

namespace json = boost::json;

namespace {

/// Days around today that scripts may name: a year either way.
constexpr int days_named = 800;

constexpr std::string_view our_origin = "http://localhost";

http::Method method_named(const std::string& name)
{
    for (const http::Method method :
         {http::Method::get, http::Method::post, http::Method::put, http::Method::delete_}) {
        if (http::name_of(method) == name) { return method; }
    }
    throw std::runtime_error{"no such method: " + name};
}

Answer ask(std::uint16_t port, const Question& question)
{
    return http::testing::Client{port}.ask(question.method, question.path, question.body, question.headers);
}

std::optional<json::object> find_object(const std::string& body)
{
    auto value = http::read_json(body);
    if (!value || !value->is_object()) { return std::nullopt; }
    return std::move(value->as_object());
}

/// RFC 9457, and our own additions.
void look_at_problem(const Answer& answer, std::vector<std::string>& broken)
{
    if (answer.header("content-type") != "application/problem+json") {
        broken.push_back("a refusal that is not application/problem+json but " +
                         std::string{answer.header("content-type")});
        return;
    }
    const auto problem = find_object(answer.body);
    if (!problem) {
        broken.push_back("a problem that is not a JSON object");
        return;
    }
    for (const char* name : {"type", "title", "code", "reference"}) {
        const json::value* value = problem->if_contains(name);
        if (value == nullptr || !value->is_string() || value->as_string().empty()) {
            broken.push_back(std::string{"a problem without "} + name);
        }
    }
    const json::value* status = problem->if_contains("status");
    if (status == nullptr || *status != answer.status) {
        broken.push_back("a problem whose status is another");
    }
    if (answer.header("content-language").empty()) {
        broken.push_back("a problem that does not say its language");
    }
}

void look_at_security(const Answer& answer, std::vector<std::string>& broken)
{
    if (answer.header("x-content-type-options") != "nosniff") {
        broken.push_back("an answer without nosniff");
    }
    if (answer.header("content-security-policy").find("default-src 'none'") == std::string::npos) {
        broken.push_back("an answer without a content security policy");
    }
    // A calendar program may keep what it was given, for its one reader.
    const bool calendar = answer.header("content-type").starts_with("text/calendar");
    if (answer.header("cache-control") != (calendar ? "private" : "no-store")) {
        broken.push_back("an answer that may be kept");
    }
}

} // namespace

Stage::Stage(Town& town) : town_{town}, names_{town.names()} {}

std::vector<std::string> Stage::play(const Step& step)
{
    if (step.direction) {
        follow(*step.direction);
        return {};
    }
    say_what_day_it_is();
    const Question question = question_of(*step.exchange);
    const Answer answer = ask(town_.port(), question);
    auto found = compare(*step.exchange, question, answer);
    if (!found.empty()) { found.push_back("the whole answer: " + answer.body.substr(0, 2000)); }
    remember_session(answer);
    return found;
}

void Stage::follow(const Direction& direction)
{
    std::istringstream words{direction.rest};
    std::string first;
    std::string second;
    std::string third;
    words >> first >> second >> third;
    if (direction.word == "language") {
        language_ = first == "none" ? "" : first;
    } else if (direction.word == "clock") {
        move_clock(direction.rest);
    } else if (direction.word == "link") {
        town_.link(first, third);
    } else if (direction.word == "end") {
        town_.end_memberships(first);
    } else if (direction.word == "deactivate") {
        town_.deactivate(first);
    } else if (direction.word == "as") {
        who_ = first;
        if (who_ != "nobody" && !sessions_.contains(who_)) { log_in(who_); }
    }
}

void Stage::move_clock(const std::string& rest)
{
    StoppedClock& clock = town_.app().clock;
    if (!rest.starts_with('+')) {
        const auto instant = find_instant(rest);
        if (!instant) { throw std::runtime_error{"not a time: " + rest}; }
        return clock.move_to(*instant);
    }
    std::istringstream words{rest.substr(1)};
    std::int64_t count = 0;
    std::string unit;
    words >> count >> unit;
    const std::map<std::string, std::int64_t> seconds{
        {"days", 86'400}, {"hours", 3'600}, {"minutes", 60}, {"seconds", 1}};
    if (!seconds.contains(unit)) { throw std::runtime_error{"not a unit of time: " + unit}; }
    clock.move_to(Instant{clock.now().seconds + count * seconds.at(unit)});
}

void Stage::log_in(const std::string& username)
{
    if (!town_.has(username)) { throw std::runtime_error{"nobody is called " + username}; }
    const json::object body{{"username", username}, {"password", access::testing::test_password}};
    const Answer answer =
        ask(town_.port(), {.method = "POST",
                           .path = "/v1/session",
                           .headers = {{"Host", "localhost"}, {"Content-Type", "application/json"}},
                           .body = json::serialize(body)});
    if (answer.status != 200) { throw std::runtime_error{username + " cannot log in: " + answer.body}; }
    remember_session(answer);
}

/// As a browser does: the cookie from Set-Cookie, and the token from the session's JSON.
void Stage::remember_session(const Answer& answer)
{
    const std::string cookie{answer.header("set-cookie")};
    if (cookie.empty() || who_ == "nobody") { return; }
    if (cookie.find("Max-Age=0") != std::string::npos) {
        sessions_.erase(who_);
        return;
    }
    const auto session = find_object(answer.body);
    if (!session || !session->contains("csrf")) { return; }
    sessions_[who_] = {.cookie = cookie.substr(0, cookie.find(';')),
                       .csrf = std::string{session->at("csrf").as_string()}};
}

void Stage::say_what_day_it_is()
{
    const Date today = town_.app().clock.today();
    names_["now"] = text_of(town_.app().clock.now());
    names_["today"] = text_of(today);
    for (int days = 1; days <= days_named; ++days) {
        names_["today+" + std::to_string(days)] = text_of(today.plus_days(days));
        names_["today-" + std::to_string(days)] = text_of(today.plus_days(-days));
    }
}

Question Stage::question_of(const Exchange& exchange) const
{
    Question question;
    question.method = exchange.method;
    question.path = with_names(exchange.path, names_);
    // A whole address, as an answer gave it.
    if (question.path.starts_with(our_origin)) { question.path.erase(0, our_origin.size()); }
    question.body = exchange.body_is_raw ? exchange.body : with_names(exchange.body, names_);
    std::map<std::string, std::string> headers{{"Host", "localhost"}};
    if (exchange.method != "GET") { headers["Content-Type"] = "application/json"; }
    if (!language_.empty()) { headers["Accept-Language"] = language_; }
    if (const auto session = sessions_.find(who_); session != sessions_.end()) {
        headers["Cookie"] = session->second.cookie;
        if (exchange.method != "GET") { headers["X-Samvei-Csrf"] = session->second.csrf; }
    }
    for (const auto& [name, value] : exchange.headers) { headers[name] = with_names(value, names_); }
    for (const auto& [name, value] : headers) {
        if (!value.empty()) { question.headers.emplace_back(name, value); }
    }
    return question;
}

std::vector<std::string> Stage::compare(const Exchange& exchange, const Question& question,
                                        const Answer& answer)
{
    std::vector<std::string> found;
    if (answer.status != exchange.status) {
        found.push_back("expected status " + std::to_string(exchange.status) + ", found " +
                        std::to_string(answer.status));
    }
    for (const auto& [name, pattern] : exchange.answer_headers) {
        std::string lower = name;
        std::ranges::transform(lower, lower.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (!fits(with_names(pattern, names_), answer.header(lower))) {
            found.push_back("expected " + name + ": " + pattern + ", found '" +
                            std::string{answer.header(lower)} + "'");
        }
    }
    const auto actual = http::read_json(answer.body);
    if (!exchange.code.empty()) {
        const json::object code{{"code", exchange.code}};
        for (auto& difference : differences(code, actual.value_or(nullptr), names_)) {
            found.push_back(difference);
        }
    }
    if (!exchange.answer.empty()) {
        const auto expected = http::read_json(exchange.answer);
        if (!expected) { throw std::runtime_error{"what is expected is not JSON: " + exchange.answer}; }
        for (auto& difference : differences(*expected, actual.value_or(nullptr), names_)) {
            found.push_back(difference);
        }
    }
    for (std::string& broken : broken_promises(question, answer)) { found.push_back(std::move(broken)); }
    return found;
}

std::vector<std::string> Stage::broken_promises(const Question& question, const Answer& answer) const
{
    std::vector<std::string> broken;
    look_at_security(answer, broken);
    if (answer.status >= 400) {
        look_at_problem(answer, broken);
        return broken;
    }
    if (answer.status == 204) {
        if (!answer.body.empty()) { broken.push_back("204 with a body"); }
        return broken;
    }
    http::Request request;
    request.method = method_named(question.method);
    request.path = question.path.substr(0, question.path.find('?'));
    const http::Match match = town_.router().match(request);
    if (match.route == nullptr || match.route->text.output == nullptr) { return broken; }
    if (answer.status != match.route->text.success) {
        broken.push_back("another success than the route promises");
    }
    const auto object = find_object(answer.body);
    if (!object) {
        broken.push_back("the answer is not a JSON object");
        return broken;
    }
    for (const FieldFault& fault : http::faults_of(*match.route->text.output, *object)) {
        broken.push_back("against " + std::string{match.route->text.output->name} + ": " + fault.path + " " +
                         std::string{row_of(fault.code).name});
    }
    return broken;
}

} // namespace samvei::api
