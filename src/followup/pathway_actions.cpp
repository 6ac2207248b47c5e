// Moving along the pathway: steps, dates, levels, closing and opening again.

#include "followup/work.hpp"

namespace samvei::followup {

namespace {

Result<Progress> advance_follow_up(App& app, const Work& work, std::vector<pathway::Fact> events,
                                   std::vector<pathway::Fact> added, std::optional<Date> next_due_on)
{
    const FollowUp& follow_up = work.standing.follow_up;
    return advance(pathway_of(app, follow_up.pathway_id),
                   facts_of(app, follow_up, work.settings, std::move(events)), std::move(added), next_due_on,
                   work.today);
}

/// Facts of the pathway, row and journal in one go.
Result<Done> save_progress(db::Writer& db, const Caller& caller, Work& work, const Progress& progress)
{
    append_facts(db, work.permit, progress.added, caller.account);
    apply(progress, work.standing.follow_up);
    return save_follow_up(db, work.permit, work.standing.follow_up);
}

void close_row(FollowUp& follow_up, const PersonalText& reason, Date today)
{
    follow_up.state = FollowUpState::closed;
    follow_up.closed_on = today;
    follow_up.closed_reason = reason;
}

/// What is closed needs no new holder: an open offer ends with it, so that nobody takes the baton of a closed
/// one.
void withdraw_open_offer(db::Writer& db, const Work& work)
{
    const Offer* const offer = work.standing.open_offer();
    if (offer) { answer_offer(db, work.permit, offer->id, OfferState::withdrawn, {}, work.now); }
}

std::string text_or_nothing(std::optional<Date> date)
{
    return date ? text_of(*date) : std::string{};
}

} // namespace

Result<Done> take_step(App& app, const Caller& caller, const FollowUpId& id, const StepDraft& draft)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, draft.version));
        TRY(need_content(work.permit));
        History history = history_of(db, work.permit);
        TRY_LET(progress, advance_follow_up(app, work, std::move(history.facts),
                                            {pathway::StepDone{draft.step, draft.answer, work.today}},
                                            draft.next_due_on));
        if (progress.ended) {
            if (draft.note.empty()) { return Error{ErrorCode::reason_needed, "closing has a reason"}; }
            close_row(work.standing.follow_up, draft.note, work.today);
            withdraw_open_offer(db, work);
        }
        TRY(save_progress(db, caller, work, progress));
        journal(db, caller, work, progress.ended ? "closed" : "step_done",
                {{"step", draft.step},
                 {"answer", draft.answer},
                 {"text", draft.note.reveal()},
                 {"next_step", progress.next_step},
                 {"due_on", text_or_nothing(progress.next_due_on)}});
        return Done{};
    });
}

Result<Done> date_next_step(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                            Date due_on, const PersonalText& reason, const std::optional<PersonalText>& note)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, version));
        History history = history_of(db, work.permit);
        TRY_LET(progress, advance_follow_up(app, work, std::move(history.facts), {}, due_on));
        if (note) { work.standing.follow_up.next_note = *note; }
        TRY(save_progress(db, caller, work, progress));
        journal(db, caller, work, "date_set", {{"text", reason.reveal()}, {"due_on", text_of(due_on)}});
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
        TRY_LET(stage, stage_of_level(pathway_of(app, follow_up.pathway_id), level));
        History history = history_of(db, work.permit);
        TRY_LET(progress, advance_follow_up(app, work, std::move(history.facts),
                                            {pathway::StageMoved{stage, work.today}}, next_due_on));
        TRY(save_progress(db, caller, work, progress));
        journal(db, caller, work, "level_moved",
                {{"text", reason.reveal()}, {"level", std::to_string(level)}});
        return Done{};
    });
}

Result<Done> undo_step(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, version));
        TRY(need_content(work.permit));
        const History history = history_of(db, work.permit);
        if (!may_undo(history, caller, work.today)) {
            return Error{ErrorCode::not_allowed, "only one's own change of today is undone"};
        }
        TRY_LET(progress,
                advance_follow_up(app, work, history.without(history.last_change), {}, std::nullopt));
        retract_change(db, work.permit, history.last_change);
        TRY(save_progress(db, caller, work, progress));
        journal(db, caller, work, "step_undone", {});
        return Done{};
    });
}

Result<Done> close_follow_up(App& app, const Caller& caller, const FollowUpId& id, std::int64_t version,
                             const PersonalText& reason, const std::string& agreed_with_family)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned_work(app, db, caller, id, access::Purpose::lead, version));
        FollowUp& follow_up = work.standing.follow_up;
        append_facts(db, work.permit, {pathway::Ended{work.today}}, caller.account);
        close_row(follow_up, reason, work.today);
        follow_up.next_step.clear();
        follow_up.next_due_on.reset();
        TRY(save_follow_up(db, work.permit, follow_up, agreed_with_family));
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
        History history = history_of(db, work.permit);
        TRY_LET(progress, advance_follow_up(app, work, std::move(history.facts),
                                            {pathway::Reopened{follow_up.stage, work.today}}, next_due_on));
        follow_up.state = FollowUpState::open;
        follow_up.closed_on.reset();
        follow_up.closed_reason = PersonalText{};
        TRY(save_progress(db, caller, work, progress));
        journal(db, caller, work, "reopened", {{"text", reason.reveal()}});
        return Done{};
    });
}

} // namespace samvei::followup
