#pragma once
// Norwegian identity numbers: fødselsnummer, D-number (day + 40), synthetic (month + 80, Skatteetaten
// Tenor; month + 65, NAV), and month + 40 (help numbers that health services give to real people, and
// NAV's older synthetic ones: the two cannot be told apart). Sex and century are never derived: from
// 2032 the numbers carry neither, and the first check digit is relaxed. The check stands only here.
// Source: Skatteetaten, "Nytt fødselsnummer fra 2032".

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samvei {

/// An identity number whose check digits hold. Personal: no operator<<.
class IdentityNumber {
public:
    /// 11 digits.
    const std::string& reveal() const { return digits_; }
    /// True for the numbers that are surely nobody's (month + 80, month + 65). Only these may be demo data.
    bool synthetic() const { return synthetic_; }
    /// Whether day, month and the two last digits of the year agree with a date of birth.
    bool may_be_born_on(Date date) const;
    bool operator==(const IdentityNumber&) const = default;

private:
    friend std::optional<IdentityNumber> find_identity_number(std::string_view);
    IdentityNumber(std::string digits, bool synthetic) : digits_{std::move(digits)}, synthetic_{synthetic} {}
    std::string digits_;
    bool synthetic_;
};

/// The identity number in `text` (spaces allowed after the sixth digit), or nothing when a check digit
/// or the date part is wrong.
std::optional<IdentityNumber> find_identity_number(std::string_view text);

} // namespace samvei
