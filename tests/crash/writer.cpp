#include "crash/writer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace samvei::crash {

namespace {

/// After so many changes a follow-up or early concern is left alone and another is begun: long ones are slow
/// to read, and the timeline shows the newest only.
constexpr int changes_max = 40;
constexpr std::size_t own_max = 3;

/// What must be the same after a crash: everything but what the day or a look changes.
json::object essence_of(json::object shown)
{
    shown.erase("may");
    shown.erase("breaks");
    return shown;
}

const json::array& list_in(const json::object& object, std::string_view name)
{
    return object.at(name).as_array();
}

std::string member_of(const json::object& follow_up, const Session& who)
{
    for (const json::value& member : list_in(follow_up, "team")) {
        const json::object& one = member.as_object();
        if (one.contains("account") && text_at(one, "account") == who.account) { return text_at(one, "id"); }
    }
    return {};
}

std::int64_t version_in(const json::object& object)
{
    return object.at("version").to_number<std::int64_t>();
}

/// An answer that does not end the follow-up; "" when the step has no answers.
std::string answer_that_goes_on(const json::object& step)
{
    for (const json::value& answer : list_in(step, "answers")) {
        if (text_at(answer.as_object(), "leads") != "end") { return text_at(answer.as_object(), "id"); }
    }
    return {};
}

} // namespace

Town find_town(std::uint16_t port)
{
    Town town{.kari = log_in(port, "kari"),
              .nils = log_in(port, "nils"),
              .psykolog = log_in(port, "psykolog"),
              .mor = log_in(port, "mor"),
              .school = {},
              .school_health = {},
              .shared = {},
              .shared_goal = {}};
    Line line{port};
    const Reply units = line.get(town.kari, "/v1/units");
    for (const json::value& unit : list_in(units.body, "units")) {
        const std::string kind = text_at(unit.as_object(), "kind");
        if (kind == "school") { town.school = text_at(unit.as_object(), "id"); }
        if (kind == "school_health") { town.school_health = text_at(unit.as_object(), "id"); }
    }
    const Reply family = line.get(town.mor, "/v1/family/follow-ups");
    town.shared = "/v1/follow-ups/" + text_at(list_in(family.body, "follow_ups").at(0).as_object(), "id");
    const Reply shared = line.get(town.kari, town.shared);
    town.shared_goal = text_at(list_in(shared.body, "goals").at(0).as_object(), "id");
    return town;
}

void Writer::work(std::uint16_t port, const std::atomic<bool>& enough)
{
    try {
        Line line{port};
        while (!enough) { take_turn(line); }
    } catch (const std::runtime_error&) {
        // The server is gone, which is what this is about.
    }
}

void Writer::take_turn(Line& line)
{
    const unsigned dice = below(100);
    if (dice < 5) { return work_in_shared(line); }
    if (dice < 10) { return change_shared_goal(line); }
    auto& mine = dice < 40 ? concerns_ : follow_ups_;
    std::erase_if(mine, [](const Own& own) { return own.changes >= changes_max; });
    if (mine.size() < own_max) { return dice < 40 ? begin_concern(line) : open_follow_up(line); }
    Own& own = mine[below(own_max)];
    if (dice < 40) { return change_concern(line, own); }
    change_follow_up(line, own);
}

std::string Writer::new_mark()
{
    return "crash-" + std::to_string(number_) + "-" + std::to_string(++marks_) + "-";
}

const Session& Writer::author() const
{
    switch (number_ % 3) {
    case 0: return town_.kari;
    case 1: return town_.nils;
    default: return town_.psykolog;
    }
}

bool Writer::expect(const Reply& reply, int status, const std::string& what)
{
    if (reply.status == status) {
        ++acknowledged_;
        return true;
    }
    faults_.push_back(what + " was answered with " + std::to_string(reply.status) + " " +
                      json::serialize(reply.body));
    return false;
}

void Writer::work_in_shared(Line& line)
{
    const std::string mark = new_mark();
    const bool family = below(3) == 0;
    const Session& who = family ? town_.mor : below(2) == 0 ? town_.kari : town_.nils;
    const Reply reply = line.ask(who, "POST", town_.shared + "/own-words", {{"text", mark}});
    if (!expect(reply, family ? 204 : 200, "saying something in the shared follow-up")) { return; }
    if (!family) { ++looks_; }
    shared_marks_.insert(mark);
}

/// Others change it too: being told that somebody was first is no fault.
void Writer::change_shared_goal(Line& line)
{
    const std::string path = town_.shared + "/goals/" + town_.shared_goal;
    const Session& who = below(2) == 0 ? town_.kari : town_.nils;
    std::int64_t version = std::max<std::int64_t>(shared_goal_version_, 1);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const Reply reply = line.ask(who, "PUT", path,
                                     {{"version", version},
                                      {"title", new_mark()},
                                      {"why", ""},
                                      {"childs_own", true},
                                      {"state", "active"}});
        ++looks_;
        if (reply.status == 409) {
            version = version_in(reply.body.at("current").as_object());
            continue;
        }
        if (expect(reply, 200, "changing the shared goal")) { shared_goal_version_ = version + 1; }
        return;
    }
}

