#pragma once
// A package of HSDS 3: rows in tables, however they came. Pure.

#include "exchange/row_faults.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace samvei::exchange {

/// How a package is written.
enum class Form { tables, nested, csv };

struct PackageRow {
    boost::json::object values;
    int row = 0;  ///< From 1; 0 when it was nested in another.
    int line = 0; ///< Of a CSV file.
};

/// Rows by table, in their order.
using Tables = std::map<std::string, std::vector<PackageRow>, std::less<>>;

struct PackageReading {
    Form form = Form::tables;
    Tables tables;
    std::vector<RowFault> faults; ///< Of reading and of the rows, faults before warnings.
    bool has_faults() const;
};

/// Most rows of a package, and characters of a text.
inline constexpr std::size_t rows_max = 20'000;
inline constexpr std::size_t text_max = 100'000;

/// Reads JSON: tables {"service": [...]}, nested services or organizations (one, a list, or a page of an
/// API's answer), or CSV files {"files": {"services.csv": "..."}}. Every row is checked against the standard.
PackageReading read_package(std::string_view text);

/// The text in a field, trimmed; numbers as text; "" when there is none.
std::string text_of(const boost::json::object& row, std::string_view field);

/// Finds rows by id, and those that refer to one.
class RowIndex {
public:
    /// `tables` must outlive it and stay as they are.
    explicit RowIndex(const Tables& tables);

    const Tables& tables() const { return tables_; }
    const boost::json::object* find(std::string_view table, std::string_view id) const;
    /// Rows whose field has this value, in their order.
    const std::vector<const boost::json::object*>& rows_with(std::string_view table, std::string_view field,
                                                             std::string_view value) const;

private:
    const Tables& tables_;
    std::unordered_map<std::string, const boost::json::object*> by_id_;
    std::unordered_map<std::string, std::vector<const boost::json::object*>> by_reference_;
};

} // namespace samvei::exchange
