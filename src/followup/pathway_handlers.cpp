// Handlers of the pathways of a follow-up: steps apart from doing them, beginning, moving, ending.

#include "followup/answering.hpp"
#include "followup/input.hpp"
#include "followup/shapes.hpp"

namespace samvei::followup::handlers {

Response post_skip(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::skip_input, [&](const auto& id, const auto& body) {
        return skip_step(app, caller, id, input::place_from(body), http::text_in(body, "what"),
                         personal(body, "reason"), http::find_date_in(body, "next_due_on"));
    });
}

Response post_back(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::back_input, [&](const auto& id, const auto& body) {
        return go_back(app, caller, id, input::place_from(body), http::text_in(body, "to"),
                       personal(body, "reason"), http::find_date_in(body, "next_due_on"));
    });
}

Response post_pathway_date(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::pathway_date_input, [&](const auto& id, const auto& body) {
        return record_date(app, caller, id, input::place_from(body), http::text_in(body, "date"),
                           http::date_in(body, "day"), http::find_date_in(body, "next_due_on"));
    });
}

Response post_flag(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::flag_input, [&](const auto& id, const auto& body) {
        const FlagChange change = http::find_boolean_in(body, "raised").value_or(false) ? FlagChange::raise
                                                                                        : FlagChange::lower;
        return change_flag(app, caller, id, input::place_from(body), http::text_in(body, "flag"), change,
                           personal(body, "reason"), http::find_date_in(body, "next_due_on"));
    });
}

Response post_pathway(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::start_input,
                  [&](const auto& id, const auto& body) -> Result<Done> {
                      TRY(start_pathway(app, caller, id, input::start_from(body)));
                      return Done{};
                  });
}

Response post_not_started(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::not_started_input, [&](const auto& id, const auto& body) {
        return decide_not_started(app, caller, id, http::integer_in(body, "version"),
                                  http::text_in(body, "pathway"), http::text_in(body, "reason"),
                                  personal(body, "text"));
    });
}

Response post_stop(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::stop_input, [&](const auto& id, const auto& body) {
        return stop_pathway(app, caller, id, input::place_from(body), personal(body, "reason"));
    });
}

Response post_move(App& app, const Caller& caller, const Request& request)
{
    return change(app, caller, request, shapes::move_input, [&](const auto& id, const auto& body) {
        return move_pathway(app, caller, id, input::move_from(body));
    });
}

} // namespace samvei::followup::handlers
