#include "access/login.hpp"

#include "access/accounts.hpp"
#include "access/journal.hpp"
#include "access/queries.hpp"
#include "access/sessions.hpp"
#include "base/digest.hpp"

#include <algorithm>
#include <atomic>

namespace samvei::access {

namespace {

/// One address may stand for a whole school.
constexpr std::int64_t failures_max_factor_per_address = 20;

/// Logins that wait for one of the two places where passwords are looked at hold a worker each: only so many
/// may.
constexpr int waiting_max = 16;
constexpr std::int64_t retry_after_crowd_seconds = 2;

/// Counts one login in, and out again whatever happens.
class Turn {
public:
    Turn() : waiting_{++waiting} {}
    ~Turn() { --waiting; }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    bool too_many() const { return waiting_ > waiting_max; }

private:
    static inline std::atomic<int> waiting = 0;
    int waiting_;
};

/// Who is throttled: a user name, or an address; neither is stored as it is.
struct Throttled {
    std::string who_hash;
    std::int64_t attempts_max;
};

struct Throttle {
    Throttled user;
    Throttled address;
};

Throttle throttle_of(const App& app, std::string_view username, std::string_view remote)
{
    const std::int64_t most = app.login.failures_max;
    return {.user = {.who_hash = app.keys.keyed_hash("throttle_user", username), .attempts_max = most},
            .address = {.who_hash = app.keys.keyed_hash("throttle_address", remote),
                        .attempts_max = most * failures_max_factor_per_address}};
}

/// The attempts in the window that is open now; none when there is none.
struct Window {
    Instant since;
    std::int64_t attempts = 0;
};

std::optional<Window> find_window(db::Reader& db, const App& app, const Throttled& who, Instant now)
{
    db::Rows rows = db.run(queries::login_attempts_of, {{"who_hash", std::string_view{who.who_hash}}});
    if (!rows.next()) { return std::nullopt; }
    const auto since = find_instant(rows.text("since"));
    check(since.has_value(), "the hub's times are instants");
    if (now.seconds >= since->seconds + app.login.failure_window.count()) { return std::nullopt; }
    return Window{.since = *since, .attempts = rows.integer("attempts")};
}

/// Seconds until the window ends, when it is full; else 0.
std::int64_t wait_seconds(const App& app, const Throttled& who, const std::optional<Window>& window,
                          Instant now)
{
    if (!window || window->attempts < who.attempts_max) { return 0; }
    return window->since.seconds + app.login.failure_window.count() - now.seconds;
}

void count(db::Writer& db, const Throttled& who, const std::optional<Window>& window, Instant now)
{
    if (window) {
        db.execute(queries::count_login_attempt, {{"who_hash", std::string_view{who.who_hash}}});
        return;
    }
    const std::string since = text_of(now);
    db.execute(queries::begin_login_attempts,
               {{"who_hash", std::string_view{who.who_hash}}, {"since", std::string_view{since}}});
}

/// Counts the attempt, or says for how many seconds there is no use in trying.
std::int64_t count_attempt(App& app, const Throttle& throttle, Instant now)
{
    const auto counted = app.hub().write([&](db::Writer& db) -> Result<std::int64_t> {
        const auto by_user = find_window(db, app, throttle.user, now);
        const auto by_address = find_window(db, app, throttle.address, now);
        const std::int64_t wait = std::max(wait_seconds(app, throttle.user, by_user, now),
                                           wait_seconds(app, throttle.address, by_address, now));
        if (wait > 0) { return wait; }
        count(db, throttle.user, by_user, now);
        count(db, throttle.address, by_address, now);
        return std::int64_t{0};
    });
    return counted.value();
}

struct StoredAccount {
    AccountId id;
    std::string name;
    std::string password_hash;
    bool active = false;
    std::optional<std::string> last_membership;
};

std::optional<StoredAccount> find_stored(db::Reader& db, std::string_view username)
{
    db::Rows rows = db.run(queries::account_by_username, {{"username", username}});
    if (!rows.next()) { return std::nullopt; }
    return StoredAccount{.id = AccountId{rows.string("id")},
                         .name = rows.string("name"),
                         .password_hash = rows.string("password_hash"),
                         .active = rows.integer("active") == 1,
                         .last_membership = rows.find_string("last_membership_id")};
}

/// The same work for every user name, known or not.
bool is_right(const std::optional<StoredAccount>& account, std::string_view password, Cost cost)
{
    if (!account) {
        compare_with_nobody(password, cost);
        return false;
    }
    return password_matches(password, account->password_hash) && account->active;
}

/// What the account acted as last, or its oldest membership; none when it has none.
std::optional<std::string> membership_to_begin_with(db::Reader& db, const StoredAccount& account)
{
    const auto all = memberships_of(db, account.id);
    const auto last = std::ranges::find_if(
        all, [&](const MembershipRow& row) { return row.id.text() == account.last_membership; });
    if (last != all.end()) { return last->id.text(); }
    if (all.empty()) { return std::nullopt; }
    return all.front().id.text();
}

void insert_session(db::Writer& db, const StoredAccount& account, std::string_view token_hash, Instant now)
{
    const auto membership = membership_to_begin_with(db, account);
    const std::string begun_at = text_of(now);
    db.execute(queries::insert_session, {{"token_hash", token_hash},
                                         {"account", std::string_view{account.id.text()}},
                                         {"membership", db::or_null(membership)},
                                         {"begun_at", std::string_view{begun_at}}});
    Caller self;
    self.account = account.id;
    self.name = account.name;
    append_journal(db, self, now,
                   {.subject = "account:" + account.id.text(),
                    .act = "logged_in",
                    .purpose = "login",
                    .audience = {},
                    .content = "{}"});
}

/// What is over is thrown away by those who log in, a little at a time.
void delete_what_is_over(db::Writer& db, const App& app, Instant now)
{
    const std::string sessions = text_of(Instant{now.seconds - app.login.absolute.count()});
    db.execute(queries::delete_old_sessions, {{"begun_before", std::string_view{sessions}}});
    const std::string attempts = text_of(Instant{now.seconds - app.login.failure_window.count()});
    db.execute(queries::delete_old_login_attempts, {{"since_before", std::string_view{attempts}}});
}

/// Begins a session when the account is as it was when its password was looked at: a new password or an end
/// in between counts.
Result<std::string> begin_session(App& app, const LoginAttempt& attempt, std::string_view username,
                                  const StoredAccount& account, const Throttle& throttle, Instant now)
{
    const std::string token = random_token();
    const std::string token_hash = sha256_hex(token);
    return app.hub().write([&](db::Writer& db) -> Result<std::string> {
        const std::optional<StoredAccount> still = find_stored(db, username);
        if (!still || !still->active || still->password_hash != account.password_hash) {
            return Error{ErrorCode::wrong_login, "the account changed while its password was looked at"};
        }
        delete_what_is_over(db, app, now);
        db.execute(queries::forget_login_attempts, {{"who_hash", std::string_view{throttle.user.who_hash}}});
        db.execute(queries::uncount_login_attempt,
                   {{"who_hash", std::string_view{throttle.address.who_hash}}});
        if (attempt.old_token) {
            const std::string old_hash = sha256_hex(*attempt.old_token);
            db.execute(queries::delete_session, {{"token_hash", std::string_view{old_hash}}});
        }
        insert_session(db, account, token_hash, now);
        return token;
    });
}

} // namespace

LoginAnswer log_in(App& app, const LoginAttempt& attempt)
{
    const Turn turn;
    if (turn.too_many()) {
        return {.token = Error{ErrorCode::too_many_requests, "too many logins wait for a place"},
                .retry_after_seconds = retry_after_crowd_seconds};
    }
    const std::string username = username_of(attempt.username);
    const Throttle throttle = throttle_of(app, username, attempt.remote);
    const Instant now = app.clock.now();
    if (const std::int64_t wait = count_attempt(app, throttle, now); wait > 0) {
        return {.token = Error{ErrorCode::login_throttled, "too many wrong passwords in the window"},
                .retry_after_seconds = wait};
    }
    const auto account = app.hub().read([&](db::Reader& db) { return find_stored(db, username); });
    if (!is_right(account, attempt.password, app.login.cost)) {
        return {.token = Error{ErrorCode::wrong_login, "no such account, or another password"}};
    }
    return {.token = begin_session(app, attempt, username, *account, throttle, now)};
}

} // namespace samvei::access
