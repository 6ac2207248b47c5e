#pragma once
// A PostgreSQL of the tests' own: in a temporary folder, on a Unix socket only, gone when the tests end,
// also when they crash. Never skipped: where PostgreSQL is missing the tests fail.

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace samvei::db::testing {

class PostgresCluster {
public:
    /// Whether a commit waits for the disk. Off is right for all but tests of the disk itself.
    enum class Sync { off, on };

    /// Makes and starts a cluster. The server lives as long as the calling thread at most.
    explicit PostgresCluster(Sync sync = Sync::off);
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;
    ~PostgresCluster();

    /// libpq connection string of the database "postgres", as superuser.
    std::string location() const { return location_to("postgres"); }
    std::string location_to(const std::string& database) const;

    /// Ends the server at once, as an operator's `pg_ctl stop -m immediate` would.
    void stop();
    void start();

private:
    std::filesystem::path folder_;
    Sync sync_;
    pid_t server_ = 0;
};

/// A new, empty database on the cluster that this program's tests share, or on the server that the
/// environment's SAMVEI_TEST_POSTGRES (keyword=value pairs for libpq) names; its connection string.
std::string new_postgres_database();
/// Removes such a database, whoever is still connected to it.
void drop_postgres_database(const std::string& location);

/// Runs SQL on a connection of its own, outside everything that is tested.
void run_on_postgres(const std::string& location, const std::string& sql);

} // namespace samvei::db::testing
