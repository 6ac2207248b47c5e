// Offers that come with the program and follow it until somebody here has changed them.

#include "access/journal.hpp"
#include "access/units.hpp"
#include "directory/offers.hpp"
#include "directory/store.hpp"

#include <boost/json/serialize.hpp>

namespace samvei::directory {

namespace {

constexpr std::string_view keeper = "Samvei";

std::optional<UnitId> find_unit(db::Reader& hub, const std::string& municipality, const std::string& name)
{
    if (municipality.empty() || name.empty()) { return std::nullopt; }
    for (const access::Unit& unit : access::units_of(hub, municipality)) {
        if (unit.name == name) { return unit.id; }
    }
    return std::nullopt;
}

void journal_by_program(db::Writer& hub, const OfferRecord& record, Instant now, std::string_view act)
{
    access::append_journal_by_system(
        hub, keeper, now,
        {.subject = "offer:" + record.offer.id,
         .act = std::string{act},
         .purpose = "administration",
         .audience = {},
         .content = boost::json::serialize(boost::json::object{{"version", record.version}})});
}

void insert_from_content(db::Writer& hub, Instant now, const finder::Offer& offer,
                         const std::string& municipality)
{
    OfferRecord record;
    record.offer = offer;
    record.source = {source_content, offer.id};
    if (!municipality.empty()) { record.municipality = municipality; }
    record.unit = find_unit(hub, municipality, offer.unit);
    record.state = OfferState::published;
    record.published_version = 1;
    record.changed_at = record.saved_at = now;
    record.saved_by = keeper;
    insert_record(hub, record);
    mark_published(hub, record, now, std::string{keeper}, "");
    journal_by_program(hub, record, now, "offer_published");
}

/// The text, without what changes every week.
finder::Offer text_only(finder::Offer offer)
{
    offer.waiting.reset();
    offer.checked = {};
    return offer;
}

/// Nobody here has saved a text, and the program has another one now.
bool follows_program(const OfferRecord& stored, const finder::Offer& offer)
{
    return stored.source.name == source_content && stored.saved_by == keeper &&
           stored.state == OfferState::published && text_only(stored.offer) != text_only(offer);
}

void follow_program(db::Writer& hub, Instant now, OfferRecord record, const finder::Offer& offer)
{
    const std::optional<finder::Waiting> waiting = record.offer.waiting;
    const finder::Checked checked = record.offer.checked;
    record.offer = offer;
    record.offer.waiting = waiting;
    if (checked.on > offer.checked.on) { record.offer.checked = checked; }
    ++record.version;
    record.published_version = record.version;
    record.changed_at = record.saved_at = now;
    save_text(hub, record);
    mark_published(hub, record, now, std::string{keeper}, "");
    check(bool(update_record(hub, record)), "nobody else writes in this transaction");
    journal_by_program(hub, record, now, "offer_published");
}

} // namespace

void keep_content_offers(App& app, const std::vector<finder::Offer>& offers, const std::string& municipality)
{
    const Instant now = app.clock.now();
    const Result<Done> kept = app.hub().write([&](db::Writer& hub) -> Result<Done> {
        bool changed = false;
        for (const finder::Offer& offer : offers) {
            const std::optional<OfferRecord> stored = find_record(hub, offer.id);
            if (!stored) {
                insert_from_content(hub, now, offer, municipality);
                changed = true;
            } else if (follows_program(*stored, offer)) {
                follow_program(hub, now, *stored, offer);
                changed = true;
            }
        }
        if (changed) { next_revision(hub); }
        return Done{};
    });
    check(bool(kept), "offers from content are refused by nothing");
}

} // namespace samvei::directory
