// An offer as rows of HSDS's own tables.

#include "exchange/hsds_ids.hpp"
#include "exchange/mapping.hpp"
#include "exchange/own_taxonomies.hpp"
#include "finder/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace samvei::exchange {

namespace json = boost::json;

namespace {

using finder::Contact;
using finder::ContactKind;
using finder::Offer;
using finder::text_in;

constexpr int minutes_of_day = 1440;
constexpr std::array<std::string_view, 7> week_days{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

std::string_view in_language(const finder::Texts& texts, const MapSetting& setting)
{
    return text_in(texts, find_language(setting.language).value_or(Language::nb));
}

/// 24:00 is not a time in the standard; its last minute is.
std::string clock_time(int minutes)
{
    const int shown = std::min(minutes, minutes_of_day - 1);
    return fmt::format("{:02}:{:02}", shown / 60, shown % 60);
}

class Writer {
public:
    Writer(const Offer& offer, const MapSetting& setting, std::string service_id)
        : offer_{offer}, setting_{setting}, service_id_{std::move(service_id)}
    {}

    Tables rows()
    {
        add_organization();
        add_service();
        add_places();
        add_contacts();
        add_hours();
        add_areas();
        for (const std::string& code : offer_.languages) {
            add("language", code, {{"service_id", service_id_}, {"name", code}, {"code", code}});
        }
        if (!offer_.free) {
            add("cost_option", "fee", {{"service_id", service_id_}, {"option", "fee"}, {"currency", "nok"}});
        }
        add_words();
        return std::move(tables_);
    }

private:
    /// A row whose id is made of what it is in this offer.
    std::string add(std::string_view table, std::string_view name, json::object values)
    {
        const std::string id = hsds_id(table, service_id_ + "/" + std::string{name});
        put(table, id, std::move(values));
        return id;
    }

    /// Once for each id: an offer may name a language twice.
    void put(std::string_view table, const std::string& id, json::object values)
    {
        json::object row{{"id", id}};
        for (auto& member : values) { row[member.key()] = std::move(member.value()); }
        auto& rows = tables_[std::string{table}];
        const auto is_it = [&](const PackageRow& other) { return text_of(other.values, "id") == id; };
        if (std::ranges::any_of(rows, is_it)) { return; }
        rows.push_back({.values = std::move(row), .row = 0, .line = 0});
    }

    static void set(json::object& row, std::string_view field, std::string_view text)
    {
        if (!text.empty()) { row[field] = text; }
    }

    void add_organization()
    {
        const std::string id = organization_id_of(offer_);
        put("organization", id, {{"name", offer_.organization}, {"description", offer_.organization}});
        if (offer_.organization_number.empty()) { return; }
        put("organization_identifier", hsds_id("organization_identifier", offer_.organization_number),
            {{"organization_id", id},
             {"identifier_scheme", "NO-BRC"},
             {"identifier_type", "organisasjonsnummer"},
             {"identifier", offer_.organization_number}});
    }

    void add_service()
    {
        json::object row{{"organization_id", organization_id_of(offer_)},
                         {"name", in_language(offer_.name, setting_)},
                         {"status", "active"},
                         {"minimum_age", offer_.age_min},
                         {"maximum_age", offer_.age_max}};
        set(row, "alternate_name", fmt::format("{}", fmt::join(offer_.other_names, "; ")));
        set(row, "description", in_language(offer_.description, setting_));
        set(row, "url", first_of(ContactKind::web));
        set(row, "email", first_of(ContactKind::email));
        std::string steps;
        for (const finder::Texts& step : offer_.next_steps) {
            steps += (steps.empty() ? "" : "\n") + std::string{in_language(step, setting_)};
        }
        set(row, "application_process", steps);
        set(row, "fees_description", in_language(offer_.cost_note, setting_));
        set(row, "wait_time", in_language(offer_.response_time, setting_));
        if (offer_.interpreter) { row["interpretation_services"] = "Tolk kan bestilles."; }
        if (!offer_.checked.by.empty()) { row["assured_date"] = samvei::text_of(offer_.checked.on); }
        put("service", service_id_, std::move(row));
    }

    std::string_view first_of(ContactKind kind) const
    {
        const auto at = std::ranges::find(offer_.contacts, kind, &Contact::kind);
        return at == offer_.contacts.end() ? std::string_view{} : std::string_view{at->value};
    }

    void add_contacts()
    {
        int number = 0;
        for (const Contact& contact : offer_.contacts) {
            const std::string name = std::to_string(number++);
            json::object row{{"service_id", service_id_}};
            const std::string_view label = in_language(contact.label, setting_);
            switch (contact.kind) {
            case ContactKind::phone:
            case ContactKind::sms:
                row["number"] = contact.value;
                row["type"] = contact.kind == ContactKind::phone ? "voice" : "text";
                set(row, "description", label);
                add("phone", name, std::move(row));
                break;
            case ContactKind::chat:
            case ContactKind::web:
            case ContactKind::form:
                set(row, "label", label);
                row["url"] = contact.value;
                add("url", name, std::move(row));
                break;
            case ContactKind::email:
                set(row, "name", label);
                row["email"] = contact.value;
                add("contact", name, std::move(row));
                break;
            case ContactKind::visit: break;
            }
        }
    }

    void add_places()
    {
        std::size_t number = 0;
        for (const finder::Place& place : offer_.places) {
            const std::string service_at_location = service_at_location_id_of(service_id_, number);
            const std::string name = std::to_string(number++);
            json::object row{{"location_type", "physical"}, {"name", place.name}};
            if (place.latitude) { row["latitude"] = *place.latitude; }
            if (place.longitude) { row["longitude"] = *place.longitude; }
            const std::string location = add("location", name, std::move(row));
            if (!place.address.empty() && !place.postal_code.empty() && !place.city.empty()) {
                add("address", name,
                    {{"location_id", location},
                     {"address_1", place.address},
                     {"city", place.city},
                     {"state_province", "Norge"},
                     {"postal_code", place.postal_code},
                     {"country", "NO"},
                     {"address_type", "physical"}});
            }
            if (const std::string_view access = in_language(offer_.accessibility, setting_);
                !access.empty()) {
                add("accessibility", name, {{"location_id", location}, {"description", access}});
            }
            put("service_at_location", service_at_location,
                {{"service_id", service_id_}, {"location_id", location}});
        }
    }

    void add_hours()
    {
        const std::string_view note = in_language(offer_.hours.note, setting_);
        std::vector<std::pair<finder::TimeSpan, std::string>> rows;
        const auto add_day = [&](int weekday, const finder::TimeSpan& span) {
            auto at = std::ranges::find(rows, span, [](const auto& row) { return row.first; });
            if (at == rows.end()) { at = rows.insert(rows.end(), {span, ""}); }
            if (!at->second.empty()) { at->second += ','; }
            at->second += week_days.at(static_cast<std::size_t>(weekday - 1));
        };
        for (const finder::WeeklyHours& hours : offer_.hours.weekly) { add_day(hours.weekday, hours.span); }
        if (offer_.hours.always) {
            for (int weekday = 1; weekday <= 7; ++weekday) { add_day(weekday, {0, minutes_of_day}); }
        }
        int number = 0;
        for (const auto& [span, days] : rows) {
            json::object row{{"service_id", service_id_}, {"freq", "WEEKLY"}, {"byday", days}};
            set(row, "description", note);
            row["opens_at"] = clock_time(span.from);
            row["closes_at"] = clock_time(span.to);
            add("schedule", std::to_string(number++), std::move(row));
        }
        for (const finder::HoursException& exception : offer_.hours.exceptions) {
            for (const finder::TimeSpan& span : exception.hours) {
                json::object row{{"service_id", service_id_},
                                 {"valid_from", samvei::text_of(exception.from)},
                                 {"valid_to", samvei::text_of(exception.to)}};
                set(row, "description", in_language(exception.note, setting_));
                row["opens_at"] = clock_time(span.from);
                row["closes_at"] = clock_time(span.to);
                add("schedule", std::to_string(number++), std::move(row));
            }
        }
    }

    void add_area(const std::string& extent, std::string_view name)
    {
        add("service_area", extent,
            {{"service_id", service_id_}, {"name", name}, {"extent", extent}, {"extent_type", "text"}});
    }

    void add_areas()
    {
        if (offer_.areas.country) { add_area("NO", "Norge"); }
        for (const std::string& number : offer_.areas.counties) {
            const finder::County* county = setting_.places.find_county(number);
            add_area("NO-" + number, county == nullptr ? number : county->name);
        }
        for (const std::string& number : offer_.areas.municipalities) {
            const finder::Municipality* municipality = setting_.places.find(number);
            add_area(number, municipality == nullptr ? number : municipality->name);
        }
    }

    void add_term(std::string_view taxonomy, std::string_view code, std::string_view name)
    {
        add("attribute", std::string{taxonomy} + ":" + std::string{code},
            {{"link_id", service_id_},
             {"taxonomy_term_id", term_id(taxonomy, code)},
             {"link_type", taxonomy},
             {"link_entity", "service"}});
        put("taxonomy_term", term_id(taxonomy, code), term_row(taxonomy, code, name.empty() ? code : name));
    }

    void add_words()
    {
        for (const OwnTaxonomy& taxonomy : own_taxonomies) {
            put("taxonomy", taxonomy_id(taxonomy.name), taxonomy_row(taxonomy));
        }
        const finder::Kind* kind = setting_.vocabulary.find_kind(offer_.kind);
        add_term(kind_taxonomy, offer_.kind, kind == nullptr ? "" : in_language(kind->name, setting_));
        for (const std::string& id : offer_.themes) {
            const finder::Theme* theme = setting_.vocabulary.find_theme(id);
            add_term(theme_taxonomy, id, theme == nullptr ? "" : in_language(theme->name, setting_));
        }
        for (const auto one : offer_.severity) { add_term(severity_taxonomy, word_of(one), ""); }
        for (const auto one : offer_.audience) { add_term(audience_taxonomy, word_of(one), ""); }
        for (const auto one : offer_.ways) { add_term(way_taxonomy, word_of(one), ""); }
    }

    const Offer& offer_;
    const MapSetting& setting_;
    std::string service_id_;
    Tables tables_;
};

} // namespace

std::string service_id_of(const Offer& offer)
{
    return hsds_id("service", offer.id);
}

std::string organization_id_of(const Offer& offer)
{
    return hsds_id("organization", offer.organization_number.empty() ? "name:" + offer.organization
                                                                     : "number:" + offer.organization_number);
}

std::string service_at_location_id_of(const std::string& service_id, std::size_t place)
{
    return hsds_id("service_at_location", service_id + "/" + std::to_string(place));
}

Tables plain_rows(const Offer& offer, const MapSetting& setting, const std::string& service_id)
{
    return Writer{offer, setting, service_id}.rows();
}

} // namespace samvei::exchange
