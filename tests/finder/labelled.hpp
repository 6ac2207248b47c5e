#pragma once
// The labelled set (queries.json): what people ask, and which offers of the demonstration should answer them.

#include "finder/places.hpp"
#include "finder/search_index.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace samvei::finder::testing {

struct Labelled {
    Query query;
    std::string language;            ///< nb, nn, en or se
    std::vector<std::string> expect; ///< Ids, the best first.
    std::string why;
};

/// Everything that is searched in the demonstration. Throws when content has faults.
struct Demonstration {
    std::vector<Offer> offers;
    Vocabulary vocabulary;
    Places places;
    std::vector<Labelled> queries;
};
Demonstration read_demonstration(const std::filesystem::path& source_folder);

/// Among how many of the first places the expected offers are looked for.
inline constexpr std::size_t places_counted = 3;

/// How many of the expected offers are among the first three, of as many as could be: 0..1.
double recall_of(const std::vector<std::string>& expect, const std::vector<std::string>& found);

/// The mean of some of the queries.
class Recall {
public:
    void add(double recall)
    {
        sum_ += recall;
        count_ += 1;
        with_any_ += recall > 0 ? 1 : 0;
    }
    double mean() const { return count_ == 0 ? 1 : sum_ / count_; }
    /// The share of queries with at least one expected offer among the first three.
    double any() const { return count_ == 0 ? 1 : with_any_ / count_; }
    double count() const { return count_; }

private:
    double sum_ = 0;
    double count_ = 0;
    double with_any_ = 0;
};

} // namespace samvei::finder::testing
