#include "http/shape.hpp"

#include "base/identity_number.hpp"
#include "base/text.hpp"
#include "http/json_reader.hpp"

#include <algorithm>
#include <limits>

namespace samvei::http {

namespace json = boost::json;

namespace {

/// More faults than this help nobody; the list stays short for whoever sends rubbish.
constexpr std::size_t faults_max = 100;
/// A name that the client made up is given back in the path of its fault, but never at length.
constexpr std::size_t shown_name_bytes = 80;
constexpr std::int64_t list_text_max = 400;
constexpr std::size_t map_key_max = 400;

std::string_view view_of(const json::string& text)
{
    return {text.data(), text.size()};
}

std::string_view view_of(json::string_view text)
{
    return {text.data(), text.size()};
}

const Field* find_field(const Shape& shape, std::string_view name)
{
    const auto found = std::find_if(shape.fields.begin(), shape.fields.end(),
                                    [&](const Field& field) { return field.name == name; });
    return found == shape.fields.end() ? nullptr : &*found;
}

std::string path_to(std::string_view parent, std::string_view name)
{
    if (name.size() > shown_name_bytes) {
        std::size_t end = shown_name_bytes;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) { --end; }
        name = name.substr(0, end);
    }
    std::string path{parent};
    if (!path.empty()) { path += '.'; }
    return path.append(name);
}

std::string path_to(std::string_view list, std::size_t index)
{
    return std::string{list} + '[' + std::to_string(index) + ']';
}

/// Control characters other than tab and line feed have no place in what people write.
bool has_control_characters(std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x20 && byte != '\t' && byte != '\n') { return true; }
        if (byte == 0x7F) { return true; }
        const bool c1 = byte == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
        if (c1) { return true; }
    }
    return false;
}

bool is_map_key(std::string_view key)
{
    // Settings have names like deadline.level_1.evaluate, places in a pathway like stages/level_1/title.
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '/';
    };
    return !key.empty() && key.size() <= map_key_max && std::all_of(key.begin(), key.end(), fits);
}

/// Walks a value beside its shape and collects every fault.
class FaultFinder {
public:
    void look_at(const Shape& shape, const json::object& object, const std::string& path)
    {
        for (const Field& field : shape.fields) {
            const json::value* value = object.if_contains(field.name);
            if (value != nullptr) {
                look_at_field(field, *value, path_to(path, field.name));
            } else if (field.presence == Presence::required) {
                add(path_to(path, field.name), FaultCode::required);
            }
        }
        for (const auto& member : object) {
            if (find_field(shape, view_of(member.key())) == nullptr) {
                add(path_to(path, view_of(member.key())), FaultCode::unknown_field);
            }
        }
    }

    std::vector<FieldFault> take() { return std::move(faults_); }

private:
    void add(std::string path, FaultCode code, std::optional<std::int64_t> limit = {})
    {
        if (faults_.size() < faults_max) { faults_.push_back({std::move(path), code, limit}); }
    }

    void look_at_field(const Field& field, const json::value& value, const std::string& path)
    {
        switch (field.kind) {
        case Kind::integer: return look_at_integer(field, value, path);
        case Kind::decimal: return look_at_decimal(field, value, path);
        case Kind::boolean:
            if (!value.is_bool()) { add(path, FaultCode::wrong_type); }
            return;
        case Kind::object:
            if (const json::object* object = value.if_object()) { return look_at(*field.of, *object, path); }
            return add(path, FaultCode::wrong_type);
        case Kind::map_of_texts: return look_at_map(field, value, path);
        case Kind::list_of_objects:
        case Kind::list_of_texts:
        case Kind::list_of_ids:
        case Kind::list_of_choices: return look_at_list(field, value, path);
        case Kind::text:
        case Kind::verbatim:
        case Kind::date:
        case Kind::instant:
        case Kind::id:
        case Kind::identity_number:
        case Kind::choice: return look_at_text(field, field.kind, value, path);
        }
    }

    void look_at_integer(const Field& field, const json::value& value, const std::string& path)
    {
        if (value.is_uint64() &&
            value.get_uint64() > std::uint64_t{std::numeric_limits<std::int64_t>::max()}) {
            return add(path, FaultCode::too_large, field.max);
        }
        if (!value.is_int64() && !value.is_uint64()) { return add(path, FaultCode::wrong_type); }
        const std::int64_t number = value.is_int64() ? value.get_int64()
                                                     : static_cast<std::int64_t>(value.get_uint64());
        if (number < field.min) { add(path, FaultCode::too_small, field.min); }
        if (number > field.max) { add(path, FaultCode::too_large, field.max); }
    }

    void look_at_decimal(const Field& field, const json::value& value, const std::string& path)
    {
        if (!value.is_number()) { return add(path, FaultCode::wrong_type); }
        const auto number = value.to_number<double>();
        if (number < static_cast<double>(field.min)) { add(path, FaultCode::too_small, field.min); }
        if (number > static_cast<double>(field.max)) { add(path, FaultCode::too_large, field.max); }
    }

    /// Everything that is one JSON string: `kind` is the field's, or that of its elements.
    void look_at_text(const Field& field, Kind kind, const json::value& value, const std::string& path)
    {
        const json::string* string = value.if_string();
        if (string == nullptr) { return add(path, FaultCode::wrong_type); }
        const std::string_view content = view_of(*string);
        if (kind == Kind::text) { return look_at_length(content, field.min, field.max, path); }
        if (kind == Kind::verbatim) { return look_at_verbatim(content, field.max, path); }
        if (kind == Kind::date && !find_date(content)) { add(path, FaultCode::not_a_date); }
        if (kind == Kind::instant && !find_instant(content)) { add(path, FaultCode::not_a_time); }
        if (kind == Kind::id && !is_id_text(content)) { add(path, FaultCode::not_an_id); }
        if (kind == Kind::identity_number && !find_identity_number(content)) {
            add(path, FaultCode::bad_identity_number);
        }
        if (kind == Kind::choice &&
            std::find(field.choices.begin(), field.choices.end(), content) == field.choices.end()) {
            add(path, FaultCode::not_one_of);
        }
    }

