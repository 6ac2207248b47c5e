#include "exchange/plan.hpp"

#include "base/digest.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

using directory::OfferRecord;
using directory::OfferState;

std::string_view view_of(const json::string_view& text)
{
    return {text.data(), text.size()};
}

const json::value& value_in(const json::object& object, std::string_view field)
{
    static const json::value none;
    const json::value* value = object.if_contains(field);
    return value == nullptr ? none : *value;
}

std::string json_text(const json::value& value)
{
    return value.is_null() ? std::string{} : json::serialize(value);
}

/// The offer in a stored document; nothing when it cannot be read any more.
json::object object_in(const std::string& document)
{
    const Result<finder::Offer> offer = directory::read_stored_offer(document);
    return offer ? directory::json_of(offer.value()) : json::object{};
}

/// A document without a claim about what it is an offer of.
std::set<std::string> fields_of(const json::object& left, const json::object& right)
{
    std::set<std::string> fields;
    for (const json::object* object : {&left, &right}) {
        for (const auto& member : *object) { fields.emplace(view_of(member.key())); }
    }
    fields.erase("id");
    return fields;
}

class Decider {
public:
    Decider(const PackageReading& reading, const std::vector<MadeService>& services, const ImportWish& wish,
            const PlanFacts& facts)
        : services_{services}, wish_{wish}, facts_{facts}
    {
        plan_.form = reading.form;
        plan_.faults = reading.faults;
        for (const auto& [table, rows] : reading.tables) { plan_.rows[table] = rows.size(); }
    }

    Plan decide()
    {
        for (const MadeService& service : services_) {
            for (const RowFault& note : service.made.notes) { plan_.faults.push_back(note); }
            if (service.made.offer) { plan_.services.push_back(planned(service)); }
        }
        note_gone();
        std::ranges::stable_partition(plan_.faults, is_fault);
        plan_.digest = digest();
        return std::move(plan_);
    }

private:
    void note(const MadeService& service, Why why, const std::string& field, const std::string& detail)
    {
        plan_.faults.push_back({.why = why,
                                .table = "service",
                                .row = service.row->row,
                                .line = service.row->line,
                                .field = field,
                                .detail = detail});
    }

    const OfferRecord* find_record(const std::string& offer) const
    {
        const auto at = facts_.records.find(offer);
        return at == facts_.records.end() ? nullptr : &at->second;
    }

    /// The record that this service is: by a link, or because it is our own offer come home.
    const OfferRecord* find_record_of(const MadeService& service) const
    {
        const auto link = facts_.links.find(service.id);
        if (link != facts_.links.end()) { return find_record(link->second.offer); }
        if (service.id != service_id_of(*service.made.offer)) { return nullptr; }
        return find_record(service.made.offer->id);
    }

    std::string free_id(const MadeService& service)
    {
        constexpr std::size_t stem_max = 50;
        std::string id = service.made.offer->id;
        if (facts_.records.contains(id) || taken_.contains(id)) {
            const std::string mark = digest_of({wish_.source, service.id}).substr(0, 8);
            id = id.substr(0, stem_max) + "_" + mark;
        }
        return id;
    }

    PlannedService planned(const MadeService& service)
    {
        const finder::Offer& made = *service.made.offer;
        PlannedService planned;
        planned.service = service.id;
        planned.name = finder::text_in(made.name, Language::nb);
        planned.row = service.row->row;
        planned.line = service.row->line;
        planned.offer = made;
        planned.made_document = json::serialize(directory::json_of(made));
        const OfferRecord* record = find_record_of(service);
        if (record == nullptr) {
            planned.outcome = Outcome::created;
            planned.offer_id = planned.offer.id = free_id(service);
        } else {
            planned.offer_id = record->offer.id;
            planned.edit = record->edit;
            compare(service, *record, planned);
        }
        taken_.insert(planned.offer_id);
        look_at_publishing(service, record, planned);
        return planned;
    }

    /// What changes every week is not overwritten beside a text that the public sees.
    bool is_left_alone(const std::string& field, const OfferRecord& record) const
    {
        return record.state == OfferState::published && wish_.publish == Publish::no &&
               (field == "waiting" || field == "checked");
    }

