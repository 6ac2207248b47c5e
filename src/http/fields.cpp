// The short words for tables of fields, see shape.hpp.
#include "http/shape.hpp"

namespace samvei::http {

namespace {

Field required(std::string_view name, Kind kind, std::string_view about)
{
    return {.name = name, .kind = kind, .presence = Presence::required, .about = about};
}

Field required(std::string_view name, Kind kind, std::int64_t min, std::int64_t max, std::string_view about)
{
    Field field = required(name, kind, about);
    field.min = min;
    field.max = max;
    return field;
}

} // namespace

Field text(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about)
{
    return required(name, Kind::text, min, max, about);
}

Field verbatim(std::string_view name, std::int64_t max, std::string_view about)
{
    return required(name, Kind::verbatim, 0, max, about);
}

Field integer(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about)
{
    return required(name, Kind::integer, min, max, about);
}

Field decimal(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about)
{
    return required(name, Kind::decimal, min, max, about);
}

Field boolean(std::string_view name, std::string_view about)
{
    return required(name, Kind::boolean, about);
}

Field date(std::string_view name, std::string_view about)
{
    return required(name, Kind::date, about);
}

Field instant(std::string_view name, std::string_view about)
{
    return required(name, Kind::instant, about);
}

Field id(std::string_view name, std::string_view about)
{
    return required(name, Kind::id, about);
}

Field identity_number(std::string_view name, std::string_view about)
{
    return required(name, Kind::identity_number, about);
}

Field choice(std::string_view name, std::vector<std::string_view> choices, std::string_view about)
{
    Field field = required(name, Kind::choice, about);
    field.choices = std::move(choices);
    return field;
}

Field object(std::string_view name, const Shape& of, std::string_view about)
{
    Field field = required(name, Kind::object, about);
    field.of = &of;
    return field;
}

Field objects(std::string_view name, const Shape& of, std::int64_t min, std::int64_t max,
              std::string_view about)
{
    Field field = required(name, Kind::list_of_objects, min, max, about);
    field.of = &of;
    return field;
}

Field texts(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about)
{
    return required(name, Kind::list_of_texts, min, max, about);
}

Field ids(std::string_view name, std::int64_t min, std::int64_t max, std::string_view about)
{
    return required(name, Kind::list_of_ids, min, max, about);
}

Field choices(std::string_view name, std::vector<std::string_view> of, std::int64_t min, std::int64_t max,
              std::string_view about)
{
    Field field = required(name, Kind::list_of_choices, min, max, about);
    field.choices = std::move(of);
    return field;
}

Field text_map(std::string_view name, std::int64_t max, std::string_view about)
{
    return required(name, Kind::map_of_texts, 0, max, about);
}

Field optional(Field field)
{
    field.presence = Presence::optional;
    return field;
}

} // namespace samvei::http
