#pragma once
// What staff are shown of the municipality's pathways.

#include "access/app.hpp"
#include "catalogue/types.hpp"
#include "pathway/definition.hpp"

#include <vector>

namespace samvei::catalogue {

using access::App;
using access::Caller;

/// One national pathway, as it stands in the municipality.
struct Line {
    const pathway::Definition* national = nullptr; ///< The newest version.
    const pathway::Definition* in_use = nullptr;   ///< What children begin on.
    std::optional<OwnVersion> own;                 ///< The newest, retired or not.
    std::optional<DraftMark> draft;

    /// The draft, or else what is in use, is based on an older national version than the newest.
    bool update_available() const;
};

std::vector<Line> lines_of(App& app, const Caller& caller);

/// None when there is no such national pathway.
std::optional<Line> find_line(App& app, const Caller& caller, const std::string& pathway);

struct VersionLine {
    std::string id; ///< "bti", "bti.own"
    int version = 1;
    std::optional<OwnVersion> own; ///< None: a national one.
    bool in_use = false;
};

/// Every version of a pathway, own ones first, newest first. `id` is the national one's or the own one's;
/// empty when there is none of it.
std::vector<VersionLine> versions_of(App& app, const Caller& caller, const std::string& id);

std::optional<Texts> texts_of(App& app, const Caller& caller, const std::string& id, int version);

} // namespace samvei::catalogue
