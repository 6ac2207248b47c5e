// Goal: a leader writes down who is responsible; nobody writes over another, nothing is deleted, all is told.
#include "directory/responsibilities.hpp"

#include "access/journal.hpp"
#include "directory/leader_fixture.hpp"

namespace samvei::directory {
namespace {

class Responsibilities : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    testing::LedTown town{GetParam()};

    ResponsibilityText text(finder::AgeSpan ages = {12, 15})
    {
        return {.ages = ages,
                .theme = all_themes,
                .severities = {finder::Severity::moderate},
                .unit = town.team,
                .other_unit = "",
                .leader = "Leif Dahl",
                .decided_on = town.app.clock.today(),
                .note = "Vedtak 12/26"};
    }
    std::vector<Responsibility> rows() { return responsibilities_here(town.app, town.leader).rows; }
    Responsibility added()
    {
        EXPECT_TRUE(add_responsibility(town.app, town.leader, text()));
        return rows().front();
    }
    void expect_refused(ErrorCode code, const Result<Done>& result)
    {
        ASSERT_FALSE(result);
        EXPECT_EQ(row_of(result.error().code).name, row_of(code).name);
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Responsibilities, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Responsibilities, AreReadAsTheyWereWritten)
{
    const Responsibility row = added();
    EXPECT_EQ(row.unit_name, "Psykisk helseteam");
    EXPECT_EQ(row.text.ages, (finder::AgeSpan{12, 15}));
    EXPECT_EQ(row.text.severities, std::vector{finder::Severity::moderate});
    EXPECT_EQ(row.text.note, "Vedtak 12/26");
    EXPECT_EQ(row.version, 1);
    EXPECT_TRUE(responsibilities_here(town.app, town.neighbour).rows.empty());
    EXPECT_EQ(responsibilities_here(town.app, town.leader).units.size(), 1U);

    ResponsibilityText other = text({0, 25});
    other.unit.reset();
    other.other_unit = "BUP Solvik";
    other.severities = {finder::Severity::complex, finder::Severity::severe};
    ASSERT_TRUE(add_responsibility(town.app, town.leader, other));
    EXPECT_EQ(rows().front().unit_name, "BUP Solvik");
    EXPECT_EQ(rows().front().text.severities.size(), 2U);
}

TEST_P(Responsibilities, WhoeverComesSecondSeesTheFirst)
{
    const Responsibility row = added();
    ASSERT_TRUE(change_responsibility(town.app, town.leader, row.id, 1, text({12, 17})));
    expect_refused(ErrorCode::edit_conflict,
                   change_responsibility(town.app, town.leader, row.id, 1, text({12, 16})));
    EXPECT_EQ(rows().front().text.ages.to, 17);
    EXPECT_EQ(rows().front().version, 2);
    expect_refused(ErrorCode::edit_conflict, end_responsibility(town.app, town.leader, row.id, 1));
    ASSERT_TRUE(end_responsibility(town.app, town.leader, row.id, 2));
    EXPECT_EQ(rows().front().ended_on, town.app.clock.today());
    // What has ended stays as it was.
    expect_refused(ErrorCode::not_found, change_responsibility(town.app, town.leader, row.id, 3, text()));
}

TEST_P(Responsibilities, OfAnotherMunicipalityAreNotThere)
{
    const Responsibility row = added();
    expect_refused(ErrorCode::not_found, change_responsibility(town.app, town.neighbour, row.id, 1, text()));
    expect_refused(ErrorCode::not_found, end_responsibility(town.app, town.neighbour, row.id, 1));
    EXPECT_EQ(rows().front().version, 1);
}

TEST_P(Responsibilities, RefuseWhatCannotBe)
{
    ResponsibilityText wrong = text();
    wrong.unit = access::UnitId{town.base.ids.next()};
    expect_refused(ErrorCode::invalid_fields, add_responsibility(town.app, town.leader, wrong));
    const Responsibility row = added();
    expect_refused(ErrorCode::invalid_fields,
                   change_responsibility(town.app, town.leader, row.id, 1, text({15, 12})));
    EXPECT_EQ(rows().size(), 1U);
}

TEST_P(Responsibilities, EveryChangeIsInTheJournal)
{
    const Responsibility row = added();
    ASSERT_TRUE(change_responsibility(town.app, town.leader, row.id, 1, text({12, 17})));
    ASSERT_TRUE(end_responsibility(town.app, town.leader, row.id, 2));
    std::string acts;
    const auto journal = town.hub().read([&](db::Reader& hub) {
        return access::journal_of_subject(hub, "responsibility:" + row.id.text(), 10);
    });
    for (const access::JournalRow& entry : journal) { acts += entry.act + " "; }
    EXPECT_EQ(acts, "responsibility_ended responsibility_changed responsibility_added ");
    EXPECT_NE(journal.back().content.find("Vedtak 12/26"), std::string::npos);
}

} // namespace
} // namespace samvei::directory