void Writer::begin_concern(Line& line)
{
    const Session& who = author();
    const std::string mark = new_mark();
    const Reply reply = line.ask(who, "POST", "/v1/early-concerns",
                                 {{"label", mark}, {"facts", mark}, {"next_due_on", day_in(9)}});
    if (!expect(reply, 201, "beginning an early concern")) { return; }
    concerns_.push_back({.path = "/v1/early-concerns/" + text_at(reply.body, "id"),
                         .viewer = &who,
                         .acknowledged = reply.body,
                         .changes = 0,
                         .attempt = std::nullopt});
}

void Writer::change_concern(Line& line, Own& own)
{
    const Session& who = *own.viewer;
    const std::string mark = new_mark();
    const std::int64_t version = version_in(own.acknowledged);
    switch (below(4)) {
    case 0:
        return send(line, own, who, {"discussed_anonymously", mark}, "POST", own.path + "/discussions",
                    {{"with_service", mark}, {"held_on", day_in(-1)}, {"advice", mark}});
    case 1:
        return send(line, own, who, {"measure_set", mark}, "POST", own.path + "/measures",
                    {{"what", mark}, {"who", "k"}, {"due_on", day_in(5)}, {"evaluate_on", day_in(20)}});
    case 2: {
        const json::object& step = own.acknowledged.at("next_step").as_object();
        if (!list_in(step, "answers").empty()) { break; }
        return send(
            line, own, who, {"step_done", ""}, "POST", own.path + "/steps",
            {{"version", version}, {"step", step.at("step")}, {"note", mark}, {"next_due_on", day_in(8)}});
    }
    default: break;
    }
    send(line, own, who, {"concern_saved", mark}, "PUT", own.path,
         {{"version", version},
          {"label", mark},
          {"facts", mark + std::string(below(3000), 'x')},
          {"answers", json::object{}},
          {"suspicion_of_violence", below(2) == 0}});
}

void Writer::open_follow_up(Line& line)
{
    const Session& who = number_ % 2 == 0 ? town_.kari : town_.nils;
    const std::string mark = new_mark();
    const json::object giver{{"who", "guardian"},  {"guardian", 0},    {"given_on", day_in(0)},
                             {"how", "in_person"}, {"language", "nb"}, {"interpreter", false}};
    const json::object guardian{{"given_name", "Anne"},
                                {"family_name", "Prøve"},
                                {"relation", "mother"},
                                {"parental_responsibility", true}};
    const json::object consent{{"givers", json::array{giver}},
                               {"units", json::array{town_.school, town_.school_health}},
                               {"purposes", json::array{"cooperation", "information_sharing"}},
                               {"topics", json::array{"school"}},
                               {"valid_until", day_in(300)}};
    const Reply reply = line.ask(
        who, "POST", "/v1/follow-ups",
        {{"child", {{"given_name", "Ola"}, {"family_name", "Prøve"}, {"birth_date", day_in(-365 * 9)}}},
         {"guardians", json::array{guardian}},
         {"consent", consent},
         {"level", 2},
         {"reason", mark},
         {"next_due_on", day_in(7)}});
    if (!expect(reply, 201, "opening a follow-up")) { return; }
    ++looks_;
    follow_ups_.push_back({.path = "/v1/follow-ups/" + text_at(reply.body, "id"),
                           .viewer = &who,
                           .acknowledged = reply.body,
                           .changes = 0,
                           .attempt = std::nullopt});
}

void Writer::change_follow_up(Line& line, Own& own)
{
    const json::object& holder_shown = own.acknowledged.at("holder").as_object();
    const Session& holder = text_at(holder_shown, "account") == town_.kari.account ? town_.kari : town_.nils;
    const unsigned dice = below(10);
    if (dice < 6) { return change_plan(line, own, holder, dice); }
    if (dice < 9) { return change_pathway(line, own, holder, dice); }
    pass_baton(line, own, holder);
}

void Writer::change_plan(Line& line, Own& own, const Session& holder, unsigned dice)
{
    const std::string mark = new_mark();
    const json::array& goals = list_in(own.acknowledged, "goals");
    switch (dice) {
    case 0:
        return send(line, own, holder, {"goal_set", mark}, "POST", own.path + "/goals",
                    {{"title", mark}, {"why", "fordi"}, {"childs_own", false}});
    case 1: {
        if (goals.empty()) { break; }
        const json::object& goal = goals[below(static_cast<unsigned>(goals.size()))].as_object();
        return send(line, own, holder, {"goal_changed", mark}, "PUT",
                    own.path + "/goals/" + text_at(goal, "id"),
                    {{"version", version_in(goal)},
                     {"title", mark},
                     {"why", ""},
                     {"childs_own", true},
                     {"state", "active"}});
    }
    case 2:
        return send(line, own, holder, {"measure_set", mark}, "POST", own.path + "/measures",
                    {{"what", mark},
                     {"responsible", member_of(own.acknowledged, holder)},
                     {"due_on", day_in(10)},
                     {"evaluate_on", day_in(30)}});
    case 3:
        return send(line, own, holder, {"meeting_called", mark}, "POST", own.path + "/meetings",
                    {{"starts_at", day_in(4) + "T08:00:00Z"},
                     {"place", mark},
                     {"agenda", json::array{"Hvem gjør hva"}},
                     {"invited", json::array{member_of(own.acknowledged, holder)}}});
    default: break;
    }
    send(line, own, holder, {"said", mark}, "POST", own.path + "/own-words", {{"text", mark}});
}

