#include "finder/evidence.hpp"

#include "base/text.hpp"
#include "finder/phrases.hpp"
#include "finder/small_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace samvei::finder {

namespace {

/// A part of an offer that is searched: how much a word in it is worth, and how many words it usually has.
struct Field {
    float weight;
    float usual_words;
};
constexpr Field name_field{3, 4};
constexpr Field kind_field{2, 3};
constexpr Field provider_field{1, 3};
constexpr Field summary_field{1.4F, 15};
constexpr Field description_field{0.5F, 70};
constexpr float part_share = 0.4F; ///< Of a compound's worth, for each part of it.
constexpr float length_share = 0.7F;
constexpr float saturation = 1.5F;

float rarity(std::size_t offers, std::size_t having)
{
    return std::log(1 + (static_cast<float>(offers - having) + 0.5F) / (static_cast<float>(having) + 0.5F));
}

using Worths = std::unordered_map<StemId, float>;

/// Adds up the fields of one offer in one language.
class LanguageText {
public:
    LanguageText(const Lexicon& lexicon, Endings endings) : lexicon_{lexicon}, endings_{endings} {}

    void add(std::string_view text, const Field& field)
    {
        const std::vector<TypedWord> words = words_in(text);
        const float length = static_cast<float>(words.size()) / field.usual_words;
        const float worth = field.weight / (1 - length_share + length_share * std::max(length, 0.5F));
        std::vector<Stems> all;
        all.reserve(words.size());
        for (const TypedWord& word : words) {
            all.push_back(lexicon_.stems_of(word.folded));
            if (is_small_word(word.folded)) { continue; }
            worths_[all.back().with(endings_)] += worth;
            for (const StemId part : lexicon_.parts_of(word.folded)) { worths_[part] += part_share * worth; }
        }
        for (const Match& match : matches_in(all, lexicon_, Between::none, Entry::Kind::synonyms)) {
            worths_[match.entry->of] += worth;
        }
    }
    const Worths& worths() const { return worths_; }

private:
    const Lexicon& lexicon_;
    Endings endings_;
    Worths worths_;
};

Worths worths_of(const Offer& offer, const Vocabulary& vocabulary, const Lexicon& lexicon)
{
    std::map<std::string, LanguageText> by_language;
    const auto add_to = [&](const std::string& language, std::string_view text, const Field& field) {
        by_language.try_emplace(language, lexicon, endings_of(language)).first->second.add(text, field);
    };
    const auto add = [&](const Texts& texts, const Field& field) {
        for (const auto& [language, text] : texts) { add_to(language, text, field); }
    };
    add(offer.name, name_field);
    if (const Kind* kind = vocabulary.find_kind(offer.kind)) { add(kind->name, kind_field); }
    add(offer.summary, summary_field);
    add(offer.description, description_field);
    for (const std::string language : {"nb", "en"}) {
        for (const std::string& name : offer.other_names) { add_to(language, name, name_field); }
        add_to(language, offer.organization, provider_field);
        add_to(language, offer.unit, provider_field);
    }
    Worths best;
    for (const auto& [language, text] : by_language) {
        for (const auto& [stem, worth] : text.worths()) { best[stem] = std::max(best[stem], worth); }
    }
    return best;
}

/// The stems of a name's words but the small ones, each once.
std::vector<StemId> stems_of_name(std::string_view name, Endings endings, const Lexicon& lexicon)
{
    std::vector<StemId> stems;
    for (const TypedWord& word : words_in(name)) {
        if (is_small_word(word.folded)) { continue; }
        stems.push_back(lexicon.stems_of(word.folded).with(endings));
    }
    std::ranges::sort(stems);
    const auto rest = std::ranges::unique(stems);
    stems.erase(rest.begin(), rest.end());
    return stems;
}

std::vector<std::vector<StemId>> names_of(const Offer& offer, const Lexicon& lexicon)
{
    std::vector<std::vector<StemId>> names;
    const auto add = [&](std::string_view name, Endings endings) {
        std::vector<StemId> stems = stems_of_name(name, endings, lexicon);
        if (!stems.empty() && std::ranges::find(names, stems) == names.end()) {
            names.push_back(std::move(stems));
        }
    };
    for (const auto& [language, name] : offer.name) { add(name, endings_of(language)); }
    for (const std::string& name : offer.other_names) { add(name, Endings::norwegian); }
    return names;
}

} // namespace

Postings text_evidence(std::span<const Offer> offers, const Vocabulary& vocabulary, const Lexicon& lexicon)
{
    std::vector<Postings::Row> rows;
    std::vector<std::size_t> having(lexicon.stem_count(), 0);
    for (std::uint32_t place = 0; place < offers.size(); ++place) {
        for (const auto& [stem, worth] : worths_of(offers[place], vocabulary, lexicon)) {
            if (stem == no_stem) { continue; }
            ++having[stem];
            rows.push_back({stem, {place, worth}});
        }
    }
    for (Postings::Row& row : rows) {
        float& worth = row.posting.worth;
        worth = rarity(offers.size(), having[row.term]) * worth * (saturation + 1) / (saturation + worth);
    }
    return {std::move(rows), lexicon.stem_count()};
}

Postings theme_evidence(std::span<const Offer> offers, const Lexicon& lexicon)
{
    constexpr float lost_by_each = 0.02F;   // An offer for few things is for each of them more,
    constexpr float lost_by_place = 0.045F; // and an offer names first what it is for first.
    std::vector<Postings::Row> rows;
    for (std::uint32_t offer = 0; offer < offers.size(); ++offer) {
        const std::vector<std::string>& themes = offers[offer].themes;
        const float few = 1 / (1 + lost_by_each * static_cast<float>(themes.size()));
        for (std::uint32_t theme = 0; theme < lexicon.themes().size(); ++theme) {
            const auto found = std::ranges::find(themes, lexicon.themes()[theme]);
            if (found == themes.end()) { continue; }
            const auto place = static_cast<float>(found - themes.begin());
            rows.push_back({theme, {offer, few / (1 + lost_by_place * place)}});
        }
    }
    return {std::move(rows), lexicon.themes().size()};
}

NameEvidence name_evidence(std::span<const Offer> offers, const Lexicon& lexicon)
{
    std::vector<std::vector<StemId>> names;
    NameEvidence evidence;
    std::vector<std::size_t> having(lexicon.stem_count(), 0);
    for (std::uint32_t place = 0; place < offers.size(); ++place) {
        std::vector<StemId> of_offer;
        for (std::vector<StemId>& name : names_of(offers[place], lexicon)) {
            of_offer.insert(of_offer.end(), name.begin(), name.end());
            names.push_back(std::move(name));
            evidence.offer_of.push_back(place);
        }
        std::ranges::sort(of_offer);
        const auto rest = std::ranges::unique(of_offer);
        of_offer.erase(rest.begin(), rest.end());
        for (const StemId stem : of_offer) { ++having[stem]; }
    }
    std::vector<Postings::Row> rows;
    const float rarest = rarity(offers.size(), 1);
    for (std::uint32_t name = 0; name < names.size(); ++name) {
        float all = 0;
        float most = 0;
        for (const StemId stem : names[name]) {
            all += rarity(offers.size(), having[stem]);
            most = std::max(most, rarity(offers.size(), having[stem]));
        }
        evidence.rarity_of.push_back(most / rarest);
        for (const StemId stem : names[name]) {
            rows.push_back({stem, {name, rarity(offers.size(), having[stem]) / all}});
        }
    }
    evidence.shares = Postings{std::move(rows), lexicon.stem_count()};
    return evidence;
}

} // namespace samvei::finder
