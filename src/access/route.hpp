#pragma once
// A row of a room's route table, and how a table becomes handlers: session, CSRF and language are dealt
// with here, once, so that no handler can forget them.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "http/router.hpp"

#include <functional>
#include <span>
#include <vector>

namespace samvei::access {

/// Who may come in at all. What one may see inside is decided by a Permit.
enum class Entry {
    anyone,    ///< No session needed. `caller` is empty (no account) in the handler.
    account,   ///< A session, even when no membership is left to act as: then the caller's is empty.
    logged_in, ///< Any membership.
    staff,     ///< Any role but family.
    overseers, ///< Leader or BTI coordinator.
    family,
};

/// `input` none: no body is read. The handler gets the body only through http::decode(*input, ...).
struct Route {
    http::Method method;
    std::string_view path;
    http::Response (*handler)(App& app, const Caller& caller, const http::Request& request);
    Entry entry;
    std::string_view summary;
    const http::Shape* input = nullptr;
    const http::Shape* output = nullptr;
    int success = 200;
    const http::Shape* query = nullptr; ///< Parameters of the query; the handler reads them.
    std::string_view output_type = "application/json";
};

/// What a description of the API says of a route of this room.
http::RouteText text_of(const Route& route, std::string_view room);

/// Handlers for http::Router. A role outside `entry` gets not_found. Every method but GET needs the CSRF
/// token of the session and, when the browser sends Origin or Sec-Fetch-Site, that it is ours.
/// request.language becomes the account's unless the request says otherwise.
std::vector<http::BoundRoute> bind_routes(App& app, std::string_view room, std::span<const Route> routes);

/// The same for one route whose handler needs more than the App; `route.handler` is not read.
using Handling = std::function<http::Response(App& app, const Caller& caller, const http::Request& request)>;
http::BoundRoute bind_route(App& app, std::string_view room, const Route& route, Handling handling);

/// The routes of this room: session, units, settings, guides, pathways.
std::span<const Route> routes();

} // namespace samvei::access
