#pragma once
// Sends the daily digests. What it guarantees: every account that wants one gets the digest of a working day
// at least once, if a mail server takes it before the day ends; twice only when a server stops, or the mail
// server hangs up, between taking the mail and saying so. Each attempt carries the same Message-ID.

#include "reminders/smtp.hpp"
#include "reminders/store.hpp"

#include <atomic>
#include <cstdint>
#include <thread>

namespace samvei::reminders {

/// What came of one round.
struct Round {
    int sent = 0;
    int nothing = 0; ///< There was nothing to tell.
    int refused = 0; ///< Not tried again today.
    int failed = 0;  ///< Tried again in an hour.
};

/// Thread-safe.
class Sender {
public:
    /// `settings` are on, and the app has a public origin to link to.
    Sender(App& app, MailSettings settings);

    /// Sends what is due now and not claimed by another server; ends early when asked to stop, or when there
    /// is no mail server to be reached.
    Round send_due(const std::stop_token& stop);

    std::uint64_t sent() const { return sent_; }
    std::uint64_t failed() const { return failed_; }

private:
    std::optional<Sending> remind(const Claim& claim, const std::stop_token& stop);
    void settle(const Claim& claim, ReminderState state);
    bool finish(const Claim& claim, const std::optional<Sending>& sending, Round& round);

    App& app_;
    MailSettings settings_;
    std::atomic<std::uint64_t> sent_ = 0;
    std::atomic<std::uint64_t> failed_ = 0;
};

/// Lets a sender send every minute until this ends. A round that fails is logged and tried again.
class EveryMinute {
public:
    explicit EveryMinute(Sender& sender);

private:
    void run(const std::stop_token& stop);

    Sender& sender_;
    std::jthread thread_;
};

} // namespace samvei::reminders
