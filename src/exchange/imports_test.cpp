// Goal: what is stored is what was seen, all of it or nothing; what people here have written stays when the
// source has not changed it.
#include "exchange/import_fixture.hpp"

#include <random>

namespace samvei::exchange {
namespace {

using namespace testing;
using directory::OfferState;

class Imports : public WithHub {
protected:
    /// Services of a made-up organization; each "id name" with a phone.
    static std::string package(const std::vector<std::pair<std::string, std::string>>& services)
    {
        json::array rows;
        json::array phones;
        for (const auto& [id, name] : services) {
            rows.push_back(json::object{{"id", id},
                                        {"organization_id", "o"},
                                        {"name", name},
                                        {"description", "Vi er her. Ta kontakt."},
                                        {"status", "active"}});
            phones.push_back(
                json::object{{"id", "p" + id}, {"service_id", id}, {"number", "99 99 99 9" + id}});
        }
        const json::array organization{
            json::object{{"id", "o"}, {"name", "Frivilligsentralen"}, {"description", "Vi."}}};
        return json::serialize(
            json::object{{"organization", organization}, {"service", rows}, {"phone", phones}});
    }
    DryRun look(const std::string& text) { return dry_run(hub.app(), hub.coordinator, Hub::wish(text)); }
};
INSTANTIATE_TEST_SUITE_P(Engines, Imports, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Imports, ADryRunStoresNothing)
{
    const auto before = hub.counts();
    const DryRun run = look(hsds_example("tabular.json"));
    EXPECT_EQ(run.plan.count_of(Outcome::created), 1U);
    EXPECT_TRUE(run.plan.can_be_imported());
    EXPECT_EQ(hub.counts(), before);
}

TEST_P(Imports, BecomeDraftsOfTheMunicipality)
{
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}, {"2", "Besøksvenn"}})));
    const directory::OfferRecord record = hub.record("m4999_leksehjelp");
    EXPECT_EQ(record.state, OfferState::draft);
    EXPECT_EQ(record.municipality, "4999");
    EXPECT_EQ(record.unit, hub.coordinator.unit);
    EXPECT_EQ(record.source, (directory::Source{"4999/Frivilligsentralen", "1"}));
    EXPECT_EQ(record.offer.checked.evidence, finder::Evidence::uncertain);
    EXPECT_EQ(import_runs(hub.app(), hub.leader).at(0).created, 2);
    EXPECT_TRUE(directory::current_index(hub.app())->offers().empty());
}

TEST_P(Imports, WhatWasSeenIsWhatIsStored)
{
    const ImportWish wish = Hub::wish(package({{"1", "Leksehjelp"}}));
    const DryRun seen = dry_run(hub.app(), hub.coordinator, wish);
    ImportWish other = wish;
    other.package = package({{"1", "Noe annet"}});
    const auto before = hub.counts();
    expect_refused(ErrorCode::edit_conflict,
                   import_package(hub.app(), hub.coordinator, other, seen.plan.digest));
    other = wish;
    other.when_gone = WhenGone::retire;
    expect_refused(ErrorCode::edit_conflict,
                   import_package(hub.app(), hub.coordinator, other, seen.plan.digest));
    EXPECT_EQ(hub.counts(), before);
    must(import_package(hub.app(), hub.coordinator, wish, seen.plan.digest));
    // The same once more would do something else: it is there now.
    expect_refused(ErrorCode::edit_conflict,
                   import_package(hub.app(), hub.coordinator, wish, seen.plan.digest));
}

TEST_P(Imports, SomebodyWhoSavesMeanwhileIsNotOverwritten)
{
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}})));
    const ImportWish wish = Hub::wish(package({{"1", "Leksehjelp for alle"}}));
    const DryRun seen = dry_run(hub.app(), hub.coordinator, wish);
    const directory::OfferRecord record = hub.record("m4999_leksehjelp");
    must(directory::save_offer(hub.app(), hub.coordinator, record.edit, record.offer));
    expect_refused(ErrorCode::edit_conflict,
                   import_package(hub.app(), hub.coordinator, wish, seen.plan.digest));
}

