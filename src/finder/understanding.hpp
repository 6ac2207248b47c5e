#pragma once
// What somebody who asks for help means: themes, who asks, how old, whether it is urgent, each with the words
// of theirs that say so. Pure; nothing that was typed is kept beyond the value returned.

#include "finder/known_words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// One word that bears meaning.
struct Term {
    std::string typed;
    std::string meant;   ///< As it was mended; else the folded word.
    bool mended = false; ///< A slip of spelling was put right.
};

/// A stem that this text asks for, and how strongly; for the index.
struct AskedStem {
    StemId stem = 0;
    float weight = 1;       ///< 1 = typed; less when mended, a part of a compound or a synonym.
    std::uint16_t term = 0; ///< Place in `terms`
};

struct ThemeFound {
    std::string id;
    float weight = 0;               ///< About 1 for one plain word, more for phrases; never 0.
    std::vector<std::string> words; ///< What was typed that led here, in order, each once.
};

struct Understood {
    std::vector<Term> terms;
    std::vector<ThemeFound> themes; ///< The strongest first; equal ones by id.
    std::optional<Asker> asker;     ///< Only when the text says so.
    std::optional<int> age;         ///< Whole years, when the text says so ("14 år").
    bool urgent = false;
    std::vector<std::string> urgent_words; ///< What was typed that says so.
    std::vector<AskedStem> stems;          ///< Each stem once.
};

/// Text longer than this is read to here: no need takes more, and it bounds the work of a request.
inline constexpr std::size_t text_bytes_max = 2'000;

/// Never refuses: bytes that are not UTF-8 count as white space.
Understood understand(std::string_view text, const KnownWords& known);

} // namespace samvei::finder
