#pragma once
// SQL that no room has, for tests that go behind a room's back: tampering, counting. Never in the program.

#include "db/database.hpp"

#include <string>

namespace samvei::access::testing {

/// Runs one statement without parameters, the same text on both engines, in a write of its own.
void run_raw_sql(db::Database& database, const std::string& sql);
/// The same inside a write.
void execute_raw_sql(db::Writer& writer, const std::string& sql);
/// The number in the column `found` of the first row.
std::int64_t number_by_raw_sql(db::Database& database, const std::string& sql);

} // namespace samvei::access::testing
