#include "reminders/message.hpp"

#include "base/result.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace samvei::reminders {

namespace {

constexpr std::size_t address_length_max = 254;
constexpr std::size_t local_length_max = 64;
constexpr std::size_t label_length_max = 63;
constexpr std::size_t line_length_max = 76;

bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_local_character(char c)
{
    return is_letter_or_digit(c) || std::string_view{"!#$%&'*+-/=?^_`{|}~"}.find(c) != std::string_view::npos;
}

/// Whether each part between dots holds for `fits`; how many parts there are, or 0 when one does not.
template <class Fits>
int dotted_parts(std::string_view text, Fits fits)
{
    int parts = 0;
    while (true) {
        const std::size_t dot = std::min(text.find('.'), text.size());
        if (dot == 0 || !fits(text.substr(0, dot))) { return 0; }
        ++parts;
        if (dot == text.size()) { return parts; }
        text.remove_prefix(dot + 1);
    }
}

bool is_label(std::string_view label)
{
    const auto fits = [](char c) { return is_letter_or_digit(c) || c == '-'; };
    return label.size() <= label_length_max && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, fits);
}

bool is_header_text(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

/// "Mon, 14 Sep 2026 07:00:00 +0000".
std::string date_header_of(Instant at)
{
    constexpr std::array weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string text = text_of(at);
    const std::optional<Date> date = find_date(std::string_view{text}.substr(0, 10));
    check(date.has_value(), "an instant begins with its date");
    const YearMonthDay parts = parts_of(*date);
    return fmt::format("{}, {:02} {} {:04} {} +0000",
                       weekdays.at(static_cast<std::size_t>(weekday_of(*date) - 1)), parts.day,
                       months.at(static_cast<std::size_t>(parts.month - 1)), parts.year, text.substr(11, 8));
}

std::string_view domain_of(std::string_view address)
{
    return address.substr(address.rfind('@') + 1);
}

/// What stands for one byte. Blanks at the end of a line would be lost on the way.
std::string encoded(char c, bool ends_line)
{
    const bool plain = c >= '!' && c <= '~' && c != '=';
    const bool blank = (c == ' ' || c == '\t') && !ends_line;
    return plain || blank ? std::string(1, c) : fmt::format("={:02X}", static_cast<unsigned char>(c));
}

} // namespace

bool is_email_address(std::string_view text)
{
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at > local_length_max || text.size() > address_length_max) {
        return false;
    }
    const auto is_local_part = [](std::string_view part) {
        return std::ranges::all_of(part, is_local_character);
    };
    return dotted_parts(text.substr(0, at), is_local_part) >= 1 &&
           dotted_parts(text.substr(at + 1), is_label) >= 2;
}

std::string quoted_printable(std::string_view utf8)
{
    std::string out;
    std::size_t column = 0;
    for (std::size_t place = 0; place < utf8.size(); ++place) {
        if (utf8[place] == '\n') {
            out += "\r\n";
            column = 0;
            continue;
        }
        const bool ends_line = place + 1 == utf8.size() || utf8[place + 1] == '\n';
        const std::string word = encoded(utf8[place], ends_line);
        // The last character of a line may stand where else the sign of a broken line must.
        if (column + word.size() > line_length_max - (ends_line ? 0 : 1)) {
            out += "=\r\n";
            column = 0;
        }
        out += word;
        column += word.size();
    }
    return out;
}

std::string message_of(const Mail& mail)
{
    check(is_header_text(mail.subject), "a subject is ASCII on one line");
    check(is_email_address(mail.from) && is_email_address(mail.to), "mail goes from address to address");
    check(std::ranges::all_of(mail.id, is_letter_or_digit), "a message has an id of letters and digits");
    return fmt::format("Date: {}\r\n"
                       "From: Samvei <{}>\r\n"
                       "To: <{}>\r\n"
                       "Subject: {}\r\n"
                       "Message-ID: <{}@{}>\r\n"
                       "Auto-Submitted: auto-generated\r\n"
                       "Content-Language: {}\r\n"
                       "MIME-Version: 1.0\r\n"
                       "Content-Type: text/plain; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: quoted-printable\r\n"
                       "\r\n"
                       "{}",
                       date_header_of(mail.at), mail.from, mail.to, mail.subject, mail.id,
                       domain_of(mail.from), code_of(mail.language), quoted_printable(mail.body));
}

} // namespace samvei::reminders
