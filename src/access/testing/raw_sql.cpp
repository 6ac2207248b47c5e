#include "access/testing/raw_sql.hpp"

#include <map>
#include <mutex>

namespace samvei::access::testing {

namespace {

/// A query for this text, always the same one and never gone, as connections keep their statements.
const db::Query& query_for(const std::string& sql)
{
    static std::mutex mutex;
    static std::map<std::string, db::Query> queries;
    const std::lock_guard lock{mutex};
    const auto [place, is_new] = queries.try_emplace(sql);
    if (is_new) {
        place->second = {
            .name = place->first, .sqlite = place->first, .postgres = place->first, .parameters = {}};
    }
    return place->second;
}

} // namespace

void run_raw_sql(db::Database& database, const std::string& sql)
{
    static_cast<void>(database.write([&](db::Writer& writer) -> Result<Done> {
        execute_raw_sql(writer, sql);
        return Done{};
    }));
}

void execute_raw_sql(db::Writer& writer, const std::string& sql)
{
    writer.execute(query_for(sql), {});
}

std::int64_t number_by_raw_sql(db::Database& database, const std::string& sql)
{
    return database.read([&](db::Reader& reader) -> std::int64_t {
        db::Rows rows = reader.run(query_for(sql), {});
        check(rows.next(), "the statement gives a row");
        return rows.integer("found");
    });
}

} // namespace samvei::access::testing
