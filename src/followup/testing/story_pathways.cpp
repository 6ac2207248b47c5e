// Attempts with several pathways: beginning, moving, skipping, going back. See story.cpp.

#include "followup/testing/story.hpp"
#include "followup/view.hpp"

namespace samvei::followup::testing {

namespace {

/// Every step and track of a definition, and a name that is none.
std::vector<std::string> names_in(const pathway::Definition& definition)
{
    std::vector<std::string> names{"no_such_step"};
    for (const pathway::Step* step : steps_of(definition)) {
        names.push_back(step->id);
        for (const pathway::Track& track : step->tracks) { names.push_back(track.id); }
    }
    return names;
}

/// What may be skipped now: open steps, and the tracks they are in.
std::vector<std::string> skippable_in(const FollowUpView& view, const std::optional<RunId>& run)
{
    std::vector<std::string> names;
    for (const RunView& one : view.runs) {
        if (one.run.id != run.value_or(RunId{})) { continue; }
        for (const pathway::NextStep& open : one.state.open) {
            if (open.step->may_skip) { names.push_back(open.step->id); }
            if (open.track && open.track->may_skip) { names.push_back(open.track->id); }
        }
    }
    return names;
}

} // namespace

Story::OneRun Story::some_run(const StoredFollowUp& stored)
{
    const auto& pathways = app_.content.pathways;
    std::vector<OneRun> runs{{std::nullopt, &pathways.at(stored.on_pathway), stored.main_step}};
    for (const StoredFollowUp::Run& run : stored.runs) {
        const OneRun one{run.id, &pathways.at(run.on_pathway), run.next_step};
        if (run.open || chance(5)) { runs.push_back(one); }
    }
    return any_of(runs);
}

Story::Outcome Story::begins_pathway(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    static const std::vector<std::string> ids{"child_welfare", "referral_phbu",     "fact_ung", "agder",
                                              "nye_monstre",   "health_assessment", "bti",      "none"};
    StartDraft draft;
    draft.version = read_version(now);
    draft.pathway = any_of(ids);
    const auto known = app_.content.pathways.find(draft.pathway);
    if (known != app_.content.pathways.end() && known->second.start && chance(70)) {
        draft.criteria = {any_of(known->second.start->criteria).id};
    }
    if (chance(3)) { draft.criteria = {"no_such_criterion"}; }
    draft.reason = words(about.content_mark);
    draft.next_due_on = some_day();
    return outcome_of(start_pathway(app_, caller, about.id, draft));
}

Story::Outcome Story::decides_against(const Caller& caller, const Told& about)
{
    const auto& reasons = app_.content.pathways.at("child_welfare").start->not_started_reasons;
    return outcome_of(decide_not_started(app_, caller, about.id, read_version(stored(about)), "child_welfare",
                                         chance(90) ? any_of(reasons).id : "no_such_reason",
                                         words(about.content_mark)));
}

Story::Outcome Story::stops_pathway(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    return outcome_of(
        stop_pathway(app_, caller, about.id, {read_version(now), some_run(now).id}, words("Nok.")));
}

Story::Outcome Story::moves_pathway(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const OneRun run = some_run(now);
    MoveDraft draft;
    draft.place = {read_version(now), run.id};
    const bool to_plan = !run.id && chance(40);
    const pathway::Definition& to = to_plan ? app_.content.pathways.at("individual_plan") : *run.definition;
    draft.pathway = to.id;
    draft.to_version = chance(90) ? to.version : to.version + 1;
    const pathway::Stage& stage = any_of(to.stages);
    draft.stage = chance(95) ? stage.id : "no_such_stage";
    if (chance(50)) { draft.step = any_of(stage.steps).id; }
    draft.reason = words("Ny utgave.");
    draft.next_due_on = some_day();
    return outcome_of(move_pathway(app_, caller, about.id, draft));
}

Story::Outcome Story::skips(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    OneRun run = some_run(now);
    std::string what = run.next_step;
    const Result<FollowUpView> seen = view_follow_up(app_, caller, about.id);
    for (const StoredFollowUp::Run& one : now.runs) {
        if (!seen || !one.open || chance(10)) { continue; }
        const std::vector<std::string> names = skippable_in(seen.value(), one.id);
        if (names.empty()) { continue; }
        run.id = one.id;
        what = any_of(names);
    }
    return outcome_of(skip_step(app_, caller, about.id, {read_version(now), run.id}, what,
                                words("Ikke aktuelt."), some_day()));
}

Story::Outcome Story::goes_back(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const OneRun run = some_run(now);
    return outcome_of(go_back(app_, caller, about.id, {read_version(now), run.id},
                              any_of(names_in(*run.definition)), words("En gang til."), some_day()));
}

Story::Outcome Story::records_a_day(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const OneRun run = some_run(now);
    const std::vector<pathway::NamedDate>& dates = run.definition->dates;
    const std::string date = dates.empty() || chance(5) ? "no_such_date" : any_of(dates).id;
    return outcome_of(record_date(app_, caller, about.id, {read_version(now), run.id}, date,
                                  town_.in_days(1 - below(20)), some_day()));
}

Story::Outcome Story::changes_a_flag(const Caller& caller, const Told& about)
{
    const StoredFollowUp now = stored(about);
    const OneRun run = some_run(now);
    const std::vector<pathway::Flag>& flags = run.definition->flags;
    const std::string flag = flags.empty() || chance(5) ? "no_such_flag" : any_of(flags).id;
    return outcome_of(change_flag(app_, caller, about.id, {read_version(now), run.id}, flag,
                                  chance(50) ? FlagChange::raise : FlagChange::lower, words("Sagt i dag."),
                                  some_day()));
}

} // namespace samvei::followup::testing
