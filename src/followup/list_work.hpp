#pragma once
// What lists and the board share. Not for other files.

#include "followup/breaks.hpp"
#include "followup/view.hpp"

namespace samvei::followup {

/// What all lines of one list share.
struct ListWork {
    App& app;
    const Caller& caller;
    access::SettingsOfMunicipality settings;
    access::Places places;
    Date today;
};

ListWork start_list(App& app, db::Reader& db, const Caller& caller);

/// One line; what the permit does not open is left empty.
FollowUpLine line_of(const ListWork& list, db::Reader& db, const Standing& standing, Permit permit);

} // namespace samvei::followup
