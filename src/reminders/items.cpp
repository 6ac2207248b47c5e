#include "reminders/items.hpp"

#include "access/sessions.hpp"
#include "directory/freshness.hpp"
#include "directory/offers.hpp"

#include <algorithm>
#include <set>

namespace samvei::reminders {

namespace {

using followup::FollowUpLine;
using followup::WorkbenchView;

ItemKind kind_of(std::string_view dated)
{
    if (dated == "meeting") { return ItemKind::meeting; }
    return dated == "evaluation" ? ItemKind::evaluation : ItemKind::measure;
}

std::string reference_of(const WorkbenchView& view, const access::FollowUpId& id)
{
    const auto line = std::ranges::find_if(view.follow_ups,
                                           [&](const FollowUpLine& one) { return one.follow_up.id == id; });
    return line == view.follow_ups.end() ? std::string{} : line->follow_up.reference;
}

/// A coordinator sees what every leader of the municipality sees: then the leaders' share is in it.
std::int64_t broken_of(App& app, const std::vector<Caller>& callers)
{
    std::set<std::string> coordinated;
    for (const Caller& caller : callers) {
        if (caller.role == access::Role::bti_coordinator) { coordinated.insert(caller.municipality); }
    }
    std::set<std::string> counted;
    std::int64_t broken = 0;
    for (const Caller& caller : callers) {
        const bool coordinates = caller.role == access::Role::bti_coordinator;
        if (!coordinates && caller.role != access::Role::leader) { continue; }
        if (!coordinates && coordinated.contains(caller.municipality)) { continue; }
        const std::string unit = caller.unit && !coordinates ? caller.unit->text() : std::string{};
        if (!counted.insert(caller.municipality + " " + unit).second) { continue; }
        broken += followup::view_breaks(app, caller).broken;
    }
    return broken;
}

void add_workbench(Everything& everything, App& app, const Caller& caller)
{
    const WorkbenchView view = followup::view_workbench(app, caller);
    std::set<std::string> about;
    for (Item& item : items_of(view)) {
        about.insert(item.about);
        everything.items.try_emplace(item.id, item);
    }
    std::vector<FollowUpLine> lines;
    for (const FollowUpLine& line : view.follow_ups) {
        if (about.contains(line.follow_up.id.text())) { lines.push_back(line); }
    }
    std::vector<access::Look>& looks = everything.looks[caller.municipality];
    for (access::Look& look : followup::looks_for(caller, lines, "calendar")) {
        looks.push_back(std::move(look));
    }
}

} // namespace

std::vector<Item> items_of(const WorkbenchView& view)
{
    std::vector<Item> items;
    for (const FollowUpLine& line : view.follow_ups) {
        if (!line.i_hold || !line.follow_up.next_due_on) { continue; }
        items.push_back({ItemKind::next_step, line.follow_up.id.text(), line.follow_up.id.text(),
                         line.follow_up.reference, line.follow_up.next_due_on});
    }
    for (const followup::ConcernLine& line : view.concerns) {
        const followup::EarlyConcern& concern = line.concern;
        if (!concern.next_due_on) { continue; }
        items.push_back(
            {ItemKind::early_concern, concern.id.text(), concern.id.text(), {}, concern.next_due_on});
    }
    for (const WorkbenchView::Dated& dated : view.dated) {
        items.push_back({kind_of(dated.kind), dated.id, dated.about.text(), reference_of(view, dated.about),
                         dated.due_on, dated.starts_at});
    }
    for (const auto& [offer, line] : view.offers) {
        items.push_back({ItemKind::offer, offer.id.text(), offer.follow_up.text(), line.follow_up.reference,
                         offer.answer_by});
    }
    return items;
}

namespace {

/// Each offer once, however many memberships keep it.
std::int64_t to_check(App& app, const std::vector<Caller>& callers)
{
    std::set<std::string> offers;
    for (const Caller& caller : callers) {
        for (const directory::OfferRecord& record : directory::offers_kept_here(app, caller)) {
            const directory::Freshness freshness = directory::freshness_of(record, app.clock.today());
            if (directory::is_reminded(caller, record, freshness)) { offers.insert(record.offer.id); }
        }
    }
    return static_cast<std::int64_t>(offers.size());
}

} // namespace

Everything everything_of(App& app, const std::vector<Caller>& callers, Breaks breaks)
{
    Everything everything;
    for (const Caller& caller : callers) { add_workbench(everything, app, caller); }
    if (breaks == Breaks::count) {
        everything.broken = broken_of(app, callers);
        everything.to_check = to_check(app, callers);
    }
    return everything;
}

std::vector<Caller> staff_callers_of(db::Reader& hub, const AccountId& account)
{
    std::vector<Caller> callers = access::callers_of(hub, account);
    std::erase_if(callers, [](const Caller& caller) { return caller.role == access::Role::family; });
    return callers;
}

} // namespace samvei::reminders
