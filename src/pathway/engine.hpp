#pragma once
// The engine: (definition, facts, today) -> where we are and what is next. Pure: no clock, no I/O.
// Invariant: while a pathway is not ended there is exactly one next step.

#include "base/result.hpp"
#include "pathway/definition.hpp"

#include <set>
#include <variant>

namespace samvei::pathway {

// What has happened, in order. `on` is a day in Norway.
struct StepDone {
    StepId step;
    AnswerId answer;
    Date on;
}; ///< answer "" when the step has none
struct StageMoved {
    StageId stage;
    Date on;
}; ///< A recorded decision, up or down
struct DueSet {
    StepId step;
    Date due_on;
    Date on;
}; ///< A person dated or re-dated the next step
struct FlagRaised {
    std::string flag;
    Date on;
};
struct FlagLowered {
    std::string flag;
    Date on;
}; ///< The suspicion was cleared up
struct Ended {
    Date on;
};
struct Reopened {
    StageId stage;
    Date on;
};
using Fact = std::variant<StepDone, StageMoved, DueSet, FlagRaised, FlagLowered, Ended, Reopened>;

/// What the rules are given: where it began, what has happened, and the municipality's numbers.
struct Facts {
    StageId started_in;
    Date started_on;
    std::vector<Fact> events;
    std::map<SettingName, int> settings; ///< Only those that the municipality has set.
};

enum class StepState { done, next, possible, left_out };

struct StepView {
    const Step* step = nullptr;
    StepState state = StepState::possible;
    std::optional<Date> done_on;    ///< Latest time, also when the step is open again.
    std::optional<AnswerId> answer; ///< Of that time; "" when the step has none.
    int times_done = 0;
};

enum class StageState { passed, here, possible };

struct StageView {
    const Stage* stage = nullptr;
    StageState state = StageState::possible;
    std::optional<Date> entered_on; ///< Latest time
    std::vector<StepView> steps;
};

struct NextStep {
    const Step* step = nullptr;
    Date open_since;
    std::optional<Date> due_on; ///< None: no rule gives it and nobody has set it.
    bool due_by_rule = false;
};

struct State {
    bool ended = false;
    const Stage* stage = nullptr;
    std::optional<NextStep> next; ///< Empty only when ended.
    std::vector<StageView> stages;
};

/// Replays the facts; `definition` (proved by the checker) must outlive the State.
///
/// - A step done leads where its answer says; without answers to the next step of the stage that is there,
///   not done and not passed over. An answer that leads to a stage or to the end moves there itself: next is
///   never empty.
/// - A flag may take the next step away: the following one becomes next. A step that a flag brings in
///   before the next one becomes next itself, and the pathway returns afterwards.
/// - A date set by a person holds until the step is done, left or opened again; else the rule's date.
///
/// Refuses: step_not_next (that step is not the next one), answer_not_known, level_not_moved (no such
/// stage, or already there), follow_up_closed (an ended pathway only takes flags and Reopened),
/// follow_up_open (reopened while open), date_in_past (due before the day it was set), and an unknown flag
/// as invalid_fields. A fact dated before the one before it is a BrokenInvariant.
Result<State> state_of(const Definition& definition, const Facts& facts);

/// The same state as parents and child may see it: without steps for staff only, and without a trace of
/// flags (what a flag leaves out stands as possible). When a staff step is next, the following visible step
/// stands as next, undated.
State family_view_of(const State& state);

/// The day a rule gives, counted from `from`; none when the rule has no number.
std::optional<Date> due_date_of(const DueRule& rule, Date from, const std::map<SettingName, int>& settings);

} // namespace samvei::pathway
