// Goal: consent first. A shared log opens when everybody who must has said yes, and then has a holder, a next
// step and a date; when anything is missing nothing at all is stored.
#include "followup/testing/queries.hpp"
#include "followup/testing/town.hpp"
#include "followup/view.hpp"

namespace samvei::followup {
namespace {

using namespace testing;

class Opening : public InTown {
protected:
    OpeningDraft draft = child_of_two(town);

    auto opened_by(const Caller& caller)
    {
        return [&] { return open_follow_up(app, caller, draft); };
    }
    EarlyConcernId concern_of(const Caller& author)
    {
        ConcernDraft worry;
        worry.label = words("Stille i timen");
        worry.facts = words("Har ikke sagt noe på to uker.");
        worry.next_due_on = town.in_days(5);
        return must(begin_concern(app, author, worry));
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, Opening, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(Opening, GivesAHolderANextStepAndADate)
{
    draft.consent.child_view = words("Jeg vil ha noen med meg inn.");
    const FollowUpId id = open_log(town, draft);

    const StoredRow row = stored_row(town, id);
    EXPECT_EQ(row.at("state"), "open");
    EXPECT_EQ(row.at("level"), "2");
    EXPECT_EQ(row.at("stage"), "level_2");
    EXPECT_EQ(row.at("next_step"), "contact_service");
    EXPECT_EQ(row.at("next_due_on"), text_of(town.in_days(7)));
    EXPECT_EQ(row.at("holder_member"), place_of(town, id, town.kari).text());
    EXPECT_EQ(row.at("version"), "1");
    EXPECT_EQ(row.at("reference").size(), 6U);
    EXPECT_EQ(acts_of(town, id), std::vector<std::string>{"opened"});

    const FollowUpView seen = must(view_follow_up(app, town.kari, id));
    EXPECT_EQ(seen.work.standing.child.name().reveal(), "Emma Solbakken");
    EXPECT_EQ(seen.work.standing.guardians.size(), 2U);
    EXPECT_EQ(seen.work.standing.consents.size(), 2U);
    EXPECT_TRUE(seen.breaks.empty());
    ASSERT_EQ(seen.own_words.size(), 1U);
    EXPECT_EQ(seen.own_words.front().capacity, Capacity::staff_on_behalf);
    EXPECT_EQ(seen.own_words.front().person, seen.work.standing.child.id);
}

TEST_P(Opening, TheMunicipalitysNumberDatesTheFirstStepWhenNobodyDoes)
{
    town.set({{"deadline.level_2.contact", "5"}}); // working days; 2026-09-14 is a Monday
    draft.next_due_on.reset();
    const FollowUpId id = open_log(town, draft);
    EXPECT_EQ(stored_row(town, id).at("next_due_on"), "2026-09-21");
    town.set({{"deadline.level_2.contact", "20"}});
    EXPECT_EQ(stored_row(town, id).at("next_due_on"), "2026-09-21");
    const FollowUpView seen = must(view_follow_up(app, town.kari, id));
    EXPECT_EQ(seen.main_run().state.next->due_on, find_date("2026-09-21"))
        << "a later setting moves no child's date";
}

TEST_P(Opening, ConsentComesFirst)
{
    const std::vector<GiverDraft> both = draft.consent.givers;
    draft.consent.givers.clear();
    expect_refused(town, ErrorCode::consent_missing, opened_by(town.kari));
    draft.consent.givers = {both[0]};
    expect_refused(town, ErrorCode::consent_incomplete, opened_by(town.kari));
    draft.consent.givers = {both[0], both[0]};
    expect_refused(town, ErrorCode::consent_incomplete, opened_by(town.kari));
    draft.consent.givers = both;
    expect_refused(town, ErrorCode::consent_incomplete, opened_by(town.pia)); // nobody said yes to PPT
    draft.consent.units.clear();
    expect_refused(town, ErrorCode::consent_incomplete, opened_by(town.kari));
    expect_refused(town, ErrorCode::not_allowed, opened_by(town.mother));
}

TEST_P(Opening, TheMunicipalityDecidesWhetherOneParentIsEnough)
{
    draft.consent.givers.pop_back();
    expect_refused(town, ErrorCode::consent_incomplete, opened_by(town.kari));
    town.set({{"guardians_must_consent", "one"}});
    EXPECT_TRUE(open_follow_up(app, town.kari, draft));
}

TEST_P(Opening, TheMunicipalityDecidesFromWhatAgeTheYoungPersonSaysYes)
{
    draft = young_person(town);
    draft.child = person_of(town, "Sara", "Nilsen", 15);
    expect_refused(town, ErrorCode::consent_incomplete, opened_by(town.kari));
    town.set({{"consent_age", "15"}});
    EXPECT_TRUE(open_follow_up(app, town.kari, draft));
    draft.consent.givers = {guardian_says_yes(town, 0)};
    expect_refused(town, ErrorCode::consent_incomplete, opened_by(town.kari));
}

TEST_P(Opening, NamesTheFieldThatIsWrong)
{
    const OpeningDraft good = draft;
    const auto fault = [&](std::string_view path, FaultCode code) {
        expect_fault(town, path, code, opened_by(town.kari));
        draft = good;
    };
    draft.consent.givers[1].guardian = 2;
    fault("consent.givers[1].guardian", FaultCode::not_known);
    draft.consent.givers[1].guardian.reset();
    draft.consent.givers[1].person = PersonId{app.ids.next()};
    fault("consent.givers[1].person", FaultCode::not_known);
    draft.consent.units.emplace_back(app.ids.next());
    fault("consent.units[2]", FaultCode::not_known);
    draft.consent.givers[1].given_on = town.in_days(1);
    fault("consent.givers[1].given_on", FaultCode::in_the_future);
    draft.consent.valid_until = town.in_days(-1);
    fault("consent.valid_until", FaultCode::in_the_past);
    draft.child.born_on = town.in_days(1);
    fault("child.birth_date", FaultCode::in_the_future);
    draft.child = person_of(town, "Emma", "Solbakken", 26);
    fault("child.birth_date", FaultCode::too_large);
    draft.child.identity_number = "17851250034"; // synthetic, of somebody born in 2012
    fault("child.identity_number", FaultCode::identity_number_not_matching_birth_date);
}

TEST_P(Opening, OnALevelOfTheMunicipalitysWithADate)
{
    draft.level = 1;
    expect_refused(town, ErrorCode::log_opens_later, opened_by(town.kari));
    town.set({{"log_opens_at_level", "1"}});
    EXPECT_EQ(stored_row(town, open_log(town, draft)).at("next_step"), "define");
    draft.level = 4;
    expect_refused(town, ErrorCode::level_not_moved, opened_by(town.kari));
    draft.level = 3;
    EXPECT_EQ(stored_row(town, open_log(town, draft)).at("next_step"), "establish_contact");
    draft.next_due_on.reset();
    expect_refused(town, ErrorCode::next_step_needs_date, opened_by(town.kari));
    draft.next_due_on = town.in_days(-1);
    expect_refused(town, ErrorCode::date_in_past, opened_by(town.kari));
    draft.next_due_on = town.today();
    EXPECT_TRUE(open_follow_up(app, town.kari, draft));
}

TEST_P(Opening, AnEarlyConcernOfOnesOwnBecomesTheLogOnce)
{
    draft.early_concern = concern_of(town.kari);
    const FollowUpId id = open_log(town, draft);
    const EarlyConcern shared = must(view_concern(app, town.kari, *draft.early_concern)).concern;
    EXPECT_EQ(shared.state, ConcernState::shared);
    EXPECT_EQ(shared.follow_up, id);
    EXPECT_TRUE(shared.next_step.empty());
    EXPECT_FALSE(shared.next_due_on.has_value());
    EXPECT_EQ(acts_of(town, "early_concern:" + draft.early_concern->text()).back(), "concern_shared");

    expect_refused(town, ErrorCode::concern_already_shared, opened_by(town.kari));
    draft.early_concern = concern_of(town.kim);
    expect_refused(town, ErrorCode::not_found, opened_by(town.kari)); // a colleague's
    draft.early_concern = EarlyConcernId{app.ids.next()};
    expect_refused(town, ErrorCode::not_found, opened_by(town.kari));
}

TEST_P(Opening, AnEarlyConcernThatEndedOpensNothing)
{
    draft.early_concern = concern_of(town.kari);
    for (const char* const step : {"wonder", "make_concrete", "share", "talk_with_family", "choose_way"}) {
        const std::string answer = std::string_view{step} == "choose_way" ? "end" : "";
        const std::int64_t version = must(view_concern(app, town.kari, *draft.early_concern)).concern.version;
        must(take_concern_step(app, town.kari, *draft.early_concern,
                               {version, step, answer, words("Det gikk over."), town.in_days(7)}));
    }
    expect_refused(town, ErrorCode::concern_ended, opened_by(town.kari));
}

/// Consent to a follow-up that is open already.
class MoreConsent : public InTown {
protected:
    FollowUpId id = open_log(town);
    std::vector<Consent> consents()
    {
        return must(view_follow_up(app, town.kari, id)).work.standing.consents;
    }
    /// By whom: 0 is the mother, 1 the father.
    ConsentId given_by(std::size_t guardian)
    {
        const FollowUpView seen = must(view_follow_up(app, town.kari, id));
        const PersonId person = seen.work.standing.guardians.at(guardian).person.id;
        for (const Consent& consent : seen.work.standing.consents) {
            if (consent.person == person && !consent.withdrawn_at) { return consent.id; }
        }
        throw std::runtime_error{"no such consent"};
    }
    ConsentDraft to_ppt()
    {
        ConsentDraft draft = child_of_two(town).consent;
        draft.units = {town.ppt};
        return draft;
    }
    auto added_by(const Caller& caller, const ConsentDraft& draft)
    {
        return [this, &caller, draft] { return add_consent(app, caller, id, draft); };
    }
    auto withdrawn_by(const Caller& caller, const ConsentId& consent)
    {
        return [this, &caller, consent] {
            return withdraw_consent(app, caller, id, consent, words("Nei takk."));
        };
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, MoreConsent, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(MoreConsent, AnotherUnitMayJoinWhenEverybodyHasSaidYesToIt)
{
    ConsentDraft draft = to_ppt();
    const std::vector<GiverDraft> both = draft.givers;
    draft.givers = {both[0]};
    must(add_consent(app, town.kari, id, draft));
    EXPECT_THROW(join(town, id, town.pia), std::runtime_error) << "the father has not said yes to PPT";
    draft.givers = {both[1]};
    must(add_consent(app, town.kari, id, draft));
    join(town, id, town.pia);
    EXPECT_TRUE(view_follow_up(app, town.pia, id));
    EXPECT_EQ(acts_of(town, id),
              (std::vector<std::string>{"opened", "consent_given", "consent_given", "member_added"}));
}

TEST_P(MoreConsent, IsWrittenDownByTheHolderWithoutFaults)
{
    join(town, id, town.nils);
    ConsentDraft draft = to_ppt();
    expect_refused(town, ErrorCode::not_the_holder, added_by(town.nils, draft));
    expect_refused(town, ErrorCode::not_found, added_by(town.stranger, draft));
    expect_refused(town, ErrorCode::not_allowed, added_by(town.mother, draft));
    draft.givers.clear();
    expect_refused(town, ErrorCode::consent_missing, added_by(town.kari, draft));
    draft = to_ppt();
    draft.givers[0].guardian = 5;
    expect_fault(town, "givers[0].guardian", FaultCode::not_known, added_by(town.kari, draft));
    draft = to_ppt();
    draft.units = {UnitId{app.ids.next()}};
    expect_fault(town, "units[0]", FaultCode::not_known, added_by(town.kari, draft));
    draft = to_ppt();
    draft.valid_until = town.in_days(800);
    expect_fault(town, "valid_until", FaultCode::too_large, added_by(town.kari, draft));
}

TEST_P(MoreConsent, IsWithdrawnByWhoeverGaveItOrByTheHolderOnce)
{
    join(town, id, town.nils);
    const ConsentId mothers = given_by(0);
    const ConsentId fathers = given_by(1);
    expect_refused(town, ErrorCode::not_found, withdrawn_by(town.mother, fathers));
    expect_refused(town, ErrorCode::not_found, withdrawn_by(town.other_parent, mothers));
    expect_refused(town, ErrorCode::not_found, withdrawn_by(town.kari, ConsentId{app.ids.next()}));
    expect_refused(town, ErrorCode::not_the_holder, withdrawn_by(town.nils, mothers));
    expect_refused(town, ErrorCode::not_found, withdrawn_by(town.stranger, mothers));

    must(withdraw_consent(app, town.mother, id, mothers, {}));
    expect_refused(town, ErrorCode::consent_not_in_force, withdrawn_by(town.mother, mothers));
    must(withdraw_consent(app, town.kari, id, fathers, words("Far ringte.")));
    EXPECT_EQ(acts_of(town, id),
              (std::vector<std::string>{"opened", "member_added", "consent_withdrawn", "consent_withdrawn"}));
    for (const Consent& consent : consents()) { EXPECT_TRUE(consent.withdrawn_at.has_value()); }
}

TEST_P(MoreConsent, TheHolderAsksAnewWhenItHasEnded)
{
    must(withdraw_consent(app, town.mother, id, given_by(0), {}));
    EXPECT_FALSE(must(view_follow_up(app, town.kari, id)).work.permit.opens(Part::content));
    ConsentDraft again = child_of_two(town).consent;
    again.givers = {guardian_says_yes(town, 0)};
    must(add_consent(app, town.kari, id, again));
    EXPECT_TRUE(must(view_follow_up(app, town.kari, id)).work.permit.opens(Part::content));
}

TEST_P(MoreConsent, AClosedFollowUpTakesNoneButTheFamilyMayTakeTheirsBack)
{
    must(close_follow_up(app, town.kari, id, version_of(town, id), words("Ferdig."), "yes"));
    expect_refused(town, ErrorCode::follow_up_closed, added_by(town.kari, to_ppt()));
    EXPECT_TRUE(withdraw_consent(app, town.mother, id, given_by(0), {}));
    EXPECT_TRUE(withdraw_consent(app, town.kari, id, given_by(1), words("Far ringte."))) << "for him";
}

TEST_P(MoreConsent, ToReferralAloneOpensNothing)
{
    OpeningDraft draft = child_of_two(town);
    draft.consent.purposes = {"referral"};
    expect_refused(town, ErrorCode::consent_incomplete,
                   [&] { return open_follow_up(app, town.kari, draft); });
}

} // namespace
} // namespace samvei::followup
