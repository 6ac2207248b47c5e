#pragma once
// Who acts in the demo town. Made by `samvei demo`, used by the rooms that fill it with what these people do.

#include "access/caller.hpp"

#include <map>
#include <string>

namespace samvei::access {

struct DemoPeople {
    std::map<std::string, Caller>
        callers; ///< By user name: kari, nils, psykolog, leder, bti, barnevern, mor, far, sara ...
    std::map<std::string, UnitId>
        units; ///< By kind: school, school_health, mental_health_team, ppt, child_welfare ...

    const Caller& at(const std::string& username) const { return callers.at(username); }
};

} // namespace samvei::access
