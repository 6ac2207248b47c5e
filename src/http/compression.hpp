#pragma once
// Compressed bodies: brotli and gzip, and which of them a client accepts.

#include "http/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace samvei::http {

/// Content codings that we send.
enum class Coding { identity, gzip, brotli };

/// How much time a body may take: one made for this answer, or one that is sent many times.
enum class Effort { once, often };

/// Smaller bodies do not gain enough to be worth the time.
inline constexpr std::size_t compression_bytes_min = 1024;

/// "", "gzip" or "br", as in Content-Encoding.
std::string_view name_of(Coding coding);

/// The best coding an Accept-Encoding header allows; q=0 forbids one. Source: RFC 9110 §12.5.3.
Coding accepted_coding(std::string_view accept_encoding);

/// `bytes` in this coding. `coding` is not identity.
std::string compressed(std::string_view bytes, Coding coding, Effort effort);

/// Whether bodies of this type shrink: text, JSON, SVG and the like.
bool is_compressible(std::string_view content_type);

/// Compresses the body of an answer when the client accepts it and nothing secret can leak by its length.
///
/// The length of a compressed body tells whether two parts of it are alike (the BREACH attack): somebody who
/// can put text into an answer beside a secret learns the secret guess by guess. So an answer to a request
/// with a cookie or other credentials, or one that sets a cookie, is never compressed; static files always
/// may be.
void compress_if_safe(const Request& request, Response& response);

} // namespace samvei::http
