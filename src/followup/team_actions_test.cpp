// Goal: a team of people whose units are named in the consent; exactly one holder, and the old one stays
// until the new one has accepted.
#include "followup/testing/queries.hpp"
#include "followup/testing/town.hpp"
#include "followup/view.hpp"

namespace samvei::followup {
namespace {

using namespace testing;

class InTheTeam : public InTown {
protected:
    FollowUpId id = open_log(town);

    auto added_by(const Caller& caller, const Caller& colleague)
    {
        return [this, &caller, &colleague] {
            return add_member(app, caller, id, colleague.account, colleague.unit.value_or(town.school));
        };
    }
    auto lets_go(const Caller& caller, const MemberId& member)
    {
        return [this, &caller, member] { return leave_team(app, caller, id, member, words("Ny jobb.")); };
    }
    auto offered_by(const Caller& caller, const MemberId& to)
    {
        return [this, &caller, to] { return offer_baton(app, caller, id, to, words("Tar du over?")); };
    }
    auto answered_by(const Caller& caller, const OfferId& offer, OfferState answer, const char* reason = "")
    {
        return [this, &caller, offer, answer, reason] {
            return answer_baton(app, caller, offer, answer, words(reason));
        };
    }
    auto withdrawn_by(const Caller& caller, const OfferId& offer)
    {
        return [this, &caller, offer] { return withdraw_offer(app, caller, offer); };
    }
    std::string holder() { return stored_row(town, id).at("holder_member"); }
    /// "offered refused", oldest first.
    std::string offers()
    {
        return town.database().read([&](db::Reader& db) {
            db::Rows rows = db.run(queries::offers, {{"follow_up", id.text()}});
            std::string states;
            while (rows.next()) { states += (states.empty() ? "" : " ") + rows.string("state"); }
            return states;
        });
    }
    /// The units that everybody's first consent named no longer count; the new one names the school alone.
    void narrow_consent_to_school()
    {
        for (const Consent& consent : must(view_follow_up(app, town.kari, id)).work.standing.consents) {
            must(withdraw_consent(app, town.kari, id, consent.id, {}));
        }
        ConsentDraft draft = child_of_two(town).consent;
        draft.units = {town.school};
        must(add_consent(app, town.kari, id, draft));
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, InTheTeam, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(InTheTeam, AColleagueJoinsOnceWhenConsentNamesTheUnit)
{
    must(added_by(town.kari, town.nils)());
    EXPECT_TRUE(view_follow_up(app, town.nils, id));
    expect_refused(town, ErrorCode::member_already_in_team, added_by(town.kari, town.nils));
    expect_refused(town, ErrorCode::member_already_in_team, added_by(town.kari, town.kari));
    expect_refused(town, ErrorCode::consent_not_in_force, added_by(town.kari, town.pia));
    expect_refused(town, ErrorCode::not_the_holder, added_by(town.nils, town.kim));
    expect_refused(town, ErrorCode::not_found, added_by(town.stranger, town.kim));
    expect_refused(town, ErrorCode::not_allowed, added_by(town.mother, town.kim));
    expect_fault(town, "account", FaultCode::not_known,
                 added_by(town.kari, town.other_parent)); // family works nowhere
    expect_fault(town, "account", FaultCode::not_known,
                 [&] { return add_member(app, town.kari, id, town.nils.account, town.school); });
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added"}));
}

TEST_P(InTheTeam, WhoeverLeavesSeesNothingAndMayComeBack)
{
    const MemberId nils = join(town, id, town.nils);
    must(lets_go(town.nils, nils)());
    expect_refused(town, ErrorCode::not_found, [&] { return view_follow_up(app, town.nils, id); });
    expect_refused(town, ErrorCode::member_not_in_team, lets_go(town.kari, nils));
    const MemberId again = join(town, id, town.nils);
    EXPECT_NE(again, nils);
    must(lets_go(town.kari, again)());
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added", "member_left",
                                                           "member_added", "member_left"}));
}

TEST_P(InTheTeam, TheHolderStaysAndOthersLeaveForThemselves)
{
    const MemberId kari = place_of(town, id, town.kari);
    const MemberId nils = join(town, id, town.nils);
    const MemberId kim = join(town, id, town.kim);
    expect_refused(town, ErrorCode::holder_cannot_leave, lets_go(town.kari, kari));
    expect_refused(town, ErrorCode::not_the_holder, lets_go(town.nils, kim));
    expect_refused(town, ErrorCode::not_the_holder, lets_go(town.nils, kari));
    expect_refused(town, ErrorCode::not_found, lets_go(town.stranger, nils));
    expect_refused(town, ErrorCode::not_allowed, lets_go(town.mother, nils));
    expect_refused(town, ErrorCode::member_not_in_team, lets_go(town.kari, MemberId{app.ids.next()}));
    must(close_follow_up(app, town.kari, id, version_of(town, id), words("Ferdig."), "yes"));
    expect_refused(town, ErrorCode::holder_cannot_leave, lets_go(town.kari, kari));
    must(lets_go(town.nils, nils)());
    must(lets_go(town.kari, kim)());
    expect_refused(town, ErrorCode::follow_up_closed, added_by(town.kari, town.pia));
}

TEST_P(InTheTeam, NobodyLeavesMeasuresBehind)
{
    const MemberId nils = join(town, id, town.nils);
    Measure measure;
    measure.what = words("Samtale hver fredag");
    measure.responsible = nils;
    measure.due_on = town.in_days(7);
    measure.evaluate_on = town.in_days(30);
    must(save_measure(app, town.kari, id, measure));
    expect_refused(town, ErrorCode::member_has_measures, lets_go(town.nils, nils));
    expect_refused(town, ErrorCode::member_has_measures, lets_go(town.kari, nils));
    Measure taken_over = must(view_follow_up(app, town.kari, id)).measures.front();
    taken_over.responsible = place_of(town, id, town.kari);
    must(save_measure(app, town.kari, id, taken_over));
    must(lets_go(town.nils, nils)());
}

TEST_P(InTheTeam, AHolderWhoseOwnUnitIsNoLongerCoveredHandsOver)
{
    const MemberId nils = join(town, id, town.nils);
    for (const Consent& consent : must(view_follow_up(app, town.kari, id)).work.standing.consents) {
        must(withdraw_consent(app, town.kari, id, consent.id, {}));
    }
    ConsentDraft draft = child_of_two(town).consent;
    draft.units = {town.school_health};
    must(add_consent(app, town.kari, id, draft));
    EXPECT_FALSE(must(view_follow_up(app, town.kari, id)).work.permit.opens(Part::content));
    must(offered_by(town.kari, nils)());
    must(answered_by(town.nils, open_offer(town, id), OfferState::accepted)());
    EXPECT_EQ(holder(), nils.text());
}

TEST_P(InTheTeam, TheBatonMovesWhenItIsAcceptedAndNotBefore)
{
    const std::string kari = holder();
    const MemberId nils = join(town, id, town.nils);
    must(offered_by(town.kari, nils)());
    EXPECT_EQ(holder(), kari);
    EXPECT_FALSE(must(view_follow_up(app, town.nils, id)).work.standing.facts.is_holder);
    must(
        date_step(app, town.kari, id, {version_of(town, id), {}}, {}, town.in_days(2), words("Avtalt."), {}));

    EXPECT_EQ(must(answered_by(town.nils, open_offer(town, id), OfferState::accepted)()), id);
    EXPECT_EQ(holder(), nils.text());
    EXPECT_EQ(offers(), "accepted");
    expect_refused(town, ErrorCode::not_the_holder, offered_by(town.kari, nils));
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added", "baton_offered",
                                                           "date_set", "baton_accepted"}));
    must(lets_go(town.kari, place_of(town, id, town.kari))());
}

