#pragma once
// Migrations: SQL files that are run once, in the order of their names, and remembered with the digest of
// their text in table `migration`. The same text runs on both engines.

#include "db/connection.hpp"

#include <filesystem>
#include <vector>

namespace samvei::db {

struct MigrationFile {
    std::string name; ///< "0001_accounts.sql"
    std::string sql;
    std::string sha256;
};

/// The files NNNN_what.sql of a folder, in order. Throws StoreFailure when the folder cannot be read.
std::vector<MigrationFile> migration_files_in(const std::filesystem::path& folder);

/// Those of `files` that this database has not run. Inside a transaction.
/// Throws StoreFailure naming a file that was run and has changed or is gone since.
std::vector<MigrationFile> pending_of(Connection& connection, const std::vector<MigrationFile>& files);

/// Runs what is pending, each file in a transaction of its own; the names of what was run. After an
/// exception the connection is to be closed: that undoes the file that failed.
std::vector<std::string> run_pending(Connection& connection, const std::vector<MigrationFile>& files);

/// Runs every file on an empty database, inside the caller's transaction; their names.
std::vector<std::string> run_all(Connection& connection, const std::vector<MigrationFile>& files);

} // namespace samvei::db
