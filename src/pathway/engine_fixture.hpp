#pragma once
// For the tests of the engine: a definition that uses every rule it has.

#include "pathway/engine.hpp"

namespace samvei::pathway {

inline Date day(std::string_view text)
{
    const std::optional<Date> date = find_date(text);
    if (!date) { throw BrokenInvariant{"a test day exists"}; }
    return *date;
}

inline Step step_called(std::string id)
{
    Step step;
    step.id = std::move(id);
    return step;
}

inline Branch answer(std::string id, Branch::Leads leads, std::string to = {})
{
    return {std::move(id), {}, leads, std::move(to)};
}

/// Two stages. first: look, [safety when danger], meet (unless danger), weekly (repeats), choose.
/// second: act, judge.
inline Definition small_definition()
{
    Definition definition;
    definition.flags.push_back({"danger", {}});
    Stage first{"first", 0, {}, {}, {}, {}};
    Step safety = step_called("safety");
    safety.when_flag = "danger";
    safety.shown_to = ShownTo::staff;
    Step meet = step_called("meet");
    meet.unless_flag = "danger";
    meet.due = DueRule{DueUnit::weeks, DueFrom::stage_start, 2, "deadline.meet", {}};
    Step weekly = step_called("weekly");
    weekly.due = DueRule{DueUnit::calendar_days, DueFrom::step_open, 3, {}, {}};
    weekly.repeat_every = DueRule{DueUnit::weeks, DueFrom::step_open, 1, {}, {}};
    weekly.answers = {answer("again", Branch::Leads::step, "weekly"),
                      answer("enough", Branch::Leads::step, "choose"),
                      answer("back", Branch::Leads::step, "meet")};
    Step choose = step_called("choose");
    choose.due = DueRule{DueUnit::working_days, DueFrom::step_open, 5, {}, "meet"};
    choose.answers = {answer("end", Branch::Leads::end), answer("second", Branch::Leads::stage, "second"),
                      answer("anew", Branch::Leads::stage, "first")};
    first.steps = {step_called("look"), safety, meet, weekly, choose};

    Stage second{"second", 1, {}, {}, {}, {}};
    Step judge = step_called("judge");
    judge.due = DueRule{DueUnit::calendar_days, DueFrom::pathway_start, 30, {}, {}};
    judge.answers = {answer("end", Branch::Leads::end), answer("down", Branch::Leads::stage, "first"),
                     answer("more", Branch::Leads::step, "act")};
    second.steps = {step_called("act"), judge};
    definition.stages = {first, second};
    return definition;
}

} // namespace samvei::pathway
