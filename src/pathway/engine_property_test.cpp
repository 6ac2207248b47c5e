// Goal: any facts in any order leave exactly one next step while open, and refused ones no trace.

#include "pathway/engine_fixture.hpp"
#include "pathway/reader.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <fstream>

namespace samvei::pathway {
namespace {

// What must hold of every state.
void expect_sound(const State& state, const std::set<std::string>& flags)
{
    RC_ASSERT(state.stage != nullptr);
    RC_ASSERT(state.next.has_value() == !state.ended);
    int next_count = 0;
    int here_count = 0;
    for (const StageView& stage : state.stages) {
        here_count += stage.state == StageState::here ? 1 : 0;
        RC_ASSERT((stage.state == StageState::possible) == !stage.entered_on.has_value());
        for (const StepView& view : stage.steps) {
            const bool there = (!view.step->unless_flag || !flags.contains(*view.step->unless_flag)) &&
                               (!view.step->when_flag || flags.contains(*view.step->when_flag));
            RC_ASSERT((view.times_done > 0) == view.done_on.has_value());
            RC_ASSERT((view.times_done > 0) == view.answer.has_value());
            RC_ASSERT(view.state != StepState::done || view.times_done > 0);
            RC_ASSERT(view.state != StepState::left_out || !there);
            RC_ASSERT(view.state != StepState::possible || there);
            if (view.state != StepState::next) { continue; }
            ++next_count;
            RC_ASSERT(there);
            RC_ASSERT(stage.state == StageState::here);
            RC_ASSERT(stage.stage == state.stage);
            RC_ASSERT(view.step == state.next->step);
        }
    }
    RC_ASSERT(next_count == (state.ended ? 0 : 1));
    RC_ASSERT(here_count == (state.ended ? 0 : 1));
    const State family = family_view_of(state);
    RC_ASSERT(family.next.has_value() == !state.ended);
    if (family.next) { RC_ASSERT(family.next->step->shown_to == ShownTo::everyone); }
}

/// A fact that often fits: of a step three times in four it is the next one.
Fact any_fact(const Definition& of, const State& state, Date on)
{
    std::vector<std::string> stages{"no_such_stage"};
    std::vector<std::string> steps{"no_such_step"};
    std::vector<std::string> flags{"no_such_flag"};
    for (const Flag& flag : of.flags) { flags.push_back(flag.id); }
    for (const Stage& stage : of.stages) {
        stages.push_back(stage.id);
        for (const Step& step : stage.steps) { steps.push_back(step.id); }
    }
    std::string step = *rc::gen::elementOf(steps);
    if (state.next && *rc::gen::inRange(0, 4) > 0) { step = state.next->step->id; }
    switch (*rc::gen::inRange(0, 12)) {
    case 0: return StageMoved{*rc::gen::elementOf(stages), on};
    case 1: return DueSet{step, on.plus_days(*rc::gen::inRange(-1, 20)), on};
    case 2: return FlagRaised{*rc::gen::elementOf(flags), on};
    case 3: return FlagLowered{*rc::gen::elementOf(flags), on};
    case 4: return Ended{on};
    case 5: return Reopened{*rc::gen::elementOf(stages), on};
    default: break;
    }
    std::vector<std::string> answers{""};
    if (const Step* asked = of.find_step(step)) {
        for (const Branch& branch : asked->answers) { answers.push_back(branch.answer); }
    }
    return StepDone{step, *rc::gen::elementOf(answers), on};
}

bool same(const State& left, const State& right)
{
    if (left.ended != right.ended || left.stage != right.stage) { return false; }
    if (left.next.has_value() != right.next.has_value()) { return false; }
    return !left.next || (left.next->step == right.next->step && left.next->due_on == right.next->due_on &&
                          left.next->open_since == right.next->open_since);
}

/// Any facts, one after another; refused ones are dropped and must have left no trace.
void walk_anywhere(const Definition& of)
{
    Facts facts{of.stages.front().id, day("2026-09-01"), {}, {{"deadline.level_2.contact", 5}}};
    std::set<std::string> flags;
    State state = state_of(of, facts).value();
    Date on = facts.started_on;
    const int count = *rc::gen::inRange(0, 40);
    for (int at = 0; at < count; ++at) {
        on = on.plus_days(*rc::gen::inRange(0, 4));
        Facts longer = facts;
        const Fact fact = any_fact(of, state, on);
        longer.events.push_back(fact);
        Result<State> after = state_of(of, longer);
        if (!after) {
            RC_ASSERT(same(state, state_of(of, facts).value()));
            continue;
        }
        facts = std::move(longer);
        state = std::move(after).value();
        if (const auto* raised = std::get_if<FlagRaised>(&fact)) { flags.insert(raised->flag); }
        if (const auto* lowered = std::get_if<FlagLowered>(&fact)) { flags.erase(lowered->flag); }
        expect_sound(state, flags);
    }
}

TEST(Property, AnyFactsLeaveOneNextStepAndRefusedOnesNoTrace)
{
    EXPECT_TRUE(rc::check([] { walk_anywhere(small_definition()); }));
}

TEST(Property, HoldsOnTheShippedPathwayToo)
{
    std::ifstream stream{SAMVEI_SOURCE_DIR "/content/pathways/bti/pathway.json", std::ios::binary};
    const std::string json{std::istreambuf_iterator<char>{stream}, {}};
    const auto read = read_definition(json);
    ASSERT_TRUE(std::holds_alternative<Definition>(read));
    EXPECT_TRUE(rc::check([&] { walk_anywhere(std::get<Definition>(read)); }));
}

} // namespace
} // namespace samvei::pathway
