// Every statement of this room is prepared on both engines, against the tables it is for.
#include "access/queries.hpp"
#include "db/testing/test_databases.hpp"

namespace samvei::access {
namespace {

class Queries : public ::testing::TestWithParam<db::testing::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Queries, db::testing::both_engines(), db::testing::EngineName{});

std::string why_it_fails(db::Database& database, const db::Query& query)
{
    try {
        database.prepare_all(std::span{&query, 1});
    } catch (const BrokenInvariant& bug) {
        return bug.what();
    }
    return "";
}

TEST_P(Queries, ArePreparedOnTheHubOrOnAMunicipality)
{
    db::testing::TestDatabases databases{GetParam()};
    int on_both = 0;
    for (const db::Query& query : queries::all) {
        const std::string on_hub = why_it_fails(databases.hub(), query);
        const std::string on_municipality = why_it_fails(databases.municipality(), query);
        EXPECT_TRUE(on_hub.empty() || on_municipality.empty()) << on_hub << "\n" << on_municipality;
        if (on_hub.empty() && on_municipality.empty()) { ++on_both; }
    }
    EXPECT_GE(on_both, 20) << "the journal and the access log are the same everywhere";
}

} // namespace
} // namespace samvei::access
