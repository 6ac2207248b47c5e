// The routes of this room: session, units, settings, guides, pathways.
#include "access/route.hpp"

#include "access/answers.hpp"
#include "access/login.hpp"
#include "access/sessions.hpp"
#include "access/settings.hpp"
#include "access/shapes.hpp"
#include "access/units.hpp"
#include "http/problem.hpp"

#include <array>

namespace samvei::access {

namespace {

using http::Request;
using http::Response;

/// The session that let this request in. It was there before the handler; it may have ended since (a logout
/// pressed twice), which is login_required.
Result<ActiveSession> session_of(App& app, const Request& request)
{
    const auto token = request.find_cookie(session_cookie);
    auto session = token ? find_session(app, *token) : std::nullopt;
    if (!session) { return Error{ErrorCode::login_required, "the session ended meanwhile"}; }
    return std::move(*session);
}

Response answer_session(App& app, const ActiveSession& session)
{
    const auto memberships =
        app.hub().read([&](db::Reader& hub) { return memberships_of(hub, session.caller.account); });
    return http::json_response(200, session_json(session, memberships));
}

Response answer_own_session(App& app, const Request& request)
{
    const Result<ActiveSession> session = session_of(app, request);
    return session ? answer_session(app, session.value()) : http::problem(session.error(), request);
}

Response post_session(App& app, const Caller&, const Request& request)
{
    const auto input = http::decode(shapes::login_input, request.body);
    if (!input) { return http::problem(input.error(), request); }
    const std::string username = http::text_in(input.value(), "username");
    const std::string password = http::text_in(input.value(), "password");

    const LoginAnswer answer = log_in(app, {.username = username,
                                            .password = password,
                                            .remote = request.remote,
                                            .old_token = request.find_cookie(session_cookie)});
    if (!answer.token) {
        Response refusal = http::problem(answer.token.error(), request);
        if (answer.retry_after_seconds > 0) {
            refusal.headers.emplace_back("Retry-After", std::to_string(answer.retry_after_seconds));
        }
        return refusal;
    }
    const auto session = find_session(app, answer.token.value());
    check(session.has_value(), "a session that has just begun is there");
    Response response = answer_session(app, *session);
    response.headers.emplace_back("Set-Cookie", cookie_of(app, answer.token.value()));
    return response;
}

Response get_session(App& app, const Caller&, const Request& request)
{
    return answer_own_session(app, request);
}

Response delete_session(App& app, const Caller&, const Request& request)
{
    const Result<ActiveSession> session = session_of(app, request);
    if (!session) { return http::problem(session.error(), request); }
    log_out(app, session.value());
    Response response = http::no_content();
    response.headers.emplace_back("Set-Cookie", expired_cookie_of(app));
    return response;
}

Response put_acting(App& app, const Caller&, const Request& request)
{
    const auto input = http::decode(shapes::acting_input, request.body);
    if (!input) { return http::problem(input.error(), request); }
    const Result<ActiveSession> session = session_of(app, request);
    if (!session) { return http::problem(session.error(), request); }
    const auto done = act_as(app, session.value(), http::id_in<MembershipId>(input.value(), "membership"));
    if (!done) { return http::problem(done.error(), request); }
    return answer_own_session(app, request);
}

Response put_language(App& app, const Caller& caller, const Request& request)
{
    const auto input = http::decode(shapes::language_input, request.body);
    if (!input) { return http::problem(input.error(), request); }
    const auto language = find_language(http::text_in(input.value(), "language"));
    check(language.has_value(), "the shape lets in only languages");
    change_language(app, caller.account, *language);
    return answer_own_session(app, request);
}

Response get_units(App& app, const Caller& caller, const Request&)
{
    return app.hub().read([&](db::Reader& hub) {
        return http::json_response(
            200, units_json(units_of(hub, caller.municipality), colleagues_of(hub, caller.municipality)));
    });
}

std::string settings_text(App& app, const Caller& caller, Language language)
{
    const auto settings = app.of(caller).read([](db::Reader& db) { return settings_in(db); });
    const auto may_edit = caller.role == Role::leader || caller.role == Role::bti_coordinator ? MayEdit::yes
                                                                                              : MayEdit::no;
    return settings_json(settings, app.content.settings, language, may_edit);
}

Response get_settings(App& app, const Caller& caller, const Request& request)
{
    return http::json_response(200, settings_text(app, caller, request.language));
}

Response put_settings(App& app, const Caller& caller, const Request& request)
{
    const auto input = http::decode(shapes::settings_input, request.body);
    if (!input) { return http::problem(input.error(), request); }
    std::map<std::string, std::string> values;
    for (const auto& value : http::object_in(input.value(), "values")) {
        values.emplace(value.key(), value.value().as_string());
    }
    const auto done = change_settings(app, caller, http::integer_in(input.value(), "version"), values);
    if (!done) {
        const bool conflict = done.error().code == ErrorCode::edit_conflict;
        const std::string current = conflict ? settings_text(app, caller, request.language) : std::string{};
        return http::problem(done.error(), request, current);
    }
    return http::json_response(200, settings_text(app, caller, request.language));
}

/// The file itself, as it was checked at start.
Response answer_file(const std::map<std::string, std::string>& files, const std::string& id,
                     const Request& request)
{
    const auto found = files.find(id);
    if (found == files.end()) {
        return http::problem(Error{ErrorCode::not_found, "no such content"}, request);
    }
    return http::json_response(200, found->second);
}

Response get_guide(App& app, const Caller&, const Request& request)
{
    return answer_file(app.content.guides_json, request.path_parameter("guide"), request);
}

Response get_pathway(App& app, const Caller&, const Request& request)
{
    return answer_file(app.content.pathway_json, request.path_parameter("pathway"), request);
}

using enum http::Method;

constexpr std::array table = std::to_array<Route>({
    {post, "/v1/session", post_session, Entry::anyone, "Log in", &shapes::login_input, &shapes::session},
    {get, "/v1/session", get_session, Entry::account, "Who I am and how I may act", nullptr,
     &shapes::session},
    {delete_, "/v1/session", delete_session, Entry::account, "Log out", nullptr, nullptr, 204},
    {put, "/v1/session/acting", put_acting, Entry::account, "Act as another of my memberships",
     &shapes::acting_input, &shapes::session},
    {put, "/v1/session/language", put_language, Entry::account, "Change my language", &shapes::language_input,
     &shapes::session},
    {get, "/v1/units", get_units, Entry::staff, "Units of the municipality and who works there", nullptr,
     &shapes::units},
    {get, "/v1/settings", get_settings, Entry::staff, "Settings of the municipality", nullptr,
     &shapes::settings},
    {put, "/v1/settings", put_settings, Entry::overseers, "Change settings of the municipality",
     &shapes::settings_input, &shapes::settings},
    {get, "/v1/guides/{guide}", get_guide, Entry::staff, "A guide, as its content file says"},
    {get, "/v1/pathways/{pathway}", get_pathway, Entry::logged_in, "A pathway, as its content file says"},
});

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace samvei::access
