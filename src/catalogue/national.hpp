#pragma once
// Every version of the national pathways that this installation has had. They come with the program in
// content/, the newest of each, and stay in the hub: a child stays on the version it began on.

#include "access/app.hpp"
#include "catalogue/types.hpp"

namespace samvei::catalogue {

using access::App;

/// Keeps what content/ holds in the hub; called at start, before anybody is served. The words of a version
/// may have changed since, and then the newer ones are kept. Throws StoreFailure when a version is another
/// pathway than it was (steps, answers, flags, tracks, deadlines): that needs a new version.
void keep_national_versions(App& app);

/// A national version as text, from content/ or else from the hub.
std::optional<Texts> find_national_texts(App& app, const std::string& id, int version);

} // namespace samvei::catalogue
