#include "followup/list_work.hpp"

namespace samvei::followup {

namespace {

/// The definition that the next step of a follow-up is in; null when it is closed.
const pathway::Definition* find_next_pathway(const ListWork& list, db::Reader& db, const Standing& standing)
{
    const FollowUp& follow_up = standing.follow_up;
    if (follow_up.next_step.empty()) { return nullptr; }
    std::string id = follow_up.on_pathway;
    int version = follow_up.on_version;
    for (const PathwayRun& run : standing.runs) {
        if (follow_up.next_run != run.id) { continue; }
        id = run.on_pathway;
        version = run.on_version;
    }
    return catalogue::find_definition(list.app, db, list.caller.municipality, id, version);
}

} // namespace

ListWork start_list(App& app, db::Reader& db, const Caller& caller)
{
    access::Places places;
    if (caller.role != access::Role::family) {
        places = app.hub().read([&](db::Reader& hub) { return access::places_of(hub, caller.municipality); });
    }
    return {app, caller, access::settings_in(db), std::move(places), app.clock.today()};
}

FollowUpLine line_of(const ListWork& list, db::Reader& db, const Standing& standing, Permit permit)
{
    FollowUpLine line{standing.follow_up, {}, {}, {}, false, standing.facts.member, {}, std::move(permit)};
    if (line.permit.opens(Part::family)) { line.child_name = standing.child.name(); }
    for (const Member& member : standing.members) {
        if (standing.follow_up.holder != member.id) { continue; }
        line.holder_name = member.name;
        line.holder_unit = member.unit_name;
    }
    line.i_hold = standing.facts.is_holder;
    line.next_pathway = find_next_pathway(list, db, standing);
    if (line.next_pathway) { line.next_step = line.next_pathway->find_step(standing.follow_up.next_step); }
    if (const Offer* const offer = standing.open_offer()) { line.offered_to = offer->to_name; }
    if (list.caller.role != access::Role::family) {
        line.breaks = breaks_of(list.app, standing, list.settings, list.places, list.today);
    }
    return line;
}

} // namespace samvei::followup
