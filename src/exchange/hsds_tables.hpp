#pragma once
// HSDS 3 as data: its tables, their fields, and how rows stand inside each other when they are nested.
// Source: Human Services Data Specification 3.2, schema/*.json (an Open Referral resource, openreferral.org,
// CC BY-SA 4.0), read on 2026-11-22; what 3.0 and 3.1 have besides is here too.

#include <span>
#include <string_view>

namespace samvei::exchange {

/// moment: a day and a time, "2023-03-15T10:30:45.123Z".
enum class FieldType { text, number, date, moment, time, email, uri };

/// in_tables: only where rows are in tables; in a nested object its place says it.
enum class Need { optional, always, in_tables };

struct HsdsField {
    std::string_view name;
    FieldType type = FieldType::text;
    Need need = Need::optional;
    std::string_view refers_to = {}; ///< The table whose id it is; "*" is any, "" none.
    std::span<const std::string_view> choices = {};
};

struct HsdsTable {
    std::string_view name; ///< "service"
    std::string_view file; ///< "services.csv"
    std::span<const HsdsField> fields;
    const HsdsField* find_field(std::string_view field) const;
};

/// In the standard's order.
std::span<const HsdsTable> hsds_tables();
const HsdsTable* find_table(std::string_view name);
/// By the name of its file, "services.csv", or of the table, "service.csv".
const HsdsTable* find_table_of_file(std::string_view file);

enum class Count { one, many };

/// How rows of `child` stand in an object of `parent`, under `key`. one: `field` is in the parent's row;
/// many: it is in the child's.
struct Nesting {
    std::string_view parent;
    std::string_view key;
    std::string_view child;
    std::string_view field;
    Count count = Count::many;
};

std::span<const Nesting> nestings();
/// Every table may have these under it.
std::span<const Nesting> nestings_of_all();

} // namespace samvei::exchange
