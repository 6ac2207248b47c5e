#include "exchange/public_api.hpp"

#include "base/text.hpp"
#include "directory/offers.hpp"
#include "exchange/imports.hpp"
#include "exchange/nesting.hpp"
#include "exchange/own_taxonomies.hpp"
#include "finder/words.hpp"
#include "http/problem.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <charconv>

namespace samvei::exchange::handlers {

namespace json = boost::json;

namespace {

using access::App;
using access::Caller;
using finder::Offer;
using http::Request;
using http::Response;

constexpr std::int64_t per_page_default = 50;
constexpr std::int64_t per_page_max = 500;
constexpr std::int64_t page_max = 1'000'000;

Response answer(const json::value& value)
{
    Response response = http::json_response(200, json::serialize(value));
    // Nothing here is anybody's: other sites may read it.
    response.headers.emplace_back("Access-Control-Allow-Origin", "*");
    return response;
}

Response missing(const Request& request)
{
    return http::problem(Error{ErrorCode::not_found, "no such row is published"}, request);
}

/// What is asked for in the query; faults are named by their parameter.
class Asked {
public:
    explicit Asked(const Request& request) : request_{request}
    {
        page = number("page", 1, page_max, 1);
        per_page = number("per_page", 1, per_page_max, per_page_default);
    }

    std::string text(std::string_view name) const
    {
        return std::string{request_.find_query(name).value_or("")};
    }
    bool yes(std::string_view name)
    {
        const std::string value = text(name);
        if (!value.empty() && value != "true" && value != "false") {
            faults.push_back({std::string{name}, FaultCode::not_one_of});
        }
        return value == "true";
    }
    /// On or after this day or time.
    std::optional<Instant> moment(std::string_view name)
    {
        const std::string value = text(name);
        if (value.empty()) { return std::nullopt; }
        const auto day = find_date(std::string_view{value}.substr(0, 10));
        const bool is_time = value.size() == 10 || (value.size() > 11 && value[10] == 'T');
        if (!day || !is_time) {
            faults.push_back({std::string{name}, FaultCode::not_a_time});
            return std::nullopt;
        }
        const auto exact = value.size() >= 19 ? find_instant(value.substr(0, 19) + "Z") : std::nullopt;
        return exact ? exact : find_instant(value.substr(0, 10) + "T00:00:00Z");
    }

    std::int64_t page = 1;
    std::int64_t per_page = per_page_default;
    std::vector<FieldFault> faults;

private:
    std::int64_t number(std::string_view name, std::int64_t min, std::int64_t max, std::int64_t otherwise)
    {
        const auto value = request_.find_query(name);
        if (!value || value->empty()) { return otherwise; }
        std::int64_t found = 0;
        const char* const end = value->data() + value->size();
        const auto [at, error] = std::from_chars(value->data(), end, found);
        if (error != std::errc{} || at != end) {
            faults.push_back({std::string{name}, FaultCode::wrong_type});
            return otherwise;
        }
        if (found < min) { faults.push_back({std::string{name}, FaultCode::too_small, min}); }
        if (found > max) { faults.push_back({std::string{name}, FaultCode::too_large, max}); }
        return found;
    }

    const Request& request_;
};

/// A page of what there is, as the standard's Page; `row` makes the JSON of what is on it.
template <class Item, class RowOf>
json::object page_of(const std::vector<Item>& items, const Asked& asked, const RowOf& row)
{
    const auto total = static_cast<std::int64_t>(items.size());
    const std::int64_t pages = (total + asked.per_page - 1) / asked.per_page;
    json::array contents;
    const std::int64_t from = (asked.page - 1) * asked.per_page;
    for (std::int64_t i = from; i < std::min(total, from + asked.per_page); ++i) {
        contents.push_back(row(items[static_cast<std::size_t>(i)]));
    }
    return {{"total_items", total},      {"total_pages", pages},           {"page_number", asked.page},
            {"size", contents.size()},   {"first_page", asked.page == 1},  {"last_page", asked.page >= pages},
            {"empty", contents.empty()}, {"contents", std::move(contents)}};
}

/// What is published now, and how it is told.
class Directory {
public:
    explicit Directory(App& app)
        : app_{app}, index_{directory::current_index(app)}, setting_{setting_of(app, Caller{})}
    {}

