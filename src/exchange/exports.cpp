#include "exchange/exports.hpp"

#include "directory/store.hpp"
#include "exchange/csv.hpp"
#include "exchange/hsds_tables.hpp"
#include "exchange/nesting.hpp"
#include "exchange/own_taxonomies.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

using directory::OfferRecord;
using directory::OfferState;

std::string_view view_of(const json::string_view& text)
{
    return {text.data(), text.size()};
}

/// Rows of many offers; one row for each id.
class Collection {
public:
    void add(const Tables& tables)
    {
        for (const auto& [table, rows] : tables) {
            for (const PackageRow& row : rows) {
                if (ids_.insert(table + "\n" + text_of(row.values, "id")).second) {
                    tables_[table].push_back(row);
                }
            }
        }
    }
    const Tables& tables() const { return tables_; }

private:
    Tables tables_;
    std::set<std::string> ids_;
};

/// Without the service and what says that it is its own.
void erase_service(Tables& tables, const std::string& service)
{
    for (auto& [table, rows] : tables) {
        std::erase_if(rows, [&](const PackageRow& row) {
            return (table == "service" && text_of(row.values, "id") == service) ||
                   text_of(row.values, "service_id") == service ||
                   (table == "attribute" && text_of(row.values, "link_id") == service);
        });
    }
}

bool is_for(const finder::Offer& offer, const ExportWish& wish)
{
    return !wish.municipality || offer.areas.covers(*wish.municipality);
}

bool is_alive(const OfferRecord& record)
{
    return record.state == OfferState::draft || record.state == OfferState::published;
}

/// The offers that go out, by id.
std::map<std::string, OfferRecord> records_to_export(db::Reader& hub, const Caller& caller,
                                                     const ExportWish& wish)
{
    std::map<std::string, finder::Offer> published;
    for (finder::Offer& offer : directory::published_offers(hub)) {
        published.emplace(offer.id, std::move(offer));
    }
    std::map<std::string, OfferRecord> records;
    for (OfferRecord& record : directory::records_of(hub, caller.municipality)) {
        const auto shown = published.find(record.offer.id);
        if (!record.municipality) {
            // A draft of the whole country's is for those who keep it.
            if (shown == published.end()) { continue; }
            record.offer = shown->second;
        }
        if (is_alive(record) && is_for(record.offer, wish)) {
            records.emplace(record.offer.id, std::move(record));
        }
    }
    return records;
}

/// Adds what a source said, with what has been changed here since; takes its offers out of `records`.
void add_source(db::Reader& hub, const std::string& source, const MapSetting& setting, Readers readers,
                std::map<std::string, OfferRecord>& records, Collection& all)
{
    Tables rows = imported_rows_of(hub, source);
    const std::map<std::string, Link> links = links_of(hub, source);
    for (const std::string& service : imported_service_ids(hub, source)) {
        const auto link = links.find(service);
        const auto record = link == links.end() ? records.end() : records.find(link->second.offer);
        if (record == records.end()) {
            erase_service(rows, service);
            continue;
        }
        const Result<finder::Offer> made = directory::read_stored_offer(link->second.document);
        if (made) {
            overlay_changes(rows, service, made.value(), record->second.offer, setting, readers);
            records.erase(record);
        }
    }
    all.add(rows);
}

json::object tables_json(const Tables& tables)
{
    json::object object;
    for (const HsdsTable& table : hsds_tables()) {
        const auto rows = tables.find(table.name);
        if (rows == tables.end() || rows->second.empty()) { continue; }
        json::array array;
        for (const PackageRow& row : rows->second) { array.push_back(row.values); }
        object[table.name] = std::move(array);
    }
    return object;
}

/// The standard's fields that any row has, in its order, and then all others.
std::vector<std::string> columns_of(const HsdsTable& table, const std::vector<PackageRow>& rows)
{
    std::set<std::string> used;
    for (const PackageRow& row : rows) {
        for (const auto& member : row.values) { used.emplace(view_of(member.key())); }
    }
    std::vector<std::string> columns;
    for (const HsdsField& field : table.fields) {
        if (used.erase(std::string{field.name}) > 0) { columns.emplace_back(field.name); }
    }
    columns.insert(columns.end(), used.begin(), used.end());
    return columns;
}

std::string cell_of(const json::value& value)
{
    if (const json::string* text = value.if_string()) { return {text->data(), text->size()}; }
    return value.is_null() ? std::string{} : json::serialize(value);
}

json::object files_json(const Tables& tables)
{
    json::object files;
    for (const HsdsTable& table : hsds_tables()) {
        const auto rows = tables.find(table.name);
        if (rows == tables.end() || rows->second.empty()) { continue; }
        const std::vector<std::string> columns = columns_of(table, rows->second);
        std::vector<std::vector<std::string>> records{columns};
        for (const PackageRow& row : rows->second) {
            auto& cells = records.emplace_back();
            for (const std::string& column : columns) {
                const json::value* value = row.values.if_contains(column);
                cells.push_back(value == nullptr ? std::string{} : cell_of(*value));
            }
        }
        files[table.file] = csv_of(records);
    }
    return {{"files", std::move(files)}};
}

