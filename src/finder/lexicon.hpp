#pragma once
// The vocabulary and the words of all offers compiled for looking up: every word is a number for its stem,
// and every word, phrase or short name says what it leads to. Built once, then only read.

#include "finder/offer.hpp"
#include "finder/spelling.hpp"
#include "finder/stemming.hpp"
#include "finder/text_map.hpp"
#include "finder/vocabulary.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// A number for a stem; small, without gaps.
using StemId = std::uint32_t;
inline constexpr StemId no_stem = 0xffff'ffff;

/// What a word may be: in Norwegian, in English, and in a language whose endings we do not know.
struct Stems {
    StemId norwegian = no_stem;
    StemId english = no_stem;
    StemId whole = no_stem;
    bool has(StemId stem) const
    {
        return stem != no_stem && (stem == norwegian || stem == english || stem == whole);
    }
    StemId with(Endings endings) const
    {
        return endings == Endings::english ? english : endings == Endings::none ? whole : norwegian;
    }
    bool any() const { return norwegian != no_stem || english != no_stem || whole != no_stem; }
};

/// One thing the vocabulary says, of one or several words in order.
struct Entry {
    enum class Kind { theme, asker, urgent, synonyms };
    Kind kind = Kind::theme;
    std::uint32_t of = 0; ///< Place of the theme, the asker as a number, or the stem that synonyms share.
    std::vector<StemId> stems;
    float weight = 1; ///< More for phrases, less for what leads to several themes.
};

class Lexicon {
public:
    Lexicon(const Vocabulary& vocabulary, std::span<const Offer> offers);

    std::size_t stem_count() const { return stems_.size(); }
    /// The stems of a folded word; of a word never met those that are known, perhaps none.
    Stems stems_of(std::string_view folded_word) const;

    /// True for words met in the vocabulary or in any text of an offer, for their other forms, and small
    /// words.
    bool knows(std::string_view folded_word) const;
    /// The known word that was probably meant, of the vocabulary or of offers' names, at most so many slips
    /// away; "" when there is none.
    std::string_view mended(std::string_view folded_word, std::size_t slips_max) const
    {
        return spelling_.find_nearest(folded_word, slips_max);
    }
    /// The parts of a compound ("søvnproblemer" is søvn and problem), at most four; empty when it is none.
    std::vector<StemId> parts_of(std::string_view folded_word) const;
    /// The theme's word that an unknown word begins or ends with ("skulkeproblematikk"); empty when there is
    /// none.
    std::vector<StemId> theme_part_of(std::string_view folded_word) const;

    /// Entries whose first word has this stem.
    std::span<const Entry> entries_from(StemId first) const;
    const std::vector<std::string>& themes() const { return themes_; }

private:
    struct Form {
        Stems stems;
        std::vector<StemId> parts;
    };
    /// `text`: it is known. `name`: and it is mended to, and a compound may have it. `word`: and a short slip
    /// is mended to it.
    enum class Use { text, name, word };
    StemId add_stem(std::string_view stem);
    StemId add_word(std::string_view folded_word, Use use, Endings endings);
    void add_words(std::string_view text, Use use, Endings endings);
    void add_lists(Entry::Kind kind, std::uint32_t of, const WordLists& lists);
    void add_entry(Entry::Kind kind, std::uint32_t of, std::string_view phrase, Endings endings);
    void add_synonyms(const std::vector<std::string>& group);
    void add_vocabulary(const Vocabulary& vocabulary);
    void add_offer(const Offer& offer);
    void order_entries();
    void finish_forms();
    bool split(std::string_view rest, std::size_t parts_left, std::vector<StemId>& parts) const;
    Stems known_stems_of(std::string_view folded_word) const;
    StemId last_part(std::string_view word) const;
    std::vector<StemId> split_into_parts(std::string_view folded_word) const;

    TextMap<Form> forms_;
    TextMap<StemId> stems_;
    TextMap<StemId> parts_;       ///< Words and stems that a compound may be made of.
    TextMap<StemId> theme_words_; ///< Single words of themes, as they stand and their stems.
    std::vector<Entry> entries_;  ///< By first stem.
    std::vector<std::array<std::uint32_t, 2>> entries_of_; ///< By stem: begin and end in `entries_`.
    std::vector<std::string> themes_;
    Spelling spelling_;
};

} // namespace samvei::finder
