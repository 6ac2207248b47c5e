#pragma once
// Who works where in a municipality, as the hub knows it. Names of staff and units are not secret to staff.

#include "access/caller.hpp"
#include "db/database.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samvei::access {

/// Somebody with an active membership in a unit.
struct Colleague {
    AccountId account;
    UnitId unit;
    std::string name;
    std::string unit_name;
    std::string profession;
    Role role = Role::professional;
};

struct Unit {
    UnitId id;
    std::string name;
    std::string kind;
};

/// The units of a municipality, in Norwegian order of name.
std::vector<Unit> units_of(db::Reader& hub, std::string_view municipality);

/// The municipalities of this installation: number and name.
std::vector<std::pair<std::string, std::string>> municipalities_of(db::Reader& hub);

/// Everybody with an active membership in any of its units; family memberships are never among them.
std::vector<Colleague> colleagues_of(db::Reader& hub, std::string_view municipality);

/// The colleague in that unit of that municipality, or none.
std::optional<Colleague> find_colleague(db::Reader& hub, std::string_view municipality,
                                        const AccountId& account, const UnitId& unit);

/// Which accounts work in which units now.
using Places = std::set<std::pair<AccountId, UnitId>>;
Places places_of(db::Reader& hub, std::string_view municipality);

} // namespace samvei::access