TEST_P(InTheTeam, OneOfferAtATimeToAnotherActiveMemberWhoseUnitIsCovered)
{
    const MemberId nils = join(town, id, town.nils);
    const MemberId kim = join(town, id, town.kim);
    const MemberId kari = place_of(town, id, town.kari);
    expect_refused(town, ErrorCode::member_not_in_team, offered_by(town.kari, kari));
    expect_refused(town, ErrorCode::member_not_in_team, offered_by(town.kari, MemberId{app.ids.next()}));
    expect_refused(town, ErrorCode::not_the_holder, offered_by(town.nils, kim));
    expect_refused(town, ErrorCode::not_found, offered_by(town.stranger, nils));
    must(offered_by(town.kari, nils)());
    expect_refused(town, ErrorCode::baton_already_offered, offered_by(town.kari, kim));
    must(withdrawn_by(town.kari, open_offer(town, id))());
    must(lets_go(town.kari, kim)());
    expect_refused(town, ErrorCode::member_not_in_team, offered_by(town.kari, kim));
    narrow_consent_to_school();
    expect_refused(town, ErrorCode::consent_not_in_force, offered_by(town.kari, nils));
    EXPECT_EQ(offers(), "withdrawn");
}

TEST_P(InTheTeam, AnOfferIsRefusedWithAReasonAndAnsweredOnce)
{
    const MemberId nils = join(town, id, town.nils);
    const std::string kari = holder();
    must(offered_by(town.kari, nils)());
    const OfferId offer = open_offer(town, id);
    expect_refused(town, ErrorCode::reason_needed, answered_by(town.nils, offer, OfferState::refused));
    must(answered_by(town.nils, offer, OfferState::refused, "Har for mange fra før.")());
    EXPECT_EQ(holder(), kari);
    EXPECT_EQ(offers(), "refused");
    expect_refused(town, ErrorCode::baton_offer_not_open,
                   answered_by(town.nils, offer, OfferState::accepted));
    expect_refused(town, ErrorCode::baton_offer_not_open, withdrawn_by(town.kari, offer));
    must(offered_by(town.kari, nils)());
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added", "baton_offered",
                                                           "baton_refused", "baton_offered"}));
    expect_refused(town, ErrorCode::baton_offer_not_open,
                   answered_by(town.nils, offer, OfferState::accepted));
}

