#include "exchange/routes.hpp"

#include "exchange/handlers.hpp"
#include "exchange/public_api.hpp"
#include "exchange/shapes.hpp"

#include <array>

namespace samvei::exchange {

namespace {

using access::Entry;
using access::Route;
using http::Method;
using namespace handlers;

/// A row of the standard's API: for anyone; its answers are the standard's.
constexpr Route open(std::string_view path, Handler& handler, std::string_view summary,
                     const http::Shape* query = nullptr)
{
    return {.method = Method::get,
            .path = path,
            .handler = handler,
            .entry = Entry::anyone,
            .summary = summary,
            .query = query};
}

const std::array table{
    Route{Method::post, "/v1/offer-imports/dry-run", post_dry_run, Entry::overseers,
          "What an import of HSDS 3 would do; stores nothing", &shapes::dry_run_input, &shapes::dry_run},
    Route{Method::post, "/v1/offer-imports", post_import, Entry::overseers,
          "Import just what the dry run showed, all or nothing", &shapes::import_input, &shapes::import_run,
          201},
    Route{Method::get, "/v1/offer-imports", get_imports, Entry::overseers, "Imports that have been done",
          nullptr, &shapes::import_runs},
    Route{Method::get, "/v1/offer-exports", get_export, Entry::overseers,
          "The directory as a package of HSDS 3", nullptr, nullptr, 200, &shapes::export_query},
    Route{Method::get, "/v1/offer-duplicates", get_duplicates, Entry::overseers,
          "Offers that may be one and the same", nullptr, &shapes::duplicates},
    Route{Method::post, "/v1/offers/{offer}/merge", post_merge, Entry::overseers,
          "Let an offer give way to another", &shapes::merge_input, &shapes::merged_offer},
    Route{Method::post, "/v1/offers/{offer}/unmerge", post_unmerge, Entry::overseers,
          "Let a merged offer come back", &shapes::unmerge_input, &shapes::merged_offer},

    open("/hsds/", get_hsds, "HSDS 3: what this API is"),
    open("/hsds/services", get_hsds_services, "HSDS 3: services", &shapes::services_query),
    open("/hsds/services/{id}", get_hsds_service, "HSDS 3: a service and all that belongs to it"),
    open("/hsds/organizations", get_hsds_organizations, "HSDS 3: organizations",
         &shapes::organizations_query),
    open("/hsds/organizations/{id}", get_hsds_organization, "HSDS 3: an organization",
         &shapes::organization_query),
    open("/hsds/service_at_locations", get_hsds_service_at_locations, "HSDS 3: services where they are",
         &shapes::places_query),
    open("/hsds/service_at_locations/{id}", get_hsds_service_at_location, "HSDS 3: a service at a location"),
    open("/hsds/taxonomies", get_hsds_taxonomies, "HSDS 3: taxonomies", &shapes::taxonomies_query),
    open("/hsds/taxonomies/{id}", get_hsds_taxonomy, "HSDS 3: a taxonomy"),
    open("/hsds/taxonomy_terms", get_hsds_taxonomy_terms, "HSDS 3: terms", &shapes::terms_query),
    open("/hsds/taxonomy_terms/{id}", get_hsds_taxonomy_term, "HSDS 3: a term"),
};

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace samvei::exchange
