#include "followup/handlers.hpp"
#include "followup/input.hpp"
#include "followup/json.hpp"
#include "followup/shapes.hpp"

#include "http/problem.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <functional>

namespace samvei::followup::handlers {

namespace {

namespace json = boost::json;

constexpr std::int64_t assessments_max = 500;

EarlyConcernId asked_concern(const Request& request)
{
    return find_id<EarlyConcernId>(request.path_parameter("early_concern")).value_or(EarlyConcernId{});
}

Response answer_concern(App& app, const Caller& caller, const Request& request, const EarlyConcernId& id,
                        int status)
{
    const Result<ConcernView> view = view_concern(app, caller, id);
    if (!view) { return http::problem(view.error(), request); }
    const Shown shown{app, caller, request.language};
    return http::json_response(status, json::serialize(json_of(shown, view.value())));
}

/// A refusal; for an edit conflict with what is stored now.
Response refuse(App& app, const Caller& caller, const Request& request, const EarlyConcernId& id,
                const Error& error)
{
    if (error.code != ErrorCode::edit_conflict) { return http::problem(error, request); }
    const Response current = answer_concern(app, caller, request, id, 200);
    return http::problem(error, request, current.status == 200 ? current.body : std::string{});
}

using Change = std::function<Result<Done>(const EarlyConcernId&, const json::object&)>;

/// Decode, act, answer with the early concern as it is then.
Response change_concern(App& app, const Caller& caller, const Request& request, const http::Shape& shape,
                        const Change& change)
{
    const Result<json::object> body = http::decode(shape, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const EarlyConcernId id = asked_concern(request);
    const Result<Done> done = change(id, body.value());
    if (!done) { return refuse(app, caller, request, id, done.error()); }
    return answer_concern(app, caller, request, id, 200);
}

} // namespace

Response post_early_concern(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::early_concern_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Result<EarlyConcernId> id = begin_concern(app, caller, input::concern_from(body.value()));
    if (!id) { return http::problem(id.error(), request); }
    return answer_concern(app, caller, request, id.value(), 201);
}

Response get_early_concern(App& app, const Caller& caller, const Request& request)
{
    return answer_concern(app, caller, request, asked_concern(request), 200);
}

Response put_early_concern(App& app, const Caller& caller, const Request& request)
{
    return change_concern(app, caller, request, shapes::early_concern_edit,
                          [&](const auto& id, const auto& body) {
                              return save_concern(app, caller, id, http::integer_in(body, "version"),
                                                  input::concern_from(body));
                          });
}

Response post_concern_step(App& app, const Caller& caller, const Request& request)
{
    return change_concern(app, caller, request, shapes::step_input, [&](const auto& id, const auto& body) {
        return take_concern_step(app, caller, id, input::step_from(body));
    });
}

Response post_concern_undo(App& app, const Caller& caller, const Request& request)
{
    return change_concern(app, caller, request, shapes::version_input, [&](const auto& id, const auto& body) {
        return undo_concern_step(app, caller, id, http::integer_in(body, "version"));
    });
}

Response post_discussion(App& app, const Caller& caller, const Request& request)
{
    return change_concern(app, caller, request, shapes::discussion_input,
                          [&](const auto& id, const auto& body) {
                              return record_discussion(app, caller, id, input::discussion_from(body));
                          });
}

Response post_own_measure(App& app, const Caller& caller, const Request& request)
{
    return change_concern(app, caller, request, shapes::own_measure_input,
                          [&](const auto& id, const auto& body) {
                              return save_own_measure(app, caller, id, input::own_measure_from(body));
                          });
}

Response post_duty_assessment(App& app, const Caller& caller, const Request& request)
{
    const Result<json::object> body = http::decode(shapes::duty_assessment_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    DutyAssessment assessment = input::duty_assessment_from(body.value());
    assessment.made_at = app.clock.now();
    const Result<DutyAssessmentId> id = assess_duty(app, caller, assessment);
    if (!id) { return http::problem(id.error(), request); }
    assessment.id = id.value();
    return http::json_response(201, json::serialize(json_of(assessment)));
}

Response get_duty_assessments(App& app, const Caller& caller, const Request&)
{
    const std::vector<DutyAssessment> own = app.of(caller).read(
        [&](db::Reader& db) { return duty_assessments_by(db, caller.account, assessments_max); });
    json::array assessments;
    for (const DutyAssessment& assessment : own) { assessments.push_back(json_of(assessment)); }
    json::object object;
    object["assessments"] = std::move(assessments);
    return http::json_response(200, json::serialize(object));
}

} // namespace samvei::followup::handlers
