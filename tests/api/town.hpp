#pragma once
// The town of the API scripts: a whole server on an empty database, and the people who may log in.
//
//   kari        teacher at the school                 leder      its leader
//   nils        school nurse (school_health)          psykolog   mental_health_team
//   barnevern   child welfare worker (child_welfare)  bti        BTI coordinator (coordinating_unit)
//   ola         teacher at the school                 helseleder leader of school_health
//   to          teacher at the school, and social worker in the mental health team
//   mor, far, sara, bestemor                          family; see `link`
//   The school nurses keep the offer solvik_school_health_lower; alarm_116111 is the whole country's.
//   fremmed     teacher in another municipality, whose school is unit.fremmed; naboleder is its leader

#include "access/testing/test_app.hpp"
#include "api/json_match.hpp"
#include "http/server.hpp"

#include <memory>
#include <string>
#include <thread>

namespace samvei::api {

class Town {
public:
    explicit Town(db::testing::Engine engine);
    ~Town();

    std::uint16_t port() const { return server_->port(); }
    const http::Router& router() const { return *router_; }
    access::testing::TestApp& app() { return app_; }
    /// "account.kari", "membership.kari", "unit.school".
    const Names& names() const { return names_; }
    bool has(const std::string& username) const { return names_.contains("account." + username); }

    // What the operator does behind the server's back.
    void link(const std::string& username, const std::string& identity_number);
    void end_memberships(const std::string& username);
    void deactivate(const std::string& username);

private:
    access::UnitId add_unit(const std::string& name, const std::string& kind);
    void add_staff(const std::string& username, const std::string& kind, access::Role role,
                   const std::string& profession);
    void add_family(const std::string& username, const std::string& profession);
    void add_stranger();
    void settle();
    void add_offers();

    access::testing::TestApp app_;
    finder::Shelf shelf_; ///< Of the content, and with it an App that the server works with.
    access::App served_;
    Names names_;
    std::unique_ptr<http::Router> router_;
    std::unique_ptr<http::Server> server_;
    std::thread thread_;
};

} // namespace samvei::api
