// Goal: an early concern is its author's alone, always has a dated next step while open, and becomes shared
// only through the family's consent; the duty to report is never blocked by consent and never seen by the
// family.
#include "followup/testing/queries.hpp"
#include "followup/testing/town.hpp"
#include "followup/view.hpp"

namespace samvei::followup {
namespace {

using namespace testing;

class AConcern : public InTown {
protected:
    EarlyConcernId id = must(begin_concern(app, town.kari, draft()));

    ConcernDraft draft()
    {
        ConcernDraft made;
        made.label = words("Stille på bakerste rad");
        made.facts = words("Sa ingenting i tre timer.");
        made.answers = {{"seen", "Alene i alle friminutt"}};
        made.next_due_on = town.in_days(5);
        return made;
    }
    ConcernView seen() { return must(view_concern(app, town.kari, id)); }
    std::int64_t version() { return seen().concern.version; }
    std::string where()
    {
        const EarlyConcern concern = seen().concern;
        const std::string due = concern.next_due_on ? text_of(*concern.next_due_on) : "";
        return std::string{word_of(concern.state)} + " " + concern.next_step + " " + due;
    }
    StepDraft step(const std::string& name, const std::string& answer = {})
    {
        return {version(), name, answer, words("Gjort."), town.in_days(7)};
    }
    auto done_by(const Caller& caller, const StepDraft& one)
    {
        return [this, &caller, one] { return take_concern_step(app, caller, id, one); };
    }
    auto saved_by(const Caller& caller, const ConcernDraft& changed)
    {
        return [this, &caller, changed, read = version()] {
            return save_concern(app, caller, id, read, changed);
        };
    }
    auto undone_by(const Caller& caller)
    {
        return [this, &caller, read = version()] { return undo_concern_step(app, caller, id, read); };
    }
    auto discussed_by(const Caller& caller, int days_from_now = 0)
    {
        return [this, &caller, days_from_now] {
            return record_discussion(
                app, caller, id,
                {{}, words("PPT"), town.in_days(days_from_now), words("Prøv faste pauser.")});
        };
    }
    OwnMeasure measure()
    {
        OwnMeasure made;
        made.what = words("Fast plass ved vinduet");
        made.who = words("Kari");
        made.due_on = town.in_days(2);
        made.evaluate_on = town.in_days(20);
        return made;
    }
    auto measured_by(const Caller& caller, const OwnMeasure& one)
    {
        return [this, &caller, one] { return save_own_measure(app, caller, id, one); };
    }
    void go_to_choice()
    {
        for (const char* const name : {"wonder", "make_concrete", "share", "talk_with_family"}) {
            must(done_by(town.kari, step(name))());
        }
    }
    std::vector<std::string> acts() { return acts_of(town, "early_concern:" + id.text()); }
};
INSTANTIATE_TEST_SUITE_P(Engines, AConcern, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(AConcern, BeginsAtLevelZeroWithADate)
{
    const EarlyConcern concern = seen().concern;
    EXPECT_EQ(where(), "open wonder " + text_of(town.in_days(5)));
    EXPECT_EQ(concern.level, 0);
    EXPECT_EQ(concern.version, 1);
    EXPECT_EQ(concern.unit, town.school);
    EXPECT_EQ(concern.label, draft().label);
    EXPECT_EQ(concern.facts, draft().facts);
    EXPECT_EQ(concern.answers, draft().answers);
    EXPECT_EQ(acts(), std::vector<std::string>{"concern_begun"});

    const auto begun = [&](const Caller& caller, std::optional<Date> due) {
        return [this, &caller, due] {
            ConcernDraft worry = draft();
            worry.next_due_on = due;
            return begin_concern(app, caller, worry);
        };
    };
    expect_refused(town, ErrorCode::next_step_needs_date, begun(town.kari, std::nullopt));
    expect_refused(town, ErrorCode::date_in_past, begun(town.kari, town.in_days(-1)));
    expect_refused(town, ErrorCode::not_allowed, begun(town.mother, town.in_days(5)));
    town.set({{"deadline.level_0.decide", "2"}});
    EXPECT_TRUE(begun(town.kari, std::nullopt)());
}

TEST_P(AConcern, IsNobodysButItsAuthors)
{
    for (const auto& [name, caller] : town.everybody()) {
        if (caller == &town.kari) { continue; }
        SCOPED_TRACE(name);
        expect_refused(town, ErrorCode::not_found, [&] { return view_concern(app, *caller, id); });
        expect_refused(town, ErrorCode::not_found, saved_by(*caller, draft()));
        expect_refused(town, ErrorCode::not_found, done_by(*caller, step("wonder")));
        expect_refused(town, ErrorCode::not_found, undone_by(*caller));
        expect_refused(town, ErrorCode::not_found, discussed_by(*caller));
        expect_refused(town, ErrorCode::not_found, measured_by(*caller, measure()));
        EXPECT_TRUE(view_workbench(app, *caller).concerns.empty());
    }
    EXPECT_FALSE(view_workbench(app, town.kari).concerns.empty());
}

TEST_P(AConcern, IsSavedByOneEditorAtATime)
{
    ConcernDraft changed = draft();
    changed.facts = words("Spiste alene i dag også.");
    changed.next_due_on = town.in_days(9);
    const auto first = saved_by(town.kari, changed);
    const auto second = saved_by(town.kari, draft());
    const auto second_step = done_by(town.kari, step("wonder"));
    const auto second_undo = undone_by(town.kari);
    must(first());
    expect_refused(town, ErrorCode::edit_conflict, second);
    expect_refused(town, ErrorCode::edit_conflict, second_step);
    expect_refused(town, ErrorCode::edit_conflict, second_undo);
    EXPECT_EQ(seen().concern.facts, changed.facts);
    EXPECT_EQ(where(), "open wonder " + text_of(town.in_days(9)));
    changed.next_due_on = town.in_days(-1);
    expect_refused(town, ErrorCode::date_in_past, saved_by(town.kari, changed));
    EXPECT_EQ(acts(), (std::vector<std::string>{"concern_begun", "concern_saved"}));
}

TEST_P(AConcern, GoesStepByStepAndBackOnTheSameDay)
{
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.kari)); // the beginning
    expect_refused(town, ErrorCode::step_not_next, done_by(town.kari, step("share")));
    expect_refused(town, ErrorCode::answer_not_known, done_by(town.kari, step("wonder", "ja")));
    StepDraft undated = step("wonder");
    undated.next_due_on.reset();
    expect_refused(town, ErrorCode::next_step_needs_date, done_by(town.kari, undated));
    must(done_by(town.kari, step("wonder"))());
    EXPECT_EQ(where(), "open make_concrete " + text_of(town.in_days(7)));
    must(undone_by(town.kari)());
    EXPECT_EQ(where(), "open wonder " + text_of(town.in_days(5)));
    must(done_by(town.kari, step("wonder"))());
    town.clock().move_days(1);
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.kari));
    EXPECT_EQ(acts(), (std::vector<std::string>{"concern_begun", "step_done", "step_undone", "step_done"}));
}

