#include "exchange/nesting.hpp"

#include "exchange/hsds_tables.hpp"

#include <algorithm>
#include <map>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

/// What a row may have under it. Attributes, terms and metadata have no attributes, so that nothing goes
/// round.
template <class Each>
void each_nesting(std::string_view table, const Each& each)
{
    for (const Nesting& nesting : nestings()) {
        if (nesting.parent == table) { each(nesting); }
    }
    if (table == "metadata") { return; }
    const bool classifies = table == "attribute" || table == "taxonomy_term" || table == "taxonomy";
    for (const Nesting& nesting : nestings_of_all()) {
        if (!classifies || nesting.child != "attribute") { each(nesting); }
    }
}

/// The ids of what a row stands in: its place says them.
void erase_places(json::object& object, std::string_view table)
{
    for (const Nesting& nesting : nestings()) {
        if (nesting.child == table && nesting.count == Count::many) { object.erase(nesting.field); }
    }
    if (table == "attribute") { object.erase("link_id"); }
    if (table == "metadata") { object.erase("resource_id"); }
}

enum class Depth { all, once };

class Nester {
public:
    Nester(const RowIndex& index, std::string_view top, Depth depth, std::size_t& budget)
        : index_{index}, top_{top}, depth_{depth}, budget_{budget}
    {}

    json::object top_object(const json::object& row)
    {
        json::object object = row;
        fill(object, top_, row, /*level=*/0);
        return object;
    }

private:
    json::object object_of(std::string_view table, const json::object& row, int level)
    {
        json::object object = row;
        erase_places(object, table);
        if (budget_ == 0) { return object; }
        --budget_;
        fill(object, table, row, level);
        return object;
    }

    void fill(json::object& object, std::string_view table, const json::object& row, int level)
    {
        each_nesting(table, [&](const Nesting& nesting) {
            if (leads_back(nesting, level)) { return; }
            if (nesting.count == Count::one) { add_one(object, row, nesting, level); }
            if (nesting.count == Count::many && depth_ == Depth::all) {
                add_many(object, row, nesting, level);
            }
        });
    }

    /// To what the object stands in already.
    bool leads_back(const Nesting& nesting, int level) const
    {
        if (nesting.key == "services") { return level > 0; }
        if (nesting.key == "service") { return level > 0; }
        if (nesting.key == "service_at_locations") { return top_ == "service_at_location"; }
        if (nesting.key == "organization") { return top_ == "organization"; }
        return false;
    }

    void add_one(json::object& object, const json::object& row, const Nesting& nesting, int level)
    {
        const json::object* child = index_.find(nesting.child, text_of(row, nesting.field));
        if (child == nullptr) { return; }
        object.erase(nesting.field);
        object[nesting.key] = object_of(nesting.child, *child, level + 1);
    }

    void add_many(json::object& object, const json::object& row, const Nesting& nesting, int level)
    {
        const auto& children = index_.rows_with(nesting.child, nesting.field, text_of(row, "id"));
        if (children.empty()) { return; }
        json::array array;
        for (const json::object* child : children) {
            array.push_back(object_of(nesting.child, *child, level + 1));
        }
        object[nesting.key] = std::move(array);
    }

    const RowIndex& index_;
    std::string_view top_;
    Depth depth_;
    std::size_t& budget_;
};

/// Collects rows from nested objects.
class Flattener {
public:
    explicit Flattener(std::vector<RowFault>& faults) : faults_{faults} {}

    void add_top(const json::value& value, int row)
    {
        const json::object* object = value.if_object();
        if (object == nullptr) {
            faults_.push_back({.why = Why::not_an_object, .table = "service", .row = row});
            return;
        }
        const bool is_service = object->contains("status") || object->contains("organization") ||
                                object->contains("service_at_locations");
        row_ = row;
        add(is_service ? "service" : "organization", *object, nullptr, "");
    }

