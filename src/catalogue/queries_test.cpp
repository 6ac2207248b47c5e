// Every statement of this room is prepared on both engines, against the tables it is for.
#include "catalogue/queries.hpp"
#include "db/testing/test_databases.hpp"

namespace samvei::catalogue {
namespace {

class Queries : public ::testing::TestWithParam<db::testing::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Queries, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Queries, ArePreparedOnTheHubOrOnAMunicipality)
{
    db::testing::TestDatabases databases{GetParam()};
    int of_hub = 0;
    for (const db::Query& query : queries::all) {
        const bool national = query.name.find("national") != std::string_view::npos;
        db::Database& database = national ? databases.hub() : databases.municipality();
        EXPECT_NO_THROW(database.prepare_all(std::span{&query, 1})) << query.name;
        if (national) { ++of_hub; }
    }
    EXPECT_EQ(of_hub, 4);
}

} // namespace
} // namespace samvei::catalogue
