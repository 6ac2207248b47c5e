#pragma once
// Handlers of this room, named after method and path. The table is in routes.cpp.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "http/message.hpp"

namespace samvei::catalogue::handlers {

using access::App;
using access::Caller;
using http::Request;
using http::Response;
using Handler = Response(App& app, const Caller& caller, const Request& request);

// handlers.cpp
Handler get_pathways, get_versions, get_version, post_retire, get_vocabulary, post_check, post_trial;

// draft_handlers.cpp
Handler post_draft, get_draft, put_draft, post_discard, post_publish, get_update, post_update;

} // namespace samvei::catalogue::handlers
