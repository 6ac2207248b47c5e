// Goal: due dates by every rule, going back, flags, refusals. Most situations stand as rows in
// content/pathways/bti/scenarios.json; here is what a table of situations cannot say.

#include "pathway/engine_fixture.hpp"

#include <gtest/gtest.h>

namespace samvei::pathway {
namespace {

const Definition definition = small_definition();

Facts begun(std::vector<Fact> events, std::map<SettingName, int> settings = {})
{
    return {"first", day("2026-09-01"), std::move(events), std::move(settings)};
}

State state_after(std::vector<Fact> events, std::map<SettingName, int> settings = {})
{
    Result<State> state = state_of(definition, begun(std::move(events), std::move(settings)));
    if (!state) { throw BrokenInvariant{"these facts fit"}; }
    return std::move(state).value();
}

const StepView& view_of(const State& state, std::string_view step)
{
    for (const StageView& stage : state.stages) {
        for (const StepView& view : stage.steps) {
            if (view.step->id == step) { return view; }
        }
    }
    throw BrokenInvariant{"the step is in the view"};
}

struct DueCase {
    const char* what;
    DueUnit unit;
    std::optional<int> count;
    std::optional<int> set; ///< The municipality's number.
    const char* from;
    const char* due; ///< "" for none
};

class DueDate : public testing::TestWithParam<DueCase> {};

TEST_P(DueDate, IsTheSettingElseTheCountElseNone)
{
    const DueCase& row = GetParam();
    std::map<SettingName, int> settings;
    if (row.set) { settings["deadline.x"] = *row.set; }
    const DueRule rule{row.unit, DueFrom::step_open, row.count, "deadline.x", {}};
    const std::optional<Date> due = due_date_of(rule, day(row.from), settings);
    EXPECT_EQ(due ? text_of(*due) : "", row.due) << row.what;
}

INSTANTIATE_TEST_SUITE_P(
    Table, DueDate,
    testing::Values(
        DueCase{"no number", DueUnit::weeks, {}, {}, "2026-09-01", ""},
        DueCase{"count", DueUnit::calendar_days, 1, {}, "2026-09-01", "2026-09-02"},
        DueCase{"same day", DueUnit::calendar_days, 0, {}, "2026-09-01", "2026-09-01"},
        DueCase{"setting before count", DueUnit::weeks, 6, 2, "2026-09-01", "2026-09-15"},
        DueCase{"setting alone", DueUnit::weeks, {}, 2, "2026-09-01", "2026-09-15"},
        DueCase{"over a leap day", DueUnit::calendar_days, 2, {}, "2028-02-28", "2028-03-01"},
        DueCase{"over a year", DueUnit::weeks, 1, {}, "2026-12-28", "2027-01-04"},
        DueCase{"clocks forward 29 March", DueUnit::calendar_days, 1, {}, "2026-03-28", "2026-03-29"},
        DueCase{"clocks back 25 October", DueUnit::calendar_days, 1, {}, "2026-10-25", "2026-10-26"},
        DueCase{"weekend", DueUnit::working_days, 1, {}, "2026-09-04", "2026-09-07"},
        DueCase{"before Easter 2026", DueUnit::working_days, 1, {}, "2026-03-31", "2026-04-01"},
        DueCase{"over Easter 2026", DueUnit::working_days, 1, {}, "2026-04-01", "2026-04-07"},
        DueCase{"ten over Easter 2026", DueUnit::working_days, 10, {}, "2026-03-26", "2026-04-14"},
        DueCase{"over 1 May", DueUnit::working_days, 1, {}, "2026-04-30", "2026-05-04"},
        DueCase{"over Ascension Day", DueUnit::working_days, 1, {}, "2026-05-13", "2026-05-15"},
        DueCase{"17 May is a Sunday", DueUnit::working_days, 1, {}, "2026-05-15", "2026-05-18"},
        DueCase{"17 May is a Friday", DueUnit::working_days, 1, {}, "2024-05-16", "2024-05-21"},
        DueCase{"17 May is Whit Monday", DueUnit::working_days, 1, {}, "2027-05-14", "2027-05-18"},
        DueCase{"over Christmas", DueUnit::working_days, 2, {}, "2026-12-23", "2026-12-28"},
        DueCase{"over New Year", DueUnit::working_days, 1, {}, "2026-12-31", "2027-01-04"},
        DueCase{"none from a holiday", DueUnit::working_days, 0, {}, "2026-04-03", "2026-04-07"}));

TEST(Due, CountsFromWhatTheRuleNames)
{
    const State meeting = state_after({StepDone{"look", "", day("2026-09-05")}});
    EXPECT_EQ(text_of(*meeting.next->due_on), "2026-09-15"); // stage start + 2 weeks
    EXPECT_TRUE(meeting.next->due_by_rule);
    EXPECT_EQ(text_of(meeting.next->open_since), "2026-09-05");

    const State local = state_after({StepDone{"look", "", day("2026-09-05")}}, {{"deadline.meet", 1}});
    EXPECT_EQ(text_of(*local.next->due_on), "2026-09-08");

    const State choosing =
        state_after({StepDone{"look", "", day("2026-09-04")}, StepDone{"meet", "", day("2026-09-08")},
                     StepDone{"weekly", "enough", day("2026-09-10")}});
    EXPECT_EQ(text_of(*choosing.next->due_on), "2026-09-11"); // 5 working days after "meet" opened

    const State judging =
        state_after({StageMoved{"second", day("2026-09-10")}, StepDone{"act", "", day("2026-09-12")}});
    EXPECT_EQ(text_of(*judging.next->due_on), "2026-10-01"); // pathway start + 30 days
}

TEST(Due, OfAStepThatNeverOpenedCountsFromTheStepItself)
{
    const State state = state_after(
        {FlagRaised{"danger", day("2026-09-01")}, StepDone{"look", "", day("2026-09-01")},
         StepDone{"safety", "", day("2026-09-02")}, StepDone{"weekly", "enough", day("2026-09-07")}});
    EXPECT_EQ(state.next->step->id, "choose");
    EXPECT_EQ(text_of(*state.next->due_on), "2026-09-14");
}

TEST(Due, RepeatsByItsOwnRule)
{
    std::vector<Fact> events{StepDone{"look", "", day("2026-09-01")},
                             StepDone{"meet", "", day("2026-09-02")}};
    EXPECT_EQ(text_of(*state_after(events).next->due_on), "2026-09-05");
    events.push_back(StepDone{"weekly", "again", day("2026-09-04")});
    const State again = state_after(events);
    EXPECT_EQ(text_of(*again.next->due_on), "2026-09-11");
    EXPECT_EQ(view_of(again, "weekly").times_done, 1);
    EXPECT_EQ(view_of(again, "weekly").state, StepState::next);
    // Coming to it again the long way round is no repeat.
    events.push_back(StepDone{"weekly", "back", day("2026-09-08")});
    events.push_back(StepDone{"meet", "", day("2026-09-09")});
    EXPECT_EQ(text_of(*state_after(events).next->due_on), "2026-09-12");
}

TEST(Due, SetByAPersonHoldsUntilTheStepIsLeft)
{
    std::vector<Fact> events{StepDone{"look", "", day("2026-09-01")},
                             DueSet{"meet", day("2026-09-20"), day("2026-09-01")}};
    const State set = state_after(events);
    EXPECT_EQ(text_of(*set.next->due_on), "2026-09-20");
    EXPECT_FALSE(set.next->due_by_rule);
    events.push_back(StepDone{"meet", "", day("2026-09-21")});
    events.push_back(StepDone{"weekly", "back", day("2026-09-22")});
    EXPECT_EQ(text_of(*state_after(events).next->due_on), "2026-09-15");
}

TEST(GoingBack, OpensTheStepAndAllAfterIt)
{
    const State state =
        state_after({StepDone{"look", "", day("2026-09-01")}, StepDone{"meet", "", day("2026-09-02")},
                     StepDone{"weekly", "back", day("2026-09-03")}});
    EXPECT_EQ(view_of(state, "look").state, StepState::done);
    EXPECT_EQ(view_of(state, "meet").state, StepState::next);
    EXPECT_EQ(view_of(state, "weekly").state, StepState::possible);
    EXPECT_EQ(view_of(state, "weekly").times_done, 1);
    EXPECT_EQ(view_of(state, "weekly").done_on, day("2026-09-03"));
    EXPECT_EQ(view_of(state, "safety").state, StepState::left_out);
}

TEST(Flags, BringAStepInAtOnceAndThePathwayReturnsToWhereItWas)
{
    Definition jumping = definition; // look leads past "meet" and "weekly".
    jumping.stages[0].steps[0].answers = {answer("past", Branch::Leads::step, "choose")};
    Facts facts =
        begun({StepDone{"look", "past", day("2026-09-01")}, FlagRaised{"danger", day("2026-09-02")}});
    EXPECT_EQ(state_of(jumping, facts).value().next->step->id, "safety");
    facts.events.push_back(StepDone{"safety", "", day("2026-09-03")});
    EXPECT_EQ(state_of(jumping, facts).value().next->step->id, "choose");
    EXPECT_EQ(text_of(state_of(jumping, facts).value().next->open_since), "2026-09-03");
}

TEST(Flags, TakeTheNextStepAwayAndGiveItBack)
{
    std::vector<Fact> events{StepDone{"look", "", day("2026-09-01")}, FlagRaised{"danger", day("2026-09-02")},
                             StepDone{"safety", "", day("2026-09-03")}};
    EXPECT_EQ(state_after(events).next->step->id, "weekly");
    events.push_back(FlagLowered{"danger", day("2026-09-04")});
    EXPECT_EQ(state_after(events).next->step->id, "meet");
    events.push_back(FlagRaised{"danger", day("2026-09-05")});
    EXPECT_EQ(state_after(events).next->step->id, "weekly");
    EXPECT_EQ(text_of(state_after(events).next->open_since), "2026-09-05");
}

TEST(Flags, RaisedTwiceChangeNothing)
{
    const std::vector<Fact> once{FlagRaised{"danger", day("2026-09-01")},
                                 StepDone{"look", "", day("2026-09-01")},
                                 DueSet{"safety", day("2026-09-02"), day("2026-09-01")}};
    std::vector<Fact> twice = once;
    twice.push_back(FlagRaised{"danger", day("2026-09-01")});
    EXPECT_EQ(state_after(twice).next->due_on, state_after(once).next->due_on);
}

TEST(Stages, AreHerePassedOrPossible)
{
    const State first = state_after({});
    EXPECT_EQ(first.stages[0].state, StageState::here);
    EXPECT_EQ(first.stages[1].state, StageState::possible);
    EXPECT_FALSE(first.stages[1].entered_on);

    const State second = state_after({StageMoved{"second", day("2026-09-04")}});
    EXPECT_EQ(second.stages[0].state, StageState::passed);
    EXPECT_EQ(second.stages[1].entered_on, day("2026-09-04"));

    const State ended = state_after({Ended{day("2026-09-04")}});
    EXPECT_EQ(ended.stages[0].state, StageState::passed);
    EXPECT_FALSE(ended.next);
}

TEST(FamilyView, ShowsNoTraceOfAFlag)
{
    const std::vector<Fact> before{StepDone{"look", "", day("2026-09-01")}};
    std::vector<Fact> flagged = before;
    flagged.push_back(FlagRaised{"danger", day("2026-09-01")});
    const State staff = state_after(flagged);
    EXPECT_EQ(staff.next->step->id, "safety");

    const State family = family_view_of(staff);
    const State ordinary = family_view_of(state_after(before));
    ASSERT_TRUE(family.next);
    EXPECT_EQ(family.next->step->id, ordinary.next->step->id);
    EXPECT_FALSE(family.next->due_on);
    ASSERT_EQ(family.stages[0].steps.size(), ordinary.stages[0].steps.size());
    for (std::size_t at = 0; at < family.stages[0].steps.size(); ++at) {
        EXPECT_EQ(family.stages[0].steps[at].step, ordinary.stages[0].steps[at].step);
        EXPECT_EQ(family.stages[0].steps[at].state, ordinary.stages[0].steps[at].state);
    }
}

struct RefusalCase {
    const char* what;
    std::vector<Fact> events;
    ErrorCode code;
};

TEST(Refusals, EachFactThatDoesNotFit)
{
    const Date on = day("2026-09-02");
    const std::vector<RefusalCase> table{
        {"not next", {StepDone{"meet", "", on}}, ErrorCode::step_not_next},
        {"no such step", {StepDone{"dance", "", on}}, ErrorCode::step_not_next},
        {"answer to a step without", {StepDone{"look", "yes", on}}, ErrorCode::answer_not_known},
        {"no answer",
         {StepDone{"look", "", on}, StepDone{"meet", "", on}, StepDone{"weekly", "", on}},
         ErrorCode::answer_not_known},
        {"here already", {StageMoved{"first", on}}, ErrorCode::level_not_moved},
        {"no such stage", {StageMoved{"third", on}}, ErrorCode::level_not_moved},
        {"dates another step", {DueSet{"meet", on, on}}, ErrorCode::step_not_next},
        {"dated yesterday", {DueSet{"look", on.plus_days(-1), on}}, ErrorCode::date_in_past},
        {"unknown flag", {FlagRaised{"joy", on}}, ErrorCode::invalid_fields},
        {"unknown flag lowered", {FlagLowered{"joy", on}}, ErrorCode::invalid_fields},
        {"open", {Reopened{"first", on}}, ErrorCode::follow_up_open},
        {"no stage to reopen", {Ended{on}, Reopened{"third", on}}, ErrorCode::level_not_moved},
        {"moved after the end", {Ended{on}, StageMoved{"second", on}}, ErrorCode::follow_up_closed},
        {"ended twice", {Ended{on}, Ended{on}}, ErrorCode::follow_up_closed},
        {"done after the end", {Ended{on}, StepDone{"look", "", on}}, ErrorCode::step_not_next},
        {"dated after the end", {Ended{on}, DueSet{"look", on, on}}, ErrorCode::step_not_next},
    };
    for (const RefusalCase& row : table) {
        const Result<State> state = state_of(definition, begun(row.events));
        ASSERT_FALSE(state) << row.what;
        EXPECT_EQ(state.error().code, row.code) << row.what;
    }
    EXPECT_EQ(state_of(definition, {"third", on, {}, {}}).error().code, ErrorCode::level_not_moved);
    // What the boundary allows: today as a due date, no answer where there is none.
    EXPECT_TRUE(state_of(definition, begun({DueSet{"look", on, on}, StepDone{"look", "", on}})));
}

TEST(Refusals, AFactBeforeTheOneBeforeItIsABug)
{
    const auto replay = [](std::vector<Fact> events) {
        return static_cast<bool>(state_of(definition, begun(std::move(events))));
    };
    EXPECT_THROW(replay({StepDone{"look", "", day("2026-08-31")}}), BrokenInvariant);
    EXPECT_THROW(replay({FlagRaised{"danger", day("2026-09-03")}, Ended{day("2026-09-02")}}),
                 BrokenInvariant);
}

} // namespace
} // namespace samvei::pathway
