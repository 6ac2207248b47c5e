// Goal: every move along the pathway leaves an open follow-up with a dated next step, is the holder's alone,
// meets a second editor with edit_conflict, and can be taken back on the same day by whoever made it.
#include "followup/testing/town.hpp"
#include "followup/view.hpp"

namespace samvei::followup {
namespace {

using namespace testing;

class OnThePathway : public InTown {
protected:
    FollowUpId id = open_log(town);

    std::string stored(std::string_view column) { return stored_row(town, id).find(column)->second; }
    /// "level_2 contact_service 2026-09-21"
    std::string where() { return stored("stage") + " " + stored("next_step") + " " + stored("next_due_on"); }
    StepDraft step(const std::string& name, const std::string& answer = {})
    {
        return {version_of(town, id), name, answer, words("Gjort."), town.in_days(7)};
    }
    auto done_by(const Caller& caller, StepDraft draft)
    {
        return [this, &caller, draft] { return take_step(app, caller, id, draft); };
    }
    auto dated_by(const Caller& caller, int days)
    {
        return [this, &caller, version = version_of(town, id), days] {
            return date_step(app, caller, id, {version, {}}, {}, town.in_days(days), words("Avtalt."), {});
        };
    }
    auto moved_by(const Caller& caller, int level, std::optional<Date> due)
    {
        return [this, &caller, version = version_of(town, id), level, due] {
            return move_level(app, caller, id, version, level, words("Behovet er større."), due);
        };
    }
    auto undone_by(const Caller& caller)
    {
        return [this, &caller, version = version_of(town, id)] {
            return undo_step(app, caller, id, {version, {}});
        };
    }
    auto closed_by(const Caller& caller)
    {
        return [this, &caller, version = version_of(town, id)] {
            return close_follow_up(app, caller, id, version, words("Det går bra nå."), "yes");
        };
    }
    auto reopened_by(const Caller& caller, std::optional<Date> due)
    {
        return [this, &caller, version = version_of(town, id), due] {
            return reopen_follow_up(app, caller, id, version, words("Det ble tungt igjen."), due);
        };
    }
    bool may_undo(const Caller& caller) { return must(view_follow_up(app, caller, id)).main_run().may_undo; }
    /// Up to the decision on level 2.
    void go_to_decision()
    {
        for (int steps = 0; steps < 4; ++steps) { take_next_step(town, id, town.kari); }
        ASSERT_EQ(stored("next_step"), "decide_joint");
    }
    void end_consent()
    {
        for (const Consent& consent : must(view_follow_up(app, town.mother, id)).work.standing.consents) {
            static_cast<void>(withdraw_consent(app, town.kari, id, consent.id, {}));
        }
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, OnThePathway, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(OnThePathway, AStepDoneMakesTheFollowingOneNext)
{
    must(take_step(app, town.kari, id, step("contact_service")));
    EXPECT_EQ(where(), "level_2 joint_meeting " + text_of(town.in_days(7)));
    EXPECT_EQ(version_of(town, id), 2);
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "step_done"}));
}

TEST_P(OnThePathway, AStepIsTheNextOneWithItsAnswersAndADate)
{
    expect_refused(town, ErrorCode::step_not_next, done_by(town.kari, step("joint_meeting")));
    expect_refused(town, ErrorCode::answer_not_known, done_by(town.kari, step("contact_service", "ja")));
    StepDraft draft = step("contact_service");
    draft.next_due_on.reset();
    expect_refused(town, ErrorCode::next_step_needs_date, done_by(town.kari, draft));
    draft.next_due_on = town.in_days(-1);
    expect_refused(town, ErrorCode::date_in_past, done_by(town.kari, draft));
    go_to_decision();
    expect_refused(town, ErrorCode::answer_not_known, done_by(town.kari, step("decide_joint")));
}

TEST_P(OnThePathway, OnlyTheHolderLeads)
{
    join(town, id, town.nils);
    const std::optional<Date> due = town.in_days(7);
    expect_refused(town, ErrorCode::not_the_holder, done_by(town.nils, step("contact_service")));
    expect_refused(town, ErrorCode::not_the_holder, dated_by(town.nils, 3));
    expect_refused(town, ErrorCode::not_the_holder, moved_by(town.nils, 3, due));
    expect_refused(town, ErrorCode::not_the_holder, undone_by(town.nils));
    expect_refused(town, ErrorCode::not_the_holder, closed_by(town.nils));
    for (const Caller* const nobody : {&town.kim, &town.leader, &town.coordinator, &town.other_parent}) {
        expect_refused(town, ErrorCode::not_found, done_by(*nobody, step("contact_service")));
        expect_refused(town, ErrorCode::not_found, closed_by(*nobody));
    }
    expect_refused(town, ErrorCode::not_allowed, done_by(town.mother, step("contact_service")));
    expect_refused(town, ErrorCode::not_allowed, closed_by(town.mother));
    id = FollowUpId{app.ids.next()};
    expect_refused(town, ErrorCode::not_found, [&] { return take_step(app, town.kari, id, {}); });
}

TEST_P(OnThePathway, TheSecondOfTwoEditorsIsTold)
{
    const auto first = done_by(town.kari, step("contact_service"));
    const auto second_step = done_by(town.kari, step("contact_service"));
    const auto second_date = dated_by(town.kari, 4);
    const auto second_level = moved_by(town.kari, 3, town.in_days(7));
    const auto second_undo = undone_by(town.kari);
    const auto second_close = closed_by(town.kari);
    must(first());
    expect_refused(town, ErrorCode::edit_conflict, second_step);
    expect_refused(town, ErrorCode::edit_conflict, second_date);
    expect_refused(town, ErrorCode::edit_conflict, second_level);
    expect_refused(town, ErrorCode::edit_conflict, second_undo);
    expect_refused(town, ErrorCode::edit_conflict, second_close);
    must(close_follow_up(app, town.kari, id, version_of(town, id), words("Ferdig."), "yes"));
    const auto first_again = reopened_by(town.kari, town.in_days(7));
    const auto second_again = reopened_by(town.kari, town.in_days(7));
    must(first_again());
    expect_refused(town, ErrorCode::follow_up_open, second_again);
}

TEST_P(OnThePathway, TheNextStepIsDatedAnewWithANoteThatGoesWithIt)
{
    must(date_step(app, town.kari, id, {version_of(town, id), {}}, {}, town.in_days(3),
                   words("Nils er borte."), words("Ring Nils først.")));
    EXPECT_EQ(where(), "level_2 contact_service " + text_of(town.in_days(3)));
    EXPECT_EQ(stored("next_note"), "Ring Nils først.");
    must(date_step(app, town.kari, id, {version_of(town, id), {}}, {}, town.today(), words("Haster."), {}));
    EXPECT_EQ(stored("next_note"), "Ring Nils først.") << "a new date keeps the note";
    must(date_step(app, town.kari, id, {version_of(town, id), {}}, {}, town.today(), words("Ringt."),
                   PersonalText{}));
    EXPECT_EQ(stored("next_note"), "") << "taken away";
    must(date_step(app, town.kari, id, {version_of(town, id), {}}, {}, town.today(), words("Nei."),
                   words("Ring.")));
    expect_refused(town, ErrorCode::date_in_past, dated_by(town.kari, -1));
    take_next_step(town, id, town.kari);
    EXPECT_EQ(stored("next_note"), "") << "another step";
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "date_set", "date_set", "date_set",
                                                           "date_set", "step_done"}));
}

