// Early concerns: from a private worry to an end, own measures, or a shared log.

#include "followup/json_text.hpp"
#include "followup/work.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

constexpr std::string_view violence = "suspicion_of_violence";

struct ConcernWork {
    AuthorPermit permit;
    EarlyConcern concern;
    access::SettingsOfMunicipality settings;
    History history;
    Instant now;
    Date today;
};

Result<AuthorPermit> author_permit(db::Reader& db, const Caller& caller, const EarlyConcernId& id)
{
    return access::decide_author(caller, id, author_of(db, id));
}

/// Loads an early concern of the caller's that is not shared.
Result<ConcernWork> load_unshared(App& app, db::Reader& db, const Caller& caller, const EarlyConcernId& id)
{
    TRY_LET(permit, author_permit(db, caller, id));
    EarlyConcern concern = early_concern_of(db, permit);
    if (concern.state == ConcernState::shared) {
        return Error{ErrorCode::concern_already_shared, "it is shared"};
    }
    const Instant now = app.clock.now();
    History history = history_of(db, permit);
    return ConcernWork{
        std::move(permit),  std::move(concern), access::settings_in(db), std::move(history), now,
        date_in_norway(now)};
}

/// Loads an open early concern of the caller's.
Result<ConcernWork> start_concern_work(App& app, db::Reader& db, const Caller& caller,
                                       const EarlyConcernId& id)
{
    TRY_LET(work, load_unshared(app, db, caller, id));
    if (work.concern.state == ConcernState::ended) { return Error{ErrorCode::concern_ended, "it has ended"}; }
    return work;
}

Result<Done> need_version(const ConcernWork& work, std::int64_t version)
{
    if (work.concern.version != version) {
        return Error{ErrorCode::edit_conflict, "the early concern moved on"};
    }
    return Done{};
}

Result<ConcernWork> start_versioned(App& app, db::Reader& db, const Caller& caller, const EarlyConcernId& id,
                                    std::int64_t version)
{
    TRY_LET(work, start_concern_work(app, db, caller, id));
    TRY(need_version(work, version));
    return work;
}

void apply(const Progress& progress, EarlyConcern& concern)
{
    concern.level = progress.level;
    concern.next_step = progress.next_step;
    concern.next_due_on = progress.next_due_on;
    concern.state = progress.ended ? ConcernState::ended : ConcernState::open;
    if (!progress.ended) { concern.ended_reason = PersonalText{}; }
}

Result<Done> save(db::Writer& db, const ConcernWork& work)
{
    if (!update_early_concern(db, work.permit, work.concern)) {
        return Error{ErrorCode::edit_conflict, "somebody saved the early concern in between"};
    }
    return Done{};
}

Result<Progress> advance_concern(App& app, db::Reader& db, const Caller& caller, const ConcernWork& work,
                                 std::vector<pathway::Fact> events, std::vector<pathway::Fact> added,
                                 std::optional<Date> next_due_on)
{
    const pathway::Definition& definition = pathway_of(app, db, caller, work.concern);
    return advance(definition, facts_of(app, definition, work.concern, work.settings, std::move(events)),
                   std::move(added), next_due_on, work.today);
}

/// The pathway after the suspicion was raised or lowered: steps come and go with it. A suspicion is acted on
/// without delay, so what comes first is due today; lowering it keeps the date.
Result<Progress> change_suspicion(App& app, db::Reader& db, const Caller& caller, const ConcernWork& work,
                                  const ConcernDraft& draft)
{
    const std::string flag{violence};
    std::optional<Date> due = draft.next_due_on;
    if (!due) { due = draft.suspicion_of_violence ? work.today : work.concern.next_due_on; }
    if (due && *due < work.today) { due = work.today; }
    const pathway::Fact change = draft.suspicion_of_violence
                                     ? pathway::Fact{pathway::FlagRaised{flag, work.today}}
                                     : pathway::Fact{pathway::FlagLowered{flag, work.today}};
    return advance_concern(app, db, caller, work, work.history.facts, {change}, due);
}

/// What was written, whole: what people said is never overwritten.
void journal_written(db::Writer& db, const Caller& caller, const ConcernWork& work, std::string_view act,
                     const ConcernDraft& draft)
{
    journal(db, caller, work.permit, work.now, act,
            {{"text", draft.facts.reveal()},
             {"label", draft.label.reveal()},
             {"answers", json_of_map(draft.answers)},
             {"suspicion", draft.suspicion_of_violence ? "raised" : ""}});
}

