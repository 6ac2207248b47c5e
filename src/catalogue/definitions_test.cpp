// Goal: a child finds the version it is on, however old, and a new one begins on what is in use.
#include "catalogue/catalogue_fixture.hpp"

#include <algorithm>

namespace samvei::catalogue {
namespace {

using namespace testing;

class Definitions : public InMunicipality {};
INSTANTIATE_TEST_SUITE_P(Engines, Definitions, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Definitions, NamesOfOwnCopies)
{
    EXPECT_EQ(own_id_of("bti"), "bti.own");
    EXPECT_EQ(national_id_of("bti.own"), "bti");
    EXPECT_EQ(national_id_of("bti"), "bti");
    EXPECT_EQ(national_id_of(".own"), "");
}

TEST_P(Definitions, TheNewestNationalVersionIsInUseAtFirst)
{
    ASSERT_NE(town.in_use(), nullptr);
    EXPECT_EQ(town.in_use(), town.find(little, 1));
    EXPECT_EQ(town.find(little, 2), nullptr);
    EXPECT_EQ(town.find("nothing", 1), nullptr);
    EXPECT_EQ(town.find(little_own, 1), nullptr);
    EXPECT_EQ(
        town.database().read([&](db::Reader& db) { return find_in_use(town.app(), db, "4999", "nothing"); }),
        nullptr);
}

TEST_P(Definitions, AnOlderNationalVersionIsReadFromTheHubOnce)
{
    town.comes_with(little_definition(2));
    const pathway::Definition* old = town.find(little, 1);
    ASSERT_NE(old, nullptr);
    EXPECT_EQ(old->version, 1);
    EXPECT_EQ(town.in_use()->version, 2);

    access::testing::run_raw_sql(town.hub(), "DELETE FROM national_pathway");
    EXPECT_EQ(town.find(little, 1), old);
    EXPECT_EQ(town.find(little, 1, "4998"), old) << "national ones are everybody's";
}

TEST_P(Definitions, AnOwnVersionIsInUseUntilItIsRetiredAndFoundAfterwards)
{
    publish(open());
    const pathway::Definition* own = town.in_use();
    ASSERT_NE(own, nullptr);
    EXPECT_EQ(own->id, little_own);
    EXPECT_EQ(own->version, 1);
    ASSERT_TRUE(own->based_on);
    EXPECT_EQ(own->based_on->id, little);
    EXPECT_EQ(own->based_on->version, 1);
    EXPECT_EQ(town.find(little_own, 1), own);

    publish(open());
    EXPECT_EQ(town.in_use()->version, 2);
    EXPECT_EQ(town.find(little_own, 1), own);

    retire();
    EXPECT_EQ(town.in_use()->id, little);
    EXPECT_EQ(town.find(little_own, 1), own);
    EXPECT_NE(town.find(little_own, 2), nullptr);

    publish(open());
    EXPECT_EQ(town.in_use()->id, little_own);
    EXPECT_EQ(town.in_use()->version, 3);
}

TEST_P(Definitions, AnOwnVersionIsTheMunicipalitysAlone)
{
    publish(open());
    ASSERT_NE(town.find(little_own, 1), nullptr);
    EXPECT_EQ(town.find(little_own, 1, "4998"), nullptr);
}

TEST_P(Definitions, OneOfEachIsInUse)
{
    publish(open());
    town.database().read([&](db::Reader& db) {
        const auto all = all_in_use(town.app(), db, "4999");
        EXPECT_EQ(all.size(), town.app().content.pathways.size());
        EXPECT_EQ(std::ranges::count(all, little_own, &pathway::Definition::id), 1);
        EXPECT_EQ(std::ranges::count(all, little, &pathway::Definition::id), 0);
        EXPECT_EQ(std::ranges::count(all, "bti", &pathway::Definition::id), 1);
        const pathway::FindDefinition find = definitions_of(town.app(), db, "4999");
        EXPECT_EQ(find(little_own, 1), find_in_use(town.app(), db, "4999", little));
        EXPECT_EQ(find(little_own, 2), nullptr);
        return all.size();
    });
}

TEST_P(Definitions, WhatAFailedTransactionShowedIsNeverAnotherText)
{
    const Draft draft = open();
    // A version that was read inside a transaction which was then not committed.
    const auto lost = town.database().write([&](db::Writer& db) -> Result<Done> {
        const std::string text = with(with(little_definition(1), little, little_own), "a page", "another");
        OwnVersion version;
        version.pathway = little_own;
        insert_own(db, version, {text, little_scenarios});
        EXPECT_NE(find_definition(town.app(), db, "4999", little_own, 1), nullptr);
        return Error{ErrorCode::edit_conflict};
    });
    ASSERT_FALSE(lost);
    publish(draft);
    EXPECT_EQ(town.in_use()->version, 2);
    EXPECT_EQ(town.in_use()->stages.at(0).steps.at(0).source, "a page");
}

} // namespace
} // namespace samvei::catalogue
