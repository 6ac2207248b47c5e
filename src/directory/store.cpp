#include "directory/store.hpp"

#include "directory/queries.hpp"
#include "finder/words.hpp"

#include <boost/json/serialize.hpp>

namespace samvei::directory {

namespace {

Instant instant_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Instant> instant = find_instant(rows.text(column));
    check(instant.has_value(), "a stored time is a time");
    return *instant;
}

Date date_in(const db::Rows& rows, std::string_view column)
{
    const std::optional<Date> date = find_date(rows.text(column));
    check(date.has_value(), "a stored day is a day");
    return *date;
}

template <class Enum>
Enum word_in(const db::Rows& rows, std::string_view column)
{
    const auto found = find_word<Enum>(rows.text(column));
    check(found.has_value(), "a stored word is one of its words");
    return *found;
}

/// The text as it was saved.
finder::Offer offer_in(const db::Rows& rows)
{
    Result<finder::Offer> offer = read_stored_offer(rows.text("document"));
    check(bool(offer), "a stored offer can be read");
    return std::move(offer).value();
}

/// What stands beside the text.
void add_state(finder::Offer& offer, const db::Rows& rows)
{
    if (!rows.is_null("capacity")) {
        finder::Waiting waiting;
        if (const auto days = rows.find_integer("waiting_days")) { waiting.days = static_cast<int>(*days); }
        waiting.measured_on = date_in(rows, "waiting_measured_on");
        waiting.capacity = word_in<finder::Capacity>(rows, "capacity");
        offer.waiting = waiting;
    } else {
        offer.waiting.reset();
    }
    offer.checked = {.on = date_in(rows, "checked_on"),
                     .by = rows.string("checked_by"),
                     .source = rows.string("checked_source"),
                     .evidence = word_in<finder::Evidence>(rows, "evidence")};
}

OfferRecord record_from(const db::Rows& rows)
{
    OfferRecord record;
    record.offer = offer_in(rows);
    add_state(record.offer, rows);
    record.source = {rows.string("source"), rows.string("source_id")};
    record.municipality = rows.find_string("municipality_number");
    if (auto unit = rows.find_string("unit_id")) { record.unit = UnitId{*std::move(unit)}; }
    record.state = word_in<OfferState>(rows, "state");
    record.edit = rows.integer("edit");
    record.version = static_cast<int>(rows.integer("version"));
    if (const auto version = rows.find_integer("published_version")) {
        record.published_version = static_cast<int>(*version);
    }
    record.merged_into = rows.find_string("merged_into").value_or("");
    record.changed_at = instant_in(rows, "changed_at");
    record.saved_at = instant_in(rows, "saved_at");
    record.saved_by = rows.string("saved_by");
    return record;
}

/// The text without what stands beside it.
std::string document_of(finder::Offer offer)
{
    offer.waiting.reset();
    offer.checked = {};
    return boost::json::serialize(json_of(offer));
}

/// A record as parameters; the texts live as long as this.
struct RecordTexts {
    explicit RecordTexts(const OfferRecord& record) : changed_at{text_of(record.changed_at)}
    {
        const finder::Offer& offer = record.offer;
        checked_on = text_of(offer.checked.on);
        if (offer.waiting) {
            if (offer.waiting->days) { waiting_days = std::int64_t{*offer.waiting->days}; }
            measured_on = text_of(offer.waiting->measured_on);
            capacity = word_of(offer.waiting->capacity);
        }
        if (record.unit) { unit = record.unit->text(); }
        if (!record.merged_into.empty()) { merged_into = record.merged_into; }
        if (record.published_version) { published_version = std::int64_t{*record.published_version}; }
    }
    std::string changed_at;
    std::string checked_on;
    std::optional<std::string> measured_on;
    std::optional<std::string> capacity;
    std::optional<std::string> unit;
    std::optional<std::string> merged_into;
    db::Value waiting_days;
    db::Value published_version;
};

OfferVersion version_from(const db::Rows& rows)
{
    OfferVersion version;
    version.version = static_cast<int>(rows.integer("version"));
    version.saved_at = instant_in(rows, "saved_at");
    version.saved_by = rows.string("saved_by");
    if (!rows.is_null("published_at")) { version.published_at = instant_in(rows, "published_at"); }
    version.published_by = rows.find_string("published_by").value_or("");
    version.note = rows.string("note");
    return version;
}

} // namespace

std::int64_t revision_of(db::Reader& hub)
{
    db::Rows rows = hub.run(queries::revision, {});
    check(rows.next(), "the directory has a revision");
    return rows.integer("number");
}

void next_revision(db::Writer& hub)
{
    hub.execute(queries::next_revision, {});
}

std::vector<finder::Offer> published_offers(db::Reader& hub)
{
    std::vector<finder::Offer> offers;
    db::Rows rows = hub.run(queries::published_offers, {});
    while (rows.next()) {
        offers.push_back(offer_in(rows));
        add_state(offers.back(), rows);
    }
    return offers;
}

