#include "finder/search_parts.hpp"

#include <algorithm>
#include <utility>

namespace samvei::finder {

namespace {

constexpr float chosen_theme_worth = 2; ///< As if a plain word had led there twice.
constexpr float name_share_min = 0.6F; ///< Of a name that says itself, when no other word stands in the text.
constexpr float whole_name_share = 0.95F; ///< Of a name among other words.
constexpr float whole_name_rarity = 0.8F;

std::vector<Offer> in_order(std::vector<Offer> offers)
{
    std::ranges::sort(offers, {}, &Offer::id);
    return offers;
}

} // namespace

SearchParts::SearchParts(std::vector<Offer> all, Vocabulary words)
    : vocabulary{std::move(words)}, offers{in_order(std::move(all))}, lexicon{vocabulary, offers},
      text{text_evidence(offers, vocabulary, lexicon)}, themes{theme_evidence(offers, lexicon)},
      names{name_evidence(offers, lexicon)}
{
    for (std::uint32_t place = 0; place < offers.size(); ++place) {
        const Offer& offer = offers[place];
        traits.push_back(traits_of(offer, vocabulary.find_kind(offer.kind)));
        const bool country = offer.areas.country;
        unknown_or_country.push_back(country ? Nearness::country : Nearness::unknown);
        elsewhere_or_country.push_back(country ? Nearness::country : Nearness::elsewhere);
        for (const std::string& county : offer.areas.counties) { by_county[county].push_back(place); }
        for (const std::string& one : offer.areas.municipalities) { by_municipality[one].push_back(place); }
    }
}

std::vector<AskedTheme> SearchParts::themes_asked(const Query& query, const Understood& understood) const
{
    std::vector<AskedTheme> asked;
    const auto add = [&](std::string_view id, float weight) {
        const auto found = std::ranges::find(lexicon.themes(), id);
        if (found == lexicon.themes().end()) { return; }
        const auto theme = static_cast<std::uint32_t>(found - lexicon.themes().begin());
        const auto same = std::ranges::find(asked, theme, &AskedTheme::theme);
        if (same == asked.end()) {
            asked.push_back({theme, weight});
        } else {
            same->weight += weight;
        }
    };
    for (const std::string& id : query.themes) { add(id, chosen_theme_worth); }
    for (const ThemeFound& theme : understood.themes) { add(theme.id, theme.weight); }
    std::ranges::stable_sort(asked, std::ranges::greater{}, &AskedTheme::weight);
    return asked;
}

void SearchParts::mark_near(std::vector<Nearness>& nearness, const std::optional<std::string>& municipality,
                            const std::vector<std::uint32_t>& named) const
{
    nearness = municipality ? elsewhere_or_country : unknown_or_country;
    if (!municipality) { return; }
    const auto mark = [&](const auto& by_number, std::string_view number, Nearness near) {
        const auto found = by_number.find(number);
        if (found == by_number.end()) { return; }
        for (const std::uint32_t place : found->second) {
            if (!traits[place].country) { nearness[place] = near; }
        }
    };
    const std::string_view number = *municipality;
    if (number.size() == 4) { mark(by_county, number.substr(0, 2), Nearness::county); }
    mark(by_municipality, number, Nearness::municipality);
    for (const std::uint32_t place : named) {
        if (nearness[place] == Nearness::elsewhere) { nearness[place] = Nearness::elsewhere_named; }
    }
}

std::vector<std::uint32_t> SearchParts::offers_named(const Understood& understood) const
{
    struct Share {
        float of_name = 0;
        std::size_t terms = 0;
        std::uint32_t last_term = no_stem;
    };
    thread_local std::vector<Share> shares;
    thread_local std::vector<std::uint32_t> touched;
    if (shares.size() < names.offer_of.size()) { shares.resize(names.offer_of.size()); }
    for (const AskedStem& asked : understood.stems) {
        if (asked.weight < name_share_min) { continue; } // A part of a compound names nothing.
        for (const Posting& posting : names.shares.of(asked.stem)) {
            Share& share = shares[posting.of];
            if (share.of_name == 0) { touched.push_back(posting.of); }
            share.of_name += posting.worth;
            if (share.last_term != asked.term) { ++share.terms; }
            share.last_term = asked.term;
        }
    }
    std::vector<std::uint32_t> named;
    for (const std::uint32_t name : touched) {
        const Share share = std::exchange(shares[name], {});
        const bool whole = share.of_name >= whole_name_share;
        const bool nothing_else = share.terms == understood.terms.size();
        const bool most = share.of_name >= name_share_min && understood.themes.empty();
        const bool among_others = share.terms > 1 && names.rarity_of[name] >= whole_name_rarity;
        const bool is_named = nothing_else ? whole || most : whole && among_others;
        if (is_named) { named.push_back(names.offer_of[name]); }
    }
    touched.clear();
    std::ranges::sort(named);
    named.erase(std::ranges::unique(named).begin(), named.end());
    return named;
}

void SearchParts::explain(Hit& hit, std::uint32_t offer, const Understood& understood,
                          const std::vector<AskedTheme>& asked) const
{
    for (const AskedTheme& one : asked) {
        if (themes.worth_of(one.theme, offer) > 0) { hit.themes.push_back(lexicon.themes()[one.theme]); }
    }
    std::vector<std::uint32_t> terms;
    for (const AskedStem& one : understood.stems) {
        if (text.worth_of(one.stem, offer) > 0) { terms.push_back(one.term); }
    }
    std::ranges::sort(terms);
    terms.erase(std::ranges::unique(terms).begin(), terms.end());
    for (const std::uint32_t term : terms) { hit.words.push_back(understood.terms[term].typed); }
}

} // namespace samvei::finder
