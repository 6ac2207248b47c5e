#include "followup/testing/promise.hpp"

#include "followup/facts.hpp"
#include "followup/rows.hpp"
#include "followup/testing/queries.hpp"

#include <algorithm>

namespace samvei::followup::testing {

namespace {

void read_row(db::Reader& db, StoredFollowUp& stored)
{
    db::Rows rows = db.run(queries::follow_up_row, {{"id", stored.id.text()}});
    check(rows.next(), "a follow-up of the test is stored");
    stored.state = rows.string("state");
    stored.stage = rows.string("stage");
    stored.level = static_cast<int>(rows.integer("level"));
    stored.pathway = rows.string("pathway_id");
    stored.started_in = rows.string("started_in");
    stored.opened_on = date_in(rows, "opened_on");
    stored.holder = MemberId{rows.find_string("holder_member").value_or("")};
    stored.next_step = rows.find_string("next_step").value_or("");
    stored.next_due_on = find_date_in(rows, "next_due_on");
    stored.version = rows.integer("version");
    stored.on_pathway = rows.string("on_pathway");
    stored.main_step = rows.find_string("main_step").value_or("");
    stored.main_due_on = find_date_in(rows, "main_due_on");
    stored.next_run = RunId{rows.find_string("next_run").value_or("")};
}

void read_runs(db::Reader& db, StoredFollowUp& stored)
{
    db::Rows rows = db.run(queries::runs, {{"follow_up", stored.id.text()}});
    while (rows.next()) {
        stored.runs.push_back({id_in<RunId>(rows, "id"), rows.text("state") == "open",
                               rows.string("pathway_id"), rows.string("started_in"),
                               date_in(rows, "started_on"), rows.string("on_pathway"), rows.string("stage"),
                               rows.find_string("next_step").value_or(""),
                               find_date_in(rows, "next_due_on")});
    }
}

void read_team(db::Reader& db, StoredFollowUp& stored)
{
    {
        db::Rows rows = db.run(queries::members, {{"follow_up", stored.id.text()}});
        while (rows.next()) {
            stored.places.push_back({id_in<MemberId>(rows, "id"), id_in<AccountId>(rows, "account_id"),
                                     id_in<UnitId>(rows, "unit_id"), !rows.is_null("left_on")});
        }
    }
    {
        db::Rows rows = db.run(queries::accepted_offers, {{"follow_up", stored.id.text()}});
        while (rows.next()) { stored.accepted.push_back(id_in<MemberId>(rows, "to_member")); }
    }
    db::Rows rows = db.run(queries::offers, {{"follow_up", stored.id.text()}});
    while (rows.next()) {
        stored.offers.push_back({id_in<OfferId>(rows, "id"), id_in<MemberId>(rows, "to_member"),
                                 rows.text("state") == "offered", find_date_in(rows, "answer_by")});
    }
}

void read_family(db::Reader& db, StoredFollowUp& stored)
{
    {
        db::Rows rows = db.run(queries::family, {{"follow_up", stored.id.text()}});
        while (rows.next()) {
            stored.family.push_back({id_in<PersonId>(rows, "id"), rows.integer("place") == 0,
                                     find_date_in(rows, "birth_date"),
                                     AccountId{rows.find_string("account_id").value_or("")},
                                     rows.integer("parental_responsibility") == 1});
        }
    }
    db::Rows rows = db.run(queries::consents, {{"follow_up", stored.id.text()}});
    while (rows.next()) {
        if (stored.consents.empty() || stored.consents.back().id.text() != rows.text("id")) {
            stored.consents.push_back(
                {id_in<ConsentId>(rows, "id"),
                 id_in<PersonId>(rows, "person_id"),
                 date_in(rows, "given_on"),
                 date_in(rows, "valid_until"),
                 !rows.is_null("withdrawn_at"),
                 rows.integer("guardians_may_see") == 1,
                 rows.text("purposes").find("cooperation") != std::string_view::npos &&
                     rows.text("purposes").find("information_sharing") != std::string_view::npos,
                 {}});
        }
        if (!rows.is_null("unit_id")) { stored.consents.back().units.insert(id_in<UnitId>(rows, "unit_id")); }
    }
}

/// The state that recorded facts lead to, without any number of the municipality: every date is a fact.
Result<pathway::State> replayed(db::Database& database, const access::Content& content,
                                const std::string& pathway, const std::string& subject,
                                const std::string& started_in, Date started_on)
{
    const History history = database.read([&](db::Reader& db) { return history_of_subject(db, subject); });
    const pathway::FindDefinition find = [&](const std::string& id, int version) {
        const auto known = content.pathways.find(id);
        return known == content.pathways.end() || known->second.version != version ? nullptr : &known->second;
    };
    return state_of(content.pathways.at(pathway), {started_in, started_on, history.facts, {}}, find);
}

void compare_next_step(std::vector<std::string>& wrong, const Result<pathway::State>& state, bool open,
                       const std::string& next_step, const std::optional<Date>& next_due_on)
{
    if (!state) {
        wrong.push_back("the recorded facts cannot be replayed: " + state.error().why.text);
        return;
    }
    if (state.value().ended == open) { wrong.emplace_back("open or closed, the facts say otherwise"); }
    if (!open) {
        if (!next_step.empty() || next_due_on) { wrong.emplace_back("something is next after the end"); }
        return;
    }
    if (next_step.empty()) { wrong.emplace_back("no next step"); }
    if (!next_due_on) { wrong.emplace_back("no date"); }
    if (!state.value().next) { return; }
    const pathway::NextStep& next = *state.value().next;
    if (next.step->id != next_step) {
        wrong.push_back("next is " + next_step + ", the facts lead to " + next.step->id);
    }
    if (next.due_on != next_due_on) { wrong.emplace_back("due on another day than the facts say"); }
}

/// Each pathway beside the main one stands where its facts lead, and the one next step is the earliest of
/// all.
void compare_runs(std::vector<std::string>& wrong, db::Database& database, const access::Content& content,
                  const StoredFollowUp& stored)
{
    std::optional<Date> earliest = stored.main_due_on;
    RunId whose;
    std::string next = stored.main_step;
    for (const StoredFollowUp::Run& run : stored.runs) {
        compare_next_step(
            wrong, replayed(database, content, run.pathway, run.id.text(), run.started_in, run.started_on),
            run.open, run.next_step, run.next_due_on);
        if (!run.open) { continue; }
        if (!stored.open()) { wrong.emplace_back("closed, and a pathway beside the main one is open"); }
        if (!earliest || (run.next_due_on && *run.next_due_on < *earliest)) {
            earliest = run.next_due_on;
            whose = run.id;
            next = run.next_step;
        }
    }
    const bool same = stored.next_step == next && stored.next_due_on == earliest && stored.next_run == whose;
    if (!same) { wrong.emplace_back("the one next step is not the earliest of all pathways"); }
}

/// Years lived, counted as people do.
int years_lived(Date born_on, Date today)
{
    const YearMonthDay born = parts_of(born_on);
    const YearMonthDay now = parts_of(today);
    const bool birthday_to_come = std::pair{now.month, now.day} < std::pair{born.month, born.day};
    return now.year - born.year - (birthday_to_come ? 1 : 0);
}

bool decides_alone(const StoredFollowUp& stored, const ConsentNumbers& numbers, Date today)
{
    const std::optional<Date> born_on = stored.family.front().born_on;
    return born_on && years_lived(*born_on, today) >= numbers.consent_age;
}

bool holds(const StoredFollowUp::Yes& yes, Date today)
{
    return !yes.withdrawn && today >= yes.from && today <= yes.until;
}

} // namespace

const StoredFollowUp::Place* StoredFollowUp::find_place(const MemberId& member) const
{
    const auto place = std::ranges::find(places, member, &Place::id);
    return place == places.end() ? nullptr : &*place;
}

const StoredFollowUp::Place* StoredFollowUp::find_place(const AccountId& account, const UnitId& unit) const
{
    const auto place = std::ranges::find_if(
        places, [&](const Place& one) { return !one.left && one.account == account && one.unit == unit; });
    return place == places.end() ? nullptr : &*place;
}

StoredFollowUp stored_follow_up(db::Database& database, const FollowUpId& id)
{
    return database.read([&](db::Reader& db) {
        StoredFollowUp stored;
        stored.id = id;
        read_row(db, stored);
        read_runs(db, stored);
        read_team(db, stored);
        read_family(db, stored);
        return stored;
    });
}

std::vector<std::string> broken_promises(db::Database& database, const access::Content& content,
                                         const StoredFollowUp& stored)
{
    std::vector<std::string> wrong;
    const Result<pathway::State> state =
        replayed(database, content, stored.pathway, stored.id.text(), stored.started_in, stored.opened_on);
    compare_next_step(wrong, state, stored.open(), stored.main_step, stored.main_due_on);
    compare_runs(wrong, database, content, stored);
    if (state && state.value().definition->id != stored.on_pathway) {
        wrong.emplace_back("is on another pathway");
    }
    if (state && state.value().stage->id != stored.stage) { wrong.emplace_back("stands in another stage"); }
    if (state && state.value().stage->level.value_or(3) != stored.level) {
        wrong.emplace_back("stands on another level");
    }

    const auto open_offers = std::ranges::count_if(stored.offers, &StoredFollowUp::StoredOffer::open);
    if (open_offers > (stored.open() ? 1 : 0)) { wrong.emplace_back("too many open offers"); }
    for (const StoredFollowUp::StoredOffer& offer : stored.offers) {
        const StoredFollowUp::Place* const to = stored.find_place(offer.to);
        if (offer.open && (to == nullptr || to->left)) {
            wrong.emplace_back("offered to nobody in the team");
        }
    }

    const StoredFollowUp::Place* const holder = stored.find_place(stored.holder);
    if (holder == nullptr) {
        wrong.emplace_back("no holder in the team");
        return wrong;
    }
    if (holder->left) { wrong.emplace_back("the holder has left"); }
    const MemberId& accepted = stored.accepted.empty() ? stored.places.front().id : stored.accepted.back();
    if (stored.holder != accepted) { wrong.emplace_back("the holder is not the one who accepted last"); }
    return wrong;
}

std::vector<std::string> broken_promises(db::Database& database, const access::Content& content,
                                         const EarlyConcernId& id)
{
    struct Stored {
        std::string state;
        std::string next_step;
        std::optional<Date> next_due_on;
        Date started_on;
        std::string pathway;
    };
    const Stored stored = database.read([&](db::Reader& db) -> Stored {
        db::Rows rows = db.run(queries::concern_row, {{"id", id.text()}});
        check(rows.next(), "an early concern of the test is stored");
        return {rows.string("state"), rows.find_string("next_step").value_or(""),
                find_date_in(rows, "next_due_on"), date_in(rows, "started_on"), rows.string("pathway_id")};
    });
    std::vector<std::string> wrong;
    if (stored.state == "shared") { // it goes on as a follow-up; its own pathway stops where it was
        if (!stored.next_step.empty() || stored.next_due_on) {
            wrong.emplace_back("shared, and yet something is next");
        }
        return wrong;
    }
    const std::string& first = content.pathways.at(stored.pathway).stages.front().id;
    compare_next_step(wrong, replayed(database, content, stored.pathway, id.text(), first, stored.started_on),
                      stored.state == "open", stored.next_step, stored.next_due_on);
    return wrong;
}

bool is_covered(const StoredFollowUp& stored, const ConsentNumbers& numbers, const UnitId& unit, Date today)
{
    const auto has_said_yes = [&](const StoredFollowUp::Relative& relative) {
        for (const StoredFollowUp::Yes& yes : stored.consents) {
            const bool opens = holds(yes, today) && yes.to_shared_log && yes.units.contains(unit);
            if (yes.person == relative.id && opens) { return true; }
        }
        return false;
    };
    if (decides_alone(stored, numbers, today)) { return has_said_yes(stored.family.front()); }
    int must = 0;
    int said = 0;
    for (const StoredFollowUp::Relative& relative : stored.family) {
        if (relative.is_child || !relative.parental_responsibility) { continue; }
        ++must;
        if (has_said_yes(relative)) { ++said; }
    }
    return numbers.one_guardian_is_enough ? said > 0 : must > 0 && said == must;
}

Sight sight_of(const StoredFollowUp& stored, const ConsentNumbers& numbers, const access::Caller& caller,
               Date today)
{
    if (caller.role != access::Role::family) {
        const StoredFollowUp::Place* const place =
            caller.unit ? stored.find_place(caller.account, *caller.unit) : nullptr;
        if (place == nullptr) { return {}; }
        if (is_covered(stored, numbers, place->unit, today)) { return {true, true, true}; }
        return place->id == stored.holder ? Sight{true, true, false} : Sight{};
    }
    const PersonId& child = stored.family.front().id;
    bool sees = false;
    for (const StoredFollowUp::Relative& relative : stored.family) {
        if (relative.account != caller.account) { continue; }
        if (relative.is_child) { sees = true; }
        if (relative.is_child || !relative.parental_responsibility) { continue; }
        if (!decides_alone(stored, numbers, today)) { sees = true; }
        const auto newest =
            std::find_if(stored.consents.rbegin(), stored.consents.rend(),
                         [&](const auto& yes) { return yes.person == child && holds(yes, today); });
        if (newest != stored.consents.rend() && newest->guardians_may_see) { sees = true; }
    }
    return {sees, sees, sees};
}

std::set<Break> breaks_to_show(const StoredFollowUp& stored, const ConsentNumbers& numbers,
                               const WorkPlaces& working, Date today)
{
    std::set<Break> breaks;
    for (const StoredFollowUp::Place& place : stored.places) {
        if (place.left || working.contains({place.account, place.unit})) { continue; }
        breaks.insert(Break::team_member_left);
        if (place.id == stored.holder) { breaks.insert(Break::no_accepted_holder); }
    }
    const StoredFollowUp::Place* const holder = stored.find_place(stored.holder);
    if (holder == nullptr || holder->left) {
        breaks.insert(Break::no_accepted_holder);
    } else if (!is_covered(stored, numbers, holder->unit, today)) {
        breaks.insert(Break::consent_ended);
    }
    if (stored.next_step.empty() || !stored.next_due_on) { breaks.insert(Break::no_next_step); }
    if (stored.next_due_on && *stored.next_due_on < today) { breaks.insert(Break::date_passed); }
    for (const StoredFollowUp::StoredOffer& offer : stored.offers) {
        if (offer.open && offer.answer_by && *offer.answer_by < today) {
            breaks.insert(Break::offer_unanswered);
        }
    }
    return breaks;
}

} // namespace samvei::followup::testing
