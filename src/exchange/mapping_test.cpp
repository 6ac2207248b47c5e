// Goal: our own offers become rows of the standard and come back unchanged; what others change in the
// standard's fields counts; what others write becomes an offer that can be kept.
#include "exchange/exchange_fixture.hpp"
#include "exchange/own_taxonomies.hpp"
#include "exchange/row_checks.hpp"

#include <random>

namespace samvei::exchange {
namespace {

using namespace testing;

MadeOffer made_of(const Tables& tables, const MapSetting& setting)
{
    const RowIndex index{tables};
    return offer_of(index, tables.at("service").front(), setting);
}

Tables rows_for_staff(const finder::Offer& offer)
{
    return rows_of(offer, setting_of("9901"), Readers::staff, service_id_of(offer));
}

TEST(Mapping, EveryOfferOfContentComesBackUnchanged)
{
    ASSERT_GT(content_offers().size(), 70U);
    for (const finder::Offer& offer : content_offers()) {
        const Tables tables = rows_for_staff(offer);
        const MadeOffer made = made_of(tables, setting_of("9901"));
        EXPECT_EQ(told(made.notes), std::multiset<std::string>{}) << offer.id;
        ASSERT_TRUE(made.offer) << offer.id;
        EXPECT_EQ(json::serialize(directory::json_of(*made.offer)),
                  json::serialize(directory::json_of(offer)));
        EXPECT_TRUE(*made.offer == offer) << offer.id;
    }
}

TEST(Mapping, EveryOfferOfContentIsSoundAfterTheStandard)
{
    for (const finder::Offer& offer : content_offers()) {
        const auto faults = faults_of(rows_for_staff(offer), Form::tables);
        EXPECT_EQ(told(faults), std::multiset<std::string>{}) << offer.id;
        EXPECT_EQ(told(faults, Weight::warning), std::multiset<std::string>{}) << offer.id;
    }
}

TEST(Mapping, WhatIsForStaffIsForStaffOnly)
{
    finder::Offer offer = content_offers().front();
    offer.handover_contact = "ring Kari på 40 00 00 00";
    const auto holds = [&](Readers readers) {
        for (const auto& [name, rows] : rows_of(offer, setting_of(), readers, service_id_of(offer))) {
            for (const PackageRow& row : rows) {
                if (json::serialize(row.values).find("ring Kari") != std::string::npos) { return true; }
            }
        }
        return false;
    };
    EXPECT_TRUE(holds(Readers::staff));
    EXPECT_FALSE(holds(Readers::anyone));
}

TEST(Mapping, WhatSomebodyChangesInTheStandardsFieldsCounts)
{
    const auto offers = content_offers();
    const auto at = std::ranges::find(offers, "solvik_youth_health_centre", &finder::Offer::id);
    ASSERT_NE(at, offers.end());
    Tables tables = rows_for_staff(*at);
    tables["service"][0].values["name"] = "Skolesykepleier";
    tables["service"][0].values["maximum_age"] = 17;
    for (PackageRow& row : tables["phone"]) { row.values["number"] = "40 00 00 00"; }
    const MadeOffer made = made_of(tables, setting_of("9901"));
    ASSERT_TRUE(made.offer);
    EXPECT_EQ(made.offer->id, at->id);
    EXPECT_EQ(made.offer->name.at("nb"), "Skolesykepleier");
    EXPECT_EQ(made.offer->name.at("en"), at->name.at("en"));
    EXPECT_EQ(made.offer->age_max, 17);
    EXPECT_EQ(made.offer->themes, at->themes);
    EXPECT_EQ(made.offer->next_steps, at->next_steps);
    EXPECT_TRUE(std::ranges::any_of(made.offer->contacts,
                                    [](const auto& contact) { return contact.value == "40 00 00 00"; }));
}

TEST(Mapping, TheStandardsExampleBecomesAnOffer)
{
    const PackageReading reading = read_package(hsds_example("service_full.json"));
    const MadeOffer made = made_of(reading.tables, setting_of());
    ASSERT_TRUE(made.offer);
    const finder::Offer& offer = *made.offer;
    EXPECT_EQ(offer.id, "m4999_community_counselling");
    EXPECT_EQ(offer.organization, "Example Organization Inc.");
    EXPECT_EQ(offer.age_min, 12);
    EXPECT_EQ(offer.age_max, 100);
    EXPECT_EQ(offer.summary.at("nb"), "Counselling Services provided by trained professionals.");
    EXPECT_EQ(offer.contacts.at(0).value, "+44 1234 234567");
    EXPECT_EQ(offer.places.at(0).address, "1-30 Main Street");
    EXPECT_FALSE(offer.places.at(0).latitude);
    EXPECT_EQ(offer.languages, std::vector<std::string>{"ur"});
    EXPECT_TRUE(offer.interpreter);
    EXPECT_FALSE(offer.free);
    EXPECT_EQ(offer.areas.municipalities, std::vector<std::string>{"4999"});
    EXPECT_EQ(text_of(offer.checked.on), "2005-01-01");
    const auto warnings = told(made.notes, Weight::warning);
    EXPECT_TRUE(warnings.contains("service[1].kind kind_guessed"));
    EXPECT_TRUE(warnings.contains("service[1].service_areas area_guessed"));
}

// Whatever somebody has done to a file: what can be made of it goes out and comes back as it is here.
TEST(Mapping, WhatIsMadeOfAnythingComesBackUnchanged)
{
    std::mt19937 random{20261122};
    const std::vector<std::string> seeds{hsds_example("tabular.json"), hsds_example("service_full.json")};
    int made = 0;
    for (int round = 0; round < 400; ++round) {
        std::string text = seeds[random() % seeds.size()];
        for (std::size_t edits = 1 + random() % 3; edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            if (random() % 2 == 0) {
                text[at] = static_cast<char>(' ' + random() % 95);
            } else {
                text.erase(at, 1 + random() % 20);
            }
        }
        const PackageReading reading = read_package(text);
        if (reading.has_faults()) { continue; }
        const MadeOffer one = made_of(reading.tables, setting_of());
        if (!one.offer) { continue; }
        const std::string id = text_of(reading.tables.at("service").front().values, "id");
        const MadeOffer again = made_of(rows_of(*one.offer, setting_of(), Readers::staff, id), setting_of());
        ASSERT_TRUE(again.offer) << text;
        EXPECT_TRUE(*again.offer == *one.offer) << text;
        ++made;
    }
    EXPECT_GT(made, 50);
}

TEST(Mapping, AnAttributeThatCannotBeReadIsSaid)
{
    Tables tables = rows_for_staff(content_offers().front());
    const std::string hours = term_id(field_taxonomy, "next_steps");
    for (PackageRow& row : tables["attribute"]) {
        if (text_of(row.values, "taxonomy_term_id") == hours) { row.values["value"] = "[{]"; }
    }
    const MadeOffer made = made_of(tables, setting_of("9901"));
    EXPECT_FALSE(made.offer);
    EXPECT_EQ(told(made.notes), std::multiset<std::string>{"service.next_steps bad_own_field"});
}

} // namespace
} // namespace samvei::exchange
