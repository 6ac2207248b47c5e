// Replays facts over a definition. State: where we are (stage, step), what each step has been through,
// which flags are up. Invariant after every accepted fact: ended, or `step_` is present in `stage_`.

#include "pathway/engine.hpp"

#include "base/calendar.hpp"

#include <algorithm>

namespace samvei::pathway {

std::optional<Date> due_date_of(const DueRule& rule, Date from, const std::map<SettingName, int>& settings)
{
    std::optional<int> count = rule.count;
    if (rule.setting) {
        if (const auto set = settings.find(*rule.setting); set != settings.end()) { count = set->second; }
    }
    if (!count) { return std::nullopt; }
    check(*count >= 0, "a due rule counts forwards");
    switch (rule.unit) {
    case DueUnit::calendar_days: return from.plus_days(*count);
    case DueUnit::weeks: return from.plus_days(*count * 7);
    case DueUnit::working_days: return add_working_days(from, *count);
    }
    return std::nullopt;
}

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

/// What one step has been through.
struct StepMemory {
    bool done = false;        ///< Counts as done now; false again when the pathway goes back.
    bool passed_over = false; ///< An answer led past it.
    int times_done = 0;
    std::optional<Date> done_on;
    std::optional<AnswerId> answer;
    std::optional<Date> opened_on; ///< Since the stage was entered.
};

struct StageMemory {
    std::optional<Date> entered_on;
    std::vector<StepMemory> steps;
};

class Replay {
public:
    Replay(const Definition& definition, const Facts& facts);

    Result<Done> start();
    Result<Done> apply(const Fact& fact);
    State state() const;

private:
    Result<Done> apply_one(const StepDone& fact);
    Result<Done> apply_one(const StageMoved& fact);
    Result<Done> apply_one(const DueSet& fact);
    Result<Done> apply_one(const FlagRaised& fact);
    Result<Done> apply_one(const FlagLowered& fact);
    Result<Done> apply_one(const Ended& fact);
    Result<Done> apply_one(const Reopened& fact);

    std::size_t index_of(const StageId& stage) const;
    bool present(const Step& step) const;
    /// The first step at or after `from` that is there and neither done nor passed over.
    std::size_t first_open(std::size_t from) const;
    void enter(std::size_t stage, Date on);
    void go_to_step(const StepId& to, Date on);
    void make_next(std::size_t step, Date on);
    void follow(const Branch& branch, Date on);
    void meet_flags(const std::vector<bool>& present_before, Date on);
    std::vector<bool> presence() const;
    NextStep next() const;
    Date counted_from(const DueRule& rule) const;
    StepView view_of(std::size_t stage, std::size_t step) const;

    const Stage& stage() const { return definition_.stages[stage_]; }
    const Step& step() const { return stage().steps[step_]; }

