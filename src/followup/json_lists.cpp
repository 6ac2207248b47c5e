// Lists and early concerns as JSON.

#include "followup/json_parts.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

access::SettingsOfMunicipality settings_now(const Shown& shown)
{
    return shown.app.databases.municipality(shown.caller.municipality).read([](db::Reader& db) {
        return access::settings_in(db);
    });
}

bool passed(const std::optional<Date>& due_on, Date today)
{
    return due_on && *due_on < today;
}

std::string shown_name(const FollowUpLine& line)
{
    return line.child_name.empty() ? line.follow_up.reference : line.child_name.reveal();
}

void put_next(const Shown& shown, json::object& object, const FollowUpLine& line, Date today)
{
    const FollowUp& follow_up = line.follow_up;
    if (std::string title = step_title(shown, line.next_step); !title.empty()) {
        object["next_title"] = std::move(title);
    }
    put(object, "due_on", follow_up.next_due_on);
    object["overdue"] = passed(follow_up.next_due_on, today);
}

json::object summary_json(const Shown& shown, const access::SettingsOfMunicipality& settings,
                          const FollowUpLine& line, Date today)
{
    json::object object;
    object["id"] = line.follow_up.id.text();
    object["child_name"] = shown_name(line);
    object["level"] = line.follow_up.level;
    object["level_name"] = level_name(shown, settings, line.follow_up.level);
    object["state"] = word_of(line.follow_up.state);
    if (!line.holder_name.empty()) { object["holder_name"] = line.holder_name; }
    object["i_hold"] = line.i_hold;
    put_next(shown, object, line, today);
    object["breaks"] = words_json(line.breaks);
    return object;
}

json::object concern_summary_json(const Shown& shown, const ConcernLine& line, Date today)
{
    const EarlyConcern& concern = line.concern;
    json::object object;
    object["id"] = concern.id.text();
    object["label"] = concern.label.reveal();
    object["level"] = concern.level;
    object["state"] = word_of(concern.state);
    if (!concern.next_step.empty()) { object["next_title"] = step_title(shown, line.next_step); }
    put(object, "due_on", concern.next_due_on);
    object["overdue"] = passed(concern.next_due_on, today);
    return object;
}

json::object offer_summary_json(const Offer& offer, const FollowUpLine& line)
{
    json::object object;
    object["id"] = offer.id.text();
    object["follow_up"] = offer.follow_up.text();
    object["child_name"] = shown_name(line);
    object["from_name"] = offer.from_name;
    object["message"] = offer.message.reveal();
    object["offered_at"] = text_of(offer.offered_at);
    put(object, "answer_by", offer.answer_by);
    return object;
}

json::object due_json(std::string_view kind, const std::string& about, std::string_view label,
                      std::string_view title, Date due_on, Date today)
{
    json::object object;
    object["kind"] = kind;
    object["about"] = about;
    object["label"] = label;
    object["title"] = title;
    object["due_on"] = text_of(due_on);
    object["overdue"] = due_on < today;
    return object;
}

/// Everything of mine with a date, earliest first.
json::array due_items_json(const Shown& shown, const WorkbenchView& view)
{
    std::vector<std::pair<Date, json::object>> items;
    const auto add = [&](Date due_on, json::object item) { items.emplace_back(due_on, std::move(item)); };
    for (const FollowUpLine& line : view.follow_ups) {
        const FollowUp& follow_up = line.follow_up;
        if (!line.i_hold || !follow_up.next_due_on) { continue; }
        add(*follow_up.next_due_on,
            due_json("next_step", follow_up.id.text(), shown_name(line), step_title(shown, line.next_step),
                     *follow_up.next_due_on, view.today));
    }
    for (const ConcernLine& line : view.concerns) {
        const EarlyConcern& concern = line.concern;
        if (!concern.next_due_on) { continue; }
        add(*concern.next_due_on,
            due_json("early_concern", concern.id.text(), concern.label.reveal(),
                     step_title(shown, line.next_step), *concern.next_due_on, view.today));
    }
    for (const WorkbenchView::Dated& dated : view.dated) {
        const std::string& title = dated.title.reveal();
        add(dated.due_on,
            due_json(dated.kind, dated.about.text(), dated.label.reveal(), title, dated.due_on, view.today));
    }
    std::ranges::stable_sort(items, {}, &std::pair<Date, json::object>::first);
    json::array array;
    for (auto& [due_on, item] : items) { array.push_back(std::move(item)); }
    return array;
}

json::object discussion_json(const Discussion& discussion)
{
    json::object object;
    object["id"] = discussion.id.text();
    object["with_service"] = discussion.with_service.reveal();
    object["held_on"] = text_of(discussion.held_on);
    object["advice"] = discussion.advice.reveal();
    return object;
}

