#include "base/identity_number.hpp"

#include <array>

namespace samvei {

namespace {

constexpr std::size_t digit_count = 11;
using Digits = std::array<int, digit_count>;

/// What the first six digits say once the series they mark is taken away.
struct DatePart {
    int day;
    int month;
    int year_of_century;
    int month_offset; ///< 0, 40, 65 or 80.
};

std::optional<std::string> find_digits(std::string_view text)
{
    std::string digits;
    for (const char letter : text) {
        if (letter == ' ' && digits.size() == 6) { continue; }
        if (letter < '0' || letter > '9' || digits.size() == digit_count) { return std::nullopt; }
        digits += letter;
    }
    return digits.size() == digit_count ? std::optional{digits} : std::nullopt;
}

Digits numbers_of(std::string_view digits)
{
    Digits numbers{};
    for (std::size_t place = 0; place < digit_count; ++place) { numbers[place] = digits[place] - '0'; }
    return numbers;
}

DatePart date_part_of(const Digits& digits)
{
    constexpr int d_number_offset = 40;
    const int day = digits[0] * 10 + digits[1];
    const int month = digits[2] * 10 + digits[3];
    DatePart part{day > d_number_offset ? day - d_number_offset : day, month, digits[4] * 10 + digits[5], 0};
    for (const int offset : {80, 65, 40}) {
        if (month > offset && month <= offset + 12) {
            part.month = month - offset;
            part.month_offset = offset;
        }
    }
    return part;
}

/// Whether the day exists in some century. Every fourth year is a leap year in at least one: 00 is 2000.
bool exists(const DatePart& part)
{
    const int leap_or_not = part.year_of_century % 4 == 0 ? 2000 : 2001;
    return find_date(leap_or_not, part.month, part.day).has_value();
}

template <std::size_t count>
bool check_digit_holds(const Digits& digits, const std::array<int, count>& weights)
{
    int sum = 0;
    for (std::size_t place = 0; place < count; ++place) { sum += weights[place] * digits[place]; }
    const int check_digit = (11 - sum % 11) % 11;
    return check_digit == digits[count]; // 10 is no digit, so such numbers are never given
}

} // namespace

bool IdentityNumber::may_be_born_on(Date date) const
{
    const DatePart part = date_part_of(numbers_of(digits_));
    const YearMonthDay born = parts_of(date);
    return part.day == born.day && part.month == born.month && part.year_of_century == born.year % 100;
}

std::optional<IdentityNumber> find_identity_number(std::string_view text)
{
    auto digits = find_digits(text);
    if (!digits) { return std::nullopt; }

    const Digits numbers = numbers_of(*digits);
    const DatePart part = date_part_of(numbers);
    if (!exists(part)) { return std::nullopt; }
    if (!check_digit_holds(numbers, std::array{3, 7, 6, 1, 8, 9, 4, 5, 2})) { return std::nullopt; }
    if (!check_digit_holds(numbers, std::array{5, 4, 3, 2, 7, 6, 5, 4, 3, 2})) { return std::nullopt; }

    const bool nobodys = part.month_offset == 80 || part.month_offset == 65;
    return IdentityNumber{*std::move(digits), nobodys};
}

} // namespace samvei
