// One step: done, dated, passed over, gone back to, taken back; and what steps depend on, days and flags.

#include "followup/closing.hpp"

namespace samvei::followup {

namespace {

/// A change of one pathway: what was read, and what has happened on it.
struct RunWork {
    Work work;
    PathwayRun run;
    History history;
};

Result<RunWork> start_run_work(App& app, db::Reader& db, const Caller& caller, const FollowUpId& id,
                               const RunPlace& place)
{
    TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, place.version));
    TRY(need_content(work.permit));
    TRY_LET(run, find_run(work.standing, place.run));
    History history = history_of(db, work.permit, run.id);
    return RunWork{std::move(work), std::move(run), std::move(history)};
}

Result<Progress> advance_with(App& app, db::Reader& db, const RunWork& of, std::vector<pathway::Fact> added,
                              std::optional<Date> next_due_on)
{
    return advance_run(app, db, of.work, of.run, of.history.facts, std::move(added), next_due_on);
}

std::string text_or_nothing(std::optional<Date> date)
{
    return date ? text_of(*date) : std::string{};
}

/// One fact, saved and told in the journal.
struct Change {
    pathway::Fact fact;
    std::string_view act;
    std::string step; ///< Or whatever the fact names.
    PersonalText reason;
    std::optional<Date> next_due_on;
};

Result<Done> save_change(App& app, db::Writer& db, const Caller& caller, RunWork& of, const Change& change)
{
    if (of.run.state == FollowUpState::closed) { return Error{ErrorCode::follow_up_closed, "it has ended"}; }
    TRY_LET(progress, advance_with(app, db, of, {change.fact}, change.next_due_on));
    TRY(save_run(db, caller, of.work, of.run, progress));
    journal(db, caller, of.work, change.act,
            {{"text", change.reason.reveal()},
             {"step", change.step},
             {"pathway", of.run.on_pathway},
             {"due_on", text_or_nothing(progress.next_due_on)}});
    return Done{};
}

/// The fact that carries the main pathway on when an answer has led to another one.
Result<pathway::Fact> move_to(App& app, db::Reader& db, const Work& work, const std::string& pathway)
{
    const pathway::Definition* const to = find_in_use(app, db, work, pathway);
    if (to == nullptr) { return Error{ErrorCode::version_not_known, "an answer leads to no pathway here"}; }
    const Result<pathway::StageId> same_level = stage_of_level(*to, work.standing.follow_up.level);
    const pathway::StageId stage = to->used_as == pathway::UsedAs::shared_log && same_level &&
                                           to->stages.front().level
                                       ? same_level.value()
                                       : to->stages.front().id;
    return pathway::Fact{pathway::PathwayMoved{to->id, to->version, stage, "", work.today}};
}

} // namespace

Result<Done> take_step(App& app, const Caller& caller, const FollowUpId& id, const StepDraft& draft)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(of, start_run_work(app, db, caller, id, {draft.version, draft.run}));
        const pathway::Fact done = pathway::StepDone{draft.step, draft.answer, of.work.today};
        TRY_LET(progress, advance_with(app, db, of, {done}, draft.next_due_on));
        if (progress.ended && of.run.main() && !progress.continues_in.empty()) {
            TRY_LET(moved, move_to(app, db, of.work, progress.continues_in));
            TRY_LET(further, advance_with(app, db, of, {done, moved}, draft.next_due_on));
            progress = std::move(further);
        }
        if (progress.ended && draft.note.empty()) {
            return Error{ErrorCode::reason_needed, "closing has a reason"};
        }
        const bool closes = progress.ended && of.run.main();
        if (closes) {
            TRY(need_only_main(of.work.standing));
            close_row(of.work.standing.follow_up, draft.note, of.work.today);
            withdraw_open_offer(db, of.work);
        }
        TRY(save_run(db, caller, of.work, of.run, progress));
        journal(db, caller, of.work,
                closes           ? "closed"
                : progress.ended ? "pathway_ended"
                                 : "step_done",
                {{"step", draft.step},
                 {"pathway", of.run.on_pathway},
                 {"answer", draft.answer},
                 {"text", draft.note.reveal()},
                 {"next_step", progress.next_step},
                 {"due_on", text_or_nothing(progress.next_due_on)}});
        return Done{};
    });
}

