// Goal: an offer that nobody has checked for 180 days reminds its unit's people, and for 210 days their
// leader.
#include "directory/freshness.hpp"

#include <gtest/gtest.h>

namespace samvei::directory {
namespace {

using access::Role;

const Date today = *find_date("2026-11-22");

OfferRecord checked_before(int days)
{
    OfferRecord record;
    record.offer.checked.on = today.plus_days(-days);
    record.state = OfferState::published;
    record.municipality = "4999";
    record.unit = UnitId{"01J000000000000000000000AA"};
    return record;
}

access::Caller caller(Role role, const std::optional<UnitId>& unit)
{
    access::Caller made;
    made.role = role;
    made.unit = unit;
    made.municipality = "4999";
    return made;
}

bool reminds(const access::Caller& whom, const OfferRecord& record)
{
    return is_reminded(whom, record, freshness_of(record, today));
}

TEST(Freshness, RemindsTheOwnerFirstAndThenTheLeader)
{
    struct Case {
        int days;
        bool owner;
        bool leader;
    };
    for (const Case& one : {Case{-1, false, false}, Case{0, false, false}, Case{179, false, false},
                            Case{180, true, false}, Case{209, true, false}, Case{210, true, true}}) {
        const OfferRecord record = checked_before(one.days);
        const Freshness freshness = freshness_of(record, today);
        EXPECT_EQ(freshness.days, std::max(0, one.days));
        EXPECT_EQ(freshness.remind_owner, one.owner) << one.days;
        EXPECT_EQ(freshness.remind_leader, one.leader) << one.days;
        EXPECT_EQ(reminds(caller(Role::professional, record.unit), record), one.owner) << one.days;
        EXPECT_EQ(reminds(caller(Role::leader, record.unit), record), one.leader) << one.days;
    }
}

TEST(Freshness, RemindsNobodyElseAndOfNothingThatTheResidentsCannotSee)
{
    const UnitId other{"01J000000000000000000000BB"};
    OfferRecord record = checked_before(400);
    EXPECT_FALSE(reminds(caller(Role::professional, other), record));
    EXPECT_FALSE(reminds(caller(Role::leader, other), record));
    EXPECT_FALSE(reminds(caller(Role::family, std::nullopt), record));
    for (const OfferState state : {OfferState::draft, OfferState::retired, OfferState::merged}) {
        record.state = state;
        EXPECT_FALSE(reminds(caller(Role::leader, record.unit), record)) << word_of(state);
    }
}

TEST(Freshness, RemindsTheCoordinatorOfWhatNoUnitKeeps)
{
    OfferRecord record = checked_before(180);
    record.unit.reset();
    const access::Caller coordinator = caller(Role::bti_coordinator, UnitId{"01J000000000000000000000BB"});
    EXPECT_TRUE(reminds(coordinator, record));
    EXPECT_FALSE(reminds(caller(Role::leader, coordinator.unit), record));
    record.municipality.reset();
    EXPECT_TRUE(reminds(coordinator, record)) << "the whole country's";
    record.municipality = "4998";
    EXPECT_FALSE(reminds(coordinator, record)) << "a neighbour's";
}

} // namespace
} // namespace samvei::directory
