#include "directory/offer_reader.hpp"

#include "directory/shapes.hpp"
#include "finder/words.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <fmt/format.h>

namespace samvei::directory {

namespace {

using finder::Offer;
using finder::Texts;
using Faults = std::vector<FieldFault>;
using namespace http;
using Object = boost::json::object;

constexpr int minutes_of_day = 1440;

Texts texts_from(const Object& object, std::string_view name)
{
    Texts texts;
    for (auto& [language, text] : text_map_in(object, name)) {
        if (!text.empty()) { texts.emplace(language, std::move(text)); }
    }
    return texts;
}

/// A choice that the shape has already found to be one of its words.
template <class Enum>
Enum word_from(const Object& object, std::string_view name)
{
    const auto found = find_word<Enum>(text_in(object, name));
    check(found.has_value(), "a decoded choice is one of its words");
    return *found;
}

template <class Enum>
std::vector<Enum> words_from(const Object& object, std::string_view name)
{
    std::vector<Enum> all;
    for (const std::string& word : texts_in(object, name)) {
        const auto found = find_word<Enum>(word);
        check(found.has_value(), "a decoded choice is one of its words");
        if (std::ranges::find(all, *found) == all.end()) { all.push_back(*found); }
    }
    return all;
}

/// "HH:MM" as minutes; "24:00" is the end of the day.
std::optional<int> find_minutes(std::string_view text)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !digit(text[0]) || !digit(text[1]) || !digit(text[3]) ||
        !digit(text[4])) {
        return std::nullopt;
    }
    const int hour = (text[0] - '0') * 10 + text[1] - '0';
    const int minute = (text[3] - '0') * 10 + text[4] - '0';
    if (minute > 59 || hour * 60 + minute > minutes_of_day) { return std::nullopt; }
    return hour * 60 + minute;
}

finder::TimeSpan span_from(const Object& object, const std::string& path, Faults& faults)
{
    const auto from = find_minutes(text_in(object, "from"));
    const auto to = find_minutes(text_in(object, "to"));
    if (!from) { faults.push_back({path + ".from", FaultCode::not_a_time}); }
    if (!to) { faults.push_back({path + ".to", FaultCode::not_a_time}); }
    if (!from || !to) { return {}; }
    if (*from >= *to) { faults.push_back({path + ".to", FaultCode::ends_before_start}); }
    return {*from, *to};
}

int weekday_from(std::string_view word)
{
    const auto at = std::ranges::find(finder::weekday_words, word);
    return static_cast<int>(at - finder::weekday_words.begin()) + 1;
}

std::vector<finder::WeeklyHours> week_from(const Object& hours, Faults& faults)
{
    std::vector<finder::WeeklyHours> week;
    int row = 0;
    for (const Object* one : objects_in(hours, "weekly")) {
        const auto span = span_from(*one, fmt::format("hours.weekly[{}]", row++), faults);
        for (const std::string& day : texts_in(*one, "days")) { week.push_back({weekday_from(day), span}); }
    }
    std::ranges::sort(week);
    return week;
}

finder::HoursException exception_from(const Object& object, const std::string& path, Faults& faults)
{
    finder::HoursException exception{.from = date_in(object, "from"),
                                     .to = date_in(object, "to"),
                                     .hours = {},
                                     .note = texts_from(object, "note")};
    if (exception.to < exception.from) { faults.push_back({path + ".to", FaultCode::ends_before_start}); }
    int row = 0;
    for (const Object* span : objects_in(object, "hours")) {
        exception.hours.push_back(span_from(*span, fmt::format("{}.hours[{}]", path, row++), faults));
    }
    const bool closed = find_boolean_in(object, "closed").value_or(false);
    if (closed != exception.hours.empty()) { faults.push_back({path + ".closed", FaultCode::not_known}); }
    return exception;
}

finder::OpeningHours hours_from(const Object& object, Faults& faults)
{
    finder::OpeningHours hours;
    hours.always = find_boolean_in(object, "always").value_or(false);
    hours.weekly = week_from(object, faults);
    hours.open_on_public_holidays = find_text_in(object, "public_holidays") == "open";
    hours.open_in_school_holidays = find_text_in(object, "school_holidays") != "closed";
    int row = 0;
    for (const Object* one : objects_in(object, "exceptions")) {
        hours.exceptions.push_back(exception_from(*one, fmt::format("hours.exceptions[{}]", row++), faults));
    }
    hours.note = texts_from(object, "note");
    return hours;
}

finder::WayIn way_in_from(const Object& object)
{
    finder::WayIn way;
    way.referral = word_from<finder::Referral>(object, "referral");
    way.referrers = texts_in(object, "referrers");
    way.self = boolean_in(object, "self");
    if (const auto below = find_integer_in(object, "parents_consent_below")) {
        way.parents_consent_below = static_cast<int>(*below);
    }
    way.note = texts_from(object, "note");
    return way;
}

