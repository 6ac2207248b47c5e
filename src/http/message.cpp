#include "http/message.hpp"

#include "base/result.hpp"

#include <algorithm>

namespace samvei::http {

namespace {

std::string_view without_spaces(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) { return {}; }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// The value of `name` in one Cookie header, or nothing. Source: RFC 6265 §4.2.1.
std::optional<std::string> find_in_cookies(std::string_view cookies, std::string_view name)
{
    while (!cookies.empty()) {
        const std::size_t end = std::min(cookies.find(';'), cookies.size());
        const std::string_view pair = without_spaces(cookies.substr(0, end));
        cookies.remove_prefix(std::min(end + 1, cookies.size()));

        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != name) { continue; }
        std::string_view value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
        }
        return std::string{value};
    }
    return std::nullopt;
}

} // namespace

std::string_view name_of(Method method)
{
    switch (method) {
    case Method::get: return "GET";
    case Method::post: return "POST";
    case Method::put: return "PUT";
    case Method::delete_: return "DELETE";
    }
    return "";
}

std::string_view Request::header(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name) { return value; }
    }
    return {};
}

std::string_view Request::last_header(std::string_view name) const
{
    std::string_view last;
    for (const auto& [key, value] : headers) {
        if (key == name) { last = value; }
    }
    return last;
}

const std::string& Request::path_parameter(std::string_view name) const
{
    for (const auto& [key, value] : path_parameters) {
        if (key == name) { return value; }
    }
    throw BrokenInvariant{"a handler asks only for path parameters that its route has"};
}

namespace {

std::optional<std::string_view> find_in(const Pairs& pairs, std::string_view name)
{
    for (const auto& [key, value] : pairs) {
        if (key == name) { return value; }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string_view> Request::find_query(std::string_view name) const
{
    return find_in(query, name);
}

std::optional<std::string_view> Request::find_form(std::string_view name) const
{
    return find_in(form, name);
}

std::optional<std::string> Request::find_cookie(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (key != "cookie") { continue; }
        if (auto found = find_in_cookies(value, name)) { return found; }
    }
    return std::nullopt;
}

Response json_response(int status, std::string body)
{
    return {.status = status, .content_type = "application/json", .body = std::move(body)};
}

Response html_response(int status, std::string body)
{
    return {.status = status, .content_type = "text/html; charset=utf-8", .body = std::move(body)};
}

Response no_content()
{
    return {.status = 204, .content_type = {}, .body = {}};
}

Response redirect_to(std::string location)
{
    Response response{.status = 303, .content_type = {}, .body = {}};
    response.headers.emplace_back("Location", std::move(location));
    return response;
}

} // namespace samvei::http
