#pragma once
// The index of what the server can do: every room's routes.

#include "access/app.hpp"
#include "http/router.hpp"

#include <vector>

namespace samvei {

std::vector<http::BoundRoute> routes_of_all_rooms(access::App& app);

/// The routes with what they say of themselves, for OpenAPI: no handler may be called.
std::string openapi_of_all_rooms();

} // namespace samvei
