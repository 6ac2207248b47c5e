#pragma once
// Accounts, units and memberships in the hub: what the operator's commands and the demo make and change.
// Every change is in the hub's journal, by the name of the command that made it.

#include "access/caller.hpp"
#include "access/keys.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "db/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::access {

/// Where changes are made, and by whom: `by` is written into the journal ("samvei user").
struct AccountOffice {
    db::Database& hub;
    const Clock& clock;
    IdSource& ids;
    Cost cost = Cost::interactive;
    std::string by;
};

struct NewMunicipality {
    std::string number; ///< Four digits.
    std::string name;
};

struct NewUnit {
    std::string municipality;
    std::string name;
    std::string kind; ///< A word of shapes::unit_kinds.
};

struct NewAccount {
    std::string username; ///< 2..80 of a-z 0-9 . _ - @; capital letters are made small.
    std::string name;     ///< Full name, 1..200.
    Language language = Language::nb;
    std::string password;
};

struct NewMembership {
    AccountId account;
    std::string municipality;
    std::optional<UnitId> unit; ///< None for family, and for nobody else.
    Role role = Role::professional;
    std::string profession; ///< A word of shapes::professions.
};

/// User names are compared in this form.
std::string username_of(std::string_view text);

/// 10 to 200 characters, and not the user name. Longer is better than stranger. Source: NIST SP 800-63B
/// §5.1.1.
bool is_password_for(std::string_view username, std::string_view password);

/// Refuses with invalid_fields: a number that is not four digits; a name that is empty.
Result<Done> look_at(const NewMunicipality& municipality);
/// Refuses as `look_at` does, and a number that is taken.
Result<Done> add_municipality(const AccountOffice& office, const NewMunicipality& municipality);

/// Refuses with invalid_fields: unknown municipality or kind, or a name that the municipality has already.
Result<UnitId> add_unit(const AccountOffice& office, const NewUnit& unit);

/// Refuses with invalid_fields: bad_username (also when it is taken), bad_password, name too short or long.
Result<AccountId> add_account(const AccountOffice& office, const NewAccount& account);

/// Refuses with invalid_fields: unknown account, municipality, unit or profession; a unit for family, or none
/// for staff.
Result<MembershipId> add_membership(const AccountOffice& office, const NewMembership& membership);

/// Bites on the next request. Refuses with not_found when it is none or has ended.
Result<Done> end_membership(const AccountOffice& office, const MembershipId& membership);

/// Ends every session at once; the account cannot log in any more. Refuses with not_found.
Result<Done> deactivate_account(const AccountOffice& office, const AccountId& account);

/// Ends every session. Refuses with not_found or invalid_fields (bad_password).
Result<Done> set_password(const AccountOffice& office, const AccountId& account, std::string_view password);

std::optional<AccountId> find_account(db::Reader& hub, std::string_view username);
std::optional<UnitId> find_unit(db::Reader& hub, std::string_view municipality, std::string_view name);

/// A line of the operator's list: an account with one of its memberships, or with none.
struct AccountRow {
    std::string username;
    std::string name;
    bool active = true;
    MembershipId membership; ///< Empty: none that has not ended.
    std::string municipality;
    std::string unit_name; ///< "" for family.
    std::string role;
    std::string profession;
};
std::vector<AccountRow> accounts_in(db::Reader& hub);

} // namespace samvei::access
