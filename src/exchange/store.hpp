#pragma once
// What was imported, as it is stored in the hub.

#include "base/ids.hpp"
#include "db/database.hpp"
#include "exchange/plan.hpp"

#include <map>
#include <string>
#include <vector>

namespace samvei::exchange {

/// "4999/Frivilligsentralen"
std::string source_key(const std::string& municipality, const std::string& name);

struct ImportSource {
    std::string key;
    std::string name;
};
std::vector<ImportSource> import_sources_of(db::Reader& hub, const std::string& municipality);

/// Links of a source, by service.
std::map<std::string, Link> links_of(db::Reader& hub, const std::string& source);
/// Ids of the services that the last import of a source had.
std::set<std::string> imported_service_ids(db::Reader& hub, const std::string& source);
/// Rows of the last import of a source.
Tables imported_rows_of(db::Reader& hub, const std::string& source);

void insert_source(db::Writer& hub, const std::string& municipality, const std::string& name);
/// The rows of this import instead of those of the last.
void replace_rows(db::Writer& hub, const std::string& source, const Tables& tables);
/// `known`: the links of before.
void put_link(db::Writer& hub, const std::string& source, const std::string& service, const Link& link,
              const std::map<std::string, Link>& known);

/// One that has been done.
struct ImportRun {
    std::string id;
    std::string source; ///< Its name.
    Instant at;
    std::string by;
    Form form = Form::tables;
    std::string digest;
    std::int64_t created = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t gone = 0;
};
void insert_run(db::Writer& hub, const std::string& municipality, const ImportRun& run);
/// Newest first.
std::vector<ImportRun> import_runs_of(db::Reader& hub, const std::string& municipality, std::int64_t limit);

/// Whether any offer has been merged into this one.
bool has_merged(db::Reader& hub, const std::string& offer);
/// When each published offer was last changed.
std::map<std::string, Instant> published_changes(db::Reader& hub);

} // namespace samvei::exchange

namespace samvei {

template <>
struct EnumWords<exchange::Form> {
    static constexpr std::array<std::string_view, 3> words{"tables", "nested", "csv"};
};
template <>
struct EnumWords<exchange::Outcome> {
    static constexpr std::array<std::string_view, 4> words{"created", "changed", "unchanged", "merged"};
};

} // namespace samvei
