// Goal: what goes out has the shape that its route promises; what comes in is refused with the place of each
// fault; a preview shows the draft to staff alone.
#include "directory/api_shapes.hpp"
#include "directory/directory_fixture.hpp"
#include "directory/handlers.hpp"
#include "directory/public_pages.hpp"
#include "directory/routes.hpp"
#include "directory/shapes.hpp"
#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::directory {
namespace {

namespace json = boost::json;
using namespace testing;

class Handlers : public InMunicipality {
protected:
    http::Request request_of(const json::object& body, const std::string& id = school_health)
    {
        http::Request request;
        request.path_parameters = {{"offer", id}, {"number", "1"}};
        request.language = Language::nb;
        request.body = json::serialize(body);
        return request;
    }
    json::object ask(handlers::Handler& handler, const http::Shape& promised, const json::object& body,
                     int status = 200, const std::string& id = school_health)
    {
        const http::Response response = handler(town.app(), town.nils, request_of(body, id));
        EXPECT_EQ(response.status, status) << response.body;
        json::object answer = http::read_json(response.body)->as_object();
        for (const FieldFault& fault : http::faults_of(promised, answer)) {
            ADD_FAILURE() << promised.name << ": " << fault.path << " " << row_of(fault.code).name;
        }
        return answer;
    }
    json::object refusal(handlers::Handler& handler, const json::object& body, int status)
    {
        const http::Response response = handler(town.app(), town.nils, request_of(body));
        EXPECT_EQ(response.status, status) << response.body;
        return http::read_json(response.body)->as_object();
    }
    static std::vector<std::string> paths_in(const json::object& problem)
    {
        std::vector<std::string> paths;
        for (const json::value& field : problem.at("fields").as_array()) {
            paths.emplace_back(field.at("path").as_string());
        }
        return paths;
    }
    json::object stored() { return ask(handlers::get_offer, shapes::offer_record, {}); }
};
INSTANTIATE_TEST_SUITE_P(Engines, Handlers, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Handlers, AnswerWithTheShapesTheyPromise)
{
    const json::object list = ask(handlers::get_offers, shapes::offer_rows, {});
    ASSERT_EQ(list.at("offers").as_array().size(), 3U);
    const json::object words = ask(handlers::get_words, shapes::offer_words, {});
    EXPECT_GT(words.at("municipalities").as_array().size(), 350U);

    json::object record = stored();
    EXPECT_TRUE(record.at("may_keep").as_bool());
    json::object offer = record.at("offer").as_object();
    offer["summary"] = json::object{{"nb", "Ny."}, {"nn", "Ny."}};
    record =
        ask(handlers::put_offer, shapes::offer_record, {{"version", record.at("version")}, {"offer", offer}});
    EXPECT_TRUE(record.at("has_draft").as_bool());
    record = ask(handlers::post_publish, shapes::offer_record,
                 {{"version", record.at("version")}, {"note", "Kortere."}});
    EXPECT_EQ(record.at("published_number"), record.at("number"));
    ask(handlers::get_version, shapes::offer_version_text, {});
    record =
        ask(handlers::post_restore, shapes::offer_record, {{"version", record.at("version")}, {"from", 1}});
    EXPECT_EQ(record.at("number").to_number<int>(), 3);
    record = ask(handlers::post_confirm, shapes::offer_record, {});
    record = ask(handlers::post_retire, shapes::offer_record,
                 {{"version", record.at("version")}, {"reason", "Slutt."}});
    EXPECT_EQ(record.at("state").as_string(), "retired");

    offer["name"] = json::object{{"nb", "Noe nytt"}};
    const json::object made = ask(handlers::post_offer, shapes::offer_record, offer, 201);
    EXPECT_EQ(made.at("offer").at("id").as_string(), "m4999_noe_nytt");
    EXPECT_FALSE(made.contains("published_number"));
}

TEST_P(Handlers, SayWhatIsStoredToWhoSavedTooLate)
{
    const json::object read = stored();
    const json::object edit{{"version", read.at("version")}, {"offer", read.at("offer")}};
    ask(handlers::put_offer, shapes::offer_record, edit);
    const json::object problem = refusal(handlers::put_offer, edit, 409);
    const json::object& current = problem.at("current").as_object();
    EXPECT_EQ(current.at("version").to_number<int>(), read.at("version").to_number<int>() + 1);
    EXPECT_TRUE(http::faults_of(shapes::offer_record, current).empty());
}

TEST_P(Handlers, NameThePlaceOfEachFault)
{
    json::object offer = stored().at("offer").as_object();
    offer["kind"] = "nothing";
    offer["themes"] = json::array{"sleep", "rain"};
    offer["ages"] = json::object{{"min", 20}, {"max", 10}};
    offer["contacts"] = json::array{json::object{{"kind", "web"}, {"value", "javascript:alert(1)"}}};
    offer["hours"] = json::object{
        {"weekly",
         json::array{json::object{{"days", json::array{"mon"}}, {"from", "10:00"}, {"to", "09:00"}}}}};
    const std::vector<std::string> in_edit{"offer.hours.weekly[0].to", "offer.ages.max",
                                           "offer.contacts[0].value", "offer.kind", "offer.themes[1]"};
    EXPECT_EQ(paths_in(refusal(handlers::put_offer, {{"version", 1}, {"offer", offer}}, 422)), in_edit);
    const std::vector<std::string> in_new{"hours.weekly[0].to", "ages.max", "contacts[0].value", "kind",
                                          "themes[1]"};
    EXPECT_EQ(paths_in(refusal(handlers::post_offer, offer, 422)), in_new);
    refusal(handlers::post_offer, {{"name", "?"}}, 422);
    refusal(handlers::post_retire, {{"version", 1}, {"reason", ""}}, 422);
    refusal(handlers::post_publish, {{"note", ""}}, 422);
    refusal(handlers::post_restore, {{"version", 1}}, 422);
    refusal(handlers::post_confirm, {{"by", "me"}}, 422);
}

TEST_P(Handlers, TakeWaitingTimeOfTodayOrBefore)
{
    const json::object today =
        ask(handlers::post_waiting, shapes::offer_record, {{"days", 14}, {"capacity", "limited"}});
    const json::object& waiting = today.at("offer").at("waiting").as_object();
    EXPECT_EQ(waiting.at("measured_on").as_string(), text_of(town.clock().today()));
    const json::object before =
        ask(handlers::post_waiting, shapes::offer_record,
            {{"capacity", "open"}, {"measured_on", text_of(town.clock().today().plus_days(-3))}});
    EXPECT_FALSE(before.at("offer").at("waiting").as_object().contains("days"));
    const json::object none = ask(handlers::post_waiting, shapes::offer_record, json::object{});
    EXPECT_FALSE(none.at("offer").as_object().contains("waiting"));

    using Paths = std::vector<std::string>;
    const std::string tomorrow = text_of(town.clock().today().plus_days(1));
    EXPECT_EQ(
        paths_in(refusal(handlers::post_waiting, {{"capacity", "open"}, {"measured_on", tomorrow}}, 422)),
        Paths{"measured_on"});
    EXPECT_EQ(paths_in(refusal(handlers::post_waiting, {{"days", 3}}, 422)), Paths{"capacity"});
    EXPECT_EQ(paths_in(refusal(handlers::post_waiting, {{"days", -1}, {"capacity", "some"}}, 422)),
              (Paths{"days", "capacity"}));
}

TEST_P(Handlers, AreForStaff)
{
    for (const access::Route& route : routes()) {
        EXPECT_EQ(route.entry, access::Entry::staff) << route.path;
    }
    const PublicPages pages{town.app(), place_map_from(services().map_json),
                            project_folder / "web/public_pages", project_folder / "content/words"};
    const http::BoundRoute preview = pages.preview_route();
    EXPECT_TRUE(preview.text.login);
    EXPECT_EQ(preview.handler(request_of({})).status, 401) << "nobody without a session";
}

} // namespace
} // namespace samvei::directory
