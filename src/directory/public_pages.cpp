#include "directory/public_pages.hpp"

#include "access/route.hpp"
#include "directory/offers.hpp"
#include "directory/store.hpp"
#include "finder/words.hpp"

#include <algorithm>
#include <array>

namespace samvei::directory {

namespace json = boost::json;
using http::Request;
using http::Response;

namespace {

constexpr std::array crisis_numbers{"emergency_113", "emergency_clinic_116117", "alarm_116111",
                                    "mental_helse_116123"};

/// Names of the languages, each in itself.
std::string name_of(Language language)
{
    switch (language) {
    case Language::nb: return "Bokmål";
    case Language::nn: return "Nynorsk";
    case Language::en: return "English";
    }
    return "";
}

/// The day on which the least checked of the four numbers was checked; none while they are not all there.
std::optional<Date> crisis_checked_on(const finder::SearchIndex& index)
{
    std::optional<Date> oldest;
    for (const char* id : crisis_numbers) {
        const finder::Offer* offer = index.find_offer(id);
        if (offer == nullptr) { return std::nullopt; }
        oldest = std::min(oldest.value_or(offer->checked.on), offer->checked.on);
    }
    return oldest;
}

/// What has taken the place of an offer; "" when nothing has.
std::string merged_into(access::App& app, const std::string& offer)
{
    return app.hub().read([&](db::Reader& hub) {
        const std::optional<OfferRecord> record = find_record(hub, offer);
        return record ? record->merged_into : std::string{};
    });
}

} // namespace

PublicPages::PublicPages(access::App& app, PlaceMap map, const std::filesystem::path& templates,
                         const std::filesystem::path& words)
    : app_{app}, map_{std::move(map)}, templates_{templates}, sentences_{words}
{}

Reading PublicPages::reading_of(const Request& request, bool large) const
{
    Language language = request.language;
    const auto asked = request.find_form("lang") ? request.find_form("lang") : request.find_query("lang");
    if (asked) { language = find_language(*asked).value_or(language); }
    return {.language = language,
            .large = large,
            .now = app_.clock.now(),
            .sentences = sentences_,
            .vocabulary = app_.shelf.vocabulary(),
            .places = app_.shelf.places()};
}

/// What stands on every page. `path` and `query` lead here again; the query is "" or ends in "&".
json::object PublicPages::common(const Reading& reading, const finder::SearchIndex& index,
                                 const std::string& path, const std::string& query) const
{
    json::object data = sentences_.page_words(reading.language);
    data["lang"] = code_of(reading.language);
    data["keep"] = reading.keep();
    data["text_large"] = reading.large;
    Reading other = reading;
    other.large = !reading.large;
    data["text_size_href"] = other.link(path, query);
    json::array languages;
    for (const Language language : all_languages) {
        Reading in_it = reading;
        in_it.language = language;
        languages.push_back(json::object{{"code", code_of(language)},
                                         {"name", name_of(language)},
                                         {"current", language == reading.language},
                                         {"href", in_it.link(path, query)}});
    }
    data["languages"] = std::move(languages);
    data["page_description"] = reading.say("page_description");
    for (const char* place : {"at_find", "at_crisis", "at_municipalities"}) { data[place] = false; }
    const std::optional<Date> checked = crisis_checked_on(index);
    data["crisis_checked_sentence"] =
        checked ? json::value(
                      reading.say("crisis_checked", {{"day", sentences_.day(reading.language, *checked)}}))
                : json::value(false);
    return data;
}

Response PublicPages::page(const std::string& name, const Reading& reading, json::object data,
                           int status) const
{
    Response response = http::html_response(status, templates_.render(name, data));
    response.headers.emplace_back("Content-Language", std::string{code_of(reading.language)});
    response.headers.emplace_back("Vary", "Accept-Language");
    return response;
}

Response PublicPages::missing(const Request& request) const
{
    const Reading reading = reading_of(request, request.find_query("text") == "large");
    json::object data = common(reading, *current_index(app_), "/", "");
    data["page_title"] = reading.say("title_not_found");
    data["heading"] = reading.say("not_found_heading");
    return page("missing", reading, std::move(data), 404);
}

Response PublicPages::offer(const Request& request) const
{
    const auto index = current_index(app_);
    const std::string& id = request.path_parameter("offer");
    const finder::Offer* offer = index->find_offer(id);
    const Reading reading = reading_of(request, request.find_query("text") == "large");
    if (offer == nullptr) {
        const std::string other = merged_into(app_, id);
        return index->find_offer(other) ? http::redirect_to(reading.link("/offers/" + other))
                                        : missing(request);
    }
    json::object data = common(reading, *index, "/offers/" + id, "");
    for (auto& field : page_of(*offer, *index, reading)) { data[field.key()] = std::move(field.value()); }
    data["at_find"] = true;
    data["preview"] = false;
    return page("offer", reading, std::move(data));
}

Response PublicPages::preview(const access::Caller& caller, const Request& request) const
{
    const std::string& id = request.path_parameter("offer");
    const Result<OfferPage> kept = offer_page(app_, caller, id);
    if (!kept) { return missing(request); }
    const OfferRecord& record = kept.value().record;
    const auto index = current_index(app_);
    const Reading reading = reading_of(request, request.find_query("text") == "large");
    json::object data = common(reading, *index, "/v1/offers/" + id + "/preview", "");
    for (auto& field : page_of(record.offer, *index, reading)) {
        data[field.key()] = std::move(field.value());
    }
    data["at_find"] = true;
    const bool is_public = record.state == OfferState::published && !record.has_draft();
    data["preview"] = reading.say(is_public ? "preview_published" : "preview_draft");
    return page("offer", reading, std::move(data));
}

Response PublicPages::crisis(const Request& request) const
{
    const auto index = current_index(app_);
    const Reading reading = reading_of(request, request.find_query("text") == "large");
    json::object data = common(reading, *index, "/crisis", "");
    data["page_title"] = reading.say("title_crisis");
    data["at_crisis"] = true;
    std::vector<const finder::Offer*> lines;
    for (const finder::Offer& offer : index->offers()) {
        const bool is_line = offer.urgent || offer.kind == "help_line";
        if (is_line && offer.areas.country) { lines.push_back(&offer); }
    }
    std::ranges::stable_sort(lines, [](const finder::Offer* left, const finder::Offer* right) {
        return left->urgent && !right->urgent;
    });
    json::array rows;
    for (const finder::Offer* offer : lines) {
        json::object row{{"id", offer->id},
                         {"href", reading.link("/offers/" + offer->id)},
                         {"name", reading.in(offer->name)},
                         {"text_lang", text_language(*offer, reading)},
                         {"summary", reading.in(offer->summary)},
                         {"checked_sentence", checked_sentence(*offer, reading)}};
        add_facts(row, *offer, reading, Voice::you);
        const bool unstated = row["opening_sentence"].is_bool();
        row["hours_sentence"] = unstated ? text_or_false(reading.in(offer->hours.note)) : json::value(false);
        rows.push_back(std::move(row));
    }
    data["help_lines"] = std::move(rows);
    return page("crisis", reading, std::move(data));
}

Response PublicPages::embedded(const Request& request) const
{
    const auto index = current_index(app_);
    const Reading reading = reading_of(request, false);
    json::object data = common(reading, *index, "/embed", "");
    data["page_title"] = reading.say("title_find");
    const finder::Municipality* municipality =
        reading.places.find(request.find_query("municipality").value_or(""));
    data["municipality_number"] = municipality ? json::value(municipality->number) : json::value(false);
    data["municipality_sentence"] =
        municipality ? json::value(reading.say("embed_place", {{"place", municipality->name}}))
                     : json::value(false);
    data["start_href"] = reading.link("/", municipality ? "municipality=" + municipality->number + "&" : "");
    Response response = page("embed", reading, std::move(data));
    response.framing = http::Framing::anybody;
    return response;
}

http::BoundRoute PublicPages::preview_route() const
{
    const access::Route route{.method = http::Method::get,
                              .path = "/v1/offers/{offer}/preview",
                              .handler = nullptr,
                              .entry = access::Entry::staff,
                              .summary = "The newest text as the public would see it",
                              .output_type = "text/html"};
    return access::bind_route(app_, "directory", route,
                              [this](access::App&, const access::Caller& caller, const Request& request) {
                                  return preview(caller, request);
                              });
}

std::vector<http::BoundRoute> PublicPages::routes() const
{
    std::vector<http::BoundRoute> routes;
    const auto add = [&](http::Method method, std::string_view path,
                         Response (PublicPages::*handler)(const Request&) const, std::string_view summary) {
        routes.push_back(
            {.method = method,
             .path = path,
             .handler = [this, handler](const Request& request) { return (this->*handler)(request); },
             .text = {.summary = summary, .tag = "directory", .output_type = "text/html", .login = false}});
    };
    add(http::Method::get, "/", &PublicPages::start, "The start page: what is difficult?");
    add(http::Method::get, "/find", &PublicPages::find_by_link, "Offers for a theme, an age and a place");
    add(http::Method::post, "/find", &PublicPages::find_by_form,
        "Offers for what somebody writes; nothing is kept");
    add(http::Method::get, "/offers/{offer}", &PublicPages::offer, "One offer");
    add(http::Method::get, "/crisis", &PublicPages::crisis, "Help lines");
    add(http::Method::get, "/municipalities", &PublicPages::municipalities,
        "Municipalities by name and on a map");
    add(http::Method::get, "/municipalities/{number}", &PublicPages::municipality, "What there is in one");
    add(http::Method::get, "/embed", &PublicPages::embedded, "A small search for other sites' pages");
    return routes;
}

} // namespace samvei::directory
