#include "access/caller.hpp"

#include "access/shapes.hpp"
#include "base/result.hpp"

namespace samvei::access {

std::string_view name_of(Role role)
{
    return shapes::roles.at(static_cast<std::size_t>(role));
}

std::optional<Role> find_role(std::string_view name)
{
    for (std::size_t place = 0; place < shapes::roles.size(); ++place) {
        if (shapes::roles[place] == name) { return static_cast<Role>(place); }
    }
    return std::nullopt;
}

} // namespace samvei::access
