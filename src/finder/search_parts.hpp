#pragma once
// What an index is made of, and the small questions a search asks of it before it counts.

#include "finder/evidence.hpp"
#include "finder/ranking.hpp"
#include "finder/search_index.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// A theme that is looked for, by its place in the vocabulary.
struct AskedTheme {
    std::uint32_t theme = 0;
    float weight = 0;
};

/// Offers are known by their place in `offers`, which is the order of their ids.
struct SearchParts {
    Vocabulary vocabulary;
    std::vector<Offer> offers;
    Lexicon lexicon;
    Postings text;
    Postings themes;
    NameEvidence names;
    std::vector<Traits> traits;
    TextMap<std::vector<std::uint32_t>> by_municipality;
    TextMap<std::vector<std::uint32_t>> by_county;
    std::vector<Nearness> unknown_or_country;   ///< By offer, when the municipality is not known
    std::vector<Nearness> elsewhere_or_country; ///< and when it is.

    SearchParts(std::vector<Offer> all, Vocabulary words);

    /// Those that were chosen and those that the text leads to, the strongest first.
    std::vector<AskedTheme> themes_asked(const Query& query, const Understood& understood) const;
    /// How near each offer is.
    void mark_near(std::vector<Nearness>& nearness, const std::optional<std::string>& municipality,
                   const std::vector<std::uint32_t>& named) const;
    /// Offers that are searched for by name, in order: the text is a whole name, or most of one and leads to
    /// no theme; or a rare name of several words stands among others.
    std::vector<std::uint32_t> offers_named(const Understood& understood) const;
    /// Themes and words of the text that the offer has, into the hit.
    void explain(Hit& hit, std::uint32_t offer, const Understood& understood,
                 const std::vector<AskedTheme>& asked) const;
};

} // namespace samvei::finder
