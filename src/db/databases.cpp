#include "db/databases.hpp"

#include "db/postgres_databases.hpp"
#include "db/sqlite_databases.hpp"

namespace samvei::db {

std::unique_ptr<Databases> Databases::open(const Location& location, const std::filesystem::path& migrations)
{
    return location.postgres.empty() ? open_sqlite(location, migrations)
                                     : open_postgres(location, migrations);
}

} // namespace samvei::db
