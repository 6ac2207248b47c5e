// Reading a decoded object, see shape.hpp. The shape has been checked, so anything else here is a bug.
#include "http/shape.hpp"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

namespace samvei::http {

namespace json = boost::json;

namespace {

const json::value& value_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    check(value != nullptr, "a required field is in the shape that was decoded");
    return *value;
}

std::string text_from(const json::value& value)
{
    const json::string* string = value.if_string();
    check(string != nullptr, "a field read as text is a text in its shape");
    return {string->data(), string->size()};
}

std::int64_t integer_from(const json::value& value)
{
    if (value.is_uint64()) { return static_cast<std::int64_t>(value.get_uint64()); }
    check(value.is_int64(), "a field read as an integer is one in its shape");
    return value.get_int64();
}

bool boolean_from(const json::value& value)
{
    check(value.is_bool(), "a field read as true or false is one in its shape");
    return value.get_bool();
}

Date date_from(const json::value& value)
{
    const auto date = find_date(std::string_view{text_from(value)});
    check(date.has_value(), "a field read as a date is one in its shape");
    return *date;
}

Instant instant_from(const json::value& value)
{
    const auto instant = find_instant(text_from(value));
    check(instant.has_value(), "a field read as a time is one in its shape");
    return *instant;
}

const json::object& object_from(const json::value& value)
{
    const json::object* object = value.if_object();
    check(object != nullptr, "a field read as an object is one in its shape");
    return *object;
}

const json::array* find_array_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { return nullptr; }
    check(value->is_array(), "a field read as a list is one in its shape");
    return value->if_array();
}

} // namespace

std::string text_in(const json::object& object, std::string_view name)
{
    return text_from(value_in(object, name));
}

std::optional<std::string> find_text_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { return std::nullopt; }
    return text_from(*value);
}

std::int64_t integer_in(const json::object& object, std::string_view name)
{
    return integer_from(value_in(object, name));
}

std::optional<std::int64_t> find_integer_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { return std::nullopt; }
    return integer_from(*value);
}

std::optional<double> find_decimal_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { return std::nullopt; }
    check(value->is_number(), "a decoded decimal is a number");
    return value->to_number<double>();
}

bool boolean_in(const json::object& object, std::string_view name)
{
    return boolean_from(value_in(object, name));
}

std::optional<bool> find_boolean_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { return std::nullopt; }
    return boolean_from(*value);
}

Date date_in(const json::object& object, std::string_view name)
{
    return date_from(value_in(object, name));
}

std::optional<Date> find_date_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { return std::nullopt; }
    return date_from(*value);
}

Instant instant_in(const json::object& object, std::string_view name)
{
    return instant_from(value_in(object, name));
}

std::optional<Instant> find_instant_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { return std::nullopt; }
    return instant_from(*value);
}

const json::object& object_in(const json::object& object, std::string_view name)
{
    return object_from(value_in(object, name));
}

const json::object* find_object_in(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value == nullptr ? nullptr : &object_from(*value);
}

std::vector<const json::object*> objects_in(const json::object& object, std::string_view name)
{
    std::vector<const json::object*> objects;
    if (const json::array* array = find_array_in(object, name)) {
        objects.reserve(array->size());
        for (const json::value& element : *array) { objects.push_back(&object_from(element)); }
    }
    return objects;
}

std::vector<std::string> texts_in(const json::object& object, std::string_view name)
{
    std::vector<std::string> texts;
    if (const json::array* array = find_array_in(object, name)) {
        texts.reserve(array->size());
        for (const json::value& element : *array) { texts.push_back(text_from(element)); }
    }
    return texts;
}

std::vector<std::pair<std::string, std::string>> text_map_in(const json::object& object,
                                                             std::string_view name)
{
    std::vector<std::pair<std::string, std::string>> texts;
    if (const json::object* map = find_object_in(object, name)) {
        texts.reserve(map->size());
        for (const auto& member : *map) {
            texts.emplace_back(std::string{member.key().data(), member.key().size()},
                               text_from(member.value()));
        }
    }
    return texts;
}

} // namespace samvei::http
