#pragma once
// JSON text with the place of every value, so that whoever edits a content file is told line and column.
// Boost.JSON is named only in json_text.cpp.

#include "pathway/checker.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace samvei::pathway {

/// Line and column, both from 1; columns count bytes.
struct Place {
    int line = 1;
    int column = 1;
};
/// "line 12, column 5".
std::string text_of(Place place);

struct JsonMember;

/// One JSON value and where it begins.
struct JsonNode {
    enum class Kind { null, truth, integer, decimal, text, list, object };
    Kind kind = Kind::null;
    Place place;
    bool truth = false;
    std::int64_t integer = 0;
    std::string text; ///< Of a text; of a decimal the number as it was written.
    std::vector<JsonNode> items;
    std::vector<JsonMember> members; ///< In the order of the file; a name may stand twice.

    const JsonNode* find(std::string_view name) const;
};

struct JsonMember {
    std::string name;
    Place place;
    JsonNode value;
};

/// "an object", "a whole number", ...
std::string_view name_of(JsonNode::Kind kind);

/// The value in `json` (UTF-8, at most 32 deep), or a bad_json finding that says where it stops being JSON.
std::variant<JsonNode, Finding> parse_json(std::string_view json);

/// The value as JSON text: two spaces for each level, members in their order, every number as it stood
/// (but 0 for -0), no line end after the last line. `parse_json` reads the same value from it.
std::string text_of(const JsonNode& node);

} // namespace samvei::pathway
