// What people should be told of a state today.

#include "pathway/engine.hpp"

#include <algorithm>

namespace samvei::pathway {

namespace {

const StepView* find_view(const State& state, const std::function<bool(const StepView&)>& fits)
{
    for (const StageView& stage : state.stages) {
        const auto found = std::ranges::find_if(stage.steps, fits);
        if (found != stage.steps.end()) { return &*found; }
    }
    return nullptr;
}

bool given(const State& state, const std::string& consent)
{
    return find_view(state, [&](const StepView& view) {
               return view.times_done > 0 && view.step->gives_consent == consent;
           }) != nullptr;
}

bool holds(const State& state, const Condition& condition)
{
    switch (condition.kind) {
    case Condition::Kind::flag: return state.flags.contains(condition.of);
    case Condition::Kind::not_flag: return !state.flags.contains(condition.of);
    case Condition::Kind::consent: return given(state, condition.of);
    case Condition::Kind::done:
        return find_view(state, [&](const StepView& view) {
                   return view.times_done > 0 && view.step->id == condition.of;
               }) != nullptr;
    }
    return false;
}

void add_unmet(std::vector<Warning>& warnings, const State& state, const std::vector<Condition>& conditions,
               WarningKind kind)
{
    for (const Condition& condition : conditions) {
        if (!holds(state, condition)) { warnings.push_back({kind, nullptr, &condition, {}, 0}); }
    }
}

void add_lateness(std::vector<Warning>& warnings, const NextStep& open, Date today)
{
    if (!open.due_on || *open.due_on >= today) { return; }
    warnings.push_back({WarningKind::overdue, open.step, nullptr, {}, today.days - open.due_on->days});
    const Escalation* reached = nullptr;
    for (const Escalation& escalation : open.step->escalate) {
        if (plus(*open.due_on, escalation.after, escalation.unit) <= today) { reached = &escalation; }
    }
    if (reached) { warnings.push_back({WarningKind::escalated, open.step, nullptr, reached->to, 0}); }
}

} // namespace

std::string text_of(const Warning& warning)
{
    switch (warning.kind) {
    case WarningKind::overdue: return "overdue";
    case WarningKind::escalated: return "escalated:" + warning.role;
    case WarningKind::entry_not_met: return "entry_not_met";
    case WarningKind::exit_not_met: return "exit_not_met";
    case WarningKind::consent_missing: return "consent_missing";
    }
    return {};
}

std::vector<Warning> warnings_of(const State& state, Date today)
{
    std::vector<Warning> warnings;
    if (state.ended) { return warnings; }
    for (const NextStep& open : state.open) {
        add_lateness(warnings, open, today);
        const std::optional<std::string>& needed = open.step->needs_consent;
        if (needed && !given(state, *needed)) {
            warnings.push_back({WarningKind::consent_missing, open.step, nullptr, {}, 0});
        }
    }
    add_unmet(warnings, state, state.stage->entry, WarningKind::entry_not_met);
    if (state.next->step == &state.stage->steps.back()) {
        add_unmet(warnings, state, state.stage->exit, WarningKind::exit_not_met);
    }
    return warnings;
}

} // namespace samvei::pathway
