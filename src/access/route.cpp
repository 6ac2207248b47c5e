#include "access/route.hpp"

#include "access/sessions.hpp"
#include "http/problem.hpp"

namespace samvei::access {

namespace {

bool changes_something(http::Method method)
{
    return method != http::Method::get;
}

/// What stands after "://", as in a Host header; "" when there is nothing.
std::string_view authority_of(std::string_view origin)
{
    const std::size_t end = origin.find("://");
    return end == std::string_view::npos ? std::string_view{} : origin.substr(end + 3);
}

/// False when the browser says that another site made it ask. Browsers too old to say are stopped by the CSRF
/// token. Source: Fetch Metadata Request Headers (W3C), RFC 6454 §7.
bool comes_from_our_pages(const App& app, const http::Request& request)
{
    const std::string_view site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") { return false; }
    const std::string_view origin = request.header("origin");
    if (origin.empty()) { return true; }
    if (!app.login.public_origin.empty()) { return origin == app.login.public_origin; }
    const std::string_view host = request.header("host");
    return !host.empty() && authority_of(origin) == host;
}

bool may_enter(Entry entry, const Caller& caller)
{
    if (entry == Entry::account) { return true; }
    if (caller.membership.empty()) { return false; }
    switch (entry) {
    case Entry::anyone:
    case Entry::account:
    case Entry::logged_in: return true;
    case Entry::staff: return caller.role != Role::family;
    case Entry::overseers: return caller.role == Role::leader || caller.role == Role::bti_coordinator;
    case Entry::family: return caller.role == Role::family;
    }
    return false;
}

http::Response refuse_csrf(const http::Request& request, const char* why)
{
    return http::problem(Error{ErrorCode::csrf_failed, why}, request);
}

http::Response ask_for_login(const App& app, const http::Request& request, bool clear_cookie)
{
    http::Response response = http::problem(Error{ErrorCode::login_required, "no session in force"}, request);
    if (clear_cookie) { response.headers.emplace_back("Set-Cookie", expired_cookie_of(app)); }
    return response;
}

http::Response answer_in_session(App& app, const Route& route, const Handling& handling,
                                 const ActiveSession& session, const http::Request& request)
{
    if (!may_enter(route.entry, session.caller)) {
        return http::problem(Error{ErrorCode::not_found, "the role does not come in here"}, request);
    }
    if (changes_something(route.method) && !same_secret(request.header(csrf_header), session.csrf)) {
        return refuse_csrf(request, "the token of the session is missing or another one");
    }
    return handling(app, session.caller, request);
}

http::Response answer(App& app, const Route& route, const Handling& handling, const http::Request& request)
{
    if (changes_something(route.method) && !comes_from_our_pages(app, request)) {
        return refuse_csrf(request, "another site asked");
    }
    if (route.entry == Entry::anyone) { return handling(app, Caller{}, request); }

    const auto token = request.find_cookie(session_cookie);
    const auto session = token ? find_session(app, *token) : std::nullopt;
    if (!session) { return ask_for_login(app, request, token.has_value()); }

    const bool language_said = !request.header("accept-language").empty();
    if (language_said || request.language == session->caller.language) {
        return answer_in_session(app, route, handling, *session, request);
    }
    http::Request in_own_language = request;
    in_own_language.language = session->caller.language;
    return answer_in_session(app, route, handling, *session, in_own_language);
}

} // namespace

http::RouteText text_of(const Route& route, std::string_view room)
{
    return {.summary = route.summary,
            .tag = room,
            .input = route.input,
            .output = route.output,
            .success = route.success,
            .output_type = route.output_type,
            .login = route.entry != Entry::anyone,
            .query = route.query == nullptr ? std::vector<http::Field>{} : route.query->fields};
}

http::BoundRoute bind_route(App& app, std::string_view room, const Route& route, Handling handling)
{
    return {.method = route.method,
            .path = route.path,
            .handler = [&app, route, handling = std::move(handling)](
                           const http::Request& request) { return answer(app, route, handling, request); },
            .text = text_of(route, room)};
}

std::vector<http::BoundRoute> bind_routes(App& app, std::string_view room, std::span<const Route> routes)
{
    std::vector<http::BoundRoute> bound;
    bound.reserve(routes.size());
    for (const Route& route : routes) { bound.push_back(bind_route(app, room, route, route.handler)); }
    return bound;
}

} // namespace samvei::access