std::optional<OfferRecord> find_record(db::Reader& hub, const std::string& offer)
{
    db::Rows rows = hub.run(queries::offer_record, {{"offer", std::string_view{offer}}});
    if (!rows.next()) { return std::nullopt; }
    return record_from(rows);
}

std::vector<OfferRecord> records_of(db::Reader& hub, const std::string& municipality)
{
    std::vector<OfferRecord> records;
    db::Rows rows =
        hub.run(queries::offer_records_of_municipality, {{"municipality", std::string_view{municipality}}});
    while (rows.next()) { records.push_back(record_from(rows)); }
    return records;
}

std::map<std::string, std::string> offer_ids_of(db::Reader& hub, const std::string& source)
{
    std::map<std::string, std::string> ids;
    db::Rows rows = hub.run(queries::offer_ids_of_source, {{"source", std::string_view{source}}});
    while (rows.next()) { ids.emplace(rows.string("source_id"), rows.string("id")); }
    return ids;
}

void insert_record(db::Writer& hub, const OfferRecord& record)
{
    const RecordTexts texts{record};
    const finder::Offer& offer = record.offer;
    hub.execute(queries::insert_offer, {{"id", std::string_view{offer.id}},
                                        {"source", std::string_view{record.source.name}},
                                        {"source_id", std::string_view{record.source.id}},
                                        {"municipality", db::or_null(record.municipality)},
                                        {"unit", db::or_null(texts.unit)},
                                        {"state", word_of(record.state)},
                                        {"version", std::int64_t{record.version}},
                                        {"published_version", texts.published_version},
                                        {"merged_into", db::or_null(texts.merged_into)},
                                        {"changed_at", std::string_view{texts.changed_at}},
                                        {"waiting_days", texts.waiting_days},
                                        {"measured_on", db::or_null(texts.measured_on)},
                                        {"capacity", db::or_null(texts.capacity)},
                                        {"checked_on", std::string_view{texts.checked_on}},
                                        {"checked_by", std::string_view{offer.checked.by}},
                                        {"checked_source", std::string_view{offer.checked.source}},
                                        {"evidence", word_of(offer.checked.evidence)}});
    save_text(hub, record);
}

Result<Done> update_record(db::Writer& hub, const OfferRecord& record)
{
    const RecordTexts texts{record};
    const finder::Offer& offer = record.offer;
    const std::int64_t changed =
        hub.execute(queries::update_offer, {{"id", std::string_view{offer.id}},
                                            {"edit", record.edit},
                                            {"unit", db::or_null(texts.unit)},
                                            {"state", word_of(record.state)},
                                            {"version", std::int64_t{record.version}},
                                            {"published_version", texts.published_version},
                                            {"merged_into", db::or_null(texts.merged_into)},
                                            {"changed_at", std::string_view{texts.changed_at}},
                                            {"waiting_days", texts.waiting_days},
                                            {"measured_on", db::or_null(texts.measured_on)},
                                            {"capacity", db::or_null(texts.capacity)},
                                            {"checked_on", std::string_view{texts.checked_on}},
                                            {"checked_by", std::string_view{offer.checked.by}},
                                            {"checked_source", std::string_view{offer.checked.source}},
                                            {"evidence", word_of(offer.checked.evidence)}});
    if (changed == 0) { return Error{ErrorCode::edit_conflict, "the offer has been changed since"}; }
    return Done{};
}

void save_text(db::Writer& hub, const OfferRecord& record)
{
    const std::string document = document_of(record.offer);
    const std::string saved_at = text_of(record.saved_at);
    const auto write = [&](const db::Query& query) {
        return hub.execute(query, {{"offer", std::string_view{record.offer.id}},
                                   {"version", std::int64_t{record.version}},
                                   {"document", std::string_view{document}},
                                   {"saved_at", std::string_view{saved_at}},
                                   {"saved_by", std::string_view{record.saved_by}}});
    };
    if (write(queries::update_offer_version) == 0) { write(queries::insert_offer_version); }
}

void mark_published(db::Writer& hub, const OfferRecord& record, Instant now, const std::string& by,
                    const std::string& note)
{
    const std::string at = text_of(now);
    hub.execute(queries::publish_offer_version, {{"offer", std::string_view{record.offer.id}},
                                                 {"version", std::int64_t{record.version}},
                                                 {"at", std::string_view{at}},
                                                 {"by", std::string_view{by}},
                                                 {"note", std::string_view{note}}});
}

std::vector<OfferVersion> versions_of(db::Reader& hub, const std::string& offer)
{
    std::vector<OfferVersion> versions;
    db::Rows rows = hub.run(queries::offer_versions, {{"offer", std::string_view{offer}}});
    while (rows.next()) { versions.push_back(version_from(rows)); }
    return versions;
}

std::optional<finder::Offer> find_version(db::Reader& hub, const std::string& offer, int version)
{
    db::Rows rows = hub.run(queries::offer_version,
                            {{"offer", std::string_view{offer}}, {"version", std::int64_t{version}}});
    if (!rows.next()) { return std::nullopt; }
    return offer_in(rows);
}

} // namespace samvei::directory
