#pragma once
// Shapes of this room's JSON. What /hsds answers is the standard's, and checked by its tables.

#include "http/shape.hpp"

namespace samvei::exchange::shapes {

extern const http::Shape dry_run_input;
extern const http::Shape import_input;
extern const http::Shape dry_run;
extern const http::Shape import_run;
extern const http::Shape import_runs;
extern const http::Shape export_query;
extern const http::Shape duplicates;
extern const http::Shape merge_input;
extern const http::Shape unmerge_input;
extern const http::Shape merged_offer;

extern const http::Shape services_query;
extern const http::Shape organizations_query;
extern const http::Shape organization_query;
extern const http::Shape places_query;
extern const http::Shape terms_query;
extern const http::Shape taxonomies_query;

} // namespace samvei::exchange::shapes
