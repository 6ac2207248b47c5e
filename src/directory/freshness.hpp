#pragma once
// How long ago an offer was checked, and who is reminded of it. Pure.

#include "access/caller.hpp"
#include "directory/types.hpp"

namespace samvei::directory {

struct Freshness {
    int days = 0; ///< Since the last check; 0 also for a check of tomorrow.
    bool remind_owner = false;
    bool remind_leader = false;
};

/// Nobody is reminded of what the public does not see.
Freshness freshness_of(const OfferRecord& record, Date today, const FreshnessRule& rule = {});

/// Whether this caller is the one to remind: the owning unit's people, its leaders when it has become too
/// old for them too; and the BTI coordinator for what no unit here keeps.
bool is_reminded(const access::Caller& caller, const OfferRecord& record, const Freshness& freshness);

} // namespace samvei::directory
