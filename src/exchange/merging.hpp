#pragma once
// Two offers that are one: the one gives way to the other, and can come back.

#include "exchange/imports.hpp"

namespace samvei::exchange {

/// What may be merged, and what has been.
struct Duplicates {
    std::vector<SuspectedPair> suspected;
    std::vector<directory::OfferRecord> merged; ///< Those kept here.
};
Duplicates duplicates_here(App& app, const Caller& caller);

/// The offer gives way to `into`: the public sees only that one. Refuses with not_found, not_allowed (others
/// keep it; it has taken others' place; it is published and `into` is not; it is retired or merged already),
/// edit_conflict and invalid_fields (no such `into`).
Result<directory::OfferRecord> merge_offer(App& app, const Caller& caller, const std::string& offer,
                                           std::int64_t edit, const std::string& into);
/// It is as it was before. Refuses with not_found, not_allowed and edit_conflict.
Result<directory::OfferRecord> unmerge_offer(App& app, const Caller& caller, const std::string& offer,
                                             std::int64_t edit);

} // namespace samvei::exchange
