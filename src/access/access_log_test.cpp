// The access log: every look durable before it is answered for, looks that wait together written together.
#include "access/access_log.hpp"
#include "access/journal.hpp"
#include "access/testing/raw_sql.hpp"
#include "access/testing/test_app.hpp"

#include <latch>
#include <thread>

namespace samvei::access {
namespace {

constexpr std::string_view municipality = db::testing::test_municipality;
const std::string number{municipality};

Look a_look(std::string follow_up, std::string what)
{
    return {.follow_up = FollowUpId{std::move(follow_up)},
            .child = PersonId{"child-1"},
            .account = AccountId{"account-1"},
            .name = "Prøve Person",
            .unit = UnitId{"unit-1"},
            .unit_name = "Prøveskolen",
            .profession = "teacher",
            .purpose = "team",
            .what = std::move(what)};
}

class AccessLogTest : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    db::testing::TestDatabases databases{GetParam()};
    db::Database& db = databases.municipality();
    StoppedClock clock{testing::test_start};
    AccessLog log{*databases, clock, "chain-1"};

    ChainReport verify()
    {
        return db.read([](db::Reader& reader) { return verify_chains(reader, {}); });
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, AccessLogTest, db::testing::both_engines(), db::testing::EngineName{});

/// A permit of the child itself, who may read who has looked.
Permit permit_of_child(const std::string& follow_up)
{
    Caller child;
    child.account = AccountId{"account-child"};
    child.role = Role::family;
    AccessFacts facts;
    facts.follow_up = FollowUpId{follow_up};
    facts.family = {.child = PersonId{"child-1"}, .born_on = {}, .with_responsibility = {}};
    facts.self = facts.family.child;
    auto permit = decide_access(child, Purpose::look, facts, {}, date_in_norway(testing::test_start));
    check(bool{permit}, "the child reads its own");
    return std::move(permit).value();
}

TEST_P(AccessLogTest, LooksAreReadBackNewestFirst)
{
    ASSERT_EQ(log.record(number, {a_look("one", "follow_up"), a_look("two", "follow_up")}).wait(),
              Outcome::durable);
    clock.move_to(Instant{testing::test_start.seconds + 5});
    Look unitless = a_look("one", "workbench");
    unitless.unit = std::nullopt;
    unitless.unit_name = "";
    ASSERT_EQ(log.record(number, {unitless}).wait(), Outcome::durable);

    const Permit permit = permit_of_child("one");
    const auto looks =
        db.read([&](db::Reader& reader) { return looks_at(reader, permit, std::nullopt, 10); });
    ASSERT_EQ(looks.size(), 2u);
    EXPECT_EQ(looks[0].what, "workbench");
    EXPECT_EQ(looks[0].place.at.seconds, testing::test_start.seconds + 5);
    EXPECT_EQ(looks[0].unit_name, "");
    EXPECT_EQ(looks[1].what, "follow_up");
    EXPECT_EQ(looks[1].name, "Prøve Person");
    EXPECT_EQ(looks[1].unit_name, "Prøveskolen");
    EXPECT_EQ(looks[1].profession, "teacher");
    EXPECT_EQ(looks[1].purpose, "team");

    const auto page = [&](const std::optional<LookPlace>& before) {
        return db.read([&](db::Reader& reader) { return looks_at(reader, permit, before, 1); });
    };
    ASSERT_EQ(page(std::nullopt).size(), 1u);
    const auto older = page(find_look_place(text_of(page(std::nullopt).front().place)));
    ASSERT_EQ(older.size(), 1u);
    EXPECT_EQ(older.front().what, "follow_up");
    EXPECT_TRUE(page(older.front().place).empty());
    for (const char* const text : {"", "x", "2026-09-14T08:00:00Z", "2026-09-14T08:00:00Z.chain", "..1",
                                   "2026-09-14T08:00:00Z.chain.x", "2026-13-14T08:00:00Z.chain.1"}) {
        EXPECT_FALSE(find_look_place(text)) << text;
    }
}

TEST_P(AccessLogTest, ALookSaysWhatThePermitSays)
{
    Caller caller;
    caller.account = AccountId{"account-9"};
    caller.name = "Navn";
    caller.profession = "young_person";
    const Look look = make_look(caller, permit_of_child("one"), "access_log");
    EXPECT_EQ(look.follow_up.text(), "one");
    EXPECT_EQ(look.child.text(), "child-1");
    EXPECT_EQ(look.account.text(), "account-9");
    EXPECT_EQ(look.purpose, "child");
    EXPECT_EQ(look.profession, "young_person");
    EXPECT_EQ(look.what, "access_log");
    EXPECT_FALSE(look.unit);
}

TEST_P(AccessLogTest, NothingToRecordIsDurableAtOnce)
{
    const auto commits = db.counts().commits;
    EXPECT_TRUE(log.record(number, {}).settled());
    EXPECT_EQ(db.counts().commits, commits);
}

TEST_P(AccessLogTest, ManyAtOnceAreAllDurableInOneChain)
{
    constexpr int threads = 64;
    constexpr int looks_each = 20;
    std::latch begin{threads};
    std::atomic<int> durable = 0;
    std::vector<std::thread> all;
    for (int thread = 0; thread < threads; ++thread) {
        all.emplace_back([&, thread] {
            begin.arrive_and_wait();
            for (int look = 0; look < looks_each; ++look) {
                const std::string what = std::to_string(thread) + "." + std::to_string(look);
                if (log.record(number, {a_look("one", what)}).wait() == Outcome::durable) { ++durable; }
            }
        });
    }
    for (std::thread& thread : all) { thread.join(); }

    EXPECT_EQ(durable, threads * looks_each);
    EXPECT_EQ(testing::number_by_raw_sql(db, "SELECT COUNT(DISTINCT what) AS found FROM access_log"),
              threads * looks_each);
    EXPECT_EQ(testing::number_by_raw_sql(db, "SELECT MAX(sequence) AS found FROM access_log"),
              threads * looks_each);
    EXPECT_LT(db.counts().commits, std::uint64_t{threads * looks_each})
        << "looks that wait together share a sync";
    EXPECT_FALSE(verify().first_broken);
}

TEST_P(AccessLogTest, TwoProcessesHaveAChainEach)
{
    const auto other_databases = databases.open_again();
    AccessLog other{*other_databases, clock, "chain-2"};
    std::vector<std::thread> all;
    for (AccessLog* each : {&log, &other}) {
        all.emplace_back([each] {
            for (int i = 0; i < 50; ++i) {
                EXPECT_EQ(each->record(number, {a_look("one", "x")}).wait(), Outcome::durable);
            }
        });
    }
    for (std::thread& thread : all) { thread.join(); }
    EXPECT_EQ(verify().looks, 100u);
    EXPECT_FALSE(verify().first_broken);
    EXPECT_EQ(testing::number_by_raw_sql(db, "SELECT COUNT(DISTINCT chain) AS found FROM access_log"), 2);
}

TEST_P(AccessLogTest, AFailureSettlesAsFailedAndTheNextLookIsWhole)
{
    ASSERT_EQ(log.record(number, {a_look("one", "first")}).wait(), Outcome::durable);
    testing::run_raw_sql(db, "ALTER TABLE access_log RENAME TO access_log_gone");
    EXPECT_EQ(log.record(number, {a_look("one", "lost")}).wait(), Outcome::failed);
    testing::run_raw_sql(db, "ALTER TABLE access_log_gone RENAME TO access_log");
    EXPECT_EQ(log.record(number, {a_look("one", "second")}).wait(), Outcome::durable);
    EXPECT_EQ(verify().looks, 2u);
    EXPECT_FALSE(verify().first_broken);
}

TEST_P(AccessLogTest, AMunicipalityThatIsNotThereIsAFailure)
{
    EXPECT_THROW(static_cast<void>(log.record("4998", {a_look("one", "x")})), StoreFailure);
    EXPECT_THROW(static_cast<void>(log.record("4998", {a_look("one", "x")})), StoreFailure);
}

TEST_P(AccessLogTest, EveryTamperingIsFoundAndNamed)
{
    for (int i = 0; i < 4; ++i) {
        ASSERT_EQ(log.record(number, {a_look("one", "x")}).wait(), Outcome::durable);
    }
    ASSERT_TRUE(db.write([&](db::Writer& writer) -> Result<Done> {
        seal_chains(writer, clock.now());
        return Done{};
    }));
    std::vector<std::pair<std::string, std::int64_t>> cases;
    for (const char* column : {"at", "follow_up_id", "person_id", "account_id", "name", "unit_id",
                               "unit_name", "profession", "purpose", "what", "previous_hash", "hash"}) {
        cases.emplace_back(std::string{"UPDATE access_log SET "} + column + " = 'changed' WHERE sequence = 2",
                           2);
    }
    cases.emplace_back("UPDATE access_log SET chain = 'chain-0' WHERE sequence >= 1", 1);
    cases.emplace_back("UPDATE access_log SET sequence = 9 WHERE sequence = 4", 4);
    cases.emplace_back("DELETE FROM access_log WHERE sequence = 1", 1);
    cases.emplace_back("DELETE FROM access_log WHERE sequence = 3", 3);
    cases.emplace_back("DELETE FROM access_log WHERE sequence = 4", 4);
    for (const auto& [sql, sequence] : cases) {
        SCOPED_TRACE(sql);
        std::optional<BrokenChain> broken;
        static_cast<void>(db.write([&](db::Writer& writer) -> Result<Done> {
            testing::execute_raw_sql(writer, sql);
            broken = verify_chains(writer, {}).first_broken;
            return Error{ErrorCode::internal, "take it back"};
        }));
        ASSERT_TRUE(broken);
        EXPECT_TRUE(broken->chain.starts_with("access_log chain-")) << broken->chain;
        EXPECT_EQ(broken->sequence, sequence);
    }
    EXPECT_FALSE(verify().first_broken);
}

} // namespace
} // namespace samvei::access
