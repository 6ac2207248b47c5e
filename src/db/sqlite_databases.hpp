#pragma once
// Databases as SQLite files in one folder: hub.db and m<number>.db.
#include "db/databases.hpp"

namespace samvei::db {

std::unique_ptr<Databases> open_sqlite(const Location& location, const std::filesystem::path& migrations);

} // namespace samvei::db
