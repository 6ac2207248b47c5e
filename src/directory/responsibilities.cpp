#include "directory/responsibilities.hpp"

#include "access/journal.hpp"
#include "directory/queries.hpp"
#include "finder/words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::directory {

namespace {

namespace json = boost::json;

std::string text_of_severities(const std::vector<finder::Severity>& severities)
{
    std::string text;
    for (const finder::Severity severity : treated_severities) {
        if (std::ranges::find(severities, severity) == severities.end()) { continue; }
        if (!text.empty()) { text += ' '; }
        text += word_of(severity);
    }
    return text;
}

std::vector<finder::Severity> severities_in(std::string_view text)
{
    std::vector<finder::Severity> severities;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        const auto severity = find_word<finder::Severity>(word);
        check(severity.has_value(), "a stored severity is one of its words");
        severities.push_back(*severity);
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return severities;
}

Date day_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Date> date = find_date(rows.text(column));
    check(date.has_value(), "a stored day is a day");
    return *date;
}

Responsibility row_from(const db::Rows& rows)
{
    Responsibility row;
    row.id = ResponsibilityId{rows.string("id")};
    row.text.ages = {static_cast<int>(rows.integer("age_from")), static_cast<int>(rows.integer("age_to"))};
    row.text.theme = rows.string("theme");
    row.text.severities = severities_in(rows.text("severities"));
    if (auto unit = rows.find_string("unit_id")) { row.text.unit = access::UnitId{*std::move(unit)}; }
    row.text.other_unit = rows.string("other_unit");
    row.unit_name = rows.find_string("name_of_unit").value_or(row.text.other_unit);
    row.text.leader = rows.string("leader");
    row.text.decided_on = day_in(rows, "decided_on");
    row.text.note = rows.string("note");
    if (!rows.is_null("ended_on")) { row.ended_on = day_in(rows, "ended_on"); }
    row.version = rows.integer("version");
    const std::optional<Instant> changed_at = find_instant(rows.text("changed_at"));
    check(changed_at.has_value(), "a stored time is a time");
    row.changed_at = *changed_at;
    row.changed_by = rows.string("changed_by");
    return row;
}

std::vector<Responsibility> rows_of(db::Reader& hub, const std::string& municipality)
{
    std::vector<Responsibility> found;
    db::Rows rows = hub.run(queries::responsibilities, {{"municipality", std::string_view{municipality}}});
    while (rows.next()) { found.push_back(row_from(rows)); }
    std::ranges::stable_partition(found, &Responsibility::in_force);
    return found;
}

/// Themes that are known, and units of the municipality.
std::vector<FieldFault> faults_here(db::Reader& hub, App& app, const Caller& caller,
                                    const ResponsibilityText& text)
{
    std::vector<std::string> themes;
    for (const finder::Theme& theme : app.shelf.vocabulary().themes) { themes.push_back(theme.id); }
    std::vector<FieldFault> faults = faults_of(text, themes, app.clock.today());
    const std::vector<access::Unit> units = access::units_of(hub, caller.municipality);
    if (text.unit && std::ranges::find(units, *text.unit, &access::Unit::id) == units.end()) {
        faults.push_back({"unit", FaultCode::not_known});
    }
    return faults;
}

void journal(db::Writer& hub, App& app, const Caller& caller, const Responsibility& row, std::string_view act)
{
    const ResponsibilityText& text = row.text;
    json::object facts{{"version", row.version},
                       {"age_from", text.ages.from},
                       {"age_to", text.ages.to},
                       {"theme", text.theme},
                       {"severities", text_of_severities(text.severities)},
                       {"leader", text.leader},
                       {"decided_on", text_of(text.decided_on)},
                       {"note", text.note}};
    if (text.unit) { facts["unit"] = text.unit->text(); }
    if (!text.other_unit.empty()) { facts["other_unit"] = text.other_unit; }
    access::append_journal(hub, caller, app.clock.now(),
                           {.subject = "responsibility:" + row.id.text(),
                            .act = std::string{act},
                            .purpose = "administration",
                            .audience = {},
                            .content = json::serialize(facts)});
}

