#include "reminders/store.hpp"

#include "reminders/queries.hpp"

namespace samvei::reminders {

namespace {

constexpr int days_kept = 30;

std::string_view word_of(ReminderState state)
{
    switch (state) {
    case ReminderState::sent: return "sent";
    case ReminderState::nothing: return "nothing";
    case ReminderState::failed: return "failed";
    case ReminderState::refused: return "refused";
    }
    return "";
}

std::string claimed_before(Instant now)
{
    return text_of(Instant{now.seconds - claim_seconds});
}

} // namespace

ReminderSetting reminder_setting_of(db::Reader& hub, const AccountId& account)
{
    db::Rows rows = hub.run(queries::reminder_setting_of, {{"account", std::string_view{account.text()}}});
    if (!rows.next()) { return {}; }
    return {rows.find_string("email"), rows.integer("daily_digest") == 1};
}

void put_reminder_setting(db::Writer& hub, const AccountId& account, const ReminderSetting& setting)
{
    hub.execute(queries::put_reminder_setting,
                {{"account", std::string_view{account.text()}},
                 {"email", db::or_null(setting.email)},
                 {"daily_digest", std::int64_t{setting.daily_digest ? 1 : 0}}});
}

std::vector<AccountId> accounts_to_remind(db::Reader& hub, Date day, Instant now)
{
    const std::string day_text = text_of(day);
    const std::string before = claimed_before(now);
    db::Rows rows = hub.run(queries::accounts_to_remind, {{"day", std::string_view{day_text}},
                                                          {"claimed_before", std::string_view{before}}});
    std::vector<AccountId> accounts;
    while (rows.next()) { accounts.emplace_back(rows.string("account_id")); }
    return accounts;
}

bool claim_reminder(db::Writer& hub, const Claim& claim)
{
    const std::string day = text_of(claim.day);
    const std::string now = text_of(claim.at);
    const std::string before = claimed_before(claim.at);
    return hub.execute(queries::claim_reminder, {{"account", std::string_view{claim.account.text()}},
                                                 {"day", std::string_view{day}},
                                                 {"now", std::string_view{now}},
                                                 {"claimed_before", std::string_view{before}}}) == 1;
}

void settle_reminder(db::Writer& hub, const Claim& claim, ReminderState state)
{
    const std::string day = text_of(claim.day);
    const std::string claimed_at = text_of(claim.at);
    hub.execute(queries::settle_reminder, {{"account", std::string_view{claim.account.text()}},
                                           {"day", std::string_view{day}},
                                           {"claimed_at", std::string_view{claimed_at}},
                                           {"state", word_of(state)}});
}

void delete_old_reminders(db::Writer& hub, Date today)
{
    const std::string before = text_of(today.plus_days(-days_kept));
    hub.execute(queries::delete_old_reminders, {{"before", std::string_view{before}}});
}

bool has_calendar_feed(db::Reader& hub, const AccountId& account)
{
    db::Rows rows = hub.run(queries::calendar_feed_of, {{"account", std::string_view{account.text()}}});
    return rows.next();
}

void put_calendar_feed(db::Writer& hub, const AccountId& account, std::string_view token_hash, Instant now)
{
    const std::string made_at = text_of(now);
    hub.execute(queries::put_calendar_feed, {{"account", std::string_view{account.text()}},
                                             {"token_hash", token_hash},
                                             {"made_at", std::string_view{made_at}}});
}

bool delete_calendar_feed(db::Writer& hub, const AccountId& account)
{
    return hub.execute(queries::delete_calendar_feed, {{"account", std::string_view{account.text()}}}) > 0;
}

std::optional<AccountId> find_account_of_feed(db::Reader& hub, std::string_view token_hash)
{
    db::Rows rows = hub.run(queries::account_of_calendar_feed, {{"token_hash", token_hash}});
    if (!rows.next()) { return std::nullopt; }
    return AccountId{rows.string("account_id")};
}

} // namespace samvei::reminders
