// The OpenAPI 3.1 document, made from the table of routes. Source: OpenAPI Specification 3.1.0.
#include "http/router.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <map>
#include <set>

namespace samvei::http {

namespace json = boost::json;

namespace {

constexpr std::string_view id_pattern = "^[0-9a-hjkmnp-tv-z]{26}$";

json::object reference_to(std::string_view schema)
{
    return {{"$ref", "#/components/schemas/" + std::string{schema}}};
}

json::array array_of(const std::vector<std::string_view>& texts)
{
    json::array array;
    for (const std::string_view text : texts) { array.emplace_back(text); }
    return array;
}

json::object list_of(json::object items, const Field& field)
{
    return {{"type", "array"}, {"items", std::move(items)}, {"minItems", field.min}, {"maxItems", field.max}};
}

json::object schema_of(const Field& field)
{
    switch (field.kind) {
    case Kind::text: return {{"type", "string"}, {"minLength", field.min}, {"maxLength", field.max}};
    case Kind::verbatim: return {{"type", "string"}, {"maxLength", field.max}};
    case Kind::integer:
        return {{"type", "integer"}, {"format", "int64"}, {"minimum", field.min}, {"maximum", field.max}};
    case Kind::decimal: return {{"type", "number"}, {"minimum", field.min}, {"maximum", field.max}};
    case Kind::boolean: return {{"type", "boolean"}};
    case Kind::date: return {{"type", "string"}, {"format", "date"}};
    case Kind::instant: return {{"type", "string"}, {"format", "date-time"}};
    case Kind::id: return {{"type", "string"}, {"pattern", id_pattern}};
    case Kind::identity_number: return {{"type", "string"}, {"pattern", "^[0-9]{6} ?[0-9]{5}$"}};
    case Kind::choice: return {{"type", "string"}, {"enum", array_of(field.choices)}};
    case Kind::object: return reference_to(field.of->name);
    case Kind::list_of_objects: return list_of(reference_to(field.of->name), field);
    case Kind::list_of_texts:
        return list_of({{"type", "string"}, {"minLength", 1}, {"maxLength", 400}}, field);
    case Kind::list_of_ids: return list_of({{"type", "string"}, {"pattern", id_pattern}}, field);
    case Kind::list_of_choices:
        return list_of({{"type", "string"}, {"enum", array_of(field.choices)}}, field);
    case Kind::map_of_texts:
        return {{"type", "object"},
                {"propertyNames", {{"pattern", "^[a-z0-9_./]{1,400}$"}}},
                {"additionalProperties", {{"type", "string"}, {"maxLength", field.max}}}};
    }
    return {};
}

json::object schema_of(const Shape& shape)
{
    json::object properties;
    json::array required;
    for (const Field& field : shape.fields) {
        json::object schema = schema_of(field);
        if (!field.about.empty()) { schema["description"] = field.about; }
        properties[field.name] = std::move(schema);
        if (field.presence == Presence::required) { required.emplace_back(field.name); }
    }
    json::object schema{{"type", "object"}};
    if (!shape.about.empty()) { schema["description"] = shape.about; }
    schema["properties"] = std::move(properties);
    if (!required.empty()) { schema["required"] = std::move(required); }
    schema["additionalProperties"] = false;
    return schema;
}

json::object problem_schema()
{
    json::array codes;
    for (const ErrorRow& row : error_table()) { codes.emplace_back(row.name); }
    json::array fault_codes;
    for (const FaultRow& row : fault_table()) { fault_codes.emplace_back(row.name); }

    const json::object text{{"type", "string"}};
    const json::object field{{"type", "object"},
                             {"properties",
                              {{"path", text},
                               {"code", {{"type", "string"}, {"enum", fault_codes}}},
                               {"message", text},
                               {"limit", {{"type", "integer"}, {"format", "int64"}}}}},
                             {"required", {"path", "code", "message"}},
                             {"additionalProperties", false}};
    return {
        {"type", "object"},
        {"description", "What went wrong, as RFC 9457 problem details."},
        {"properties",
         {{"type", text},
          {"title", {{"type", "string"}, {"description", "A sentence for people, in their language."}}},
          {"status", {{"type", "integer"}}},
          {"code", {{"type", "string"}, {"enum", codes}}},
          {"reference", {{"type", "string"}, {"description", "Finds the request in the operator's log."}}},
          {"fields", {{"type", "array"}, {"items", field}}},
          {"current", {{"description", "On edit_conflict: what is stored now."}}}}},
        {"required", {"type", "title", "status", "code", "reference"}},
        {"additionalProperties", false}};
}

/// All shapes that routes use, themselves or within one another, by name.
class Shapes {
public:
    void add(const Shape* shape)
    {
        if (shape == nullptr) { return; }
        const auto [place, is_new] = by_name_.emplace(shape->name, shape);
        check(is_new || place->second == shape, "two shapes do not share a name");
        if (!is_new) { return; }
        for (const Field& field : shape->fields) { add(field.of); }
    }

