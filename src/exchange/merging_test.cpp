// Goal: an offer gives way to another and comes back as it was; nothing that the public needs is lost.
#include "exchange/import_fixture.hpp"

namespace samvei::exchange {
namespace {

using namespace testing;
using directory::OfferState;

class Merging : public WithHub {
protected:
    Merging() { hub.keep_content(); }
    const std::string here = "solvik_youth_health_centre";
    const std::string other = "solvik_family_centre";
    const std::string national = "alarm_116111";
    std::int64_t edit(const std::string& offer) { return hub.record(offer).edit; }
    bool is_public(const std::string& offer)
    {
        return directory::current_index(hub.app())->find_offer(offer) != nullptr;
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Merging, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Merging, GivesWayAndComesBack)
{
    const std::int64_t journal = hub.count("journal_entry");
    const auto merged = must(merge_offer(hub.app(), hub.leader, here, edit(here), national));
    EXPECT_EQ(merged.state, OfferState::merged);
    EXPECT_EQ(hub.record(here).merged_into, national);
    EXPECT_FALSE(is_public(here));
    EXPECT_TRUE(is_public(national));
    ASSERT_EQ(duplicates_here(hub.app(), hub.leader).merged.size(), 1U);
    const finder::Offer text = hub.record(here).offer;
    const auto back = must(unmerge_offer(hub.app(), hub.leader, here, merged.edit));
    EXPECT_EQ(back.state, OfferState::published);
    EXPECT_TRUE(is_public(here));
    EXPECT_TRUE(hub.record(here).offer == text);
    EXPECT_EQ(hub.record(here).merged_into, "");
    EXPECT_EQ(hub.count("journal_entry"), journal + 2);
}

TEST_P(Merging, ADraftComesBackAsADraft)
{
    finder::Offer offer = hub.record(here).offer;
    const auto draft = must(directory::create_offer(hub.app(), hub.leader, offer));
    const auto merged = must(merge_offer(hub.app(), hub.leader, draft.offer.id, draft.edit, here));
    EXPECT_EQ(must(unmerge_offer(hub.app(), hub.leader, draft.offer.id, merged.edit)).state,
              OfferState::draft);
}

TEST_P(Merging, IsRefused)
{
    const App& unused = hub.app();
    static_cast<void>(unused);
    const auto merge = [&](const Caller& caller, const std::string& offer, std::int64_t number,
                           const std::string& into) {
        return merge_offer(hub.app(), caller, offer, number, into);
    };
    Caller neighbour = hub.leader;
    neighbour.municipality = "4998";
    Caller nobody = hub.leader;
    nobody.role = access::Role::professional;
    nobody.unit = std::nullopt;
    expect_refused(ErrorCode::not_found, merge(hub.leader, "nothing", 1, here));
    expect_refused(ErrorCode::not_found, merge(neighbour, here, edit(here), national));
    expect_refused(ErrorCode::not_allowed, merge(nobody, here, edit(here), national));
    expect_refused(ErrorCode::not_allowed, merge(hub.leader, national, edit(national), here));
    expect_refused(ErrorCode::edit_conflict, merge(hub.leader, here, edit(here) + 1, other));
    expect_refused(ErrorCode::invalid_fields, merge(hub.leader, here, edit(here), here));
    expect_refused(ErrorCode::invalid_fields, merge(hub.leader, here, edit(here), "nothing"));
    expect_refused(ErrorCode::not_allowed, unmerge_offer(hub.app(), hub.leader, here, edit(here)));
    const auto draft = must(directory::create_offer(hub.app(), hub.leader, hub.record(other).offer));
    expect_refused(ErrorCode::not_allowed, merge(hub.leader, here, edit(here), draft.offer.id));
    must(merge(hub.leader, here, edit(here), other));
    expect_refused(ErrorCode::not_allowed, merge(hub.leader, here, edit(here), national));
    expect_refused(ErrorCode::not_allowed, merge(hub.leader, other, edit(other), national));
    expect_refused(ErrorCode::invalid_fields, merge(hub.leader, draft.offer.id, draft.edit, here));
}

TEST_P(Merging, AMergedOfferStaysSoWhenItIsImportedAgain)
{
    const std::string text = hsds_example("tabular.json");
    hub.import(Hub::wish(text));
    const std::string imported = "m4999_community_counselling";
    must(merge_offer(hub.app(), hub.coordinator, imported, edit(imported), here));
    const DryRun run = dry_run(hub.app(), hub.coordinator, Hub::wish(text));
    EXPECT_EQ(run.plan.services.at(0).outcome, Outcome::merged);
    EXPECT_TRUE(told(run.plan.faults, Weight::warning).contains("service[1] merged_here"));
    hub.import(Hub::wish(text));
    EXPECT_EQ(hub.record(imported).state, OfferState::merged);
}

} // namespace
} // namespace samvei::exchange
