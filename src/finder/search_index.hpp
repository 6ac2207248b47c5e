#pragma once
// Search among all offers, in memory: built once from what is published, shared by all threads, thrown away
// when an offer changes. Scores are computed when it is built; a search only adds them up.

#include "finder/eligibility.hpp"
#include "finder/understanding.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// What somebody looks for. Everything may be empty: then all offers come, the nearest first. Words that lead
/// nowhere find nothing.
struct Query {
    std::string text;
    std::vector<std::string> themes; ///< Ids that were chosen; those that are not known count for nothing.
    std::optional<int> age;          ///< Else what the text says.
    std::optional<std::string> municipality;
    std::optional<Asker> asker; ///< Else what the text says, else self.
    std::string profession;
    std::optional<Severity> severity;
    Date today;
    std::size_t limit = 20;
    bool only_fitting = false; ///< Leaves out those that say no, but for those searched for by name.
};

struct Hit {
    const Offer* offer = nullptr;    ///< Lives as long as the index.
    float score = 0;                 ///< Comparable within one answer only.
    std::vector<std::string> themes; ///< Ids of the themes looked for that it has, the strongest first.
    std::vector<std::string> words;  ///< What was typed that stands in its text, in order.
    bool by_name = false;            ///< It was searched for by name.
    Eligibility eligibility;
};

struct SearchParts;

/// Thread-safe: const after it is built. Neither copied nor moved, as hits point into it.
class SearchIndex {
public:
    SearchIndex(std::vector<Offer> offers, Vocabulary vocabulary);
    SearchIndex(const SearchIndex&) = delete;
    SearchIndex& operator=(const SearchIndex&) = delete;
    ~SearchIndex();

    const std::vector<Offer>& offers() const; ///< In the order of their ids.
    const Offer* find_offer(std::string_view id) const;
    const Vocabulary& vocabulary() const;

    Understood understood(std::string_view text) const;

    /// The best first: offers that say yes or maybe before those that say no, and what is elsewhere last, but
    /// for one searched for by name; when it is urgent, urgent ones before others; then by score, in which
    /// what is near, needs no referral, is made for this age and has a low threshold counts for more; equal
    /// ones by id. The same offers in any order give the same answer, and a smaller limit only cuts it.
    std::vector<Hit> find(const Query& query) const;
    /// The same, when the text has been understood already.
    std::vector<Hit> find(const Query& query, const Understood& understood) const;

private:
    std::unique_ptr<const SearchParts> parts_;
};

} // namespace samvei::finder
