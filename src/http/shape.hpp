#pragma once
// Shapes: what a JSON object looks like, said once. A shape decodes and checks what comes in (unknown
// fields, types, lengths, dates), documents what goes out, and becomes the OpenAPI schema from which the
// web app's types are made.

#include "base/ids.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samvei::http {

enum class Kind {
    text,     ///< UTF-8, trimmed; `min`..`max` code points.
    verbatim, ///< UTF-8 as it came, for what has lines and columns; up to `max` code points.
    integer,  ///< `min`..`max`.
    decimal,  ///< A JSON number, `min`..`max`.
    boolean,
    date,            ///< YYYY-MM-DD that exists.
    instant,         ///< YYYY-MM-DDTHH:MM:SSZ that exists.
    id,              ///< 26 characters, see base/ids.hpp.
    identity_number, ///< Check digits hold; see base/identity_number.hpp.
    choice,          ///< One of `choices`.
    object,          ///< Another shape.
    list_of_objects, ///< `min`..`max` of another shape.
    list_of_texts,   ///< `min`..`max` texts of 1..400 code points.
    list_of_ids,
    list_of_choices,
    map_of_texts, ///< Keys free (1..400 of [a-z0-9_./]), values texts of up to `max` code points.
};

/// Whether a field must be there. Incoming null counts as absent. Outgoing optional fields are left out.
enum class Presence { required, optional };

struct Shape;

struct Field {
    std::string_view name;
    Kind kind;
    Presence presence;
    std::string_view about; ///< One English sentence, for OpenAPI.
    std::int64_t min = 0;
    std::int64_t max = 0;
    std::vector<std::string_view> choices = {};
    const Shape* of = nullptr;
};

/// A named JSON object. Names are unique over the whole program: they are OpenAPI schema names.
struct Shape {
    std::string_view name;
    std::string_view about;
    std::vector<Field> fields;
};

// Short words for tables of fields; each makes a required field.
Field text(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about);
Field verbatim(std::string_view name, std::int64_t max, std::string_view about);
Field integer(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about);
Field decimal(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about);
Field boolean(std::string_view name, std::string_view about);
Field date(std::string_view name, std::string_view about);
Field instant(std::string_view name, std::string_view about);
Field id(std::string_view name, std::string_view about);
Field identity_number(std::string_view name, std::string_view about);
Field choice(std::string_view name, std::vector<std::string_view> choices, std::string_view about);
Field object(std::string_view name, const Shape& of, std::string_view about);
Field objects(std::string_view name, const Shape& of, std::int64_t min, std::int64_t max,
              std::string_view about);
Field texts(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about);
Field ids(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about);
Field choices(std::string_view name, std::vector<std::string_view> of, std::int64_t min, std::int64_t max,
              std::string_view about);
Field text_map(std::string_view name, std::int64_t max, std::string_view about);
/// The same field, not required.
Field optional(Field field);

/// Reads a body as this shape: texts trimmed, nulls dropped, every fault named with its path.
/// Identity numbers come out as eleven digits. Refuses with bad_json (not UTF-8, not an object, a key twice,
/// more than 32 levels deep) or invalid_fields.
Result<boost::json::object> decode(const Shape& shape, std::string_view body);

/// The faults of a value against a shape, all of them; used by decode, and by tests on answers.
std::vector<FieldFault> faults_of(const Shape& shape, const boost::json::object& value);

// Reading a decoded object. Asking for a required field that the shape lacks is a bug.
std::string text_in(const boost::json::object& object, std::string_view name);
std::optional<std::string> find_text_in(const boost::json::object& object, std::string_view name);
std::int64_t integer_in(const boost::json::object& object, std::string_view name);
std::optional<std::int64_t> find_integer_in(const boost::json::object& object, std::string_view name);
/// Degrees and the like; whole numbers are decimals too.
std::optional<double> find_decimal_in(const boost::json::object& object, std::string_view name);
bool boolean_in(const boost::json::object& object, std::string_view name);
std::optional<bool> find_boolean_in(const boost::json::object& object, std::string_view name);
Date date_in(const boost::json::object& object, std::string_view name);
std::optional<Date> find_date_in(const boost::json::object& object, std::string_view name);
Instant instant_in(const boost::json::object& object, std::string_view name);
std::optional<Instant> find_instant_in(const boost::json::object& object, std::string_view name);
const boost::json::object& object_in(const boost::json::object& object, std::string_view name);
const boost::json::object* find_object_in(const boost::json::object& object, std::string_view name);
/// Empty when absent.
std::vector<const boost::json::object*> objects_in(const boost::json::object& object, std::string_view name);
std::vector<std::string> texts_in(const boost::json::object& object, std::string_view name);
/// Keys and texts of a map_of_texts in the order they came; empty when absent.
std::vector<std::pair<std::string, std::string>> text_map_in(const boost::json::object& object,
                                                             std::string_view name);

template <class SomeId>
SomeId id_in(const boost::json::object& object, std::string_view name)
{
    return SomeId{text_in(object, name)};
}
template <class SomeId>
std::optional<SomeId> find_id_in(const boost::json::object& object, std::string_view name)
{
    auto text = find_text_in(object, name);
    if (!text) { return std::nullopt; }
    return SomeId{std::move(*text)};
}

} // namespace samvei::http
