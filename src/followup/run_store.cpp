// Pathways beside the main one, and the facts of every pathway.

#include "followup/facts.hpp"
#include "followup/queries.hpp"
#include "followup/rows.hpp"
#include "followup/store.hpp"

namespace samvei::followup {

namespace {

/// Under what id the facts of a pathway stand: the main one's under the follow-up's.
const std::string& subject_of(const Permit& permit, const RunId& run)
{
    return run.empty() ? permit.follow_up().text() : run.text();
}

void retract(db::Writer& db, const std::string& subject, std::int64_t change)
{
    db.execute(queries::retract_change, {{"subject", subject}, {"change_number", change}});
}

} // namespace

std::vector<PathwayRun> runs_from(db::Rows rows)
{
    std::vector<PathwayRun> runs;
    while (rows.next()) { runs.push_back(run_from(rows)); }
    return runs;
}

void insert_run(db::Writer& db, const Permit& permit, const PathwayRun& run)
{
    const std::string started_on = text_of(run.started_on);
    const std::string since = text_of(run.next_since);
    const std::string criteria = joined(run.criteria);
    const DateText due{run.next_due_on};
    db.execute(queries::insert_run, {{"id", run.id.text()},
                                     {"follow_up", permit.follow_up().text()},
                                     {"pathway", run.pathway_id},
                                     {"pathway_version", std::int64_t{run.pathway_version}},
                                     {"started_in", run.started_in},
                                     {"started_on", started_on},
                                     {"criteria", criteria},
                                     {"on_pathway", run.on_pathway},
                                     {"on_version", std::int64_t{run.on_version}},
                                     {"stage", run.stage},
                                     {"next_step", text_or_null(run.next_step)},
                                     {"next_due_on", due.value()},
                                     {"next_since", since},
                                     {"waits_for", text_or_null(run.waits_for)}});
}

void update_run(db::Writer& db, const Permit& permit, const PathwayRun& run)
{
    const std::string since = text_of(run.next_since);
    const DateText due{run.next_due_on};
    const DateText ended_on{run.ended_on};
    const std::int64_t rows =
        db.execute(queries::update_run, {{"id", run.id.text()},
                                         {"follow_up", permit.follow_up().text()},
                                         {"on_pathway", run.on_pathway},
                                         {"on_version", std::int64_t{run.on_version}},
                                         {"state", word_of(run.state)},
                                         {"stage", run.stage},
                                         {"next_step", text_or_null(run.next_step)},
                                         {"next_due_on", due.value()},
                                         {"next_note", text_or_null(run.next_note.reveal())},
                                         {"next_since", since},
                                         {"waits_for", text_or_null(run.waits_for)},
                                         {"ended_on", ended_on.value()},
                                         {"continues_in", text_or_null(run.continues_in)}});
    check(rows == 1, "a pathway that is changed is one of the follow-up's");
}

void insert_not_started(db::Writer& db, const Permit& permit, const std::string& id,
                        const NotStarted& decision)
{
    const std::string decided_on = text_of(decision.decided_on);
    db.execute(queries::insert_not_started, {{"id", id},
                                             {"follow_up", permit.follow_up().text()},
                                             {"pathway", decision.pathway_id},
                                             {"pathway_version", std::int64_t{decision.pathway_version}},
                                             {"reason", decision.reason},
                                             {"decided_on", decided_on}});
}

std::vector<NotStarted> not_started_of(db::Reader& db, const Permit& permit)
{
    db::Rows rows = db.run(queries::not_started_of_follow_up, {{"follow_up", permit.follow_up().text()}});
    std::vector<NotStarted> decisions;
    while (rows.next()) {
        decisions.push_back({rows.string("pathway_id"), static_cast<int>(rows.integer("pathway_version")),
                             rows.string("reason"), date_in(rows, "decided_on")});
    }
    return decisions;
}

History history_of(db::Reader& db, const Permit& permit, const RunId& run)
{
    return history_of_subject(db, subject_of(permit, run));
}

History history_of(db::Reader& db, const AuthorPermit& permit)
{
    return history_of_subject(db, permit.early_concern().text());
}

void append_facts(db::Writer& db, const Permit& permit, const RunId& run,
                  const std::vector<pathway::Fact>& facts, const AccountId& by)
{
    append_facts_of_subject(db, subject_of(permit, run), facts, by);
}

void append_facts(db::Writer& db, const AuthorPermit& permit, const std::vector<pathway::Fact>& facts)
{
    append_facts_of_subject(db, permit.early_concern().text(), facts, permit.author());
}

void retract_change(db::Writer& db, const Permit& permit, const RunId& run, std::int64_t change)
{
    retract(db, subject_of(permit, run), change);
}

void retract_change(db::Writer& db, const AuthorPermit& permit, std::int64_t change)
{
    retract(db, permit.early_concern().text(), change);
}

} // namespace samvei::followup
