// Goal: a broken import is refused with its reason, and nothing of it is stored.
#include "exchange/import_fixture.hpp"
#include "exchange/own_taxonomies.hpp"

namespace samvei::exchange {
namespace {

using namespace testing;

/// A sound package of one service that may be published.
json::object sound()
{
    return parsed(R"({
      "organization": [ { "id": "o1", "name": "Frivilligsentralen", "description": "Vi hjelper." } ],
      "service": [ { "id": "s1", "organization_id": "o1", "name": "Leksehjelp",
                     "description": "Hjelp med lekser.", "status": "active",
                     "minimum_age": 6, "maximum_age": 16, "email": "post@example.org",
                     "url": "https://example.org", "assured_date": "2026-09-01" } ],
      "phone": [ { "id": "p1", "service_id": "s1", "number": "99 99 99 99" } ],
      "schedule": [ { "id": "h1", "service_id": "s1", "freq": "WEEKLY", "byday": "MO", "opens_at": "14:00",
                      "closes_at": "16:00", "valid_from": "2026-01-01" } ],
      "location": [ { "id": "l1", "location_type": "physical", "name": "Biblioteket" } ],
      "service_at_location": [ { "id": "a1", "service_id": "s1", "location_id": "l1" } ] })")
        .as_object();
}

/// The package with a field of the first row of a table as something else; nothing: without it.
std::string with(std::string_view table, std::string_view field, std::optional<json::value> value)
{
    json::object package = sound();
    json::object& row = package.at(table).as_array().at(0).as_object();
    if (value) {
        row[field] = *std::move(value);
    } else {
        row.erase(field);
    }
    return json::serialize(package);
}

/// The package with a table as something else.
std::string with_table(std::string_view table, const std::string& text)
{
    json::object package = sound();
    package[table] = parsed(text);
    return json::serialize(package);
}

std::string csv(const std::string& file, const std::string& text)
{
    return json::serialize(json::object{{"files", json::object{{file, text}}}});
}

/// One of our own offers whose attribute for a field says this.
std::string with_own_field(std::string_view field, const std::string& text)
{
    const finder::Offer offer = content_offers().front();
    const Tables tables = rows_of(offer, setting_of(), Readers::staff, service_id_of(offer));
    const std::string term = term_id(field_taxonomy, field);
    json::object package = parsed(must(package_text(tables, Form::tables))).as_object();
    for (json::value& row : package.at("attribute").as_array()) {
        if (text_of(row.as_object(), "taxonomy_term_id") == term) { row.as_object()["value"] = text; }
    }
    return json::serialize(package);
}

std::string many_rows()
{
    json::object package = sound();
    json::array phones;
    for (std::size_t i = 0; i <= rows_max; ++i) {
        phones.push_back(json::object{{"id", std::to_string(i)}, {"number", "99 99 99 99"}});
    }
    package["phone"] = std::move(phones);
    return json::serialize(package);
}

struct Broken {
    std::string package;
    std::multiset<std::string> told;
    Publish publish = Publish::no;
};

std::vector<Broken> broken_packages_as_a_whole()
{
    const std::string header = "id,organization_id,name,status\n";
    return {
        {"not json", {"not_json"}},
        {"{ \"service\": [], \"service\": [] }", {"not_json"}},
        {"\"a text\"", {"not_a_package"}},
        {"{ \"files\": [] }", {"not_a_package"}},
        {with_table("pets", "[]"), {"unknown_table"}},
        {with_table("phone", "{}"), {"phone not_a_list"}},
        {with_table("phone", "[ 7 ]"), {"phone[1] not_an_object"}},
        {with_table("service", "[]"), {"service no_services"}},
        {many_rows(), {"too_many_rows"}},
        {"[ { \"name\": \"No id\", \"status\": \"active\" } ]", {"service[1].id no_id"}},
        {"[ { \"id\": \"s\", \"name\": \"S\", \"status\": \"active\", \"phones\": {} } ]",
         {"phone[1] not_a_list"}},
        {R"([ { "id": "s", "name": "S", "status": "active",
                "organization": { "id": "o", "name": "A", "description": "d" } },
              { "id": "t", "name": "T", "status": "active",
                "organization": { "id": "o", "name": "B", "description": "d" } } ])",
         {"organization[2].name contradicts"}},
        {csv("pets.csv", header), {"unknown_file"}},
        {csv("services.csv", "\n1,2\n"), {"service:1 csv_no_header"}},
        {csv("services.csv", "id,name,id\n1,2,3\n"), {"service:1.id csv_column_twice"}},
        {csv("services.csv", header + "s1,o1,Leksehjelp\n"), {"service:2 csv_cells"}},
        {csv("services.csv", header + "s1,o1,\"Leksehjelp,active\n"), {"service:2 csv_quote_open"}},
        {csv("services.csv", header + "s1,o1,Lekse\"hjelp\",active\n"), {"service:2 csv_quote_astray"}},
        {csv("services.csv", header + "s1,o1,\"a\nb\",active\n\ns2,o1,Lekser,open\n"),
         {"service[2]:5.status not_one_of"}},
        {csv("services.csv", "id,organization_id,name,status,minimum_age\ns1,o1,Lekser,active,six\n"),
         {"service[1]:2.minimum_age not_a_number"}},
    };
}

