// Many writers at once: shared transactions, each work for itself inside them.
#include "db/db_fixture.hpp"

#include <atomic>
#include <thread>

namespace samvei::db {
namespace {

class GroupCommit : public DatabaseTest {
protected:
    static constexpr int thread_count = 64;

    /// Runs `work(thread)` on many threads at the same time.
    static void on_many_threads(const std::function<void(int)>& work)
    {
        std::vector<std::thread> threads;
        for (int number = 0; number < thread_count; ++number) { threads.emplace_back(work, number); }
        for (std::thread& thread : threads) { thread.join(); }
    }

    /// Keeps the writer busy until `waiting` more pieces of work have been handed in.
    Pending hold_until_handed_in(std::uint64_t waiting)
    {
        const std::uint64_t goal = hub.counts().writes + 1 + waiting;
        return hub.write_later([this, goal](Writer&) {
            while (hub.counts().writes < goal) { std::this_thread::yield(); }
            // The last one has been counted but perhaps not yet queued; give it its turn.
            std::this_thread::yield();
        });
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, GroupCommit, testing::both_engines(), testing::EngineName{});

TEST_P(GroupCommit, WhatWaitsTogetherIsSyncedTogether)
{
    constexpr int rounds = 50;
    const DatabaseCounts before = hub.counts();
    for (int round = 0; round < rounds; ++round) {
        const Pending held = hold_until_handed_in(thread_count);
        on_many_threads([&](int thread) {
            const std::string id = std::to_string(round) + "." + std::to_string(thread);
            (void)hub.write([&](Writer& db) -> Result<Done> {
                insert_note(db, id);
                return Done{};
            });
        });
        EXPECT_EQ(held.wait(), Outcome::durable);
    }
    const DatabaseCounts after = hub.counts();
    EXPECT_EQ(note_count(hub), rounds * thread_count);
    EXPECT_EQ(after.writes - before.writes, std::uint64_t{rounds} * (thread_count + 1));
    if (GetParam() ==
        testing::Engine::sqlite) { // PostgreSQL has several writers, whose commits share a sync there
        EXPECT_LE((after.commits - before.commits) * 16, after.writes - before.writes);
    }
    EXPECT_EQ(after.failures, 0U);
}

TEST_P(GroupCommit, FreeRunningThreadsLoseNothing)
{
    const DatabaseCounts before = hub.counts();
    on_many_threads([&](int thread) {
        for (int count = 0; count < 50; ++count) {
            const std::string id = std::to_string(thread) + "." + std::to_string(count);
            (void)hub.write([&](Writer& db) -> Result<Done> {
                insert_note(db, id);
                return Done{};
            });
        }
    });
    const DatabaseCounts after = hub.counts();
    EXPECT_EQ(note_count(hub), 50 * thread_count);
    EXPECT_EQ(after.writes - before.writes, 50U * thread_count);
    // For the eye: how many writes shared a sync on this machine.
    RecordProperty("commits", std::to_string(after.commits - before.commits));
}

// Goal: in one shared transaction a refusal, an exception and a broken constraint take back their own
// work and nobody else's.
TEST_P(GroupCommit, EachWorkStandsForItself)
{
    const Pending held = hold_until_handed_in(thread_count);
    std::atomic<int> kept = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> thrown = 0;
    on_many_threads([&](int thread) {
        const std::string id = std::to_string(thread);
        try {
            const auto answer = hub.write([&](Writer& db) -> Result<int> {
                insert_note(db, id, {}, std::int64_t{thread});
                switch (thread % 4) {
                case 0: return Error{ErrorCode::not_allowed};
                case 1: throw std::out_of_range{id};
                case 2: db.execute(queries::insert_child_note, {{"id", id}, {"note", "absent"}}); return 0;
                default: return thread;
                }
            });
            if (answer) {
                EXPECT_EQ(answer.value(), thread);
                ++kept;
            } else {
                ++refused;
            }
        } catch (const std::out_of_range& error) {
            EXPECT_EQ(error.what(), id);
            ++thrown;
        } catch (const BrokenInvariant&) {
            EXPECT_EQ(thread % 4, 2);
            ++thrown;
        }
    });
    EXPECT_EQ(held.wait(), Outcome::durable);
    EXPECT_EQ(kept, 16);
    EXPECT_EQ(refused, 16);
    EXPECT_EQ(thrown, 32);
    hub.read([](Reader& db) {
        Rows rows = db.run(queries::notes, {});
        while (rows.next()) { EXPECT_EQ(rows.integer("number") % 4, 3); }
        return Done{};
    });
    EXPECT_EQ(note_count(hub), 16);
}

// Goal: when a batch must be given up because one work failed, the others are not lost.
TEST_P(GroupCommit, OneFailureDoesNotTakeOthersWithIt)
{
    const Pending held = hold_until_handed_in(thread_count);
    std::atomic<int> failed = 0;
    on_many_threads([&](int thread) {
        const std::string id = std::to_string(thread);
        try {
            hub.write([&](Writer& db) -> Result<Done> {
                   insert_note(db, id);
                   if (thread == 17) { throw StoreFailure{"the disk said no to this one"}; }
                   return Done{};
               })
                .value();
        } catch (const StoreFailure&) {
            EXPECT_EQ(thread, 17);
            ++failed;
        }
    });
    EXPECT_EQ(held.wait(), Outcome::durable);
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(note_count(hub), thread_count - 1);
    EXPECT_EQ(hub.counts().failures, 1U);
}

TEST_P(GroupCommit, NothingToKeepIsNoCommit)
{
    const DatabaseCounts before = hub.counts();
    (void)hub.write([](Writer& db) -> Result<Done> {
        insert_note(db, "a");
        return Error{ErrorCode::not_allowed};
    });
    EXPECT_EQ(hub.counts().commits, before.commits);
    EXPECT_EQ(hub.counts().writes, before.writes + 1);
}

// Goal: a work sees what the works before it in the same transaction saved.
TEST_P(GroupCommit, WorksSeeEachOtherInOrder)
{
    on_many_threads([&](int) {
        (void)hub.write([](Writer& db) -> Result<Done> {
            Rows rows = db.run(queries::counter, {{"name", "visits"}});
            rows.next();
            const std::int64_t value = rows.integer("value");
            db.execute(queries::set_counter, {{"name", "visits"}, {"value", value + 1}});
            return Done{};
        });
    });
    EXPECT_EQ(hub.read([](Reader& db) {
        Rows rows = db.run(queries::counter, {{"name", "visits"}});
        rows.next();
        return rows.integer("value");
    }),
              thread_count);
}

/// Two servers over the same data; on SQLite, a server and a command in another process.
class TwoServers : public DatabaseTest {
protected:
    std::unique_ptr<Databases> other = databases.open_again();

