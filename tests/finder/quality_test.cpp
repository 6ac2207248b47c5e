// Goal: who asks finds. Every labelled query is searched; the means are printed, and hold a floor just under
// what has been reached. SAMVEI_SHOW_MISSES=1 prints each query that does not find all it should.

#include "finder/labelled.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace samvei::finder {
namespace {

using testing::Labelled;
using testing::Recall;

struct Floor {
    const char* of;
    double recall; ///< Of the expected offers, in the first three places.
    double any;    ///< Of the queries, with at least one of them there.
};
constexpr Floor floors[]{{"all", 0.71, 0.97}, {"nb", 0.73, 0.97}, {"nn", 0.63, 0.95},
                         {"en", 0.67, 0.95},  {"se", 0.70, 0.99}, {"urgent", 0.63, 0.99}};

const testing::Demonstration& demonstration()
{
    static const testing::Demonstration all = testing::read_demonstration(SAMVEI_SOURCE_DIR);
    return all;
}

std::string joined(const std::vector<std::string>& words)
{
    return fmt::format("{}", fmt::join(words, " "));
}

void show_miss(const Labelled& one, const Understood& understood, const std::vector<std::string>& found)
{
    std::string themes;
    for (const ThemeFound& theme : understood.themes) {
        themes += fmt::format("{} {:.1f} [{}] ", theme.id, theme.weight, fmt::join(theme.words, "|"));
    }
    fmt::print("\n'{}' ({}, {}, {})\n  {}\n  expected {}\n  found    {}\n", one.query.text, one.language,
               static_cast<int>(one.query.asker.value_or(Asker::self)), one.query.age.value_or(-1), themes,
               joined(one.expect), joined(found));
}

TEST(FinderQuality, LabelledQueriesFindWhatTheyShould)
{
    const SearchIndex index{demonstration().offers, demonstration().vocabulary};
    std::map<std::string, Recall> recalls;
    for (const Labelled& one : demonstration().queries) {
        const Understood understood = index.understood(one.query.text);
        std::vector<std::string> found;
        for (const Hit& hit : index.find(one.query, understood)) { found.push_back(hit.offer->id); }
        const double recall = testing::recall_of(one.expect, found);
        recalls["all"].add(recall);
        recalls[one.language].add(recall);
        if (understood.urgent) { recalls["urgent"].add(recall); }
        if (recall < 1 && std::getenv("SAMVEI_SHOW_MISSES")) { show_miss(one, understood, found); }
    }
    for (const Floor& floor : floors) {
        const Recall& recall = recalls[floor.of];
        fmt::print("{:7} {:4} queries: recall of the expected in the first {}: {:.3f}; any of them: {:.3f}\n",
                   floor.of, recall.count(), testing::places_counted, recall.mean(), recall.any());
        EXPECT_GE(recall.mean(), floor.recall) << floor.of;
        EXPECT_GE(recall.any(), floor.any) << floor.of;
    }
}

TEST(FinderQuality, LabelsNameOffersThatThereAre)
{
    const SearchIndex index{demonstration().offers, demonstration().vocabulary};
    EXPECT_GE(demonstration().queries.size(), 150U);
    for (const Labelled& one : demonstration().queries) {
        EXPECT_FALSE(one.expect.empty()) << one.query.text;
        for (const std::string& id : one.expect) {
            EXPECT_NE(index.find_offer(id), nullptr) << one.query.text << ": " << id;
        }
    }
}

} // namespace
} // namespace samvei::finder
