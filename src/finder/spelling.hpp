#pragma once
// Slips of spelling, mended against a list of known words only: with a keyboard without æøå, or with a letter
// too many, missing, wrong or swapped (Damerau).

#include "finder/text_map.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// Letters that must be changed, added, left out or swapped with their neighbour to turn one into the other,
/// each stretch once (optimal string alignment); `max + 1` when it takes more than `max`.
std::size_t distance_between(std::u32string_view left, std::u32string_view right, std::size_t max);

/// Words that may be meant. Words of fewer than four letters are neither mended nor mended to.
class Spelling {
public:
    /// Whether a slip in a word of four or five letters may be mended to it: so short a word is soon another
    /// one.
    enum class Slips { long_words, also_short };
    void add(std::string_view folded_word, Slips slips);
    /// After the last `add`.
    void finish();

    /// The nearest word: the same but for æ (ae), ø (o, oe) and å (a, aa); else one slip away for words of
    /// four letters or more, two for eight or more, and never
    /// more than `slips_max`. A word of four or five letters keeps its first letter. Of
    /// several the first of the alphabet. "" when there is none.
    std::string_view find_nearest(std::string_view folded_word, std::size_t slips_max = 2) const;

private:
    struct Word {
        std::u32string letters;
        std::uint32_t letter_set = 0;
        Slips slips = Slips::long_words;
        std::string text;
    };
    std::vector<Word> words_;         ///< By length, then alphabet.
    std::vector<std::size_t> begins_; ///< By length: the first word of it in `words_`.
    TextMap<std::string> plain_;      ///< Without æøå: the word with them.
};

} // namespace samvei::finder
