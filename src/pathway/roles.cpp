#include "pathway/roles.hpp"

#include "pathway/form.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace samvei::pathway {

const Role* Roles::find(std::string_view role) const
{
    const auto at = std::ranges::find(roles, role, &Role::id);
    return at == roles.end() ? nullptr : &*at;
}

namespace {

UnitKind unit_kind_from(const JsonNode& node, Findings& findings)
{
    Form form{node, findings, {"id", "title"}};
    if (node.kind != JsonNode::Kind::object) { return {}; }
    return {form.id("id"), form.sentence("title")};
}

Role role_from(const JsonNode& node, const std::vector<UnitKind>& unit_kinds, Findings& findings)
{
    Form form{node, findings, {"id", "title", "unit_kinds", "family"}};
    Role role;
    if (node.kind != JsonNode::Kind::object) { return role; }
    role.id = form.one_of("id", {role_words.begin(), role_words.end()});
    role.title = form.sentence("title");
    role.family = form.has("family") && form.truth("family");
    for (const JsonNode& kind : form.find_list("unit_kinds")) {
        role.unit_kinds.push_back(kind.text);
        if (std::ranges::find(unit_kinds, kind.text, &UnitKind::id) == unit_kinds.end()) {
            form.fault(DefinitionFault::unknown_word, kind.place,
                       fmt::format("No kind of unit is called \"{}\".", kind.text));
        }
    }
    return role;
}

} // namespace

std::variant<Roles, std::vector<Finding>> read_roles(std::string_view json)
{
    const std::variant<JsonNode, Finding> parsed = parse_json(json);
    if (const Finding* finding = std::get_if<Finding>(&parsed)) { return Findings{*finding}; }
    const JsonNode& node = std::get<JsonNode>(parsed);
    Findings findings;
    Form form{node, findings, {"version", "roles", "unit_kinds"}};
    form.integer("version");
    Roles roles;
    for (const JsonNode& kind : form.list("unit_kinds")) {
        roles.unit_kinds.push_back(unit_kind_from(kind, findings));
    }
    for (const JsonNode& role : form.list("roles")) {
        roles.roles.push_back(role_from(role, roles.unit_kinds, findings));
    }
    for (const std::string_view word : role_words) {
        if (roles.find(word) == nullptr) {
            form.fault(DefinitionFault::missing_field, node.place,
                       fmt::format("There is no row for the role \"{}\".", word));
        }
    }
    if (!findings.empty()) { return findings; }
    return roles;
}

} // namespace samvei::pathway
