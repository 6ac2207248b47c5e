#pragma once
// Finds what the vocabulary says in a row of words.

#include "finder/lexicon.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace samvei::finder {

/// An entry that stands in the words, and where each word of it stands.
struct Match {
    const Entry* entry = nullptr;
    std::vector<std::uint32_t> places;
    std::size_t words_between() const { return places.back() - places.front() + 1 - places.size(); }
};

/// How many other words may stand inside a phrase.
enum class Between { none = 0, two = 2 };

/// Every entry (`only` of one kind) that stands there, at the first place it can for each place it begins, in
/// the order of their beginning.
std::vector<Match> matches_in(std::span<const Stems> words, const Lexicon& lexicon, Between between,
                              std::optional<Entry::Kind> only = std::nullopt);

} // namespace samvei::finder
