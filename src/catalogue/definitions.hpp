#pragma once
// Which pathways a municipality has: the national ones in every version that this installation has seen, and
// its own. What these functions give lives as long as the process.

#include "access/app.hpp"
#include "pathway/engine.hpp"

namespace samvei::catalogue {

using access::App;

/// A national version, or one of the municipality's own, retired or not; null when there is none. `db` is
/// that municipality's.
const pathway::Definition* find_definition(App& app, db::Reader& db, const std::string& municipality,
                                           const std::string& id, int version);

/// The same, for the engine; holds on to `app` and `db`.
pathway::FindDefinition definitions_of(App& app, db::Reader& db, const std::string& municipality);

/// What a child begins on today when the national pathway `id` is meant: the municipality's own where it has
/// published one and not retired it, else the newest national one. Null when there is none of that id.
const pathway::Definition* find_in_use(App& app, db::Reader& db, const std::string& municipality,
                                       const std::string& id);

/// Each national pathway, as it is in use here.
std::vector<const pathway::Definition*> all_in_use(App& app, db::Reader& db, const std::string& municipality);

/// The national pathway that an own one was copied from; a national one's own id.
std::string national_id_of(const std::string& id);

/// What a municipality's own copy of a national pathway is called: "bti.own".
std::string own_id_of(const std::string& national);

} // namespace samvei::catalogue
