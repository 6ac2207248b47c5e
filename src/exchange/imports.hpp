#pragma once
// Importing: first what would happen, then exactly that. Load, decide, save.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "exchange/store.hpp"
#include "finder/duplicates.hpp"

#include <optional>

namespace samvei::exchange {

using access::App;
using access::Caller;

/// Two offers that may be one and the same.
struct SuspectedOffer {
    std::string id;
    std::string name;
    std::string organization;
    std::string source; ///< "content", "here", or the name of what it is imported from.
    directory::OfferState state = directory::OfferState::draft;
    std::int64_t edit = 0; ///< 0: not stored yet.
    bool is_kept = false;  ///< The caller may merge it into the other.
};
struct SuspectedPair {
    SuspectedOffer left;
    SuspectedOffer right;
    std::vector<finder::Likeness> because;
};

struct DryRun {
    Plan plan;
    std::vector<SuspectedPair> duplicates; ///< Between what is new and what is here.
};

/// What an import would do; stores nothing.
DryRun dry_run(App& app, const Caller& caller, const ImportWish& wish);

/// Imports all of it or nothing. Refuses with invalid_fields while there are faults, and with edit_conflict
/// when it would no longer do what the dry run with this digest said.
Result<ImportRun> import_package(App& app, const Caller& caller, const ImportWish& wish,
                                 const std::string& digest);

/// Newest first.
std::vector<ImportRun> import_runs(App& app, const Caller& caller);

/// How offers are mapped for this caller.
MapSetting setting_of(const App& app, const Caller& caller);

/// Pairs among these records and, besides them, what is new.
std::vector<SuspectedPair> suspected_pairs(const Caller& caller,
                                           const std::vector<directory::OfferRecord>& records,
                                           const std::vector<PlannedService>& fresh,
                                           const std::string& source);

} // namespace samvei::exchange

namespace samvei {

template <>
struct EnumWords<finder::Likeness> {
    static constexpr std::array<std::string_view, 6> words{"same_name",    "like_name", "same_phone",
                                                           "same_address", "same_web",  "same_organization"};
};

} // namespace samvei
