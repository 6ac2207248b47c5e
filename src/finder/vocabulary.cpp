#include "finder/vocabulary.hpp"

#include <algorithm>

namespace samvei::finder {

const Theme* Vocabulary::find_theme(std::string_view id) const
{
    const auto found = std::ranges::find(themes, id, &Theme::id);
    return found == themes.end() ? nullptr : &*found;
}

const Kind* Vocabulary::find_kind(std::string_view id) const
{
    const auto found = std::ranges::find(kinds, id, &Kind::id);
    return found == kinds.end() ? nullptr : &*found;
}

} // namespace samvei::finder
