#pragma once
// Sessions: who a browser is. The browser holds a random token in a cookie, the hub only its hash.
// A session ends when it has been idle, at its absolute end, by logging out, with a new password, or with its
// account. Everything is read anew for every request, so all of that bites on the next one, on every server.

#include "access/app.hpp"
#include "access/caller.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::access {

inline constexpr std::string_view session_cookie = "samvei_session";
inline constexpr std::string_view csrf_header = "x-samvei-csrf";

/// The session of one request.
struct ActiveSession {
    Caller caller; ///< `membership` and `municipality` are empty when there is nothing to act as.
    std::string token_hash;
    std::string csrf; ///< What every change must send as header.
};

/// The session of this token now, if it has not ended. Writes down that it was seen, at most once a minute
/// and without waiting for the disk.
std::optional<ActiveSession> find_session(App& app, std::string_view token);

/// Set-Cookie for a new session, and for taking it back.
std::string cookie_of(const App& app, std::string_view token);
std::string expired_cookie_of(const App& app);

/// One way an account may act, with names.
struct MembershipRow {
    MembershipId id;
    std::string municipality;
    std::string municipality_name;
    std::optional<UnitId> unit;
    std::string unit_name; ///< "" for family, as is unit_kind.
    std::string unit_kind;
    Role role = Role::professional;
    std::string profession;
};
/// Those that have not ended, oldest first.
std::vector<MembershipRow> memberships_of(db::Reader& hub, const AccountId& account);

/// Every way in which an active account may act now, oldest first; none when it is closed.
std::vector<Caller> callers_of(db::Reader& hub, const AccountId& account);

/// Acts as another membership of the account from the next request on, and at the next login.
/// Refuses with unit_not_yours: no such membership, not this account's, or ended.
Result<Done> act_as(App& app, const ActiveSession& session, const MembershipId& membership);

void change_language(App& app, const AccountId& account, Language language);

void log_out(App& app, const ActiveSession& session);

} // namespace samvei::access
