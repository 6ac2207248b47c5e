#include "followup/facts.hpp"

#include "followup/queries.hpp"
#include "followup/rows.hpp"

namespace samvei::followup {

namespace {

/// One row of pathway_fact: what each kind of fact puts where.
struct FactRow {
    std::string_view kind;
    std::string name; ///< Step, stage or flag.
    std::string answer;
    std::optional<Date> due_on; ///< Or the day that a date is.
    Date on;
    std::string pathway = {}; ///< Moved to.
    int version = 0;
};

struct ToRow {
    FactRow operator()(const pathway::StepDone& fact) const
    {
        return {"step_done", fact.step, fact.answer, std::nullopt, fact.on};
    }
    FactRow operator()(const pathway::StageMoved& fact) const
    {
        return {"stage_moved", fact.stage, "", std::nullopt, fact.on};
    }
    FactRow operator()(const pathway::DueSet& fact) const
    {
        return {"due_set", fact.step, "", fact.due_on, fact.on};
    }
    FactRow operator()(const pathway::FlagRaised& fact) const
    {
        return {"flag_raised", fact.flag, "", std::nullopt, fact.on};
    }
    FactRow operator()(const pathway::FlagLowered& fact) const
    {
        return {"flag_lowered", fact.flag, "", std::nullopt, fact.on};
    }
    FactRow operator()(const pathway::Skipped& fact) const
    {
        return {"skipped", fact.what, "", std::nullopt, fact.on};
    }
    FactRow operator()(const pathway::WentBack& fact) const
    {
        return {"went_back", fact.to, "", std::nullopt, fact.on};
    }
    FactRow operator()(const pathway::DateRecorded& fact) const
    {
        return {"date_recorded", fact.date, "", fact.day, fact.on};
    }
    FactRow operator()(const pathway::PathwayMoved& fact) const
    {
        return {"pathway_moved", fact.stage, fact.step, std::nullopt, fact.on, fact.pathway, fact.version};
    }
    FactRow operator()(const pathway::Ended& fact) const { return {"ended", "", "", std::nullopt, fact.on}; }
    FactRow operator()(const pathway::Reopened& fact) const
    {
        return {"reopened", fact.stage, "", std::nullopt, fact.on};
    }
};

pathway::Fact fact_from(const db::Rows& rows)
{
    const std::string_view kind = rows.text("kind");
    const std::string name = rows.string("name");
    const Date on = date_in(rows, "on_day");
    if (kind == "step_done") { return pathway::StepDone{name, rows.string("answer"), on}; }
    if (kind == "stage_moved") { return pathway::StageMoved{name, on}; }
    if (kind == "due_set") { return pathway::DueSet{name, date_in(rows, "due_on"), on}; }
    if (kind == "flag_raised") { return pathway::FlagRaised{name, on}; }
    if (kind == "flag_lowered") { return pathway::FlagLowered{name, on}; }
    if (kind == "skipped") { return pathway::Skipped{name, on}; }
    if (kind == "went_back") { return pathway::WentBack{name, on}; }
    if (kind == "date_recorded") { return pathway::DateRecorded{name, date_in(rows, "due_on"), on}; }
    if (kind == "pathway_moved") {
        return pathway::PathwayMoved{rows.string("pathway_id"),
                                     static_cast<int>(rows.integer("pathway_version")), name,
                                     rows.string("answer"), on};
    }
    if (kind == "reopened") { return pathway::Reopened{name, on}; }
    check(kind == "ended", "a stored fact is of a known kind");
    return pathway::Ended{on};
}

} // namespace

std::vector<pathway::Fact> History::without(std::int64_t change) const
{
    std::vector<pathway::Fact> kept;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (changes[i] != change) { kept.push_back(facts[i]); }
    }
    return kept;
}

History history_of_subject(db::Reader& db, const std::string& subject)
{
    db::Rows rows = db.run(queries::facts_of_subject, {{"subject", subject}});
    History history;
    while (rows.next()) {
        history.facts.push_back(fact_from(rows));
        history.changes.push_back(rows.integer("change_number"));
        history.last_change = rows.integer("change_number");
        history.last_by = id_in<AccountId>(rows, "account_id");
        history.last_on = date_in(rows, "on_day");
    }
    return history;
}

void append_facts_of_subject(db::Writer& db, const std::string& subject,
                             const std::vector<pathway::Fact>& facts, const AccountId& by)
{
    std::int64_t sequence = 0;
    std::int64_t change = 0;
    {
        db::Rows rows = db.run(queries::last_fact_of_subject, {{"subject", subject}});
        if (rows.next()) {
            sequence = rows.integer("sequence");
            change = rows.integer("change_number");
        }
    }
    for (const pathway::Fact& fact : facts) {
        const FactRow row = std::visit(ToRow{}, fact);
        const std::string on = text_of(row.on);
        const DateText due{row.due_on};
        db.execute(queries::insert_fact, {{"subject", subject},
                                          {"sequence", ++sequence},
                                          {"change_number", change + 1},
                                          {"kind", row.kind},
                                          {"name", row.name},
                                          {"answer", row.answer},
                                          {"due_on", due.value()},
                                          {"on_day", on},
                                          {"pathway", text_or_null(row.pathway)},
                                          {"version", std::int64_t{row.version}},
                                          {"account", by.text()}});
    }
}

} // namespace samvei::followup
