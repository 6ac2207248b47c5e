#include "finder/stemming.hpp"

#include "base/result.hpp"
#include "base/text.hpp"

#include <array>
#include <libstemmer.h>

namespace samvei::finder {

namespace {

struct EndMachine {
    void operator()(sb_stemmer* machine) const { sb_stemmer_delete(machine); }
};
using Machine = std::unique_ptr<sb_stemmer, EndMachine>;

Machine make_machine(const char* language)
{
    Machine machine{sb_stemmer_new(language, "UTF_8")};
    check(machine != nullptr, "libstemmer knows the language");
    return machine;
}

struct Change {
    std::string_view ending;
    std::string_view instead;
};
/// Forms of those who do something: Snowball takes -er off bruker, but only -e off brukere. Longer ones
/// first.
constexpr std::array agent_endings{
    Change{"ernes", "er"}, Change{"arane", "ar"}, Change{"erene", "er"}, Change{"arens", "ar"},
    Change{"erens", "er"}, Change{"erne", "er"},  Change{"arar", "ar"},  Change{"eres", "er"},
    Change{"eren", "er"},  Change{"aren", "ar"},  Change{"ere", "er"},
};

bool has_vowel(std::string_view word)
{
    return word.find_first_of("aeiouy") != std::string_view::npos ||
           word.find("æ") != std::string_view::npos || word.find("ø") != std::string_view::npos ||
           word.find("å") != std::string_view::npos;
}

bool ends_with_vowel(std::string_view word)
{
    for (const std::string_view vowel : {"a", "e", "i", "o", "u", "y", "æ", "ø", "å"}) {
        if (word.ends_with(vowel)) { return true; }
    }
    return false;
}

std::string with_agents_joined(std::string_view word)
{
    constexpr std::size_t bytes_min = 3; // "flere" and "hjerne" are no agents
    for (const Change& change : agent_endings) {
        if (!word.ends_with(change.ending)) { continue; }
        const std::string_view rest = word.substr(0, word.size() - change.ending.size());
        if (rest.size() < bytes_min || !has_vowel(rest)) { break; }
        return std::string{rest} + std::string{change.instead};
    }
    return std::string{word};
}

/// mobbing meets mobber, and utredning meets utrede; what is left has four letters and a vowel ("ting" and
/// "mening" stay). The n belongs to the stem after a vowel or another n (utlåning, utdanning).
void take_off_ing(std::string& stem)
{
    constexpr std::size_t letters_min = 4;
    for (const std::string_view ending : {"ning", "ing"}) {
        if (!stem.ends_with(ending)) { continue; }
        const std::string_view rest{stem.data(), stem.size() - ending.size()};
        if (ending == "ning" && (rest.ends_with('n') || ends_with_vowel(rest))) { continue; }
        if (length_of(rest) < letters_min || !has_vowel(rest)) { continue; }
        stem.resize(rest.size());
        return;
    }
}

std::string run(sb_stemmer* machine, const std::string& word)
{
    const auto* const stem = sb_stemmer_stem(machine, reinterpret_cast<const sb_symbol*>(word.data()),
                                             static_cast<int>(word.size()));
    check(stem != nullptr, "libstemmer has memory");
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(machine))};
}

} // namespace

Endings endings_of(std::string_view language_code)
{
    if (language_code == "en") { return Endings::english; }
    return language_code == "nb" || language_code == "nn" ? Endings::norwegian : Endings::none;
}

struct Stemmer::Machines {
    Machine norwegian = make_machine("norwegian");
    Machine english = make_machine("english");
};

Stemmer::Stemmer() : machines_{std::make_unique<Machines>()} {}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view folded_word, Endings endings)
{
    constexpr std::size_t bytes_max = 200; // No word of people is longer.
    if (folded_word.size() > bytes_max) { return std::string{folded_word}; }
    if (endings == Endings::none) { return "~" + std::string{folded_word}; }
    if (endings == Endings::english) { return run(machines_->english.get(), std::string{folded_word}) + "~"; }
    std::string stem = run(machines_->norwegian.get(), with_agents_joined(folded_word));
    take_off_ing(stem);
    return stem;
}

std::string stem_of(std::string_view folded_word, Endings endings)
{
    thread_local Stemmer stemmer;
    return stemmer.stem(folded_word, endings);
}

} // namespace samvei::finder
