// Every statement of this room is prepared on both engines, on the hub.
#include "db/testing/test_databases.hpp"
#include "directory/queries.hpp"

namespace samvei::directory {
namespace {

class Queries : public ::testing::TestWithParam<db::testing::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Queries, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Queries, ArePreparedOnTheHub)
{
    db::testing::TestDatabases databases{GetParam()};
    for (const db::Query& query : queries::all) {
        EXPECT_NO_THROW(databases.hub().prepare_all(std::span{&query, 1})) << query.name;
    }
}

} // namespace
} // namespace samvei::directory
