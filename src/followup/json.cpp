// One follow-up as JSON: for the team, and in plain words for the family.

#include "followup/json.hpp"

#include "followup/json_parts.hpp"
#include "followup/json_text.hpp"

#include <algorithm>
#include <set>

namespace samvei::followup {

namespace {

std::string name_of_member(const Standing& standing, const MemberId& id)
{
    const auto member = std::ranges::find(standing.members, id, &Member::id);
    check(member != standing.members.end(), "a member named in a follow-up is in its team");
    return member->name;
}

PersonalText name_of_person(const Standing& standing, const PersonId& id)
{
    if (standing.child.id == id) { return standing.child.name(); }
    for (const Guardian& guardian : standing.guardians) {
        if (guardian.person.id == id) { return guardian.person.name(); }
    }
    throw BrokenInvariant{"a person named in a follow-up is of its family"};
}

json::object member_json(const Shown& shown, const FollowUpView& view, const Member& member)
{
    const Standing& standing = view.work.standing;
    json::object object;
    object["id"] = member.id.text();
    object["kind"] = "staff";
    object["account"] = member.account.text();
    object["name"] = member.name;
    object["profession"] = member.profession;
    object["unit"] = member.unit.text();
    object["unit_name"] = member.unit_name;
    object["holder"] = standing.follow_up.holder == member.id;
    object["covered"] = is_covered(shown.app, standing, view.work.settings, member.unit, view.work.today);
    object["left"] = member.left_on.has_value();
    object["since"] = text_of(member.since);
    put(object, "left_on", member.left_on);
    return object;
}

json::object family_member_json(const FollowUpView& view, const Person& person, std::string_view kind)
{
    json::object object;
    object["id"] = person.id.text();
    object["kind"] = kind;
    object["name"] = person.name().reveal();
    object["holder"] = false;
    object["covered"] = true;
    object["left"] = false;
    object["since"] = text_of(view.work.standing.follow_up.opened_on);
    return object;
}

/// Child and guardians first, then staff as they came.
json::array team_json(const Shown& shown, const FollowUpView& view)
{
    const Standing& standing = view.work.standing;
    json::array team;
    if (view.work.permit.opens(Part::family)) {
        team.push_back(family_member_json(view, standing.child, "child"));
        for (const Guardian& guardian : standing.guardians) {
            team.push_back(family_member_json(view, guardian.person, "guardian"));
        }
    }
    if (view.work.permit.opens(Part::team)) {
        for (const Member& member : standing.members) { team.push_back(member_json(shown, view, member)); }
    }
    return team;
}

json::object guardian_json(const Guardian& guardian)
{
    json::object object;
    object["id"] = guardian.person.id.text();
    object["name"] = guardian.person.name().reveal();
    object["relation"] = guardian.relation;
    object["parental_responsibility"] = guardian.parental_responsibility;
    put(object, "phone", guardian.person.phone);
    return object;
}

std::string_view consent_state(const Consent& consent, Date today)
{
    if (consent.withdrawn_at) { return "withdrawn"; }
    return consent.valid_until < today ? "ended" : "in_force";
}

json::object consent_json(const FollowUpView& view, const Consent& consent)
{
    json::object object;
    object["id"] = consent.id.text();
    object["person"] = consent.person.text();
    object["giver_name"] = name_of_person(view.work.standing, consent.person).reveal();
    object["who"] = word_of(consent.who);
    object["given_on"] = text_of(consent.given_on);
    object["how"] = consent.how;
    object["language"] = consent.language;
    object["interpreter"] = consent.interpreter;
    json::array units;
    json::array names;
    for (const UnitName& unit : consent.units) {
        units.emplace_back(unit.id.text());
        names.emplace_back(unit.name);
    }
    object["units"] = std::move(units);
    object["unit_names"] = std::move(names);
    object["purposes"] = texts_json(consent.purposes);
    object["topics"] = texts_json(consent.topics);
    object["valid_until"] = text_of(consent.valid_until);
    object["guardians_may_see"] = consent.guardians_may_see;
    object["state"] = consent_state(consent, view.work.today);
    if (consent.withdrawn_at) { object["withdrawn_at"] = text_of(*consent.withdrawn_at); }
    object["mine"] = view.work.permit.self() == consent.person;
    return object;
}

json::array consents_json(const FollowUpView& view)
{
    json::array consents;
    if (!view.work.permit.opens(Part::consents)) { return consents; }
    for (const Consent& consent : view.work.standing.consents) {
        consents.push_back(consent_json(view, consent));
    }
    return consents;
}

json::object own_words_json(const FollowUpView& view, const Caller& caller, const OwnWords& words)
{
    json::object object;
    object["id"] = words.id.text();
    object["capacity"] = word_of(words.capacity);
    object["name"] = name_of_person(view.work.standing, words.person).reveal();
    object["text"] = words.words.reveal();
    object["said_at"] = text_of(words.said_at);
    object["mine"] = words.recorded_by == caller.account;
    return object;
}

json::object offer_json(const Offer& offer)
{
    json::object object;
    object["id"] = offer.id.text();
    object["to_member"] = offer.to_member.text();
    object["to_name"] = offer.to_name;
    object["from_name"] = offer.from_name;
    object["message"] = offer.message.reveal();
    object["offered_at"] = text_of(offer.offered_at);
    object["state"] = word_of(offer.state);
    put(object, "answer_reason", offer.answer_reason);
    put(object, "answer_by", offer.answer_by);
    return object;
}

json::object refused_offer_json(const Offer& offer)
{
    check(offer.answered_at.has_value(), "a refused offer was answered");
    json::object object;
    object["to_name"] = offer.to_name;
    object["reason"] = offer.answer_reason.reveal();
    object["at"] = text_of(*offer.answered_at);
    return object;
}

/// What one says of oneself, or of another, in refusing and taking back: for the team, not for the whole
/// family.
const std::set<std::string, std::less<>> acts_told_to_staff{"baton_refused", "consent_withdrawn"};

/// The step of this id in any pathway of the follow-up, as it is now or was begun; null when there is none.
const pathway::Step* find_step(const FollowUpView& view, const std::string& id)
{
    for (const RunView& run : view.runs) {
        if (const pathway::Step* step = run.state.definition->find_step(id)) { return step; }
        if (const pathway::Step* step = run.began_on->find_step(id)) { return step; }
    }
    return nullptr;
}

/// What a pathway is called here; "" when nobody knows it any more.
std::string pathway_title(const Shown& shown, const FollowUpView& view, const std::string& id)
{
    for (const RunView& run : view.runs) {
        if (run.state.definition->id == id) { return run.state.definition->title.in(shown.language); }
    }
    const auto national = shown.app.content.pathways.find(catalogue::national_id_of(id));
    return national == shown.app.content.pathways.end() ? "" : national->second.title.in(shown.language);
}

/// What the timeline says of one journal entry, "" when only that it happened; none when it is hidden: a step
/// that is for staff only leaves no trace in what the family reads.
std::optional<std::string> timeline_text(const Shown& shown, const FollowUpView& view,
                                         const access::JournalRow& row)
{
    const bool family = shown.caller.role == access::Role::family;
    if (row.content.empty() || (family && acts_told_to_staff.contains(row.act))) { return std::string{}; }
    const auto content = map_from_json(row.content);
    const auto text_at = [&](const std::string& name) {
        const auto found = content.find(name);
        return found == content.end() ? std::string{} : found->second;
    };
    std::string text = text_at("text");
    const std::string step = text_at("step");
    std::string title = step_title(shown, find_step(view, step));
    if (title.empty() && family && !step.empty()) { return std::nullopt; }
    // A child may be on several: which one was begun, moved or ended?
    if (row.act.starts_with("pathway_")) { title = pathway_title(shown, view, text_at("pathway")); }
    if (title.empty()) { return text; }
    return text.empty() ? title : title + ": " + text;
}

/// One person changing the same kind of thing again on the same day: a text that is saved while one writes.
bool goes_on(const access::JournalRow& row, const access::JournalRow& newer)
{
    return row.act == newer.act && row.act.ends_with("_changed") && row.account == newer.account &&
           date_in_norway(row.at) == date_in_norway(newer.at) && row.content == newer.content;
}

json::array timeline_json(const Shown& shown, const FollowUpView& view)
{
    json::array timeline;
    const access::JournalRow* newer = nullptr;
    for (const access::JournalRow& row : view.timeline) {
        const bool told = newer != nullptr && goes_on(row, *newer);
        newer = &row;
        if (told) { continue; }
        std::optional<std::string> text = timeline_text(shown, view, row);
        if (!text) { continue; }
        json::object entry;
        entry["at"] = text_of(row.at);
        entry["act"] = row.act;
        entry["by_name"] = row.actor_name;
        if (!row.unit_name.empty()) { entry["unit_name"] = row.unit_name; }
        if (!text->empty()) { entry["text"] = std::move(*text); }
        timeline.push_back(std::move(entry));
    }
    return timeline;
}

/// The one next step, dated as stored; one that the family sees in place of a staff step has no date of its
/// own.
void put_next_step(json::object& object, const Shown& shown, const FollowUpView& view)
{
    const FollowUp& follow_up = view.work.standing.follow_up;
    if (follow_up.state == FollowUpState::closed) { return; }
    const auto next = std::ranges::find_if(view.runs, [&](const RunView& run) {
        return follow_up.next_run ? run.run.id == *follow_up.next_run : run.run.main();
    });
    check(next != view.runs.end(), "the next step is of one of the pathways");
    const bool family = shown.caller.role == access::Role::family;
    const pathway::State state = family ? family_view_of(next->state) : next->state;
    const bool stored = state.next->step->id == follow_up.next_step;
    json::object step = next_step_json(shown, *state.next, stored ? follow_up.next_due_on : std::nullopt,
                                       stored ? next->run.next_note : PersonalText{}, view.work.today);
    if (!next->run.main()) {
        step["run"] = next->run.id.text();
        step["pathway_title"] = next->state.definition->title.in(shown.language);
    }
    object["next_step"] = std::move(step);
}

json::array not_started_json(const Shown& shown, const FollowUpView& view)
{
    json::array decisions;
    for (const NotStarted& decision : view.not_started) {
        const auto definition =
            shown.app.content.pathways.find(catalogue::national_id_of(decision.pathway_id));
        if (definition == shown.app.content.pathways.end()) { continue; }
        json::object object;
        object["pathway"] = definition->first;
        object["title"] = definition->second.title.in(shown.language);
        object["decided_on"] = text_of(decision.decided_on);
        object["reason"] = decision.reason;
        object["reason_text"] = reason_text(shown, definition->first, decision.reason);
        decisions.push_back(std::move(object));
    }
    return decisions;
}

/// The parts that team and family see alike; `state` is the pathway as the one who asks may see it.
void put_content(json::object& object, const Shown& shown, const FollowUpView& view,
                 const pathway::State& state)
{
    json::array goals;
    for (const Goal& goal : view.goals) { goals.push_back(json_of(goal)); }
    object["goals"] = std::move(goals);
    json::array measures;
    for (const Measure& measure : view.measures) {
        measures.push_back(json_of(measure, view.work.standing, view.work.today));
    }
    object["measures"] = std::move(measures);
    json::array meetings;
    for (const Meeting& meeting : view.meetings) { meetings.push_back(json_of(meeting)); }
    object["meetings"] = std::move(meetings);
    json::array own_words;
    for (const OwnWords& words : view.own_words) {
        own_words.push_back(own_words_json(view, shown.caller, words));
    }
    object["own_words"] = std::move(own_words);
    object["consents"] = consents_json(view);
    object["timeline"] = timeline_json(shown, view);
    object["team"] = team_json(shown, view);
    object["pathway"] = pathway_json(shown, view.work.settings, state, 1);
    object["pathways"] = pathways_json(shown, view);
    object["open_steps"] = open_steps_json(shown, view);
    put_next_step(object, shown, view);
}

/// Holder, dates of opening and closing.
void put_frame(json::object& object, const Shown& shown, const FollowUpView& view)
{
    const Standing& standing = view.work.standing;
    const FollowUp& follow_up = standing.follow_up;
    object["id"] = follow_up.id.text();
    object["state"] = word_of(follow_up.state);
    object["level"] = follow_up.level;
    object["opened_on"] = text_of(follow_up.opened_on);
    put(object, "closed_on", follow_up.closed_on);
    if (view.work.permit.opens(Part::content)) {
        put(object, "reason", follow_up.reason);
        put(object, "closed_reason", follow_up.closed_reason);
    }
    const auto holder = std::ranges::find_if(
        standing.members, [&](const Member& member) { return follow_up.holder == member.id; });
    if (holder != standing.members.end()) { object["holder"] = member_json(shown, view, *holder); }
}

json::array may_json(const FollowUpView& view)
{
    json::array may;
    const access::AccessFacts& facts = view.work.standing.facts;
    const bool content = view.work.permit.opens(Part::content);
    if (facts.open && facts.is_holder) { may.emplace_back("lead"); }
    if (facts.open && content) { may.emplace_back("contribute"); }
    if (facts.open && facts.is_offered && content) { may.emplace_back("accept_baton"); }
    if (!facts.open && facts.is_holder && content) { may.emplace_back("reopen"); }
    if (facts.open && facts.is_holder && content && view.main_run().may_undo) { may.emplace_back("undo"); }
    return may;
}

json::object child_json(const FollowUpView& view)
{
    const Person& person = view.work.standing.child;
    json::object child;
    child["id"] = person.id.text();
    child["name"] = person.name().reveal();
    put(child, "birth_date", person.born_on);
    child["age"] = person.born_on ? age_in_years(*person.born_on, view.work.today) : 0;
    return child;
}

} // namespace

json::object json_of(const Goal& goal)
{
    json::object object;
    object["id"] = goal.id.text();
    object["version"] = goal.version;
    object["title"] = goal.title.reveal();
    object["why"] = goal.why.reveal();
    object["childs_own"] = goal.childs_own;
    object["state"] = word_of(goal.state);
    return object;
}

json::object json_of(const Measure& measure, const Standing& standing, Date today)
{
    const bool looked_at = measure.effect != Effect::not_evaluated;
    json::object object;
    object["id"] = measure.id.text();
    object["version"] = measure.version;
    if (measure.goal) { object["goal"] = measure.goal->text(); }
    object["what"] = measure.what.reveal();
    object["responsible"] = measure.responsible.text();
    object["responsible_name"] = name_of_member(standing, measure.responsible);
    object["due_on"] = text_of(measure.due_on);
    object["evaluate_on"] = text_of(measure.evaluate_on);
    object["state"] = word_of(measure.state);
    object["effect"] = word_of(measure.effect);
    put(object, "evaluation", measure.evaluation);
    if (measure.from_meeting) { object["from_meeting"] = measure.from_meeting->text(); }
    object["overdue"] = (in_progress(measure) && measure.due_on < today) ||
                        (!looked_at && measure.evaluate_on < today);
    return object;
}

json::object json_of(const Meeting& meeting)
{
    json::object object;
    object["id"] = meeting.id.text();
    object["version"] = meeting.version;
    object["starts_at"] = text_of(meeting.starts_at);
    object["place"] = meeting.place.reveal();
    object["agenda"] = texts_json(meeting.agenda);
    object["invited"] = ids_json(meeting.invited);
    object["attended"] = ids_json(meeting.attended);
    object["minutes"] = meeting.minutes.reveal();
    object["state"] = word_of(meeting.state);
    return object;
}

json::object json_of(const Shown& shown, const FollowUpView& view)
{
    const Standing& standing = view.work.standing;
    json::object object;
    put_frame(object, shown, view);
    object["version"] = standing.follow_up.version;
    object["reference"] = standing.follow_up.reference;
    object["frame_only"] = !view.work.permit.opens(Part::content);
    object["level_name"] = level_name(shown, view.work.settings, standing.follow_up.level);
    object["i_hold"] = standing.facts.is_holder;
    json::array guardians;
    if (view.work.permit.opens(Part::family)) {
        object["child"] = child_json(view);
        for (const Guardian& guardian : standing.guardians) { guardians.push_back(guardian_json(guardian)); }
    }
    object["guardians"] = std::move(guardians);
    if (const Offer* const offer = standing.open_offer()) { object["offer"] = offer_json(*offer); }
    const std::optional<Offer>& last = standing.last_offer;
    if (last && last->state == OfferState::refused && view.work.permit.opens(Part::content)) {
        object["refused_offer"] = refused_offer_json(*last);
    }
    object["breaks"] = words_json(view.breaks);
    put_content(object, shown, view, view.main_run().state);
    object["not_started"] = not_started_json(shown, view);
    object["may"] = may_json(view);
    return object;
}

json::object family_json_of(const Shown& shown, const FollowUpView& view)
{
    json::object object;
    put_frame(object, shown, view);
    object["i_am"] = view.work.permit.ground() == access::Ground::child ? "child" : "guardian";
    object["guardians_may_read"] = guardians_may_read(shown.app, view.work);
    object["child_name"] = view.work.standing.child.name().reveal();
    object["level_plain"] = view.main_run().state.stage->plain_title.in(shown.language);
    object["level_meaning"] = view.main_run().state.stage->meaning.in(shown.language);
    put_content(object, shown, view, pathway::family_view_of(view.main_run().state));
    return object;
}

} // namespace samvei::followup
