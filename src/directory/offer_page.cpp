// Everything that the public sees of one offer.

#include "directory/page_words.hpp"
#include "finder/words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace samvei::directory {

namespace {

namespace json = boost::json;
using finder::Offer;

constexpr int everybody = 100;

json::array paragraphs_of(const std::string& text)
{
    json::array paragraphs;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        paragraphs.push_back(json::object{{"paragraph", text.substr(at, end - at)}});
        at = end + 2;
    }
    return paragraphs;
}

std::string span_sentence(const finder::TimeSpan& span, const Reading& reading)
{
    return reading.say("hours_span", {{"from", reading.sentences.time(reading.language, span.from)},
                                      {"to", reading.sentences.time(reading.language, span.to)}});
}

std::string spans_sentence(const std::vector<finder::TimeSpan>& spans, const Reading& reading)
{
    if (spans.empty()) { return reading.say("closed"); }
    std::vector<std::string> parts;
    for (const finder::TimeSpan& span : spans) { parts.push_back(span_sentence(span, reading)); }
    return reading.sentences.list(reading.language, parts);
}

/// Days in a row with the same hours share a row: "Mandag–fredag".
json::array week_of(const finder::OpeningHours& hours, const Reading& reading)
{
    struct Row {
        int first;
        int last;
        std::vector<finder::TimeSpan> spans;
    };
    std::vector<Row> rows;
    constexpr int days_of_week = 7;
    for (int day = 1; day <= days_of_week; ++day) {
        std::vector<finder::TimeSpan> spans;
        for (const finder::WeeklyHours& one : hours.weekly) {
            if (one.weekday == day) { spans.push_back(one.span); }
        }
        if (spans.empty()) { continue; }
        if (!rows.empty() && rows.back().last == day - 1 && rows.back().spans == spans) {
            rows.back().last = day;
        } else {
            rows.push_back({day, day, std::move(spans)});
        }
    }
    json::array array;
    const int today = weekday_of(reading.today());
    for (const Row& row : rows) {
        std::string days = reading.sentences.weekday(reading.language, row.first);
        if (row.last > row.first) { days += "–" + reading.sentences.weekday(reading.language, row.last); }
        array.push_back(json::object{{"days", days},
                                     {"times", spans_sentence(row.spans, reading)},
                                     {"today", row.first <= today && today <= row.last}});
    }
    return array;
}

json::array exceptions_of(const finder::OpeningHours& hours, const Reading& reading)
{
    json::array array;
    for (const finder::HoursException& exception : hours.exceptions) {
        if (exception.to < reading.today()) { continue; }
        std::string days = reading.sentences.day(reading.language, exception.from);
        if (exception.to > exception.from) {
            days += " – " + reading.sentences.day(reading.language, exception.to);
        }
        array.push_back(json::object{{"days", days},
                                     {"times", spans_sentence(exception.hours, reading)},
                                     {"note", text_or_false(reading.in(exception.note))}});
    }
    return array;
}

json::array notes_of(const finder::OpeningHours& hours, const Reading& reading)
{
    json::array notes;
    const auto add = [&](const std::string& note) {
        if (!note.empty()) { notes.push_back(json::object{{"note", note}}); }
    };
    if (!hours.always && !hours.weekly.empty()) {
        if (!hours.open_on_public_holidays) { add(reading.say("closed_on_holidays")); }
        if (!hours.open_in_school_holidays) { add(reading.say("closed_in_school_holidays")); }
    }
    add(reading.in(hours.note));
    return notes;
}

std::string for_whom(const Offer& offer, const Reading& reading)
{
    const bool any_age = offer.age_min == 0 && offer.age_max >= everybody;
    if (any_age) { return reading.say("for_everybody"); }
    const std::string_view key = offer.age_max >= everybody ? "ages_from_other"
                                 : offer.age_min == 0       ? "ages_to_other"
                                                            : "ages_between_other";
    return reading.say(key,
                       {{"from", std::to_string(offer.age_min)}, {"to", std::to_string(offer.age_max)}}) +
           ".";
}

std::string areas_of(const Offer& offer, const Reading& reading)
{
    if (offer.areas.country) { return reading.say("area_country"); }
    std::vector<std::string> names;
    for (const std::string& number : offer.areas.counties) {
        if (const finder::County* county = reading.places.find_county(number)) {
            names.push_back(county->name);
        }
    }
    for (const std::string& number : offer.areas.municipalities) {
        if (const auto* municipality = reading.places.find(number)) { names.push_back(municipality->name); }
    }
    constexpr std::size_t named_max = 6;
    if (names.size() > named_max) {
        return reading.say("area_many", {{"count", std::to_string(names.size())}});
    }
    return reading.say("area_places", {{"places", reading.sentences.list(reading.language, names)}});
}

json::array places_of(const Offer& offer)
{
    json::array array;
    for (const finder::Place& place : offer.places) {
        std::string address = place.address;
        if (!place.city.empty()) {
            address += (address.empty() ? "" : ", ") +
                       (place.postal_code.empty() ? "" : place.postal_code + " ") + place.city;
        }
        array.push_back(json::object{{"name", place.name}, {"address", text_or_false(address)}});
    }
    return array;
}

