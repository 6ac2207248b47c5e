#include "directory/offer_answers.hpp"

#include "directory/freshness.hpp"
#include "directory/offer_reader.hpp"
#include "finder/words.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

namespace samvei::directory {

namespace json = boost::json;

namespace {

json::object row_object(const OfferRecord& record, const Caller& caller, Language language, Date today)
{
    const finder::Offer& offer = record.offer;
    const Freshness freshness = freshness_of(record, today);
    json::object row{{"id", offer.id},
                     {"name", finder::text_in(offer.name, language)},
                     {"kind", offer.kind},
                     {"state", word_of(record.state)},
                     {"has_draft", record.has_draft()},
                     {"may_keep", may_keep(caller, record)},
                     {"own_unit", record.unit.has_value() && caller.unit == record.unit},
                     {"national", !record.municipality.has_value()},
                     {"checked_on", text_of(offer.checked.on)},
                     {"checked_by", offer.checked.by},
                     {"days_since_check", freshness.days},
                     {"remind_owner", freshness.remind_owner},
                     {"remind_leader", freshness.remind_leader},
                     {"reminds_you", is_reminded(caller, record, freshness)}};
    if (!offer.unit.empty()) { row["unit"] = offer.unit; }
    if (offer.waiting) { row["waiting"] = json_of(*offer.waiting); }
    return row;
}

json::object version_object(const OfferVersion& version)
{
    json::object object{{"number", version.version},
                        {"saved_at", text_of(version.saved_at)},
                        {"saved_by", version.saved_by},
                        {"note", version.note}};
    if (version.published_at) {
        object["published_at"] = text_of(*version.published_at);
        object["published_by"] = version.published_by;
    }
    return object;
}

template <class Enum>
json::array all_of()
{
    json::array words;
    for (const std::string_view word : finder::all_words<Enum>()) { words.emplace_back(word); }
    return words;
}

} // namespace

std::string rows_json(const std::vector<OfferRecord>& records, const Caller& caller, Language language,
                      Date today)
{
    json::array rows;
    for (const OfferRecord& record : records) { rows.push_back(row_object(record, caller, language, today)); }
    return json::serialize(json::object{{"offers", std::move(rows)}});
}

std::string record_json(const OfferPage& page, const Caller& caller)
{
    const OfferRecord& record = page.record;
    json::array versions;
    for (const OfferVersion& version : page.versions) { versions.push_back(version_object(version)); }
    json::object object{{"offer", json_of(record.offer)},
                        {"version", record.edit},
                        {"state", word_of(record.state)},
                        {"number", record.version},
                        {"has_draft", record.has_draft()},
                        {"may_keep", may_keep(caller, record)},
                        {"national", !record.municipality.has_value()},
                        {"from_program", record.source.name == source_content},
                        {"changed_at", text_of(record.changed_at)},
                        {"versions", std::move(versions)}};
    if (record.published_version) { object["published_number"] = *record.published_version; }
    return json::serialize(object);
}

std::string version_json(int number, const finder::Offer& offer)
{
    return json::serialize(json::object{{"number", number}, {"offer", json_of(offer)}});
}

std::string words_json(const finder::Vocabulary& vocabulary, const finder::Places& places, Language language)
{
    json::array kinds;
    for (const finder::Kind& kind : vocabulary.kinds) {
        kinds.push_back(json::object{
            {"id", kind.id}, {"name", finder::text_in(kind.name, language)}, {"line", kind.line}});
    }
    json::array themes;
    for (const finder::Theme& theme : vocabulary.themes) {
        themes.push_back(json::object{
            {"id", theme.id}, {"name", finder::text_in(theme.name, language)}, {"group", theme.group}});
    }
    json::array counties;
    for (const finder::County& county : places.counties) {
        counties.push_back(json::object{{"id", county.number}, {"name", county.name}});
    }
    json::array municipalities;
    for (const finder::Municipality& one : places.municipalities) {
        municipalities.push_back(json::object{{"id", one.number}, {"name", one.name}});
    }
    return json::serialize(json::object{{"kinds", std::move(kinds)},
                                        {"themes", std::move(themes)},
                                        {"counties", std::move(counties)},
                                        {"municipalities", std::move(municipalities)},
                                        {"providers", all_of<finder::Provider>()},
                                        {"audiences", all_of<finder::Audience>()},
                                        {"severities", all_of<finder::Severity>()},
                                        {"ways", all_of<finder::Way>()},
                                        {"referrals", all_of<finder::Referral>()},
                                        {"contact_kinds", all_of<finder::ContactKind>()},
                                        {"capacities", all_of<finder::Capacity>()}});
}

} // namespace samvei::directory
