// What our own attributes add to the standard's fields, both ways.

#include "exchange/mapping.hpp"

#include "exchange/hsds_ids.hpp"
#include "exchange/own_taxonomies.hpp"
#include "http/json_reader.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <set>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

std::string_view view_of(const json::string_view& text)
{
    return {text.data(), text.size()};
}

/// Every field that either has.
std::set<std::string, std::less<>> fields_of(std::initializer_list<const json::object*> objects)
{
    std::set<std::string, std::less<>> fields;
    for (const json::object* object : objects) {
        for (const auto& member : *object) { fields.emplace(view_of(member.key())); }
    }
    return fields;
}

/// The value, or null when it is not there.
const json::value& value_in(const json::object& object, std::string_view field)
{
    static const json::value none;
    const json::value* value = object.if_contains(field);
    return value == nullptr ? none : *value;
}

void put(json::object& object, std::string_view field, const json::value& value)
{
    if (value.is_null()) {
        object.erase(field);
    } else {
        object[field] = value;
    }
}

bool is_text_map(const json::value& value)
{
    const json::object* object = value.if_object();
    return object != nullptr && std::ranges::all_of(*object, [](const auto& member) {
               return member.value().is_string() && member.key().size() <= 3;
           });
}

json::object plain_object(const Tables& tables, std::string_view service_id, const MapSetting& setting)
{
    const RowIndex index{tables};
    const auto& services = tables.find("service")->second;
    const auto at = std::ranges::find_if(
        services, [&](const PackageRow& row) { return text_of(row.values, "id") == service_id; });
    check(at != services.end(), "the rows of an offer have its service");
    std::vector<RowFault> notes;
    return directory::json_of(plain_offer(index, *at, setting, notes));
}

void add_field(Tables& tables, const std::string& service_id, std::string_view field,
               const json::value& value)
{
    json::object attribute{{"id", hsds_id("attribute", service_id + "/" + std::string{field_taxonomy} + ":" +
                                                           std::string{field})},
                           {"link_id", service_id},
                           {"taxonomy_term_id", term_id(field_taxonomy, field)},
                           {"link_type", field_taxonomy},
                           {"link_entity", "service"},
                           {"value", json::serialize(value)}};
    tables["attribute"].push_back({.values = std::move(attribute), .row = 0, .line = 0});
    tables["taxonomy_term"].push_back(
        {.values = term_row(field_taxonomy, field, field), .row = 0, .line = 0});
}

/// Fields of our own that a service's attributes give, as they were written.
struct OwnFields {
    json::object values; ///< null: not set.
    std::vector<RowFault> faults;
};

OwnFields own_fields_of(const RowIndex& index, const PackageRow& service)
{
    OwnFields own;
    const std::string fields = taxonomy_id(field_taxonomy);
    for (const json::object* attribute :
         index.rows_with("attribute", "link_id", text_of(service.values, "id"))) {
        const json::object* term = index.find("taxonomy_term", text_of(*attribute, "taxonomy_term_id"));
        if (term == nullptr || text_of(*term, "taxonomy_id") != fields) { continue; }
        const std::string field = text_of(*term, "code");
        const auto value = http::read_json(text_of(*attribute, "value"));
        if (value) { own.values[field] = *value; }
        if (!value) {
            own.faults.push_back({.why = Why::bad_own_field,
                                  .table = "service",
                                  .row = service.row,
                                  .line = service.line,
                                  .field = field,
                                  .detail = field});
        }
    }
    return own;
}

/// What the file says now counts for more than an attribute when the two no longer agree.
json::object agreed(const json::object& said, const json::object& full, const json::object& full_as_said)
{
    json::object result = full;
    for (const std::string& field : fields_of({&said, &full_as_said})) {
        if (field == "id") { continue; }
        const json::value& now = value_in(said, field);
        if (now == value_in(full_as_said, field)) { continue; }
        if (is_text_map(now) && is_text_map(value_in(full, field))) {
            for (const auto& member : now.get_object()) {
                result[field].as_object()[member.key()] = member.value();
            }
        } else {
            put(result, field, now);
        }
    }
    return result;
}

std::vector<RowFault> faults_on(const PackageRow& service, const Error& error)
{
    std::vector<RowFault> faults;
    for (const FieldFault& fault : error.fields) {
        faults.push_back({.why = fault.path.starts_with("contacts") && fault.code == FaultCode::required
                                     ? Why::no_contact
                                     : Why::bad_own_field,
                          .table = "service",
                          .row = service.row,
                          .line = service.line,
                          .field = fault.path,
                          .detail = fault.path});
    }
    if (faults.empty()) {
        faults.push_back(
            {.why = Why::bad_own_field, .table = "service", .row = service.row, .line = service.line});
    }
    return faults;
}

void take(MadeOffer& made, const PackageRow& service, const json::object& object,
          const directory::KnownWords& known)
{
    Result<finder::Offer> offer = directory::read_offer(json::serialize(object), known);
    if (offer) {
        made.offer = std::move(offer).value();
        return;
    }
    for (RowFault& fault : faults_on(service, offer.error())) { made.notes.push_back(std::move(fault)); }
}

directory::KnownWords known_words(const finder::Vocabulary& vocabulary, const json::object& plain)
{
    directory::KnownWords known;
    for (const finder::Kind& kind : vocabulary.kinds) { known.kinds.insert(kind.id); }
    for (const finder::Theme& theme : vocabulary.themes) { known.themes.insert(theme.id); }
    // A kind that we chose ourselves is known, whatever content says.
    if (known.kinds.empty()) { known.kinds.insert(std::string{plain.at("kind").as_string()}); }
    return known;
}

} // namespace

Tables rows_of(const finder::Offer& offer, const MapSetting& setting, Readers readers,
               const std::string& service_id)
{
    finder::Offer shown = offer;
    if (readers == Readers::anyone) { shown.handover_contact.clear(); }
    Tables tables = plain_rows(shown, setting, service_id);
    const json::object full = directory::json_of(shown);
    const json::object plain = plain_object(tables, service_id, setting);
    for (const std::string& field : fields_of({&full, &plain})) {
        const json::value& value = value_in(full, field);
        if (value != value_in(plain, field)) { add_field(tables, service_id, field, value); }
    }
    return tables;
}

MadeOffer offer_of(const RowIndex& index, const PackageRow& service, const MapSetting& setting)
{
    MadeOffer made;
    const json::object said = directory::json_of(plain_offer(index, service, setting, made.notes));
    const directory::KnownWords known = known_words(setting.vocabulary, said);
    OwnFields own = own_fields_of(index, service);
    for (RowFault& fault : own.faults) { made.notes.push_back(std::move(fault)); }
    if (!own.faults.empty()) { return made; }
    if (own.values.empty()) {
        take(made, service, said, known);
        return made;
    }
    json::object full = said;
    for (const auto& member : own.values) { put(full, view_of(member.key()), member.value()); }
    made.is_own = own.values.contains("id");
    std::erase_if(made.notes, [](const RowFault& fault) { return fault.why == Why::shortened; });
    take(made, service, full, known);
    if (!made.offer) { return made; }
    const std::string service_id = text_of(service.values, "id");
    const json::object full_as_said =
        plain_object(plain_rows(*made.offer, setting, service_id), service_id, setting);
    const json::object result = agreed(said, full, full_as_said);
    made.offer.reset();
    take(made, service, result, known);
    return made;
}

} // namespace samvei::exchange
