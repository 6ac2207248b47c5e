// Goal: those who own an offer keep it true; nobody else changes it; the public sees what is published.
#include "directory/directory_fixture.hpp"

namespace samvei::directory {
namespace {

using namespace testing;
using finder::Capacity;

const finder::Waiting fortnight{
    .days = 14, .measured_on = *find_date("2026-09-14"), .capacity = Capacity::limited};

class Offers : public InMunicipality {
protected:
    /// The stored text of `school_health` with another summary.
    finder::Offer with_summary(const std::string& summary)
    {
        finder::Offer offer = town.record(school_health).offer;
        offer.summary["nb"] = summary;
        return offer;
    }
    OfferRecord save(const std::string& summary)
    {
        const std::int64_t edit = town.record(school_health).edit;
        return must(save_offer(town.app(), town.nils, edit, with_summary(summary)));
    }
    OfferRecord publish(const OfferRecord& record, const std::string& note = "Nytt.")
    {
        return must(publish_offer(town.app(), town.nils, record.offer.id, record.edit, note));
    }
    std::string seen_summary() { return town.seen(school_health).value().summary.at("nb"); }
};
INSTANTIATE_TEST_SUITE_P(Engines, Offers, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Offers, ADraftIsNotSeenUntilItIsPublished)
{
    const std::string before = seen_summary();
    const OfferRecord draft = save("Ny tekst.");
    EXPECT_TRUE(draft.has_draft());
    EXPECT_EQ(draft.version, 2);
    EXPECT_EQ(seen_summary(), before);

    const OfferRecord published = publish(draft);
    EXPECT_FALSE(published.has_draft());
    EXPECT_EQ(seen_summary(), "Ny tekst.");
    EXPECT_EQ(published.offer.checked.by, town.nils.name);

    const OfferPage page = must(offer_page(town.app(), town.nils, school_health));
    ASSERT_EQ(page.versions.size(), 2U);
    EXPECT_EQ(page.versions.front().note, "Nytt.");
    EXPECT_EQ(page.versions.front().published_by, town.nils.name);
    EXPECT_EQ(page.versions.back().published_by, "Samvei");
    EXPECT_EQ(must(offer_version(town.app(), town.psychologist, school_health, 1)).summary.at("nb"), before);
    expect_refused(ErrorCode::not_found, offer_version(town.app(), town.nils, school_health, 9));
}

TEST_P(Offers, ADraftIsSavedOverUntilItIsPublished)
{
    EXPECT_EQ(save("Først.").version, 2);
    EXPECT_EQ(save("Så.").version, 2);
    publish(town.record(school_health));
    EXPECT_EQ(save("Til slutt.").version, 3);
}

TEST_P(Offers, WhoSavesTooLateChangesNothing)
{
    const std::int64_t read_by_both = town.record(school_health).edit;
    must(save_offer(town.app(), town.nils, read_by_both, with_summary("Nils.")));
    expect_refused(ErrorCode::edit_conflict,
                   save_offer(town.app(), town.leader, read_by_both, with_summary("Leder.")));
    expect_refused(ErrorCode::edit_conflict,
                   publish_offer(town.app(), town.leader, school_health, read_by_both, ""));
    expect_refused(ErrorCode::edit_conflict,
                   retire_offer(town.app(), town.leader, school_health, read_by_both, "Slutt."));
    expect_refused(ErrorCode::edit_conflict,
                   restore_version(town.app(), town.leader, school_health, read_by_both, 1));
    EXPECT_EQ(town.record(school_health).offer.summary.at("nb"), "Nils.");
}

TEST_P(Offers, WaitingTimeIsSeenAtOnceAndOverAnyDraft)
{
    save("Et utkast.");
    must(set_waiting(town.app(), town.nils, school_health, fortnight));
    EXPECT_EQ(town.seen(school_health)->waiting, fortnight);
    must(set_waiting(town.app(), town.leader, school_health, std::nullopt));
    EXPECT_EQ(town.seen(school_health)->waiting, std::nullopt);
    const OfferRecord kept = publish(town.record(school_health));
    EXPECT_EQ(kept.offer.waiting, std::nullopt);
}

TEST_P(Offers, WhoConfirmsIsNamedWithTheDay)
{
    town.clock().move_days(200);
    const finder::Offer before = *town.seen(school_health);
    must(confirm_offer(town.app(), town.nils, school_health));
    const finder::Offer after = *town.seen(school_health);
    EXPECT_EQ(after.checked.on, town.clock().today());
    EXPECT_EQ(after.checked.by, town.nils.name);
    EXPECT_EQ(after.checked.source, before.checked.source);
    EXPECT_EQ(after.summary, before.summary);
}

TEST_P(Offers, AVersionOfBeforeBecomesANewDraft)
{
    const std::string first = seen_summary();
    publish(save("Ny tekst."));
    const OfferRecord restored =
        must(restore_version(town.app(), town.nils, school_health, town.record(school_health).edit, 1));
    EXPECT_EQ(restored.version, 3);
    EXPECT_EQ(restored.offer.summary.at("nb"), first);
    EXPECT_EQ(seen_summary(), "Ny tekst.");
    publish(restored);
    EXPECT_EQ(seen_summary(), first);
    expect_refused(ErrorCode::not_found,
                   restore_version(town.app(), town.nils, school_health, town.record(school_health).edit, 9));
}

TEST_P(Offers, ARetiredOfferIsNotSeenAndMayComeBack)
{
    const OfferRecord retired = must(retire_offer(town.app(), town.leader, school_health,
                                                  town.record(school_health).edit, "Slått sammen."));
    EXPECT_EQ(retired.state, OfferState::retired);
    EXPECT_FALSE(town.seen(school_health));
    EXPECT_FALSE(must(offer_page(town.app(), town.nils, school_health)).versions.empty());
    publish(save("Vi er tilbake."));
    EXPECT_EQ(seen_summary(), "Vi er tilbake.");
}

TEST_P(Offers, OnlyThoseWhoKeepItChangeIt)
{
    const std::int64_t edit = town.record(school_health).edit;
    const auto refused_to = [&](const Caller& caller, ErrorCode code) {
        access::App& app = town.app();
        expect_refused(code, save_offer(app, caller, edit, with_summary("Andre.")));
        expect_refused(code, publish_offer(app, caller, school_health, edit, ""));
        expect_refused(code, retire_offer(app, caller, school_health, edit, "Nei."));
        expect_refused(code, restore_version(app, caller, school_health, edit, 1));
        expect_refused(code, set_waiting(app, caller, school_health, fortnight));
        expect_refused(code, confirm_offer(app, caller, school_health));
    };
    refused_to(town.psychologist, ErrorCode::not_allowed);
    refused_to(town.mother, ErrorCode::not_allowed);
    refused_to(town.neighbour, ErrorCode::not_found);
    EXPECT_EQ(town.record(school_health).edit, edit);
    expect_refused(ErrorCode::not_found, confirm_offer(town.app(), town.nils, "no_such_offer"));
    expect_refused(ErrorCode::not_found, offer_page(town.app(), town.neighbour, school_health));
    expect_refused(ErrorCode::not_found, offer_version(town.app(), town.neighbour, school_health, 1));

    EXPECT_TRUE(offer_page(town.app(), town.psychologist, school_health)) << "staff may read it";
    EXPECT_TRUE(confirm_offer(town.app(), town.leader, school_health));
    EXPECT_TRUE(confirm_offer(town.app(), town.coordinator, school_health));
}

TEST_P(Offers, TheWholeCountrysAreKeptByTheCoordinator)
{
    expect_refused(ErrorCode::not_allowed, confirm_offer(town.app(), town.nils, help_line));
    expect_refused(ErrorCode::not_allowed, confirm_offer(town.app(), town.leader, help_line));
    EXPECT_TRUE(confirm_offer(town.app(), town.coordinator, help_line));
    EXPECT_TRUE(offer_page(town.app(), town.neighbour, help_line));
}

TEST_P(Offers, ANewOneBelongsToTheUnitOfWhoeverMakesIt)
{
    finder::Offer offer = offer_of_content(open_door);
    offer.name = {{"nb", "Åpen kveld på Skøyta"}};
    offer.unit = "Noen andre";
    const OfferRecord made = must(create_offer(town.app(), town.nils, offer));
    EXPECT_EQ(made.offer.id, "m4999_apen_kveld_pa_skoyta");
    EXPECT_EQ(made.offer.unit, "Skolehelsetjenesten");
    EXPECT_EQ(made.state, OfferState::draft);
    EXPECT_FALSE(town.seen(made.offer.id));
    EXPECT_EQ(must(create_offer(town.app(), town.nils, offer)).offer.id, "m4999_apen_kveld_pa_skoyta_2");
    publish(made);
    EXPECT_TRUE(town.seen(made.offer.id));
    expect_refused(ErrorCode::not_allowed, create_offer(town.app(), town.mother, offer));
}

TEST_P(Offers, WhatLacksIsNotPublished)
{
    finder::Offer offer = with_summary("");
    offer.summary.clear();
    offer.next_steps.pop_back();
    offer.themes.clear();
    const OfferRecord draft = must(save_offer(town.app(), town.nils, town.record(school_health).edit, offer));
    const auto refused = publish_offer(town.app(), town.nils, school_health, draft.edit, "");
    expect_refused(ErrorCode::invalid_fields, refused);
    const std::vector<FieldFault> expected{{"summary.nb", FaultCode::required},
                                           {"next_steps[2].nb", FaultCode::required},
                                           {"themes", FaultCode::required}};
    EXPECT_EQ(refused.error().fields, expected);
}

// Goal: what comes with the program follows the program, until somebody here has written something else.
TEST_P(Offers, OfTheProgramFollowItUntilTheyAreEdited)
{
    finder::Offer newer = offer_of_content(school_health);
    newer.summary["nb"] = "Programmets nye.";
    must(set_waiting(town.app(), town.nils, school_health, fortnight));
    keep_content_offers(town.app(), {newer}, "4999");
    EXPECT_EQ(seen_summary(), "Programmets nye.");
    EXPECT_EQ(town.seen(school_health)->waiting, fortnight);
    const std::int64_t edit = town.record(school_health).edit;
    keep_content_offers(town.app(), {newer}, "4999");
    EXPECT_EQ(town.record(school_health).edit, edit) << "nothing new, nothing written";

    publish(save("Vår egen."));
    newer.summary["nb"] = "Programmets nyeste.";
    keep_content_offers(town.app(), {newer}, "4999");
    EXPECT_EQ(seen_summary(), "Vår egen.");
}

TEST_P(Offers, AreListedByNameWithTheWholeCountrys)
{
    std::vector<std::string> ids;
    for (const OfferRecord& record : offers_kept_here(town.app(), town.psychologist)) {
        ids.push_back(record.offer.id);
    }
    EXPECT_EQ(ids.size(), 3U);
    const auto elsewhere = offers_kept_here(town.app(), town.neighbour);
    ASSERT_EQ(elsewhere.size(), 1U);
    EXPECT_EQ(elsewhere.front().offer.id, help_line);
}

} // namespace
} // namespace samvei::directory
