// Two passes: a scan lists where each value and name begins, in the order of the text; then Boost's own
// parser reads, and each thing it reports takes the next place from the list. Writing needs no library.

#include "pathway/json_text.hpp"

#include "base/text.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace samvei::pathway {

std::string text_of(Place place)
{
    return fmt::format("line {}, column {}", place.line, place.column);
}

const JsonNode* JsonNode::find(std::string_view name) const
{
    const auto at = std::ranges::find(members, name, &JsonMember::name);
    return at == members.end() ? nullptr : &at->value;
}

std::string_view name_of(JsonNode::Kind kind)
{
    switch (kind) {
    case JsonNode::Kind::null: return "null";
    case JsonNode::Kind::truth: return "true or false";
    case JsonNode::Kind::integer: return "a whole number";
    case JsonNode::Kind::decimal: return "a decimal number";
    case JsonNode::Kind::text: return "text";
    case JsonNode::Kind::list: return "a list";
    case JsonNode::Kind::object: return "an object";
    }
    return "";
}

namespace {

namespace json = boost::json;

/// Turns offsets, asked for in rising order, into lines and columns.
class Ruler {
public:
    explicit Ruler(std::string_view text) : text_{text} {}
    Place place_at(std::size_t offset)
    {
        for (; at_ < offset && at_ < text_.size(); ++at_) {
            const bool line_ends = text_[at_] == '\n';
            place_.line += line_ends ? 1 : 0;
            place_.column = line_ends ? 1 : place_.column + 1;
        }
        return place_;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    Place place_;
};

/// Where the string that begins at `quote` ends: the offset after its closing quote.
std::size_t end_of_string(std::string_view text, std::size_t quote)
{
    std::size_t at = quote + 1;
    while (at < text.size() && text[at] != '"') { at += text[at] == '\\' ? 2 : 1; }
    return std::min(at + 1, text.size());
}

/// Where each value and each name begins. Of text that is no JSON it may list anything.
std::vector<Place> starts_in(std::string_view text)
{
    constexpr std::string_view between = " \t\r\n,:]}";
    std::vector<Place> starts;
    Ruler ruler{text};
    std::size_t at = text.find_first_not_of(between);
    while (at < text.size()) {
        starts.push_back(ruler.place_at(at));
        if (text[at] == '"') {
            at = end_of_string(text, at);
        } else if (text[at] == '{' || text[at] == '[') {
            ++at;
        } else {
            at = text.find_first_of(between, at);
        }
        at = at < text.size() ? text.find_first_not_of(between, at) : text.size();
    }
    return starts;
}

/// What Boost's parser calls. Holds the open lists and objects on a stack.
struct TreeBuilder {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    std::vector<Place> starts;
    std::size_t starts_used = 0;
    std::vector<JsonNode> open;
    std::vector<JsonMember> names; ///< One per open object that waits for a value.
    JsonNode root;
    std::string part;

    Place next_place() { return starts_used < starts.size() ? starts[starts_used++] : Place{}; }

