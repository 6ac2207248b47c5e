// The pathways of a follow-up, and which step of theirs is the one next step.

#include "followup/work.hpp"

#include <algorithm>

namespace samvei::followup {

const pathway::Definition& began_on(App& app, db::Reader& db, const std::string& municipality,
                                    const PathwayRun& run)
{
    const pathway::Definition* const found =
        catalogue::find_definition(app, db, municipality, run.pathway_id, run.pathway_version);
    check(found != nullptr, "a pathway in use is among those of the municipality");
    return *found;
}

const pathway::Definition* find_in_use(App& app, db::Reader& db, const Work& work, std::string_view id)
{
    return catalogue::find_in_use(app, db, work.municipality, std::string{id});
}

std::map<std::string, std::string> choices_of(const App& app, const access::SettingsOfMunicipality& settings)
{
    std::map<std::string, std::string> choices;
    for (const pathway::SettingRule& rule : app.content.settings) {
        if (rule.kind != pathway::SettingKind::choice) { continue; }
        if (const auto chosen = settings.find(app.content.settings, rule.key)) {
            choices[rule.key] = *chosen;
        }
    }
    return choices;
}

PathwayRun main_run_of(const FollowUp& follow_up)
{
    PathwayRun run;
    run.pathway_id = follow_up.pathway_id;
    run.pathway_version = follow_up.pathway_version;
    run.started_in = follow_up.started_in;
    run.started_on = follow_up.opened_on;
    run.on_pathway = follow_up.on_pathway;
    run.on_version = follow_up.on_version;
    run.state = follow_up.state;
    run.stage = follow_up.stage;
    run.next_step = follow_up.main_step;
    run.next_due_on = follow_up.main_due_on;
    run.next_note = follow_up.next_note;
    run.next_since = follow_up.main_since;
    run.waits_for = follow_up.main_waits_for;
    run.ended_on = follow_up.closed_on;
    return run;
}

std::vector<PathwayRun> runs_of(const Standing& standing)
{
    std::vector<PathwayRun> runs{main_run_of(standing.follow_up)};
    runs.insert(runs.end(), standing.runs.begin(), standing.runs.end());
    return runs;
}

Result<PathwayRun> find_run(const Standing& standing, const std::optional<RunId>& id)
{
    if (!id || id->empty()) { return main_run_of(standing.follow_up); }
    const auto run = std::ranges::find(standing.runs, *id, &PathwayRun::id);
    if (run == standing.runs.end()) { return Error{ErrorCode::not_found, "no such pathway of theirs"}; }
    return *run;
}

pathway::Facts facts_of(const App& app, const PathwayRun& run, const access::SettingsOfMunicipality& settings,
                        std::vector<pathway::Fact> events)
{
    return {run.started_in, run.started_on, std::move(events),
            access::deadlines_of(settings, app.content.settings)};
}

Result<Progress> advance_run(App& app, db::Reader& db, const Work& work, const PathwayRun& run,
                             std::vector<pathway::Fact> events, std::vector<pathway::Fact> added,
                             std::optional<Date> next_due_on)
{
    return advance(began_on(app, db, work.municipality, run),
                   facts_of(app, run, work.settings, std::move(events)), std::move(added), next_due_on,
                   work.today, catalogue::definitions_of(app, db, work.municipality));
}

void apply(const Progress& progress, PathwayRun& run, Date today)
{
    if (run.next_step != progress.next_step) { run.next_note = PersonalText{}; }
    run.on_pathway = progress.on_pathway;
    run.on_version = progress.on_version;
    run.stage = progress.stage;
    run.next_step = progress.next_step;
    run.next_due_on = progress.next_due_on;
    run.waits_for = progress.waits_for;
    run.continues_in = progress.continues_in;
    run.state = progress.ended ? FollowUpState::closed : FollowUpState::open;
    if (progress.ended) {
        run.ended_on = today;
    } else {
        run.ended_on.reset();
        run.next_since = progress.next_since;
    }
}

void put_run(const PathwayRun& run, Standing& standing)
{
    FollowUp& follow_up = standing.follow_up;
    if (run.main()) {
        follow_up.on_pathway = run.on_pathway;
        follow_up.on_version = run.on_version;
        follow_up.stage = run.stage;
        follow_up.main_step = run.next_step;
        follow_up.main_due_on = run.next_due_on;
        follow_up.next_note = run.next_note;
        follow_up.main_since = run.next_since;
        follow_up.main_waits_for = run.waits_for;
    } else if (const auto known = std::ranges::find(standing.runs, run.id, &PathwayRun::id);
               known != standing.runs.end()) {
        *known = run;
    } else {
        standing.runs.push_back(run);
    }
    std::vector<PathwayRun> runs = runs_of(standing);
    runs.front().state = follow_up.main_step.empty() ? FollowUpState::closed : FollowUpState::open;
    const PathwayRun* const next = find_next_run(runs);
    follow_up.next_run = next && !next->main() ? std::optional{next->id} : std::nullopt;
    follow_up.next_step = next ? next->next_step : "";
    follow_up.next_due_on = next ? next->next_due_on : std::nullopt;
    if (next) { follow_up.next_since = next->next_since; }
    follow_up.waits_for = next ? next->waits_for : "";
}

Result<Done> save_run(db::Writer& db, const Caller& caller, Work& work, PathwayRun run,
                      const Progress& progress)
{
    const bool known = std::ranges::find(work.standing.runs, run.id, &PathwayRun::id) !=
                       work.standing.runs.end();
    apply(progress, run, work.today);
    if (run.main()) { work.standing.follow_up.level = progress.level; }
    put_run(run, work.standing);
    if (!run.main()) {
        if (known) {
            update_run(db, work.permit, run);
        } else {
            insert_run(db, work.permit, run);
        }
    }
    append_facts(db, work.permit, run.id, progress.added, caller.account);
    return save_follow_up(db, work.permit, work.standing.follow_up);
}

const pathway::Definition& pathway_of(App& app, db::Reader& db, const Caller& caller,
                                      const EarlyConcern& concern)
{
    const pathway::Definition* const found =
        catalogue::find_definition(app, db, caller.municipality, concern.pathway_id, concern.pathway_version);
    check(found != nullptr, "a pathway in use is among those of the municipality");
    return *found;
}

pathway::Facts facts_of(const App& app, const pathway::Definition& definition, const EarlyConcern& concern,
                        const access::SettingsOfMunicipality& settings, std::vector<pathway::Fact> events)
{
    const Result<pathway::StageId> stage = stage_of_level(definition, 0);
    check(bool(stage), "the pathway of early concerns begins at level 0");
    return {stage.value(), concern.started_on, std::move(events),
            access::deadlines_of(settings, app.content.settings)};
}

} // namespace samvei::followup