Result<Responsibility> need_row(db::Reader& hub, const Caller& caller, const ResponsibilityId& id,
                                std::int64_t version)
{
    for (Responsibility& row : rows_of(hub, caller.municipality)) {
        if (row.id != id || !row.in_force()) { continue; }
        if (row.version != version) {
            return Error{ErrorCode::edit_conflict, "the responsibility has another version"};
        }
        return std::move(row);
    }
    return Error{ErrorCode::not_found, "no such responsibility here"};
}

/// What is written goes over what is there; the row's own version is the one before.
void store(db::Writer& hub, App& app, const Caller& caller, Responsibility& row, const db::Query& query)
{
    const std::string changed_at = text_of(app.clock.now());
    const std::string decided_on = text_of(row.text.decided_on);
    const std::string severities = text_of_severities(row.text.severities);
    const std::optional<std::string> unit = row.text.unit ? std::optional{row.text.unit->text()}
                                                          : std::nullopt;
    const std::optional<std::string> ended_on = row.ended_on ? std::optional{text_of(*row.ended_on)}
                                                             : std::nullopt;
    hub.execute(query, {{"id", std::string_view{row.id.text()}},
                        {"municipality", std::string_view{caller.municipality}},
                        {"age_from", std::int64_t{row.text.ages.from}},
                        {"age_to", std::int64_t{row.text.ages.to}},
                        {"theme", std::string_view{row.text.theme}},
                        {"severities", std::string_view{severities}},
                        {"unit", db::or_null(unit)},
                        {"other_unit", std::string_view{row.text.other_unit}},
                        {"leader", std::string_view{row.text.leader}},
                        {"decided_on", std::string_view{decided_on}},
                        {"note", std::string_view{row.text.note}},
                        {"ended_on", db::or_null(ended_on)},
                        {"version", row.version},
                        {"changed_at", std::string_view{changed_at}},
                        {"changed_by", std::string_view{caller.name}}});
}

} // namespace

ResponsibilityRegister responsibilities_here(App& app, const Caller& caller)
{
    return app.hub().read([&](db::Reader& hub) {
        return ResponsibilityRegister{rows_of(hub, caller.municipality),
                                      access::units_of(hub, caller.municipality)};
    });
}

Result<Done> add_responsibility(App& app, const Caller& caller, const ResponsibilityText& text)
{
    Responsibility row;
    row.id = next_id<ResponsibilityId>(app.ids);
    row.text = text;
    return app.hub().write([&](db::Writer& hub) -> Result<Done> {
        if (auto faults = faults_here(hub, app, caller, text); !faults.empty()) {
            return Error{std::move(faults)};
        }
        store(hub, app, caller, row, queries::insert_responsibility);
        journal(hub, app, caller, row, "responsibility_added");
        return Done{};
    });
}

Result<Done> change_responsibility(App& app, const Caller& caller, const ResponsibilityId& id,
                                   std::int64_t version, const ResponsibilityText& text)
{
    return app.hub().write([&](db::Writer& hub) -> Result<Done> {
        TRY_LET(row, need_row(hub, caller, id, version));
        if (auto faults = faults_here(hub, app, caller, text); !faults.empty()) {
            return Error{std::move(faults)};
        }
        row.text = text;
        ++row.version;
        store(hub, app, caller, row, queries::update_responsibility);
        journal(hub, app, caller, row, "responsibility_changed");
        return Done{};
    });
}

Result<Done> end_responsibility(App& app, const Caller& caller, const ResponsibilityId& id,
                                std::int64_t version)
{
    return app.hub().write([&](db::Writer& hub) -> Result<Done> {
        TRY_LET(row, need_row(hub, caller, id, version));
        row.ended_on = app.clock.today();
        ++row.version;
        store(hub, app, caller, row, queries::update_responsibility);
        journal(hub, app, caller, row, "responsibility_ended");
        return Done{};
    });
}

} // namespace samvei::directory
