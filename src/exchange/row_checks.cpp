#include "exchange/row_checks.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "exchange/hsds_tables.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <set>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

constexpr std::size_t id_max = 200;

std::string_view view_of(const json::string& text)
{
    return {text.data(), text.size()};
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// HH:MM or HH:MM:SS, and then nothing, "Z" or an offset from UTC. Source: HSDS 3, schedule.opens_at.
bool is_time(std::string_view text)
{
    const auto two = [&](std::size_t at, int max) {
        return text.size() >= at + 2 && is_digit(text[at]) && is_digit(text[at + 1]) &&
               (text[at] - '0') * 10 + text[at + 1] - '0' <= max;
    };
    if (!two(0, 24) || text.size() < 5 || text[2] != ':' || !two(3, 59)) { return false; }
    text.remove_prefix(5);
    if (text.starts_with(':')) {
        if (!two(1, 60)) { return false; }
        text.remove_prefix(3);
    }
    if (text.empty() || text == "Z") { return true; }
    return (text[0] == '+' || text[0] == '-') && two(1, 14) &&
           (text.size() == 3 || (text.size() == 6 && text[3] == ':' && two(4, 59)));
}

bool is_moment(std::string_view text)
{
    return text.size() > 11 && find_date(text.substr(0, 10)) && (text[10] == 'T' || text[10] == ' ');
}

/// Something with a scheme that leads somewhere; nothing that a browser would run. Source: RFC 3986 §3.1.
bool is_web_address(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) { return false; }
    std::string scheme{text.substr(0, colon)};
    std::ranges::transform(scheme, scheme.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    constexpr std::array<std::string_view, 4> run{"javascript", "vbscript", "data", "blob"};
    if (std::ranges::find(run, scheme) != run.end()) { return false; }
    const bool plain = std::ranges::all_of(scheme, [](char c) {
        return (c >= 'a' && c <= 'z') || is_digit(c) || c == '+' || c == '.' || c == '-';
    });
    return plain && text.find_first_of(" \t\r\n\"<>") == std::string_view::npos;
}

bool is_email(std::string_view text)
{
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t\r\n<>") == std::string_view::npos;
}

/// Control characters but line ends and tabs.
bool has_bad_characters(std::string_view text)
{
    return !is_utf8(text) || std::ranges::any_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == '\x7f';
    });
}

std::string listed(std::span<const std::string_view> choices)
{
    return fmt::format("{}", fmt::join(choices, ", "));
}

std::optional<Why> fault_of_text(std::string_view text, const HsdsField& field)
{
    if (has_bad_characters(text)) { return Why::bad_characters; }
    if (length_of(text) > text_max) { return Why::too_long; }
    if (text.empty()) { return std::nullopt; }
    if (!field.choices.empty()) {
        const bool known = std::ranges::find(field.choices, text) != field.choices.end();
        return known ? std::nullopt : std::optional{Why::not_one_of};
    }
    switch (field.type) {
    case FieldType::text: return std::nullopt;
    case FieldType::number: return Why::not_a_number;
    case FieldType::date: return find_date(text) ? std::nullopt : std::optional{Why::not_a_date};
    case FieldType::moment: return is_moment(text) ? std::nullopt : std::optional{Why::not_a_moment};
    case FieldType::time: return is_time(text) ? std::nullopt : std::optional{Why::not_a_time};
    case FieldType::email: return is_email(text) ? std::nullopt : std::optional{Why::not_an_email};
    case FieldType::uri: return is_web_address(text) ? std::nullopt : std::optional{Why::not_a_web_address};
    }
    return std::nullopt;
}

/// A number where a text should be is common, and says the same.
std::optional<Why> fault_of_value(const json::value& value, const HsdsField& field)
{
    if (const json::string* text = value.if_string()) { return fault_of_text(view_of(*text), field); }
    if (value.is_null()) { return std::nullopt; }
    if (field.type == FieldType::number) {
        return value.is_number() ? std::nullopt : std::optional{Why::not_a_number};
    }
    const bool says_the_same = value.is_number() && field.type == FieldType::text && field.choices.empty();
    return says_the_same ? std::nullopt : std::optional{Why::not_a_text};
}

/// Nothing that cannot be stored, however deep; what it means is not asked.
std::optional<Why> fault_of_unknown(const json::value& value)
{
    if (const json::string* text = value.if_string()) {
        if (has_bad_characters(view_of(*text))) { return Why::bad_characters; }
        if (length_of(view_of(*text)) > text_max) { return Why::too_long; }
        return std::nullopt;
    }
    const bool plain = value.is_null() || value.is_bool() || value.is_number();
    return plain ? std::nullopt : std::optional{Why::not_a_text};
}

