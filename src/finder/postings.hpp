#pragma once
// For each term, the offers that have it and how much that is worth: one dense table, made once.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace samvei::finder {

struct Posting {
    std::uint32_t of = 0; ///< Place of the offer (or the name).
    float worth = 0;
};

/// Terms are small numbers without gaps. Postings of a term are in the order of `of`.
class Postings {
public:
    struct Row {
        std::uint32_t term = 0;
        Posting posting;
    };
    Postings() = default;
    /// A term stands at most once for each `of`.
    Postings(std::vector<Row> rows, std::size_t term_count);

    /// Empty for a term that is none.
    std::span<const Posting> of(std::uint32_t term) const;
    /// 0 when it has not.
    float worth_of(std::uint32_t term, std::uint32_t of) const;

private:
    std::vector<std::uint32_t> begins_; ///< By term, and the end of the last.
    std::vector<Posting> postings_;
};

} // namespace samvei::finder
