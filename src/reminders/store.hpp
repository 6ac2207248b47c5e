#pragma once
// What the hub remembers of reminders and calendar feeds. See migrations/hub/0004_reminders.sql for the
// states.

#include "db/database.hpp"
#include "reminders/items.hpp"

#include <optional>
#include <string>
#include <vector>

namespace samvei::reminders {

struct ReminderSetting {
    std::optional<std::string> email;
    bool daily_digest = false; ///< Never without an address.
};

/// Nothing wanted, when nothing is stored.
ReminderSetting reminder_setting_of(db::Reader& hub, const AccountId& account);
void put_reminder_setting(db::Writer& hub, const AccountId& account, const ReminderSetting& setting);

/// A reminder of one account and one day that this process is to send.
struct Claim {
    AccountId account;
    Date day;
    Instant at;
};
/// How long a claim keeps others away; what has failed is tried again after the same time.
inline constexpr std::int64_t claim_seconds = 3'600;

/// Active accounts that want the digest and whose claim for the day would succeed.
std::vector<AccountId> accounts_to_remind(db::Reader& hub, Date day, Instant now);

/// Claims, unless somebody has or it is over for the day. Among any number of servers one succeeds.
bool claim_reminder(db::Writer& hub, const Claim& claim);

enum class ReminderState { sent, nothing, failed, refused };
void settle_reminder(db::Writer& hub, const Claim& claim, ReminderState state);

/// Rows are kept for thirty days.
void delete_old_reminders(db::Writer& hub, Date today);

bool has_calendar_feed(db::Reader& hub, const AccountId& account);
/// `token_hash`: sha256_hex of the token. The feed that was there ends.
void put_calendar_feed(db::Writer& hub, const AccountId& account, std::string_view token_hash, Instant now);
/// False when there was none.
bool delete_calendar_feed(db::Writer& hub, const AccountId& account);
std::optional<AccountId> find_account_of_feed(db::Reader& hub, std::string_view token_hash);

} // namespace samvei::reminders
