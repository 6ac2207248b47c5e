// Open follow-ups by the stretch: one statement for each table, whose rows are laid where they belong as both
// walk in the order of ids.

#include "followup/queries.hpp"
#include "followup/rows.hpp"
#include "followup/store.hpp"

namespace samvei::followup {

namespace {

constexpr std::int64_t stretch_rows = 1'000;

/// Walks rows that are sorted by follow_up_id beside standings that are sorted by id. Rows of follow-ups that
/// are not among them are passed over.
template <class Lay>
void lay(std::vector<Standing>& standings, db::Rows rows, Lay&& lay_row)
{
    std::size_t at = 0;
    while (rows.next()) {
        const std::string_view id = rows.text("follow_up_id");
        while (at < standings.size() && standings[at].follow_up.id.text() < id) { ++at; }
        if (at == standings.size()) { return; }
        if (standings[at].follow_up.id.text() == id) { lay_row(standings[at], rows); }
    }
}

void lay_people(std::vector<Standing>& standings, db::Rows children, db::Rows guardians)
{
    lay(standings, std::move(children), [](Standing& standing, const db::Rows& rows) {
        standing.child.id = id_in<PersonId>(rows, "id");
        standing.child.born_on = find_date_in(rows, "birth_date");
    });
    lay(standings, std::move(guardians), [](Standing& standing, const db::Rows& rows) {
        Guardian guardian;
        guardian.person.id = id_in<PersonId>(rows, "guardian_id");
        guardian.parental_responsibility = true;
        standing.guardians.push_back(std::move(guardian));
    });
}

void lay_consents(std::vector<Standing>& standings, db::Rows rows)
{
    lay(standings, std::move(rows), [](Standing& standing, const db::Rows& row) {
        std::vector<Consent>& consents = standing.consents;
        if (consents.empty() || consents.back().id.text() != row.text("id")) {
            consents.push_back(consent_from(row));
        }
        consents.back().units.push_back({id_in<UnitId>(row, "unit_id"), row.string("unit_name")});
    });
}

std::vector<PathwayCounts::Count> counts_from(db::Rows rows, std::string_view what)
{
    std::vector<PathwayCounts::Count> counts;
    while (rows.next()) {
        counts.push_back({rows.string("pathway_id"), rows.string(what), rows.integer("follow_ups")});
    }
    return counts;
}

} // namespace

std::vector<Standing> OpenStandings::next(db::Reader& db)
{
    std::vector<Standing> standings;
    {
        db::Rows rows = unit_
                            ? db.run(queries::open_follow_ups_of_unit,
                                     {{"unit", unit_->text()}, {"after", after_}, {"limit", stretch_rows}})
                            : db.run(queries::open_follow_ups, {{"after", after_}, {"limit", stretch_rows}});
        while (rows.next()) { standings.emplace_back().follow_up = follow_up_from(rows); }
    }
    if (standings.empty()) { return standings; }
    const std::string first = standings.front().follow_up.id.text();
    after_ = standings.back().follow_up.id.text();
    std::vector<db::Rows> answers =
        db.run_all({{queries::children_of_stretch, {{"first", first}, {"last", after_}}},
                    {queries::guardians_of_stretch, {{"first", first}, {"last", after_}}},
                    {queries::members_of_stretch, {{"first", first}, {"last", after_}}},
                    {queries::consents_of_stretch, {{"first", first}, {"last", after_}}},
                    {queries::offers_of_stretch, {{"first", first}, {"last", after_}}},
                    {queries::runs_of_stretch, {{"first", first}, {"last", after_}}}});
    lay_people(standings, std::move(answers[0]), std::move(answers[1]));
    lay(standings, std::move(answers[2]),
        [](Standing& standing, const db::Rows& rows) { standing.members.push_back(member_from(rows)); });
    lay_consents(standings, std::move(answers[3]));
    lay(standings, std::move(answers[4]),
        [](Standing& standing, const db::Rows& rows) { standing.last_offer = offer_from(rows); });
    lay(standings, std::move(answers[5]),
        [](Standing& standing, const db::Rows& rows) { standing.runs.push_back(run_from(rows)); });
    for (Standing& standing : standings) { standing.facts = facts_of(caller_, standing); }
    return standings;
}

PathwayCounts pathway_counts(db::Reader& db, const std::optional<UnitId>& unit)
{
    if (!unit) {
        return {counts_from(db.run(queries::pathway_decisions, {}), "state"),
                counts_from(db.run(queries::not_started_counts, {}), "reason")};
    }
    const std::string& id = unit->text();
    return {counts_from(db.run(queries::pathway_decisions_of_unit, {{"unit", id}}), "state"),
            counts_from(db.run(queries::not_started_counts_of_unit, {{"unit", id}}), "reason")};
}

} // namespace samvei::followup
