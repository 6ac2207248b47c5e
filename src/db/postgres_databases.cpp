#include "db/postgres_databases.hpp"

#include "db/engine_databases.hpp"
#include "db/postgres_connection.hpp"

#include <array>

namespace samvei::db {

namespace {

constexpr std::array<std::string_view, 1> schema_parameter{"schema"};
constexpr Query schema_exists{
    "db.schema_exists", "",
    "SELECT count(*) AS found FROM pg_catalog.pg_namespace WHERE nspname = CAST($1 AS TEXT)",
    schema_parameter};
constexpr Query municipality_schemas{
    "db.municipality_schemas",
    "",
    "SELECT CAST(nspname AS TEXT) AS name FROM pg_catalog.pg_namespace WHERE nspname ~ '^m[0-9]{4}$'",
    {}};

/// Any number that no other program uses for an advisory lock in this database.
constexpr auto take_migration_lock = "SELECT pg_advisory_lock(7300145917361101)";

constexpr unsigned writers = 4;

/// A migration may take as long as it needs.
constexpr auto no_time_limits = "SET lock_timeout = 0; SET statement_timeout = 0;"
                                "SET idle_in_transaction_session_timeout = 0";

std::string schema_of(const std::string& database)
{
    return is_municipality_number(database) ? "m" + database : database;
}

class PostgresDatabases final : public EngineDatabases {
public:
    PostgresDatabases(const Location& location, std::filesystem::path migrations)
        : EngineDatabases{{.readers = location.readers, .writers = writers}, std::move(migrations)},
          location_{location.postgres}
    {}

protected:
    OpenConnection opener_of(const std::string& database, Use use) override
    {
        return [location = location_, schema = schema_of(database), use] {
            auto connection = std::make_unique<PostgresConnection>(location, schema);
            if (use == Use::migrate) { connection->run_script(no_time_limits); }
            return connection;
        };
    }

    bool exists(const std::string& database) override
    {
        return with_catalog([&](Reader& reader) {
            Rows rows = reader.run(schema_exists, {{"schema", schema_of(database)}});
            return rows.next() && rows.integer("found") > 0;
        });
    }

    std::vector<std::string> list() override
    {
        return with_catalog([&](Reader& reader) {
            std::vector<std::string> numbers;
            Rows rows = reader.run(municipality_schemas, {});
            while (rows.next()) { numbers.push_back(rows.string("name").substr(1)); }
            return numbers;
        });
    }

    std::vector<std::string> create(const std::string& database,
                                    const std::vector<MigrationFile>& files) override
    {
        PostgresConnection connection{location_, schema_of(database)};
        connection.run_script(no_time_limits);
        connection.begin_write();
        connection.run_script("CREATE SCHEMA " + schema_of(database));
        auto names = run_all(connection, files);
        connection.commit();
        return names;
    }

    std::shared_ptr<void> lock_migrations() override
    {
        auto lock = std::make_shared<PostgresConnection>(location_, "pg_catalog");
        lock->run_script(no_time_limits);
        lock->run_script(take_migration_lock); // let go when the connection closes
        return lock;
    }

private:
    template <class Work>
    std::invoke_result_t<const Work&, Reader&> with_catalog(const Work& work)
    {
        PostgresConnection connection{location_, "pg_catalog"};
        connection.begin_read();
        Reader reader{connection};
        return work(reader);
    }

    std::string location_; ///< May hold a password.
};

} // namespace

std::unique_ptr<Databases> open_postgres(const Location& location, const std::filesystem::path& migrations)
{
    return std::make_unique<PostgresDatabases>(location, migrations);
}

} // namespace samvei::db
