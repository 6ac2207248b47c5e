#pragma once
// SHA-256, and text forms of bytes. OpenSSL is named only in digest.cpp; the digest is fetched once.

#include <initializer_list>
#include <string>
#include <string_view>

namespace samvei {

/// SHA-256 of the parts one after another, each preceded by its length as 8 bytes big-endian, so that
/// moving a byte from one part to the next changes the digest. 64 lower-case hex characters.
std::string digest_of(std::initializer_list<std::string_view> parts);

/// SHA-256 of the bytes alone, lower-case hex.
std::string sha256_hex(std::string_view bytes);

std::string hex_of(std::string_view bytes);

} // namespace samvei
