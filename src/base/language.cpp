#include "base/language.hpp"

#include <string>

namespace samvei {

namespace {

constexpr int whole_weight = 1000;

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

std::string_view without_blanks(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) { text.remove_prefix(1); }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) { text.remove_suffix(1); }
    return text;
}

/// A quality value in thousandths: "1", "0.5", "0.125". Source: RFC 9110 §12.4.2.
std::optional<int> find_weight(std::string_view text)
{
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) { return std::nullopt; }
    int weight = (text[0] - '0') * whole_weight;
    if (text.size() == 1) { return weight; }
    if (text[1] != '.') { return std::nullopt; }
    int unit = whole_weight / 10;
    for (const char digit : text.substr(2)) {
        if (digit < '0' || digit > '9') { return std::nullopt; }
        weight += (digit - '0') * unit;
        unit /= 10;
    }
    return weight <= whole_weight ? std::optional{weight} : std::nullopt;
}

/// The weight that follows a language range: "" or "q=0.8".
std::optional<int> find_range_weight(std::string_view parameter)
{
    if (parameter.empty()) { return whole_weight; }
    if (parameter.size() < 3 || lower(parameter[0]) != 'q' || parameter[1] != '=') { return std::nullopt; }
    return find_weight(parameter.substr(2));
}

/// "nn-NO" speaks nynorsk: the first subtag decides. "*" is everything, so bokmål.
std::optional<Language> find_spoken(std::string_view range)
{
    if (range == "*") { return Language::nb; }
    std::string primary;
    for (const char letter : range.substr(0, range.find('-'))) { primary += lower(letter); }
    return find_language(primary);
}

} // namespace

std::string_view code_of(Language language)
{
    switch (language) {
    case Language::nb: return "nb";
    case Language::nn: return "nn";
    case Language::en: return "en";
    }
    return "nb";
}

std::optional<Language> find_language(std::string_view code)
{
    if (code == "nb" || code == "no") { return Language::nb; }
    if (code == "nn") { return Language::nn; }
    if (code == "en") { return Language::en; }
    return std::nullopt;
}

Language preferred_language(std::string_view accept_language)
{
    Language best = Language::nb;
    int best_weight = 0;
    while (!accept_language.empty()) {
        const auto comma = accept_language.find(',');
        const auto item = without_blanks(accept_language.substr(0, comma));
        accept_language = comma == std::string_view::npos ? "" : accept_language.substr(comma + 1);

        const auto semicolon = item.find(';');
        const auto spoken = find_spoken(without_blanks(item.substr(0, semicolon)));
        const auto weight = semicolon == std::string_view::npos
                                ? std::optional{whole_weight}
                                : find_range_weight(without_blanks(item.substr(semicolon + 1)));
        // Only a greater weight wins, so that the earlier of two equals is kept.
        if (!spoken || !weight || *weight <= best_weight) { continue; }
        best = *spoken;
        best_weight = *weight;
    }
    return best;
}

} // namespace samvei
