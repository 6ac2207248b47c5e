#include "directory/freshness.hpp"

#include <algorithm>

namespace samvei::directory {

Freshness freshness_of(const OfferRecord& record, Date today, const FreshnessRule& rule)
{
    const int days = std::max(0, today.days - record.offer.checked.on.days);
    const bool is_public = record.state == OfferState::published;
    return {.days = days,
            .remind_owner = is_public && days >= rule.remind_owner_days,
            .remind_leader = is_public && days >= rule.remind_leader_days};
}

bool is_reminded(const access::Caller& caller, const OfferRecord& record, const Freshness& freshness)
{
    if (record.unit) {
        if (caller.unit != record.unit) { return false; }
        return caller.role == access::Role::leader ? freshness.remind_leader : freshness.remind_owner;
    }
    const bool is_ours = !record.municipality || *record.municipality == caller.municipality;
    return is_ours && caller.role == access::Role::bti_coordinator && freshness.remind_owner;
}

} // namespace samvei::directory