bool is_about(std::string_view table, const PackageRow& row, const std::string& service)
{
    if (table != "attribute") { return text_of(row.values, "service_id") == service; }
    return text_of(row.values, "link_id") == service &&
           std::ranges::any_of(own_taxonomies, [&](const OwnTaxonomy& taxonomy) {
               return text_of(row.values, "link_type") == taxonomy.name;
           });
}

bool is_same(const std::vector<PackageRow>& left, const std::vector<PackageRow>& right)
{
    return std::ranges::equal(left, right, [](const PackageRow& one, const PackageRow& other) {
        return one.values == other.values;
    });
}

/// Field by field: what is said otherwise now than when it was made.
void overlay_service(std::vector<PackageRow>& rows, const std::string& service, const json::object& before,
                     const json::object& now)
{
    for (PackageRow& row : rows) {
        if (text_of(row.values, "id") != service) { continue; }
        for (const auto& member : before) {
            if (!now.contains(member.key())) { row.values.erase(member.key()); }
        }
        for (const auto& member : now) {
            const json::value* value = before.if_contains(member.key());
            if (value == nullptr || *value != member.value()) { row.values[member.key()] = member.value(); }
        }
    }
}

void add_missing(std::vector<PackageRow>& rows, const std::vector<PackageRow>& more)
{
    for (const PackageRow& row : more) {
        const std::string id = text_of(row.values, "id");
        const bool is_there = std::ranges::any_of(
            rows, [&](const PackageRow& other) { return text_of(other.values, "id") == id; });
        if (!is_there) { rows.push_back(row); }
    }
}

} // namespace

void overlay_changes(Tables& rows, const std::string& service, const finder::Offer& made,
                     const finder::Offer& now, const MapSetting& setting, Readers readers)
{
    finder::Offer here = now;
    here.id = made.id; // What it is called here was never the source's.
    here.checked = made.checked;
    if (here == made) { return; }
    const Tables before = rows_of(made, setting, readers, service);
    const Tables after = rows_of(here, setting, readers, service);
    overlay_service(rows["service"], service, before.at("service").front().values,
                    after.at("service").front().values);
    for (const auto& [table, fresh] : after) {
        if (table == "service") { continue; }
        const auto old = before.find(table);
        const bool same = old != before.end() && is_same(old->second, fresh);
        if (same && table != "taxonomy") { continue; }
        if (table == "taxonomy" || table == "taxonomy_term" || table.starts_with("organization")) {
            if (!same) { add_missing(rows[table], fresh); }
            continue;
        }
        std::erase_if(rows[table], [&](const PackageRow& row) { return is_about(table, row, service); });
        add_missing(rows[table], fresh);
    }
    for (const auto& [table, old] : before) {
        if (after.contains(table)) { continue; }
        std::erase_if(rows[table], [&](const PackageRow& row) { return is_about(table, row, service); });
    }
    const auto attributes = after.find("attribute");
    if (attributes != after.end() && !is_same(before.at("attribute"), attributes->second)) {
        add_missing(rows["taxonomy"], after.at("taxonomy"));
        add_missing(rows["taxonomy_term"], after.at("taxonomy_term"));
    }
}

Result<std::string> package_text(const Tables& tables, Form form)
{
    switch (form) {
    case Form::tables: return json::serialize(tables_json(tables));
    case Form::csv: return json::serialize(files_json(tables));
    case Form::nested: break;
    }
    const RowIndex index{tables};
    json::array services;
    std::size_t budget = nested_max;
    if (const auto rows = tables.find("service"); rows != tables.end()) {
        for (const PackageRow& row : rows->second) {
            services.push_back(nested(index, "service", row.values, budget));
        }
    }
    if (budget == 0) {
        return Error{ErrorCode::body_too_large, "nested, the rows would say the same too often"};
    }
    return json::serialize(services);
}

Result<std::string> export_directory(App& app, const Caller& caller, const ExportWish& wish)
{
    const MapSetting setting = setting_of(app, caller);
    const Tables tables = app.hub().read([&](db::Reader& hub) {
        Collection all;
        std::map<std::string, OfferRecord> records = records_to_export(hub, caller, wish);
        for (const ImportSource& source : import_sources_of(hub, caller.municipality)) {
            add_source(hub, source.key, setting, wish.readers, records, all);
        }
        for (const auto& [id, record] : records) {
            all.add(rows_of(record.offer, setting, wish.readers, service_id_of(record.offer)));
        }
        return all.tables();
    });
    return package_text(tables, wish.form);
}

} // namespace samvei::exchange
