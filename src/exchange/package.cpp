#include "exchange/package.hpp"

#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/hsds_tables.hpp"
#include "exchange/nesting.hpp"
#include "exchange/row_checks.hpp"
#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <charconv>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

std::string_view view_of(const json::string& text)
{
    return {text.data(), text.size()};
}

std::string_view view_of(const json::string_view& text)
{
    return {text.data(), text.size()};
}

void read_table(std::string_view name, const json::value& value, PackageReading& reading)
{
    const HsdsTable* table = find_table(name);
    if (table == nullptr) {
        reading.faults.push_back({.why = Why::unknown_table, .detail = std::string{name}});
        return;
    }
    const json::array* array = value.if_array();
    if (array == nullptr) {
        reading.faults.push_back({.why = Why::not_a_list, .table = std::string{name}});
        return;
    }
    auto& rows = reading.tables[std::string{name}];
    int row = 0;
    for (const json::value& element : *array) {
        ++row;
        if (const json::object* object = element.if_object()) {
            rows.push_back({.values = *object, .row = row, .line = 0});
        } else {
            reading.faults.push_back({.why = Why::not_an_object, .table = std::string{name}, .row = row});
        }
    }
}

void read_tables(const json::object& object, PackageReading& reading)
{
    reading.form = Form::tables;
    for (const auto& member : object) { read_table(view_of(member.key()), member.value(), reading); }
}

/// A cell as what its field is; one that should be a number and is none stays a text, and is found later.
json::value value_of(const std::string& cell, const HsdsField* field)
{
    if (field == nullptr || field->type != FieldType::number) { return json::value(cell); }
    const char* const end = cell.data() + cell.size();
    std::int64_t whole = 0;
    if (const auto [at, error] = std::from_chars(cell.data(), end, whole);
        error == std::errc{} && at == end) {
        return json::value(whole);
    }
    double number = 0;
    if (const auto [at, error] = std::from_chars(cell.data(), end, number);
        error == std::errc{} && at == end) {
        return json::value(number);
    }
    return json::value(cell);
}

void read_csv_file(std::string_view file, const std::string& text, PackageReading& reading)
{
    const HsdsTable* table = find_table_of_file(file);
    if (table == nullptr) {
        reading.faults.push_back({.why = Why::unknown_file, .detail = std::string{file}});
        return;
    }
    CsvReading csv = read_csv(text);
    for (RowFault& fault : csv.faults) {
        fault.table = table->name;
        reading.faults.push_back(std::move(fault));
    }
    auto& rows = reading.tables[std::string{table->name}];
    for (const CsvRecord& record : csv.records) {
        json::object values;
        for (std::size_t i = 0; i < record.cells.size(); ++i) {
            const std::string& name = csv.header.cells[i];
            if (!record.cells[i].empty()) {
                values[name] = value_of(record.cells[i], table->find_field(name));
            }
        }
        rows.push_back(
            {.values = std::move(values), .row = static_cast<int>(rows.size()) + 1, .line = record.line});
    }
}

void read_files(const json::value& files, PackageReading& reading)
{
    reading.form = Form::csv;
    const json::object* object = files.if_object();
    if (object == nullptr) {
        reading.faults.push_back({.why = Why::not_a_package});
        return;
    }
    for (const auto& member : *object) {
        if (const json::string* text = member.value().if_string()) {
            read_csv_file(view_of(member.key()), std::string{view_of(*text)}, reading);
        } else {
            reading.faults.push_back(
                {.why = Why::unknown_file, .detail = std::string{view_of(member.key())}});
        }
    }
}

void read_value(const json::value& value, PackageReading& reading)
{
    const json::object* object = value.if_object();
    if (object != nullptr && object->contains("files")) { return read_files(object->at("files"), reading); }
    const bool one = object != nullptr && object->contains("id");
    const json::value* contents = object == nullptr ? nullptr : object->if_contains("contents");
    if (value.is_array() || one || contents != nullptr) {
        reading.form = Form::nested;
        reading.tables = flattened(contents == nullptr ? value : *contents, reading.faults);
        return;
    }
    if (object == nullptr) {
        reading.faults.push_back({.why = Why::not_a_package});
        return;
    }
    read_tables(*object, reading);
}

std::size_t rows_in(const Tables& tables)
{
    std::size_t count = 0;
    for (const auto& [name, rows] : tables) { count += rows.size(); }
    return count;
}

std::string key_of(std::string_view table, std::string_view id)
{
    std::string key{table};
    key += '\n';
    return key.append(id);
}

std::string key_of(std::string_view table, std::string_view field, std::string_view value)
{
    std::string key = key_of(table, field);
    key += '\n';
    return key.append(value);
}

} // namespace

bool PackageReading::has_faults() const
{
    return std::ranges::any_of(faults, is_fault);
}

PackageReading read_package(std::string_view text)
{
    PackageReading reading;
    const auto value = http::read_json(text);
    if (!value) {
        reading.faults.push_back({.why = Why::not_json});
        return reading;
    }
    read_value(*value, reading);
    if (rows_in(reading.tables) > rows_max) {
        reading.faults.push_back({.why = Why::too_many_rows, .detail = std::to_string(rows_max)});
        return reading;
    }
    for (RowFault& fault : faults_of(reading.tables, reading.form)) {
        reading.faults.push_back(std::move(fault));
    }
    const auto services = reading.tables.find("service");
    if (!reading.has_faults() && (services == reading.tables.end() || services->second.empty())) {
        reading.faults.push_back({.why = Why::no_services, .table = "service"});
    }
    std::ranges::stable_partition(reading.faults, is_fault);
    return reading;
}

std::string text_of(const json::object& row, std::string_view field)
{
    const json::value* value = row.if_contains(field);
    if (value == nullptr || value->is_null()) { return {}; }
    if (const json::string* text = value->if_string()) {
        return is_utf8(view_of(*text)) ? trimmed(view_of(*text)) : std::string{};
    }
    return value->is_number() ? json::serialize(*value) : std::string{};
}

RowIndex::RowIndex(const Tables& tables) : tables_{tables}
{
    for (const auto& [name, rows] : tables) {
        const HsdsTable* table = find_table(name);
        if (table == nullptr) { continue; }
        for (const PackageRow& row : rows) {
            by_id_.try_emplace(key_of(name, text_of(row.values, "id")), &row.values);
            for (const HsdsField& field : table->fields) {
                if (field.refers_to.empty()) { continue; }
                const std::string value = text_of(row.values, field.name);
                if (!value.empty()) { by_reference_[key_of(name, field.name, value)].push_back(&row.values); }
            }
        }
    }
}

const json::object* RowIndex::find(std::string_view table, std::string_view id) const
{
    const auto at = by_id_.find(key_of(table, id));
    return at == by_id_.end() ? nullptr : at->second;
}

const std::vector<const json::object*>& RowIndex::rows_with(std::string_view table, std::string_view field,
                                                            std::string_view value) const
{
    static const std::vector<const json::object*> none;
    const auto at = by_reference_.find(key_of(table, field, value));
    return at == by_reference_.end() ? none : at->second;
}

} // namespace samvei::exchange
