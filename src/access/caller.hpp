#pragma once
// Who asks: an account acting through one of its memberships, as the session says right now.

#include "access/subjects.hpp"
#include "base/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace samvei::access {

/// What one may do. What one *is* (teacher, nurse) is `profession` and only shown.
enum class Role { professional, leader, bti_coordinator, family };

std::string_view name_of(Role role);
std::optional<Role> find_role(std::string_view name);

/// Read anew for every request, so that a changed role or an ended session bites on the next one.
struct Caller {
    AccountId account;
    std::string name; ///< Full name; shown to the family in the access log.
    Language language = Language::nb;
    MembershipId membership;
    std::string municipality;   ///< Four digits. An account acts in one municipality at a time.
    std::optional<UnitId> unit; ///< None for family.
    std::string unit_name;      ///< "" for family.
    std::string unit_kind;      ///< "school"; "" for family.
    Role role = Role::professional;
    std::string profession; ///< A word of access::shapes::professions.
};

} // namespace samvei::access