std::vector<finder::Place> places_from(const Object& object)
{
    std::vector<finder::Place> places;
    for (const Object* one : objects_in(object, "places")) {
        places.push_back({.name = text_in(*one, "name"),
                          .address = find_text_in(*one, "address").value_or(""),
                          .postal_code = find_text_in(*one, "postal_code").value_or(""),
                          .city = find_text_in(*one, "city").value_or(""),
                          .latitude = find_decimal_in(*one, "latitude"),
                          .longitude = find_decimal_in(*one, "longitude")});
    }
    return places;
}

std::vector<finder::Contact> contacts_from(const Object& object)
{
    std::vector<finder::Contact> contacts;
    for (const Object* one : objects_in(object, "contacts")) {
        contacts.push_back({.kind = word_from<finder::ContactKind>(*one, "kind"),
                            .value = text_in(*one, "value"),
                            .label = texts_from(*one, "label"),
                            .hours_note = texts_from(*one, "hours_note")});
    }
    return contacts;
}

std::vector<Texts> steps_from(const Object& object)
{
    std::vector<Texts> steps;
    for (const Object* one : objects_in(object, "next_steps")) {
        Texts& texts = steps.emplace_back();
        for (const std::string_view language : {"nb", "nn", "en", "se"}) {
            if (auto text = find_text_in(*one, language); text && !text->empty()) {
                texts.emplace(language, *std::move(text));
            }
        }
    }
    return steps;
}

finder::Areas areas_from(const Object& object)
{
    return {.country = find_boolean_in(object, "country").value_or(false),
            .counties = texts_in(object, "counties"),
            .municipalities = texts_in(object, "municipalities")};
}

void read_who_and_where(Offer& offer, const Object& object)
{
    const Object& organization = object_in(object, "organization");
    offer.organization = text_in(organization, "name");
    offer.organization_number = find_text_in(organization, "organization_number").value_or("");
    offer.unit = find_text_in(object, "unit").value_or("");
    offer.areas = areas_from(object_in(object, "areas"));
    const Object& ages = object_in(object, "ages");
    offer.age_min = static_cast<int>(integer_in(ages, "min"));
    offer.age_max = static_cast<int>(integer_in(ages, "max"));
    offer.audience = words_from<finder::Audience>(object, "audience");
    offer.themes = texts_in(object, "themes");
    offer.severity = words_from<finder::Severity>(object, "severity");
    offer.urgent = find_boolean_in(object, "urgent").value_or(false);
}

void read_how(Offer& offer, const Object& object, Faults& faults)
{
    offer.way_in = way_in_from(object_in(object, "way_in"));
    offer.anonymous = boolean_in(object, "anonymous");
    offer.ways = words_from<finder::Way>(object, "ways");
    const Object& cost = object_in(object, "cost");
    offer.free = text_in(cost, "kind") == "free";
    offer.cost_note = texts_from(cost, "note");
    offer.languages = texts_in(object, "languages");
    offer.interpreter = boolean_in(object, "interpreter");
    offer.accessibility = texts_from(object, "accessibility");
    offer.hours = hours_from(object_in(object, "hours"), faults);
    offer.places = places_from(object);
    offer.contacts = contacts_from(object);
    offer.response_time = texts_from(object, "response_time");
    if (const Object* waiting = find_object_in(object, "waiting")) { offer.waiting = waiting_from(*waiting); }
    offer.handover_contact = find_text_in(object, "handover_contact").value_or("");
}

void read_the_rest(Offer& offer, const Object& object)
{
    offer.cooperates_with = texts_in(object, "cooperates_with");
    offer.multidisciplinary = boolean_in(object, "multidisciplinary");
    offer.in_addition_to = texts_in(object, "in_addition_to");
    offer.legal_basis = texts_in(object, "legal_basis");
    if (const Object* valid = find_object_in(object, "valid")) {
        offer.valid_from = find_date_in(*valid, "from");
        offer.valid_to = find_date_in(*valid, "to");
    }
    if (const Object* checked = find_object_in(object, "checked")) {
        offer.checked = {.on = date_in(*checked, "on"),
                         .by = text_in(*checked, "by"),
                         .source = find_text_in(*checked, "source").value_or(""),
                         .evidence = word_from<finder::Evidence>(*checked, "evidence")};
    }
}

