// Bad days: a full disk, a locked or missing file, a server that goes away. Each ends in StoreFailure with
// nothing half done, and in service as before when the cause is gone.
#include "db/db_fixture.hpp"
#include "db/testing/postgres_cluster.hpp"

#include <atomic>
#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <thread>

namespace samvei::db {
namespace {

Result<Done> write_note(Database& database, std::string_view id, std::string_view body = {})
{
    return database.write([&](Writer& db) -> Result<Done> {
        insert_note(db, id, body);
        return Done{};
    });
}

/// Keeps the writer busy, so that what is handed in meanwhile becomes one batch.
class Hold {
public:
    explicit Hold(Database& database)
        : ticket_{database.write_later([this](Writer&) {
              held_ = true;
              held_.notify_all();
              let_go_.wait(false);
          })}
    {
        held_.wait(false);
    }
    void let_go()
    {
        let_go_ = true;
        let_go_.notify_all();
        EXPECT_EQ(ticket_.wait(), Outcome::durable);
    }

private:
    std::atomic<bool> held_ = false;
    std::atomic<bool> let_go_ = false;
    Pending ticket_;
};

class Failures : public DatabaseTest {};
INSTANTIATE_TEST_SUITE_P(Engines, Failures, testing::both_engines(), testing::EngineName{});

TEST_P(Failures, UnknownDatabasesAreFailures)
{
    EXPECT_THROW(databases->municipality("4997"), StoreFailure);
    for (const std::string_view number : {"", "499", "49990", "../hub", "4a99", "hub", "'; --"}) {
        EXPECT_THROW(databases->municipality(number), StoreFailure) << number;
    }
    const testing::TestDatabases none{GetParam(), migrations.folder.path(),
                                      testing::TestDatabases::Start::empty};
    const auto opened = none.open_again();
    EXPECT_THROW(opened->hub(), StoreFailure);
    EXPECT_TRUE(opened->municipalities().empty());
}

TEST_P(Failures, AFailureOfLaterWorkFailsItsTicket)
{
    const Pending ticket = hub.write_later([](Writer& db) {
        insert_note(db, "half");
        throw StoreFailure{"the disk said no"};
    });
    EXPECT_EQ(ticket.wait(), Outcome::failed);
    EXPECT_EQ(hub.counts().failures, 1U);
    EXPECT_EQ(note_count(hub), 0);
    EXPECT_TRUE(write_note(hub, "after"));
}

class SqliteFailures : public DatabaseTest {
protected:
    /// No file may grow beyond this, as on a full disk. Lifted when it goes out of scope.
    class FullDisk {
    public:
        explicit FullDisk(rlim_t size_max)
        {
            getrlimit(RLIMIT_FSIZE, &before_);
            const rlimit limit{size_max, before_.rlim_max};
            setrlimit(RLIMIT_FSIZE, &limit);
        }
        FullDisk(const FullDisk&) = delete;
        FullDisk& operator=(const FullDisk&) = delete;
        ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

    private:
        rlimit before_{};
    };

