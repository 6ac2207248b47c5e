#include "followup/answering.hpp"

#include <boost/json/serialize.hpp>

namespace samvei::followup::handlers {

namespace {

Response refuse(App& app, const Caller& caller, const Request& request, const FollowUpId& id,
                const Error& error, const Current& current)
{
    if (error.code != ErrorCode::edit_conflict) { return http::problem(error, request); }
    const Result<FollowUpView> view = view_follow_up(app, caller, id);
    if (!view) { return http::problem(view.error(), request); }
    const Shown shown{app, caller, request.language};
    const json::object stored = current ? current(shown, view.value()) : json_of(shown, view.value());
    Response response = http::problem(error, request, json::serialize(stored));
    response.durable = app.access_log.record(
        caller.municipality, {access::make_look(caller, view.value().work.permit, "follow_up")});
    return response;
}

} // namespace

Response answer_follow_up(App& app, const Caller& caller, const Request& request, const FollowUpId& id,
                          int status)
{
    if (caller.role == access::Role::family) { return http::no_content(); }
    const Result<FollowUpView> view = view_follow_up(app, caller, id);
    if (!view) { return http::problem(view.error(), request); }
    const Shown shown{app, caller, request.language};
    Response response = http::json_response(status, json::serialize(json_of(shown, view.value())));
    response.durable = app.access_log.record(
        caller.municipality, {access::make_look(caller, view.value().work.permit, "follow_up")});
    return response;
}

Response change(App& app, const Caller& caller, const Request& request, const http::Shape& shape,
                const Change& act, const Current& current)
{
    const Result<json::object> body = http::decode(shape, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const FollowUpId id = asked_follow_up(request);
    const Result<Done> done = act(id, body.value());
    if (!done) { return refuse(app, caller, request, id, done.error(), current); }
    return answer_follow_up(app, caller, request, id, 200);
}

} // namespace samvei::followup::handlers
