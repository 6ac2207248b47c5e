#include "finder/postings.hpp"

#include <algorithm>
#include <tuple>

namespace samvei::finder {

Postings::Postings(std::vector<Row> rows, std::size_t term_count)
{
    std::ranges::sort(rows, {}, [](const Row& row) { return std::tuple{row.term, row.posting.of}; });
    begins_.assign(term_count + 1, 0);
    postings_.reserve(rows.size());
    for (const Row& row : rows) {
        ++begins_[row.term + 1];
        postings_.push_back(row.posting);
    }
    for (std::size_t term = 0; term < term_count; ++term) { begins_[term + 1] += begins_[term]; }
}

std::span<const Posting> Postings::of(std::uint32_t term) const
{
    if (std::size_t{term} + 1 >= begins_.size()) { return {}; }
    return std::span{postings_}.subspan(begins_[term], begins_[term + 1] - begins_[term]);
}

float Postings::worth_of(std::uint32_t term, std::uint32_t of) const
{
    const std::span<const Posting> all = this->of(term);
    const auto found = std::ranges::lower_bound(all, of, {}, &Posting::of);
    return found == all.end() || found->of != of ? 0 : found->worth;
}

} // namespace samvei::finder
