// Goal: a child on several pathways at once still has one next step, the earliest of them all; each pathway
// is begun, decided against, moved and ended by a recorded decision of the holder's.
#include "followup/json.hpp"
#include "followup/testing/town.hpp"
#include "followup/view.hpp"

namespace samvei::followup {
namespace {

using namespace testing;

class SeveralPathways : public InTown {
protected:
    FollowUpId id = open_log(town); // The next step is due in seven days.

    std::string stored(std::string_view column) { return stored_row(town, id).find(column)->second; }
    std::string next() { return stored("next_step") + " " + stored("next_due_on"); }
    FollowUpView view(const Caller& caller) { return must(view_follow_up(app, caller, id)); }
    auto begun_by(const Caller& caller, const std::string& pathway, int days)
    {
        return [this, &caller, version = version_of(town, id), pathway, days] {
            return start_pathway(app, caller, id,
                                 {version, pathway, {}, words("Avtalt med mor."), town.in_days(days)});
        };
    }
    RunPlace place(const std::optional<RunId>& run = {}) { return {version_of(town, id), run}; }
    StepDraft step(const std::string& name, const std::optional<RunId>& run = {},
                   const std::string& answer = {})
    {
        return {version_of(town, id), name, answer, words("Gjort."), town.in_days(9), run};
    }
    const RunView& run_in(const FollowUpView& of, const RunId& run)
    {
        for (const RunView& one : of.runs) {
            if (one.run.id == run) { return one; }
        }
        throw std::runtime_error{"the pathway is in the view"};
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, SeveralPathways, db::testing::both_engines(), db::testing::EngineName{});

TEST_P(SeveralPathways, TheEarliestStepOfAllIsTheOneNextStep)
{
    const std::string main_step = "contact_service " + text_of(town.in_days(7));
    EXPECT_EQ(next(), main_step);
    const RunId fact = must(begun_by(town.kari, "fact_ung", 3)());
    const std::string first = app.content.pathways.at("fact_ung").stages.front().steps.front().id;
    EXPECT_EQ(next(), first + " " + text_of(town.in_days(3)));
    EXPECT_EQ(stored("next_run"), fact.text());
    must(date_step(app, town.kari, id, place(fact), {}, town.in_days(12), words("Venter."), {}));
    EXPECT_EQ(next(), main_step);
    EXPECT_EQ(stored("next_run"), "");
    must(take_step(app, town.kari, id, step("contact_service")));
    EXPECT_EQ(next(), "joint_meeting " + text_of(town.in_days(9)));
    EXPECT_EQ(acts_of(town, id),
              (std::vector<std::string>{"opened", "pathway_started", "date_set", "step_done"}));
    const FollowUpView seen = view(town.kari);
    ASSERT_EQ(seen.runs.size(), 2U);
    EXPECT_EQ(seen.runs[1].state.definition->id, "fact_ung");
    EXPECT_EQ(seen.runs[1].run.next_due_on, town.in_days(12));
}

TEST_P(SeveralPathways, ANoteGoesWithItsOwnStep)
{
    must(date_step(app, town.kari, id, place(), {}, town.in_days(7), words("Ferie."), words("Ring Nils.")));
    const RunId fact = must(begun_by(town.kari, "fact_ung", 3)());
    must(date_step(app, town.kari, id, place(fact), {}, town.in_days(2), words("Haster."),
                   words("Ta bussen.")));
    const FollowUpView seen = view(town.kari);
    EXPECT_EQ(seen.main_run().run.next_note.reveal(), "Ring Nils.");
    EXPECT_EQ(run_in(seen, fact).run.next_note.reveal(), "Ta bussen.");
}

TEST_P(SeveralPathways, APathwayIsBegunOnceByTheHolderAndForAReasonItKnows)
{
    join(town, id, town.nils);
    expect_refused(town, ErrorCode::not_the_holder, begun_by(town.nils, "fact_ung", 3));
    expect_refused(town, ErrorCode::not_found, begun_by(town.kim, "fact_ung", 3));
    expect_refused(town, ErrorCode::not_allowed, begun_by(town.mother, "fact_ung", 3));
    expect_refused(town, ErrorCode::invalid_fields, begun_by(town.kari, "bti", 3));
    expect_refused(town, ErrorCode::invalid_fields, begun_by(town.kari, "dance", 3));
    expect_refused(town, ErrorCode::date_in_past, begun_by(town.kari, "fact_ung", -1));
    expect_refused(town, ErrorCode::next_step_needs_date, [&] {
        return start_pathway(app, town.kari, id, {version_of(town, id), "fact_ung", {}, {}, {}});
    });
    expect_refused(town, ErrorCode::invalid_fields, [&] {
        return start_pathway(app, town.kari, id,
                             {version_of(town, id), "fact_ung", {"dance"}, {}, town.in_days(3)});
    });
    const auto second = begun_by(town.kari, "agder", 3);
    must(begun_by(town.kari, "fact_ung", 3)());
    expect_refused(town, ErrorCode::edit_conflict, second);
    expect_refused(town, ErrorCode::pathway_already_runs, begun_by(town.kari, "fact_ung", 3));
}

TEST_P(SeveralPathways, TheMainPathwayEndsLast)
{
    const RunId fact = must(begun_by(town.kari, "fact_ung", 3)());
    const auto closed = [&] {
        return close_follow_up(app, town.kari, id, version_of(town, id), words("Ferdig."), "yes");
    };
    expect_refused(town, ErrorCode::pathway_still_runs, closed);
    for (int steps = 0; steps < 4; ++steps) {
        StepDraft draft = step(stored("main_step"));
        must(take_step(app, town.kari, id, draft));
    }
    expect_refused(town, ErrorCode::pathway_still_runs,
                   [&] { return take_step(app, town.kari, id, step("decide_joint", {}, "end")); });
    expect_refused(town, ErrorCode::not_found,
                   [&] { return stop_pathway(app, town.kari, id, place(), words("Nok.")); });
    must(stop_pathway(app, town.kari, id, place(fact), words("Flyttet.")));
    EXPECT_EQ(run_in(view(town.kari), fact).run.ended_on, town.today());
    expect_refused(town, ErrorCode::follow_up_closed,
                   [&] { return stop_pathway(app, town.kari, id, place(fact), words("Igjen.")); });
    must(closed());
    EXPECT_EQ(stored("next_step"), "");
}

TEST_P(SeveralPathways, StepsAreSkippedGoneBackToAndCountedFromRecordedDays)
{
    const RunId run = must(begun_by(town.kari, "child_welfare", 3)());
    const pathway::State began = run_in(view(town.kari), run).state;
    const std::string first = began.next->step->id;
    expect_refused(town, ErrorCode::step_not_skippable, [&] {
        return skip_step(app, town.kari, id, place(), "contact_service", words("Nei."), town.in_days(3));
    });
    expect_refused(town, ErrorCode::step_not_done_before, [&] {
        return go_back(app, town.kari, id, place(run), first, words("Igjen."), town.in_days(3));
    });
    expect_refused(town, ErrorCode::invalid_fields, [&] {
        return record_date(app, town.kari, id, place(run), "report_received", town.in_days(1), {});
    });
    expect_refused(town, ErrorCode::not_found, [&] {
        return record_date(app, town.kari, id, place(RunId{app.ids.next()}), "report_received", town.today(),
                           {});
    });
    must(record_date(app, town.kari, id, place(run), "report_received", town.in_days(-2), {}));
    EXPECT_EQ(run_in(view(town.kari), run).state.dates.at("report_received"), town.in_days(-2));
    StepDraft draft = step(first, run);
    const std::vector<pathway::Branch>& answers = began.next->step->answers;
    if (!answers.empty()) { draft.answer = answers.front().answer; }
    must(take_step(app, town.kari, id, draft));
    const std::string second = run_in(view(town.kari), run).state.next->step->id;
    EXPECT_NE(second, first);
    must(go_back(app, town.kari, id, place(run), first, words("Noe nytt."), town.in_days(4)));
    EXPECT_EQ(run_in(view(town.kari), run).state.next->step->id, first);
    must(undo_step(app, town.kari, id, place(run)));
    EXPECT_EQ(run_in(view(town.kari), run).state.next->step->id, second);
}

TEST_P(SeveralPathways, AFlagChangesTheStepsAndTheFamilySeesNoTraceOfIt)
{
    must(change_flag(app, town.kari, id, place(), "suspicion_of_violence", FlagChange::raise,
                     words("Blåmerker."), town.today()));
    EXPECT_EQ(next(), "agree_with_child_welfare_2 " + text_of(town.today()));
    const FollowUpView mother = view(town.mother);
    EXPECT_TRUE(family_view_of(mother.main_run().state).flags.empty());
    must(change_flag(app, town.kari, id, place(), "suspicion_of_violence", FlagChange::lower,
                     words("Avklart."), town.in_days(5)));
    EXPECT_EQ(next(), "contact_service " + text_of(town.in_days(5)));
    expect_refused(town, ErrorCode::invalid_fields, [&] {
        return change_flag(app, town.kari, id, place(), "dance", FlagChange::raise, words("?"), town.today());
    });
}

TEST_P(SeveralPathways, ADecisionNotToBeginIsKeptWithItsReason)
{
    const auto& reasons = app.content.pathways.at("child_welfare").start->not_started_reasons;
    const auto decided = [&](const std::string& reason) {
        return [this, reason] {
            return decide_not_started(app, town.kari, id, version_of(town, id), "child_welfare", reason,
                                      words("Familien vil vente."));
        };
    };
    expect_refused(town, ErrorCode::invalid_fields, decided("dance"));
    must(decided(reasons.front().id)());
    const FollowUpView seen = view(town.kari);
    ASSERT_EQ(seen.not_started.size(), 1U);
    EXPECT_EQ(seen.not_started[0].reason, reasons.front().id);
    EXPECT_EQ(seen.not_started[0].decided_on, town.today());
}

TEST_P(SeveralPathways, TheTimelineSaysWhichPathwayWasDecidedAbout)
{
    const auto& reasons = app.content.pathways.at("child_welfare").start->not_started_reasons;
    must(decide_not_started(app, town.kari, id, version_of(town, id), "child_welfare", reasons.front().id,
                            words("Familien vil vente.")));
    must(begun_by(town.kari, "fact_ung", 3)());
    const boost::json::object answer = json_of({app, town.kari, Language::nb}, view(town.kari));
    const auto said = [&](std::size_t at) {
        return std::string{answer.at("timeline").as_array().at(at).at("text").as_string()};
    };
    EXPECT_EQ(said(0), "FACT Ung: Avtalt med mor.");
    EXPECT_EQ(said(1), "Nasjonalt forløp for barnevern: Familien vil vente.");
}

TEST_P(SeveralPathways, TheSharedLogGoesOnAsAPlanWithNothingRetyped)
{
    Goal goal;
    goal.title = words("Sove om natten");
    must(save_goal(app, town.kari, id, goal));
    must(move_level(app, town.kari, id, version_of(town, id), 3, words("Trengs."), town.in_days(7)));
    while (stored("main_step") != "decide_wide") {
        must(take_step(app, town.kari, id, step(stored("main_step"))));
    }
    must(take_step(app, town.kari, id, step("decide_wide", {}, "individual_plan")));
    const FollowUpView plan = view(town.kari);
    EXPECT_EQ(plan.main_run().state.definition->id, "individual_plan");
    EXPECT_FALSE(plan.main_run().state.ended);
    EXPECT_EQ(plan.work.standing.follow_up.state, FollowUpState::open);
    ASSERT_EQ(plan.goals.size(), 1U);
    EXPECT_EQ(plan.goals[0].title.reveal(), "Sove om natten");
    EXPECT_EQ(stored("on_pathway"), "individual_plan");
    EXPECT_EQ(stored("pathway_id"), "bti") << "what it began as is kept";
    must(undo_step(app, town.kari, id, place()));
    EXPECT_EQ(stored("on_pathway"), "bti");
}

TEST_P(SeveralPathways, AMoveGoesToAVersionThatIsThere)
{
    const auto moved = [&](const std::string& pathway, int version, const std::string& stage,
                           const std::string& to) {
        return [this, pathway, version, stage, to] {
            return move_pathway(app, town.kari, id,
                                {place(), pathway, version, stage, to, words("Nytt."), town.in_days(4)});
        };
    };
    expect_refused(town, ErrorCode::version_not_known, moved("bti", 99, "level_2", ""));
    expect_refused(town, ErrorCode::version_not_known, moved("fact_ung", 1, "clarify", ""));
    expect_refused(town, ErrorCode::level_not_moved, moved("bti", 1, "level_9", ""));
    expect_refused(town, ErrorCode::step_not_next, moved("bti", 1, "level_2", "decide_wide"));
    must(moved("bti", 1, "level_3", "evaluate_wide")());
    EXPECT_EQ(next(), "evaluate_wide " + text_of(town.in_days(4)));
    EXPECT_EQ(stored("level"), "3");
}

TEST_P(SeveralPathways, TheBoardCountsByPathwayAndUnitAndShowsWhatIsAskedFor)
{
    const BreaksView before = view_breaks(app, town.coordinator);
    const auto on = [](const BreaksView& board, const std::string& pathway) {
        const auto found = board.by_pathway.find(pathway);
        return found == board.by_pathway.end() ? BoardCount{} : found->second;
    };
    must(begun_by(town.kari, "fact_ung", 2)());
    const BreaksView after = view_breaks(app, town.coordinator);
    EXPECT_EQ(after.open, before.open);
    EXPECT_EQ(on(after, "fact_ung").open, on(before, "fact_ung").open + 1);
    EXPECT_EQ(on(after, "fact_ung").due_this_week, on(before, "fact_ung").due_this_week + 1);
    EXPECT_EQ(on(after, "bti").open, on(before, "bti").open) << "the main pathway goes on";

    const auto shows = [&](const BoardFilter& filter) {
        const BreaksView board = view_breaks(app, town.coordinator, filter);
        for (const FollowUpLine& line : board.lines) {
            if (line.follow_up.id == id) { return true; }
        }
        return false;
    };
    EXPECT_TRUE(shows({BoardShow::due, "fact_ung", town.school}));
    EXPECT_FALSE(shows({BoardShow::due, "agder", {}}));
    EXPECT_FALSE(shows({BoardShow::due, "fact_ung", town.ppt}));
    EXPECT_FALSE(shows({BoardShow::broken, "fact_ung", {}}));
    EXPECT_FALSE(shows({BoardShow::waiting, "fact_ung", {}}));
    town.clock().move_days(3);
    EXPECT_TRUE(shows({BoardShow::broken, "fact_ung", {}}));
    EXPECT_GE(on(view_breaks(app, town.leader), "fact_ung").overdue, 1);
    EXPECT_EQ(view_breaks(app, town.other_leader).open, 0) << "another unit's leader";
    EXPECT_EQ(view_breaks(app, town.kari).open, 0) << "nobody who does not lead";
}

TEST_P(SeveralPathways, WhoIsNotOnAPathwayIsCountedByReasonUntilItIsBegun)
{
    const std::string& reason =
        app.content.pathways.at("health_assessment").start->not_started_reasons.front().id;
    const auto decided_against = [&](const Caller& caller) {
        std::int64_t count = 0;
        for (const PathwayCounts::Count& one : view_breaks(app, caller).pathways.not_started) {
            if (one.pathway_id == "health_assessment" && one.what == reason) { count += one.follow_ups; }
        }
        return count;
    };
    const std::int64_t before = decided_against(town.coordinator);
    for (int times = 0; times < 2; ++times) {
        must(decide_not_started(app, town.kari, id, version_of(town, id), "health_assessment", reason,
                                words("Nei.")));
    }
    EXPECT_EQ(decided_against(town.coordinator), before + 1) << "one child, decided twice";
    EXPECT_GE(decided_against(town.leader), 1);
    EXPECT_EQ(decided_against(town.other_leader), 0);
    must(begun_by(town.kari, "health_assessment", 3)());
    EXPECT_EQ(decided_against(town.coordinator), before);
}

} // namespace
} // namespace samvei::followup
