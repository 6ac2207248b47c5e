// Municipalities by name and on a map, and what there is in one.

#include "base/text.hpp"
#include "directory/offers.hpp"
#include "directory/public_pages.hpp"
#include "http/json_reader.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace samvei::directory {

namespace json = boost::json;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t matches_max = 20;
constexpr std::array themes_shown{"sleep",          "anxiety",         "sadness", "bullying",
                                  "school_absence", "family_conflict", "violence"};

/// Where an offer stands on the page of a municipality.
std::string_view section_of(const finder::Offer& offer, const Reading& reading)
{
    if (offer.areas.country) { return "section_country"; }
    const finder::Kind* kind = reading.vocabulary.find_kind(offer.kind);
    const int line = kind ? kind->line : 0;
    constexpr int school_nurse = 3;
    constexpr int specialist = 7;
    return line <= school_nurse ? "section_near" : line < specialist ? "section_low" : "section_specialist";
}

constexpr std::array sections{"section_near", "section_low", "section_specialist", "section_country"};

json::object row_of(const finder::Offer& offer, const Reading& reading)
{
    const finder::Opening opening = finder::opening_at(offer.hours, reading.now);
    return {{"href", reading.link("/offers/" + offer.id)},
            {"name", reading.in(offer.name)},
            {"text_lang", text_language(offer, reading)},
            {"summary", reading.in(offer.summary)},
            {"open_now", opening.stated && opening.open},
            {"opening_sentence", text_or_false(opening_sentence(offer, reading))}};
}

json::array sections_of(const std::vector<const finder::Offer*>& offers, const Reading& reading)
{
    json::array array;
    for (const char* section : sections) {
        json::array rows;
        for (const finder::Offer* offer : offers) {
            if (section_of(*offer, reading) == section) { rows.push_back(row_of(*offer, reading)); }
        }
        if (rows.empty()) { continue; }
        array.push_back(json::object{{"heading", reading.say(section)}, {"offers", std::move(rows)}});
    }
    return array;
}

json::array other_names_of(const finder::Municipality& municipality)
{
    json::array names;
    for (const auto& [code, name] : municipality.names) {
        names.push_back(json::object{{"code", code}, {"name", name}});
    }
    return names;
}

/// How many local offers each municipality has.
std::map<std::string, int> local_offers(const finder::SearchIndex& index)
{
    std::map<std::string, int> counts;
    for (const finder::Offer& offer : index.offers()) {
        for (const std::string& number : offer.areas.municipalities) { ++counts[number]; }
    }
    return counts;
}

json::value name_answer(const Reading& reading, const std::string& typed)
{
    if (typed.empty()) { return false; }
    json::array matches;
    const std::vector<const finder::Municipality*> meant = reading.places.meant_by(typed, matches_max);
    for (const finder::Municipality* one : meant) {
        const finder::County* county = reading.places.find_county(one->county);
        const bool alone = std::ranges::count(meant, one->name, &finder::Municipality::name) == 1;
        const std::string name = alone || !county ? one->name : one->name + " (" + county->name + ")";
        matches.push_back(
            json::object{{"name", name}, {"href", reading.link("/municipalities/" + one->number)}});
    }
    const std::string_view sentence = matches.empty() ? "name_not_found" : "name_found";
    return json::object{{"sentence", reading.say(sentence)}, {"matches", std::move(matches)}};
}

std::string text_at(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (value == nullptr) { throw StoreFailure{"map.json lacks " + std::string{name}}; }
    return value->is_string() ? std::string{value->get_string()} : json::serialize(*value);
}

/// [x, y, w, h] with some air around it.
std::string box_of(const json::object& county)
{
    const json::value* box = county.if_contains("box");
    if (box == nullptr || !box->is_array() || box->get_array().size() != 4) {
        throw StoreFailure{"map.json has a county without a box"};
    }
    std::string text;
    for (const json::value& number : box->get_array()) {
        text += (text.empty() ? "" : " ") + json::serialize(number);
    }
    return text;
}

} // namespace

PlaceMap place_map_from(std::string_view json_text)
{
    const auto read = http::read_json(json_text);
    if (!read || !read->is_object()) { throw StoreFailure{"map.json is not a JSON object"}; }
    const json::object& file = read->get_object();
    PlaceMap map{.credit = text_at(file, "credit"),
                 .width = text_at(file, "width"),
                 .height = text_at(file, "height"),
                 .municipalities = {},
                 .counties = {}};
    for (const json::value& shape : file.at("shapes").as_array()) {
        map.municipalities.push_back(
            {text_at(shape.as_object(), "number"), text_at(shape.as_object(), "path")});
    }
    for (const json::value& county : file.at("counties").as_array()) {
        map.counties.push_back({text_at(county.as_object(), "number"), text_at(county.as_object(), "path"),
                                box_of(county.as_object())});
    }
    return map;
}