    void compare(const MadeService& service, const OfferRecord& record, PlannedService& planned)
    {
        planned.offer = record.offer;
        if (record.state == OfferState::merged) {
            planned.outcome = Outcome::merged;
            note(service, Why::merged_here, "", record.merged_into);
            return;
        }
        const auto link = facts_.links.find(service.id);
        const json::object theirs = directory::json_of(*service.made.offer);
        const json::object ours = directory::json_of(record.offer);
        const json::object base = link == facts_.links.end() ? ours : object_in(link->second.document);
        json::object result = ours;
        for (const std::string& field : fields_of(theirs, ours)) {
            const json::value& now = value_in(theirs, field);
            const json::value& here = value_in(ours, field);
            const json::value& before = value_in(base, field);
            if (now == before || now == here || is_left_alone(field, record)) { continue; }
            const bool here_too = here != before;
            if (here_too) { note(service, Why::changed_here_too, field, field); }
            planned.changes.push_back({.field = field,
                                       .before = json_text(here),
                                       .after = json_text(now),
                                       .changed_here_too = here_too});
            if (now.is_null()) { result.erase(field); }
            if (!now.is_null()) { result[field] = now; }
        }
        take_changes(service, record, planned, result);
    }

    void take_changes(const MadeService& service, const OfferRecord& record, PlannedService& planned,
                      const json::object& result)
    {
        if (planned.changes.empty()) { return; }
        planned.outcome = Outcome::changed;
        if (!facts_.kept.contains(record.offer.id)) { note(service, Why::kept_by_others, "", ""); }
        Result<finder::Offer> offer = directory::read_stored_offer(json::serialize(result));
        check(bool(offer), "two sound offers field by field are a sound offer");
        planned.offer = std::move(offer).value();
    }

    void look_at_publishing(const MadeService& service, const OfferRecord* record, PlannedService& planned)
    {
        const std::string status = text_of(service.row->values, "status");
        const bool is_published = record != nullptr && record->state == OfferState::published &&
                                  !record->has_draft() && planned.outcome == Outcome::unchanged;
        if (wish_.publish == Publish::no || planned.outcome == Outcome::merged || is_published ||
            status != "active") {
            return;
        }
        if (record != nullptr && !facts_.kept.contains(record->offer.id)) { return; }
        planned.will_publish = true;
        for (const FieldFault& fault : directory::faults_of_publishing(planned.offer)) {
            note(service, Why::not_ready, fault.path, fault.path);
        }
    }

    void note_gone()
    {
        std::set<std::string> here;
        for (const MadeService& service : services_) { here.insert(service.id); }
        for (const std::string& service : facts_.services_before) {
            const auto link = facts_.links.find(service);
            if (here.contains(service) || link == facts_.links.end()) { continue; }
            const OfferRecord* record = find_record(link->second.offer);
            if (record == nullptr || record->state == OfferState::merged) { continue; }
            plan_.gone.push_back({.service = service,
                                  .offer_id = record->offer.id,
                                  .name = finder::text_in(record->offer.name, Language::nb)});
        }
    }

    std::string digest() const
    {
        json::array rows;
        for (const PlannedService& one : plan_.services) {
            rows.push_back(json::array{one.service, one.offer_id, static_cast<int>(one.outcome), one.edit,
                                       one.will_publish, json::serialize(directory::json_of(one.offer))});
        }
        for (const GoneService& one : plan_.gone) { rows.push_back(json::array{one.service, one.offer_id}); }
        const std::string choices = std::string{wish_.publish == Publish::yes ? "publish" : "draft"} +
                                    (wish_.when_gone == WhenGone::retire ? " retire" : " keep");
        return digest_of({wish_.source, wish_.language, choices, wish_.package, json::serialize(rows)});
    }

    const std::vector<MadeService>& services_;
    const ImportWish& wish_;
    const PlanFacts& facts_;
    std::set<std::string> taken_;
    Plan plan_;
};

} // namespace

std::vector<MadeService> made_services(const RowIndex& index, const MapSetting& setting)
{
    std::vector<MadeService> services;
    const auto rows = index.tables().find("service");
    if (rows == index.tables().end()) { return services; }
    for (const PackageRow& row : rows->second) {
        services.push_back(
            {.id = text_of(row.values, "id"), .row = &row, .made = offer_of(index, row, setting)});
    }
    return services;
}

std::set<std::string> offer_ids_claimed(const std::vector<MadeService>& services)
{
    std::set<std::string> ids;
    for (const MadeService& service : services) {
        if (service.made.offer) { ids.insert(service.made.offer->id); }
    }
    return ids;
}

bool Plan::can_be_imported() const
{
    return std::ranges::none_of(faults, is_fault);
}

std::size_t Plan::count_of(Outcome outcome) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(services, [&](const PlannedService& one) { return one.outcome == outcome; }));
}

Plan decide_plan(const PackageReading& reading, const std::vector<MadeService>& services,
                 const ImportWish& wish, const PlanFacts& facts)
{
    return Decider{reading, services, wish, facts}.decide();
}

} // namespace samvei::exchange
