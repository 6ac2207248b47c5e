// Goal: work side by side, what is skipped, gone back to, counted from recorded days, moved to another
// definition, and what people are told. The definition is drawn in engine_fixture.hpp.

#include "pathway/engine_fixture.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace samvei::pathway {
namespace {

const Definition definition = wide_definition();
const Date first_day = day("2026-09-01"); // A Tuesday.

Facts begun(std::vector<Fact> events)
{
    return {"assess", first_day, std::move(events), {}};
}

Result<State> tried(std::vector<Fact> events)
{
    return state_of(definition, begun(std::move(events)), [](const std::string& id, int version) {
        return id == "wide" && version == 2 ? &definition : nullptr;
    });
}

State state_after(std::vector<Fact> events)
{
    Result<State> state = tried(std::move(events));
    if (!state) { throw BrokenInvariant{"these facts fit"}; }
    return std::move(state).value();
}

/// "body_look 2026-09-15, mind_look -": every open step with its date, the next one first.
std::string open_in(const State& state)
{
    std::string text;
    for (const NextStep& open : state.open) {
        text += (text.empty() ? "" : ", ") + open.step->id + " " +
                (open.due_on ? text_of(*open.due_on) : "-");
    }
    return text;
}

StepState state_of_step(const State& state, std::string_view step)
{
    for (const StageView& stage : state.stages) {
        for (const StepView& view : stage.steps) {
            if (view.step->id == step) { return view.state; }
        }
    }
    throw BrokenInvariant{"the step is in the view"};
}

Fact done(const char* step, const char* answer = "", const char* on = "2026-09-01")
{
    return StepDone{step, answer, day(on)};
}

const std::vector<Fact> agreed{done("agree")};
const std::vector<Fact> looked{done("agree"), done("mind_look"), done("mind_write"), done("body_look"),
                               done("body_judge", "done")};

std::vector<Fact> with(std::vector<Fact> facts, std::vector<Fact> more)
{
    facts.insert(facts.end(), more.begin(), more.end());
    return facts;
}

std::string warned_of(const State& state, const char* today)
{
    std::string text;
    for (const Warning& warning : warnings_of(state, day(today))) {
        text += (text.empty() ? "" : ", ") + text_of(warning);
    }
    return text;
}

struct OpenCase {
    const char* situation;
    std::vector<Fact> events;
    const char* open;
};

class Open : public testing::TestWithParam<OpenCase> {};

TEST_P(Open, StepsWithTheirDatesNextFirst)
{
    const OpenCase& row = GetParam();
    EXPECT_EQ(open_in(state_after(row.events)), row.open) << row.situation;
}

INSTANTIATE_TEST_SUITE_P(
    Table, Open,
    testing::Values(
        OpenCase{"a step that has tracks opens them all, the earliest date is next", agreed,
                 "mind_look 2026-09-08, body_look 2026-09-15"},
        OpenCase{"one track goes on, the other waits where it is", with(agreed, {done("mind_look")}),
                 "body_look 2026-09-15, mind_write -"},
        OpenCase{"one track is over", with(agreed, {done("mind_look"), done("mind_write")}),
                 "body_look 2026-09-15"},
        OpenCase{"an answer leads back within a track, counted anew",
                 with(agreed, {done("body_look"), done("body_judge", "more", "2026-09-03")}),
                 "mind_look 2026-09-08, body_look 2026-09-17"},
        OpenCase{"all tracks over: the step is done by itself", looked, "sum_up -"},
        OpenCase{"a track that is skipped",
                 with(agreed, {done("mind_look"), done("mind_write"), Skipped{"body", first_day}}),
                 "sum_up -"},
        OpenCase{"a step that is skipped",
                 with(agreed, {done("mind_look"), Skipped{"mind_write", first_day}}), "body_look 2026-09-15"},
        OpenCase{"back to a track that was skipped",
                 with(agreed, {Skipped{"body", first_day}, WentBack{"body", day("2026-09-02")}}),
                 "mind_look 2026-09-08, body_look 2026-09-16"},
        OpenCase{"back to a step of a track that is over",
                 with(agreed, {done("mind_look"), done("mind_write"), WentBack{"mind_write", first_day}}),
                 "body_look 2026-09-15, mind_write -"},
        OpenCase{"back to a step before the tracks", with(agreed, {WentBack{"agree", first_day}}), "agree -"},
        OpenCase{"an answer that opens the tracks again",
                 with(looked, {done("sum_up", "again", "2026-09-21")}),
                 "mind_look 2026-09-08, body_look 2026-10-05"},
        OpenCase{"a flag takes one track away, brings another, and a step into the third",
                 with(agreed, {FlagRaised{"danger", first_day}}), "body_secret -, calm_down -"},
        OpenCase{"lowered again, the pathway returns",
                 with(agreed, {FlagRaised{"danger", first_day}, FlagLowered{"danger", first_day}}),
                 "mind_look 2026-09-08, body_look 2026-09-15"},
        OpenCase{
            "a track that only a flag brings is the last one",
            with(agreed, {FlagRaised{"danger", first_day}, Skipped{"body", first_day}, done("calm_down")}),
            "sum_up -"},
        OpenCase{"a day that is not known dates nothing", with(looked, {done("sum_up", "on")}), "wait -"},
        OpenCase{"ten working days from the day it was received",
                 with(looked,
                      {done("sum_up", "on"), DateRecorded{"received", day("2026-09-02"), day("2026-09-03")}}),
                 "wait 2026-09-16"},
        OpenCase{"a week from the day the other step was done",
                 with(looked, {done("sum_up", "on"), done("wait", "", "2026-09-10")}), "close 2026-09-17"},
        OpenCase{"moved to another version in the middle: what is done stays done",
                 with(looked, {PathwayMoved{"wide", 2, "assess", "sum_up", day("2026-09-05")}}), "sum_up -"},
        OpenCase{"moved to the step with tracks: the tracks that are over begin anew",
                 with(looked, {PathwayMoved{"wide", 2, "assess", "look", day("2026-09-05")}}),
                 "mind_look 2026-09-12, body_look 2026-09-19"},
        OpenCase{"moved to a stage: it begins anew",
                 with(looked, {PathwayMoved{"wide", 2, "assess", "", day("2026-09-05")}}), "agree -"}));

struct RefusedCase {
    const char* situation;
    std::vector<Fact> events;
    ErrorCode refusal;
};

class RefusedOfTracks : public testing::TestWithParam<RefusedCase> {};

TEST_P(RefusedOfTracks, SaysWhy)
{
    const RefusedCase& row = GetParam();
    const Result<State> state = tried(row.events);
    ASSERT_FALSE(state) << row.situation;
    EXPECT_EQ(row_of(state.error().code).name, row_of(row.refusal).name) << row.situation;
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedOfTracks,
    testing::Values(
        RefusedCase{"a step with tracks is not done by hand", with(agreed, {done("look")}),
                    ErrorCode::step_not_next},
        RefusedCase{"a step of a track that is not open yet", with(agreed, {done("mind_write")}),
                    ErrorCode::step_not_next},
        RefusedCase{"a step that must not be skipped", with(agreed, {Skipped{"body_look", first_day}}),
                    ErrorCode::step_not_skippable},
        RefusedCase{"a track that must not be skipped", with(agreed, {Skipped{"mind", first_day}}),
                    ErrorCode::step_not_skippable},
        RefusedCase{"a track that is over is not skipped",
                    with(agreed, {Skipped{"body", first_day}, Skipped{"body", first_day}}),
                    ErrorCode::step_not_next},
        RefusedCase{"back to what was never done", with(agreed, {WentBack{"body_look", first_day}}),
                    ErrorCode::step_not_done_before},
        RefusedCase{"back to what is not there", with(agreed, {WentBack{"dance", first_day}}),
                    ErrorCode::step_not_done_before},
        RefusedCase{"a day of a name that is none",
                    with(agreed, {DateRecorded{"sent", first_day, first_day}}), ErrorCode::invalid_fields},
        RefusedCase{"moved to a version that is not there",
                    with(agreed, {PathwayMoved{"wide", 3, "assess", "", first_day}}),
                    ErrorCode::version_not_known},
        RefusedCase{"moved to a stage that is not there",
                    with(agreed, {PathwayMoved{"wide", 2, "before", "", first_day}}),
                    ErrorCode::level_not_moved},
        RefusedCase{"moved to a step that is not there",
                    with(agreed, {PathwayMoved{"wide", 2, "assess", "close", first_day}}),
                    ErrorCode::step_not_next},
        RefusedCase{"moved after the end",
                    with(agreed, {Ended{first_day}, PathwayMoved{"wide", 2, "assess", "", first_day}}),
                    ErrorCode::follow_up_closed},
        RefusedCase{"back after the end", with(agreed, {Ended{first_day}, WentBack{"agree", first_day}}),
                    ErrorCode::follow_up_closed}));

TEST(Tracks, EachStepSaysWhereItStands)
{
    const State state = state_after(with(agreed, {done("mind_look"), Skipped{"mind_write", first_day}}));
    EXPECT_EQ(state_of_step(state, "agree"), StepState::done);
    EXPECT_EQ(state_of_step(state, "look"), StepState::open);
    EXPECT_EQ(state_of_step(state, "body_look"), StepState::next);
    EXPECT_EQ(state_of_step(state, "body_judge"), StepState::possible);
    EXPECT_EQ(state_of_step(state, "body_secret"), StepState::left_out);
    EXPECT_EQ(state_of_step(state, "mind_look"), StepState::done);
    EXPECT_EQ(state_of_step(state, "mind_write"), StepState::skipped);
    EXPECT_EQ(state_of_step(state, "calm_down"), StepState::left_out);
    EXPECT_EQ(state_of_step(state, "sum_up"), StepState::possible);
}

TEST(Tracks, TheFamilySeesNoStaffStepAndNoFlag)
{
    const State seen = family_view_of(state_after(with(agreed, {FlagRaised{"danger", first_day}})));
    EXPECT_TRUE(seen.flags.empty());
    EXPECT_EQ(open_in(seen), "body_look -, calm_down -");
    for (const StageView& stage : seen.stages) {
        for (const StepView& view : stage.steps) { EXPECT_NE(view.step->id, "body_secret"); }
    }
}

TEST(Tracks, AnAnswerMayLeadToAnotherPathwayAndTheMoveGoesOnFromThere)
{
    const std::vector<Fact> events = with(looked, {done("sum_up", "elsewhere")});
    const State ended = state_after(events);
    EXPECT_TRUE(ended.ended);
    EXPECT_EQ(ended.continues_in, "small");
    const State moved = state_after(with(events, {PathwayMoved{"wide", 2, "after", "", first_day}}));
    EXPECT_FALSE(moved.ended);
    EXPECT_EQ(open_in(moved), "wait -");
}

TEST(Tracks, MovedToAnotherVersionTheStagesOneHasBeenThroughStayPassed)
{
    const State moved = state_after(
        with(looked, {done("sum_up", "on"), PathwayMoved{"wide", 2, "after", "wait", day("2026-09-05")}}));
    EXPECT_EQ(moved.stages[0].state, StageState::passed);
    EXPECT_EQ(moved.stages[0].entered_on, first_day);
    EXPECT_EQ(moved.stages[1].state, StageState::here);
    EXPECT_EQ(moved.stages[1].entered_on, day("2026-09-05"));
}

TEST(Warnings, SayWhatIsLateWhoIsToldAndWhatDoesNotHold)
{
    const State waiting = state_after(
        with(looked, {done("sum_up", "on"), DateRecorded{"received", day("2026-09-02"), day("2026-09-03")}}));
    EXPECT_EQ(warned_of(waiting, "2026-09-16"), "");
    EXPECT_EQ(warned_of(waiting, "2026-09-17"), "overdue");
    EXPECT_EQ(warned_of(waiting, "2026-09-20"), "overdue");
    EXPECT_EQ(warned_of(waiting, "2026-09-21"), "overdue, escalated:leader");
    EXPECT_EQ(warned_of(waiting, "2026-09-26"), "overdue, escalated:coordinating_unit");
    EXPECT_EQ(warnings_of(waiting, day("2026-09-20")).front().days, 4);

    const State last = state_after(looked);
    EXPECT_EQ(warned_of(last, "2026-09-01"), "exit_not_met");
    const State in_danger =
        state_after(with(looked, {done("sum_up", "on"), FlagRaised{"danger", first_day}}));
    EXPECT_EQ(warned_of(in_danger, "2026-09-01"), "entry_not_met");
    const State moved_past_consent = state_after({PathwayMoved{"wide", 2, "assess", "look", first_day}});
    EXPECT_EQ(warned_of(moved_past_consent, "2026-09-01"), "consent_missing");
    EXPECT_EQ(warned_of(state_after({Ended{first_day}}), "2027-09-01"), "");
}

} // namespace
} // namespace samvei::pathway
