#pragma once
// The engine: (definition, facts, today) -> where we are, what is next and what people should be told. Pure:
// no clock, no I/O. Invariant: while a pathway is not ended there is exactly one next step.

#include "base/result.hpp"
#include "pathway/definition.hpp"

#include <functional>
#include <set>
#include <variant>

namespace samvei::pathway {

// What has happened, in order. `on` is a day in Norway.
struct StepDone {
    StepId step;
    AnswerId answer; ///< "" when the step has none
    Date on;
};
struct StageMoved {
    StageId stage;
    Date on;
}; ///< A recorded decision, up or down
struct DueSet {
    StepId step;
    Date due_on;
    Date on;
}; ///< A person dated or re-dated an open step
struct FlagRaised {
    std::string flag;
    Date on;
};
struct FlagLowered {
    std::string flag;
    Date on;
}; ///< The suspicion was cleared up
struct Skipped {
    std::string what; ///< A step or a track
    Date on;
};
struct WentBack {
    std::string to; ///< A step or a track of before
    Date on;
};
struct DateRecorded {
    std::string date;
    Date day;
    Date on;
};
/// The pathway goes on in another version, or in another definition, with what has happened so far.
struct PathwayMoved {
    std::string pathway;
    int version = 1;
    StageId stage;
    StepId step; ///< Of the stage; empty: the stage begins anew.
    Date on;
};
struct Ended {
    Date on;
};
struct Reopened {
    StageId stage;
    Date on;
};
using Fact = std::variant<StepDone, StageMoved, DueSet, FlagRaised, FlagLowered, Skipped, WentBack,
                          DateRecorded, PathwayMoved, Ended, Reopened>;

/// What the rules are given: where it began, what has happened, and the municipality's numbers.
struct Facts {
    StageId started_in;
    Date started_on;
    std::vector<Fact> events;
    std::map<SettingName, int> settings; ///< Only those that the municipality has set.
};

enum class StepState {
    done,
    next,     ///< The one next step.
    open,     ///< Open beside it, in another track.
    possible, ///< May come, or come again.
    skipped,
    left_out ///< A flag has taken it away.
};

struct StepView {
    const Step* step = nullptr;
    StepState state = StepState::possible;
    std::optional<Date> done_on;    ///< Latest time, also when the step is open again.
    std::optional<AnswerId> answer; ///< Of that time; "" when the step has none.
    int times_done = 0;
    const Track* track = nullptr; ///< Null for a step of the stage itself.
};

enum class StageState { passed, here, possible };

struct StageView {
    const Stage* stage = nullptr;
    StageState state = StageState::possible;
    std::optional<Date> entered_on; ///< Latest time
    std::vector<StepView> steps;    ///< Those of tracks after the step that has them.
};

struct NextStep {
    const Step* step = nullptr;
    Date open_since;
    std::optional<Date> due_on; ///< None: no rule gives it and nobody has set it.
    bool due_by_rule = false;
    const Track* track = nullptr; ///< Null for a step of the stage itself.
};

struct State {
    bool ended = false;
    const Definition* definition = nullptr; ///< The one it is on now.
    const Stage* stage = nullptr;
    std::optional<NextStep> next; ///< The first of `open`; empty only when ended.
    std::vector<NextStep> open;   ///< The earliest due first, undated ones last.
    std::vector<StageView> stages;
    std::set<std::string, std::less<>> flags; ///< Those that are up.
    std::map<std::string, Date> dates;        ///< Those that are recorded.
    std::string continues_in;                 ///< The pathway that an answer leads to; "" when none.
};

/// Finds a definition by id and version; null when there is none.
using FindDefinition = std::function<const Definition*(const std::string& id, int version)>;

/// Replays the facts; `definition` (proved by the checker), and what `find` gives, must outlive the State.
///
/// - A step done leads where its answer says; without answers to the next step of the stage that is there,
///   not done and not passed over. An answer that leads to a stage or to the end moves there itself: next is
///   never empty.
/// - A step with tracks opens them all; it is done by itself when each of them is done or skipped.
/// - A flag may take an open step away: the following one opens. A step that a flag brings in before an open
///   one opens instead of it, and the pathway returns afterwards.
/// - A date set by a person holds until the step is done, left or opened again; else the rule's date.
/// - Moved to another definition, steps and stages of the same id keep what they have been through.
///
/// Refuses: step_not_next (that step is not open), answer_not_known, step_not_skippable,
/// step_not_done_before, level_not_moved (no such stage, or already there), version_not_known,
/// follow_up_closed (an ended pathway only takes flags, dates, Reopened and, where an answer has led to
/// another pathway, the move there), follow_up_open (reopened while
/// open), date_in_past (due before the day it was set), and an unknown flag or date as invalid_fields. A fact
/// dated before the one before it is a BrokenInvariant.
Result<State> state_of(const Definition& definition, const Facts& facts, const FindDefinition& find = {});

/// The same state as parents and child may see it: without steps for staff only, and without a trace of
/// flags (what a flag leaves out stands as possible). When a staff step is next, the following visible step
/// stands as next, undated.
State family_view_of(const State& state);

enum class WarningKind { overdue, escalated, entry_not_met, exit_not_met, consent_missing };

/// Something people should be told. Nothing is blocked by it.
struct Warning {
    WarningKind kind = WarningKind::overdue;
    const Step* step = nullptr;           ///< The open step; null for conditions of the stage.
    const Condition* condition = nullptr; ///< entry_not_met, exit_not_met
    std::string role;                     ///< escalated: who is to be told, the last one due.
    int days = 0;                         ///< overdue: calendar days since the date.
};

/// "overdue", "escalated:leader", "entry_not_met", ...: as scenarios and answers write it.
std::string text_of(const Warning& warning);

/// What should be said of a state today, in the order of its open steps; nothing of an ended one.
std::vector<Warning> warnings_of(const State& state, Date today);

/// The day a rule gives, counted from `from`; none when the rule has no number.
std::optional<Date> due_date_of(const DueRule& rule, Date from, const std::map<SettingName, int>& settings);

/// `count` units after a day.
Date plus(Date from, int count, DueUnit unit);

} // namespace samvei::pathway