void Writer::change_pathway(Line& line, Own& own, const Session& holder, unsigned dice)
{
    const std::int64_t version = version_in(own.acknowledged);
    const json::object& step = own.acknowledged.at("next_step").as_object();
    const std::string mark = new_mark();
    if (dice == 6) {
        const std::int64_t level = own.acknowledged.at("level").to_number<std::int64_t>() == 2 ? 3 : 2;
        return send(line, own, holder, {"level_moved", mark}, "POST", own.path + "/level",
                    {{"version", version}, {"level", level}, {"reason", mark}, {"next_due_on", day_in(12)}});
    }
    const std::string answer = answer_that_goes_on(step);
    if (dice == 7 || (answer.empty() && !list_in(step, "answers").empty())) {
        return send(line, own, holder, {"date_set", mark}, "PUT", own.path + "/next-step",
                    {{"version", version},
                     {"due_on", day_in(static_cast<int>(below(30)) + 1)},
                     {"reason", mark},
                     {"note", mark}});
    }
    json::object done{
        {"version", version}, {"step", step.at("step")}, {"note", mark}, {"next_due_on", day_in(14)}};
    if (!answer.empty()) { done["answer"] = answer; }
    send(line, own, holder, {"step_done", mark}, "POST", own.path + "/steps", done);
}

/// Kari and Nils hand the baton to each other: taken into the team, offered, accepted.
void Writer::pass_baton(Line& line, Own& own, const Session& holder)
{
    const Session& other = &holder == &town_.kari ? town_.nils : town_.kari;
    const std::string other_member = member_of(own.acknowledged, other);
    if (other_member.empty()) {
        const std::string& unit = &other == &town_.kari ? town_.school : town_.school_health;
        return send(line, own, holder, {"member_added", ""}, "POST", own.path + "/team",
                    {{"account", other.account}, {"unit", unit}});
    }
    if (const json::value* const offer = own.acknowledged.if_contains("offer")) {
        return send(line, own, other, {"baton_accepted", ""}, "POST",
                    "/v1/baton-offers/" + text_at(offer->as_object(), "id") + "/answer",
                    {{"answer", "accepted"}});
    }
    send(line, own, holder, {"baton_offered", ""}, "POST", own.path + "/baton-offers",
         {{"to_member", other_member}, {"message", "vil du?"}});
}

void Writer::send(Line& line, Own& own, const Session& who, Attempt attempt, std::string_view method,
                  const std::string& path, const json::object& body)
{
    const std::string what = attempt.act + " at " + own.path;
    own.attempt = std::move(attempt);
    const Reply reply = line.ask(who, method, path, body);
    own.attempt.reset();
    ++own.changes;
    if (!expect(reply, 200, what)) {
        own.changes = changes_max;
        return;
    }
    if (own.path.starts_with("/v1/follow-ups/")) { ++looks_; }
    own.viewer = &who;
    own.acknowledged = reply.body;
}

void Writer::look_again(std::uint16_t port)
{
    Line line{port};
    for (Own& own : concerns_) { compare(line, own); }
    for (Own& own : follow_ups_) { compare(line, own); }
}

/// What was acknowledged is there; what was under way is there as a whole, or not at all.
void Writer::compare(Line& line, Own& own)
{
    const Reply reply = line.get(*own.viewer, own.path);
    if (reply.status != 200) {
        faults_.push_back(own.path + " is gone: " + std::to_string(reply.status));
        return;
    }
    const json::object before = essence_of(own.acknowledged);
    const json::object after = essence_of(reply.body);
    const std::optional<Attempt> attempt = std::exchange(own.attempt, std::nullopt);
    own.acknowledged = reply.body;
    if (after == before) { return; }
    const std::string shown = ": before " + json::serialize(before) + ", after " + json::serialize(after);
    if (!attempt) {
        faults_.push_back(own.path + " is not as acknowledged" + shown);
        return;
    }
    if (json::serialize(after).find(attempt->mark) == std::string::npos) {
        faults_.push_back(own.path + " changed without " + attempt->act + shown);
        return;
    }
    const json::value* const timeline = after.if_contains("timeline");
    if (timeline == nullptr) { return; }
    const json::array& entries = timeline->as_array();
    const bool one_more = entries.size() == list_in(before, "timeline").size() + 1;
    if (!one_more || text_at(entries.front().as_object(), "act") != attempt->act) {
        faults_.push_back(own.path + " changed, and its timeline does not tell of " + attempt->act + shown);
    }
}

} // namespace samvei::crash
