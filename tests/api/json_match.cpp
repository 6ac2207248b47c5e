#include "api/json_match.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::api {

namespace json = boost::json;

namespace {

bool is_name_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '+' || c == '-';
}

/// The name in "{name}" beginning at `open`, or "" when it is something else.
std::string_view name_at(std::string_view text, std::size_t open)
{
    std::size_t end = open + 1;
    while (end < text.size() && is_name_letter(text[end])) { ++end; }
    if (end == text.size() || text[end] != '}') { return {}; }
    return text.substr(open + 1, end - open - 1);
}

std::string text_of(const json::value& value)
{
    return value.is_string() ? std::string{value.get_string()} : json::serialize(value);
}

/// Compares, and gathers what is not as expected with the place where.
class Comparison {
public:
    explicit Comparison(Names& names) : names_{names} {}

    void compare(const json::value& expected, const json::value& actual, const std::string& path)
    {
        if (const json::string* text = expected.if_string()) { return compare_text(*text, actual, path); }
        if (const json::object* object = expected.if_object()) {
            return compare_objects(*object, actual, path);
        }
        if (const json::array* array = expected.if_array()) { return compare_arrays(*array, actual, path); }
        if (expected != actual) { differ(path, json::serialize(expected), actual); }
    }

    std::vector<std::string> found() { return std::move(found_); }

private:
    void differ(const std::string& path, const std::string& expected, const json::value& actual)
    {
        found_.push_back(path + ": expected " + expected + ", found " +
                         json::serialize(actual).substr(0, 300));
    }

    void compare_text(std::string_view expected, const json::value& actual, const std::string& path)
    {
        if (expected == "*") { return; }
        const bool is_name = expected.starts_with('{') && name_at(expected, 0).size() + 2 == expected.size();
        if (is_name) {
            const auto [place, is_new] = names_.emplace(std::string{name_at(expected, 0)}, text_of(actual));
            if (!is_new && place->second != text_of(actual)) { differ(path, place->second, actual); }
            return;
        }
        const std::string replaced = with_names(expected, names_);
        if (!actual.is_string() || !fits(replaced, text_of(actual))) {
            differ(path, '"' + replaced + '"', actual);
        }
    }

    void compare_objects(const json::object& expected, const json::value& actual, const std::string& path)
    {
        const json::object* object = actual.if_object();
        if (object == nullptr) { return differ(path, "an object", actual); }
        for (const auto& member : expected) {
            const std::string key{member.key()};
            const bool unwanted = key.starts_with('!');
            const json::value* value = object->if_contains(unwanted ? key.substr(1) : key);
            const std::string inner = path + "." + key;
            if (unwanted && value != nullptr) {
                differ(inner, "nothing", *value);
            } else if (!unwanted && value == nullptr) {
                found_.push_back(inner + ": is not there");
            } else if (!unwanted) {
                compare(member.value(), *value, inner);
            }
        }
    }

    void compare_arrays(const json::array& expected, const json::value& actual, const std::string& path)
    {
        const json::array* array = actual.if_array();
        if (array == nullptr) { return differ(path, "a list", actual); }
        const json::string* last = expected.empty() ? nullptr : expected.back().if_string();
        const bool open_end = last != nullptr && *last == "...";
        const std::size_t count = expected.size() - (open_end ? 1 : 0);
        if (array->size() < count || (!open_end && array->size() > count)) {
            return differ(path, std::to_string(count) + " elements", actual);
        }
        for (std::size_t place = 0; place < count; ++place) {
            compare(expected[place], (*array)[place], path + "[" + std::to_string(place) + "]");
        }
    }

    Names& names_;
    std::vector<std::string> found_;
};

} // namespace

std::string with_names(std::string_view text, const Names& names)
{
    std::string replaced;
    for (std::size_t place = 0; place < text.size(); ++place) {
        if (text[place] == '{') {
            const std::string_view name = name_at(text, place);
            if (const auto found = names.find(std::string{name}); !name.empty() && found != names.end()) {
                replaced += found->second;
                place += name.size() + 1;
                continue;
            }
        }
        replaced += text[place];
    }
    return replaced;
}

std::vector<std::string> differences(const json::value& expected, const json::value& actual, Names& names)
{
    Comparison comparison{names};
    comparison.compare(expected, actual, "answer");
    return comparison.found();
}

bool fits(std::string_view pattern, std::string_view text)
{
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) { return pattern == text; }
    if (!text.starts_with(pattern.substr(0, star))) { return false; }
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t from = star; from <= text.size(); ++from) {
        if (fits(rest, text.substr(from))) { return true; }
    }
    return false;
}

} // namespace samvei::api
