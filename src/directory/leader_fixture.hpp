#pragma once
// A municipality ("4999") and its leader on either engine, with the words and places of the content.

#include "access/testing/raw_sql.hpp"
#include "access/testing/test_app.hpp"
#include "directory/content.hpp"

#include <gtest/gtest.h>

namespace samvei::directory::testing {

class LedTown {
public:
    explicit LedTown(db::testing::Engine engine)
        : base{engine}, services{read_services(std::filesystem::path{SAMVEI_SOURCE_DIR} / "content").content},
          shelf{services.vocabulary, services.places}, app{.databases = *base.databases,
                                                           .clock = base.clock,
                                                           .ids = base.ids,
                                                           .keys = base.keys,
                                                           .content = base->content,
                                                           .definitions = base.definitions,
                                                           .access_log = base.access_log,
                                                           .shelf = shelf,
                                                           .login = base->login}
    {
        team = base.unit("Psykisk helseteam", "mental_health_team");
        leader = base.caller("leder", team, access::Role::leader, "leader");
        neighbour = leader;
        neighbour.municipality = "4998";
    }

    db::Database& hub() { return base.databases.hub(); }

    access::testing::TestApp base;
    ServiceContent services;
    finder::Shelf shelf;
    access::App app;
    access::UnitId team;
    access::Caller leader;
    access::Caller neighbour; ///< A leader of another municipality.
};

} // namespace samvei::directory::testing
