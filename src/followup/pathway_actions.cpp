// Which pathways a child is on: beginning, not beginning, moving, ending; closing and opening again.

#include "followup/closing.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

Error not_known(std::string path)
{
    return Error{std::vector<FieldFault>{{std::move(path), FaultCode::not_known}}};
}

bool has_reason(const std::vector<pathway::Reason>& reasons, const std::string& id)
{
    return std::ranges::find(reasons, id, &pathway::Reason::id) != reasons.end();
}

/// A pathway that may run beside the main one, as it is in use here.
Result<const pathway::Definition*> find_beside(App& app, db::Reader& db, const Work& work,
                                               const std::string& pathway)
{
    const pathway::Definition* const found = find_in_use(app, db, work, pathway);
    if (found == nullptr || found->used_as != pathway::UsedAs::beside) { return not_known("pathway"); }
    return found;
}

Result<Done> need_not_running(const Standing& standing, const std::string& pathway)
{
    for (const PathwayRun& run : standing.runs) {
        const bool same = catalogue::national_id_of(run.on_pathway) == catalogue::national_id_of(pathway);
        if (same && run.state == FollowUpState::open) {
            return Error{ErrorCode::pathway_already_runs, "the child is on it"};
        }
    }
    return Done{};
}

PathwayRun make_run(App& app, const pathway::Definition& definition, const StartDraft& draft, Date today)
{
    PathwayRun run;
    run.id = next_id<RunId>(app.ids);
    run.pathway_id = definition.id;
    run.pathway_version = definition.version;
    run.started_in = definition.stages.front().id;
    run.started_on = today;
    run.criteria = draft.criteria;
    run.next_since = today;
    return run;
}

/// Whether a pathway may go on in another definition.
bool may_move(const PathwayRun& run, const pathway::Definition& to)
{
    if (catalogue::national_id_of(run.on_pathway) == catalogue::national_id_of(to.id)) { return true; }
    return run.main() && to.used_as == pathway::UsedAs::shared_log;
}

} // namespace

Result<Done> need_only_main(const Standing& standing)
{
    const bool open = std::ranges::any_of(
        standing.runs, [](const PathwayRun& run) { return run.state == FollowUpState::open; });
    if (open) { return Error{ErrorCode::pathway_still_runs, "one beside the main pathway is open"}; }
    return Done{};
}

void close_row(FollowUp& follow_up, const PersonalText& reason, Date today)
{
    follow_up.state = FollowUpState::closed;
    follow_up.closed_on = today;
    follow_up.closed_reason = reason;
}

void open_row(FollowUp& follow_up)
{
    follow_up.state = FollowUpState::open;
    follow_up.closed_on.reset();
    follow_up.closed_reason = PersonalText{};
}

void withdraw_open_offer(db::Writer& db, const Work& work)
{
    const Offer* const offer = work.standing.open_offer();
    if (offer) { answer_offer(db, work.permit, offer->id, OfferState::withdrawn, {}, work.now); }
}

Result<RunId> start_pathway(App& app, const Caller& caller, const FollowUpId& id, const StartDraft& draft)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<RunId> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, draft.version));
        TRY(need_content(work.permit));
        TRY_LET(definition, find_beside(app, db, work, draft.pathway));
        TRY(need_not_running(work.standing, definition->id));
        for (std::size_t i = 0; i < draft.criteria.size(); ++i) {
            const bool known = definition->start &&
                               has_reason(definition->start->criteria, draft.criteria[i]);
            if (!known) { return not_known("criteria[" + std::to_string(i) + "]"); }
        }
        const PathwayRun run = make_run(app, *definition, draft, work.today);
        TRY_LET(progress, advance_run(app, db, work, run, {},
                                      flags_at_start(*definition, choices_of(app, work.settings), work.today),
                                      draft.next_due_on));
        TRY(save_run(db, caller, work, run, progress));
        journal(db, caller, work, "pathway_started",
                {{"text", draft.reason.reveal()}, {"pathway", definition->id}});
        return run.id;
    });
}

Result<Done> decide_not_started(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                                const std::string& pathway, const std::string& reason,
                                const PersonalText& text)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, version));
        TRY(need_content(work.permit));
        TRY_LET(definition, find_beside(app, db, work, pathway));
        TRY(need_not_running(work.standing, definition->id));
        if (!definition->start || !has_reason(definition->start->not_started_reasons, reason)) {
            return not_known("reason");
        }
        insert_not_started(db, work.permit, app.ids.next(),
                           {definition->id, definition->version, reason, work.today});
        TRY(save_follow_up(db, work.permit, work.standing.follow_up));
        journal(db, caller, work, "pathway_not_started",
                {{"text", text.reveal()}, {"pathway", definition->id}, {"reason", reason}});
        return Done{};
    });
}

