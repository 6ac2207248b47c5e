// Goal: any facts in any order leave exactly one next step while open, and refused ones no trace.

#include "pathway/content.hpp"
#include "pathway/engine_fixture.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace samvei::pathway {
namespace {

// What must hold of every state.
void expect_sound(const State& state)
{
    RC_ASSERT(state.stage != nullptr);
    RC_ASSERT(state.next.has_value() == !state.ended);
    RC_ASSERT(state.open.empty() == state.ended);
    if (state.next) { RC_ASSERT(state.next->step == state.open.front().step); }
    const auto there = [&](const auto& part) {
        return (!part.unless_flag || !state.flags.contains(*part.unless_flag)) &&
               (!part.when_flag || state.flags.contains(*part.when_flag));
    };
    int next_count = 0;
    std::size_t open_count = 0;
    int here_count = 0;
    for (const StageView& stage : state.stages) {
        here_count += stage.state == StageState::here ? 1 : 0;
        if (state.definition == nullptr) { RC_FAIL("a state knows its definition"); }
        for (const StepView& view : stage.steps) {
            const bool here = there(*view.step) && (view.track == nullptr || there(*view.track));
            RC_ASSERT((view.times_done > 0) == view.done_on.has_value());
            RC_ASSERT((view.times_done > 0) == view.answer.has_value());
            RC_ASSERT(view.state != StepState::done || view.times_done > 0);
            RC_ASSERT(view.state != StepState::left_out || !here);
            RC_ASSERT(view.state != StepState::possible || here);
            const bool open = view.state == StepState::next || view.state == StepState::open;
            if (!open) { continue; }
            RC_ASSERT(here);
            RC_ASSERT(stage.stage == state.stage);
            if (!view.step->tracks.empty()) { continue; } // Open as long as its tracks are.
            ++open_count;
            next_count += view.state == StepState::next ? 1 : 0;
        }
    }
    RC_ASSERT(next_count == (state.ended ? 0 : 1));
    RC_ASSERT(open_count == state.open.size());
    RC_ASSERT(here_count == (state.ended ? 0 : 1));
    const State family = family_view_of(state);
    RC_ASSERT(family.next.has_value() == !state.ended);
    if (family.next) { RC_ASSERT(family.next->step->shown_to == ShownTo::everyone); }
    for (const Warning& warning : warnings_of(state, day("2027-09-01"))) {
        RC_ASSERT(!text_of(warning).empty());
    }
}

/// A fact that often fits: of a step three times in four it is the next one.
Fact any_fact(const Definition& of, const State& state, Date on)
{
    std::vector<std::string> stages{"no_such_stage"};
    std::vector<std::string> steps{"no_such_step"};
    std::vector<std::string> flags{"no_such_flag"};
    std::vector<std::string> dates{"no_such_date"};
    for (const Flag& flag : of.flags) { flags.push_back(flag.id); }
    for (const NamedDate& date : of.dates) { dates.push_back(date.id); }
    for (const Stage& stage : of.stages) { stages.push_back(stage.id); }
    for (const Step* step : steps_of(of)) {
        steps.push_back(step->id);
        for (const Track& track : step->tracks) { steps.push_back(track.id); }
    }
    const std::string anything = *rc::gen::elementOf(steps);
    std::string step = anything;
    if (!state.ended && *rc::gen::inRange(0, 4) > 0) { step = (*rc::gen::elementOf(state.open)).step->id; }
    switch (*rc::gen::inRange(0, 18)) {
    case 0: return StageMoved{*rc::gen::elementOf(stages), on};
    case 1: return DueSet{step, on.plus_days(*rc::gen::inRange(-1, 20)), on};
    case 2: return FlagRaised{*rc::gen::elementOf(flags), on};
    case 3: return FlagLowered{*rc::gen::elementOf(flags), on};
    case 4: return Ended{on};
    case 5: return Reopened{*rc::gen::elementOf(stages), on};
    case 6: return Skipped{*rc::gen::inRange(0, 2) == 0 ? step : anything, on};
    case 7: return WentBack{anything, on};
    case 8: return DateRecorded{*rc::gen::elementOf(dates), on.plus_days(-1), on};
    case 9:
        return PathwayMoved{of.id, *rc::gen::inRange(1, 3), *rc::gen::elementOf(stages),
                            *rc::gen::inRange(0, 2) == 0 ? "" : anything, on};
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
    // Version 1 is there to be moved to, version 2 is not.
    const FindDefinition find = [&](const std::string&, int version) { return version == 1 ? &of : nullptr; };
    State state = state_of(of, facts, find).value();
    Date on = facts.started_on;
    const int count = *rc::gen::inRange(0, 60);
    for (int at = 0; at < count; ++at) {
        on = on.plus_days(*rc::gen::inRange(0, 4));
        Facts longer = facts;
        const Fact fact = any_fact(of, state, on);
        longer.events.push_back(fact);
        Result<State> after = state_of(of, longer, find);
        if (!after) {
            RC_ASSERT(same(state, state_of(of, facts, find).value()));
            continue;
        }
        facts = std::move(longer);
        state = std::move(after).value();
        expect_sound(state);
    }
}

TEST(Property, AnyFactsLeaveOneNextStepAndRefusedOnesNoTrace)
{
    EXPECT_TRUE(rc::check([] { walk_anywhere(small_definition()); }));
    EXPECT_TRUE(rc::check([] { walk_anywhere(wide_definition()); }));
}

TEST(Property, HoldsOnEveryShippedPathwayToo)
{
    const ContentReport report = check_content(SAMVEI_SOURCE_DIR "/content", day("2026-11-22"));
    ASSERT_FALSE(report.content.pathways.empty());
    for (const Definition& definition : report.content.pathways) {
        EXPECT_TRUE(rc::check(definition.id, [&] { walk_anywhere(definition); }));
    }
}

} // namespace
} // namespace samvei::pathway