bool is_offer_id(std::string_view id)
{
    return std::ranges::all_of(
        id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

bool is_number_of(std::string_view text, std::size_t digits)
{
    return text.size() == digits && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void look_at_areas(const finder::Areas& areas, Faults& faults)
{
    for (std::size_t i = 0; i < areas.counties.size(); ++i) {
        if (!is_number_of(areas.counties[i], 2)) {
            faults.push_back({fmt::format("areas.counties[{}]", i), FaultCode::not_known});
        }
    }
    for (std::size_t i = 0; i < areas.municipalities.size(); ++i) {
        if (!is_number_of(areas.municipalities[i], 4)) {
            faults.push_back({fmt::format("areas.municipalities[{}]", i), FaultCode::not_known});
        }
    }
    if (!areas.country && areas.counties.empty() && areas.municipalities.empty()) {
        faults.push_back({"areas", FaultCode::required});
    }
}

/// A link that leads out of a public page is a web address, and nothing that a browser would run.
void look_at_contacts(const Offer& offer, Faults& faults)
{
    using finder::ContactKind;
    for (std::size_t i = 0; i < offer.contacts.size(); ++i) {
        const finder::Contact& contact = offer.contacts[i];
        const bool is_link = contact.kind == ContactKind::web || contact.kind == ContactKind::form ||
                             contact.kind == ContactKind::chat;
        const bool is_number = contact.kind == ContactKind::phone || contact.kind == ContactKind::sms;
        const std::string path = fmt::format("contacts[{}].value", i);
        if (is_link && !contact.value.starts_with("https://") && !contact.value.starts_with("http://")) {
            faults.push_back({path, FaultCode::not_known});
        }
        if (is_number && contact.value.find_first_not_of("+0123456789 ") != std::string::npos) {
            faults.push_back({path, FaultCode::not_known});
        }
        if (contact.kind == ContactKind::email && contact.value.find('@') == std::string::npos) {
            faults.push_back({path, FaultCode::not_an_email});
        }
    }
}

void look_at_words(const Offer& offer, const KnownWords& known, Faults& faults)
{
    if (!known.kinds.contains(offer.kind)) { faults.push_back({"kind", FaultCode::not_known}); }
    for (std::size_t i = 0; i < offer.themes.size(); ++i) {
        if (!known.themes.contains(offer.themes[i])) {
            faults.push_back({fmt::format("themes[{}]", i), FaultCode::not_known});
        }
    }
}

void look_at(const Offer& offer, Faults& faults)
{
    if (!is_offer_id(offer.id)) { faults.push_back({"id", FaultCode::bad_text}); }
    if (offer.name.empty()) { faults.push_back({"name", FaultCode::required}); }
    if (offer.age_min > offer.age_max) { faults.push_back({"ages.max", FaultCode::ends_before_start}); }
    if (offer.valid_from && offer.valid_to && *offer.valid_to < *offer.valid_from) {
        faults.push_back({"valid.to", FaultCode::ends_before_start});
    }
    if (!offer.organization_number.empty() && !is_number_of(offer.organization_number, 9)) {
        faults.push_back({"organization.organization_number", FaultCode::not_known});
    }
    look_at_areas(offer.areas, faults);
    look_at_contacts(offer, faults);
}

} // namespace

finder::Waiting waiting_from(const Object& object)
{
    finder::Waiting waiting;
    if (const auto days = find_integer_in(object, "days")) { waiting.days = static_cast<int>(*days); }
    waiting.measured_on = date_in(object, "measured_on");
    waiting.capacity = word_from<finder::Capacity>(object, "capacity");
    return waiting;
}

namespace {

/// The faults of the hours come first: they are found while reading.
Offer offer_in(const Object& object, Faults& faults)
{
    Offer offer;
    offer.id = text_in(object, "id");
    offer.kind = text_in(object, "kind");
    offer.provider = word_from<finder::Provider>(object, "provider");
    offer.name = texts_from(object, "name");
    offer.other_names = texts_in(object, "other_names");
    offer.summary = texts_from(object, "summary");
    offer.description = texts_from(object, "description");
    offer.next_steps = steps_from(object);
    read_who_and_where(offer, object);
    read_how(offer, object, faults);
    read_the_rest(offer, object);
    return offer;
}

} // namespace

Result<Offer> offer_from(const Object& object, const KnownWords& known)
{
    Faults faults;
    Offer offer = offer_in(object, faults);
    look_at(offer, faults);
    look_at_words(offer, known, faults);
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return offer;
}

Result<Offer> read_stored_offer(std::string_view text)
{
    TRY_LET(object, decode(shapes::offer, text));
    Faults faults;
    Offer offer = offer_in(object, faults);
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return offer;
}

Result<Offer> read_offer(std::string_view text, const KnownWords& known)
{
    TRY_LET(object, decode(shapes::offer, text));
    return offer_from(object, known);
}

Faults faults_of_publishing(const Offer& offer)
{
    Faults faults;
    const auto need_bokmaal = [&](const Texts& texts, const std::string& path) {
        if (!texts.contains("nb")) { faults.push_back({path + ".nb", FaultCode::required}); }
    };
    need_bokmaal(offer.name, "name");
    need_bokmaal(offer.summary, "summary");
    need_bokmaal(offer.description, "description");
    constexpr std::size_t steps = 3;
    for (std::size_t i = 0; i < steps; ++i) {
        need_bokmaal(i < offer.next_steps.size() ? offer.next_steps[i] : Texts{},
                     fmt::format("next_steps[{}]", i));
    }
    if (offer.themes.empty()) { faults.push_back({"themes", FaultCode::required}); }
    return faults;
}

} // namespace samvei::directory