Result<Done> date_step(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                       const std::optional<pathway::StepId>& step, Date due_on, const PersonalText& reason,
                       const std::optional<PersonalText>& note)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, place.version));
        // The one next step of all pathways, unless another is named.
        const bool of_next = !step && !place.run;
        TRY_LET(run, find_run(work.standing, of_next ? work.standing.follow_up.next_run : place.run));
        std::vector<pathway::Fact> added;
        if (step && due_on >= work.today) { added.push_back(pathway::DueSet{*step, due_on, work.today}); }
        History history = history_of(db, work.permit, run.id);
        TRY_LET(progress, advance_run(app, db, work, run, std::move(history.facts), std::move(added),
                                      step && due_on >= work.today ? std::nullopt : std::optional{due_on}));
        if (note && (!step || *step == run.next_step)) { run.next_note = *note; }
        TRY(save_run(db, caller, work, run, progress));
        journal(db, caller, work, "date_set", {{"text", reason.reveal()}, {"due_on", text_of(due_on)}});
        return Done{};
    });
}

Result<Done> skip_step(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                       const std::string& what, const PersonalText& reason, std::optional<Date> next_due_on)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(of, start_run_work(app, db, caller, id, place));
        return save_change(
            app, db, caller, of,
            {pathway::Skipped{what, of.work.today}, "step_skipped", what, reason, next_due_on});
    });
}

Result<Done> go_back(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                     const std::string& to, const PersonalText& reason, std::optional<Date> next_due_on)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(of, start_run_work(app, db, caller, id, place));
        return save_change(app, db, caller, of,
                           {pathway::WentBack{to, of.work.today}, "went_back", to, reason, next_due_on});
    });
}

Result<Done> record_date(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                         const std::string& date, Date day, std::optional<Date> next_due_on)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(of, start_run_work(app, db, caller, id, place));
        if (day > of.work.today) { return Error{std::vector<FieldFault>{{"day", FaultCode::in_the_future}}}; }
        return save_change(app, db, caller, of,
                           {pathway::DateRecorded{date, day, of.work.today}, "date_recorded", "",
                            PersonalText{text_of(day)}, next_due_on});
    });
}

Result<Done> change_flag(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place,
                         const std::string& flag, FlagChange change, const PersonalText& reason,
                         std::optional<Date> next_due_on)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(of, start_run_work(app, db, caller, id, place));
        const pathway::Fact fact = change == FlagChange::raise
                                       ? pathway::Fact{pathway::FlagRaised{flag, of.work.today}}
                                       : pathway::Fact{pathway::FlagLowered{flag, of.work.today}};
        const std::string_view act = change == FlagChange::raise ? "flag_raised" : "flag_lowered";
        return save_change(app, db, caller, of, {fact, act, flag, reason, next_due_on});
    });
}

Result<Done> undo_step(App& app, const Caller& caller, const FollowUpId& id, const RunPlace& place)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(of, start_run_work(app, db, caller, id, place));
        if (!may_undo(of.history, caller, of.work.today)) {
            return Error{ErrorCode::not_allowed, "only one's own change of today is undone"};
        }
        const std::int64_t change = of.history.last_change;
        of.history.facts = of.history.without(change);
        TRY_LET(progress, advance_with(app, db, of, {}, std::nullopt));
        retract_change(db, of.work.permit, of.run.id, change);
        if (!progress.ended && of.run.main()) { open_row(of.work.standing.follow_up); }
        TRY(save_run(db, caller, of.work, of.run, progress));
        journal(db, caller, of.work, "step_undone", {});
        return Done{};
    });
}

} // namespace samvei::followup
