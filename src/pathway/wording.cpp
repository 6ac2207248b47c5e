#include "pathway/wording.hpp"

#include <algorithm>
#include <array>

namespace samvei::pathway {

namespace {

constexpr std::array<std::string_view, 7> about_a_text{"$schema",   "source", "evidence", "owner",
                                                       "review_by", "tools",  "arenas"};

bool is_sentence(const JsonNode& node)
{
    const auto is_language = [](const JsonMember& member) { return find_language(member.name).has_value(); };
    return node.kind == JsonNode::Kind::object && !node.members.empty() &&
           std::ranges::all_of(node.members, is_language);
}

} // namespace

JsonNode without_wording(const JsonNode& definition)
{
    JsonNode rest = definition;
    std::erase_if(rest.members, [](const JsonMember& member) {
        return std::ranges::find(about_a_text, member.name) != about_a_text.end() ||
               is_sentence(member.value);
    });
    for (JsonMember& member : rest.members) { member.value = without_wording(member.value); }
    for (JsonNode& item : rest.items) { item = without_wording(item); }
    return rest;
}

} // namespace samvei::pathway
