#include "http/json_reader.hpp"

#include "base/text.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

namespace samvei::http {

namespace json = boost::json;

namespace {

/// Builds the value, and counts every key that the text holds.
struct CountingBuilder {
    static constexpr std::size_t max_object_size = json::object::max_size();
    static constexpr std::size_t max_array_size = json::array::max_size();
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    json::value_stack stack;
    std::size_t keys = 0;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return true; }
    bool on_object_end(std::size_t size, json::error_code&)
    {
        keys += size;
        stack.push_object(size);
        return true;
    }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t size, json::error_code&)
    {
        stack.push_array(size);
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_chars(part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_key(part);
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_chars(part);
        return true;
    }
    bool on_string(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_string(part);
        return true;
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t number, json::string_view, json::error_code&)
    {
        stack.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, json::string_view, json::error_code&)
    {
        stack.push_uint64(number);
        return true;
    }
    bool on_double(double number, json::string_view, json::error_code&)
    {
        stack.push_double(number);
        return true;
    }
    bool on_bool(bool truth, json::error_code&)
    {
        stack.push_bool(truth);
        return true;
    }
    bool on_null(json::error_code&)
    {
        stack.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

/// Keys in a value and everything within. As deep as the parser allows, so recursion is bounded.
std::size_t keys_within(const json::value& value)
{
    std::size_t keys = 0;
    if (const json::object* object = value.if_object()) {
        keys = object->size();
        for (const auto& member : *object) { keys += keys_within(member.value()); }
    } else if (const json::array* array = value.if_array()) {
        for (const json::value& element : *array) { keys += keys_within(element); }
    }
    return keys;
}

} // namespace

std::optional<json::value> read_json(std::string_view text)
{
    if (!is_utf8(text)) { return std::nullopt; }

    json::basic_parser<CountingBuilder> parser{json::parse_options{}};
    CountingBuilder& builder = parser.handler();
    builder.stack.reset();
    json::error_code error;
    const std::size_t eaten = parser.write_some(false, text.data(), text.size(), error);
    if (error || !parser.done() || eaten != text.size()) { return std::nullopt; }

    json::value value = builder.stack.release();
    // An object keeps the last of equal keys: then fewer keys are left than were read.
    if (keys_within(value) != builder.keys) { return std::nullopt; }
    return value;
}

} // namespace samvei::http