    const std::vector<Offer>& offers() const { return index_->offers(); }

    Tables rows(const Offer& offer) const
    {
        Tables tables = rows_of(offer, setting_, Readers::anyone, service_id_of(offer));
        const auto changed = changes().find(offer.id);
        if (changed != changes().end()) {
            tables["service"].front().values["last_modified"] = samvei::text_of(changed->second);
        }
        return tables;
    }

    json::object nested_service(const Offer& offer) const
    {
        const Tables tables = rows(offer);
        std::size_t budget = nested_max;
        return nested(RowIndex{tables}, "service", tables.at("service").front().values, budget);
    }

    json::object simple_service(const Offer& offer) const
    {
        const Tables tables = rows(offer);
        return nested_once(RowIndex{tables}, "service", tables.at("service").front().values);
    }

    Instant changed_at(const Offer& offer) const
    {
        const auto changed = changes().find(offer.id);
        return changed == changes().end() ? Instant{} : changed->second;
    }

    /// Those that a text finds, the best first; all when there is none.
    std::vector<const Offer*> found_by(const std::string& text) const
    {
        std::vector<const Offer*> found;
        if (text.empty()) {
            for (const Offer& offer : offers()) { found.push_back(&offer); }
            return found;
        }
        finder::Query query;
        query.text = text;
        query.today = app_.clock.today();
        query.limit = offers().size();
        for (const finder::Hit& hit : index_->find(query)) { found.push_back(hit.offer); }
        return found;
    }

private:
    const std::map<std::string, Instant>& changes() const
    {
        if (!changes_) {
            changes_ = app_.hub().read([](db::Reader& hub) { return published_changes(hub); });
        }
        return *changes_;
    }