Result<Done> stop_pathway(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                          const PersonalText& reason)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, place.version));
        TRY(need_content(work.permit));
        TRY_LET(run, find_run(work.standing, place.run));
        if (run.main()) { return Error{ErrorCode::not_found, "the main pathway is closed, not stopped"}; }
        TRY_LET(progress, advance_run(app, db, work, run, history_of(db, work.permit, run.id).facts,
                                      {pathway::Ended{work.today}}, std::nullopt));
        TRY(save_run(db, caller, work, run, progress));
        journal(db, caller, work, "pathway_ended", {{"text", reason.reveal()}, {"pathway", run.on_pathway}});
        return Done{};
    });
}

Result<Done> move_pathway(App& app, const Caller& caller, const FollowUpId& id, const MoveDraft& draft)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, draft.place.version));
        TRY(need_content(work.permit));
        TRY_LET(run, find_run(work.standing, draft.place.run));
        const pathway::Definition* const to =
            catalogue::find_definition(app, db, work.municipality, draft.pathway, draft.to_version);
        if (to == nullptr || !may_move(run, *to)) {
            return Error{ErrorCode::version_not_known, "no such version of this pathway"};
        }
        const std::string from = run.on_pathway + " " + std::to_string(run.on_version);
        const pathway::Fact moved =
            pathway::PathwayMoved{to->id, to->version, draft.stage, draft.step, work.today};
        TRY_LET(progress, advance_run(app, db, work, run, history_of(db, work.permit, run.id).facts, {moved},
                                      draft.next_due_on));
        TRY(save_run(db, caller, work, run, progress));
        journal(db, caller, work, "pathway_moved",
                {{"text", draft.reason.reveal()},
                 {"pathway", to->id},
                 {"from", from},
                 {"to", to->id + " " + std::to_string(to->version)}});
        return Done{};
    });
}

Result<Done> move_level(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version, int level,
                        const PersonalText& reason, std::optional<Date> next_due_on)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, version));
        TRY(need_content(work.permit));
        const FollowUp& follow_up = work.standing.follow_up;
        if (follow_up.level == level) { return Error{ErrorCode::level_not_moved, "on that level already"}; }
        const PathwayRun run = main_run_of(follow_up);
        const pathway::Definition* const definition =
            catalogue::find_definition(app, db, work.municipality, run.on_pathway, run.on_version);
        check(definition != nullptr, "a pathway in use is among those of the municipality");
        TRY_LET(stage, stage_of_level(*definition, level));
        TRY_LET(progress, advance_run(app, db, work, run, history_of(db, work.permit, run.id).facts,
                                      {pathway::StageMoved{stage, work.today}}, next_due_on));
        TRY(save_run(db, caller, work, run, progress));
        journal(db, caller, work, "level_moved",
                {{"text", reason.reveal()}, {"level", std::to_string(level)}});
        return Done{};
    });
}

Result<Done> close_follow_up(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                             const PersonalText& reason, const std::string& agreed_with_family)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, version));
        TRY(need_only_main(work.standing));
        PathwayRun run = main_run_of(work.standing.follow_up);
        append_facts(db, work.permit, run.id, {pathway::Ended{work.today}}, caller.account);
        run.next_step.clear();
        run.next_due_on.reset();
        run.waits_for.clear();
        put_run(run, work.standing);
        close_row(work.standing.follow_up, reason, work.today);
        TRY(save_follow_up(db, work.permit, work.standing.follow_up, agreed_with_family));
        withdraw_open_offer(db, work);
        journal(db, caller, work, "closed",
                {{"text", reason.reveal()}, {"agreed_with_family", agreed_with_family}});
        return Done{};
    });
}

Result<Done> reopen_follow_up(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                              const PersonalText& reason, std::optional<Date> next_due_on)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::reopen, version));
        FollowUp& follow_up = work.standing.follow_up;
        const PathwayRun run = main_run_of(follow_up);
        TRY_LET(progress, advance_run(app, db, work, run, history_of(db, work.permit, run.id).facts,
                                      {pathway::Reopened{follow_up.stage, work.today}}, next_due_on));
        open_row(follow_up);
        TRY(save_run(db, caller, work, run, progress));
        journal(db, caller, work, "reopened", {{"text", reason.reveal()}});
        return Done{};
    });
}

} // namespace samvei::followup