    JsonNode begun(JsonNode::Kind kind)
    {
        JsonNode node;
        node.kind = kind;
        node.place = next_place();
        return node;
    }
    bool put(JsonNode node)
    {
        if (open.empty()) {
            root = std::move(node);
        } else if (open.back().kind == JsonNode::Kind::list) {
            open.back().items.push_back(std::move(node));
        } else {
            names.back().value = std::move(node);
            open.back().members.push_back(std::move(names.back()));
            names.pop_back();
        }
        return true;
    }
    bool close()
    {
        JsonNode node = std::move(open.back());
        open.pop_back();
        return put(std::move(node));
    }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&)
    {
        open.push_back(begun(JsonNode::Kind::object));
        return true;
    }
    bool on_object_end(std::size_t, json::error_code&) { return close(); }
    bool on_array_begin(json::error_code&)
    {
        open.push_back(begun(JsonNode::Kind::list));
        return true;
    }
    bool on_array_end(std::size_t, json::error_code&) { return close(); }
    bool on_key_part(json::string_view text, std::size_t, json::error_code&)
    {
        part.append(text.data(), text.size());
        return true;
    }
    bool on_key(json::string_view text, std::size_t, json::error_code&)
    {
        part.append(text.data(), text.size());
        names.push_back({std::exchange(part, {}), next_place(), {}});
        return true;
    }
    bool on_string_part(json::string_view text, std::size_t, json::error_code&)
    {
        part.append(text.data(), text.size());
        return true;
    }
    bool on_string(json::string_view text, std::size_t, json::error_code&)
    {
        part.append(text.data(), text.size());
        JsonNode node = begun(JsonNode::Kind::text);
        node.text = std::exchange(part, {});
        return put(std::move(node));
    }
    bool on_number_part(json::string_view text, json::error_code&)
    {
        part.append(text.data(), text.size());
        return true;
    }
    bool on_int64(std::int64_t number, json::string_view, json::error_code&)
    {
        part.clear();
        JsonNode node = begun(JsonNode::Kind::integer);
        node.integer = number;
        return put(std::move(node));
    }
    // Larger than any count we know: as little a whole number here as 1.5 is.
    bool on_uint64(std::uint64_t, json::string_view text, json::error_code&) { return put_decimal(text); }
    bool on_double(double, json::string_view text, json::error_code&) { return put_decimal(text); }
    bool put_decimal(json::string_view text)
    {
        part.append(text.data(), text.size());
        JsonNode node = begun(JsonNode::Kind::decimal);
        node.text = std::exchange(part, {});
        return put(std::move(node));
    }
    bool on_bool(bool truth, json::error_code&)
    {
        JsonNode node = begun(JsonNode::Kind::truth);
        node.truth = truth;
        return put(std::move(node));
    }
    bool on_null(json::error_code&) { return put(begun(JsonNode::Kind::null)); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

/// In quotes; what JSON does not let stand as it is, is escaped.
void write_text(std::string& json, std::string_view text)
{
    json += '"';
    for (const char c : text) {
        switch (c) {
        case '"': json += "\\\""; break;
        case '\\': json += "\\\\"; break;
        case '\n': json += "\\n"; break;
        case '\r': json += "\\r"; break;
        case '\t': json += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                json += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
            } else {
                json += c;
            }
        }
    }
    json += '"';
}

void write_node(std::string& json, const JsonNode& node, std::size_t depth);

/// What stands between the brackets, each on a line of its own.
template <class Each>
void write_inside(std::string& json, const std::vector<Each>& all, std::size_t depth)
{
    const std::string line_begin = '\n' + std::string(2 * depth, ' ');
    for (const Each& each : all) {
        json += line_begin + "  ";
        if constexpr (std::is_same_v<Each, JsonMember>) {
            write_text(json, each.name);
            json += ": ";
            write_node(json, each.value, depth + 1);
        } else {
            write_node(json, each, depth + 1);
        }
        if (&each != &all.back()) { json += ','; }
    }
    if (!all.empty()) { json += line_begin; }
}

void write_node(std::string& json, const JsonNode& node, std::size_t depth)
{
    switch (node.kind) {
    case JsonNode::Kind::null: json += "null"; break;
    case JsonNode::Kind::truth: json += node.truth ? "true" : "false"; break;
    case JsonNode::Kind::integer: json += fmt::format("{}", node.integer); break;
    case JsonNode::Kind::decimal: json += node.text; break;
    case JsonNode::Kind::text: write_text(json, node.text); break;
    case JsonNode::Kind::list:
        json += '[';
        write_inside(json, node.items, depth);
        json += ']';
        break;
    case JsonNode::Kind::object:
        json += '{';
        write_inside(json, node.members, depth);
        json += '}';
        break;
    }
}

} // namespace

std::variant<JsonNode, Finding> parse_json(std::string_view text)
{
    if (!is_utf8(text)) {
        return Finding{DefinitionFault::bad_json, "line 1, column 1", "The file is not UTF-8 text."};
    }
    json::basic_parser<TreeBuilder> parser{json::parse_options{}};
    parser.handler().starts = starts_in(text);
    json::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    const std::size_t rest = text.find_first_not_of(" \t\r\n", read);
    if (error || rest != std::string_view::npos) {
        const std::size_t stop = error ? read : rest;
        return Finding{DefinitionFault::bad_json, text_of(Ruler{text}.place_at(stop)),
                       fmt::format("Not JSON: {}.", error ? error.message() : "text after the end")};
    }
    return std::move(parser.handler().root);
}

std::string text_of(const JsonNode& node)
{
    std::string json;
    write_node(json, node, 0);
    return json;
}

} // namespace samvei::pathway
