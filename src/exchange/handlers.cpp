#include "exchange/handlers.hpp"

#include "exchange/exports.hpp"
#include "exchange/json.hpp"
#include "exchange/shapes.hpp"
#include "http/problem.hpp"

#include <algorithm>

namespace samvei::exchange::handlers {

using access::App;
using access::Caller;
using http::Request;
using http::Response;

namespace {

ImportWish wish_in(const boost::json::object& body)
{
    const bool publish = http::find_boolean_in(body, "publish").value_or(false);
    const bool retire = http::find_text_in(body, "when_gone") == "retire";
    return {.source = http::text_in(body, "source"),
            .language = http::find_text_in(body, "language").value_or("nb"),
            .package = http::text_in(body, "package"),
            .publish = publish ? Publish::yes : Publish::no,
            .when_gone = retire ? WhenGone::retire : WhenGone::keep};
}

/// The offer as it is now, or why not.
Response answer(const Result<directory::OfferRecord>& record, const Request& request)
{
    if (!record) { return http::problem(record.error(), request); }
    return http::json_response(200, json_of(record.value()));
}

/// What the query asks for; faults are named by their parameter.
Result<ExportWish> export_wish_in(const Request& request)
{
    ExportWish wish;
    std::vector<FieldFault> faults;
    if (const auto format = request.find_query("format"); format && !format->empty()) {
        const auto found = find_word<Form>(*format);
        if (!found) { faults.push_back({"format", FaultCode::not_one_of}); }
        wish.form = found.value_or(Form::tables);
    }
    if (const auto number = request.find_query("municipality"); number && !number->empty()) {
        const bool is_number = number->size() == 4 &&
                               std::ranges::all_of(*number, [](char c) { return c >= '0' && c <= '9'; });
        if (!is_number) { faults.push_back({"municipality", FaultCode::not_known}); }
        wish.municipality = std::string{*number};
    }
    if (const auto readers = request.find_query("readers"); readers && !readers->empty()) {
        if (*readers != "anyone" && *readers != "staff") {
            faults.push_back({"readers", FaultCode::not_one_of});
        }
        if (*readers == "staff") { wish.readers = Readers::staff; }
    }
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return wish;
}

} // namespace

Response post_dry_run(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::dry_run_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    return http::json_response(200, json_of(dry_run(app, caller, wish_in(body.value())), request.language));
}

Response post_import(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::import_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    const ImportWish wish = wish_in(body.value());
    const Result<ImportRun> run = import_package(app, caller, wish, http::text_in(body.value(), "digest"));
    if (run) { return http::json_response(201, json_of(run.value())); }
    // Whoever was too late, or sent faults, sees what would happen now.
    return http::problem(run.error(), request, json_of(dry_run(app, caller, wish), request.language));
}

Response get_imports(App& app, const Caller& caller, const Request&)
{
    return http::json_response(200, json_of(import_runs(app, caller)));
}

Response get_export(App& app, const Caller& caller, const Request& request)
{
    const Result<ExportWish> wish = export_wish_in(request);
    if (!wish) { return http::problem(wish.error(), request); }
    Result<std::string> text = export_directory(app, caller, wish.value());
    if (!text) { return http::problem(text.error(), request); }
    Response response = http::json_response(200, std::move(text).value());
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"offers_" + caller.municipality + "_" +
                                      std::string{word_of(wish.value().form)} + ".json\"");
    return response;
}

Response get_duplicates(App& app, const Caller& caller, const Request&)
{
    return http::json_response(200, json_of(duplicates_here(app, caller)));
}

Response post_merge(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::merge_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    return answer(merge_offer(app, caller, request.path_parameter("offer"),
                              http::integer_in(body.value(), "edit"), http::text_in(body.value(), "into")),
                  request);
}

Response post_unmerge(App& app, const Caller& caller, const Request& request)
{
    const auto body = http::decode(shapes::unmerge_input, request.body);
    if (!body) { return http::problem(body.error(), request); }
    return answer(
        unmerge_offer(app, caller, request.path_parameter("offer"), http::integer_in(body.value(), "edit")),
        request);
}

} // namespace samvei::exchange::handlers