TEST_P(AConcern, ASuspicionBringsInAStepAndItsClearingTakesItAway)
{
    ConcernDraft changed = draft();
    changed.suspicion_of_violence = true;
    changed.next_due_on.reset();
    must(saved_by(town.kari, changed)());
    EXPECT_EQ(where(), "open contact_child_welfare_or_police " + text_of(town.today())) << "without delay";
    changed.suspicion_of_violence = false;
    must(saved_by(town.kari, changed)());
    EXPECT_EQ(where(), "open wonder " + text_of(town.today()));
    EXPECT_FALSE(seen().concern.suspicion_of_violence);
    must(undone_by(town.kari)());
    EXPECT_TRUE(seen().concern.suspicion_of_violence) << "the clearing is taken back";
    EXPECT_EQ(where(), "open contact_child_welfare_or_police " + text_of(town.today()));
}

TEST_P(AConcern, OnSuspicionTheParentsAreNotAskedUntilItIsCleared)
{
    go_to_choice();
    ConcernDraft changed = draft();
    changed.suspicion_of_violence = true;
    must(saved_by(town.kari, changed)());
    must(done_by(town.kari, step("contact_child_welfare_or_police"))());
    expect_refused(town, ErrorCode::suspicion_stands, done_by(town.kari, step("choose_way", "shared_log")));
    OpeningDraft opening = child_of_two(town);
    opening.early_concern = id;
    expect_refused(town, ErrorCode::suspicion_stands,
                   [&] { return open_follow_up(app, town.kari, opening); });
    changed.suspicion_of_violence = false;
    must(saved_by(town.kari, changed)());
    EXPECT_TRUE(open_follow_up(app, town.kari, opening));
}

