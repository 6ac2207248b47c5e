// The board of those who lead, as JSON.

#include "followup/json_parts.hpp"

namespace samvei::followup {

namespace {

json::object candidate_json(const access::Colleague& colleague)
{
    json::object object;
    object["account"] = colleague.account.text();
    object["unit"] = colleague.unit.text();
    object["name"] = colleague.name;
    object["profession"] = colleague.profession;
    object["unit_name"] = colleague.unit_name;
    return object;
}

std::string title_of(const Shown& shown, const std::string& pathway)
{
    const auto national = shown.app.content.pathways.find(pathway);
    return national == shown.app.content.pathways.end() ? pathway : national->second.title.in(shown.language);
}

/// Who is to be told of a step that is late; none yet, or none by this pathway.
std::optional<std::string> escalated_to(const FollowUpLine& line, Date today)
{
    const std::optional<Date>& due = line.follow_up.next_due_on;
    if (!due || !line.next_step) { return std::nullopt; }
    std::optional<std::string> role;
    for (const pathway::Escalation& escalation : line.next_step->escalate) {
        if (pathway::plus(*due, escalation.after, escalation.unit) <= today) { role = escalation.to; }
    }
    return role;
}

json::object row_json(const Shown& shown, const FollowUpLine& line, Date today)
{
    const FollowUp& follow_up = line.follow_up;
    const std::optional<Date>& due_on = follow_up.next_due_on;
    json::object row;
    row["follow_up"] = follow_up.id.text();
    row["reference"] = follow_up.reference;
    if (!line.holder_name.empty()) { row["holder_name"] = line.holder_name; }
    row["unit_name"] = line.holder_unit;
    row["level"] = follow_up.level;
    row["breaks"] = words_json(line.breaks);
    if (!follow_up.next_step.empty()) {
        row["next_title"] = step_title(shown, line.next_step);
        row["since"] = text_of(follow_up.next_since);
    }
    if (line.next_pathway) { row["next_pathway"] = line.next_pathway->title.in(shown.language); }
    json::array pathways;
    for (const pathway::Definition* one : line.pathways) {
        if (one) { pathways.emplace_back(one->title.in(shown.language)); }
    }
    row["pathways"] = std::move(pathways);
    if (!follow_up.waits_for.empty()) { row["waits_for_title"] = title_of_role(shown, follow_up.waits_for); }
    if (const auto role = escalated_to(line, today)) { row["escalated_title"] = title_of_role(shown, *role); }
    put(row, "due_on", due_on);
    row["days_overdue"] = due_on && *due_on < today ? today.days - due_on->days : 0;
    if (!line.offered_to.empty()) { row["offered_to"] = line.offered_to; }
    json::array candidates;
    for (const access::Colleague& one : line.candidates) { candidates.push_back(candidate_json(one)); }
    row["candidates"] = std::move(candidates);
    return row;
}

json::object count_json(const BoardCount& count, std::string title)
{
    json::object object;
    object["title"] = std::move(title);
    object["open"] = count.open;
    object["broken"] = count.broken;
    object["overdue"] = count.overdue;
    object["due_this_week"] = count.due_this_week;
    object["waiting"] = count.waiting;
    return object;
}

/// Begun and decided against, by national pathway: a municipality's own counts with the one it was copied
/// from.
json::array pathways_json(const Shown& shown, const PathwayCounts& counts)
{
    struct Folded {
        std::int64_t open = 0;
        std::int64_t ended = 0;
        std::map<std::string, std::int64_t> not_started;
    };
    std::map<std::string, Folded> folded;
    for (const PathwayCounts::Count& one : counts.begun) {
        Folded& of = folded[catalogue::national_id_of(one.pathway_id)];
        (one.what == word_of(FollowUpState::open) ? of.open : of.ended) += one.follow_ups;
    }
    for (const PathwayCounts::Count& one : counts.not_started) {
        folded[catalogue::national_id_of(one.pathway_id)].not_started[one.what] += one.follow_ups;
    }
    json::array array;
    for (const auto& [id, of] : folded) {
        json::object object;
        object["pathway"] = id;
        object["title"] = title_of(shown, id);
        object["open"] = of.open;
        object["ended"] = of.ended;
        json::array reasons;
        for (const auto& [reason, count] : of.not_started) {
            reasons.push_back(
                json::object{{"reason", reason}, {"text", reason_text(shown, id, reason)}, {"count", count}});
        }
        object["not_started"] = std::move(reasons);
        array.push_back(std::move(object));
    }
    return array;
}

} // namespace

json::object json_of(const Shown& shown, const BreaksView& view)
{
    json::object object;
    json::array rows;
    for (const FollowUpLine& line : view.lines) { rows.push_back(row_json(shown, line, view.today)); }
    object["rows"] = std::move(rows);
    object["open"] = view.open;
    object["broken"] = view.broken;
    object["wanted"] = view.wanted;
    object["overdue"] = view.all.overdue;
    object["due_this_week"] = view.all.due_this_week;
    object["waiting"] = view.all.waiting;
    json::array by_pathway;
    for (const auto& [id, count] : view.by_pathway) {
        json::object one = count_json(count, title_of(shown, id));
        one["pathway"] = id;
        by_pathway.push_back(std::move(one));
    }
    object["by_pathway"] = std::move(by_pathway);
    json::array by_unit;
    for (const auto& [unit, count] : view.by_unit) {
        json::object one = count_json(count, unit.first);
        one["unit"] = unit.second.text();
        by_unit.push_back(std::move(one));
    }
    object["by_unit"] = std::move(by_unit);
    object["pathways"] = pathways_json(shown, view.pathways);
    return object;
}

} // namespace samvei::followup
