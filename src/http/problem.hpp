#pragma once
// Errors as RFC 9457 problem details, in the language of the one who asked.

#include "base/result.hpp"
#include "http/message.hpp"

namespace samvei::http {

/// application/problem+json: type ("/problems/<name>"), title (the sentence), status, code (the name),
/// reference, and for invalid_fields `fields`: [{path, code, message}]. `current_json`, when not empty, is a
/// JSON value put under "current" (edit_conflict: what is stored now).
Response problem(const Error& error, const Request& request, std::string_view current_json = {});

} // namespace samvei::http
