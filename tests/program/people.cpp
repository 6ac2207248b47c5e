#include "program/people.hpp"

#include "base/time.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <stdexcept>

namespace samvei::program {

namespace {

constexpr std::string_view demo_password = "sammen-om-barna";

json::object object_in(const http::testing::Answer& answer)
{
    return answer.body.empty() ? json::object{} : json::parse(answer.body).as_object();
}

} // namespace

Session log_in(std::uint16_t port, const std::string& username)
{
    http::testing::Client client{port};
    const json::object input{{"username", username}, {"password", demo_password}};
    const http::testing::Answer answer = client.ask("POST", "/v1/session", json::serialize(input));
    if (answer.status != 200) { throw std::runtime_error{username + " cannot log in: " + answer.body}; }
    const std::string_view cookie = answer.header("set-cookie");
    const json::object session = object_in(answer);
    return {.username = username,
            .account = text_at(session, "account"),
            .cookie = std::string{cookie.substr(0, cookie.find(';'))},
            .csrf = text_at(session, "csrf")};
}

Reply Line::ask(const Session& who, std::string_view method, const std::string& path,
                const json::object& body)
{
    http::Pairs headers{{"Cookie", who.cookie}};
    if (method != "GET") { headers.emplace_back("X-Samvei-Csrf", who.csrf); }
    const std::string text = method == "GET" ? std::string{} : json::serialize(body);
    const http::testing::Answer answer = client_.ask(method, path, text, headers);
    return {answer.status, object_in(answer)};
}

std::string day_in(int days)
{
    return text_of(SystemClock{}.today().plus_days(days));
}

std::string text_at(const json::object& object, std::string_view name)
{
    return std::string{object.at(name).as_string()};
}

} // namespace samvei::program
