#pragma once
// Handlers for those who own the offers, named after method and path. The table is in routes.cpp.

#include "access/app.hpp"
#include "access/caller.hpp"
#include "http/message.hpp"

namespace samvei::directory::handlers {

using access::App;
using access::Caller;
using http::Request;
using http::Response;
using Handler = Response(App& app, const Caller& caller, const Request& request);

Handler get_offers, get_offer, get_version, get_words;
Handler post_offer, put_offer, post_publish, post_retire, post_restore, post_waiting, post_confirm;

} // namespace samvei::directory::handlers
