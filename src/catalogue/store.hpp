#pragma once
// Pathways as they are stored: national versions in the hub, own versions and drafts in the municipality.

#include "catalogue/types.hpp"
#include "db/database.hpp"

#include <map>
#include <vector>

namespace samvei::catalogue {

std::optional<Texts> find_national(db::Reader& hub, const std::string& pathway, int version);
/// Newest first.
std::vector<int> national_versions_of(db::Reader& hub, const std::string& pathway);
void insert_national(db::Writer& hub, const std::string& pathway, int version, const Texts& texts);
void update_national(db::Writer& hub, const std::string& pathway, int version, const Texts& texts);

std::optional<Texts> find_own(db::Reader& db, const std::string& pathway, int version);
/// Newest first, with those that are retired.
std::vector<OwnVersion> own_versions_of(db::Reader& db, const std::string& pathway);
/// The newest that is not retired.
std::optional<int> find_own_version_in_use(db::Reader& db, const std::string& pathway);
/// The same of every own pathway, by id.
std::map<std::string, int> own_versions_in_use(db::Reader& db);
void insert_own(db::Writer& db, const OwnVersion& version, const Texts& texts);
/// How many versions were in use until now.
std::int64_t retire_own(db::Writer& db, const std::string& pathway, Instant now);

std::optional<Draft> find_draft(db::Reader& db, const std::string& pathway);
std::optional<DraftMark> find_draft_mark(db::Reader& db, const std::string& pathway);
void insert_draft(db::Writer& db, const Draft& draft);
void update_draft(db::Writer& db, const Draft& draft);
void delete_draft(db::Writer& db, const std::string& pathway);

} // namespace samvei::catalogue