TEST_P(InTheTeam, OnlyTheOneItIsOfferedToAnswers)
{
    join(town, id, town.kim);
    must(offered_by(town.kari, join(town, id, town.nils))());
    const OfferId offer = open_offer(town, id);
    expect_refused(town, ErrorCode::baton_offer_not_open, answered_by(town.kim, offer, OfferState::accepted));
    expect_refused(town, ErrorCode::baton_offer_not_open,
                   answered_by(town.kari, offer, OfferState::accepted));
    expect_refused(town, ErrorCode::not_found, answered_by(town.stranger, offer, OfferState::accepted));
    expect_refused(town, ErrorCode::not_found, answered_by(town.leader, offer, OfferState::accepted));
    expect_refused(town, ErrorCode::not_allowed, answered_by(town.mother, offer, OfferState::accepted));
    const OfferId none{app.ids.next()};
    expect_refused(town, ErrorCode::not_found, answered_by(town.nils, none, OfferState::accepted));
    expect_refused(town, ErrorCode::not_found, withdrawn_by(town.kari, none));
    expect_refused(town, ErrorCode::not_the_holder, withdrawn_by(town.nils, offer));
    expect_refused(town, ErrorCode::not_found, withdrawn_by(town.stranger, offer));
    must(withdrawn_by(town.kari, offer)());
    expect_refused(town, ErrorCode::baton_offer_not_open,
                   answered_by(town.nils, offer, OfferState::accepted));
    EXPECT_EQ(acts_of(town, id).back(), "baton_offer_withdrawn");
}

TEST_P(InTheTeam, AnOfferGoesWithTheMemberItWasMadeTo)
{
    const MemberId nils = join(town, id, town.nils);
    must(offered_by(town.kari, nils)());
    const OfferId offer = open_offer(town, id);
    must(lets_go(town.nils, nils)());
    EXPECT_EQ(offers(), "withdrawn");
    join(town, id, town.nils);
    expect_refused(town, ErrorCode::baton_offer_not_open,
                   answered_by(town.nils, offer, OfferState::accepted));
}

TEST_P(InTheTeam, WhoeverIsNoLongerCoveredCannotTakeTheBaton)
{
    must(offered_by(town.kari, join(town, id, town.nils))());
    const OfferId offer = open_offer(town, id);
    narrow_consent_to_school();
    expect_refused(town, ErrorCode::not_found, answered_by(town.nils, offer, OfferState::accepted));
    must(withdrawn_by(town.kari, offer)());
}

