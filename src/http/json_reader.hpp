#pragma once
// JSON text to a value, strictly: UTF-8 without NUL, at most 32 levels deep, and no key twice in one
// object (which of the two counts would otherwise depend on the reader).

#include <boost/json/value.hpp>

#include <optional>
#include <string_view>

namespace samvei::http {

/// The value, or nothing when the text is not JSON by these rules.
std::optional<boost::json::value> read_json(std::string_view text);

} // namespace samvei::http
