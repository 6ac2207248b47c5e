#include "catalogue/own_text.hpp"

#include "base/result.hpp"
#include "pathway/json_text.hpp"

namespace samvei::catalogue {

namespace {

using pathway::JsonMember;
using pathway::JsonNode;

JsonNode text_node(const std::string& text)
{
    JsonNode node;
    node.kind = JsonNode::Kind::text;
    node.text = text;
    return node;
}

JsonNode number_node(int number)
{
    JsonNode node;
    node.kind = JsonNode::Kind::integer;
    node.integer = number;
    return node;
}

} // namespace

std::string own_text(const std::string& definition, const std::string& id, int version,
                     const pathway::Definition::Origin& origin)
{
    auto parsed = pathway::parse_json(definition);
    check(std::holds_alternative<JsonNode>(parsed), "a definition that becomes the municipality's is JSON");
    JsonNode own = std::get<JsonNode>(std::move(parsed));
    check(own.kind == JsonNode::Kind::object, "a definition is a JSON object");

    JsonNode based_on;
    based_on.kind = JsonNode::Kind::object;
    based_on.members = {{"id", {}, text_node(origin.id)}, {"version", {}, number_node(origin.version)}};
    std::erase_if(own.members, [](const JsonMember& member) {
        return member.name == "$schema" || member.name == "id" || member.name == "version" ||
               member.name == "based_on";
    });
    own.members.insert(
        own.members.begin(),
        {{"id", {}, text_node(id)}, {"version", {}, number_node(version)}, {"based_on", {}, based_on}});
    return pathway::text_of(own) + "\n";
}

} // namespace samvei::catalogue
