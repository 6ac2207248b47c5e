#include "directory/offers.hpp"

#include "access/journal.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "directory/store.hpp"
#include "finder/words.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace samvei::directory {

namespace json = boost::json;

namespace {

constexpr std::size_t id_length_max = 50;

bool leads(const Caller& caller)
{
    return caller.role == access::Role::leader || caller.role == access::Role::bti_coordinator;
}

void journal_offer(db::Writer& hub, const Caller& caller, Instant now, const OfferRecord& record,
                   std::string_view act, json::object facts = {})
{
    facts["edit"] = record.edit;
    facts["version"] = record.version;
    access::append_journal(hub, caller, now,
                           {.subject = "offer:" + record.offer.id,
                            .act = std::string{act},
                            .purpose = "administration",
                            .audience = {},
                            .content = json::serialize(facts)});
}

std::string digest_of(const finder::Offer& offer)
{
    return sha256_hex(json::serialize(json_of(offer)));
}

/// A record that the caller may change. What another municipality keeps is not there.
Result<OfferRecord> need_record(db::Reader& hub, const Caller& caller, const std::string& offer)
{
    std::optional<OfferRecord> record = find_record(hub, offer);
    if (!record || (record->municipality && *record->municipality != caller.municipality)) {
        return Error{ErrorCode::not_found, "no such offer here"};
    }
    if (!may_keep(caller, *record)) { return Error{ErrorCode::not_allowed, "another unit keeps the offer"}; }
    return *std::move(record);
}

Result<OfferRecord> need_edit(db::Reader& hub, const Caller& caller, const std::string& offer,
                              std::int64_t edit)
{
    TRY_LET(record, need_record(hub, caller, offer));
    if (record.edit != edit) { return Error{ErrorCode::edit_conflict, "the offer has been changed since"}; }
    if (record.state == OfferState::merged) {
        return Error{ErrorCode::not_allowed, "the offer was merged into another"};
    }
    return record;
}

/// Writes the record and gives it back as it is stored.
Result<OfferRecord> saved(db::Writer& hub, const Caller& caller, Instant now, OfferRecord record,
                          std::string_view act, json::object facts = {})
{
    record.changed_at = now;
    TRY(update_record(hub, record));
    ++record.edit;
    journal_offer(hub, caller, now, record, act, std::move(facts));
    return record;
}

/// The text becomes the newest version: over the draft that is there, or a new one after what is published.
void put_text(db::Writer& hub, const Caller& caller, Instant now, OfferRecord& record, finder::Offer text)
{
    text.waiting = record.offer.waiting;
    text.checked = record.offer.checked;
    if (!record.has_draft()) { ++record.version; }
    record.offer = std::move(text);
    record.saved_at = now;
    record.saved_by = caller.name;
    save_text(hub, record);
}

/// [a-z0-9_] from a name: "Åpen dør" is apen_dor.
std::string slug_of(const std::string& name)
{
    std::string latin = folded(name);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> letters{
        {{"æ", "ae"}, {"ø", "o"}, {"å", "a"}}};
    for (const auto& [letter, plain] : letters) {
        for (auto at = latin.find(letter); at != std::string::npos; at = latin.find(letter)) {
            latin.replace(at, letter.size(), plain);
        }
    }
    std::string slug;
    for (const char c : latin) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) { slug += c; }
        if (!plain && !slug.empty() && slug.back() != '_') { slug += '_'; }
    }
    while (!slug.empty() && slug.back() == '_') { slug.pop_back(); }
    return slug.substr(0, id_length_max);
}

std::string free_id(db::Reader& hub, const Caller& caller, const finder::Offer& offer)
{
    const std::string stem = "m" + caller.municipality + "_" +
                             slug_of(finder::text_in(offer.name, Language::nb));
    std::string id = stem;
    for (int number = 2; find_record(hub, id); ++number) { id = stem + "_" + std::to_string(number); }
    return id;
}

} // namespace

bool may_keep(const Caller& caller, const OfferRecord& record)
{
    if (caller.role == access::Role::family) { return false; }
    if (!record.municipality) { return caller.role == access::Role::bti_coordinator; }
    if (*record.municipality != caller.municipality) { return false; }
    return leads(caller) || (record.unit && caller.unit == record.unit);
}

std::vector<OfferRecord> offers_kept_here(App& app, const Caller& caller)
{
    std::vector<OfferRecord> records =
        app.hub().read([&](db::Reader& hub) { return records_of(hub, caller.municipality); });
    std::erase_if(records, [](const OfferRecord& record) { return record.state == OfferState::merged; });
    std::ranges::stable_sort(records, [](const OfferRecord& left, const OfferRecord& right) {
        return compare_norwegian(finder::text_in(left.offer.name, Language::nb),
                                 finder::text_in(right.offer.name, Language::nb)) < 0;
    });
    return records;
}

