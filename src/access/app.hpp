#pragma once
// What every room of the server works with. Made once in main/, lives as long as the process.

#include "access/access_log.hpp"
#include "access/consent.hpp"
#include "access/keys.hpp"
#include "base/ids.hpp"
#include "base/time.hpp"
#include "db/databases.hpp"
#include "finder/shelf.hpp"
#include "pathway/definitions.hpp"
#include "pathway/roles.hpp"
#include "pathway/settings.hpp"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace samvei::access {

/// content/ as read and checked at start.
struct Content {
    std::map<std::string, pathway::Definition> pathways; ///< by id
    std::map<std::string, std::string> pathway_json;     ///< by id, as in the file
    std::map<std::string, std::string> scenarios_json;   ///< by pathway, as in the file
    pathway::Roles roles;
    std::map<std::string, std::string> guides_json; ///< by id, as in the file
    std::vector<ConsentRule> consent_rules;
    std::vector<pathway::SettingRule> settings;
};

/// Sessions and login.
struct LoginSettings {
    std::chrono::seconds idle{30 * 60};
    std::chrono::seconds absolute{10 * 3600};
    int failures_max = 5;                         ///< Per user name, and 20 times as many per address,
    std::chrono::seconds failure_window{15 * 60}; ///< within this window; then login_throttled.
    Cost cost = Cost::interactive;
    bool secure_cookie = false; ///< True when public_origin is https.
    std::string public_origin;  ///< "" on plain http; else checked against Origin.
};

struct App {
    db::Databases& databases;
    const Clock& clock;
    IdSource& ids;
    const Keys& keys;
    const Content& content;
    pathway::Definitions& definitions; ///< Read so far: old national versions, and municipalities' own.
    AccessLog& access_log;
    finder::Shelf& shelf; ///< What is offered to the public.
    LoginSettings login;
    bool mail_on = false; ///< A mail server is set.

    db::Database& hub() { return databases.hub(); }
    db::Database& of(const Caller& caller) { return databases.municipality(caller.municipality); }
};

} // namespace samvei::access