    Tables take() { return std::move(tables_); }

private:
    /// Adds the row and all within it; `nesting` says how it stands in the row with the id `parent`.
    void add(std::string_view table, const json::object& object, const Nesting* nesting,
             const std::string& parent)
    {
        json::object values;
        std::vector<std::pair<const Nesting*, const json::value*>> within;
        for (const auto& member : object) {
            const std::string_view key{member.key().data(), member.key().size()};
            const Nesting* found = find_nesting(table, key, member.value());
            if (found == nullptr) { values[key] = member.value(); }
            if (found != nullptr) { within.emplace_back(found, &member.value()); }
        }
        if (nesting != nullptr) { values[nesting->field] = parent; }
        const std::string id = text_of(values, "id");
        if (id.empty()) {
            faults_.push_back({.why = Why::no_id, .table = std::string{table}, .row = row_, .field = "id"});
            return;
        }
        for (const auto& [inner, value] : within) { add_within(values, id, *inner, *value); }
        put(table, id, std::move(values));
    }

    static const Nesting* find_nesting(std::string_view table, std::string_view key, const json::value& value)
    {
        const Nesting* found = nullptr;
        each_nesting(table, [&](const Nesting& nesting) {
            if (nesting.key == key) { found = &nesting; }
        });
        // A term's taxonomy may be a name, and so may anything that should have been an object.
        return found != nullptr && (value.is_object() || value.is_array()) ? found : nullptr;
    }

    void add_within(json::object& values, const std::string& id, const Nesting& nesting,
                    const json::value& value)
    {
        const std::string table{nesting.child};
        if (nesting.count == Count::one) {
            if (const json::object* object = value.if_object()) {
                if (!text_of(*object, "id").empty()) { values[nesting.field] = text_of(*object, "id"); }
                return add(table, *object, nullptr, "");
            }
            faults_.push_back({.why = Why::not_an_object, .table = table, .row = row_});
            return;
        }
        const json::array* array = value.if_array();
        if (array == nullptr) {
            faults_.push_back({.why = Why::not_a_list, .table = table, .row = row_});
            return;
        }
        for (const json::value& element : *array) {
            if (const json::object* object = element.if_object()) {
                add(table, *object, &nesting, id);
            } else {
                faults_.push_back({.why = Why::not_an_object, .table = table, .row = row_});
            }
        }
    }

    void put(std::string_view table, const std::string& id, json::object values)
    {
        auto& rows = tables_[std::string{table}];
        const auto [at, is_new] = places_.try_emplace(std::string{table} + "\n" + id, rows.size());
        if (is_new) {
            rows.push_back({.values = std::move(values), .row = row_, .line = 0});
            return;
        }
        json::object& there = rows[at->second].values;
        for (auto& member : values) {
            const json::value* value = there.if_contains(member.key());
            if (value == nullptr) {
                there[member.key()] = member.value();
            } else if (*value != member.value()) {
                note_contradiction(table, id, {member.key().data(), member.key().size()});
            }
        }
    }

    void note_contradiction(std::string_view table, const std::string& id, std::string_view field)
    {
        faults_.push_back({.why = Why::contradicts,
                           .table = std::string{table},
                           .row = row_,
                           .field = std::string{field},
                           .detail = id});
    }

    std::vector<RowFault>& faults_;
    Tables tables_;
    std::map<std::string, std::size_t> places_;
    int row_ = 0;
};

} // namespace

json::object nested(const RowIndex& index, std::string_view table, const json::object& row,
                    std::size_t& budget)
{
    return Nester{index, table, Depth::all, budget}.top_object(row);
}

json::object nested_once(const RowIndex& index, std::string_view table, const json::object& row)
{
    std::size_t budget = nested_max;
    return Nester{index, table, Depth::once, budget}.top_object(row);
}

Tables flattened(const json::value& value, std::vector<RowFault>& faults)
{
    Flattener flattener{faults};
    if (const json::array* array = value.if_array()) {
        int row = 0;
        for (const json::value& element : *array) { flattener.add_top(element, ++row); }
    } else {
        flattener.add_top(value, 1);
    }
    return flattener.take();
}

} // namespace samvei::exchange