TEST_P(OnThePathway, TheLevelMovesUpAndDown)
{
    must(moved_by(town.kari, 3, town.in_days(9))());
    EXPECT_EQ(where(), "level_3 establish_contact " + text_of(town.in_days(9)));
    EXPECT_EQ(stored("level"), "3");
    must(moved_by(town.kari, 1, town.in_days(5))());
    EXPECT_EQ(where(), "level_1 define " + text_of(town.in_days(5)));
    expect_refused(town, ErrorCode::level_not_moved, moved_by(town.kari, 1, town.in_days(5)));
    expect_refused(town, ErrorCode::level_not_moved, moved_by(town.kari, 4, town.in_days(5)));
    expect_refused(town, ErrorCode::next_step_needs_date, moved_by(town.kari, 2, std::nullopt));
    expect_refused(town, ErrorCode::date_in_past, moved_by(town.kari, 2, town.in_days(-1)));
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "level_moved", "level_moved"}));
}

TEST_P(OnThePathway, TheLastChangeIsTakenBackWithItsDate)
{
    const std::string before = where();
    must(take_step(app, town.kari, id, step("contact_service")));
    EXPECT_TRUE(may_undo(town.kari));
    must(undone_by(town.kari)());
    EXPECT_EQ(where(), before);
    must(
        date_step(app, town.kari, id, {version_of(town, id), {}}, {}, town.in_days(30), words("Ferie."), {}));
    must(undone_by(town.kari)());
    EXPECT_EQ(where(), before);
    must(moved_by(town.kari, 3, town.in_days(9))());
    must(take_step(app, town.kari, id, step("establish_contact")));
    must(undone_by(town.kari)());
    must(undone_by(town.kari)());
    EXPECT_EQ(where(), before) << "two changes, one after another";
    EXPECT_EQ(acts_of(town, id).size(), 9U) << "taken back is not forgotten";
}

