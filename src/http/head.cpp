#include "http/head.hpp"

#include "base/result.hpp"

#include <array>
#include <charconv>
#include <ctime>
#include <string>

namespace samvei::http {

namespace {

void append_number(std::string& out, std::size_t number)
{
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

/// "Sun, 22 Nov 2026 08:30:00 GMT" (RFC 9110 §5.6.7), made once a second and thread.
std::string_view date_now()
{
    thread_local std::time_t second = 0;
    thread_local std::array<char, 32> text{};
    thread_local std::size_t size = 0;
    const std::time_t now = std::time(nullptr);
    if (now != second || size == 0) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        second = now;
    }
    return {text.data(), size};
}

void append_line(std::string& out, std::string_view name, std::string_view value)
{
    constexpr std::string_view line_ends{"\r\n\0", 3};
    check(name.find_first_of(line_ends) == std::string_view::npos, "a header name holds no line end");
    check(value.find_first_of(line_ends) == std::string_view::npos, "a header value holds no line end");
    out.append(name).append(": ").append(value).append("\r\n");
}

/// 1xx, 204 and 304 have no body and no length (RFC 9110 §6.4.1).
bool may_have_body(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

std::string security_headers(Scheme scheme, Framing framing)
{
    const bool alone = framing == Framing::nobody;
    std::string lines =
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' "
        "data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; ";
    lines += alone ? "frame-ancestors 'none'\r\nX-Frame-Options: DENY\r\n" : "frame-ancestors *\r\n";
    lines += "X-Content-Type-Options: nosniff\r\n"
             "Referrer-Policy: no-referrer\r\n"
             "Cross-Origin-Opener-Policy: same-origin\r\n"
             "Cross-Origin-Resource-Policy: same-origin\r\n"
             "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";
    if (scheme == Scheme::https) {
        lines += "Strict-Transport-Security: max-age=63072000; includeSubDomains\r\n";
    }
    return lines;
}

void append_head(std::string& out, const Response& response, const HeadFacts& facts,
                 std::string_view security_lines)
{
    out += "HTTP/1.1 ";
    append_number(out, static_cast<std::size_t>(response.status));
    out += ' ';
    out.append(reason_of(response.status)).append("\r\nDate: ").append(date_now()).append("\r\n");
    out += security_lines;

    bool has_cache_control = false;
    for (const auto& [name, value] : response.headers) {
        append_line(out, name, value);
        has_cache_control = has_cache_control || name == "Cache-Control";
    }
    if (!has_cache_control) { out += "Cache-Control: no-store\r\n"; }
    if (facts.afterwards == Afterwards::close) {
        out += "Connection: close\r\n";
    } else if (facts.http_minor == 0) {
        out += "Connection: keep-alive\r\n";
    }
    if (may_have_body(response.status)) {
        if (!response.content_type.empty()) { append_line(out, "Content-Type", response.content_type); }
        out += "Content-Length: ";
        append_number(out, facts.body_bytes);
        out += "\r\n";
    }
    out += "\r\n";
}

std::string_view reason_of(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    default: return "";
    }
}

} // namespace samvei::http
