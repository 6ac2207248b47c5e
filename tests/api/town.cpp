#include "api/town.hpp"

#include "catalogue/national.hpp"
#include "directory/content.hpp"
#include "directory/offers.hpp"
#include "followup/actions.hpp"
#include "main/rooms.hpp"

#include <stdexcept>

namespace samvei::api {

using access::Role;

namespace {

const std::string other_municipality = "4998";

http::ServerSettings server_settings()
{
    http::ServerSettings settings;
    settings.port = 0;
    settings.workers = 4;
    return settings;
}

template <class T>
T must(Result<T> result, const char* what)
{
    if (!result) { throw std::runtime_error{std::string{"the town cannot have "} + what}; }
    return std::move(result).value();
}

/// content/services of this program, read once.
const directory::ServiceContent& services()
{
    static const directory::ServiceContent read =
        directory::read_services(std::filesystem::path{SAMVEI_API_SCRIPTS} / "../../content").content;
    return read;
}

access::App with_shelf(access::testing::TestApp& base, finder::Shelf& shelf)
{
    return {.databases = *base.databases,
            .clock = base.clock,
            .ids = base.ids,
            .keys = base.keys,
            .content = base->content,
            .definitions = base.definitions,
            .access_log = base.access_log,
            .shelf = shelf,
            .login = base->login};
}

} // namespace

Town::Town(db::testing::Engine engine)
    : app_{engine}, shelf_{services().vocabulary, services().places}, served_{with_shelf(app_, shelf_)}
{
    catalogue::keep_national_versions(served_);
    settle();
    add_offers();
    router_ = std::make_unique<http::Router>(routes_of_all_rooms(served_));
    server_ = std::make_unique<http::Server>(server_settings(), *router_);
    thread_ = std::thread{[this] { server_->run(); }};
}

Town::~Town()
{
    server_->stop();
    thread_.join();
}

void Town::settle()
{
    add_unit("Prøveskolen", "school");
    add_unit("Prøvebarnehagen", "kindergarten");
    add_unit("Skolehelsetjenesten", "school_health");
    add_unit("Psykisk helseteam", "mental_health_team");
    add_unit("PPT", "ppt");
    add_unit("Barnevernstjenesten", "child_welfare");
    add_unit("Koordinerende enhet", "coordinating_unit");

    add_staff("kari", "school", Role::professional, "teacher");
    add_staff("ola", "school", Role::professional, "teacher");
    add_staff("leder", "school", Role::leader, "leader");
    add_staff("nils", "school_health", Role::professional, "school_nurse");
    add_staff("helseleder", "school_health", Role::leader, "leader");
    add_staff("psykolog", "mental_health_team", Role::professional, "psychologist");
    add_staff("barnevern", "child_welfare", Role::professional, "child_welfare_worker");
    add_staff("bti", "coordinating_unit", Role::bti_coordinator, "bti_coordinator");
    add_staff("to", "school", Role::professional, "teacher");
    app_.clock.move_to(Instant{app_.clock.now().seconds + 1}); // Memberships come in the order they began.
    names_["membership.to.second"] = app_.membership(access::AccountId{names_.at("account.to")},
                                                     access::UnitId{names_.at("unit.mental_health_team")},
                                                     Role::professional, "social_worker")
                                         .text();
    for (const char* adult : {"mor", "far", "bestemor"}) { add_family(adult, "guardian"); }
    add_family("sara", "young_person");
    add_stranger();
}

void Town::add_offers()
{
    const auto keep = [&](const std::string& id, const std::string& municipality) {
        for (const auto& [collection, offers] : services().collections) {
            for (const finder::Offer& offer : offers) {
                if (offer.id == id) { directory::keep_content_offers(served_, {offer}, municipality); }
            }
        }
    };
    keep("alarm_116111", "");
    keep("solvik_school_health_lower", "4999");
}

access::UnitId Town::add_unit(const std::string& name, const std::string& kind)
{
    const access::UnitId unit = app_.unit(name, kind);
    names_["unit." + kind] = unit.text();
    return unit;
}

void Town::add_staff(const std::string& username, const std::string& kind, Role role,
                     const std::string& profession)
{
    const access::Caller caller =
        app_.caller(username, access::UnitId{names_.at("unit." + kind)}, role, profession);
    names_["account." + username] = caller.account.text();
    names_["membership." + username] = caller.membership.text();
}

void Town::add_family(const std::string& username, const std::string& profession)
{
    const access::Caller caller = app_.family_caller(username, profession);
    names_["account." + username] = caller.account.text();
    names_["membership." + username] = caller.membership.text();
}

void Town::add_stranger()
{
    const access::AccountOffice office = app_.office();
    app_.databases->add_municipality(other_municipality);
    must(access::add_municipality(office, {.number = other_municipality, .name = "Nabokommunen"}),
         "a neighbour");
    const auto unit =
        must(access::add_unit(office,
                              {.municipality = other_municipality, .name = "Naboskolen", .kind = "school"}),
             "a school next door");
    names_["unit.fremmed"] = unit.text();
    const auto work_there = [&](const std::string& username, Role role, const std::string& profession) {
        const access::AccountId account = app_.account(username);
        const auto membership = must(access::add_membership(office, {.account = account,
                                                                     .municipality = other_municipality,
                                                                     .unit = unit,
                                                                     .role = role,
                                                                     .profession = profession}),
                                     "a stranger");
        names_["account." + username] = account.text();
        names_["membership." + username] = membership.text();
    };
    work_there("fremmed", Role::professional, "teacher");
    work_there("naboleder", Role::leader, "leader");
}

void Town::link(const std::string& username, const std::string& identity_number)
{
    const access::AccountId account{names_.at("account." + username)};
    const auto number = find_identity_number(identity_number);
    check(number.has_value(), "a script names an identity number");
    const std::int64_t linked = followup::link_login(app_.app(), "4999", *number, account, "the operator");
    check(linked > 0, "somebody has that identity number");
}

void Town::end_memberships(const std::string& username)
{
    const auto rows = app_.databases.hub().read([](db::Reader& db) { return access::accounts_in(db); });
    for (const access::AccountRow& row : rows) {
        if (row.username != username || row.membership.empty()) { continue; }
        must(access::end_membership(app_.office(), row.membership), "an end");
    }
}

void Town::deactivate(const std::string& username)
{
    must(access::deactivate_account(app_.office(), access::AccountId{names_.at("account." + username)}),
         "an end");
}

} // namespace samvei::api
