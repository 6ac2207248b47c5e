// Lists: every line is decided on by itself, so a list never holds what its reader may not see.

#include "followup/breaks.hpp"
#include "followup/view.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

constexpr std::int64_t list_max = 1'000;
constexpr std::int64_t breaks_max = 10'000;
constexpr std::size_t breaks_shown_max = 200;

/// What all lines of one list share.
struct ListWork {
    App& app;
    const Caller& caller;
    access::SettingsOfMunicipality settings;
    access::Places places;
    Date today;
};

ListWork start_list(App& app, db::Reader& db, const Caller& caller)
{
    access::Places places;
    if (caller.role != access::Role::family) {
        places = app.hub().read([&](db::Reader& hub) { return access::places_of(hub, caller.municipality); });
    }
    return {app, caller, access::settings_in(db), std::move(places), app.clock.today()};
}

FollowUpLine line_of(const ListWork& list, const Standing& standing, Permit permit)
{
    FollowUpLine line{standing.follow_up, {}, {}, {}, false, standing.facts.member, {}, std::move(permit)};
    if (line.permit.opens(Part::family)) { line.child_name = standing.child.name(); }
    for (const Member& member : standing.members) {
        if (standing.follow_up.holder != member.id) { continue; }
        line.holder_name = member.name;
        line.holder_unit = member.unit_name;
    }
    line.i_hold = standing.facts.is_holder;
    if (const Offer* const offer = standing.open_offer()) { line.offered_to = offer->to_name; }
    if (list.caller.role != access::Role::family) {
        line.breaks = breaks_of(list.app, standing, list.settings, list.places, list.today);
    }
    return line;
}

/// The lines that the caller may have; what is refused is left out without a trace.
std::vector<std::pair<FollowUpLine, Standing>> permitted(const ListWork& list, db::Reader& db,
                                                         std::vector<FollowUp> follow_ups,
                                                         access::Purpose purpose)
{
    std::vector<std::pair<FollowUpLine, Standing>> lines;
    const access::AccessRules rules = access_rules_of(list.app, list.settings);
    for (FollowUp& follow_up : follow_ups) {
        Standing standing = standing_of(db, list.caller, std::move(follow_up));
        Result<Permit> permit =
            access::decide_access(list.caller, purpose, standing.facts, rules, list.today);
        if (!permit) { continue; }
        FollowUpLine line = line_of(list, standing, std::move(permit).value());
        lines.emplace_back(std::move(line), std::move(standing));
    }
    return lines;
}

std::vector<FollowUpLine> lines_only(std::vector<std::pair<FollowUpLine, Standing>> pairs)
{
    std::vector<FollowUpLine> lines;
    for (auto& [line, standing] : pairs) { lines.push_back(std::move(line)); }
    return lines;
}

/// Measures that are mine, and meetings I am called to.
void add_dated(WorkbenchView& bench, db::Reader& db, const FollowUpLine& line)
{
    if (!line.me || !line.permit.opens(Part::content)) { return; }
    if (line.follow_up.state == FollowUpState::closed) { return; }
    for (const Measure& measure : measures_of(db, line.permit)) {
        if (measure.responsible != *line.me || measure.effect != Effect::not_evaluated) { continue; }
        const bool evaluate = !in_progress(measure) || measure.due_on < bench.today;
        bench.dated.push_back({evaluate ? "evaluation" : "measure", line.follow_up.id, line.child_name,
                               measure.what, evaluate ? measure.evaluate_on : measure.due_on,
                               measure.id.text(), std::nullopt});
    }
    for (const Meeting& meeting : meetings_of(db, line.permit)) {
        const bool called = std::ranges::find(meeting.invited, *line.me) != meeting.invited.end();
        if (meeting.state != MeetingState::called || !called) { continue; }
        bench.dated.push_back({"meeting", line.follow_up.id, line.child_name, meeting.place,
                               date_in_norway(meeting.starts_at), meeting.id.text(), meeting.starts_at});
    }
}

/// Who may be asked to take the baton of a holder who is gone: of the team and of the holder's own unit those
/// who work there now, when consent names their unit.
std::vector<access::Colleague> candidates_for(const ListWork& list, const Standing& standing,
                                              const std::vector<access::Colleague>& colleagues)
{
    std::vector<access::Colleague> candidates;
    for (const access::Colleague& one : colleagues) {
        const bool near = one.unit == standing.facts.holder_unit ||
                          standing.find_active(one.account, one.unit);
        if (near && is_covered(list.app, standing, list.settings, one.unit, list.today)) {
            candidates.push_back(one);
        }
    }
    return candidates;
}

bool needs_holder(const FollowUpLine& line, const Standing& standing)
{
    return std::ranges::find(line.breaks, Break::no_accepted_holder) != line.breaks.end() &&
           standing.open_offer() == nullptr;
}

} // namespace

WorkbenchView view_workbench(App& app, const Caller& caller)
{
    return app.of(caller).read([&](db::Reader& db) {
        const ListWork list = start_list(app, db, caller);
        WorkbenchView bench;
        bench.today = list.today;
        auto pairs = permitted(list, db, follow_ups_of_account(db, caller, list_max), access::Purpose::look);
        for (auto& [line, standing] : pairs) {
            if (standing.facts.is_offered) { bench.offers.emplace_back(*standing.open_offer(), line); }
            add_dated(bench, db, line);
            bench.follow_ups.push_back(std::move(line));
        }
        bench.concerns = early_concerns_by(db, caller.account, list_max);
        return bench;
    });
}

BreaksView view_breaks(App& app, const Caller& caller)
{
    return app.of(caller).read([&](db::Reader& db) -> BreaksView {
        const bool all = caller.role == access::Role::bti_coordinator;
        BreaksView view;
        if (!all && !caller.unit) { return view; }
        const ListWork list = start_list(app, db, caller);
        view.today = list.today;
        auto pairs = permitted(list, db,
                               all ? open_follow_ups(db, breaks_max)
                                   : open_follow_ups_of_unit(db, *caller.unit, breaks_max),
                               access::Purpose::oversee);
        std::vector<access::Colleague> colleagues;
        for (auto& [line, standing] : pairs) {
            if (!needs_holder(line, standing)) { continue; }
            if (colleagues.empty()) {
                colleagues = app.hub().read(
                    [&](db::Reader& hub) { return access::colleagues_of(hub, caller.municipality); });
            }
            line.candidates = candidates_for(list, standing, colleagues);
        }
        view.lines = lines_only(std::move(pairs));
        view.open = static_cast<std::int64_t>(view.lines.size());
        view.broken =
            std::ranges::count_if(view.lines, [](const FollowUpLine& line) { return !line.breaks.empty(); });
        std::ranges::stable_sort(view.lines, [](const FollowUpLine& left, const FollowUpLine& right) {
            if (left.breaks.empty() != right.breaks.empty()) { return right.breaks.empty(); }
            return !left.breaks.empty() && left.breaks.front() < right.breaks.front();
        });
        if (view.lines.size() > breaks_shown_max) {
            view.lines.erase(view.lines.begin() + breaks_shown_max, view.lines.end());
        }
        return view;
    });
}

std::vector<FollowUpLine> view_family_list(App& app, const Caller& caller)
{
    return app.of(caller).read([&](db::Reader& db) {
        const ListWork list = start_list(app, db, caller);
        return lines_only(
            permitted(list, db, follow_ups_of_family(db, caller, list_max), access::Purpose::look));
    });
}

} // namespace samvei::followup
