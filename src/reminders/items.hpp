#pragma once
// What somebody has to do and when, as their workbench says it, without a word about the child.

#include "access/access_log.hpp"
#include "followup/view.hpp"

#include <map>
#include <string>
#include <vector>

namespace samvei::reminders {

using access::AccountId;
using access::App;
using access::Caller;

enum class ItemKind {
    next_step,     ///< Of a follow-up whose baton one holds.
    early_concern, ///< The next step of one's own early concern.
    measure,       ///< To be done.
    evaluation,    ///< A measure to be evaluated.
    meeting,
    offer, ///< A baton one is asked to take.
};

struct Item {
    ItemKind kind = ItemKind::next_step;
    std::string id;        ///< Of the thing itself: the same as long as it is there, and random.
    std::string about;     ///< Id of the follow-up or the early concern.
    std::string reference; ///< Of the follow-up; "" for an early concern.
    std::optional<Date> due_on;
    std::optional<Instant> starts_at = {}; ///< Of a meeting.
};

/// The same things as the workbench's list of what is due, and the offers.
std::vector<Item> items_of(const followup::WorkbenchView& view);

/// What all of an account's memberships have, each thing once, decided with the rights of this moment.
/// Family memberships have nothing here.
struct Everything {
    std::map<std::string, Item> items; ///< By id.
    std::int64_t to_check = 0;         ///< Offers that the account is to check again.
    std::int64_t broken = 0; ///< Open follow-ups with a break where the account leads or coordinates.
    std::map<std::string, std::vector<access::Look>> looks; ///< By municipality; at what `items` hold.
};

enum class Breaks { leave_out, count };
Everything everything_of(App& app, const std::vector<Caller>& callers, Breaks breaks);

/// The ways an account acts as staff now; none when it is closed.
std::vector<Caller> staff_callers_of(db::Reader& hub, const AccountId& account);

} // namespace samvei::reminders
