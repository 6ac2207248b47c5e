// Goal: what comes in goes out as it was: the standard's own examples, and our own offers by way of an empty
// hub.
#include "exchange/import_fixture.hpp"

namespace samvei::exchange {
namespace {

using namespace testing;

class Roundtrip : public WithHub {};
INSTANTIATE_TEST_SUITE_P(Engines, Roundtrip, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Roundtrip, TheStandardsTablesAreEqual)
{
    const std::string text = hsds_example("tabular.json");
    const ImportRun run = hub.import(Hub::wish(text));
    EXPECT_EQ(run.created, 1);
    EXPECT_EQ(sorted(hub.exported().as_object()), sorted(parsed(text).as_object()));
}

TEST_P(Roundtrip, TheStandardsNestedServiceIsEqual)
{
    const std::string text = hsds_example("service_full.json");
    hub.import(Hub::wish(text));
    const json::value out = hub.exported(Form::nested);
    ASSERT_EQ(out.as_array().size(), 1U);
    EXPECT_EQ(out.as_array().at(0), parsed(text));
}

TEST_P(Roundtrip, TheStandardsCsvFilesAreEqual)
{
    const std::string text = hsds_csv_example();
    hub.import(Hub::wish(text));
    const json::value out = hub.exported(Form::csv);
    const PackageReading again = read_package(json::serialize(out));
    const PackageReading before = read_package(text);
    ASSERT_EQ(again.tables.size(), before.tables.size());
    for (const auto& [table, rows] : before.tables) {
        ASSERT_EQ(again.tables.at(table).size(), rows.size()) << table;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            EXPECT_EQ(again.tables.at(table)[i].values, rows[i].values) << table;
        }
    }
    const json::value in = parsed(text);
    for (const auto& file : in.at("files").as_object()) {
        EXPECT_TRUE(out.at("files").as_object().contains(file.key())) << file.key();
    }
}

TEST_P(Roundtrip, OurOwnOffersAreTheSameInAnEmptyHub)
{
    hub.keep_content();
    for (const Form form : {Form::tables, Form::nested, Form::csv}) {
        Hub empty{GetParam()};
        const std::string text = json::serialize(hub.exported(form));
        const ImportRun run = empty.import(Hub::wish(text, "Solvik"));
        EXPECT_EQ(run.created, static_cast<std::int64_t>(content_offers().size()));
        for (const finder::Offer& offer : content_offers()) {
            const directory::OfferRecord record = empty.record(offer.id);
            EXPECT_TRUE(record.offer == offer) << json::serialize(directory::json_of(record.offer)) << "\n"
                                               << json::serialize(directory::json_of(offer));
            EXPECT_EQ(record.state, directory::OfferState::draft);
            EXPECT_EQ(record.municipality, "4999");
        }
        if (form == Form::tables) {
            EXPECT_EQ(sorted(empty.exported().as_object()), sorted(parsed(text).as_object()));
        }
    }
}

TEST_P(Roundtrip, OurOwnOffersComingHomeAreUnchanged)
{
    hub.keep_content();
    const auto before = hub.records().size();
    const ImportRun run = hub.import(Hub::wish(json::serialize(hub.exported()), "Oss selv"));
    EXPECT_EQ(run.created, 0);
    EXPECT_EQ(run.changed, 0);
    EXPECT_EQ(run.unchanged, static_cast<std::int64_t>(before));
    EXPECT_EQ(hub.records().size(), before);
}

TEST_P(Roundtrip, WhatIsChangedHereGoesOutOverWhatCameIn)
{
    hub.import(Hub::wish(hsds_example("tabular.json")));
    const directory::OfferRecord before = hub.record("m4999_community_counselling");
    finder::Offer offer = before.offer;
    offer.name["nb"] = "Samtaler for alle";
    offer.themes = {"anxiety"};
    offer.contacts.push_back({finder::ContactKind::phone, "99 99 99 99", {}, {}});
    must(directory::save_offer(hub.app(), hub.coordinator, before.edit, offer));
    const json::object out = hub.exported().as_object();
    const json::object in = parsed(hsds_example("tabular.json")).as_object();
    const json::object& service = out.at("service").as_array().at(0).as_object();
    EXPECT_EQ(service.at("name"), "Samtaler for alle");
    EXPECT_EQ(service.at("alert"), in.at("service").as_array().at(0).at("alert"));
    EXPECT_EQ(out.at("location"), in.at("location"));
    EXPECT_EQ(out.at("phone").as_array().size(), 2U);
    EXPECT_TRUE(read_package(json::serialize(out)).tables.contains("attribute"));
    // And whoever takes it from there has the whole offer.
    Hub other{GetParam()};
    other.import(Hub::wish(json::serialize(out)));
    EXPECT_EQ(other.record("m4999_community_counselling").offer.themes, offer.themes);
    EXPECT_EQ(other.record("m4999_community_counselling").offer.contacts, offer.contacts);
}

TEST_P(Roundtrip, AnExportForAnyoneHasNothingForStaff)
{
    hub.keep_content();
    const directory::OfferRecord record = hub.record("solvik_youth_health_centre");
    finder::Offer offer = record.offer;
    offer.handover_contact = "Kari, 40 00 00 00";
    must(directory::save_offer(hub.app(), hub.coordinator, record.edit, offer));
    const auto holds = [&](Readers readers) {
        return json::serialize(hub.exported(Form::tables, readers)).find("Kari, 40 00") != std::string::npos;
    };
    EXPECT_TRUE(holds(Readers::staff));
    EXPECT_FALSE(holds(Readers::anyone));
}

TEST_P(Roundtrip, OnlyWhatIsForAMunicipalityWhenThatIsAsked)
{
    hub.keep_content();
    const std::string all = must(export_directory(hub.app(), hub.coordinator, {}));
    const std::string other =
        must(export_directory(hub.app(), hub.coordinator,
                              {.form = Form::tables, .municipality = "4204", .readers = Readers::anyone}));
    const auto services = [](const std::string& text) {
        return parsed(text).at("service").as_array().size();
    };
    EXPECT_EQ(services(all), content_offers().size());
    EXPECT_LT(services(other), services(all));
    EXPECT_GT(services(other), 10U);
}

} // namespace
} // namespace samvei::exchange
