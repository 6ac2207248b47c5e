#pragma once
// The head of an answer as bytes: status line, the headers that every answer carries, and its own.

#include "http/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace samvei::http {

/// Whether pages of this installation come over https; then browsers are told never to use anything else.
enum class Scheme { http, https };

/// Whether the connection is used again after this answer.
enum class Afterwards { keep, close };

/// The security headers, as lines that end in CRLF. Same for every answer, errors included, but for who may
/// frame it.
std::string security_headers(Scheme scheme, Framing framing = Framing::nobody);

/// What varies from answer to answer.
struct HeadFacts {
    std::size_t body_bytes = 0;
    Afterwards afterwards = Afterwards::keep;
    int http_minor = 1; ///< 1.0 clients must be told that a connection stays open.
};

/// Appends the head of `response`, up to and with the empty line. A header value with a line end in it is a
/// bug. Cache-Control is no-store unless the response says otherwise.
void append_head(std::string& out, const Response& response, const HeadFacts& facts,
                 std::string_view security_lines);

/// "Not Found" and the like, RFC 9110 §15; "" for a status not in our table.
std::string_view reason_of(int status);

} // namespace samvei::http
