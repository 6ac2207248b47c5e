// States: draft or published -> merged (with `merged_into`) -> draft or published as before. An offer that
// others have been merged into is not merged itself, so that every way leads to an offer in one step.

#include "exchange/merging.hpp"

#include "access/journal.hpp"
#include "directory/offers.hpp"
#include "directory/store.hpp"

#include <boost/json/serialize.hpp>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

using directory::OfferRecord;
using directory::OfferState;

bool is_alive(const OfferRecord& record)
{
    return record.state == OfferState::draft || record.state == OfferState::published;
}

std::optional<OfferRecord> find_visible(db::Reader& hub, const Caller& caller, const std::string& offer)
{
    std::optional<OfferRecord> record = directory::find_record(hub, offer);
    if (record && record->municipality && *record->municipality != caller.municipality) {
        return std::nullopt;
    }
    return record;
}

Result<OfferRecord> need_kept(db::Reader& hub, const Caller& caller, const std::string& offer,
                              std::int64_t edit)
{
    std::optional<OfferRecord> record = find_visible(hub, caller, offer);
    if (!record) { return Error{ErrorCode::not_found, "no such offer here"}; }
    if (!directory::may_keep(caller, *record)) {
        return Error{ErrorCode::not_allowed, "others keep the offer"};
    }
    if (record->edit != edit) { return Error{ErrorCode::edit_conflict, "the offer has been changed since"}; }
    return *std::move(record);
}

Result<OfferRecord> saved(db::Writer& hub, const Caller& caller, Instant now, OfferRecord record,
                          std::string_view act, const std::string& other)
{
    record.changed_at = now;
    TRY(directory::update_record(hub, record));
    ++record.edit;
    directory::next_revision(hub);
    access::append_journal(
        hub, caller, now,
        {.subject = "offer:" + record.offer.id,
         .act = std::string{act},
         .purpose = "administration",
         .audience = {},
         .content = json::serialize(json::object{{"edit", record.edit}, {"other", other}})});
    return record;
}

} // namespace

Duplicates duplicates_here(App& app, const Caller& caller)
{
    const std::vector<OfferRecord> records =
        app.hub().read([&](db::Reader& hub) { return directory::records_of(hub, caller.municipality); });
    Duplicates duplicates;
    duplicates.suspected = suspected_pairs(caller, records, {}, "");
    for (const OfferRecord& record : records) {
        const bool is_mine = record.state == OfferState::merged && directory::may_keep(caller, record);
        if (is_mine) { duplicates.merged.push_back(record); }
    }
    return duplicates;
}

Result<OfferRecord> merge_offer(App& app, const Caller& caller, const std::string& offer, std::int64_t edit,
                                const std::string& into)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_kept(hub, caller, offer, edit));
        const std::optional<OfferRecord> other = find_visible(hub, caller, into);
        if (!other || !is_alive(*other) || into == offer) {
            return Error{std::vector<FieldFault>{{"into", FaultCode::not_known}}};
        }
        if (!is_alive(record)) { return Error{ErrorCode::not_allowed, "it has given way already"}; }
        if (has_merged(hub, offer)) {
            return Error{ErrorCode::not_allowed, "others have been merged into it"};
        }
        if (record.state == OfferState::published && other->state != OfferState::published) {
            return Error{ErrorCode::not_allowed, "the public would see neither"};
        }
        record.state = OfferState::merged;
        record.merged_into = into;
        return saved(hub, caller, now, std::move(record), "offer_merged", into);
    });
}

Result<OfferRecord> unmerge_offer(App& app, const Caller& caller, const std::string& offer, std::int64_t edit)
{
    const Instant now = app.clock.now();
    return app.hub().write([&](db::Writer& hub) -> Result<OfferRecord> {
        TRY_LET(record, need_kept(hub, caller, offer, edit));
        if (record.state != OfferState::merged) {
            return Error{ErrorCode::not_allowed, "it has not been merged"};
        }
        const std::string other = std::exchange(record.merged_into, "");
        record.state = record.published_version ? OfferState::published : OfferState::draft;
        return saved(hub, caller, now, std::move(record), "offer_unmerged", other);
    });
}

} // namespace samvei::exchange