    json::object schemas() const
    {
        json::object schemas;
        for (const auto& [name, shape] : by_name_) { schemas[name] = schema_of(*shape); }
        check(!schemas.contains("Problem"), "no shape is named Problem");
        schemas["Problem"] = problem_schema();
        return schemas;
    }

private:
    std::map<std::string_view, const Shape*> by_name_;
};

/// "get", "/v1/children/{id}" -> "get_v1_children_id".
std::string operation_id(const BoundRoute& route, std::string_view method)
{
    std::string name{method};
    for (const char c : route.path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '_';
        if (plain) {
            name += c;
        } else if (name.back() != '_') {
            name += '_';
        }
    }
    while (name.back() == '_') { name.pop_back(); }
    return name;
}

json::array parameters_of(const BoundRoute& route)
{
    json::array parameters;
    std::string_view path = route.path;
    for (std::size_t open = path.find('{'); open != std::string_view::npos; open = path.find('{')) {
        const std::size_t close = path.find('}', open);
        check(close != std::string_view::npos, "a { in a path has its }");
        parameters.push_back({{"name", path.substr(open + 1, close - open - 1)},
                              {"in", "path"},
                              {"required", true},
                              {"schema", {{"type", "string"}}}});
        path.remove_prefix(close + 1);
    }
    for (const Field& field : route.text.query) {
        parameters.push_back({{"name", field.name},
                              {"in", "query"},
                              {"required", field.presence == Presence::required},
                              {"description", field.about},
                              {"schema", schema_of(field)}});
    }
    return parameters;
}

json::object content_of(std::string_view type, json::object schema)
{
    return {{"content", {{type, {{"schema", std::move(schema)}}}}}};
}

json::object responses_of(const BoundRoute& route)
{
    const RouteText& text = route.text;
    json::object success{{"description", text.summary}};
    if (text.output != nullptr) {
        success = content_of(text.output_type, reference_to(text.output->name));
        success["description"] = text.summary;
    } else if (text.output_type != "application/json") {
        success = content_of(text.output_type, {{"type", "string"}});
        success["description"] = text.summary;
    }
    json::object responses{{std::to_string(text.success), std::move(success)}};
    if (text.login) { responses["401"] = {{"$ref", "#/components/responses/Problem"}}; }
    responses["default"] = {{"$ref", "#/components/responses/Problem"}};
    return responses;
}

json::object operation_of(const BoundRoute& route, std::string_view method)
{
    json::object operation{{"operationId", operation_id(route, method)}, {"summary", route.text.summary}};
    if (!route.text.tag.empty()) { operation["tags"] = json::array{route.text.tag}; }
    json::array parameters = parameters_of(route);
    if (!parameters.empty()) { operation["parameters"] = std::move(parameters); }
    if (route.text.input != nullptr) {
        operation["requestBody"] = content_of("application/json", reference_to(route.text.input->name));
        operation["requestBody"].as_object()["required"] = true;
    }
    operation["responses"] = responses_of(route);
    return operation;
}

std::string_view lower_name_of(Method method)
{
    switch (method) {
    case Method::get: return "get";
    case Method::post: return "post";
    case Method::put: return "put";
    case Method::delete_: return "delete";
    }
    return "";
}

} // namespace

std::string openapi_of(const std::vector<BoundRoute>& routes, std::string_view title,
                       std::string_view version)
{
    Shapes shapes;
    std::set<std::string> operation_ids;
    std::map<std::string_view, json::object> paths; // By path, so that the order of rooms changes nothing.
    for (const BoundRoute& route : routes) {
        shapes.add(route.text.input);
        shapes.add(route.text.output);
        const std::string_view method = lower_name_of(route.method);
        check(operation_ids.insert(operation_id(route, method)).second, "operation ids are unique");
        paths[route.path][method] = operation_of(route, method);
    }

    json::object path_objects;
    for (auto& [path, operations] : paths) { path_objects[path] = std::move(operations); }
    json::object error = content_of("application/problem+json", reference_to("Problem"));
    error["description"] = "A refusal or a failure.";
    const json::object document{
        {"openapi", "3.1.0"},
        {"info", {{"title", title}, {"version", version}}},
        {"paths", std::move(path_objects)},
        {"components", {{"schemas", shapes.schemas()}, {"responses", {{"Problem", std::move(error)}}}}}};
    return json::serialize(document);
}

} // namespace samvei::http
