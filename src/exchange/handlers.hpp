#pragma once
// Handlers of this room for overseers, named after method and path. The table is in routes.cpp, and the
// public ones are in public_api.hpp.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "http/message.hpp"

namespace samvei::exchange::handlers {

using OverseerHandler = http::Response(access::App& app, const access::Caller& caller,
                                       const http::Request& request);

OverseerHandler post_dry_run, post_import, get_imports;
OverseerHandler get_export;
OverseerHandler get_duplicates, post_merge, post_unmerge;

} // namespace samvei::exchange::handlers
