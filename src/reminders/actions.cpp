#include "reminders/actions.hpp"

#include "access/journal.hpp"
#include "base/digest.hpp"
#include "reminders/feed.hpp"
#include "reminders/message.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::reminders {

namespace {

void note(db::Writer& hub, const App& app, const Caller& caller, std::string act,
          const boost::json::object& facts)
{
    access::append_journal(hub, caller, app.clock.now(),
                           {.subject = "account:" + caller.account.text(),
                            .act = std::move(act),
                            .purpose = "reminders",
                            .audience = {},
                            .content = boost::json::serialize(facts)});
}

Error fault(FaultCode code)
{
    return Error{std::vector<FieldFault>{{"email", code}}};
}

} // namespace

RemindersView view_reminders(App& app, const Caller& caller)
{
    return app.hub().read([&](db::Reader& hub) {
        return RemindersView{reminder_setting_of(hub, caller.account),
                             has_calendar_feed(hub, caller.account)};
    });
}

Result<Done> change_reminders(App& app, const Caller& caller, const std::optional<std::string>& email,
                              bool daily_digest)
{
    if (email && !email->empty() && !is_email_address(*email)) { return fault(FaultCode::not_an_email); }
    return app.hub().write([&](db::Writer& hub) -> Result<Done> {
        ReminderSetting setting = reminder_setting_of(hub, caller.account);
        if (email) { setting.email = email->empty() ? std::nullopt : email; }
        setting.daily_digest = daily_digest;
        if (daily_digest && !setting.email) { return fault(FaultCode::required); }
        put_reminder_setting(hub, caller.account, setting);
        note(hub, app, caller, "reminders_changed",
             {{"email", setting.email.has_value()}, {"daily_digest", daily_digest}});
        return Done{};
    });
}

std::string make_calendar_feed(App& app, const Caller& caller)
{
    const std::string token = access::random_token();
    static_cast<void>(app.hub().write([&](db::Writer& hub) -> Result<Done> {
        put_calendar_feed(hub, caller.account, sha256_hex(token), app.clock.now());
        note(hub, app, caller, "calendar_made", {});
        return Done{};
    }));
    return token;
}

void withdraw_calendar_feed(App& app, const Caller& caller)
{
    static_cast<void>(app.hub().write([&](db::Writer& hub) -> Result<Done> {
        if (delete_calendar_feed(hub, caller.account)) { note(hub, app, caller, "calendar_withdrawn", {}); }
        return Done{};
    }));
}

Result<FeedView> view_feed(App& app, std::string_view token, std::string_view origin)
{
    const std::vector<Caller> callers = app.hub().read([&](db::Reader& hub) {
        const std::optional<AccountId> account = find_account_of_feed(hub, sha256_hex(token));
        return account ? staff_callers_of(hub, *account) : std::vector<Caller>{};
    });
    if (callers.empty()) { return Error{ErrorCode::not_found, "no such feed, or nobody to show it to"}; }
    Everything everything = everything_of(app, callers, Breaks::leave_out);
    const std::vector<CalendarEvent> events = events_of(everything, callers.front().language, origin);
    return FeedView{icalendar_of(events, "Samvei", app.clock.now()), std::move(everything.looks)};
}

} // namespace samvei::reminders