TEST_P(Imports, TheSameAgainChangesNothing)
{
    const std::string text = package({{"1", "Leksehjelp"}, {"2", "Besøksvenn"}});
    hub.import(Hub::wish(text));
    hub.clock().move_days(30);
    const ImportRun run = hub.import(Hub::wish(text));
    EXPECT_EQ(run.created, 0);
    EXPECT_EQ(run.changed, 0);
    EXPECT_EQ(run.unchanged, 2);
    EXPECT_EQ(hub.record("m4999_leksehjelp").edit, 1);
}

TEST_P(Imports, WhatPeopleHereHaveWrittenStaysAndWhatTheSourceChangesCounts)
{
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}})));
    directory::OfferRecord record = hub.record("m4999_leksehjelp");
    record.offer.themes = {"school_stress"};
    record.offer.summary = {{"nb", "Hjelp med leksene."}};
    must(directory::save_offer(hub.app(), hub.coordinator, record.edit, record.offer));
    std::string text = package({{"1", "Leksekafé"}});
    const DryRun run = look(text);
    ASSERT_EQ(run.plan.services.at(0).changes.size(), 1U);
    EXPECT_EQ(run.plan.services[0].changes[0].field, "name");
    EXPECT_EQ(run.plan.services[0].changes[0].before, R"({"nb":"Leksehjelp"})");
    EXPECT_EQ(run.plan.services[0].changes[0].after, R"({"nb":"Leksekafé"})");
    EXPECT_FALSE(run.plan.services[0].changes[0].changed_here_too);
    EXPECT_EQ(hub.import(Hub::wish(text)).changed, 1);
    record = hub.record("m4999_leksehjelp");
    EXPECT_EQ(record.offer.name.at("nb"), "Leksekafé");
    EXPECT_EQ(record.offer.themes, std::vector<std::string>{"school_stress"});
    EXPECT_EQ(record.offer.summary.at("nb"), "Hjelp med leksene.");
    // Both have changed the same: it is said before it happens.
    const std::size_t at = text.find("Vi er her. Ta kontakt.");
    text.replace(at, 10, "Vi er der!");
    const DryRun again = look(text);
    EXPECT_TRUE(told(again.plan.faults, Weight::warning).contains("service[1].summary changed_here_too"));
}

TEST_P(Imports, WhatIsPublishedStaysUntilTheNewTextIs)
{
    const std::string text = package({{"1", "Leksehjelp"}});
    hub.import(Hub::wish(text));
    directory::OfferRecord record = hub.record("m4999_leksehjelp");
    record.offer.themes = {"school_stress"};
    record.offer.next_steps = {{{"nb", "Kom."}}, {{"nb", "Sitt."}}, {{"nb", "Spør."}}};
    must(directory::save_offer(hub.app(), hub.coordinator, record.edit, record.offer));
    must(directory::publish_offer(hub.app(), hub.coordinator, record.offer.id, 2, ""));
    hub.import(Hub::wish(package({{"1", "Leksekafé"}})));
    record = hub.record("m4999_leksehjelp");
    EXPECT_EQ(record.version, 2);
    EXPECT_EQ(record.published_version, 1);
    EXPECT_EQ(directory::current_index(hub.app())->find_offer(record.offer.id)->name.at("nb"), "Leksehjelp");
    ImportWish wish = Hub::wish(package({{"1", "Leksekafé"}}));
    wish.publish = Publish::yes;
    hub.import(wish);
    EXPECT_EQ(directory::current_index(hub.app())->find_offer(record.offer.id)->name.at("nb"), "Leksekafé");
}

TEST_P(Imports, OurOwnFormatMayBePublishedAtOnce)
{
    Hub other{GetParam()};
    other.keep_content();
    ImportWish wish = Hub::wish(json::serialize(other.exported()), "Solvik");
    wish.publish = Publish::yes;
    hub.import(wish);
    EXPECT_EQ(directory::current_index(hub.app())->offers().size(), content_offers().size());
}

