#pragma once
// Who has the treatment responsibility for whom: the rows of the register, and what is missing or double in
// it. Pure. A row about one need stands before one about "all": the special before the general.

#include "access/subjects.hpp"
#include "base/result.hpp"
#include "finder/coverage.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace samvei::directory {

using ResponsibilityId = Id<struct ResponsibilityKind>;

inline const std::string all_themes = "all";

/// What is for all treats nobody; for the other grades somebody must be responsible.
inline constexpr std::array treated_severities{finder::Severity::mild, finder::Severity::moderate,
                                               finder::Severity::severe, finder::Severity::complex};

/// What one writes down.
struct ResponsibilityText {
    finder::AgeSpan ages;
    std::string theme = all_themes;
    std::vector<finder::Severity> severities;
    std::optional<access::UnitId> unit; ///< One of the municipality's; else `other_unit`.
    std::string other_unit;             ///< "BUP Solvik"; "" when `unit` is set.
    std::string leader;                 ///< Name of who leads it.
    Date decided_on;
    std::string note;
};

struct Responsibility {
    ResponsibilityId id;
    ResponsibilityText text;
    std::string unit_name; ///< Of either.
    std::optional<Date> ended_on;
    std::int64_t version = 1;
    Instant changed_at;
    std::string changed_by;
    bool in_force() const { return !ended_on; }
};

/// Nobody is responsible for whatever a need is: no row in force about "all" is there.
struct ResponsibilityGap {
    finder::Severity severity = finder::Severity::mild;
    finder::AgeSpan ages;
    bool operator==(const ResponsibilityGap&) const = default;
};

/// Two rows in force about the same need, age and severity.
struct ResponsibilityOverlap {
    finder::Severity severity = finder::Severity::mild;
    finder::AgeSpan ages;
    std::string theme;
    ResponsibilityId first;
    ResponsibilityId second;
    bool operator==(const ResponsibilityOverlap&) const = default;
};

/// By severity, then age.
std::vector<ResponsibilityGap> gaps_in(std::span<const Responsibility> rows);
/// Each pair once for each severity.
std::vector<ResponsibilityOverlap> overlaps_in(std::span<const Responsibility> rows);

/// What is wrong with a text, by the names of the API. `themes`: ids that are known.
std::vector<FieldFault> faults_of(const ResponsibilityText& text, const std::vector<std::string>& themes,
                                  Date today);

} // namespace samvei::directory
