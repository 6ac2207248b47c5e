#include "finder/search_index.hpp"

#include "finder/search_parts.hpp"

#include <algorithm>
#include <tuple>

namespace samvei::finder {

namespace {

// What evidence is worth beside each other; found with tests/finder/queries.json, and the same for all
// queries.
constexpr float theme_worth = 10; ///< Of the strongest theme.
constexpr float text_worth = 1;
constexpr float name_worth = 12;     ///< Searched for by name.
constexpr float urgent_worth = 1.5F; ///< Of an offer for crises when it is urgent.

/// Which offers are counted: those that may fit where the person lives, or all.
enum class Counted { near, all };

/// Scores of one search: dense, and cleared by what was touched. One for each thread, kept between searches.
class Scores {
public:
    void begin(std::size_t count, const std::vector<Nearness>& nearness, Counted counted)
    {
        for (const std::uint32_t place : touched_) { values_[place] = 0; }
        touched_.clear();
        if (values_.size() < count) { values_.resize(count, 0); }
        nearness_ = nearness.data();
        passed_over_ = counted == Counted::near ? Nearness::elsewhere : nowhere;
    }
    void add(std::uint32_t place, float worth)
    {
        if (nearness_[place] == passed_over_) { return; }
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
    static constexpr Nearness nowhere{0xff};
    std::vector<float> values_;
    std::vector<std::uint32_t> touched_;
    const Nearness* nearness_ = nullptr;
    Nearness passed_over_ = nowhere;
};

/// An offer that may be shown, with what decides its place.
struct Candidate {
    std::uint32_t offer = 0;
    float score = 0;
    std::uint8_t behind = 0; ///< 1 when it says no, 2 when it is elsewhere.
    bool calm = false;       ///< It is not for a crisis, and there is one.
    bool by_name = false;

    bool operator<(const Candidate& other) const
    {
        return std::tie(behind, calm, other.score, offer) <
               std::tie(other.behind, other.calm, score, other.offer);
    }
};

/// What a search is about, worked out before it counts.
struct Search {
    const SearchParts& parts;
    const Query& query;
    const Understood& understood;
    Person person;
    Asking asking;
    std::vector<AskedTheme> themes;
    std::vector<std::uint32_t> named;

    Search(const SearchParts& all, const Query& asked, const Understood& text)
        : parts{all}, query{asked}, understood{text}, person{asked.age ? asked.age : text.age,
                                                             asked.municipality,
                                                             asked.asker ? *asked.asker
                                                                         : text.asker.value_or(Asker::self),
                                                             asked.profession},
          asking{person.age, person.asker, asked.severity, text.urgent, false, asked.today},
          themes{all.themes_asked(asked, text)}, named{all.offers_named(text)}
    {
        asking.about_safety = !themes.empty() &&
                              all.vocabulary.themes[themes.front().theme].group == "safety";
    }
};

void add_up(Scores& scores, const Search& search)
{
    const SearchParts& parts = search.parts;
    const float strongest = search.themes.empty() ? 1 : search.themes.front().weight;
    for (const AskedTheme& one : search.themes) {
        scores.add(parts.themes.of(one.theme), theme_worth * one.weight / strongest);
    }
    for (const AskedStem& one : search.understood.stems) {
        scores.add(parts.text.of(one.stem), text_worth * one.weight);
    }
    for (const std::uint32_t place : search.named) { scores.add(place, name_worth); }
    const bool everything = search.themes.empty() && search.understood.terms.empty();
    if (!everything && !search.asking.urgent) { return; }
    for (std::uint32_t place = 0; place < parts.offers.size(); ++place) {
        if (everything) { scores.add(place, 1); }
        if (search.asking.urgent && parts.traits[place].urgent) { scores.add(place, urgent_worth); }
    }
}

void list_candidates(std::vector<Candidate>& candidates, const Scores& scores,
                     const std::vector<Nearness>& nearness, const Search& search)
{
    candidates.clear();
    for (const std::uint32_t place : scores.touched()) {
        const Traits& traits = search.parts.traits[place];
        const bool by_name = std::ranges::binary_search(search.named, place);
        const bool no = says_no(traits, search.asking, nearness[place]);
        if (no && search.query.only_fitting && !by_name) { continue; }
        const std::uint8_t behind = !no || by_name ? 0 : nearness[place] == Nearness::elsewhere ? 2 : 1;
        const bool calm = search.asking.urgent && !traits.urgent;
        const float score = scores[place] * factor_of(traits, search.asking, nearness[place]);
        candidates.push_back({place, score, behind, calm, by_name});
    }
}

Hit hit_of(const Candidate& candidate, const Search& search)
{
    Hit hit;
    hit.offer = &search.parts.offers[candidate.offer];
    hit.score = candidate.score;
    hit.by_name = candidate.by_name;
    hit.eligibility = decide_eligibility(*hit.offer, search.person, search.query.today);
    search.parts.explain(hit, candidate.offer, search.understood, search.themes);
    return hit;
}

} // namespace

SearchIndex::SearchIndex(std::vector<Offer> offers, Vocabulary vocabulary)
    : parts_{std::make_unique<const SearchParts>(std::move(offers), std::move(vocabulary))}
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
    thread_local Scores scores;
    thread_local std::vector<Nearness> nearness;
    thread_local std::vector<Candidate> candidates;
    const Search search{*parts_, query, understood};
    parts_->mark_near(nearness, search.person.municipality, search.named);
    for (const Counted counted : {Counted::near, Counted::all}) {
        scores.begin(parts_->offers.size(), nearness, counted);
        add_up(scores, search);
        list_candidates(candidates, scores, nearness, search);
        // What is elsewhere comes after all that may fit: most searches need not count it.
        if (query.only_fitting || candidates.size() >= query.limit) { break; }
    }
    const auto count = std::min(query.limit, candidates.size());
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(count);
    std::partial_sort(candidates.begin(), end, candidates.end());
    std::vector<Hit> hits;
    hits.reserve(count);
    for (auto at = candidates.begin(); at != end; ++at) { hits.push_back(hit_of(*at, search)); }
    return hits;
}

} // namespace samvei::finder
