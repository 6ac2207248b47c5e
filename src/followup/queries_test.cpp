// Every statement of this room and of its tests is prepared on both engines, against a municipality's tables.
#include "db/testing/test_databases.hpp"
#include "followup/queries.hpp"
#include "followup/testing/queries.hpp"

namespace samvei::followup {
namespace {

class Queries : public ::testing::TestWithParam<db::testing::Engine> {};
INSTANTIATE_TEST_SUITE_P(Engines, Queries, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Queries, ArePreparedOnAMunicipality)
{
    db::testing::TestDatabases databases{GetParam()};
    databases.municipality().prepare_all(queries::all);
    databases.municipality().prepare_all(testing::queries::all);
    EXPECT_GT(queries::all.size(), 40U);
}

} // namespace
} // namespace samvei::followup
