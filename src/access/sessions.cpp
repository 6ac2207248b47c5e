#include "access/sessions.hpp"

#include "access/queries.hpp"
#include "base/digest.hpp"

#include <algorithm>

namespace samvei::access {

namespace {

/// How often at most it is written down that a session was seen: a request must not cost a write to the hub.
constexpr std::int64_t seen_every_seconds = 60;

Instant instant_in(const db::Rows& rows, std::string_view column)
{
    const auto instant = find_instant(rows.text(column));
    check(instant.has_value(), "the hub's times are instants");
    return *instant;
}

Role role_in(const db::Rows& rows)
{
    const auto role = find_role(rows.text("role"));
    check(role.has_value(), "the hub's roles are roles");
    return *role;
}

Caller caller_from(const db::Rows& rows)
{
    const auto language = find_language(rows.text("language"));
    check(language.has_value(), "the hub's languages are languages");
    Caller caller;
    caller.account = AccountId{rows.string("account_id")};
    caller.name = rows.string("name");
    caller.language = *language;
    if (rows.is_null("membership_id")) { return caller; }
    caller.membership = MembershipId{rows.string("membership_id")};
    caller.municipality = rows.string("municipality_number");
    caller.role = role_in(rows);
    caller.profession = rows.string("profession");
    if (auto unit = rows.find_string("unit_id")) {
        caller.unit = UnitId{std::move(*unit)};
        caller.unit_name = rows.string("unit_name");
        caller.unit_kind = rows.string("unit_kind");
    }
    return caller;
}

struct StoredSession {
    Caller caller;
    Instant begun_at;
    Instant seen_at;
};

std::optional<StoredSession> find_stored(db::Reader& hub, std::string_view token_hash)
{
    db::Rows rows = hub.run(queries::caller_of_session, {{"token_hash", token_hash}});
    if (!rows.next()) { return std::nullopt; }
    return StoredSession{.caller = caller_from(rows),
                         .begun_at = instant_in(rows, "begun_at"),
                         .seen_at = instant_in(rows, "seen_at")};
}

/// Holds up to, not including, the idle and the absolute end.
bool holds_at(const StoredSession& session, const LoginSettings& login, Instant now)
{
    return now.seconds < session.seen_at.seconds + login.idle.count() &&
           now.seconds < session.begun_at.seconds + login.absolute.count();
}

void write_seen_later(App& app, const std::string& token_hash, Instant now)
{
    // Nobody waits: should it be lost, the session only ends a minute early.
    static_cast<void>(
        app.hub().write_later([token_hash, now = text_of(now),
                               before = text_of(Instant{now.seconds - seen_every_seconds})](db::Writer& db) {
            db.execute(queries::touch_session, {{"token_hash", std::string_view{token_hash}},
                                                {"now", std::string_view{now}},
                                                {"seen_before", std::string_view{before}}});
        }));
}

std::string cookie_with(const App& app, std::string_view value, std::string_view more)
{
    std::string cookie{session_cookie};
    cookie += "=";
    cookie += value;
    cookie += "; Path=/; HttpOnly; SameSite=Strict";
    if (app.login.secure_cookie) { cookie += "; Secure"; }
    cookie += more;
    return cookie;
}

} // namespace

std::optional<ActiveSession> find_session(App& app, std::string_view token)
{
    std::string token_hash = sha256_hex(token);
    auto stored = app.hub().read([&](db::Reader& hub) { return find_stored(hub, token_hash); });
    const Instant now = app.clock.now();
    if (!stored || !holds_at(*stored, app.login, now)) { return std::nullopt; }
    if (now.seconds - stored->seen_at.seconds >= seen_every_seconds) {
        write_seen_later(app, token_hash, now);
    }
    return ActiveSession{.caller = std::move(stored->caller),
                         .token_hash = std::move(token_hash),
                         .csrf = app.keys.keyed_hash("csrf", token)};
}

std::string cookie_of(const App& app, std::string_view token)
{
    return cookie_with(app, token, "");
}

std::string expired_cookie_of(const App& app)
{
    return cookie_with(app, "", "; Max-Age=0");
}

std::vector<MembershipRow> memberships_of(db::Reader& hub, const AccountId& account)
{
    db::Rows rows = hub.run(queries::memberships_of_account, {{"account", std::string_view{account.text()}}});
    std::vector<MembershipRow> memberships;
    while (rows.next()) {
        MembershipRow row{.id = MembershipId{rows.string("id")},
                          .municipality = rows.string("municipality_number"),
                          .municipality_name = rows.string("municipality_name"),
                          .unit = std::nullopt,
                          .unit_name = rows.find_string("unit_name").value_or(""),
                          .unit_kind = rows.find_string("unit_kind").value_or(""),
                          .role = role_in(rows),
                          .profession = rows.string("profession")};
        if (auto unit = rows.find_string("unit_id")) { row.unit = UnitId{std::move(*unit)}; }
        memberships.push_back(std::move(row));
    }
    return memberships;
}

std::vector<Caller> callers_of(db::Reader& hub, const AccountId& account)
{
    db::Rows rows = hub.run(queries::callers_of_account, {{"account", std::string_view{account.text()}}});
    std::vector<Caller> callers;
    while (rows.next()) { callers.push_back(caller_from(rows)); }
    return callers;
}

Result<Done> act_as(App& app, const ActiveSession& session, const MembershipId& membership)
{
    const AccountId& account = session.caller.account;
    return app.hub().write([&](db::Writer& db) -> Result<Done> {
        const auto all = memberships_of(db, account);
        const bool mine =
            std::ranges::any_of(all, [&](const MembershipRow& row) { return row.id == membership; });
        if (!mine) { return Error{ErrorCode::unit_not_yours, "no such membership of this account"}; }
        db.execute(queries::act_as, {{"token_hash", std::string_view{session.token_hash}},
                                     {"membership", std::string_view{membership.text()}}});
        db.execute(queries::remember_membership, {{"id", std::string_view{account.text()}},
                                                  {"membership", std::string_view{membership.text()}}});
        return Done{};
    });
}

void change_language(App& app, const AccountId& account, Language language)
{
    static_cast<void>(app.hub().write([&](db::Writer& db) -> Result<Done> {
        db.execute(queries::change_language,
                   {{"id", std::string_view{account.text()}}, {"language", code_of(language)}});
        return Done{};
    }));
}

void log_out(App& app, const ActiveSession& session)
{
    static_cast<void>(app.hub().write([&](db::Writer& db) -> Result<Done> {
        db.execute(queries::delete_session, {{"token_hash", std::string_view{session.token_hash}}});
        return Done{};
    }));
}

} // namespace samvei::access