TEST_P(AConcern, IsSharedFromTheLevelOfTheMunicipality)
{
    town.set({{"log_opens_at_level", "3"}});
    go_to_choice();
    must(done_by(town.kari, step("choose_way", "shared_log"))());
    EXPECT_EQ(seen().concern.level, 2) << "level 2 is the service's own here";
}

TEST_P(AConcern, IsNotSharedWithoutTheFamily)
{
    go_to_choice();
    expect_refused(town, ErrorCode::consent_missing, done_by(town.kari, step("choose_way", "shared_log")));
    must(done_by(town.kari, step("choose_way", "own_measures"))());
    EXPECT_EQ(seen().concern.level, 1);
    EXPECT_EQ(where(), "open define " + text_of(town.in_days(7)));
}

TEST_P(AConcern, EndsWithAReasonAndStaysEnded)
{
    go_to_choice();
    StepDraft end = step("choose_way", "end");
    end.note = {};
    expect_refused(town, ErrorCode::reason_needed, done_by(town.kari, end));
    end.note = words("Har fått venner.");
    must(done_by(town.kari, end)());
    EXPECT_EQ(where(), "ended  ");
    EXPECT_EQ(seen().concern.ended_reason, end.note);
    expect_refused(town, ErrorCode::concern_ended, done_by(town.kari, step("wonder")));
    expect_refused(town, ErrorCode::concern_ended, saved_by(town.kari, draft()));
    expect_refused(town, ErrorCode::concern_ended, discussed_by(town.kari));
    expect_refused(town, ErrorCode::concern_ended, measured_by(town.kari, measure()));
    town.clock().move_days(1);
    EXPECT_FALSE(seen().may_undo);
    expect_refused(town, ErrorCode::not_allowed, undone_by(town.kari));
}

TEST_P(AConcern, ThatEndedByASlipIsOpenAgainTheSameDay)
{
    go_to_choice();
    must(done_by(town.kari, step("choose_way", "end"))());
    EXPECT_TRUE(seen().may_undo);
    must(undone_by(town.kari)());
    EXPECT_EQ(where(), "open choose_way " + text_of(town.in_days(7)));
    EXPECT_TRUE(seen().concern.ended_reason.empty());
    must(done_by(town.kari, step("choose_way", "own_measures"))());
}

TEST_P(AConcern, ThatIsSharedGoesOnInTheLog)
{
    OpeningDraft opening = child_of_two(town);
    opening.early_concern = id;
    open_log(town, opening);
    expect_refused(town, ErrorCode::concern_already_shared, done_by(town.kari, step("wonder")));
    expect_refused(town, ErrorCode::concern_already_shared, saved_by(town.kari, draft()));
    expect_refused(town, ErrorCode::concern_already_shared, discussed_by(town.kari));
    expect_refused(town, ErrorCode::concern_already_shared, undone_by(town.kari));
    EXPECT_FALSE(seen().may_undo);
}