/// Whether the suspicion stands after these facts.
bool suspicion_after(const std::vector<pathway::Fact>& facts)
{
    bool stands = false;
    for (const pathway::Fact& fact : facts) {
        const auto* const raised = std::get_if<pathway::FlagRaised>(&fact);
        const auto* const lowered = std::get_if<pathway::FlagLowered>(&fact);
        if (raised && raised->flag == violence) { stands = true; }
        if (lowered && lowered->flag == violence) { stands = false; }
    }
    return stands;
}

/// Whether this answer opens the shared log, which the municipality does from a level of its own.
bool leads_to_shared_log(App& app, db::Reader& db, const Caller& caller, const ConcernWork& work,
                         const StepDraft& draft)
{
    const pathway::Definition& definition = pathway_of(app, db, caller, work.concern);
    const int opens_at = log_opens_at_level(app, work.settings);
    const pathway::Step* step = definition.find_step(draft.step);
    if (!step) { return false; }
    return std::ranges::any_of(step->answers, [&](const pathway::Branch& branch) {
        if (branch.answer != draft.answer) { return false; }
        if (branch.leads == pathway::Branch::Leads::pathway) { return true; }
        if (branch.leads != pathway::Branch::Leads::stage) { return false; }
        const pathway::Stage* stage = definition.find_stage(branch.to);
        return stage && stage->level && *stage->level >= opens_at;
    });
}

/// The pathway that early concerns begin on here.
const pathway::Definition& pathway_for_concerns(App& app, db::Reader& db, const Caller& caller,
                                                const access::SettingsOfMunicipality& settings)
{
    const std::string chosen =
        settings.find(app.content.settings, "early_concern_pathway").value_or(std::string{bti});
    const pathway::Definition* const found = catalogue::find_in_use(app, db, caller.municipality, chosen);
    check(found != nullptr, "the content has the pathway that early concerns begin on");
    return *found;
}

} // namespace

Result<EarlyConcernId> begin_concern(App& app, const Caller& caller, const ConcernDraft& draft)
{
    if (!caller.unit) { return Error{ErrorCode::not_allowed, "an early concern is written for a unit"}; }
    return app.of(caller).write([&](db::Writer& db) -> Result<EarlyConcernId> {
        const Instant now = app.clock.now();
        EarlyConcern concern;
        concern.id = next_id<EarlyConcernId>(app.ids);
        concern.unit = *caller.unit;
        concern.label = draft.label;
        concern.facts = draft.facts;
        concern.answers = draft.answers;
        concern.suspicion_of_violence = draft.suspicion_of_violence;
        concern.created_at = now;
        concern.started_on = date_in_norway(now);
        access::SettingsOfMunicipality settings = access::settings_in(db);
        const pathway::Definition& definition = pathway_for_concerns(app, db, caller, settings);
        concern.pathway_id = definition.id;
        concern.pathway_version = definition.version;
        TRY_LET(permit, access::decide_author(caller, concern.id, caller.account));

        ConcernWork work{permit, concern, std::move(settings), {}, now, date_in_norway(now)};
        std::vector<pathway::Fact> added =
            flags_at_start(definition, choices_of(app, work.settings), work.today);
        if (draft.suspicion_of_violence) {
            added.push_back(pathway::FlagRaised{std::string{violence}, work.today});
        }
        TRY_LET(progress, advance_concern(app, db, caller, work, {}, std::move(added), draft.next_due_on));
        apply(progress, work.concern);

        insert_early_concern(db, permit, work.concern);
        append_facts(db, permit, progress.added);
        journal_written(db, caller, work, "concern_begun", draft);
        return work.concern.id;
    });
}

Result<Done> save_concern(App& app, const Caller& caller, const EarlyConcernId& id, std::int64_t version,
                          const ConcernDraft& draft)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned(app, db, caller, id, version));
        const bool suspicion_changed = work.concern.suspicion_of_violence != draft.suspicion_of_violence;
        if (suspicion_changed || draft.next_due_on) {
            TRY_LET(progress, suspicion_changed ? change_suspicion(app, db, caller, work, draft)
                                                : advance_concern(app, db, caller, work, work.history.facts,
                                                                  {}, draft.next_due_on));
            apply(progress, work.concern);
            append_facts(db, work.permit, progress.added);
        }
        work.concern.label = draft.label;
        work.concern.facts = draft.facts;
        work.concern.answers = draft.answers;
        work.concern.suspicion_of_violence = draft.suspicion_of_violence;
        TRY(save(db, work));
        journal_written(db, caller, work, "concern_saved", draft);
        return Done{};
    });
}

