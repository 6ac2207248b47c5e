#pragma once
// The target of a request line, decoded. Pure.

#include "http/message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samvei::http {

struct Target {
    std::string path; ///< Begins with "/".
    Pairs query;
};

/// Decodes "/path?query". Nothing when it is not in origin form, when a percent code is broken, when a
/// decoded part is not UTF-8 or holds NUL, when a segment is "." or "..", and when a percent code hides a
/// slash or a backslash: then the path would mean different things to different readers. Source: RFC 9112
/// §3.2.1, RFC 3986.
std::optional<Target> find_target(std::string_view text);

/// Names and values of a query or of a form (application/x-www-form-urlencoded). Nothing when a percent code
/// is broken or a part is not UTF-8.
std::optional<Pairs> find_pairs(std::string_view text);

} // namespace samvei::http