TEST_P(AConcern, MayBeDiscussedWithoutNames)
{
    must(discussed_by(town.kari)());
    must(discussed_by(town.kari, -3)());
    ASSERT_EQ(seen().discussions.size(), 2U);
    EXPECT_EQ(seen().discussions.front().held_on, town.today());
    EXPECT_EQ(seen().discussions.front().advice, words("Prøv faste pauser."));
    expect_fault(town, "held_on", FaultCode::in_the_future, discussed_by(town.kari, 1));
    EXPECT_EQ(acts().back(), "discussed_anonymously");
}

TEST_P(AConcern, HasMeasuresOfOnesOwn)
{
    must(measured_by(town.kari, measure())());
    OwnMeasure stored = seen().measures.at(0);
    EXPECT_EQ(stored.what, measure().what);
    stored.state = MeasureState::done;
    stored.effect = Effect::good;
    stored.evaluation = words("Rekker opp hånda.");
    must(measured_by(town.kari, stored)());
    EXPECT_EQ(seen().measures.at(0).effect, Effect::good);
    expect_refused(town, ErrorCode::edit_conflict, measured_by(town.kari, stored));
    stored.id = OwnMeasureId{app.ids.next()};
    expect_refused(town, ErrorCode::not_found, measured_by(town.kari, stored));
    OwnMeasure late = measure();
    late.due_on = town.in_days(-1);
    expect_fault(town, "due_on", FaultCode::in_the_past, measured_by(town.kari, late));
    late = measure();
    late.evaluate_on = town.in_days(1);
    expect_fault(town, "evaluate_on", FaultCode::ends_before_start, measured_by(town.kari, late));
    EXPECT_EQ(acts(), (std::vector<std::string>{"concern_begun", "measure_set", "measure_changed"}));
}

class DutyToReport : public InTown {
protected:
    FollowUpId id = open_log(town);

    auto assessed_by(const Caller& caller, const std::optional<FollowUpId>& follow_up,
                     const std::optional<EarlyConcernId>& concern = {})
    {
        DutyAssessment assessment;
        assessment.grounds = {"violence"};
        assessment.conclusion = "report";
        assessment.note = words("Blåmerker på armen.");
        assessment.follow_up = follow_up;
        assessment.early_concern = concern;
        return [this, &caller, assessment] { return assess_duty(app, caller, assessment); };
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, DutyToReport, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(DutyToReport, IsNeverBlockedByConsent)
{
    join(town, id, town.nils);
    for (const Consent& consent : must(view_follow_up(app, town.kari, id)).work.standing.consents) {
        must(withdraw_consent(app, town.kari, id, consent.id, {}));
    }
    EXPECT_FALSE(view_follow_up(app, town.nils, id)) << "nils sees nothing any more";
    const DutyAssessmentId made = must(assessed_by(town.nils, id)());
    EXPECT_TRUE(assessed_by(town.kari, id)());
    EXPECT_TRUE(assessed_by(town.kari, std::nullopt)()) << "of a child that nobody follows";
    EXPECT_EQ(acts_of(town, "duty_assessment:" + made.text()), std::vector<std::string>{"duty_assessed"});
}

TEST_P(DutyToReport, IsAssessedByStaffAboutWhatTheyKnow)
{
    ConcernDraft worry;
    worry.label = words("Blåmerker");
    worry.facts = words("Sett i garderoben.");
    worry.next_due_on = town.in_days(1);
    const EarlyConcernId concern = must(begin_concern(app, town.kari, worry));
    EXPECT_TRUE(assessed_by(town.kari, std::nullopt, concern)());
    expect_refused(town, ErrorCode::not_found, assessed_by(town.kim, std::nullopt, concern));
    expect_refused(town, ErrorCode::not_found, assessed_by(town.stranger, id));
    expect_refused(town, ErrorCode::not_found, assessed_by(town.leader, id));
    expect_refused(town, ErrorCode::not_found, assessed_by(town.kari, FollowUpId{app.ids.next()}));
    expect_refused(town, ErrorCode::not_allowed, assessed_by(town.mother, id));
}

} // namespace
} // namespace samvei::followup