    const Definition& definition_;
    const Facts& facts_;
    std::vector<StageMemory> memory_;
    std::set<std::string, std::less<>> flags_;
    std::size_t stage_ = 0;
    std::size_t step_ = 0;
    Date open_since_;
    std::optional<Date> due_set_;
    bool repeating_ = false; ///< The next step was opened by its own answer.
    bool ended_ = false;
    Date last_on_;
};

Replay::Replay(const Definition& definition, const Facts& facts)
    : definition_{definition}, facts_{facts}, memory_(definition.stages.size()), last_on_{facts.started_on}
{
    for (std::size_t at = 0; at < memory_.size(); ++at) {
        memory_[at].steps.resize(definition.stages[at].steps.size());
    }
}

Result<Done> Replay::start()
{
    const std::size_t first = index_of(facts_.started_in);
    if (first == nowhere) { return Error{ErrorCode::level_not_moved, "no such stage to start in"}; }
    enter(first, facts_.started_on);
    return Done{};
}

Result<Done> Replay::apply(const Fact& fact)
{
    return std::visit(
        [this](const auto& one) {
            check(one.on >= last_on_, "facts are in the order of their days");
            last_on_ = one.on;
            return apply_one(one);
        },
        fact);
}

Result<Done> Replay::apply_one(const StepDone& fact)
{
    if (ended_ || step().id != fact.step) {
        return Error{ErrorCode::step_not_next, "step done that is not the next one"};
    }
    const Step& done = step();
    const auto branch = std::ranges::find(done.answers, fact.answer, &Branch::answer);
    const bool known = done.answers.empty() ? fact.answer.empty() : branch != done.answers.end();
    if (!known) { return Error{ErrorCode::answer_not_known, "the step has no such answer"}; }

    StepMemory& memory = memory_[stage_].steps[step_];
    memory.done = true;
    memory.done_on = fact.on;
    memory.answer = fact.answer;
    ++memory.times_done;
    if (done.answers.empty()) {
        make_next(first_open(step_ + 1), fact.on);
    } else {
        follow(*branch, fact.on);
    }
    return Done{};
}

Result<Done> Replay::apply_one(const StageMoved& fact)
{
    if (ended_) { return Error{ErrorCode::follow_up_closed, "moved after the end"}; }
    const std::size_t to = index_of(fact.stage);
    if (to == nowhere || to == stage_) {
        return Error{ErrorCode::level_not_moved, "no such stage, or already there"};
    }
    enter(to, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const DueSet& fact)
{
    if (ended_ || step().id != fact.step) {
        return Error{ErrorCode::step_not_next, "dated a step that is not the next one"};
    }
    if (fact.due_on < fact.on) { return Error{ErrorCode::date_in_past, "due before the day it was set"}; }
    due_set_ = fact.due_on;
    return Done{};
}

Error unknown_flag()
{
    return Error{std::vector{FieldFault{"flag", FaultCode::not_known}}};
}

Result<Done> Replay::apply_one(const FlagRaised& fact)
{
    if (definition_.find_flag(fact.flag) == nullptr) { return unknown_flag(); }
    const std::vector<bool> before = presence();
    flags_.insert(fact.flag);
    meet_flags(before, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const FlagLowered& fact)
{
    if (definition_.find_flag(fact.flag) == nullptr) { return unknown_flag(); }
    const std::vector<bool> before = presence();
    flags_.erase(fact.flag);
    meet_flags(before, fact.on);
    return Done{};
}

Result<Done> Replay::apply_one(const Ended&)
{
    if (ended_) { return Error{ErrorCode::follow_up_closed, "ended twice"}; }
    ended_ = true;
    return Done{};
}

Result<Done> Replay::apply_one(const Reopened& fact)
{
    if (!ended_) { return Error{ErrorCode::follow_up_open, "reopened while open"}; }
    const std::size_t to = index_of(fact.stage);
    if (to == nowhere) { return Error{ErrorCode::level_not_moved, "no such stage to reopen in"}; }
    ended_ = false;
    enter(to, fact.on);
    return Done{};
}

std::size_t Replay::index_of(const StageId& stage) const
{
    const Stage* found = definition_.find_stage(stage);
    return found == nullptr ? nowhere : static_cast<std::size_t>(found - definition_.stages.data());
}

bool Replay::present(const Step& step) const
{
    if (step.unless_flag && flags_.contains(*step.unless_flag)) { return false; }
    return !step.when_flag || flags_.contains(*step.when_flag);
}

std::vector<bool> Replay::presence() const
{
    std::vector<bool> there;
    there.reserve(stage().steps.size());
    for (const Step& one : stage().steps) { there.push_back(present(one)); }
    return there;
}

std::size_t Replay::first_open(std::size_t from) const
{
    const Stage& here = stage();
    for (std::size_t at = from; at < here.steps.size(); ++at) {
        const StepMemory& memory = memory_[stage_].steps[at];
        if (present(here.steps[at]) && !memory.done && !memory.passed_over) { return at; }
    }
    throw BrokenInvariant{"an open pathway has a next step; the checker refuses what has none"};
}

void Replay::enter(std::size_t stage, Date on)
{
    stage_ = stage;
    memory_[stage].entered_on = on;
    for (StepMemory& step : memory_[stage].steps) {
        step.done = false;
        step.passed_over = false;
        step.opened_on.reset();
    }
    make_next(first_open(0), on);
}

void Replay::make_next(std::size_t step, Date on)
{
    step_ = step;
    open_since_ = on;
    due_set_.reset();
    repeating_ = false;
    memory_[stage_].steps[step].opened_on = on;
}

void Replay::go_to_step(const StepId& to, Date on)
{
    const std::size_t from = step_;
    const auto target = std::ranges::find(stage().steps, to, &Step::id);
    check(target != stage().steps.end(), "a branch leads to a step of its stage");
    const auto first = static_cast<std::size_t>(target - stage().steps.begin());
    for (std::size_t at = from + 1; at < first; ++at) { memory_[stage_].steps[at].passed_over = true; }
    for (std::size_t at = first; at < stage().steps.size(); ++at) {
        memory_[stage_].steps[at].done = false;
        memory_[stage_].steps[at].passed_over = false;
    }
    make_next(first_open(first), on);
    repeating_ = step_ == from;
}

void Replay::follow(const Branch& branch, Date on)
{
    switch (branch.leads) {
    case Branch::Leads::step: go_to_step(branch.to, on); return;
    case Branch::Leads::stage: {
        const std::size_t to = index_of(branch.to);
        check(to != nowhere, "a branch leads to a stage that exists");
        enter(to, on);
        return;
    }
    case Branch::Leads::end: ended_ = true; return;
    }
}

void Replay::meet_flags(const std::vector<bool>& present_before, Date on)
{
    if (ended_) { return; }
    for (std::size_t at = 0; at < step_; ++at) {
        const bool brought_in = present(stage().steps[at]) && !present_before[at];
        if (brought_in && !memory_[stage_].steps[at].done) {
            make_next(at, on);
            return;
        }
    }
    if (!present(step())) { make_next(first_open(step_), on); }
}

Date Replay::counted_from(const DueRule& rule) const
{
    switch (rule.from) {
    case DueFrom::stage_start: return *memory_[stage_].entered_on;
    case DueFrom::pathway_start: return facts_.started_on;
    case DueFrom::step_open: break;
    }
    if (rule.of_step) {
        const auto other = std::ranges::find(stage().steps, *rule.of_step, &Step::id);
        check(other != stage().steps.end(), "a due rule counts from a step of its stage");
        const auto at = static_cast<std::size_t>(other - stage().steps.begin());
        // A step that was passed over or left out never opened: then this step's own day counts.
        return memory_[stage_].steps[at].opened_on.value_or(open_since_);
    }
    return open_since_;
}

NextStep Replay::next() const
{
    NextStep next{&step(), open_since_, due_set_, false};
    if (next.due_on) { return next; }
    const std::optional<DueRule>& rule = repeating_ && step().repeat_every ? step().repeat_every : step().due;
    if (!rule) { return next; }
    next.due_on = due_date_of(*rule, counted_from(*rule), facts_.settings);
    next.due_by_rule = next.due_on.has_value();
    return next;
}

StepView Replay::view_of(std::size_t stage, std::size_t step) const
{
    const Step& shown = definition_.stages[stage].steps[step];
    const StepMemory& memory = memory_[stage].steps[step];
    StepView view{&shown, StepState::possible, memory.done_on, memory.answer, memory.times_done};
    if (memory.done) {
        view.state = StepState::done;
    } else if (!ended_ && stage == stage_ && step == step_) {
        view.state = StepState::next;
    } else if (!present(shown)) {
        view.state = StepState::left_out;
    }
    return view;
}

State Replay::state() const
{
    State state;
    state.ended = ended_;
    state.stage = &stage();
    if (!ended_) { state.next = next(); }
    for (std::size_t at = 0; at < memory_.size(); ++at) {
        StageView view{&definition_.stages[at], StageState::possible, memory_[at].entered_on, {}};
        if (view.entered_on) { view.state = !ended_ && at == stage_ ? StageState::here : StageState::passed; }
        view.steps.reserve(memory_[at].steps.size());
        for (std::size_t step = 0; step < memory_[at].steps.size(); ++step) {
            view.steps.push_back(view_of(at, step));
        }
        state.stages.push_back(std::move(view));
    }
    return state;
}

} // namespace

State family_view_of(const State& state)
{
    State seen = state;
    bool hidden_next = false; // Also: the next step has been met and is hidden.
    for (StageView& stage : seen.stages) {
        std::vector<StepView> steps;
        for (StepView step : stage.steps) {
            if (step.step->shown_to == ShownTo::staff) {
                hidden_next |= step.state == StepState::next;
                continue;
            }
            if (step.state == StepState::left_out) { step.state = StepState::possible; }
            if (hidden_next && step.state == StepState::possible) {
                step.state = StepState::next;
                seen.next = NextStep{step.step, state.next->open_since, std::nullopt, false};
                hidden_next = false;
            }
            steps.push_back(std::move(step));
        }
        stage.steps = std::move(steps);
    }
    check(!hidden_next, "the last step of a stage is for everyone");
    return seen;
}

Result<State> state_of(const Definition& definition, const Facts& facts)
{
    Replay replay{definition, facts};
    TRY(replay.start());
    for (const Fact& fact : facts.events) { TRY(replay.apply(fact)); }
    return replay.state();
}

} // namespace samvei::pathway