TEST_P(OnThePathway, OnlyOnesOwnChangeOfTodayIsTakenBack)
{
    EXPECT_FALSE(may_undo(town.kari)) << "the opening";
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.kari));
    take_next_step(town, id, town.kari);
    join(town, id, town.nils);
    hand_over(town, id, town.kari, town.nils);
    EXPECT_FALSE(may_undo(town.nils)) << "another's";
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.nils));
    take_next_step(town, id, town.nils);
    town.clock().move_days(1);
    EXPECT_FALSE(may_undo(town.nils)) << "yesterday's";
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.nils));
}

TEST_P(OnThePathway, AReopeningIsNotTakenBackItIsClosedAgain)
{
    must(closed_by(town.kari)());
    must(reopened_by(town.kari, town.in_days(7))());
    EXPECT_FALSE(may_undo(town.kari));
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.kari));
    take_next_step(town, id, town.kari);
    EXPECT_TRUE(may_undo(town.kari));
    must(undone_by(town.kari)());
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.kari));
}

TEST_P(OnThePathway, ClosesWithAReasonAndOpensAgainWithADate)
{
    join(town, id, town.nils);
    must(closed_by(town.kari)());
    EXPECT_EQ(stored("state"), "closed");
    EXPECT_EQ(stored("closed_on"), text_of(town.today()));
    EXPECT_EQ(stored("closed_reason"), "Det går bra nå.");
    EXPECT_EQ(stored("agreed_with_family"), "yes");
    EXPECT_EQ(where(), "level_2  ");
    for (const auto& act : {closed_by(town.kari), closed_by(town.kari)}) {
        expect_refused(town, ErrorCode::follow_up_closed, act);
    }
    expect_refused(town, ErrorCode::follow_up_closed, done_by(town.kari, step("contact_service")));
    expect_refused(town, ErrorCode::follow_up_closed, dated_by(town.kari, 2));
    expect_refused(town, ErrorCode::follow_up_closed, moved_by(town.kari, 3, town.in_days(2)));
    expect_refused(town, ErrorCode::follow_up_closed, undone_by(town.kari));

    expect_refused(town, ErrorCode::not_the_holder, reopened_by(town.nils, town.in_days(7)));
    expect_refused(town, ErrorCode::not_found, reopened_by(town.stranger, town.in_days(7)));
    expect_refused(town, ErrorCode::next_step_needs_date, reopened_by(town.kari, std::nullopt));
    expect_refused(town, ErrorCode::date_in_past, reopened_by(town.kari, town.in_days(-1)));
    must(reopened_by(town.kari, town.in_days(7))());
    EXPECT_EQ(stored("state"), "open");
    EXPECT_EQ(stored("closed_on") + stored("closed_reason") + stored("agreed_with_family"), "");
    EXPECT_EQ(where(), "level_2 contact_service " + text_of(town.in_days(7)));
    expect_refused(town, ErrorCode::follow_up_open, reopened_by(town.kari, town.in_days(7)));
    EXPECT_EQ(acts_of(town, id), (std::vector<std::string>{"opened", "member_added", "closed", "reopened"}));
}

