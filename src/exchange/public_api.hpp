#pragma once
// The read-only API of HSDS 3: what is published, for anyone. Rows are those of our own offers only; what
// was imported is shown as the offer that it became here. Never what is for staff.
// Source: HSDS 3, schema/openapi.json.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "http/message.hpp"

namespace samvei::exchange::handlers {

using Handler = http::Response(access::App& app, const access::Caller& caller, const http::Request& request);

Handler get_hsds;
Handler get_hsds_services, get_hsds_service;
Handler get_hsds_organizations, get_hsds_organization;
Handler get_hsds_service_at_locations, get_hsds_service_at_location;
Handler get_hsds_taxonomies, get_hsds_taxonomy;
Handler get_hsds_taxonomy_terms, get_hsds_taxonomy_term;

} // namespace samvei::exchange::handlers
