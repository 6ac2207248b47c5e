#pragma once
// What a request and an answer are for the rooms. Beast is named only in request_reader.cpp, Asio only in
// the files of the server loop.

#include "base/language.hpp"
#include "base/pending.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samvei::http {

enum class Method { get, post, put, delete_ };

/// "GET", "POST", "PUT", "DELETE".
std::string_view name_of(Method method);

inline constexpr std::size_t method_count = 4;

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// One request, read whole, within the limits, with a body that is well-formed UTF-8 or empty.
struct Request {
    Method method = Method::get;
    std::string path;      ///< Decoded, without the query.
    Pairs query;           ///< Decoded, in order.
    Pairs headers;         ///< Names in lower case.
    Pairs path_parameters; ///< What stood for {name} in the route's path.
    Pairs form; ///< Of a page without scripts; then `body` is empty, so that no JSON handler takes it.
    std::string body;
    std::string remote; ///< Address of the peer; for throttling only, never stored with a person.
    Language language = Language::nb; ///< From Accept-Language; a login may replace it.
    std::string reference;            ///< Random, ten characters; in the log and in every problem answer.
    std::string_view route; ///< Pattern of the route that fits, "" while none does; for log and metrics.

    /// The value of a header (lower-case name), or "".
    std::string_view header(std::string_view name) const;
    /// The first value of that name in the form, or nothing.
    std::optional<std::string_view> find_form(std::string_view name) const;
    /// The value of a path parameter; a name that the route's path lacks is a bug.
    const std::string& path_parameter(std::string_view name) const;
    /// The last line of that name: the one that the nearest proxy wrote. Empty when there is none.
    std::string_view last_header(std::string_view name) const;
    std::optional<std::string_view> find_query(std::string_view name) const;
    /// The value of a cookie, or nothing.
    std::optional<std::string> find_cookie(std::string_view name) const;
};

/// Whether other sites may show this answer in a frame.
enum class Framing { nobody, anybody };

/// One answer. When `durable` is open, the server holds the answer until it settles; `failed` becomes 503.
struct Response {
    int status = 200;
    std::string content_type; ///< Empty: no body.
    std::string body;
    Pairs headers = {};
    Pending durable = {};
    Framing framing = Framing::nobody;
    std::string log_why = {}; ///< Why it was refused: for the log only, names no person.
};

Response json_response(int status, std::string body);
Response html_response(int status, std::string body);
Response no_content();
Response redirect_to(std::string location); ///< 303

} // namespace samvei::http
