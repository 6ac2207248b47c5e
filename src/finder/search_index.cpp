#include "finder/search_index.hpp"

#include "finder/evidence.hpp"
#include "finder/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace samvei::finder {

namespace {

// What evidence is worth beside each other; found with tests/finder/queries.json, and the same for all
// queries.
constexpr float chosen_theme_worth = 2; ///< As if a plain word had led there twice.
constexpr float theme_worth = 9;        ///< Of the strongest theme.
constexpr float text_worth = 1;
constexpr float name_worth = 12;       ///< Searched for by name.
constexpr float urgent_worth = 3;      ///< Of an offer for crises when it is urgent.
constexpr float name_share_min = 0.6F; ///< Of a name that says itself, when no other word stands in the text.
constexpr float whole_name_share = 0.95F; ///< Of a name among other words.
constexpr float whole_name_rarity = 0.8F;

std::vector<Offer> in_order(std::vector<Offer> offers)
{
    std::ranges::sort(offers, {}, &Offer::id);
    return offers;
}

/// A theme that is looked for, by its place in the vocabulary.
struct AskedTheme {
    std::uint32_t theme = 0;
    float weight = 0;
};

/// Scores of one search: dense, and cleared by what was touched. One for each thread, kept between searches.
class Scores {
public:
    void begin(std::size_t count)
    {
        for (const std::uint32_t place : touched_) { values_[place] = 0; }
        touched_.clear();
        if (values_.size() < count) { values_.resize(count, 0); }
    }
    void add(std::uint32_t place, float worth)
    {
        if (values_[place] == 0) { touched_.push_back(place); }
        values_[place] += worth;
    }
    void add(std::span<const Posting> postings, float weight)
    {
        for (const Posting& posting : postings) { add(posting.of, posting.worth * weight); }
    }
    float operator[](std::uint32_t place) const { return values_[place]; }
    const std::vector<std::uint32_t>& touched() const { return touched_; }

private:
    std::vector<float> values_;
    std::vector<std::uint32_t> touched_;
};

/// An offer that may be shown, with what decides its place.
struct Candidate {
    std::uint32_t offer = 0;
    float score = 0;
    std::uint8_t behind = 0; ///< 1 when it says no.
    std::uint8_t calm = 0;   ///< 1 when others are for a crisis and this is not.
    bool by_name = false;

    bool operator<(const Candidate& other) const
    {
        return std::tie(behind, calm, other.score, offer) <
               std::tie(other.behind, other.calm, score, other.offer);
    }
};

} // namespace

struct SearchIndex::Parts {
    Vocabulary vocabulary;
    std::vector<Offer> offers;
    Lexicon lexicon;
    Postings text;
    Postings themes;
    NameEvidence names;
    std::vector<Traits> traits;
    TextMap<std::vector<std::uint32_t>> by_municipality;
    TextMap<std::vector<std::uint32_t>> by_county;

    Parts(std::vector<Offer> all, Vocabulary words)
        : vocabulary{std::move(words)}, offers{in_order(std::move(all))}, lexicon{vocabulary, offers},
          text{text_evidence(offers, vocabulary, lexicon)}, themes{theme_evidence(offers, lexicon)},
          names{name_evidence(offers, lexicon)}
    {
        for (std::uint32_t place = 0; place < offers.size(); ++place) {
            const Offer& offer = offers[place];
            traits.push_back(traits_of(offer, vocabulary.find_kind(offer.kind)));
            for (const std::string& county : offer.areas.counties) { by_county[county].push_back(place); }
            for (const std::string& one : offer.areas.municipalities) {
                by_municipality[one].push_back(place);
            }
        }
    }

    std::vector<AskedTheme> themes_asked(const Query& query, const Understood& understood) const;
    void mark_near(std::vector<Nearness>& nearness, const std::optional<std::string>& municipality) const;
    std::vector<std::uint32_t> offers_named(const Understood& understood) const;
    void score(Scores& scores, const Query& query, const Understood& understood,
               const std::vector<AskedTheme>& asked, const std::vector<std::uint32_t>& named) const;
    Hit hit_of(const Candidate& candidate, const Person& person, const Query& query,
               const Understood& understood, const std::vector<AskedTheme>& asked) const;
};

/// Those that were chosen and those that the text leads to, the strongest first.
std::vector<AskedTheme> SearchIndex::Parts::themes_asked(const Query& query,
                                                         const Understood& understood) const
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

void SearchIndex::Parts::mark_near(std::vector<Nearness>& nearness,
                                   const std::optional<std::string>& municipality) const
{
    nearness.assign(offers.size(), municipality ? Nearness::elsewhere : Nearness::unknown);
    for (std::size_t place = 0; place < offers.size(); ++place) {
        if (traits[place].country) { nearness[place] = Nearness::country; }
    }
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
}

