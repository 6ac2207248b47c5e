#pragma once
// Databases as schemas of one PostgreSQL database: hub and m<number>.
#include "db/databases.hpp"

namespace samvei::db {

std::unique_ptr<Databases> open_postgres(const Location& location, const std::filesystem::path& migrations);

} // namespace samvei::db