class Looker {
public:
    Looker(const Tables& tables, Form form) : tables_{tables}, form_{form}
    {
        for (const auto& [name, rows] : tables) {
            for (const PackageRow& row : rows) { ids_.insert(text_of(row.values, "id")); }
        }
    }

    std::vector<RowFault> look()
    {
        for (const HsdsTable& table : hsds_tables()) {
            const auto rows = tables_.find(table.name);
            if (rows == tables_.end()) { continue; }
            std::set<std::string> seen;
            for (const PackageRow& row : rows->second) {
                look_at_id(table, row, seen);
                look_at_fields(table, row);
                look_at_unknown(table, row);
                look_at_order(table, row);
            }
        }
        return std::move(faults_);
    }

private:
    void add(Why why, const HsdsTable& table, const PackageRow& row, std::string_view field,
             std::string detail = {})
    {
        faults_.push_back({.why = why,
                           .table = std::string{table.name},
                           .row = row.row,
                           .line = row.line,
                           .field = std::string{field},
                           .detail = std::move(detail)});
    }

    void look_at_id(const HsdsTable& table, const PackageRow& row, std::set<std::string>& seen)
    {
        const std::string id = text_of(row.values, "id");
        if (id.empty()) { return add(Why::no_id, table, row, "id"); }
        if (id.size() > id_max) { return add(Why::too_long, table, row, "id", std::to_string(id_max)); }
        if (!seen.insert(id).second) { add(Why::id_twice, table, row, "id", id); }
    }

    bool is_needed(const HsdsField& field) const
    {
        return field.name != "id" &&
               (field.need == Need::always || (field.need == Need::in_tables && form_ != Form::nested));
    }

    void look_at_fields(const HsdsTable& table, const PackageRow& row)
    {
        for (const HsdsField& field : table.fields) {
            const json::value* value = row.values.if_contains(field.name);
            const bool says_nothing = value == nullptr || value->is_null() ||
                                      (value->is_string() && value->get_string().empty());
            if (says_nothing && is_needed(field)) { add(Why::required, table, row, field.name); }
            if (value == nullptr) { continue; }
            if (const auto why = fault_of_value(*value, field)) {
                add(*why, table, row, field.name,
                    *why == Why::not_one_of ? listed(field.choices) : std::to_string(text_max));
            } else if (!field.refers_to.empty() && !says_nothing) {
                look_at_reference(table, row, field);
            }
        }
    }

    void look_at_reference(const HsdsTable& table, const PackageRow& row, const HsdsField& field)
    {
        const std::string id = text_of(row.values, field.name);
        if (!ids_.contains(id)) { add(Why::dangling, table, row, field.name, id); }
    }

    void look_at_unknown(const HsdsTable& table, const PackageRow& row)
    {
        for (const auto& member : row.values) {
            const std::string_view name{member.key().data(), member.key().size()};
            if (table.find_field(name) != nullptr) { continue; }
            const auto why = fault_of_unknown(member.value());
            add(why.value_or(Why::unknown_field), table, row, name, std::to_string(text_max));
        }
    }

    static std::optional<double> number_in(const PackageRow& row, std::string_view field)
    {
        const json::value* value = row.values.if_contains(field);
        if (value == nullptr || !value->is_number()) { return std::nullopt; }
        return value->to_number<double>();
    }

    void look_at_order(const HsdsTable& table, const PackageRow& row)
    {
        const auto from = find_date(text_of(row.values, "valid_from"));
        const auto to = find_date(text_of(row.values, "valid_to"));
        if (from && to && *to < *from) { add(Why::ends_before_start, table, row, "valid_to"); }
        const auto youngest = number_in(row, "minimum_age");
        const auto oldest = number_in(row, "maximum_age");
        if (youngest && oldest && *oldest < *youngest) {
            add(Why::ends_before_start, table, row, "maximum_age");
        }
        look_at_range(table, row, "latitude", 90);
        look_at_range(table, row, "longitude", 180);
        look_at_range(table, row, "minimum_age", 120);
        look_at_range(table, row, "maximum_age", 120);
    }

    void look_at_range(const HsdsTable& table, const PackageRow& row, std::string_view field, double max)
    {
        const auto number = number_in(row, field);
        const double min = field.ends_with("age") ? 0 : -max;
        if (number && (*number > max || *number < min)) { add(Why::out_of_range, table, row, field); }
    }

    const Tables& tables_;
    Form form_;
    std::set<std::string> ids_;
    std::vector<RowFault> faults_;
};

} // namespace

std::vector<RowFault> faults_of(const Tables& tables, Form form)
{
    return Looker{tables, form}.look();
}

} // namespace samvei::exchange