/// Offers of which most of a name, or all of it among other words, stands in the text.
std::vector<std::uint32_t> SearchIndex::Parts::offers_named(const Understood& understood) const
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
        const bool nothing_else = share.terms == understood.terms.size() && share.of_name >= name_share_min;
        const bool whole = share.of_name >= whole_name_share && names.rarity_of[name] >= whole_name_rarity;
        if (nothing_else || whole) { named.push_back(names.offer_of[name]); }
    }
    touched.clear();
    std::ranges::sort(named);
    named.erase(std::ranges::unique(named).begin(), named.end());
    return named;
}

void SearchIndex::Parts::score(Scores& scores, const Query& query, const Understood& understood,
                               const std::vector<AskedTheme>& asked,
                               const std::vector<std::uint32_t>& named) const
{
    scores.begin(offers.size());
    const float strongest = asked.empty() ? 1 : asked.front().weight;
    for (const AskedTheme& one : asked) {
        scores.add(themes.of(one.theme), theme_worth * one.weight / strongest);
    }
    for (const AskedStem& one : understood.stems) { scores.add(text.of(one.stem), text_worth * one.weight); }
    for (const std::uint32_t place : named) { scores.add(place, name_worth); }
    const bool all = query.text.empty() && asked.empty();
    for (std::uint32_t place = 0; place < offers.size(); ++place) {
        if (understood.urgent && traits[place].urgent) { scores.add(place, urgent_worth); }
        if (all) { scores.add(place, 1); }
    }
}

Hit SearchIndex::Parts::hit_of(const Candidate& candidate, const Person& person, const Query& query,
                               const Understood& understood, const std::vector<AskedTheme>& asked) const
{
    Hit hit;
    hit.offer = &offers[candidate.offer];
    hit.score = candidate.score;
    hit.by_name = candidate.by_name;
    hit.eligibility = decide_eligibility(*hit.offer, person, query.today);
    for (const AskedTheme& one : asked) {
        if (themes.worth_of(one.theme, candidate.offer) > 0) {
            hit.themes.push_back(lexicon.themes()[one.theme]);
        }
    }
    std::vector<std::uint32_t> terms;
    for (const AskedStem& one : understood.stems) {
        if (text.worth_of(one.stem, candidate.offer) > 0) { terms.push_back(one.term); }
    }
    std::ranges::sort(terms);
    terms.erase(std::ranges::unique(terms).begin(), terms.end());
    for (const std::uint32_t term : terms) { hit.words.push_back(understood.terms[term].typed); }
    return hit;
}

SearchIndex::SearchIndex(std::vector<Offer> offers, Vocabulary vocabulary)
    : parts_{std::make_unique<const Parts>(std::move(offers), std::move(vocabulary))}
{}
SearchIndex::~SearchIndex() = default;

const std::vector<Offer>& SearchIndex::offers() const
{
    return parts_->offers;
}

const Offer* SearchIndex::find_offer(std::string_view id) const
{
    const auto found = std::ranges::lower_bound(parts_->offers, id, {}, &Offer::id);
    return found == parts_->offers.end() || found->id != id ? nullptr : &*found;
}

const Vocabulary& SearchIndex::vocabulary() const
{
    return parts_->vocabulary;
}

Understood SearchIndex::understood(std::string_view text) const
{
    return understand(text, parts_->lexicon);
}

std::vector<Hit> SearchIndex::find(const Query& query) const
{
    return find(query, understood(query.text));
}

std::vector<Hit> SearchIndex::find(const Query& query, const Understood& understood) const
{
    const Person person{query.age ? query.age : understood.age, query.municipality,
                        query.asker ? *query.asker : understood.asker.value_or(Asker::self),
                        query.profession};
    const Asking asking{person.age, person.asker, query.severity, understood.urgent, query.today};
    const std::vector<AskedTheme> asked = parts_->themes_asked(query, understood);
    const std::vector<std::uint32_t> named = parts_->offers_named(understood);
    thread_local Scores scores;
    thread_local std::vector<Nearness> nearness;
    thread_local std::vector<Candidate> candidates;
    parts_->score(scores, query, understood, asked, named);
    parts_->mark_near(nearness, person.municipality);

    candidates.clear();
    for (const std::uint32_t place : scores.touched()) {
        const Traits& traits = parts_->traits[place];
        const bool no = says_no(traits, asking, nearness[place]);
        const bool by_name = std::ranges::binary_search(named, place);
        if (no && query.only_fitting && !by_name) { continue; }
        Candidate candidate{place, scores[place] * factor_of(traits, asking, nearness[place])};
        candidate.behind = no && !by_name ? 1 : 0;
        candidate.calm = asking.urgent && !traits.urgent ? 1 : 0;
        candidate.by_name = by_name;
        candidates.push_back(candidate);
    }
    const auto count = std::min(query.limit, candidates.size());
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(candidates.begin(), end, candidates.end());

    std::vector<Hit> hits;
    hits.reserve(count);
    for (auto at = candidates.begin(); at != end; ++at) {
        hits.push_back(parts_->hit_of(*at, person, query, understood, asked));
    }
    return hits;
}

} // namespace samvei::finder
