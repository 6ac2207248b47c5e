// Goal: what goes out has the shape that its route promises, also with tracks, warnings and refusals in it.
#include "catalogue/catalogue_fixture.hpp"
#include "catalogue/handlers.hpp"
#include "catalogue/routes.hpp"
#include "catalogue/shapes.hpp"
#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::catalogue {
namespace {

namespace json = boost::json;
using namespace testing;

class Handlers : public InMunicipality {
protected:
    json::object ask(handlers::Handler& handler, const http::Shape& promised, const json::object& body,
                     int status = 200)
    {
        http::Request request;
        request.path_parameters = {{"pathway", little}};
        request.language = Language::en;
        request.body = json::serialize(body);
        const http::Response response = handler(town.app(), town.coordinator, request);
        EXPECT_EQ(response.status, status) << response.body;
        json::object answer = http::read_json(response.body)->as_object();
        for (const FieldFault& fault : http::faults_of(promised, answer)) {
            ADD_FAILURE() << promised.name << ": " << fault.path << " " << row_of(fault.code).name;
        }
        return answer;
    }
    json::object try_out(const std::string& definition, const std::string& facts)
    {
        return ask(handlers::post_trial, shapes::trial,
                   {{"definition", definition}, {"case", facts}, {"today", "2026-10-01"}});
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Handlers, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Handlers, BeginADraftOnce)
{
    const json::object made = ask(handlers::post_draft, shapes::draft, {{"pathway", little}}, /*status=*/201);
    const json::object again = ask(handlers::post_draft, shapes::draft, {{"pathway", little}});
    EXPECT_EQ(made, again);
    EXPECT_EQ(made.at("base").as_string(), little_definition(1));
}

TEST_P(Handlers, ListWhatThereIs)
{
    publish(open());
    town.comes_with(little_definition(2));
    open();
    const json::object list = ask(handlers::get_pathways, shapes::pathways, {});
    EXPECT_EQ(list.at("pathways").as_array().size(), town.app().content.pathways.size());
    ask(handlers::get_versions, shapes::versions, {});
    ask(handlers::get_vocabulary, shapes::vocabulary, {});
    const json::object retired = ask(handlers::post_retire, shapes::pathway_row, {{"reason", "Nei."}});
    EXPECT_TRUE(retired.at("own").as_object().at("retired").as_bool());
    EXPECT_TRUE(retired.at("draft").is_object());
}

TEST_P(Handlers, SayWhatAnUpdateBrings)
{
    const Draft draft = open();
    save(draft, with(draft.texts.definition, "a page", "our page"));
    town.comes_with(with(little_definition(2), "a page", "their page"));
    const json::object update = ask(handlers::get_update, shapes::update, {});
    const json::object& change = update.at("changes").as_array().at(0).as_object();
    EXPECT_EQ(change.at("by").as_string(), "both_differently");
    EXPECT_EQ(change.at("theirs").as_string(), "\"their page\"");
    const json::object taken =
        ask(handlers::post_update, shapes::draft,
            {{"version", 2}, {"choices", json::object{{change.at("path").as_string(), "theirs"}}}});
    EXPECT_EQ(taken.at("base_version").as_int64(), 2);
    EXPECT_EQ(taken.at("base").as_string(), with(little_definition(2), "a page", "their page"));
}

TEST_P(Handlers, CheckAndCompare)
{
    const std::string copy = with(open().texts.definition, "a page", "our page");
    const json::object checked =
        ask(handlers::post_check, shapes::checked,
            {{"definition", copy}, {"scenarios", little_scenarios}, {"base", little_definition(1)}});
    EXPECT_TRUE(checked.at("sound").as_bool());
    ASSERT_EQ(checked.at("differences").as_array().size(), 1U) << "its other name is none";
    const json::object& difference = checked.at("differences").as_array().at(0).as_object();
    EXPECT_EQ(difference.at("path").as_string(), "stages/only/steps/look/source");
    EXPECT_EQ(difference.at("kind").as_string(), "changed");
    EXPECT_EQ(difference.at("before").as_string(), "\"a page\"");
    EXPECT_EQ(difference.at("after").as_string(), "\"our page\"");
    EXPECT_EQ(checked.at("scenarios").as_array().at(0).as_object().at("holds").as_bool(), true);
}

TEST_P(Handlers, TryACaseOut)
{
    const json::object trial = try_out(
        little_definition(1),
        R"({ "start": { "stage": "only", "on": "2026-09-01" }, "settings": { "deadline.level_1.evaluate": 2 },
             "events": [ { "on": "2026-09-02", "done": "look" } ] })");
    EXPECT_FALSE(trial.contains("refused"));
    EXPECT_EQ(trial.at("stage").as_string(), "only");
    const json::object& next = trial.at("next").as_object();
    EXPECT_EQ(next.at("step").as_string(), "talk");
    EXPECT_EQ(next.at("due_on").as_string(), "2026-09-16");
    EXPECT_TRUE(next.at("overdue").as_bool());
    EXPECT_EQ(trial.at("warnings").as_array().at(0).as_object().at("text").as_string(), "overdue");
    const json::array& steps = trial.at("stages").as_array().at(0).as_object().at("steps").as_array();
    EXPECT_EQ(steps.at(0).as_object().at("state").as_string(), "done");
    EXPECT_EQ(steps.at(0).as_object().at("done_on").as_string(), "2026-09-02");
    EXPECT_EQ(steps.at(2).as_object().at("answers").as_array().size(), 2U);

    const json::object refused = try_out(little_definition(1),
                                         R"({ "start": { "stage": "only", "on": "2026-09-01" },
                                              "events": [ { "on": "2026-09-02", "done": "talk" } ] })");
    EXPECT_EQ(refused.at("refused").as_object().at("code").as_string(), "step_not_next");
    EXPECT_EQ(refused.at("next").as_object().at("step").as_string(), "look");
    const json::object ended =
        try_out(little_definition(1), R"({ "start": { "stage": "only", "on": "2026-09-01" },
                                   "events": [ { "on": "2026-09-02", "ended": true } ] })");
    EXPECT_TRUE(ended.at("ended").as_bool());
    EXPECT_FALSE(ended.contains("next"));
    EXPECT_EQ(try_out(with(little_definition(1), R"("to": "look")", R"("to": "no")"),
                      R"({ "start": { "stage": "only", "on": "2026-09-01" }, "events": [] })")
                  .at("refused")
                  .as_object()
                  .at("code")
                  .as_string(),
              "pathway_not_sound");
}

// Goal: nobody but overseers changes a pathway or sees a draft; the family comes in nowhere here.
TEST_P(Handlers, LetInOnlyThoseWhoMay)
{
    for (const access::Route& route : routes()) {
        const bool of_draft = route.path.find("draft") != std::string_view::npos;
        const bool reads = route.method == http::Method::get && !of_draft;
        EXPECT_EQ(route.entry, reads ? access::Entry::staff : access::Entry::overseers) << route.path;
    }
}

} // namespace
} // namespace samvei::catalogue
