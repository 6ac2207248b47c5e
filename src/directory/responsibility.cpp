#include "directory/responsibility.hpp"

#include <algorithm>

namespace samvei::directory {

namespace {

using finder::AgeSpan;
using finder::Severity;

bool is_about(const Responsibility& row, Severity severity)
{
    return row.in_force() && std::ranges::find(row.text.severities, severity) != row.text.severities.end();
}

} // namespace

std::vector<ResponsibilityGap> gaps_in(std::span<const Responsibility> rows)
{
    std::vector<ResponsibilityGap> gaps;
    for (const Severity severity : treated_severities) {
        bool in_gap = false;
        for (int age = finder::planned_ages.from; age <= finder::planned_ages.to; ++age) {
            const bool taken = std::ranges::any_of(rows, [&](const Responsibility& row) {
                return row.text.theme == all_themes && is_about(row, severity) && row.text.ages.holds(age);
            });
            if (!taken && in_gap) { gaps.back().ages.to = age; }
            if (!taken && !in_gap) { gaps.push_back({severity, {age, age}}); }
            in_gap = !taken;
        }
    }
    return gaps;
}

std::vector<ResponsibilityOverlap> overlaps_in(std::span<const Responsibility> rows)
{
    std::vector<ResponsibilityOverlap> overlaps;
    for (std::size_t first = 0; first < rows.size(); ++first) {
        for (std::size_t second = first + 1; second < rows.size(); ++second) {
            const Responsibility& one = rows[first];
            const Responsibility& other = rows[second];
            const AgeSpan shared{std::max(one.text.ages.from, other.text.ages.from),
                                 std::min(one.text.ages.to, other.text.ages.to)};
            if (one.text.theme != other.text.theme || shared.from > shared.to) { continue; }
            for (const Severity severity : treated_severities) {
                if (is_about(one, severity) && is_about(other, severity)) {
                    overlaps.push_back({severity, shared, one.text.theme, one.id, other.id});
                }
            }
        }
    }
    return overlaps;
}

std::vector<FieldFault> faults_of(const ResponsibilityText& text, const std::vector<std::string>& themes,
                                  Date today)
{
    std::vector<FieldFault> faults;
    if (text.ages.to < text.ages.from) { faults.push_back({"age_to", FaultCode::too_small, text.ages.from}); }
    if (text.theme != all_themes && std::ranges::find(themes, text.theme) == themes.end()) {
        faults.push_back({"theme", FaultCode::not_known});
    }
    if (!text.unit && text.other_unit.empty()) { faults.push_back({"unit", FaultCode::required}); }
    if (text.decided_on > today) { faults.push_back({"decided_on", FaultCode::in_the_future}); }
    return faults;
}

} // namespace samvei::directory
