#include "access/units.hpp"

#include "access/queries.hpp"
#include "base/result.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace samvei::access {

namespace {

Colleague colleague_from(const db::Rows& rows)
{
    const auto role = find_role(rows.text("role"));
    check(role.has_value(), "the hub's roles are roles");
    return {.account = AccountId{rows.string("account_id")},
            .unit = UnitId{rows.string("unit_id")},
            .name = rows.string("account_name"),
            .unit_name = rows.string("unit_name"),
            .profession = rows.string("profession"),
            .role = *role};
}

} // namespace

std::vector<std::pair<std::string, std::string>> municipalities_of(db::Reader& hub)
{
    std::vector<std::pair<std::string, std::string>> all;
    db::Rows rows = hub.run(queries::all_municipalities, {});
    while (rows.next()) { all.emplace_back(rows.string("number"), rows.string("name")); }
    return all;
}

std::vector<Unit> units_of(db::Reader& hub, std::string_view municipality)
{
    db::Rows rows = hub.run(queries::units_of_municipality, {{"municipality", municipality}});
    std::vector<Unit> units;
    while (rows.next()) {
        units.push_back(
            {.id = UnitId{rows.string("id")}, .name = rows.string("name"), .kind = rows.string("kind")});
    }
    std::ranges::stable_sort(units, [](const Unit& left, const Unit& right) {
        return compare_norwegian(left.name, right.name) < 0;
    });
    return units;
}

std::vector<Colleague> colleagues_of(db::Reader& hub, std::string_view municipality)
{
    db::Rows rows = hub.run(queries::colleagues_of_municipality, {{"municipality", municipality}});
    std::vector<Colleague> colleagues;
    while (rows.next()) { colleagues.push_back(colleague_from(rows)); }
    return colleagues;
}

std::optional<Colleague> find_colleague(db::Reader& hub, std::string_view municipality,
                                        const AccountId& account, const UnitId& unit)
{
    db::Rows rows = hub.run(queries::colleague, {{"municipality", municipality},
                                                 {"account", std::string_view{account.text()}},
                                                 {"unit", std::string_view{unit.text()}}});
    if (!rows.next()) { return std::nullopt; }
    return colleague_from(rows);
}

Places places_of(db::Reader& hub, std::string_view municipality)
{
    Places places;
    for (const Colleague& colleague : colleagues_of(hub, municipality)) {
        places.emplace(colleague.account, colleague.unit);
    }
    return places;
}

} // namespace samvei::access