json::object own_measure_json(const OwnMeasure& measure)
{
    json::object object;
    object["id"] = measure.id.text();
    object["version"] = measure.version;
    object["what"] = measure.what.reveal();
    object["who"] = measure.who.reveal();
    object["due_on"] = text_of(measure.due_on);
    object["evaluate_on"] = text_of(measure.evaluate_on);
    object["state"] = word_of(measure.state);
    object["effect"] = word_of(measure.effect);
    put(object, "evaluation", measure.evaluation);
    return object;
}

json::object answers_json(const std::map<std::string, std::string>& answers)
{
    json::object object;
    for (const auto& [question, answer] : answers) { object[question] = answer; }
    return object;
}

} // namespace

json::object json_of(const Shown& shown, const ConcernView& view)
{
    const EarlyConcern& concern = view.concern;
    json::object object;
    object["id"] = concern.id.text();
    object["version"] = concern.version;
    object["label"] = concern.label.reveal();
    object["facts"] = concern.facts.reveal();
    object["answers"] = answers_json(concern.answers);
    object["suspicion_of_violence"] = concern.suspicion_of_violence;
    object["level"] = concern.level;
    object["state"] = word_of(concern.state);
    object["created_at"] = text_of(concern.created_at);
    if (concern.state == ConcernState::open && view.state.next) {
        object["next_step"] = next_step_json(shown, *view.state.next, concern.next_due_on, {}, view.today);
    }
    object["pathway"] = pathway_json(shown, view.settings, view.state, 0);
    json::array discussions;
    for (const Discussion& discussion : view.discussions) {
        discussions.push_back(discussion_json(discussion));
    }
    object["discussions"] = std::move(discussions);
    json::array measures;
    for (const OwnMeasure& measure : view.measures) { measures.push_back(own_measure_json(measure)); }
    object["measures"] = std::move(measures);
    put(object, "ended_reason", concern.ended_reason);
    if (concern.follow_up) { object["follow_up"] = concern.follow_up->text(); }
    object["may_undo"] = view.may_undo;
    return object;
}

json::object json_of(const Shown& shown, const WorkbenchView& view)
{
    const access::SettingsOfMunicipality settings = settings_now(shown);
    json::object object;
    object["today"] = text_of(view.today);
    object["due"] = due_items_json(shown, view);
    json::array offers;
    for (const auto& [offer, line] : view.offers) { offers.push_back(offer_summary_json(offer, line)); }
    object["offers"] = std::move(offers);
    json::array follow_ups;
    for (const FollowUpLine& line : view.follow_ups) {
        follow_ups.push_back(summary_json(shown, settings, line, view.today));
    }
    object["follow_ups"] = std::move(follow_ups);
    json::array concerns;
    for (const ConcernLine& concern : view.concerns) {
        concerns.push_back(concern_summary_json(shown, concern, view.today));
    }
    object["early_concerns"] = std::move(concerns);
    return object;
}

json::object family_list_json_of(const Shown& shown, const std::vector<FollowUpLine>& lines, Date today)
{
    const access::SettingsOfMunicipality settings = settings_now(shown);
    json::array follow_ups;
    for (const FollowUpLine& line : lines) {
        follow_ups.push_back(summary_json(shown, settings, line, today));
    }
    json::object object;
    object["follow_ups"] = std::move(follow_ups);
    return object;
}

json::object json_of(const LooksView& view)
{
    json::array looks;
    for (const access::LookRow& row : view.looks) {
        json::object look;
        look["at"] = text_of(row.place.at);
        look["name"] = row.name;
        if (!row.unit_name.empty()) { look["unit_name"] = row.unit_name; }
        if (!row.profession.empty()) { look["profession"] = row.profession; }
        look["purpose"] = row.purpose;
        look["what"] = row.what;
        looks.push_back(std::move(look));
    }
    json::object object;
    object["looks"] = std::move(looks);
    if (view.next) { object["next"] = text_of(*view.next); }
    return object;
}

json::object json_of(const DutyAssessment& assessment)
{
    json::object object;
    object["id"] = assessment.id.text();
    object["made_at"] = text_of(assessment.made_at);
    object["grounds"] = texts_json(assessment.grounds);
    object["conclusion"] = assessment.conclusion;
    object["note"] = assessment.note.reveal();
    if (assessment.early_concern) { object["early_concern"] = assessment.early_concern->text(); }
    if (assessment.follow_up) { object["follow_up"] = assessment.follow_up->text(); }
    return object;
}

} // namespace samvei::followup