Result<Done> take_concern_step(App& app, const Caller& caller, const EarlyConcernId& id,
                               const StepDraft& draft)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_versioned(app, db, caller, id, draft.version));
        if (leads_to_shared_log(app, db, caller, work, draft)) {
            if (work.concern.suspicion_of_violence) {
                return Error{ErrorCode::suspicion_stands, "the parents are not asked while suspicion stands"};
            }
            return Error{ErrorCode::consent_missing, "the shared log opens with the family's consent"};
        }
        TRY_LET(progress, advance_concern(app, db, caller, work, work.history.facts,
                                          {pathway::StepDone{draft.step, draft.answer, work.today}},
                                          draft.next_due_on));
        if (progress.ended && draft.note.empty()) {
            return Error{ErrorCode::reason_needed, "ending has a reason"};
        }
        apply(progress, work.concern);
        if (progress.ended) { work.concern.ended_reason = draft.note; }
        TRY(save(db, work));
        append_facts(db, work.permit, progress.added);
        journal(db, caller, work.permit, work.now, "step_done",
                {{"step", draft.step}, {"answer", draft.answer}, {"text", draft.note.reveal()}});
        return Done{};
    });
}

Result<Done> undo_concern_step(App& app, const Caller& caller, const EarlyConcernId& id, std::int64_t version)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, load_unshared(app, db, caller, id));
        TRY(need_version(work, version));
        const std::int64_t change = work.history.last_change;
        if (!may_undo(work.history, work.today)) {
            return Error{ErrorCode::not_allowed, "nothing but the beginning, or nothing from today"};
        }
        TRY_LET(progress,
                advance_concern(app, db, caller, work, work.history.without(change), {}, std::nullopt));
        work.concern.suspicion_of_violence = suspicion_after(work.history.without(change));
        apply(progress, work.concern);
        retract_change(db, work.permit, change);
        append_facts(db, work.permit, progress.added);
        TRY(save(db, work));
        journal(db, caller, work.permit, work.now, "step_undone", {});
        return Done{};
    });
}

Result<Done> record_discussion(App& app, const Caller& caller, const EarlyConcernId& id,
                               Discussion discussion)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_concern_work(app, db, caller, id));
        if (discussion.held_on > work.today) {
            return Error{std::vector<FieldFault>{{"held_on", FaultCode::in_the_future}}};
        }
        discussion.id = next_id<DiscussionId>(app.ids);
        insert_discussion(db, work.permit, discussion);
        journal(db, caller, work.permit, work.now, "discussed_anonymously",
                {{"with", discussion.with_service.reveal()}, {"text", discussion.advice.reveal()}});
        return Done{};
    });
}

Result<Done> save_own_measure(App& app, const Caller& caller, const EarlyConcernId& id, OwnMeasure measure)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_concern_work(app, db, caller, id));
        const bool is_new = measure.id.empty();
        TRY(decide_measure_days(measure.due_on, measure.evaluate_on,
                                is_new ? std::optional{work.today} : std::nullopt));
        if (is_new) {
            measure.id = next_id<OwnMeasureId>(app.ids);
            insert_own_measure(db, work.permit, measure);
        } else {
            const std::vector<OwnMeasure> stored = own_measures_of(db, work.permit);
            if (std::ranges::find(stored, measure.id, &OwnMeasure::id) == stored.end()) {
                return Error{ErrorCode::not_found, "no such measure"};
            }
            if (!update_own_measure(db, work.permit, measure)) {
                return Error{ErrorCode::edit_conflict, "somebody saved the measure in between"};
            }
        }
        journal(db, caller, work.permit, work.now, is_new ? "measure_set" : "measure_changed",
                {{"text", measure.what.reveal()}, {"evaluation", measure.evaluation.reveal()}});
        return Done{};
    });
}

Result<DutyAssessmentId> assess_duty(App& app, const Caller& caller, DutyAssessment assessment)
{
    if (!caller.unit) { return Error{ErrorCode::not_allowed, "an assessment is made for a unit"}; }
    return app.of(caller).write([&](db::Writer& db) -> Result<DutyAssessmentId> {
        if (assessment.early_concern) { TRY(author_permit(db, caller, *assessment.early_concern)); }
        if (assessment.follow_up) {
            TRY(start_work(app, db, caller, *assessment.follow_up, access::Purpose::report_duty));
        }
        assessment.id = next_id<DutyAssessmentId>(app.ids);
        assessment.made_at = app.clock.now();
        insert_duty_assessment(db, caller.account, *caller.unit, assessment);
        access::append_journal(
            db, caller, assessment.made_at,
            {"duty_assessment:" + assessment.id.text(), "duty_assessed", "duty_to_report", "", "{}"});
        return assessment.id;
    });
}

} // namespace samvei::followup
