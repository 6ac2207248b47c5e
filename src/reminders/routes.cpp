#include "reminders/routes.hpp"

#include "http/problem.hpp"
#include "reminders/actions.hpp"
#include "reminders/shapes.hpp"

#include <boost/json/serialize.hpp>

#include <array>

namespace samvei::reminders {

namespace {

namespace json = boost::json;
using access::Entry;
using access::Route;
using http::Request;
using http::Response;

constexpr std::string_view feed_suffix = ".ics";

/// Where the browser found us; on plain http the Host it asked for.
std::string origin_of(const App& app, const Request& request)
{
    if (!app.login.public_origin.empty()) { return app.login.public_origin; }
    return "http://" + std::string{request.header("host")};
}

Response get_reminders(App& app, const Caller& caller, const Request&)
{
    const RemindersView view = view_reminders(app, caller);
    json::object object;
    if (view.setting.email) { object["email"] = *view.setting.email; }
    object["daily_digest"] = view.setting.daily_digest;
    object["calendar"] = view.calendar;
    object["mail_on"] = app.mail_on;
    return http::json_response(200, json::serialize(object));
}

Response put_reminders(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::reminders_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<Done> done = change_reminders(app, caller, http::find_text_in(body.value(), "email"),
                                               http::boolean_in(body.value(), "daily_digest"));
    if (!done) { return http::problem(done.error(), request); }
    return get_reminders(app, caller, request);
}

Response post_calendar(App& app, const Caller& caller, const Request& request)
{
    std::string url = origin_of(app, request) + "/calendar/" + make_calendar_feed(app, caller);
    url += feed_suffix;
    return http::json_response(201, json::serialize(json::object{{"url", url}}));
}

Response post_calendar_withdraw(App& app, const Caller& caller, const Request&)
{
    withdraw_calendar_feed(app, caller);
    return http::no_content();
}

/// Hands in the looks; the ticket of the last ones, when those before it are durable.
Pending record(App& app, std::map<std::string, std::vector<access::Look>> looks)
{
    Pending last;
    for (auto& [municipality, of_municipality] : looks) {
        if (last.wait() == Outcome::failed) { throw StoreFailure{"looks were not stored"}; }
        last = app.access_log.record(municipality, std::move(of_municipality));
    }
    return last;
}

Response get_calendar(App& app, const Caller&, const Request& request)
{
    const std::string_view file = request.path_parameter("file");
    const bool named = file.ends_with(feed_suffix);
    Result<FeedView> view = view_feed(app, named ? file.substr(0, file.size() - feed_suffix.size()) : "",
                                      origin_of(app, request));
    if (!view) { return http::problem(view.error(), request); }
    Response response{.status = 200,
                      .content_type = "text/calendar; charset=utf-8",
                      .body = std::move(view.value().icalendar)};
    response.headers.emplace_back("Cache-Control", "private");
    response.durable = record(app, std::move(view.value().looks));
    return response;
}

using enum http::Method;

const std::array table{
    Route{get, "/v1/reminders", get_reminders, Entry::staff, "How I am reminded", nullptr,
          &shapes::reminders},
    Route{put, "/v1/reminders", put_reminders, Entry::staff, "Change how I am reminded",
          &shapes::reminders_input, &shapes::reminders},
    Route{post, "/v1/reminders/calendar", post_calendar, Entry::staff,
          "A new address for my calendar; the old one ends", nullptr, &shapes::calendar_address, 201},
    Route{post, "/v1/reminders/calendar/withdraw", post_calendar_withdraw, Entry::staff,
          "End my calendar's address", nullptr, nullptr, 204},
    Route{get, "/calendar/{file}", get_calendar, Entry::anyone,
          "The meetings and dates of whoever this secret address belongs to: {token}.ics", nullptr, nullptr,
          200, nullptr, "text/calendar"},
};

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace samvei::reminders
