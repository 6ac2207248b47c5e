// Goal: what goes out has the shape that its route promises; what /hsds says is sound after the standard's
// own tables, and never what is for staff or not published.
#include "exchange/handlers.hpp"

#include "exchange/hsds_ids.hpp"
#include "exchange/import_fixture.hpp"
#include "exchange/nesting.hpp"
#include "exchange/own_taxonomies.hpp"
#include "exchange/public_api.hpp"
#include "exchange/row_checks.hpp"
#include "exchange/shapes.hpp"

namespace samvei::exchange {
namespace {

using namespace testing;

class Handlers : public WithHub {
protected:
    json::value ask(handlers::Handler& handler, const http::Pairs& query = {}, const std::string& id = "",
                    int status = 200)
    {
        http::Request request;
        request.query = query;
        request.path_parameters = {{"id", id}, {"offer", id}};
        request.headers = {{"host", "samvei.example"}};
        request.language = Language::en;
        const http::Response response = handler(hub.app(), hub.coordinator, request);
        EXPECT_EQ(response.status, status) << response.body;
        return parsed(response.body);
    }
    json::object send(handlers::OverseerHandler& handler, const http::Shape& promised,
                      const json::object& body, int status = 200, const std::string& offer = "")
    {
        http::Request request;
        request.body = json::serialize(body);
        request.path_parameters = {{"offer", offer}};
        request.language = Language::en;
        const http::Response response = handler(hub.app(), hub.coordinator, request);
        EXPECT_EQ(response.status, status) << response.body;
        json::object answer = parsed(response.body).as_object();
        if (status < 300) { expect_shape(promised, answer); }
        return answer;
    }
    static void expect_shape(const http::Shape& promised, const json::object& answer)
    {
        for (const FieldFault& fault : http::faults_of(promised, answer)) {
            ADD_FAILURE() << promised.name << ": " << fault.path << " " << row_of(fault.code).name;
        }
    }
    /// Nested objects against the standard's tables.
    static void expect_sound(const json::value& contents)
    {
        std::vector<RowFault> faults;
        const Tables tables = flattened(contents, faults);
        for (RowFault& fault : faults_of(tables, Form::nested)) { faults.push_back(std::move(fault)); }
        EXPECT_EQ(told(faults), std::multiset<std::string>{});
        EXPECT_EQ(told(faults, Weight::warning), std::multiset<std::string>{});
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Handlers, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Handlers, ShowImportShowAgain)
{
    const json::object wish{{"source", "HSDS"}, {"package", hsds_example("service_full.json")}};
    const json::object run = send(handlers::post_dry_run, shapes::dry_run, wish);
    EXPECT_EQ(run.at("created"), 1);
    EXPECT_EQ(run.at("can_be_imported"), true);
    json::object import = wish;
    import["digest"] = run.at("digest");
    send(handlers::post_import, shapes::import_run, import, 201);
    // Once more: it would do something else now, and says what.
    const json::object refused = send(handlers::post_import, shapes::import_run, import, 409);
    expect_shape(shapes::dry_run, refused.at("current").as_object());
    EXPECT_EQ(refused.at("current").at("unchanged"), 1);
    expect_shape(shapes::import_runs, ask(handlers::get_imports).as_object());
}

TEST_P(Handlers, FaultsAreToldInTheLanguageOfTheReader)
{
    const json::object run = send(handlers::post_dry_run, shapes::dry_run,
                                  {{"source", "x"}, {"package", R"({ "service": [ { "id": "s" } ] })"}});
    EXPECT_EQ(run.at("faults"), 3);
    EXPECT_EQ(run.at("rows").at(0).at("message"), "This must be filled in.");
    const json::object refused = send(handlers::post_import, shapes::import_run,
                                      {{"source", "x"},
                                       {"package", R"({ "service": [ { "id": "s" } ] })"},
                                       {"digest", std::string(64, '0')}},
                                      422);
    EXPECT_EQ(refused.at("current").at("faults"), 3);
    EXPECT_EQ(refused.at("fields").at(0).at("path"), "package");
}

TEST_P(Handlers, ExportsAndDuplicatesHaveTheirShapes)
{
    hub.keep_content();
    expect_shape(shapes::duplicates, ask(handlers::get_duplicates).as_object());
    EXPECT_TRUE(ask(handlers::get_export).as_object().contains("service"));
    EXPECT_TRUE(ask(handlers::get_export, {{"format", "nested"}}).is_array());
    EXPECT_TRUE(ask(handlers::get_export, {{"format", "csv"}}).as_object().contains("files"));
    const json::value refused =
        ask(handlers::get_export, {{"format", "xml"}, {"municipality", "x"}, {"readers", "all"}}, "", 422);
    EXPECT_EQ(refused.at("fields").as_array().size(), 3U);
    const std::string offer = "solvik_youth_health_centre";
    const json::object merged = send(handlers::post_merge, shapes::merged_offer,
                                     {{"edit", hub.record(offer).edit}, {"into", "alarm_116111"}}, 200,
                                     offer);
    send(handlers::post_unmerge, shapes::merged_offer, {{"edit", merged.at("edit")}}, 200, offer);
}

TEST_P(Handlers, TheApiSaysWhatItIs)
{
    const json::value meta = ask(handlers::get_hsds);
    EXPECT_EQ(meta.at("version"), "3.0");
    EXPECT_EQ(meta.at("openapi_url"), "http://samvei.example/openapi.json");
    EXPECT_TRUE(meta.as_object().contains("profile"));
}

TEST_P(Handlers, PagesAreTheStandards)
{
    hub.keep_content();
    const auto all = static_cast<std::int64_t>(content_offers().size());
    const json::value first = ask(handlers::get_hsds_services, {{"per_page", "20"}});
    EXPECT_EQ(first.at("total_items"), all);
    EXPECT_EQ(first.at("total_pages"), (all + 19) / 20);
    EXPECT_EQ(first.at("page_number"), 1);
    EXPECT_EQ(first.at("size"), 20);
    EXPECT_EQ(first.at("first_page"), true);
    EXPECT_EQ(first.at("last_page"), false);
    EXPECT_EQ(first.at("empty"), false);
    EXPECT_EQ(first.at("contents").as_array().size(), 20U);
    const json::value last = ask(handlers::get_hsds_services, {{"per_page", "20"}, {"page", "4"}});
    EXPECT_EQ(last.at("last_page"), true);
    EXPECT_EQ(last.at("size"), all - 60);
    const json::value after = ask(handlers::get_hsds_services, {{"page", "9999"}});
    EXPECT_EQ(after.at("empty"), true);
    std::set<std::string> ids;
    const json::value minimal = ask(handlers::get_hsds_services, {{"per_page", "500"}, {"minimal", "true"}});
    for (const json::value& service : minimal.at("contents").as_array()) {
        ids.insert(std::string{service.at("id").as_string()});
    }
    EXPECT_EQ(ids.size(), content_offers().size());
}

TEST_P(Handlers, AnswersAreSoundAfterTheStandard)
{
    hub.keep_content();
    const http::Pairs everything{{"per_page", "500"}, {"full", "true"}, {"full_service", "true"}};
    expect_sound(ask(handlers::get_hsds_services, everything).at("contents"));
    expect_sound(ask(handlers::get_hsds_services, {{"per_page", "500"}}).at("contents"));
    expect_sound(ask(handlers::get_hsds_organizations, everything).at("contents"));
    expect_sound(ask(handlers::get_hsds_organizations).at("contents"));
    const json::value places = ask(handlers::get_hsds_service_at_locations, everything);
    EXPECT_FALSE(places.at("contents").as_array().empty());
    for (const json::value& place : places.at("contents").as_array()) {
        EXPECT_TRUE(place.as_object().contains("location"));
        expect_sound(json::array{place.at("service")});
    }
    for (handlers::Handler* handler : {handlers::get_hsds_taxonomies, handlers::get_hsds_taxonomy_terms}) {
        const json::value rows = ask(*handler, {{"per_page", "500"}});
        for (const json::value& row : rows.at("contents").as_array()) {
            for (const char* field : {"id", "name", "description"}) {
                EXPECT_FALSE(text_of(row.as_object(), field).empty()) << json::serialize(row);
            }
        }
    }
}

TEST_P(Handlers, OneOfEachIsFoundByItsId)
{
    hub.keep_content();
    const auto id_of_first = [](const json::value& page) {
        return std::string{page.at("contents").at(0).at("id").as_string()};
    };
    const std::vector<std::pair<handlers::Handler*, handlers::Handler*>> pairs{
        {handlers::get_hsds_services, handlers::get_hsds_service},
        {handlers::get_hsds_organizations, handlers::get_hsds_organization},
        {handlers::get_hsds_service_at_locations, handlers::get_hsds_service_at_location},
        {handlers::get_hsds_taxonomies, handlers::get_hsds_taxonomy},
        {handlers::get_hsds_taxonomy_terms, handlers::get_hsds_taxonomy_term}};
    for (const auto& [list, one] : pairs) {
        const std::string id = id_of_first(ask(*list));
        EXPECT_EQ(ask(*one, {}, id).at("id"), json::value(id));
        ask(*one, {}, "no-such-id", 404);
    }
    // The same for ever.
    EXPECT_EQ(hsds_id("service", "alarm_116111"), service_id_of(hub.record("alarm_116111").offer));
    EXPECT_EQ(hsds_id("service", "alarm_116111"), "a904278b-a825-8d40-b1f1-5a5b09b38f1e");
}

TEST_P(Handlers, FiltersLeaveOutTheRest)
{
    hub.keep_content();
    const auto count = [&](const http::Pairs& query) {
        return ask(handlers::get_hsds_services, query).at("total_items").as_int64();
    };
    const auto all = static_cast<std::int64_t>(content_offers().size());
    const std::string sleep = term_id(theme_taxonomy, "sleep");
    const auto with_sleep = std::ranges::count_if(content_offers(), [](const finder::Offer& offer) {
        return std::ranges::find(offer.themes, "sleep") != offer.themes.end();
    });
    EXPECT_EQ(count({{"taxonomy_term_id", sleep}}), with_sleep);
    EXPECT_EQ(count({{"taxonomy_id", taxonomy_id(kind_taxonomy)}}), all);
    EXPECT_EQ(count({{"taxonomy_term_id", "nothing"}}), 0);
    const finder::Offer line = hub.record("alarm_116111").offer;
    const auto of_it = count({{"organization_id", organization_id_of(line)}});
    EXPECT_GE(of_it, 1);
    EXPECT_LT(of_it, all);
    EXPECT_EQ(count({{"modified_after", "2026-09-14"}}), all);
    EXPECT_EQ(count({{"modified_after", "2026-09-15T00:00:00Z"}}), 0);
    EXPECT_GE(count({{"search", "alarmtelefonen"}}), 1);
    EXPECT_LT(count({{"search", "alarmtelefonen"}}), all);
    const json::value refused =
        ask(handlers::get_hsds_services,
            {{"page", "0"}, {"per_page", "x"}, {"full", "maybe"}, {"modified_after", "now"}}, "", 422);
    EXPECT_EQ(refused.at("fields").as_array().size(), 4U);
}

TEST_P(Handlers, OnlyWhatIsPublishedAndForAnyone)
{
    hub.keep_content();
    hub.import(Hub::wish(hsds_example("tabular.json")));
    finder::Offer offer = hub.record("solvik_youth_health_centre").offer;
    offer.handover_contact = "Kari, 40 00 00 00";
    must(directory::save_offer(hub.app(), hub.coordinator, 1, offer));
    must(directory::publish_offer(hub.app(), hub.coordinator, offer.id, 2, ""));
    const std::string text = json::serialize(
        ask(handlers::get_hsds_services, {{"per_page", "500"}, {"full", "true"}}).at("contents"));
    EXPECT_EQ(text.find("Community Counselling"), std::string::npos);
    EXPECT_EQ(text.find("Kari, 40 00"), std::string::npos);
    EXPECT_EQ(text.find("handover"), std::string::npos);
    ask(handlers::get_hsds_service, {}, hsds_id("service", "m4999_community_counselling"), 404);
}

} // namespace
} // namespace samvei::exchange
