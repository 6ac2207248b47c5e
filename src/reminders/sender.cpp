#include "reminders/sender.hpp"

#include "base/log.hpp"
#include "reminders/digest.hpp"

#include <fmt/format.h>

#include <condition_variable>
#include <mutex>

namespace samvei::reminders {

namespace {

constexpr std::chrono::seconds round_every{60};

bool claim(App& app, const Claim& wanted)
{
    const Result<bool> claimed = app.hub().write([&](db::Writer& hub) -> Result<bool> {
        delete_old_reminders(hub, wanted.day);
        return claim_reminder(hub, wanted);
    });
    return claimed.value();
}

/// The digest of one account, with its rights of this moment; none when there is nothing to tell.
std::optional<Mail> find_mail(App& app, const Claim& claim)
{
    ReminderSetting setting;
    std::vector<Caller> callers;
    app.hub().read([&](db::Reader& hub) {
        setting = reminder_setting_of(hub, claim.account);
        callers = staff_callers_of(hub, claim.account);
        return Done{};
    });
    if (!setting.daily_digest || callers.empty()) { return std::nullopt; }
    const DigestCounts counts = digest_counts(everything_of(app, callers, Breaks::count), claim.day);
    if (counts.nothing()) { return std::nullopt; }
    const Language language = callers.front().language;
    DigestText text = digest_text(counts, language, app.login.public_origin + "/app/");
    return Mail{.from = {},
                .to = *setting.email,
                .subject = std::move(text.subject),
                .body = std::move(text.body),
                .language = language,
                .at = claim.at,
                .id = app.keys.keyed_hash("reminder", claim.account.text() + " " + text_of(claim.day))};
}

void log_round(const Round& round)
{
    if (round.sent + round.refused + round.failed == 0) { return; }
    log::info(
        fmt::format("reminders: {} sent, {} refused, {} failed", round.sent, round.refused, round.failed));
}

} // namespace

Sender::Sender(App& app, MailSettings settings) : app_{app}, settings_{std::move(settings)}
{
    check(settings_.on() && !app_.login.public_origin.empty(),
          "a sender has a server and something to link to");
}

/// What came of one claim; none when there was nothing to tell.
std::optional<Sending> Sender::remind(const Claim& claim, const std::stop_token& stop)
{
    std::optional<Mail> mail = find_mail(app_, claim);
    if (!mail) { return std::nullopt; }
    mail->from = settings_.from;
    return send_mail(settings_, *mail, stop);
}

void Sender::settle(const Claim& claim, ReminderState state)
{
    static_cast<void>(app_.hub().write([&](db::Writer& hub) -> Result<Done> {
        settle_reminder(hub, claim, state);
        return Done{};
    }));
}

/// Counts what came of one claim and writes it down; false when there is no use in going on.
bool Sender::finish(const Claim& claim, const std::optional<Sending>& sending, Round& round)
{
    if (!sending) {
        ++round.nothing;
        settle(claim, ReminderState::nothing);
        return true;
    }
    if (sending->delivery == Delivery::accepted) {
        ++round.sent;
        ++sent_;
        settle(claim, ReminderState::sent);
        return true;
    }
    ++failed_;
    const bool refused = sending->delivery == Delivery::refused;
    ++(refused ? round.refused : round.failed);
    log::warning("a reminder was not sent: " + sending->why);
    settle(claim, refused ? ReminderState::refused : ReminderState::failed);
    return sending->delivery != Delivery::unreachable;
}

Round Sender::send_due(const std::stop_token& stop)
{
    Round round;
    const std::optional<Date> day = digest_day(app_.clock.now());
    if (!day) { return round; }
    const std::vector<AccountId> accounts =
        app_.hub().read([&](db::Reader& hub) { return accounts_to_remind(hub, *day, app_.clock.now()); });
    for (const AccountId& account : accounts) {
        const Claim wanted{account, *day, app_.clock.now()};
        if (stop.stop_requested()) { break; }
        if (!claim(app_, wanted)) { continue; }
        if (!finish(wanted, remind(wanted, stop), round)) { break; }
    }
    log_round(round);
    return round;
}

EveryMinute::EveryMinute(Sender& sender)
    : sender_{sender}, thread_{[this](const std::stop_token& stop) { run(stop); }}
{}

void EveryMinute::run(const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock{mutex};
    std::condition_variable_any waiting;
    do {
        try {
            sender_.send_due(stop);
        } catch (const std::exception& failure) {
            log::warning(std::string{"reminders wait: "} + failure.what());
        }
    } while (!waiting.wait_for(lock, stop, round_every, [&] { return stop.stop_requested(); }));
}

} // namespace samvei::reminders