    App& app_;
    std::shared_ptr<const finder::SearchIndex> index_;
    MapSetting setting_;
    mutable std::optional<std::map<std::string, Instant>> changes_;
};

/// The terms that classify an offer.
std::vector<std::pair<std::string_view, std::string>> terms_of(const Offer& offer)
{
    std::vector<std::pair<std::string_view, std::string>> terms{{kind_taxonomy, offer.kind}};
    for (const std::string& theme : offer.themes) { terms.emplace_back(theme_taxonomy, theme); }
    const auto add = [&](std::string_view taxonomy, const auto& words) {
        for (const auto word : words) { terms.emplace_back(taxonomy, std::string{word_of(word)}); }
    };
    add(severity_taxonomy, offer.severity);
    add(audience_taxonomy, offer.audience);
    add(way_taxonomy, offer.ways);
    return terms;
}

/// Whether an offer has the term, a term of the taxonomy, the organization, and was changed since.
std::vector<const Offer*> filtered(const Directory& all, Asked& asked)
{
    const std::string term = asked.text("taxonomy_term_id");
    const std::string taxonomy = asked.text("taxonomy_id");
    const std::string organization = asked.text("organization_id");
    const std::optional<Instant> since = asked.moment("modified_after");
    std::vector<const Offer*> offers = all.found_by(asked.text("search"));
    std::erase_if(offers, [&](const Offer* offer) {
        if (!organization.empty() && organization_id_of(*offer) != organization) { return true; }
        if (since && all.changed_at(*offer) < *since) { return true; }
        if (term.empty() && taxonomy.empty()) { return false; }
        return std::ranges::none_of(terms_of(*offer), [&](const auto& one) {
            return (term.empty() || term_id(one.first, one.second) == term) &&
                   (taxonomy.empty() || taxonomy_id(one.first) == taxonomy);
        });
    });
    return offers;
}

/// Organizations in the order of their names, each with its offers.
struct Provider {
    std::string id;
    std::vector<const Offer*> offers;
};

std::vector<Provider> providers_of(const std::vector<const Offer*>& offers)
{
    std::map<std::string, Provider> by_name;
    for (const Offer* offer : offers) {
        const std::string id = organization_id_of(*offer);
        Provider& provider = by_name[folded(offer->organization) + id];
        provider.id = id;
        provider.offers.push_back(offer);
    }
    std::vector<Provider> providers;
    for (auto& [name, provider] : by_name) { providers.push_back(std::move(provider)); }
    return providers;
}

enum class Services { none, simple, full };

/// The organization with its lists, and its services as simple or whole as asked for.
json::object organization_json(const Directory& all, const Provider& provider, Services services)
{
    const Tables tables = all.rows(*provider.offers.front());
    const RowIndex index{tables};
    std::size_t budget = nested_max;
    const json::object& row = tables.at("organization").front().values;
    if (services == Services::none) { return row; }
    json::object object = nested(index, "organization", row, budget);
    json::array array;
    for (const Offer* offer : provider.offers) {
        json::object service = services == Services::full ? all.nested_service(*offer)
                                                          : all.simple_service(*offer);
        service.erase("organization");
        array.push_back(std::move(service));
    }
    object["services"] = std::move(array);
    return object;
}

/// Where an offer is.
struct PlacedOffer {
    const Offer* offer = nullptr;
    std::size_t place = 0;
};

enum class Depth { simple, whole };

json::object place_json(const Directory& all, const PlacedOffer& placed, Depth depth)
{
    const Tables tables = all.rows(*placed.offer);
    const json::object& row = tables.at("service_at_location").at(placed.place).values;
    std::size_t budget = nested_max;
    return depth == Depth::whole ? nested(RowIndex{tables}, "service_at_location", row, budget)
                                 : nested_once(RowIndex{tables}, "service_at_location", row);
}

std::vector<PlacedOffer> placed(const std::vector<const Offer*>& offers)
{
    std::vector<PlacedOffer> places;
    for (const Offer* offer : offers) {
        for (std::size_t place = 0; place < offer->places.size(); ++place) {
            places.push_back({offer, place});
        }
    }
    return places;
}

json::array own_taxonomy_rows()
{
    json::array rows;
    for (const OwnTaxonomy& taxonomy : own_taxonomies) {
        if (taxonomy.name != field_taxonomy) { rows.push_back(taxonomy_row(taxonomy)); }
    }
    return rows;
}

/// Every term that an offer may have, and those that any has.
json::array own_term_rows(const Directory& all, const finder::Vocabulary& vocabulary)
{
    json::array rows;
    std::set<std::string> seen;
    const auto add = [&](std::string_view taxonomy, const std::string& code, const std::string& name) {
        if (seen.insert(term_id(taxonomy, code)).second) { rows.push_back(term_row(taxonomy, code, name)); }
    };
    for (const finder::Kind& kind : vocabulary.kinds) {
        add(kind_taxonomy, kind.id, finder::text_in(kind.name, Language::nb));
    }
    for (const finder::Theme& theme : vocabulary.themes) {
        add(theme_taxonomy, theme.id, finder::text_in(theme.name, Language::nb));
    }
    for (const Offer& offer : all.offers()) {
        for (const auto& [taxonomy, code] : terms_of(offer)) { add(taxonomy, code, code); }
    }
    return rows;
}

std::vector<json::object> matching(const json::array& rows, const Asked& asked)
{
    const std::string search = folded(asked.text("search"));
    const std::string taxonomy = asked.text("taxonomy_id");
    const std::string parent = asked.text("parent_id");
    std::vector<json::object> found;
    for (const json::value& value : rows) {
        const json::object& row = value.get_object();
        const bool named = folded(text_of(row, "name")).find(search) != std::string::npos;
        const bool in_it = taxonomy.empty() || text_of(row, "taxonomy_id") == taxonomy;
        if (named && in_it && parent.empty()) { found.push_back(row); }
    }
    return found;
}

Response answer_rows(const json::array& rows, const Request& request)
{
    const Asked asked{request};
    if (!asked.faults.empty()) { return http::problem(Error{asked.faults}, request); }
    return answer(page_of(matching(rows, asked), asked, [](const json::object& row) { return row; }));
}

Response answer_row(const json::array& rows, const Request& request)
{
    for (const json::value& row : rows) {
        if (text_of(row.get_object(), "id") == request.path_parameter("id")) { return answer(row); }
    }
    return missing(request);
}

} // namespace

Response get_hsds(App& app, const Caller&, const Request& request)
{
    const std::string origin = !app.login.public_origin.empty()
                                   ? app.login.public_origin
                                   : "http://" + std::string{request.header("host")};
    return answer(json::object{
        {"version", "3.0"},
        {"profile", "https://docs.openreferral.org/en/latest/hsds/"},
        {"openapi_url", origin + "/openapi.json"},
        {"description", "Published offers of help for children, young people and their families."}});
}

Response get_hsds_services(App& app, const Caller&, const Request& request)
{
    const Directory all{app};
    Asked asked{request};
    const bool minimal = asked.yes("minimal");
    const bool full = asked.yes("full");
    const std::vector<const Offer*> offers = filtered(all, asked);
    if (!asked.faults.empty()) { return http::problem(Error{asked.faults}, request); }
    return answer(page_of(offers, asked, [&](const Offer* offer) -> json::object {
        if (minimal) {
            const std::string at = samvei::text_of(all.changed_at(*offer));
            return {{"id", service_id_of(*offer)}, {"modified_date", at}, {"last_modified", at}};
        }
        return full ? all.nested_service(*offer) : all.simple_service(*offer);
    }));
}

Response get_hsds_service(App& app, const Caller&, const Request& request)
{
    const Directory all{app};
    for (const Offer& offer : all.offers()) {
        if (service_id_of(offer) == request.path_parameter("id")) {
            return answer(all.nested_service(offer));
        }
    }
    return missing(request);
}

Response get_hsds_organizations(App& app, const Caller&, const Request& request)
{
    const Directory all{app};
    Asked asked{request};
    const bool full = asked.yes("full");
    const bool full_service = asked.yes("full_service");
    const std::vector<Provider> providers = providers_of(filtered(all, asked));
    if (!asked.faults.empty()) { return http::problem(Error{asked.faults}, request); }
    const Services services = full_service ? Services::full : full ? Services::simple : Services::none;
    return answer(page_of(providers, asked, [&](const Provider& provider) {
        return organization_json(all, provider, services);
    }));
}

Response get_hsds_organization(App& app, const Caller&, const Request& request)
{
    const Directory all{app};
    Asked asked{request};
    const Services services = asked.yes("full_service") ? Services::full : Services::simple;
    if (!asked.faults.empty()) { return http::problem(Error{asked.faults}, request); }
    for (const Provider& provider : providers_of(all.found_by(""))) {
        if (provider.id == request.path_parameter("id")) {
            return answer(organization_json(all, provider, services));
        }
    }
    return missing(request);
}

Response get_hsds_service_at_locations(App& app, const Caller&, const Request& request)
{
    const Directory all{app};
    Asked asked{request};
    const Depth depth = asked.yes("full") ? Depth::whole : Depth::simple;
    const std::string code = asked.text("postcode");
    std::vector<PlacedOffer> places = placed(filtered(all, asked));
    if (!asked.faults.empty()) { return http::problem(Error{asked.faults}, request); }
    std::erase_if(places, [&](const PlacedOffer& one) {
        return !code.empty() && one.offer->places[one.place].postal_code != code;
    });
    return answer(
        page_of(places, asked, [&](const PlacedOffer& one) { return place_json(all, one, depth); }));
}

Response get_hsds_service_at_location(App& app, const Caller&, const Request& request)
{
    const Directory all{app};
    for (const PlacedOffer& one : placed(all.found_by(""))) {
        const std::string id = service_at_location_id_of(service_id_of(*one.offer), one.place);
        if (id == request.path_parameter("id")) { return answer(place_json(all, one, Depth::whole)); }
    }
    return missing(request);
}

Response get_hsds_taxonomies(App&, const Caller&, const Request& request)
{
    return answer_rows(own_taxonomy_rows(), request);
}

Response get_hsds_taxonomy(App&, const Caller&, const Request& request)
{
    return answer_row(own_taxonomy_rows(), request);
}

Response get_hsds_taxonomy_terms(App& app, const Caller&, const Request& request)
{
    return answer_rows(own_term_rows(Directory{app}, app.shelf.vocabulary()), request);
}

Response get_hsds_taxonomy_term(App& app, const Caller&, const Request& request)
{
    return answer_row(own_term_rows(Directory{app}, app.shelf.vocabulary()), request);
}

} // namespace samvei::exchange::handlers