TEST_P(Imports, GoneOffersStayUnlessSomebodyWantsThemAway)
{
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}, {"2", "Besøksvenn"}})));
    const std::string less = package({{"1", "Leksehjelp"}});
    const DryRun run = look(less);
    ASSERT_EQ(run.plan.gone.size(), 1U);
    EXPECT_EQ(run.plan.gone[0].name, "Besøksvenn");
    EXPECT_EQ(hub.import(Hub::wish(less)).gone, 1);
    EXPECT_EQ(hub.record("m4999_bes_ksvenn").state, OfferState::draft);
    // What is no longer in the source goes out as our own.
    EXPECT_EQ(hub.exported().at("service").as_array().size(), 2U);
    EXPECT_TRUE(look(less).plan.gone.empty());
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}, {"2", "Besøksvenn"}})));
    ImportWish wish = Hub::wish(less);
    wish.when_gone = WhenGone::retire;
    hub.import(wish);
    EXPECT_EQ(hub.record("m4999_bes_ksvenn").state, OfferState::retired);
    EXPECT_EQ(hub.exported().at("service").as_array().size(), 1U);
}

TEST_P(Imports, TwoSourcesMayUseTheSameIdsAndNames)
{
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}}), "A"));
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}, {"2", "Leksehjelp"}}), "B"));
    std::set<std::string> ids;
    for (const auto& record : hub.records()) { ids.insert(record.offer.id); }
    EXPECT_EQ(ids.size(), 3U);
}

TEST_P(Imports, DuplicatesOfOtherSourcesAreSuspected)
{
    hub.import(Hub::wish(package({{"1", "Leksehjelp"}}), "A"));
    const DryRun run = dry_run(hub.app(), hub.coordinator, Hub::wish(package({{"1", "Leksehjelp"}}), "B"));
    ASSERT_EQ(run.duplicates.size(), 1U);
    EXPECT_EQ(run.duplicates[0].left.source, "A");
    EXPECT_EQ(run.duplicates[0].right.source, "B");
    EXPECT_EQ(run.duplicates[0].because.front(), finder::Likeness::same_name);
}

TEST_P(Imports, WhatOthersKeepIsNotChanged)
{
    hub.keep_content();
    std::string text = json::serialize(hub.exported());
    const std::string name = "Alarmtelefonen for barn og unge";
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name)) {
        text.replace(at, name.size(), "Alarmtelefonen");
    }
    const DryRun by_leader = dry_run(hub.app(), hub.leader, Hub::wish(text));
    EXPECT_EQ(told(by_leader.plan.faults).size(), 1U);
    EXPECT_EQ(row_of(by_leader.plan.faults.at(0).why).name, "kept_by_others");
    // A coordinator keeps what is the whole country's.
    EXPECT_TRUE(dry_run(hub.app(), hub.coordinator, Hub::wish(text)).plan.can_be_imported());
}

TEST_P(Imports, RandomBytesAreRefusedAndNeverMore)
{
    std::mt19937 random{20261122};
    const std::vector<std::string> seeds{hsds_example("tabular.json"), hsds_example("service_full.json"),
                                         hsds_csv_example()};
    const auto before = hub.counts();
    for (int round = 0; round < 600; ++round) {
        std::string text = seeds[random() % seeds.size()];
        const auto edits = 1 + random() % 6;
        for (std::size_t edit = 0; edit < edits; ++edit) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
            case 0: text[at] = static_cast<char>(random() % 256); break;
            case 1: text.erase(at, 1 + random() % 200); break;
            case 2: text.insert(at, text.substr(random() % text.size(), random() % 200)); break;
            default: text.insert(at, 1, "\"[]{},:;\\0"[random() % 10]); break;
            }
            if (text.empty()) { text = "{}"; }
        }
        static_cast<void>(look(text));
        static_cast<void>(read_package(text.substr(0, random() % text.size())));
    }
    for (int round = 0; round < 200; ++round) {
        std::string text(random() % 300, '\0');
        for (char& c : text) { c = static_cast<char>(random() % 256); }
        static_cast<void>(read_package(text));
        static_cast<void>(read_package(json::serialize(json::object{
            {"files", json::object{{"services.csv", hsds_example("csv/services.csv") + "\",\n;"}}}})));
    }
    EXPECT_EQ(hub.counts(), before);
}

} // namespace
} // namespace samvei::exchange
