#include "db/db_fixture.hpp"

#include <thread>

namespace samvei::db {
namespace {

using testing::TestDatabases;

/// "hub 0001_a.sql; 4999 0001_b.sql; "
std::string texts_of(const std::vector<MigrationStep>& steps)
{
    std::string text;
    for (const MigrationStep& step : steps) { text += step.database + ' ' + step.file + "; "; }
    return text;
}

std::string message_of(const std::function<void()>& work)
{
    try {
        work();
    } catch (const StoreFailure& failure) {
        return failure.what();
    }
    return "";
}

class Migrations : public ::testing::TestWithParam<testing::Engine> {
protected:
    testing::TestFolder files;
    TestDatabases databases{GetParam(), files.path(), TestDatabases::Start::empty};

    Migrations()
    {
        files.write("hub/0001_note.sql",
                    "-- Why: 'notes'; and more\nCREATE TABLE note (id TEXT PRIMARY KEY, body "
                    "TEXT, number BIGINT);\nINSERT INTO note (id, body) VALUES ('a;b', 'c');\n");
        files.write("municipality/0001_note.sql", "CREATE TABLE note (id TEXT PRIMARY KEY);");
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Migrations, testing::both_engines(), testing::EngineName{});

TEST_P(Migrations, RunOnceInOrder)
{
    EXPECT_EQ(texts_of(databases->pending_migrations()), "hub 0001_note.sql; ");
    EXPECT_EQ(texts_of(databases->migrate()), "hub 0001_note.sql; ");
    EXPECT_EQ(texts_of(databases->pending_migrations()), "");
    EXPECT_EQ(texts_of(databases->migrate()), "");

    files.write("hub/0010_last.sql", "UPDATE note SET body = body || '3';");
    files.write("hub/0002_first.sql",
                "UPDATE note SET body = body || '1'; UPDATE note SET body = body || '2';");
    files.write("hub/notes.txt", "not SQL");
    files.write("hub/draft.sql", "not SQL");
    const std::string expected = "hub 0002_first.sql; hub 0010_last.sql; ";
    EXPECT_EQ(texts_of(databases->pending_migrations()), expected);
    EXPECT_EQ(texts_of(databases.open_again()->migrate()), expected);
    databases.hub().read([](Reader& db) {
        Rows rows = db.run(queries::note_by_id, {{"id", "a;b"}});
        EXPECT_TRUE(rows.next());
        EXPECT_EQ(rows.text("body"), "c123");
        return Done{};
    });
}

TEST_P(Migrations, MunicipalitiesAreMadeAndMigrated)
{
    databases->migrate();
    for (const std::string_view number : {"4999", "0301", "4601"}) { databases->add_municipality(number); }
    databases->add_municipality("0301");
    EXPECT_EQ(databases->municipalities(), (std::vector<std::string>{"0301", "4601", "4999"}));
    EXPECT_THROW(databases->add_municipality("hub"), BrokenInvariant);

    files.write("municipality/0002_more.sql", "CREATE TABLE more (id TEXT PRIMARY KEY);");
    EXPECT_EQ(texts_of(databases->pending_migrations()),
              "0301 0002_more.sql; 4601 0002_more.sql; 4999 0002_more.sql; ");
    EXPECT_EQ(databases->migrate().size(), 3U);
    EXPECT_EQ(databases->migrate().size(), 0U);
    EXPECT_EQ(note_count(databases->municipality("4601")), 0);
}

TEST_P(Migrations, AChangedFileIsNamedAndNothingRuns)
{
    databases->migrate();
    files.write("hub/0001_note.sql", "CREATE TABLE note (id TEXT PRIMARY KEY, body TEXT);");
    files.write("hub/0002_more.sql", "CREATE TABLE more (id TEXT PRIMARY KEY);");
    EXPECT_NE(message_of([&] { databases->migrate(); }).find("0001_note.sql has changed"), std::string::npos);
    EXPECT_NE(message_of([&] { databases->pending_migrations(); }).find("0001_note.sql has changed"),
              std::string::npos);
}

TEST_P(Migrations, AProgramOlderThanTheDataIsRefused)
{
    files.write("hub/0002_more.sql", "CREATE TABLE more (id TEXT PRIMARY KEY);");
    databases->migrate();
    std::filesystem::remove(files.path() / "hub/0002_more.sql");
    EXPECT_NE(message_of([&] { databases->migrate(); }).find("0002_more.sql"), std::string::npos);
}

TEST_P(Migrations, AFileThatFailsLeavesNothing)
{
    databases->migrate();
    files.write("hub/0002_more.sql", "CREATE TABLE more (id TEXT PRIMARY KEY);");
    files.write("hub/0003_wrong.sql",
                "INSERT INTO more (id) VALUES ('a'); INSERT INTO nothing_here VALUES (1);");
    EXPECT_THROW(databases->migrate(), BrokenInvariant);
    EXPECT_EQ(texts_of(databases->pending_migrations()), "hub 0003_wrong.sql; ");
    files.write("hub/0003_wrong.sql",
                "INSERT INTO more (id) VALUES ('a'); INSERT INTO note (id) VALUES ('d');");
    EXPECT_EQ(texts_of(databases->migrate()), "hub 0003_wrong.sql; ");
    EXPECT_EQ(note_count(databases.hub()), 2);
}

TEST_P(Migrations, AMunicipalityThatCannotBeMadeDoesNotExist)
{
    databases->migrate();
    files.write("municipality/0002_wrong.sql", "INSERT INTO nothing_here VALUES (1);");
    EXPECT_THROW(databases->add_municipality("4999"), BrokenInvariant);
    EXPECT_TRUE(databases->municipalities().empty());
    EXPECT_THROW(databases->municipality("4999"), StoreFailure);
    files.write("municipality/0002_wrong.sql", "INSERT INTO note (id) VALUES ('a');");
    databases->add_municipality("4999");
    EXPECT_EQ(note_count(databases->municipality("4999")), 1);
}

TEST_P(Migrations, SeveralServersStartingAtOnceMigrateOnce)
{
    for (int number = 2; number < 10; ++number) {
        files.write("hub/000" + std::to_string(number) + "_more.sql", "UPDATE note SET body = body || '.';");
    }
    std::vector<std::thread> servers;
    std::atomic<std::size_t> steps = 0;
    for (int count = 0; count < 4; ++count) {
        servers.emplace_back([&] {
            const auto server = databases.open_again();
            steps += server->migrate().size();
            server->add_municipality("4999");
        });
    }
    for (std::thread& server : servers) { server.join(); }
    EXPECT_EQ(steps, 9U);
    EXPECT_EQ(note_count(databases.municipality()), 0);
    databases.hub().read([](Reader& db) {
        Rows rows = db.run(queries::note_by_id, {{"id", "a;b"}});
        EXPECT_TRUE(rows.next());
        EXPECT_EQ(rows.text("body"), "c........");
        return Done{};
    });
}

TEST_P(Migrations, AFolderThatIsNotThere)
{
    std::filesystem::remove_all(files.path() / "hub");
    EXPECT_THROW(databases->migrate(), StoreFailure);
}

// Goal: what this program ships runs on both engines.
TEST_P(Migrations, TheProgramsOwnRun)
{
    const TestDatabases program{GetParam()};
    EXPECT_TRUE(program.open_again()->pending_migrations().empty());
}

} // namespace
} // namespace samvei::db
