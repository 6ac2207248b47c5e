#pragma once
// Offers as they are stored in the hub.

#include "db/database.hpp"
#include "directory/offer_reader.hpp"
#include "directory/types.hpp"

#include <map>

namespace samvei::directory {

/// Grows with every change of what the public sees.
std::int64_t revision_of(db::Reader& hub);
void next_revision(db::Writer& hub);

/// In the order of their ids, each with its waiting time and last check as they are now.
std::vector<finder::Offer> published_offers(db::Reader& hub);

std::optional<OfferRecord> find_record(db::Reader& hub, const std::string& offer);
/// Those that this municipality's people keep, and the whole country's.
std::vector<OfferRecord> records_of(db::Reader& hub, const std::string& municipality);
/// Ids of offers by their ids in the source.
std::map<std::string, std::string> offer_ids_of(db::Reader& hub, const std::string& source);

/// A new record with its first version; published at once when the record says so.
void insert_record(db::Writer& hub, const OfferRecord& record);
/// Everything but the text. Refuses with edit_conflict when somebody changed it since `record.edit`.
Result<Done> update_record(db::Writer& hub, const OfferRecord& record);
/// The text of `record.version`: a new row, or over the draft that is there.
void save_text(db::Writer& hub, const OfferRecord& record);
void mark_published(db::Writer& hub, const OfferRecord& record, Instant now, const std::string& by,
                    const std::string& note);

/// Newest first.
std::vector<OfferVersion> versions_of(db::Reader& hub, const std::string& offer);
/// The text of a version.
std::optional<finder::Offer> find_version(db::Reader& hub, const std::string& offer, int version);

} // namespace samvei::directory
