#pragma once
// The hub and the municipalities: which databases there are, opened on first use and kept open.

#include "db/database.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::db {

/// Where the data is. SQLite: a folder with hub.db and m<number>.db. PostgreSQL: a libpq connection
/// string; schemas hub and m<number>.
struct Location {
    std::filesystem::path folder; ///< SQLite, when `postgres` is empty.
    std::string postgres;         ///< e.g. "host=/run/postgresql dbname=samvei". Never logged.
    unsigned readers = 8;         ///< Read connections per database.
};

/// Four digits.
bool is_municipality_number(std::string_view number);

/// What `migrate` did or would do, one per step.
struct MigrationStep {
    std::string database; ///< "hub" or the municipality's number
    std::string file;     ///< "0001_accounts.sql"
};

class Databases {
public:
    /// `migrations`: the folder with hub/ and municipality/. Opens nothing yet.
    static std::unique_ptr<Databases> open(const Location& location, const std::filesystem::path& migrations);
    virtual ~Databases() = default;

    virtual Database& hub() = 0;
    /// The database of a municipality (four digits). Throws StoreFailure when there is none.
    virtual Database& municipality(std::string_view number) = 0;
    /// The numbers of all municipalities that have a database, in order.
    virtual std::vector<std::string> municipalities() = 0;
    /// Creates an empty database for a municipality, and migrates it. Does nothing when there is one.
    virtual void add_municipality(std::string_view number) = 0;

    /// Runs every migration not yet run, in order, each in one transaction; creates the hub when there is
    /// none. Throws StoreFailure naming the file when an already run file has changed since.
    virtual std::vector<MigrationStep> migrate() = 0;
    /// What `migrate` would do.
    virtual std::vector<MigrationStep> pending_migrations() = 0;
};

} // namespace samvei::db
