// Every statement of this room is prepared on both engines, against the tables it is for.
#include "db/testing/test_databases.hpp"
#include "exchange/queries.hpp"

namespace samvei::exchange {
namespace {

class Queries : public ::testing::TestWithParam<db::testing::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Queries, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Queries, ArePreparedOnTheHub)
{
    db::testing::TestDatabases databases{GetParam()};
    databases.hub().prepare_all(queries::all);
}

} // namespace
} // namespace samvei::exchange
