#include "catalogue/handlers.hpp"

#include "catalogue/json.hpp"
#include "catalogue/own_text.hpp"
#include "catalogue/shapes.hpp"
#include "http/problem.hpp"
#include "pathway/reader.hpp"

#include <charconv>

namespace samvei::catalogue::handlers {

namespace {

Response not_found(const Request& request)
{
    return http::problem(Error{ErrorCode::not_found, "no such pathway"}, request);
}

Response unreadable(std::string_view field, const Request& request)
{
    return http::problem(Error{std::vector<FieldFault>{{std::string{field}, FaultCode::wrong_type}}},
                         request);
}

std::optional<int> find_number(const std::string& text)
{
    int number = 0;
    const char* const end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end) { return std::nullopt; }
    return number;
}

/// Only what can be read can be compared. That a copy has another name is no difference.
std::vector<pathway::Difference> differences_of(const std::string& base, const pathway::Definition& national,
                                                const std::string& definition)
{
    const auto after = pathway::read_definition(definition);
    if (!std::holds_alternative<pathway::Definition>(after)) { return {}; }
    const std::string renamed =
        own_text(definition, national.id, national.version, {national.id, national.version});
    return pathway::differences_between(std::get<pathway::JsonNode>(pathway::parse_json(base)),
                                        std::get<pathway::JsonNode>(pathway::parse_json(renamed)));
}

} // namespace

Response get_pathways(App& app, const Caller& caller, const Request& request)
{
    return http::json_response(200, json_of(lines_of(app, caller), request.language, app.clock.today()));
}

Response get_versions(App& app, const Caller& caller, const Request& request)
{
    const auto versions = versions_of(app, caller, request.path_parameter("pathway"));
    return versions.empty() ? not_found(request) : http::json_response(200, json_of(versions));
}

Response get_version(App& app, const Caller& caller, const Request& request)
{
    const std::string& id = request.path_parameter("pathway");
    const std::optional<int> version = find_number(request.path_parameter("version"));
    if (!version) { return not_found(request); }
    const std::optional<Texts> texts = texts_of(app, caller, id, *version);
    return texts ? http::json_response(200, json_of(id, *version, *texts)) : not_found(request);
}

Response post_retire(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::retire_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const std::string& pathway = request.path_parameter("pathway");
    const Result<Done> done =
        retire_own_versions(app, caller, pathway, http::text_in(body.value(), "reason"));
    if (!done) { return http::problem(done.error(), request); }
    const std::optional<Line> line = find_line(app, caller, pathway);
    if (!line) { return not_found(request); }
    return http::json_response(200, json_of(*line, request.language, app.clock.today()));
}

Response get_vocabulary(App& app, const Caller&, const Request& request)
{
    return http::json_response(200, vocabulary_json(app.content, request.language));
}

Response post_check(App& app, const Caller&, const Request& request)
{
    const auto body = http::decode(shapes::check_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const Texts texts{http::text_in(body.value(), "definition"), http::text_in(body.value(), "scenarios")};
    const std::optional<std::string> base = http::find_text_in(body.value(), "base");
    if (!base) {
        return http::json_response(200,
                                   json_of(check_texts(app.content, texts, app.clock.today(), nullptr), {}));
    }
    const auto read = pathway::read_definition(*base);
    const auto* national = std::get_if<pathway::Definition>(&read);
    if (national == nullptr) { return unreadable("base", request); }
    const Check result = check_texts(app.content, texts, app.clock.today(), national);
    return http::json_response(200, json_of(result, differences_of(*base, *national, texts.definition)));
}

Response post_trial(App&, const Caller&, const Request& request)
{
    const auto body = http::decode(shapes::trial_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const auto definition = pathway::read_definition(http::text_in(body.value(), "definition"));
    if (!std::holds_alternative<pathway::Definition>(definition)) {
        return unreadable("definition", request);
    }
    const auto facts = pathway::read_case(http::text_in(body.value(), "case"));
    if (!std::holds_alternative<pathway::Facts>(facts)) { return unreadable("case", request); }
    const Date today = http::date_in(body.value(), "today");
    const Trial trial =
        try_out(std::get<pathway::Definition>(definition), std::get<pathway::Facts>(facts), today);
    return http::json_response(200, json_of(trial, request.language, today));
}

} // namespace samvei::catalogue::handlers
