#include "directory/coverage_routes.hpp"

#include "directory/coverage_answers.hpp"
#include "directory/coverage_shapes.hpp"
#include "directory/offers.hpp"
#include "finder/words.hpp"
#include "http/problem.hpp"

#include <array>

namespace samvei::directory {

namespace {

namespace json = boost::json;
using access::Entry;
using access::Route;
using http::Method;
using http::Request;
using http::Response;

Response get_coverage(App& app, const Caller& caller, const Request& request)
{
    const finder::Vocabulary& vocabulary = app.shelf.vocabulary();
    const std::string theme{request.find_query("theme").value_or("")};
    if (!theme.empty() && vocabulary.find_theme(theme) == nullptr) {
        return http::problem(Error{std::vector<FieldFault>{{"theme", FaultCode::not_known}}}, request);
    }
    const auto index = current_index(app);
    finder::CoverageQuestion question{.municipality = caller.municipality,
                                      .theme = theme,
                                      .today = app.clock.today(),
                                      .stale_days = FreshnessRule{}.remind_owner_days};
    return http::json_response(200, coverage_json(index->offers(), question, vocabulary, request.language));
}

std::string register_text(App& app, const Caller& caller, const Request& request)
{
    return responsibilities_json(responsibilities_here(app, caller), app.shelf.vocabulary(),
                                 request.language);
}

/// The register as it is now; after a refusal too, when somebody else was first.
Response answer(App& app, const Caller& caller, const Request& request, const Result<Done>& done, int success)
{
    if (done) { return http::json_response(success, register_text(app, caller, request)); }
    const bool conflict = done.error().code == ErrorCode::edit_conflict;
    return http::problem(done.error(), request,
                         conflict ? register_text(app, caller, request) : std::string{});
}

ResponsibilityText text_from(const json::object& object)
{
    ResponsibilityText text;
    text.ages = {static_cast<int>(http::integer_in(object, "age_from")),
                 static_cast<int>(http::integer_in(object, "age_to"))};
    text.theme = http::text_in(object, "theme");
    for (const std::string& word : http::texts_in(object, "severities")) {
        const auto severity = find_word<finder::Severity>(word);
        check(severity.has_value(), "a decoded severity is one of its words");
        text.severities.push_back(*severity);
    }
    text.unit = http::find_id_in<access::UnitId>(object, "unit");
    if (!text.unit) { text.other_unit = http::find_text_in(object, "other_unit").value_or(""); }
    text.leader = http::text_in(object, "leader");
    text.decided_on = http::date_in(object, "decided_on");
    text.note = http::find_text_in(object, "note").value_or("");
    return text;
}

/// None when it is not the shape of an id: then there is no such row.
std::optional<ResponsibilityId> row_in(const Request& request)
{
    return find_id<ResponsibilityId>(request.path_parameter("responsibility"));
}

Response absent(const Request& request)
{
    return http::problem(Error{ErrorCode::not_found, "not the shape of an id"}, request);
}

Response get_responsibilities(App& app, const Caller& caller, const Request& request)
{
    return http::json_response(200, register_text(app, caller, request));
}

Response post_responsibility(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::responsibility_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    constexpr int created = 201;
    return answer(app, caller, request, add_responsibility(app, caller, text_from(body.value())), created);
}

Response put_responsibility(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::responsibility_edit, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const auto row = row_in(request);
    if (!row) { return absent(request); }
    const std::int64_t version = http::integer_in(body.value(), "version");
    return answer(app, caller, request,
                  change_responsibility(app, caller, *row, version, text_from(body.value())), 200);
}

Response post_end(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::responsibility_version, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const auto row = row_in(request);
    if (!row) { return absent(request); }
    return answer(app, caller, request,
                  end_responsibility(app, caller, *row, http::integer_in(body.value(), "version")), 200);
}

Response get_unanswered(App& app, const Caller& caller, const Request&)
{
    return http::json_response(200, unanswered_json(unanswered_here(app, caller)));
}

Response post_hide(App& app, const Caller& caller, const Request& request)
{
    const auto search = find_id<UnansweredSearchId>(request.path_parameter("search"));
    if (!search) { return absent(request); }
    const Result<Done> done = hide_unanswered(app, caller, *search);
    if (!done) { return http::problem(done.error(), request); }
    return http::json_response(200, unanswered_json(unanswered_here(app, caller)));
}

const std::array table{
    Route{Method::get, "/v1/coverage", get_coverage, Entry::staff,
          "What there is for whom here, and what there is not", nullptr, &shapes::coverage, 200,
          &shapes::coverage_question},
    Route{Method::get, "/v1/responsibilities", get_responsibilities, Entry::overseers,
          "Who has the treatment responsibility for whom, with gaps and overlaps", nullptr,
          &shapes::responsibilities},
    Route{Method::post, "/v1/responsibilities", post_responsibility, Entry::overseers,
          "Write down who is responsible", &shapes::responsibility_input, &shapes::responsibilities, 201},
    Route{Method::put, "/v1/responsibilities/{responsibility}", put_responsibility, Entry::overseers,
          "Change a row", &shapes::responsibility_edit, &shapes::responsibilities},
    Route{Method::post, "/v1/responsibilities/{responsibility}/end", post_end, Entry::overseers,
          "From today it holds no longer", &shapes::responsibility_version, &shapes::responsibilities},
    Route{Method::get, "/v1/unanswered-searches", get_unanswered, Entry::overseers,
          "What many look for on the public pages and do not find", nullptr, &shapes::unanswered_searches},
    Route{Method::post, "/v1/unanswered-searches/{search}/hide", post_hide, Entry::overseers,
          "Take words away for good: they name somebody", nullptr, &shapes::unanswered_searches},
};

} // namespace

std::span<const access::Route> coverage_routes()
{
    return table;
}

} // namespace samvei::directory