    SqliteFailures() { std::signal(SIGXFSZ, SIG_IGN); }
    std::filesystem::path file() const { return databases.location().folder / "hub.db"; }
};
INSTANTIATE_TEST_SUITE_P(Engines, SqliteFailures, ::testing::Values(testing::Engine::sqlite),
                         testing::EngineName{});

TEST_P(SqliteFailures, AFullDiskRefusesWritesAndServesReads)
{
    ASSERT_TRUE(write_note(hub, "before"));
    const std::string large(200'000, 'x');
    {
        const FullDisk full{150'000};
        for (int count = 0; count < 3; ++count) {
            EXPECT_THROW((void)write_note(hub, "large", large), StoreFailure);
            EXPECT_EQ(note_count(hub), 1);
        }
        EXPECT_EQ(
            hub.write_later([&](Writer& db) { insert_note(db, "large", std::string_view{large}); }).wait(),
            Outcome::failed);
    }
    EXPECT_TRUE(write_note(hub, "large", large));
    EXPECT_EQ(note_count(hub), 2);
    EXPECT_EQ(hub.counts().failures, 4U);
}

// Goal: when one large work fills the disk, the small ones that shared its transaction are still saved.
TEST_P(SqliteFailures, WhatFitsIsSaved)
{
    const std::string large(400'000, 'x');
    const FullDisk full{300'000};
    Hold hold{hub};
    std::vector<Pending> small;
    for (const std::string id : {"a", "b"}) {
        small.push_back(hub.write_later([id](Writer& db) { insert_note(db, id); }));
    }
    const Pending too_large =
        hub.write_later([&](Writer& db) { insert_note(db, "large", std::string_view{large}); });
    small.push_back(hub.write_later([](Writer& db) { insert_note(db, "c"); }));
    hold.let_go();
    EXPECT_EQ(too_large.wait(), Outcome::failed);
    for (const Pending& ticket : small) { EXPECT_EQ(ticket.wait(), Outcome::durable); }
    EXPECT_EQ(note_count(hub), 3);
}

TEST_P(SqliteFailures, ADatabaseThatMayNotGrow)
{
    constexpr Query small_limit{"test.small_limit", "PRAGMA max_page_count = 1", "", {}};
    const std::string large(200'000, 'x');
    EXPECT_THROW((void)hub.write([&](Writer& db) -> Result<Done> {
        (void)db.run(small_limit, {}); // SQLite takes the present size instead: room for nothing more
        insert_note(db, "large", std::string_view{large});
        return Done{};
    }),
                 StoreFailure);
    EXPECT_EQ(note_count(hub), 0);
    // The limit went with the connection.
    EXPECT_TRUE(write_note(hub, "large", large));
}

TEST_P(SqliteFailures, AnotherProcessHoldsTheLock)
{
    constexpr Query impatient{"test.impatient", "PRAGMA busy_timeout = 1", "", {}};
    const auto other = databases.open_again();
    Database& busy = other->hub();
    hub.write([&](Writer& db) -> Result<Done> {
           (void)db.run(impatient, {});
           return Done{};
       })
        .value();

    Hold hold{busy};
    EXPECT_THROW((void)write_note(hub, "mine"), StoreFailure);
    EXPECT_EQ(note_count(hub), 0);
    hold.let_go();
    EXPECT_TRUE(write_note(hub, "mine"));
    EXPECT_EQ(note_count(hub), 1);
}

TEST_P(SqliteFailures, AFileThatIsNoDatabase)
{
    const auto other = databases.open_again();
    std::ofstream{databases.location().folder / "m4996.db"} << std::string(5000, 'x');
    EXPECT_THROW(note_count(other->municipality("4996")), StoreFailure);
    EXPECT_THROW((void)write_note(other->municipality("4996"), "a"), StoreFailure);
    EXPECT_THROW(other->migrate(), StoreFailure);
}

TEST_P(SqliteFailures, FilesAreForTheirOwnerOnly)
{
    ASSERT_TRUE(write_note(hub, "a"));
    namespace fs = std::filesystem;
    for (const auto& entry : fs::directory_iterator{databases.location().folder}) {
        EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write)
            << entry.path();
    }
}

class PostgresFailures : public DatabaseTest {
protected:
    /// As when an administrator restarts the server: every connection is gone.
    void end_all_connections() const
    {
        testing::run_on_postgres(databases.location().postgres,
                                 "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                 "WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, PostgresFailures, ::testing::Values(testing::Engine::postgres),
                         testing::EngineName{});

TEST_P(PostgresFailures, ConnectionsThatEndedWhileIdleAreReplaced)
{
    ASSERT_TRUE(write_note(hub, "before"));
    ASSERT_EQ(note_count(hub), 1);
    end_all_connections();
    EXPECT_EQ(note_count(hub), 1);
    EXPECT_TRUE(write_note(hub, "after"));
    EXPECT_EQ(hub.counts().failures, 0U);
}

TEST_P(PostgresFailures, AConnectionThatEndsDuringWork)
{
    int runs = 0;
    EXPECT_THROW((void)hub.write([&](Writer& db) -> Result<Done> {
        ++runs;
        insert_note(db, "first half");
        end_all_connections();
        insert_note(db, "second half");
        return Done{};
    }),
                 StoreFailure);
    EXPECT_EQ(runs, 1);
    EXPECT_THROW(hub.read([&](Reader& db) {
        note_count(db);
        end_all_connections();
        return note_count(db);
    }),
                 StoreFailure);
    EXPECT_EQ(note_count(hub), 0);
    EXPECT_TRUE(write_note(hub, "after"));
    EXPECT_EQ(hub.counts().failures, 2U);
}

// Goal: after a lost COMMIT nobody knows whether it was saved, so the work is not run again.
TEST_P(PostgresFailures, ALostCommitIsAFailureAndIsNotRepeated)
{
    testing::run_on_postgres(databases.location().postgres,
                             "CREATE FUNCTION hub.die() RETURNS trigger LANGUAGE plpgsql AS "
                             "'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';"
                             "CREATE CONSTRAINT TRIGGER die_at_commit AFTER INSERT ON hub.note "
                             "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.id = 'deadly') "
                             "EXECUTE FUNCTION hub.die()");
    std::atomic<int> runs = 0;
    Hold hold{hub};
    std::vector<Pending> tickets;
    for (const std::string id : {"a", "deadly", "b"}) {
        tickets.push_back(hub.write_later([&runs, id](Writer& db) {
            ++runs;
            insert_note(db, id);
        }));
    }
    hold.let_go();
    for (const Pending& ticket : tickets) { EXPECT_EQ(ticket.wait(), Outcome::failed); }
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(note_count(hub), 0);
    EXPECT_TRUE(write_note(hub, "after"));
}

TEST_P(PostgresFailures, TheWholeServerGoesAndComesBack)
{
    testing::PostgresCluster cluster;
    const auto server = Databases::open({{}, cluster.location()}, migrations.folder.path());
    server->migrate();
    ASSERT_TRUE(write_note(server->hub(), "before"));
    ASSERT_EQ(note_count(server->hub()), 1);
    cluster.stop();
    for (int count = 0; count < 2; ++count) {
        EXPECT_THROW(note_count(server->hub()), StoreFailure);
        EXPECT_THROW((void)write_note(server->hub(), "lost"), StoreFailure);
        EXPECT_THROW(server->municipality("4999"), StoreFailure);
        EXPECT_THROW(server->migrate(), StoreFailure);
    }
    EXPECT_EQ(server->hub().write_later([](Writer& db) { insert_note(db, "lost"); }).wait(), Outcome::failed);
    cluster.start();
    EXPECT_EQ(note_count(server->hub()), 1);
    EXPECT_TRUE(write_note(server->hub(), "after"));
}

// Goal: messages name what to look at and never a password or what somebody wrote.
TEST_P(PostgresFailures, MessagesKeepSecrets)
{
    const auto message_of = [&](const std::string& location) -> std::string {
        try {
            Databases::open({{}, location}, migrations.folder.path())->hub();
        } catch (const StoreFailure& failure) {
            return failure.what();
        }
        return "";
    };
    for (const std::string location : {"host=/nowhere password=hemmelig dbname=x", "password=hemmelig 'odd",
                                       "hemmelig", "postgres://me:hemmelig@127.0.0.1:1/x?wrong"}) {
        const std::string message = message_of(location);
        EXPECT_NE(message, "") << location;
        EXPECT_EQ(message.find("hemmelig"), std::string::npos) << message;
    }
    ASSERT_TRUE(write_note(hub, "Kari Nordmann"));
    try {
        (void)write_note(hub, "Kari Nordmann");
        FAIL() << "a second note with the same key";
    } catch (const BrokenInvariant& error) {
        EXPECT_EQ(std::string{error.what()}.find("Kari"), std::string::npos) << error.what();
        EXPECT_NE(std::string{error.what()}.find("note_pkey"), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace samvei::db
