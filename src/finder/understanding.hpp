#pragma once
// What somebody who asks for help means: themes, who asks, how old, whether it is urgent, each with the words
// of theirs that say so. Pure; nothing that was typed is kept beyond the value returned.

#include "finder/lexicon.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// One word that bears meaning.
struct Term {
    std::string typed;
    std::string meant;   ///< Folded, and mended when it was a slip of spelling.
    bool mended = false; ///< Worth telling: "we searched for ...".
    bool known = false;  ///< It stands in the vocabulary or in some offer.
};

/// A stem that the text asks for, and how strongly; for the index.
struct AskedStem {
    StemId stem = no_stem;
    float weight = 1;       ///< 1 = typed; less when it was mended, is a part of a compound or has synonyms.
    std::uint32_t term = 0; ///< Place in `terms`.
};

struct ThemeFound {
    std::string id;
    float weight = 0;               ///< About 1 for a plain word, more for phrases; never 0.
    std::vector<std::string> words; ///< What was typed that led here, in order, each once.
};

struct Understood {
    std::vector<Term> terms;
    std::vector<ThemeFound> themes; ///< The strongest first; equal ones by id.
    std::optional<Asker> asker;     ///< Only when the text says so.
    std::optional<int> age;         ///< Whole years, when the text names one age ("14 år").
    bool urgent = false;
    std::vector<std::string> urgent_words; ///< What was typed that says so.
    std::vector<AskedStem> stems;          ///< Each stem once.
};

/// Text is read to here: no need takes more, and it bounds the work of a search.
inline constexpr std::size_t text_bytes_max = 2'000;

/// Any bytes are allowed: those that are not UTF-8 only end words.
Understood understand(std::string_view text, const Lexicon& lexicon);

} // namespace samvei::finder
