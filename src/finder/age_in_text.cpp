#include "finder/age_in_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace samvei::finder {

namespace {

constexpr int oldest_young = 25;

constexpr std::array<std::string_view, 20> number_words{
    "null", "ett",    "to",   "tre",     "fire",    "fem",    "seks",    "sju",    "åtte",  "ni",
    "ti",   "elleve", "tolv", "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"};

/// The number that a word begins with, in digits or in letters; `rest` is what follows.
std::optional<int> find_number(std::string_view word, std::string_view& rest)
{
    std::size_t digits = 0;
    int number = 0;
    while (digits < word.size() && digits < 3 && word[digits] >= '0' && word[digits] <= '9') {
        number = number * 10 + (word[digits] - '0');
        ++digits;
    }
    rest = word.substr(digits);
    if (digits > 0) { return number; }
    for (std::size_t i = 1; i < number_words.size(); ++i) { // tretten before tre
        const std::size_t value = number_words.size() - i;
        if (!word.starts_with(number_words[value])) { continue; }
        rest = word.substr(number_words[value].size());
        return static_cast<int>(value);
    }
    return std::nullopt;
}

template <std::size_t count>
bool is_one_of(std::string_view word, const std::array<std::string_view, count>& words)
{
    return std::ranges::find(words, word) != words.end();
}

bool is_unit(std::string_view word)
{
    constexpr std::array<std::string_view, 11> units{
        "år", "åring", "åringen", "åringar", "åringer", "årig", "årige", "year", "years", "yo", "yr"};
    return is_one_of(word, units);
}

bool is_of_time(std::string_view before, std::string_view after)
{
    constexpr std::array<std::string_view, 8> befores{"i",    "for",  "siste", "over",
                                                      "past", "last", "since", "etter"};
    constexpr std::array<std::string_view, 4> afters{"siden", "sidan", "ago", "tilbake"};
    return is_one_of(before, befores) || is_one_of(after, afters);
}

bool says_being(std::string_view subject, std::string_view verb)
{
    constexpr std::array<std::string_view, 2> subjects{"jeg", "eg"};
    return (is_one_of(subject, subjects) && verb == "er") || (subject == "i" && verb == "am") || verb == "im";
}

} // namespace

std::optional<int> find_age(std::span<const TypedWord> words)
{
    const auto word = [&](std::size_t place) {
        return place < words.size() ? std::string_view{words[place].folded} : std::string_view{};
    };
    std::optional<int> age;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view rest;
        const std::optional<int> number = find_number(words[i].folded, rest);
        if (!number || *number > oldest_young) { continue; }
        const bool apart = rest.empty() && is_unit(word(i + 1));
        const bool together = is_unit(rest);
        const std::string_view before = i > 0 ? word(i - 1) : "";
        const bool being = rest.empty() && i > 0 && says_being(i > 1 ? word(i - 2) : "", before) &&
                           (i + 1 == words.size() || word(i + 1) == "og" || word(i + 1) == "and");
        if (!apart && !together && !being) { continue; }
        if (!being && is_of_time(before, word(i + (apart ? 2 : 1)))) { continue; }
        if (age && *age != *number) { return std::nullopt; }
        age = number;
    }
    return age;
}

} // namespace samvei::finder
