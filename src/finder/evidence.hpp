#pragma once
// What in the texts of offers speaks for them, computed when an index is built: BM25F (Robertson and Zaragoza
// 2009) over weighted fields, each language for itself, and the shares that words have of names.

#include "finder/lexicon.hpp"
#include "finder/postings.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace samvei::finder {

/// Stem to offers. An offer's worth for a stem is that of the language in which it is most.
Postings text_evidence(std::span<const Offer> offers, const Vocabulary& vocabulary, const Lexicon& lexicon);

/// Place of a theme in the vocabulary to offers: more for those that are for few themes, and for what they
/// name first.
Postings theme_evidence(std::span<const Offer> offers, const Lexicon& lexicon);

/// The names of offers, other names too.
struct NameEvidence {
    std::vector<std::uint32_t> offer_of; ///< By name
    std::vector<float> rarity_of;        ///< By name: 1 when a word of it stands in no other offer's name.
    Postings shares; ///< Stem to names; a name's stems share 1 among them, rare ones more.
};
NameEvidence name_evidence(std::span<const Offer> offers, const Lexicon& lexicon);

} // namespace samvei::finder
