#include "pathway/definition.hpp"

#include <algorithm>

namespace samvei::pathway {

const Flag* Definition::find_flag(std::string_view flag) const
{
    const auto at = std::ranges::find(flags, flag, &Flag::id);
    return at == flags.end() ? nullptr : &*at;
}

const Stage* Definition::find_stage(const StageId& stage) const
{
    const auto at = std::ranges::find(stages, stage, &Stage::id);
    return at == stages.end() ? nullptr : &*at;
}

const Step* Definition::find_step(const StepId& step) const
{
    const Stage* stage = stage_of(step);
    return stage == nullptr ? nullptr : &*std::ranges::find(stage->steps, step, &Step::id);
}

const Stage* Definition::stage_of(const StepId& step) const
{
    const auto has_step = [&](const Stage& stage) {
        return std::ranges::find(stage.steps, step, &Step::id) != stage.steps.end();
    };
    const auto at = std::ranges::find_if(stages, has_step);
    return at == stages.end() ? nullptr : &*at;
}

} // namespace samvei::pathway