    /// Runs `work(server, round)` on both servers at once, on four threads each.
    void on_both(const std::function<void(Database&, int)>& work)
    {
        std::vector<std::thread> threads;
        for (Database* const server : {&hub, &other->hub()}) {
            for (int thread = 0; thread < 4; ++thread) {
                threads.emplace_back([&work, server] {
                    for (int round = 0; round < 50; ++round) { work(*server, round); }
                });
            }
        }
        for (std::thread& thread : threads) { thread.join(); }
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, TwoServers, testing::both_engines(), testing::EngineName{});

TEST_P(TwoServers, NeverLoseAnUpdate)
{
    on_both([](Database& server, int) {
        server
            .write([](Writer& db) -> Result<Done> {
                Rows rows = db.run(queries::counter, {{"name", "visits"}});
                rows.next();
                const std::int64_t value = rows.integer("value");
                db.execute(queries::set_counter, {{"name", "visits"}, {"value", value + 1}});
                return Done{};
            })
            .value();
    });
    EXPECT_EQ(hub.read([](Reader& db) {
        Rows rows = db.run(queries::counter, {{"name", "visits"}});
        rows.next();
        return rows.integer("value");
    }),
              2 * 4 * 50);
}

TEST_P(TwoServers, AppendToChainsWithoutGaps)
{
    on_both([](Database& server, int round) {
        const std::string chain = round % 2 == 0 ? "even" : "odd";
        server
            .write([&](Writer& db) -> Result<Done> {
                Rows rows = db.run(queries::last_of_chain, {{"chain", chain}});
                rows.next();
                const std::int64_t last = rows.integer("last");
                db.execute(queries::append_to_chain,
                           {{"chain", chain}, {"sequence", last + 1}, {"author", "x"}});
                return Done{};
            })
            .value();
    });
    for (const std::string_view chain : {"even", "odd"}) {
        hub.read([&](Reader& db) {
            Rows rows = db.run(queries::chain_figures, {{"chain", chain}});
            EXPECT_TRUE(rows.next());
            EXPECT_EQ(rows.integer("links"), 200);
            EXPECT_EQ(rows.integer("first"), 1);
            EXPECT_EQ(rows.integer("last"), 200);
            return Done{};
        });
    }
    EXPECT_EQ(hub.counts().failures + other->hub().counts().failures, 0U);
}

TEST_P(TwoServers, SeeEachOthersWrites)
{
    hub.write([](Writer& db) -> Result<Done> {
           insert_note(db, "mine");
           return Done{};
       })
        .value();
    EXPECT_EQ(note_count(other->hub()), 1);
}

} // namespace
} // namespace samvei::db