TEST_P(OnThePathway, AnAnswerMayEndItWithAReason)
{
    go_to_decision();
    StepDraft draft = step("decide_joint", "end");
    draft.note = {};
    expect_refused(town, ErrorCode::reason_needed, done_by(town.kari, draft));
    draft.note = words("Målene er nådd.");
    draft.next_due_on.reset();
    must(take_step(app, town.kari, id, draft));
    EXPECT_EQ(stored("state"), "closed");
    EXPECT_EQ(stored("closed_reason"), "Målene er nådd.");
    EXPECT_EQ(where(), "level_2  ");
    EXPECT_EQ(acts_of(town, id).back(), "closed");
    EXPECT_TRUE(must(view_follow_up(app, town.kari, id)).breaks.empty());
}

TEST_P(OnThePathway, AnEndTakesTheOpenOfferWithIt)
{
    const MemberId nils = join(town, id, town.nils);
    go_to_decision();
    must(offer_baton(app, town.kari, id, nils, {}));
    const OfferId by_answer = open_offer(town, id);
    must(take_step(app, town.kari, id, step("decide_joint", "end")));
    const auto accepted = [&](const OfferId& offer) {
        return [&] { return answer_baton(app, town.nils, offer, OfferState::accepted, {}); };
    };
    expect_refused(town, ErrorCode::baton_offer_not_open, accepted(by_answer));

    must(reopened_by(town.kari, town.in_days(7))());
    must(offer_baton(app, town.kari, id, nils, {}));
    const OfferId by_closing = open_offer(town, id);
    must(closed_by(town.kari)());
    expect_refused(town, ErrorCode::baton_offer_not_open, accepted(by_closing));
}

TEST_P(OnThePathway, WithoutConsentTheHolderMayOnlyDateAndClose)
{
    end_consent();
    expect_refused(town, ErrorCode::consent_not_in_force, done_by(town.kari, step("contact_service")));
    expect_refused(town, ErrorCode::consent_not_in_force, moved_by(town.kari, 3, town.in_days(7)));
    expect_refused(town, ErrorCode::consent_not_in_force, undone_by(town.kari));
    must(dated_by(town.kari, 5)());
    must(closed_by(town.kari)());
    expect_refused(town, ErrorCode::consent_not_in_force, reopened_by(town.kari, town.in_days(7)));
}

TEST_P(OnThePathway, AChangedSettingMovesNoDateThatStands)
{
    town.set({{"deadline.level_2.first_meeting", "3"}});
    StepDraft draft = step("contact_service");
    draft.next_due_on.reset();
    must(take_step(app, town.kari, id, draft));
    const std::string before = where();
    EXPECT_EQ(before, "level_2 joint_meeting " + text_of(town.in_days(21)));
    town.set({{"deadline.level_2.first_meeting", "1"}});
    EXPECT_EQ(text_of(*must(view_follow_up(app, town.kari, id)).main_run().state.next->due_on),
              text_of(town.in_days(21)));
    town.clock().move_days(22);
    EXPECT_EQ(where(), before);
    EXPECT_EQ(must(view_follow_up(app, town.kari, id)).breaks, std::vector{Break::date_passed});
}

} // namespace
} // namespace samvei::followup
