#include "catalogue/handlers.hpp"
#include "catalogue/json.hpp"
#include "catalogue/national.hpp"
#include "catalogue/shapes.hpp"
#include "http/problem.hpp"

namespace samvei::catalogue::handlers {

namespace {

std::string draft_text(App& app, const Draft& draft)
{
    const auto base = find_national_texts(app, draft.mark.pathway, draft.mark.based_on);
    check(base.has_value(), "a draft is based on a version that is there");
    return json_of(draft, base->definition);
}

/// The draft, or why not; who saved too late gets the draft as it is now.
Response answer(App& app, const Caller& caller, const Result<Draft>& draft, const Request& request)
{
    if (draft) { return http::json_response(200, draft_text(app, draft.value())); }
    std::string current;
    if (draft.error().code == ErrorCode::edit_conflict) {
        const Result<Draft> stored = draft_of(app, caller, request.path_parameter("pathway"));
        if (stored) { current = draft_text(app, stored.value()); }
    }
    return http::problem(draft.error(), request, current);
}

/// What the body chooses, each path "ours" or "theirs".
Result<pathway::Choices> choices_in(const boost::json::object& body)
{
    pathway::Choices choices;
    std::vector<FieldFault> faults;
    for (const auto& [path, taken] : http::text_map_in(body, "choices")) {
        if (taken != "ours" && taken != "theirs") {
            faults.push_back({"choices." + path, FaultCode::not_one_of});
        }
        choices[path] = taken == "ours" ? pathway::Taken::ours : pathway::Taken::theirs;
    }
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return choices;
}

} // namespace

Response post_draft(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::draft_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<OpenedDraft> opened = open_draft(app, caller, http::text_in(body.value(), "pathway"));
    if (!opened) { return http::problem(opened.error(), request); }
    return http::json_response(opened.value().is_new ? 201 : 200, draft_text(app, opened.value().draft));
}

Response get_draft(App& app, const Caller& caller, const Request& request)
{
    return answer(app, caller, draft_of(app, caller, request.path_parameter("pathway")), request);
}

Response put_draft(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::draft_edit, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Texts texts{http::text_in(body.value(), "definition"), http::text_in(body.value(), "scenarios")};
    return answer(app, caller,
                  save_draft(app, caller, request.path_parameter("pathway"),
                             http::integer_in(body.value(), "version"), texts),
                  request);
}

Response post_discard(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::draft_version, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<Done> done = discard_draft(app, caller, request.path_parameter("pathway"),
                                            http::integer_in(body.value(), "version"));
    return done ? http::no_content() : answer(app, caller, done.error(), request);
}

Response post_publish(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::publish_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const std::string& pathway = request.path_parameter("pathway");
    const Result<Done> done = publish_draft(app, caller, pathway, http::integer_in(body.value(), "version"),
                                            http::text_in(body.value(), "note"));
    if (!done) { return answer(app, caller, done.error(), request); }
    const std::optional<Line> line = find_line(app, caller, pathway);
    check(line.has_value(), "what was published is a copy of a national pathway");
    return http::json_response(200, json_of(*line, request.language, app.clock.today()));
}

Response get_update(App& app, const Caller& caller, const Request& request)
{
    const Result<Update> update = update_of(app, caller, request.path_parameter("pathway"));
    if (!update) { return http::problem(update.error(), request); }
    return http::json_response(200, json_of(update.value()));
}

Response post_update(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::update_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<pathway::Choices> choices = choices_in(body.value());
    if (!choices) { return http::problem(choices.error(), request); }
    return answer(app, caller,
                  take_update(app, caller, request.path_parameter("pathway"),
                              http::integer_in(body.value(), "version"), choices.value()),
                  request);
}

} // namespace samvei::catalogue::handlers
