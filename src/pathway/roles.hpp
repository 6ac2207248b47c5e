#pragma once
// content/rules/roles.json: what the roles of pathways are called, and which kinds of unit can fill them.

#include "pathway/checker.hpp"

#include <string_view>
#include <variant>

namespace samvei::pathway {

struct UnitKind {
    std::string id; ///< "school"
    Sentence title;
};

struct Roles {
    std::vector<Role> roles; ///< One for every word of `role_words`.
    std::vector<UnitKind> unit_kinds;

    const Role* find(std::string_view role) const;
};

/// The roles, or what is wrong: a role without a row, a row without a role, a kind of unit that is none.
std::variant<Roles, std::vector<Finding>> read_roles(std::string_view json);

} // namespace samvei::pathway
