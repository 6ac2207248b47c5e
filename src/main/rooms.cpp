#include "main/rooms.hpp"

#include "access/route.hpp"
#include "catalogue/routes.hpp"
#include "directory/coverage_routes.hpp"
#include "directory/routes.hpp"
#include "exchange/routes.hpp"
#include "followup/routes.hpp"
#include "main/version.hpp"
#include "reminders/routes.hpp"

namespace samvei {

namespace {

struct Room {
    std::string_view name;
    std::span<const access::Route> routes;
};

std::vector<Room> rooms()
{
    return {
        {"access", access::routes()},       {"catalogue", catalogue::routes()},
        {"directory", directory::routes()}, {"directory", directory::coverage_routes()},
        {"followup", followup::routes()},   {"reminders", reminders::routes()},
        {"exchange", exchange::routes()},
    };
}

} // namespace

std::vector<http::BoundRoute> routes_of_all_rooms(access::App& app)
{
    std::vector<http::BoundRoute> all;
    for (const Room& room : rooms()) {
        std::vector<http::BoundRoute> bound = access::bind_routes(app, room.name, room.routes);
        all.insert(all.end(), std::make_move_iterator(bound.begin()), std::make_move_iterator(bound.end()));
    }
    return all;
}

std::string openapi_of_all_rooms()
{
    std::vector<http::BoundRoute> all;
    for (const Room& room : rooms()) {
        for (const access::Route& route : room.routes) {
            all.push_back({.method = route.method,
                           .path = route.path,
                           .handler = {},
                           .text = access::text_of(route, room.name)});
        }
    }
    return http::openapi_of(all, "Samvei", version);
}

} // namespace samvei