std::vector<Broken> broken_rows()
{
    return {
        {with("service", "id", std::nullopt), {"service[1].id no_id"}},
        {with("phone", "id", json::string(300, 'x')), {"phone[1].id too_long"}},
        {with_table("phone",
                    R"([ { "id": "p", "number": "99999999" }, { "id": "p", "number": "99999998" } ])"),
         {"phone[2].id id_twice"}},
        {with("service", "name", std::nullopt), {"service[1].name required"}},
        {with("service", "organization_id", std::nullopt), {"service[1].organization_id required"}},
        {with("service", "name", json::array{"Leksehjelp"}), {"service[1].name not_a_text"}},
        {with("service", "maximum_age", "sixteen"), {"service[1].maximum_age not_a_number"}},
        {with("service", "assured_date", "2026-02-30"), {"service[1].assured_date not_a_date"}},
        {with("service", "last_modified", "yesterday"), {"service[1].last_modified not_a_moment"}},
        {with("schedule", "opens_at", "25:00"), {"schedule[1].opens_at not_a_time"}},
        {with("service", "email", "post at example.org"), {"service[1].email not_an_email"}},
        {with("service", "url", "example"), {"service[1].url not_a_web_address"}},
        {with("service", "url", "JavaScript:alert(1)"), {"service[1].url not_a_web_address"}},
        {with("service", "status", "open"), {"service[1].status not_one_of"}},
        {with("location", "location_type", "cellar"), {"location[1].location_type not_one_of"}},
        {with("service", "description", json::string(text_max + 1, 'x')),
         {"service[1].description too_long"}},
        {with("service", "name", json::string{"Lekse\0hjelp", 11}), {"service[1].name bad_characters"}},
        {with("service", "note_of_ours", json::object{{"a", 1}}), {"service[1].note_of_ours not_a_text"}},
        {with("schedule", "valid_to", "2025-01-01"), {"schedule[1].valid_to ends_before_start"}},
        {with("service", "maximum_age", 5), {"service[1].maximum_age ends_before_start"}},
        {R"({ "service": [ { "id": "s", "organization_id": "o", "name": "S", "status": "active" } ] })",
         {"service[1].contacts no_contact"}},
        {with_own_field("next_steps", "[{"), {"service[1].next_steps bad_own_field"}},
        {with_own_field("next_steps", "[ { \"nb\": 7 } ]"), {"service[1].next_steps[0].nb bad_own_field"}},
        {json::serialize(sound()),
         {"service[1].next_steps[0].nb not_ready", "service[1].next_steps[1].nb not_ready",
          "service[1].next_steps[2].nb not_ready", "service[1].themes not_ready"},
         Publish::yes},
    };
}

class BrokenImports : public WithHub {
protected:
    void expect_refused_whole(const Broken& broken)
    {
        ImportWish wish = Hub::wish(broken.package);
        wish.publish = broken.publish;
        const auto before = hub.counts();
        const DryRun run = dry_run(hub.app(), hub.coordinator, wish);
        EXPECT_EQ(told(run.plan.faults), broken.told) << broken.package.substr(0, 400);
        EXPECT_FALSE(run.plan.can_be_imported());
        expect_refused(ErrorCode::invalid_fields,
                       import_package(hub.app(), hub.coordinator, wish, run.plan.digest));
        EXPECT_EQ(hub.counts(), before);
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, BrokenImports, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(BrokenImports, AreRefusedWithTheirReason)
{
    // Into a hub where the same source has been imported before: that stays as it is.
    hub.import(Hub::wish(json::serialize(sound())));
    const auto whole = broken_packages_as_a_whole();
    const auto rows = broken_rows();
    ASSERT_GE(whole.size() + rows.size(), 30U);
    for (const Broken& broken : whole) { expect_refused_whole(broken); }
    for (const Broken& broken : rows) { expect_refused_whole(broken); }
    EXPECT_EQ(sorted(hub.exported().as_object()), sorted(sound()));
}

TEST_P(BrokenImports, AFailureInTheMiddleStoresNothing)
{
    const ImportWish wish = Hub::wish(json::serialize(sound()));
    const DryRun run = dry_run(hub.app(), hub.coordinator, wish);
    const auto before = hub.counts();
    // The last table that is written is not there.
    access::testing::run_raw_sql(hub.database(), "ALTER TABLE import_run RENAME TO import_run_away");
    EXPECT_ANY_THROW(static_cast<void>(import_package(hub.app(), hub.coordinator, wish, run.plan.digest)));
    access::testing::run_raw_sql(hub.database(), "ALTER TABLE import_run_away RENAME TO import_run");
    EXPECT_EQ(hub.counts(), before);
    must(import_package(hub.app(), hub.coordinator, wish, run.plan.digest));
}

TEST_P(BrokenImports, AllWarningsLetTheImportGoOn)
{
    json::object package = sound();
    json::object& service = package.at("service").as_array().at(0).as_object();
    service["program_id"] = "nowhere";
    service["colour"] = "blue";
    service["maximum_age"] = 200;
    package["phone"].as_array().push_back(
        json::object{{"id", "p2"}, {"service_id", "s1"}, {"number", "ring oss"}});
    const DryRun run = dry_run(hub.app(), hub.coordinator, Hub::wish(json::serialize(package)));
    EXPECT_EQ(told(run.plan.faults, Weight::warning),
              (std::multiset<std::string>{"service[1].program_id dangling", "service[1].colour unknown_field",
                                          "service[1].maximum_age out_of_range",
                                          "service[1].phones unlike_a_phone", "service[1].kind kind_guessed",
                                          "service[1].service_areas area_guessed"}));
    EXPECT_TRUE(run.plan.can_be_imported());
}

} // namespace
} // namespace samvei::exchange
