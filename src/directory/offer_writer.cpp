// Offers as JSON, in the order of their shape; what is not set is left out.

#include "directory/offer_reader.hpp"
#include "finder/words.hpp"

#include <boost/json/array.hpp>

#include <fmt/format.h>

namespace samvei::directory {

namespace {

namespace json = boost::json;
using finder::Offer;
using finder::Texts;

json::array array_of(const std::vector<std::string>& texts)
{
    json::array array;
    for (const std::string& text : texts) { array.emplace_back(text); }
    return array;
}

template <class Enum>
json::array array_of(const std::vector<Enum>& values)
{
    json::array array;
    for (const Enum value : values) { array.emplace_back(word_of(value)); }
    return array;
}

void set(json::object& object, std::string_view name, const std::string& text)
{
    if (!text.empty()) { object[name] = text; }
}

void set(json::object& object, std::string_view name, const Texts& texts)
{
    if (!texts.empty()) { object[name] = directory::json_of(texts); }
}

void set(json::object& object, std::string_view name, const std::vector<std::string>& texts)
{
    if (!texts.empty()) { object[name] = array_of(texts); }
}

std::string clock_time(int minutes)
{
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

json::object json_of(const finder::TimeSpan& span)
{
    return {{"from", clock_time(span.from)}, {"to", clock_time(span.to)}};
}

/// Days with the same hours share a row.
json::array json_of_week(const std::vector<finder::WeeklyHours>& week)
{
    std::vector<std::pair<finder::TimeSpan, json::array>> rows;
    for (const finder::WeeklyHours& hours : week) {
        const auto same = [&](const auto& row) { return row.first == hours.span; };
        auto at = std::find_if(rows.begin(), rows.end(), same);
        if (at == rows.end()) { at = rows.insert(rows.end(), {hours.span, {}}); }
        at->second.emplace_back(finder::weekday_words[static_cast<std::size_t>(hours.weekday - 1)]);
    }
    json::array array;
    for (auto& [span, days] : rows) {
        json::object row{{"days", std::move(days)}};
        for (auto& member : json_of(span)) { row[member.key()] = member.value(); }
        array.push_back(std::move(row));
    }
    return array;
}

json::object json_of(const finder::HoursException& exception)
{
    json::object object{{"from", text_of(exception.from)}, {"to", text_of(exception.to)}};
    if (exception.hours.empty()) { object["closed"] = true; }
    json::array spans;
    for (const finder::TimeSpan& span : exception.hours) { spans.push_back(json_of(span)); }
    if (!spans.empty()) { object["hours"] = std::move(spans); }
    set(object, "note", exception.note);
    return object;
}

json::object json_of(const finder::OpeningHours& hours)
{
    json::object object;
    if (hours.always) { object["always"] = true; }
    if (!hours.weekly.empty()) { object["weekly"] = json_of_week(hours.weekly); }
    object["public_holidays"] = hours.open_on_public_holidays ? "open" : "closed";
    object["school_holidays"] = hours.open_in_school_holidays ? "open" : "closed";
    json::array exceptions;
    for (const finder::HoursException& one : hours.exceptions) { exceptions.push_back(json_of(one)); }
    if (!exceptions.empty()) { object["exceptions"] = std::move(exceptions); }
    set(object, "note", hours.note);
    return object;
}

json::object json_of(const finder::Areas& areas)
{
    json::object object;
    if (areas.country) { object["country"] = true; }
    set(object, "counties", areas.counties);
    set(object, "municipalities", areas.municipalities);
    return object;
}

json::object json_of(const finder::WayIn& way)
{
    json::object object{{"referral", word_of(way.referral)}};
    set(object, "referrers", way.referrers);
    object["self"] = way.self;
    if (way.parents_consent_below) { object["parents_consent_below"] = *way.parents_consent_below; }
    set(object, "note", way.note);
    return object;
}

json::array json_of_places(const std::vector<finder::Place>& places)
{
    json::array array;
    for (const finder::Place& place : places) {
        json::object object{{"name", place.name}};
        set(object, "address", place.address);
        set(object, "postal_code", place.postal_code);
        set(object, "city", place.city);
        if (place.latitude) { object["latitude"] = *place.latitude; }
        if (place.longitude) { object["longitude"] = *place.longitude; }
        array.push_back(std::move(object));
    }
    return array;
}

json::array json_of_contacts(const std::vector<finder::Contact>& contacts)
{
    json::array array;
    for (const finder::Contact& contact : contacts) {
        json::object object{{"kind", word_of(contact.kind)}, {"value", contact.value}};
        set(object, "label", contact.label);
        set(object, "hours_note", contact.hours_note);
        array.push_back(std::move(object));
    }
    return array;
}

void write_who_and_where(json::object& object, const Offer& offer)
{
    json::object organization{{"name", offer.organization}};
    set(organization, "organization_number", offer.organization_number);
    object["organization"] = std::move(organization);
    set(object, "unit", offer.unit);
    object["name"] = directory::json_of(offer.name);
    set(object, "other_names", offer.other_names);
    object["summary"] = directory::json_of(offer.summary);
    object["description"] = directory::json_of(offer.description);
    json::array steps;
    for (const Texts& step : offer.next_steps) { steps.push_back(directory::json_of(step)); }
    object["next_steps"] = std::move(steps);
    object["areas"] = json_of(offer.areas);
    object["ages"] = json::object{{"min", offer.age_min}, {"max", offer.age_max}};
    object["audience"] = array_of(offer.audience);
    object["themes"] = array_of(offer.themes);
    object["severity"] = array_of(offer.severity);
    if (offer.urgent) { object["urgent"] = true; }
}

void write_how(json::object& object, const Offer& offer)
{
    object["way_in"] = json_of(offer.way_in);
    object["anonymous"] = offer.anonymous;
    object["ways"] = array_of(offer.ways);
    json::object cost{{"kind", offer.free ? "free" : "fee"}};
    set(cost, "note", offer.cost_note);
    object["cost"] = std::move(cost);
    set(object, "languages", offer.languages);
    object["interpreter"] = offer.interpreter;
    set(object, "accessibility", offer.accessibility);
    object["hours"] = json_of(offer.hours);
    if (!offer.places.empty()) { object["places"] = json_of_places(offer.places); }
    object["contacts"] = json_of_contacts(offer.contacts);
    set(object, "response_time", offer.response_time);
    if (offer.waiting) { object["waiting"] = directory::json_of(*offer.waiting); }
    set(object, "handover_contact", offer.handover_contact);
}

} // namespace

json::object json_of(const Texts& texts)
{
    json::object object;
    for (const auto& [language, text] : texts) { object[language] = text; }
    return object;
}

json::object json_of(const finder::Waiting& waiting)
{
    json::object object;
    if (waiting.days) { object["days"] = *waiting.days; }
    object["measured_on"] = text_of(waiting.measured_on);
    object["capacity"] = word_of(waiting.capacity);
    return object;
}

json::object json_of(const finder::Checked& checked)
{
    json::object object{{"on", text_of(checked.on)}, {"by", checked.by}};
    set(object, "source", checked.source);
    object["evidence"] = word_of(checked.evidence);
    return object;
}

json::object json_of(const Offer& offer)
{
    json::object object{{"id", offer.id}, {"kind", offer.kind}, {"provider", word_of(offer.provider)}};
    write_who_and_where(object, offer);
    write_how(object, offer);
    set(object, "cooperates_with", offer.cooperates_with);
    object["multidisciplinary"] = offer.multidisciplinary;
    set(object, "in_addition_to", offer.in_addition_to);
    set(object, "legal_basis", offer.legal_basis);
    json::object valid;
    if (offer.valid_from) { valid["from"] = text_of(*offer.valid_from); }
    if (offer.valid_to) { valid["to"] = text_of(*offer.valid_to); }
    if (!valid.empty()) { object["valid"] = std::move(valid); }
    if (!offer.checked.by.empty()) { object["checked"] = json_of(offer.checked); }
    return object;
}

} // namespace samvei::directory
