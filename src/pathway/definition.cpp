#include "pathway/definition.hpp"

#include <algorithm>

namespace samvei::pathway {

namespace {

template <class Part>
const Part* find_in(const std::vector<Part>& parts, std::string_view id)
{
    const auto at = std::ranges::find(parts, id, &Part::id);
    return at == parts.end() ? nullptr : &*at;
}

const Step* find_step_in(const Stage& stage, const StepId& id)
{
    for (const Step& step : stage.steps) {
        if (step.id == id) { return &step; }
        for (const Track& track : step.tracks) {
            if (const Step* found = find_in(track.steps, id)) { return found; }
        }
    }
    return nullptr;
}

} // namespace

const Flag* Definition::find_flag(std::string_view flag) const
{
    return find_in(flags, flag);
}

const NamedDate* Definition::find_date(std::string_view date) const
{
    return find_in(dates, date);
}

const Stage* Definition::find_stage(const StageId& stage) const
{
    return find_in(stages, stage);
}

const Step* Definition::find_step(const StepId& step) const
{
    for (const Stage& stage : stages) {
        if (const Step* found = find_step_in(stage, step)) { return found; }
    }
    return nullptr;
}

const Stage* Definition::stage_of(const StepId& step) const
{
    const auto at = std::ranges::find_if(
        stages, [&](const Stage& stage) { return find_step_in(stage, step) != nullptr; });
    return at == stages.end() ? nullptr : &*at;
}

const Track* Definition::find_track(const TrackId& track) const
{
    for (const Step* step : steps_of(*this)) {
        if (const Track* found = find_in(step->tracks, track)) { return found; }
    }
    return nullptr;
}

std::vector<const Step*> steps_of(const Stage& stage)
{
    std::vector<const Step*> all;
    for (const Step& step : stage.steps) {
        all.push_back(&step);
        for (const Track& track : step.tracks) {
            for (const Step& inner : track.steps) { all.push_back(&inner); }
        }
    }
    return all;
}

std::vector<const Step*> steps_of(const Definition& definition)
{
    std::vector<const Step*> all;
    for (const Stage& stage : definition.stages) {
        const std::vector<const Step*> steps = steps_of(stage);
        all.insert(all.end(), steps.begin(), steps.end());
    }
    return all;
}

} // namespace samvei::pathway
