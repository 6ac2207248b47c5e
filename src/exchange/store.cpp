#include "exchange/store.hpp"

#include "exchange/queries.hpp"
#include "http/json_reader.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

Instant instant_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Instant> instant = find_instant(rows.text(column));
    check(instant.has_value(), "a stored time is a time");
    return *instant;
}

} // namespace

std::string source_key(const std::string& municipality, const std::string& name)
{
    return municipality + "/" + name;
}

std::vector<ImportSource> import_sources_of(db::Reader& hub, const std::string& municipality)
{
    std::vector<ImportSource> sources;
    db::Rows rows = hub.run(queries::import_sources, {{"municipality", std::string_view{municipality}}});
    while (rows.next()) { sources.push_back({rows.string("source"), rows.string("name")}); }
    return sources;
}

std::map<std::string, Link> links_of(db::Reader& hub, const std::string& source)
{
    std::map<std::string, Link> links;
    db::Rows rows = hub.run(queries::imported_services, {{"source", std::string_view{source}}});
    while (rows.next()) {
        links.emplace(rows.string("service_id"), Link{rows.string("offer_id"), rows.string("document")});
    }
    return links;
}

std::set<std::string> imported_service_ids(db::Reader& hub, const std::string& source)
{
    std::set<std::string> ids;
    db::Rows rows = hub.run(queries::imported_ids,
                            {{"source", std::string_view{source}}, {"table", std::string_view{"service"}}});
    while (rows.next()) { ids.insert(rows.string("row_id")); }
    return ids;
}

Tables imported_rows_of(db::Reader& hub, const std::string& source)
{
    Tables tables;
    db::Rows rows = hub.run(queries::imported_rows, {{"source", std::string_view{source}}});
    while (rows.next()) {
        auto value = http::read_json(rows.text("document"));
        check(value && value->is_object(), "a stored row is an object");
        tables[rows.string("table_name")].push_back(
            {.values = std::move(value->as_object()), .row = 0, .line = 0});
    }
    return tables;
}

void insert_source(db::Writer& hub, const std::string& municipality, const std::string& name)
{
    const std::string key = source_key(municipality, name);
    hub.execute(queries::insert_import_source, {{"source", std::string_view{key}},
                                                {"municipality", std::string_view{municipality}},
                                                {"name", std::string_view{name}}});
}

void replace_rows(db::Writer& hub, const std::string& source, const Tables& tables)
{
    hub.execute(queries::delete_imported_rows, {{"source", std::string_view{source}}});
    for (const auto& [table, rows] : tables) {
        std::int64_t position = 0;
        for (const PackageRow& row : rows) {
            const std::string id = text_of(row.values, "id");
            const std::string document = json::serialize(row.values);
            hub.execute(queries::insert_imported_row, {{"source", std::string_view{source}},
                                                       {"table", std::string_view{table}},
                                                       {"id", std::string_view{id}},
                                                       {"position", position++},
                                                       {"document", std::string_view{document}}});
        }
    }
}

void put_link(db::Writer& hub, const std::string& source, const std::string& service, const Link& link,
              const std::map<std::string, Link>& known)
{
    const db::Query& query = known.contains(service) ? queries::update_imported_service
                                                     : queries::insert_imported_service;
    hub.execute(query, {{"source", std::string_view{source}},
                        {"service", std::string_view{service}},
                        {"offer", std::string_view{link.offer}},
                        {"document", std::string_view{link.document}}});
}

void insert_run(db::Writer& hub, const std::string& municipality, const ImportRun& run)
{
    const std::string source = source_key(municipality, run.source);
    const std::string at = samvei::text_of(run.at);
    hub.execute(queries::insert_import_run, {{"id", std::string_view{run.id}},
                                             {"source", std::string_view{source}},
                                             {"at", std::string_view{at}},
                                             {"by", std::string_view{run.by}},
                                             {"form", word_of(run.form)},
                                             {"digest", std::string_view{run.digest}},
                                             {"created", run.created},
                                             {"changed", run.changed},
                                             {"unchanged", run.unchanged},
                                             {"gone", run.gone}});
}

std::vector<ImportRun> import_runs_of(db::Reader& hub, const std::string& municipality, std::int64_t limit)
{
    std::vector<ImportRun> runs;
    db::Rows rows =
        hub.run(queries::import_runs, {{"municipality", std::string_view{municipality}}, {"limit", limit}});
    while (rows.next()) {
        ImportRun run;
        run.id = rows.string("id");
        run.source = rows.string("name");
        run.at = instant_in(rows, "imported_at");
        run.by = rows.string("imported_by");
        run.form = find_word<Form>(rows.text("form")).value_or(Form::tables);
        run.created = rows.integer("created");
        run.changed = rows.integer("changed");
        run.unchanged = rows.integer("unchanged");
        run.gone = rows.integer("gone");
        runs.push_back(std::move(run));
    }
    return runs;
}

bool has_merged(db::Reader& hub, const std::string& offer)
{
    db::Rows rows = hub.run(queries::merged_into_offer, {{"offer", std::string_view{offer}}});
    check(rows.next(), "a count is a row");
    return rows.integer("found") > 0;
}

std::map<std::string, Instant> published_changes(db::Reader& hub)
{
    std::map<std::string, Instant> changes;
    db::Rows rows = hub.run(queries::published_changes, {});
    while (rows.next()) { changes.emplace(rows.string("id"), instant_in(rows, "changed_at")); }
    return changes;
}

} // namespace samvei::exchange
