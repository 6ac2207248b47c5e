#pragma once
// One e-mail as text: RFC 5322 with a plain text body. Pure.

#include "base/language.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace samvei::reminders {

struct Mail {
    std::string from; ///< As is_email_address takes it, like `to`.
    std::string to;
    std::string subject; ///< ASCII, one line.
    std::string body;    ///< UTF-8, lines end in \n.
    Language language = Language::nb;
    Instant at;
    std::string id; ///< The same for every attempt to send the same mail; letters and digits.
};

/// local@domain with a dot in the domain, ASCII, at most 254 characters. What it lets through is safe in a
/// header and in an SMTP command. Source: RFC 5321 §4.1.2 (dot-string, without quoted strings) and §4.5.3.1.
bool is_email_address(std::string_view text);

/// Lines end in CRLF and have at most 76 characters, headers aside. A subject that is not ASCII on one line,
/// or an address that is none, is a bug.
std::string message_of(const Mail& mail);

/// Source: RFC 2045 §6.7.
std::string quoted_printable(std::string_view utf8);

} // namespace samvei::reminders
