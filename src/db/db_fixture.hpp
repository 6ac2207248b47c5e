#pragma once
// What the tests of db/ share: their own small tables, on both engines.

#include "db/testing/queries.hpp"
#include "db/testing/test_databases.hpp"

#include <gtest/gtest.h>

namespace samvei::db {

namespace queries = testing::queries;

constexpr auto fixture_tables = R"(
-- Tables for the tests of db/.
CREATE TABLE note (id TEXT PRIMARY KEY, body TEXT, number BIGINT);
CREATE TABLE child_note (id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES note (id));
CREATE TABLE counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL CHECK (value >= 0));
CREATE TABLE link (
    chain    TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    author   TEXT NOT NULL,
    PRIMARY KEY (chain, sequence)
);
INSERT INTO counter (name, value) VALUES ('visits', 0);
)";

/// A folder with one migration for the hub and one for municipalities.
class FixtureMigrations {
public:
    FixtureMigrations()
    {
        folder.write("hub/0001_tables.sql", fixture_tables);
        folder.write("municipality/0001_tables.sql", fixture_tables);
    }
    testing::TestFolder folder;
};

class DatabaseTest : public ::testing::TestWithParam<testing::Engine> {
protected:
    FixtureMigrations migrations;
    testing::TestDatabases databases{GetParam(), migrations.folder.path()};
    Database& hub = databases.hub();

    bool on_postgres() const { return GetParam() == testing::Engine::postgres; }
};

inline void insert_note(Writer& db, std::string_view id, const Value& body = {}, const Value& number = {})
{
    db.execute(queries::insert_note, {{"id", id}, {"body", body}, {"number", number}});
}

inline std::int64_t note_count(Reader& db)
{
    Rows rows = db.run(queries::note_count, {});
    rows.next();
    return rows.integer("notes");
}

inline std::int64_t note_count(Database& database)
{
    return database.read([](Reader& db) { return note_count(db); });
}

} // namespace samvei::db