Response PublicPages::municipalities(const Request& request) const
{
    const auto index = current_index(app_);
    const Reading reading = reading_of(request, request.find_query("text") == "large");
    const std::string typed = trimmed(request.find_query("name").value_or(""));
    const std::string open{request.find_query("county").value_or("")};
    json::object data = common(reading, *index, "/municipalities", "");
    data["page_title"] = reading.say("title_municipalities");
    data["at_municipalities"] = true;
    data["asked_name"] = typed;
    data["name_answer"] = name_answer(reading, typed);
    data["map_width"] = map_.width;
    data["map_height"] = map_.height;
    data["map_credit"] = map_.credit;
    const std::map<std::string, int> counts = local_offers(*index);
    std::vector<finder::County> by_name = reading.places.counties;
    std::ranges::sort(by_name, [](const finder::County& left, const finder::County& right) {
        return compare_norwegian(left.name, right.name) < 0;
    });
    json::array counties;
    for (const finder::County& county : by_name) {
        json::array rows;
        for (const finder::Municipality& one : reading.places.municipalities) {
            if (one.county != county.number) { continue; }
            const auto count = counts.find(one.number);
            rows.push_back(json::object{
                {"name", one.name},
                {"href", reading.link("/municipalities/" + one.number)},
                {"offers_sentence", count == counts.end()
                                        ? json::value(false)
                                        : json::value(reading.say(
                                              "offers_count", {{"count", std::to_string(count->second)}}))}});
        }
        const auto shape = std::ranges::find(map_.counties, county.number, &PlaceMap::CountyShape::number);
        const std::string_view key = rows.size() == 1 ? "municipalities_count_one" : "municipalities_count";
        const std::string size = std::to_string(rows.size());
        counties.push_back(
            json::object{{"number", county.number},
                         {"name", county.name},
                         {"href", reading.link("/municipalities", "county=" + county.number + "&") +
                                      "#county-" + county.number},
                         {"open", open == county.number},
                         {"count_sentence", reading.say(key, {{"count", size}})},
                         {"path", shape == map_.counties.end() ? std::string{} : shape->path},
                         {"municipalities", std::move(rows)}});
    }
    data["counties"] = std::move(counties);
    return page("municipalities", reading, std::move(data));
}

Response PublicPages::municipality(const Request& request) const
{
    const auto index = current_index(app_);
    const Reading reading = reading_of(request, request.find_query("text") == "large");
    const finder::Municipality* here = reading.places.find(request.path_parameter("number"));
    if (here == nullptr) { return missing(request); }

    std::vector<const finder::Offer*> offers;
    std::size_t country = 0;
    for (const finder::Offer& offer : index->offers()) {
        if (!offer.areas.covers(here->number)) { continue; }
        offers.push_back(&offer);
        country += offer.areas.country ? 1 : 0;
    }
    const std::size_t local = offers.size() - country;
    std::ranges::stable_sort(offers, [&](const finder::Offer* left, const finder::Offer* right) {
        return compare_norwegian(reading.in(left->name), reading.in(right->name)) < 0;
    });

    json::object data = common(reading, *index, "/municipalities/" + here->number, "");
    data["page_title"] = here->name + " – Samvei";
    data["at_municipalities"] = true;
    data["number"] = here->number;
    data["municipality_heading"] = reading.say("municipality_heading", {{"name", here->name}});
    data["other_names"] = other_names_of(*here);
    const finder::County* county = reading.places.find_county(here->county);
    data["county_name"] = county ? json::value(county->name) : json::value(false);
    data["county_href"] = reading.link("/municipalities", "county=" + here->county + "&") + "#county-" +
                          here->county;
    data["offers_here_sentence"] =
        reading.say(local == 0 ? "offers_here_none" : "offers_here",
                    {{"here", std::to_string(local)}, {"country", std::to_string(country)}});
    json::array shapes;
    for (const PlaceMap::Shape& shape : map_.municipalities) {
        const finder::Municipality* one = reading.places.find(shape.number);
        if (one == nullptr || one->county != here->county) { continue; }
        shapes.push_back(json::object{{"name", one->name},
                                      {"href", reading.link("/municipalities/" + one->number)},
                                      {"path", shape.path},
                                      {"here", one == here}});
    }
    const auto box = std::ranges::find(map_.counties, here->county, &PlaceMap::CountyShape::number);
    data["has_map"] = !shapes.empty() && box != map_.counties.end();
    data["map_box"] = box == map_.counties.end() ? std::string{} : box->box;
    data["map_credit"] = map_.credit;
    data["map_shapes"] = std::move(shapes);
    data["sections"] = sections_of(offers, reading);
    json::array links;
    for (const char* id : themes_shown) {
        if (const finder::Theme* theme = reading.vocabulary.find_theme(id)) {
            const std::string query = "theme=" + theme->id + "&municipality=" + here->number + "&";
            links.push_back(
                json::object{{"name", reading.in(theme->name)}, {"href", reading.link("/find", query)}});
        }
    }
    data["has_theme_links"] = !links.empty();
    data["theme_links"] = std::move(links);
    return page("municipality", reading, std::move(data));
}

} // namespace samvei::directory
