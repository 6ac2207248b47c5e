// What a replay shows: the state, the same for the family, and the dates of rules.

#include "pathway/engine.hpp"

#include "base/calendar.hpp"
#include "pathway/replay.hpp"

#include <algorithm>

namespace samvei::pathway {

Date plus(Date from, int count, DueUnit unit)
{
    switch (unit) {
    case DueUnit::calendar_days: return from.plus_days(count);
    case DueUnit::weeks: return from.plus_days(count * 7);
    case DueUnit::working_days: return add_working_days(from, count);
    }
    throw BrokenInvariant{"a unit of time is one of three"};
}

std::optional<Date> due_date_of(const DueRule& rule, Date from, const std::map<SettingName, int>& settings)
{
    std::optional<int> count = rule.count;
    if (rule.setting) {
        if (const auto set = settings.find(*rule.setting); set != settings.end()) { count = set->second; }
    }
    if (!count) { return std::nullopt; }
    check(*count >= 0, "a due rule counts forwards");
    return plus(from, *count, rule.unit);
}

namespace {

/// The earliest date first, steps without one last.
bool is_earlier(const NextStep& left, const NextStep& right)
{
    if (!left.due_on || !right.due_on) { return left.due_on.has_value() && !right.due_on; }
    return *left.due_on < *right.due_on;
}

} // namespace

const StepMemory* Replay::find_memory(const StepId& step) const
{
    for (const Lane& lane : lanes_) {
        const auto found = std::ranges::find(*lane.steps, step, &Step::id);
        if (found != lane.steps->end()) {
            return &lane.memory[static_cast<std::size_t>(found - lane.steps->begin())];
        }
    }
    return nullptr;
}

std::optional<Date> Replay::counted_from(const DueRule& rule, const Cursor& cursor) const
{
    switch (rule.from) {
    case DueFrom::stage_start: return *stages_[stage_].entered_on;
    case DueFrom::pathway_start: return facts_.started_on;
    case DueFrom::date: {
        const auto known = dates_.find(*rule.date);
        return known == dates_.end() ? std::nullopt : std::optional{known->second};
    }
    case DueFrom::step_done: return find_memory(*rule.of_step)->done_on;
    case DueFrom::step_open: break;
    }
    if (!rule.of_step) { return cursor.open_since; }
    // A step that was passed over or left out never opened: then this step's own day counts.
    return find_memory(*rule.of_step)->opened_on.value_or(cursor.open_since);
}

NextStep Replay::next_of(const Cursor& cursor) const
{
    const Step& step = step_at(cursor);
    NextStep next{&step, cursor.open_since, cursor.due_set, false, lanes_[cursor.lane].track};
    if (next.due_on) { return next; }
    const std::optional<DueRule>& rule = cursor.repeating && step.repeat_every ? step.repeat_every : step.due;
    if (!rule) { return next; }
    if (const std::optional<Date> from = counted_from(*rule, cursor)) {
        next.due_on = due_date_of(*rule, *from, facts_.settings);
    }
    next.due_by_rule = next.due_on.has_value();
    return next;
}

std::vector<NextStep> Replay::open_steps() const
{
    std::vector<NextStep> open;
    for (const Cursor& cursor : open_cursors()) { open.push_back(next_of(cursor)); }
    std::ranges::stable_sort(open, is_earlier);
    return open;
}

StepView Replay::view_of(std::size_t lane, std::size_t at, const std::vector<NextStep>& open) const
{
    const Step& shown = (*lanes_[lane].steps)[at];
    const StepMemory& memory = lanes_[lane].memory[at];
    StepView view{&shown,        StepState::possible, memory.done_on,
                  memory.answer, memory.times_done,   lanes_[lane].track};
    const auto opened = std::ranges::find(open, &shown, &NextStep::step);
    if (opened != open.end()) {
        view.state = opened == open.begin() ? StepState::next : StepState::open;
    } else if (memory.done) {
        view.state = StepState::done;
    } else if (memory.skipped || lanes_[lane].skipped) {
        view.state = StepState::skipped;
    } else if (!present(shown) || (lanes_[lane].track && !present(*lanes_[lane].track))) {
        view.state = StepState::left_out;
    }
    return view;
}

void Replay::add_views(StageView& view, std::size_t lane, const std::vector<NextStep>& open) const
{
    for (std::size_t at = 0; at < lanes_[lane].memory.size(); ++at) {
        view.steps.push_back(view_of(lane, at, open));
        const std::size_t tracks = (*lanes_[lane].steps)[at].tracks.size();
        if (tracks > 0 && !open.empty() && lane == main_.lane && at == main_.at) {
            view.steps.back().state = StepState::open;
        }
        for (std::size_t track = 0; track < tracks; ++track) {
            add_views(view, lanes_[lane].tracks_from[at] + track, open);
        }
    }
}

State Replay::state() const
{
    State state;
    state.ended = ended_;
    state.definition = definition_;
    state.stage = &definition_->stages[stage_];
    state.open = open_steps();
    if (!ended_) { state.next = state.open.front(); }
    state.flags = flags_;
    state.dates = dates_;
    state.continues_in = continues_in_;
    for (std::size_t at = 0; at < stages_.size(); ++at) {
        StageView view{&definition_->stages[at], StageState::possible, stages_[at].entered_on, {}};
        if (view.entered_on) { view.state = !ended_ && at == stage_ ? StageState::here : StageState::passed; }
        add_views(view, stages_[at].lane, state.open);
        state.stages.push_back(std::move(view));
    }
    return state;
}

namespace {

bool is_open(const StepView& view)
{
    return view.state == StepState::next || (view.state == StepState::open && view.step->tracks.empty());
}

/// The steps of one stage that the family may see; `hidden` becomes true when an open one is not among them,
/// and then the next visible one that may come stands for it.
std::vector<StepView> visible_steps(const std::vector<StepView>& all, bool& hidden)
{
    std::vector<StepView> steps;
    for (StepView step : all) {
        if (step.step->shown_to == ShownTo::staff) {
            hidden |= is_open(step);
            continue;
        }
        if (step.state == StepState::left_out) { step.state = StepState::possible; }
        if (hidden && step.state == StepState::possible && step.step->tracks.empty()) {
            step.state = StepState::open;
            hidden = false;
        }
        steps.push_back(step);
    }
    return steps;
}

} // namespace

State family_view_of(const State& state)
{
    State seen = state;
    seen.flags.clear();
    seen.open.clear();
    bool hidden = false;
    for (StageView& stage : seen.stages) {
        stage.steps = visible_steps(stage.steps, hidden);
        for (const StepView& step : stage.steps) {
            if (!is_open(step)) { continue; }
            const auto known = std::ranges::find(state.open, step.step, &NextStep::step);
            seen.open.push_back(known != state.open.end()
                                    ? *known
                                    : NextStep{step.step, state.next->open_since, {}, false, step.track});
        }
    }
    check(!hidden, "the last step of a stage is for everyone");
    if (state.ended) { return seen; }
    std::ranges::stable_sort(seen.open, is_earlier);
    seen.next = seen.open.front();
    for (StageView& stage : seen.stages) {
        for (StepView& step : stage.steps) {
            if (is_open(step)) {
                step.state = step.step == seen.next->step ? StepState::next : StepState::open;
            }
        }
    }
    return seen;
}

Result<State> state_of(const Definition& definition, const Facts& facts, const FindDefinition& find)
{
    Replay replay{definition, facts, find};
    TRY(replay.start());
    for (const Fact& fact : facts.events) { TRY(replay.apply(fact)); }
    return replay.state();
}

} // namespace samvei::pathway
