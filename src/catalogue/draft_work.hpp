#pragma once
// What the actions on drafts share; only drafts.cpp, publishing.cpp and updates.cpp know it.

#include "catalogue/drafts.hpp"

#include <boost/json/object.hpp>

namespace samvei::catalogue {

/// The draft, when it is there in this version.
Result<Draft> need_draft(db::Reader& db, const std::string& pathway, std::int64_t version);

/// Which version a draft gets by the change under way: the number of its journal entry.
std::int64_t next_edit_of(db::Reader& db, const std::string& pathway);

/// Writes the entry of the change under way.
void journal_change(db::Writer& db, const Caller& caller, Instant now, const std::string& pathway,
                    std::string_view act, const boost::json::object& facts);

/// Which texts: their digests, since a draft is saved as it is written.
boost::json::object facts_of(const Texts& texts);

/// The draft with other texts, saved and journalled.
Draft save_over(db::Writer& db, const Caller& caller, Instant now, Draft draft, std::string_view act,
                boost::json::object facts);

/// The number of the next own version.
int next_own_version(const App& app, db::Reader& db, const Caller& caller, const std::string& pathway);

} // namespace samvei::catalogue
