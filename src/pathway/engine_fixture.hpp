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

/// One stage, then another. assess: agree, look (tracks body, mind unless danger, calm when danger), sum_up.
/// after: wait (for somebody, 10 working days from the day it was received, told to the leader after 5),
/// close.
inline Definition wide_definition()
{
    using enum Branch::Leads;
    Definition definition;
    definition.id = "wide";
    definition.flags.push_back({"danger", {}});
    definition.dates.push_back({"received", {}});
    Step agree = step_called("agree");
    agree.kind = StepKind::consent;
    agree.gives_consent = "look";
    Step body_look = step_called("body_look");
    body_look.due = DueRule{DueUnit::weeks, DueFrom::step_open, 2, {}, {}, {}};
    Step body_judge = step_called("body_judge");
    body_judge.answers = {answer("more", step, "body_look"), answer("done", track_end),
                          answer("report", step, "body_report")};
    Step body_secret = step_called("body_secret");
    body_secret.when_flag = "danger";
    body_secret.shown_to = ShownTo::staff;
    Step body_report = step_called("body_report");
    Step mind_look = step_called("mind_look");
    mind_look.needs_consent = "look";
    mind_look.due = DueRule{DueUnit::weeks, DueFrom::stage_start, 1, {}, {}, {}};
    Step mind_write = step_called("mind_write");
    mind_write.may_skip = true;
    Step calm_down = step_called("calm_down");
    Step look = step_called("look");
    look.tracks = {{"body", {}, {}, true, {}, {}, {body_secret, body_look, body_judge, body_report}},
                   {"mind", {}, {}, false, {}, "danger", {mind_look, mind_write}},
                   {"calm", {}, {}, false, "danger", {}, {calm_down}}};
    Step sum_up = step_called("sum_up");
    sum_up.answers = {answer("on", stage, "after"), answer("again", step, "look"),
                      answer("elsewhere", pathway, "small")};
    Step wait = step_called("wait");
    wait.waits_for = "specialist_service";
    wait.due = DueRule{DueUnit::working_days, DueFrom::date, 10, {}, {}, "received"};
    wait.escalate = {{5, DueUnit::calendar_days, "leader"},
                     {10, DueUnit::calendar_days, "coordinating_unit"}};
    Step close = step_called("close");
    close.due = DueRule{DueUnit::weeks, DueFrom::step_done, 1, {}, "wait", {}};
    close.answers = {answer("end", end), answer("back", stage, "assess")};
    definition.stages = {
        {"assess", {}, {}, {}, {}, {}, {{Condition::Kind::done, "sum_up", {}}}, {agree, look, sum_up}},
        {"after", {}, {}, {}, {}, {{Condition::Kind::not_flag, "danger", {}}}, {}, {wait, close}}};
    return definition;
}

} // namespace samvei::pathway
