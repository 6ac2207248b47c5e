#include "finder/offer.hpp"

#include <algorithm>

namespace samvei::finder {

namespace {

const std::pair<const std::string, std::string>* find_entry(const Texts& texts, Language language)
{
    const auto in = [&](std::string_view code) {
        const auto at = texts.find(std::string{code});
        return at == texts.end() || at->second.empty() ? nullptr : &*at;
    };
    if (const auto* asked = in(code_of(language))) { return asked; }
    for (const Language other : all_languages) {
        if (const auto* found = in(code_of(other))) { return found; }
    }
    const auto any = std::ranges::find_if(texts, [](const auto& one) { return !one.second.empty(); });
    return any == texts.end() ? nullptr : &*any;
}

} // namespace

const std::string& text_in(const Texts& texts, Language language)
{
    static const std::string none;
    const auto* entry = find_entry(texts, language);
    return entry ? entry->second : none;
}

std::string_view language_used(const Texts& texts, Language language)
{
    const auto* entry = find_entry(texts, language);
    return entry ? std::string_view{entry->first} : code_of(language);
}

bool Areas::covers(std::string_view municipality) const
{
    if (country) { return true; }
    if (std::ranges::find(municipalities, municipality) != municipalities.end()) { return true; }
    return municipality.size() == 4 &&
           std::ranges::find(counties, municipality.substr(0, 2)) != counties.end();
}

} // namespace samvei::finder