Result<OfferPage> offer_page(App& app, const Caller& caller, const std::string& offer)
{
    return app.hub().read([&](db::Reader& hub) -> Result<OfferPage> {
        std::optional<OfferRecord> record = find_record(hub, offer);
        if (!record || (record->municipality && *record->municipality != caller.municipality)) {
            return Error{ErrorCode::not_found, "no such offer here"};
        }
        return OfferPage{*std::move(record), versions_of(hub, offer)};
    });
}

Result<finder::Offer> offer_version(App& app, const Caller& caller, const std::string& offer, int version)
{
    TRY(offer_page(app, caller, offer));
    return app.hub().read([&](db::Reader& hub) -> Result<finder::Offer> {
        std::optional<finder::Offer> text = find_version(hub, offer, version);
        if (!text) { return Error{ErrorCode::not_found, "no such version"}; }
        return *std::move(text);
    });
}

Result<OfferRecord> create_offer(App& app, const Caller& caller, finder::Offer offer)
{
    if (!caller.unit) { return Error{ErrorCode::not_allowed, "an offer belongs to a unit"}; }
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        OfferRecord record;
        record.offer = offer;
        record.offer.id = free_id(hub, caller, offer);
        record.offer.unit = caller.unit_name;
        record.offer.waiting.reset();
        record.offer.checked = {app.clock.today(), caller.name, "", finder::Evidence::known};
        record.source = {source_here, record.offer.id};
        record.municipality = caller.municipality;
        record.unit = caller.unit;
        record.changed_at = record.saved_at = now;
        record.saved_by = caller.name;
        insert_record(hub, record);
        journal_offer(hub, caller, now, record, "offer_created", {{"sha256", digest_of(record.offer)}});
        return record;
    });
}

Result<OfferRecord> save_offer(App& app, const Caller& caller, std::int64_t edit, finder::Offer offer)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_edit(hub, caller, offer.id, edit));
        finder::Offer text = offer;
        text.unit = record.offer.unit;
        put_text(hub, caller, now, record, std::move(text));
        json::object facts{{"sha256", digest_of(record.offer)}};
        return saved(hub, caller, now, std::move(record), "offer_saved", std::move(facts));
    });
}

Result<OfferRecord> publish_offer(App& app, const Caller& caller, const std::string& offer, std::int64_t edit,
                                  const std::string& note)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_edit(hub, caller, offer, edit));
        if (auto faults = faults_of_publishing(record.offer); !faults.empty()) {
            return Error{std::move(faults)};
        }
        record.state = OfferState::published;
        record.published_version = record.version;
        record.offer.checked = {app.clock.today(), caller.name, record.offer.checked.source,
                                finder::Evidence::known};
        mark_published(hub, record, now, caller.name, note);
        next_revision(hub);
        json::object facts{{"sha256", digest_of(record.offer)}};
        return saved(hub, caller, now, std::move(record), "offer_published", std::move(facts));
    });
}

Result<OfferRecord> retire_offer(App& app, const Caller& caller, const std::string& offer, std::int64_t edit,
                                 const std::string& reason)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_edit(hub, caller, offer, edit));
        record.state = OfferState::retired;
        next_revision(hub);
        return saved(hub, caller, now, std::move(record), "offer_retired", {{"reason", reason}});
    });
}

Result<OfferRecord> restore_version(App& app, const Caller& caller, const std::string& offer,
                                    std::int64_t edit, int version)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_edit(hub, caller, offer, edit));
        std::optional<finder::Offer> text = find_version(hub, offer, version);
        if (!text) { return Error{ErrorCode::not_found, "no such version"}; }
        put_text(hub, caller, now, record, *std::move(text));
        return saved(hub, caller, now, std::move(record), "offer_version_restored", {{"from", version}});
    });
}

Result<OfferRecord> set_waiting(App& app, const Caller& caller, const std::string& offer,
                                const std::optional<finder::Waiting>& waiting)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_record(hub, caller, offer));
        record.offer.waiting = waiting;
        next_revision(hub);
        json::object facts = waiting ? json_of(*waiting) : json::object{};
        return saved(hub, caller, now, std::move(record), "offer_waiting_set", std::move(facts));
    });
}

Result<OfferRecord> confirm_offer(App& app, const Caller& caller, const std::string& offer)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_record(hub, caller, offer));
        record.offer.checked = {app.clock.today(), caller.name, record.offer.checked.source,
                                finder::Evidence::known};
        next_revision(hub);
        return saved(hub, caller, now, std::move(record), "offer_checked");
    });
}

std::shared_ptr<const finder::SearchIndex> current_index(App& app)
{
    return app.hub().read([&](db::Reader& hub) {
        return app.shelf.index_of(revision_of(hub), [&] { return published_offers(hub); });
    });
}

} // namespace samvei::directory