std::string languages_of(const Offer& offer, const Reading& reading)
{
    std::vector<std::string> names;
    for (const std::string& code : offer.languages) {
        constexpr std::array known{"nb", "nn", "en", "se", "ar", "so", "uk", "pl", "ti", "fr", "es", "de"};
        if (std::ranges::find(known, code) != known.end()) {
            names.push_back(reading.say("language_" + code));
        }
    }
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (names.empty()) { return {}; }
    return reading.say("languages", {{"languages", reading.sentences.list(reading.language, names)}});
}

std::string ways_of(const Offer& offer, const Reading& reading)
{
    std::vector<std::string> words;
    for (const finder::Way way : offer.ways) {
        words.push_back(reading.say(fmt::format("way_{}", word_of(way))));
    }
    return reading.say("ways", {{"ways", reading.sentences.list(reading.language, words)}});
}

std::string in_addition_to(const Offer& offer, const Reading& reading)
{
    std::vector<std::string> names;
    for (const std::string& id : offer.in_addition_to) {
        if (const finder::Kind* kind = reading.vocabulary.find_kind(id)) {
            names.push_back(reading.in(kind->name));
        }
    }
    if (names.empty()) { return {}; }
    return reading.say("in_addition_to", {{"who", reading.sentences.list(reading.language, names)}});
}

json::array themes_of(const Offer& offer, const Reading& reading)
{
    json::array array;
    for (const std::string& id : offer.themes) {
        if (const finder::Theme* theme = reading.vocabulary.find_theme(id)) {
            array.push_back(json::object{{"name", reading.in(theme->name)},
                                         {"href", reading.link("/find", "theme=" + id + "&")}});
        }
    }
    return array;
}

json::array cooperates_of(const Offer& offer, const finder::SearchIndex& index, const Reading& reading)
{
    json::array array;
    for (const std::string& id : offer.cooperates_with) {
        if (const Offer* other = index.find_offer(id)) {
            array.push_back(
                json::object{{"name", reading.in(other->name)}, {"href", reading.link("/offers/" + id)}});
        }
    }
    return array;
}

/// The unit says something that the name, the kind and the organization do not say, in whichever language.
bool says_more(const Offer& offer, const finder::Kind* kind)
{
    const auto says_it = [&](const auto& text) {
        return !text.second.empty() && offer.unit.starts_with(text.second);
    };
    return offer.unit != offer.organization && std::ranges::none_of(offer.name, says_it) &&
           (kind == nullptr || std::ranges::none_of(kind->name, says_it));
}

void add_hours(json::object& page, const Offer& offer, const Reading& reading)
{
    page["hours"] = week_of(offer.hours, reading);
    page["hours_always"] = offer.hours.always;
    json::array exceptions = exceptions_of(offer.hours, reading);
    page["has_exceptions"] = !exceptions.empty();
    page["hours_exceptions"] = std::move(exceptions);
    page["hours_notes"] = notes_of(offer.hours, reading);
}

} // namespace

json::object page_of(const Offer& offer, const finder::SearchIndex& index, const Reading& reading)
{
    json::object page;
    add_facts(page, offer, reading, Voice::you);
    const finder::Kind* kind = reading.vocabulary.find_kind(offer.kind);
    page["page_title"] = reading.in(offer.name) + " – Samvei";
    page["page_description"] = reading.in(offer.summary);
    page["name"] = reading.in(offer.name);
    page["text_lang"] = text_language(offer, reading);
    page["kind_name"] = kind ? reading.in(kind->name) : std::string{};
    page["organization"] = offer.organization;
    page["unit"] = text_or_false(says_more(offer, kind) ? offer.unit : std::string{});
    page["summary"] = reading.in(offer.summary);
    page["paragraphs"] = paragraphs_of(reading.in(offer.description));
    page["stale_sentence"] = is_stale(offer, reading) ? json::value(reading.say("stale"))
                                                      : json::value(false);
    page["uncertain"] = offer.checked.evidence == finder::Evidence::uncertain;
    page["cost_note"] = text_or_false(reading.in(offer.cost_note));
    page["way_in_note"] = text_or_false(reading.in(offer.way_in.note));
    page["response_time"] = text_or_false(reading.in(offer.response_time));
    add_hours(page, offer, reading);
    page["places"] = places_of(offer);
    page["has_places"] = !offer.places.empty();
    page["for_whom_sentence"] = for_whom(offer, reading);
    page["areas_sentence"] = areas_of(offer, reading);
    page["ways_sentence"] = ways_of(offer, reading);
    page["languages_sentence"] = text_or_false(languages_of(offer, reading));
    page["interpreter"] = offer.interpreter;
    page["accessibility"] = text_or_false(reading.in(offer.accessibility));
    page["in_addition_to_sentence"] = text_or_false(in_addition_to(offer, reading));
    page["themes"] = themes_of(offer, reading);
    json::array cooperates = cooperates_of(offer, index, reading);
    page["has_cooperates"] = !cooperates.empty();
    page["cooperates"] = std::move(cooperates);
    json::array legal;
    for (const std::string& basis : offer.legal_basis) { legal.push_back(json::object{{"basis", basis}}); }
    page["has_legal_basis"] = !legal.empty();
    page["legal_basis"] = std::move(legal);
    page["checked_sentence"] = checked_sentence(offer, reading);
    const bool is_web = offer.checked.source.starts_with("https://");
    page["source_href"] = is_web ? json::value(offer.checked.source) : json::value(false);
    return page;
}

} // namespace samvei::directory
