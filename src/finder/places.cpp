#include "finder/places.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace samvei::finder {

namespace {

/// Every name as it is compared: "Guovdageaidnu - Kautokeino" is found by either half too.
std::vector<std::string> names_of(const Municipality& municipality)
{
    std::vector<std::string> names{folded(municipality.name)};
    for (const auto& [language, name] : municipality.names) { names.push_back(folded(name)); }
    return names;
}

enum class Match { whole, beginning };

bool matches(const Municipality& municipality, const std::string& typed, Match match)
{
    return std::ranges::any_of(names_of(municipality), [&](const std::string& name) {
        return match == Match::whole ? name == typed : name.starts_with(typed);
    });
}

} // namespace

const Municipality* Places::find(std::string_view number) const
{
    const auto found = std::ranges::find(municipalities, number, &Municipality::number);
    return found == municipalities.end() ? nullptr : &*found;
}

const County* Places::find_county(std::string_view number) const
{
    const auto found = std::ranges::find(counties, number, &County::number);
    return found == counties.end() ? nullptr : &*found;
}

std::vector<const Municipality*> Places::meant_by(std::string_view typed, std::size_t limit) const
{
    const std::string name = folded(trimmed(typed));
    if (name.empty()) { return {}; }
    if (const Municipality* numbered = find(name)) { return {numbered}; }
    for (const Match match : {Match::whole, Match::beginning}) {
        std::vector<const Municipality*> found;
        for (const Municipality& one : municipalities) {
            if (found.size() < limit && matches(one, name, match)) { found.push_back(&one); }
        }
        if (!found.empty()) { return found; }
    }
    return {};
}

} // namespace samvei::finder