TEST_P(InTheTeam, AnUnansweredOfferShowsFromTheDayAfterItsNumberOfDays)
{
    town.set({{"deadline.baton_acceptance", "3"}});
    must(offered_by(town.kari, join(town, id, town.nils))());
    const auto breaks = [&] { return must(view_follow_up(app, town.kari, id)).breaks; };
    town.clock().move_days(3);
    EXPECT_TRUE(breaks().empty());
    town.clock().move_days(1);
    EXPECT_EQ(breaks(), std::vector{Break::offer_unanswered});
}

TEST_P(InTheTeam, SomebodyWhoNoLongerWorksThereShowsAsABreakAtOnce)
{
    Town fresh{GetParam()}; // a membership that has ended does not begin again
    const FollowUpId other = open_log(fresh);
    join(fresh, other, fresh.nils);
    const auto breaks = [&] { return view_breaks(fresh.app(), fresh.leader).lines.front().breaks; };
    EXPECT_TRUE(breaks().empty());
    fresh.stops_working(fresh.nils);
    EXPECT_EQ(breaks(), std::vector{Break::team_member_left});
    fresh.stops_working(fresh.kari);
    EXPECT_EQ(breaks(), (std::vector{Break::no_accepted_holder, Break::team_member_left}));
    EXPECT_EQ(view_breaks(fresh.app(), fresh.coordinator).lines.size(), 1U);
    EXPECT_TRUE(view_breaks(fresh.app(), fresh.other_leader).lines.empty()) << "another unit's holder";
    EXPECT_TRUE(view_breaks(fresh.app(), fresh.kim).lines.empty()) << "no leader";
}

TEST_P(InTheTeam, ALeaderFindsANewHolderWhenTheOldOneIsGone)
{
    Town fresh{GetParam()};
    const FollowUpId other = open_log(fresh);
    join(fresh, other, fresh.nils);
    const auto appointed_by = [&](const Caller& leader, const Caller& colleague) {
        return [&] {
            return appoint_holder(fresh.app(), leader, other, colleague.account,
                                  colleague.unit.value_or(fresh.school), words("Tar du over?"));
        };
    };
    const auto candidates = [&] {
        std::string names;
        const BreaksView breaks = view_breaks(fresh.app(), fresh.leader);
        for (const access::Colleague& one : breaks.lines.front().candidates) {
            names += (names.empty() ? "" : " ") + one.name;
        }
        return names;
    };
    expect_refused(fresh, ErrorCode::holder_works_here, appointed_by(fresh.leader, fresh.kim));
    EXPECT_EQ(candidates(), "");
    fresh.stops_working(fresh.kari);
    EXPECT_NE(candidates().find(fresh.kim.name), std::string::npos) << "of the holder's unit";
    EXPECT_NE(candidates().find(fresh.nils.name), std::string::npos) << "of the team";
    EXPECT_EQ(candidates().find(fresh.pia.name), std::string::npos) << "of neither";

    for (const Caller* nobody : {&fresh.other_leader, &fresh.kim, &fresh.nils, &fresh.stranger}) {
        expect_refused(fresh, ErrorCode::not_found, appointed_by(*nobody, fresh.kim));
    }
    expect_refused(fresh, ErrorCode::not_allowed, appointed_by(fresh.mother, fresh.kim));
    expect_refused(fresh, ErrorCode::consent_not_in_force, appointed_by(fresh.leader, fresh.pia));
    expect_fault(fresh, "account", FaultCode::not_known, appointed_by(fresh.leader, fresh.other_parent));

    must(appointed_by(fresh.leader, fresh.kim)());
    EXPECT_EQ(candidates(), "") << "one has been asked";
    expect_refused(fresh, ErrorCode::baton_already_offered, appointed_by(fresh.coordinator, fresh.nils));
    must(answer_baton(fresh.app(), fresh.kim, open_offer(fresh, other), OfferState::accepted, {}));
    EXPECT_EQ(stored_row(fresh, other).at("holder_member"), place_of(fresh, other, fresh.kim).text());
    expect_refused(fresh, ErrorCode::holder_works_here, appointed_by(fresh.leader, fresh.nils));
    must(close_follow_up(fresh.app(), fresh.kim, other, version_of(fresh, other), words("Ferdig."), "yes"));
    expect_refused(fresh, ErrorCode::follow_up_closed, appointed_by(fresh.leader, fresh.nils));
}

} // namespace
} // namespace samvei::followup
