#pragma once
// One's own reminders and calendar feed. Every change is in the account's journal, without the address.

#include "reminders/store.hpp"

namespace samvei::reminders {

struct RemindersView {
    ReminderSetting setting;
    bool calendar = false; ///< A feed exists.
};
RemindersView view_reminders(App& app, const Caller& caller);

/// `email`: none keeps what is stored, "" removes it. Refuses with invalid_fields: not an address, or a
/// digest wanted without one.
Result<Done> change_reminders(App& app, const Caller& caller, const std::optional<std::string>& email,
                              bool daily_digest);

/// A new feed; the one before it ends. The token, which is stored nowhere.
std::string make_calendar_feed(App& app, const Caller& caller);
/// Does nothing when there is none.
void withdraw_calendar_feed(App& app, const Caller& caller);

/// What a feed shows now, and the looks that must be durable before it is shown.
struct FeedView {
    std::string icalendar;
    std::map<std::string, std::vector<access::Look>> looks; ///< By municipality.
};
/// Refuses with not_found: no such token, withdrawn, or an account that acts for no unit any more.
Result<FeedView> view_feed(App& app, std::string_view token, std::string_view origin);

} // namespace samvei::reminders
