#pragma once
// The register of treatment responsibility, as leaders keep it. Load, decide, save; every change is in the
// journal, and nothing is deleted: what no longer holds is ended.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "access/units.hpp"
#include "directory/responsibility.hpp"

namespace samvei::directory {

using access::App;
using access::Caller;

struct ResponsibilityRegister {
    std::vector<Responsibility> rows; ///< Those in force by age, then those that have ended.
    std::vector<access::Unit> units;  ///< Whom a row may name.
};

/// The register of the caller's municipality.
ResponsibilityRegister responsibilities_here(App& app, const Caller& caller);

/// Refuses with invalid_fields.
Result<Done> add_responsibility(App& app, const Caller& caller, const ResponsibilityText& text);
/// Refuses with not_found, also for another municipality's and one that has ended; edit_conflict when
/// `version` is not what is stored; invalid_fields.
Result<Done> change_responsibility(App& app, const Caller& caller, const ResponsibilityId& id,
                                   std::int64_t version, const ResponsibilityText& text);
/// From today it holds no longer. Refuses as above.
Result<Done> end_responsibility(App& app, const Caller& caller, const ResponsibilityId& id,
                                std::int64_t version);

} // namespace samvei::directory