    void look_at_length(std::string_view content, std::int64_t min, std::int64_t max, const std::string& path)
    {
        if (!is_utf8(content) || has_control_characters(content)) { return add(path, FaultCode::bad_text); }
        const auto length = static_cast<std::int64_t>(length_of(content));
        if (length < min) { add(path, FaultCode::too_short, min); }
        if (length > max) { add(path, FaultCode::too_long, max); }
    }

    void look_at_verbatim(std::string_view content, std::int64_t max, const std::string& path)
    {
        if (!is_utf8(content)) { return add(path, FaultCode::bad_text); }
        if (static_cast<std::int64_t>(length_of(content)) > max) { add(path, FaultCode::too_long, max); }
    }

    void look_at_list(const Field& field, const json::value& value, const std::string& path)
    {
        const json::array* array = value.if_array();
        if (array == nullptr) { return add(path, FaultCode::wrong_type); }
        const auto size = static_cast<std::int64_t>(array->size());
        if (size == 0 && field.min > 0) { return add(path, FaultCode::required); }
        if (size < field.min) { add(path, FaultCode::too_small, field.min); }
        // The elements of a list that is too long are not looked at: somebody may send very many.
        if (size > field.max) { return add(path, FaultCode::too_many, field.max); }
        for (std::size_t i = 0; i < array->size(); ++i) {
            look_at_element(field, (*array)[i], path_to(path, i));
        }
    }

    void look_at_element(const Field& field, const json::value& value, const std::string& path)
    {
        if (field.kind == Kind::list_of_objects) {
            if (const json::object* object = value.if_object()) { return look_at(*field.of, *object, path); }
            return add(path, FaultCode::wrong_type);
        }
        if (field.kind == Kind::list_of_ids) { return look_at_text(field, Kind::id, value, path); }
        if (field.kind == Kind::list_of_choices) { return look_at_text(field, Kind::choice, value, path); }
        const json::string* string = value.if_string();
        if (string == nullptr) { return add(path, FaultCode::wrong_type); }
        look_at_length(view_of(*string), 1, list_text_max, path);
    }

    void look_at_map(const Field& field, const json::value& value, const std::string& path)
    {
        const json::object* object = value.if_object();
        if (object == nullptr) { return add(path, FaultCode::wrong_type); }
        for (const auto& member : *object) {
            const std::string inner = path_to(path, view_of(member.key()));
            const json::string* string = member.value().if_string();
            if (!is_map_key(view_of(member.key()))) {
                add(inner, FaultCode::unknown_field);
            } else if (string == nullptr) {
                add(inner, FaultCode::wrong_type);
            } else {
                look_at_length(view_of(*string), 0, field.max, inner);
            }
        }
    }

    std::vector<FieldFault> faults_;
};

void trim(json::value& value)
{
    if (json::string* string = value.if_string()) { *string = trimmed(view_of(*string)); }
}

void tidy(const Shape& shape, json::object& object);

/// Texts trimmed, nulls dropped, identity numbers as eleven digits.
void tidy_field(const Field& field, json::value& value)
{
    switch (field.kind) {
    case Kind::text: return trim(value);
    case Kind::identity_number:
        if (const json::string* string = value.if_string()) {
            if (const auto number = find_identity_number(view_of(*string))) { value = number->reveal(); }
        }
        return;
    case Kind::object:
        if (json::object* inner = value.if_object()) { tidy(*field.of, *inner); }
        return;
    case Kind::list_of_objects:
        if (json::array* array = value.if_array()) {
            for (json::value& element : *array) {
                if (json::object* inner = element.if_object()) { tidy(*field.of, *inner); }
            }
        }
        return;
    case Kind::list_of_texts:
        if (json::array* array = value.if_array()) {
            for (json::value& element : *array) { trim(element); }
        }
        return;
    case Kind::map_of_texts:
        if (json::object* map = value.if_object()) {
            for (auto& member : *map) { trim(member.value()); }
        }
        return;
    case Kind::verbatim:
    case Kind::integer:
    case Kind::decimal:
    case Kind::boolean:
    case Kind::date:
    case Kind::instant:
    case Kind::id:
    case Kind::choice:
    case Kind::list_of_ids:
    case Kind::list_of_choices: return;
    }
}

void tidy(const Shape& shape, json::object& object)
{
    for (const Field& field : shape.fields) {
        const auto found = object.find(field.name);
        if (found == object.end()) { continue; }
        if (found->value().is_null()) {
            object.erase(found);
            continue;
        }
        tidy_field(field, found->value());
    }
}

} // namespace

Result<json::object> decode(const Shape& shape, std::string_view body)
{
    std::optional<json::value> value = read_json(body);
    if (!value) { return Error{ErrorCode::bad_json, "the body is not JSON"}; }
    json::object* object = value->if_object();
    if (object == nullptr) { return Error{ErrorCode::bad_json, "the body is not a JSON object"}; }

    tidy(shape, *object);
    std::vector<FieldFault> faults = faults_of(shape, *object);
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return std::move(*object);
}

std::vector<FieldFault> faults_of(const Shape& shape, const json::object& value)
{
    FaultFinder finder;
    finder.look_at(shape, value, "");
    return finder.take();
}

} // namespace samvei::http
