// samvei demo: the fictional municipality Solvik, with synthetic people.

#include "followup/demo.hpp"
#include "access/accounts.hpp"
#include "access/demo_people.hpp"
#include "access/journal.hpp"
#include "access/units.hpp"
#include "catalogue/national.hpp"
#include "directory/offers.hpp"
#include "directory/responsibilities.hpp"
#include "main/commands.hpp"
#include "main/installation.hpp"

#include <fmt/format.h>

#include <array>
#include <iostream>

namespace samvei {

namespace {

constexpr std::string_view municipality_number = "9901"; // No Norwegian municipality has it.
constexpr std::string_view municipality_name = "Solvik";
constexpr std::string_view demo_password = "sammen-om-barna";

struct DemoUnit {
    std::string_view kind;
    std::string_view name;
};

constexpr std::array units{
    DemoUnit{"school", "Solvik skole"},
    DemoUnit{"kindergarten", "Solvik barnehage"},
    DemoUnit{"school_health", "Skolehelsetjenesten"},
    DemoUnit{"mental_health_team", "Psykisk helseteam barn og unge"},
    DemoUnit{"ppt", "PPT"},
    DemoUnit{"child_welfare", "Barnevernstjenesten"},
    DemoUnit{"coordinating_unit", "Koordinerende enhet"},
};

struct DemoAccount {
    std::string_view username;
    std::string_view name;
    std::string_view unit_kind; ///< "" for family.
    access::Role role;
    std::string_view profession;
    std::string_view told_as; ///< In the table of who can log in.
};

constexpr std::array accounts{
    DemoAccount{"kari", "Kari Lunde", "school", access::Role::professional, "teacher", "lærer"},
    DemoAccount{"nils", "Nils Haugen", "school_health", access::Role::professional, "school_nurse",
                "helsesykepleier"},
    DemoAccount{"psykolog", "Ida Moen", "mental_health_team", access::Role::professional, "psychologist",
                "kommunepsykolog"},
    DemoAccount{"barnehage", "Bente Lie", "kindergarten", access::Role::professional, "kindergarten_teacher",
                "barnehagelærer"},
    DemoAccount{"ppt", "Per Sand", "ppt", access::Role::professional, "ppt_adviser", "PP-rådgiver"},
    DemoAccount{"barnevern", "Camilla Rød", "child_welfare", access::Role::professional,
                "child_welfare_worker", "kontaktperson i barnevernet"},
    DemoAccount{"leder", "Leif Dahl", "school", access::Role::leader, "leader",
                "rektor: ser brudd i egen enhet"},
    DemoAccount{"bti", "Berit Vik", "coordinating_unit", access::Role::bti_coordinator, "bti_coordinator",
                "BTI-koordinator: brudd og innstillinger"},
    DemoAccount{"mor", "Mona Solbakken", "", access::Role::family, "guardian", "mor til Emma (8)"},
    DemoAccount{"far", "Frode Solbakken", "", access::Role::family, "guardian", "far til Emma (8)"},
    DemoAccount{"sara", "Sara Nilsen", "", access::Role::family, "young_person", "ungdom, 16 år"},
};

template <class T>
T must(Result<T> result, std::string_view what)
{
    if (!result) {
        throw BrokenInvariant{fmt::format("the demo cannot make {}: {}", what, result.error().why.text)};
    }
    return std::move(result).value();
}

access::Caller caller_of(const DemoAccount& row, const access::AccountId& account,
                         const access::MembershipId& membership, const access::DemoPeople& people)
{
    access::Caller caller;
    caller.account = account;
    caller.name = row.name;
    caller.membership = membership;
    caller.municipality = municipality_number;
    caller.role = row.role;
    caller.profession = row.profession;
    if (row.unit_kind.empty()) { return caller; }
    caller.unit = people.units.at(std::string{row.unit_kind});
    caller.unit_kind = row.unit_kind;
    for (const DemoUnit& unit : units) {
        if (unit.kind == row.unit_kind) { caller.unit_name = unit.name; }
    }
    return caller;
}

access::DemoPeople make_people(Installation& installation)
{
    const access::AccountOffice office{.hub = installation.databases().hub(),
                                       .clock = installation.clock(),
                                       .ids = installation.ids(),
                                       .cost = access::Cost::interactive,
                                       .by = "samvei demo"};
    const std::string number{municipality_number};
    must(access::add_municipality(office, {number, std::string{municipality_name}}), "the municipality");

    access::DemoPeople people;
    for (const DemoUnit& unit : units) {
        people.units[std::string{unit.kind}] = must(
            access::add_unit(office, {number, std::string{unit.name}, std::string{unit.kind}}), unit.name);
    }
    for (const DemoAccount& row : accounts) {
        std::cerr << "  " << row.username << '\n';
        const access::AccountId account =
            must(access::add_account(office, {.username = std::string{row.username},
                                              .name = std::string{row.name},
                                              .language = Language::nb,
                                              .password = std::string{demo_password}}),
                 row.username);
        const auto unit = people.units.find(std::string{row.unit_kind});
        const access::MembershipId membership =
            must(access::add_membership(
                     office, {.account = account,
                              .municipality = number,
                              .unit = unit == people.units.end() ? std::nullopt : std::optional{unit->second},
                              .role = row.role,
                              .profession = std::string{row.profession}}),
                 row.username);
        people.callers[std::string{row.username}] = caller_of(row, account, membership, people);
    }
    return people;
}

/// The country's offers, and those of Solvik, whose people keep them.
void make_offers(Installation& installation)
{
    for (const auto& [collection, offers] : installation.services().collections) {
        const bool national = collection == national_collection;
        directory::keep_content_offers(installation.app(), offers,
                                       national ? "" : std::string{municipality_number});
    }
}

/// The register of Solvik: whole, but for the ages and the severity that have no offer either.
void make_responsibilities(Installation& installation, const access::DemoPeople& people)
{
    using enum finder::Severity;
    struct Row {
        finder::AgeSpan ages;
        std::vector<finder::Severity> severities;
        std::string_view other_unit; ///< "" for the mental health team.
        std::string_view leader;
    };
    const std::array rows{
        Row{{0, 25}, {mild}, "", "Ida Moen"},
        Row{{0, 11}, {moderate}, "", "Ida Moen"},
        Row{{16, 25}, {moderate}, "", "Ida Moen"},
        Row{{0, 17}, {severe, complex}, "BUP Solvik", "Eva Strand"},
        Row{{18, 25}, {severe, complex}, "DPS Solvik, unge voksne", "Odd Nes"},
    };
    constexpr int days_ago = 90;
    for (const Row& row : rows) {
        directory::ResponsibilityText text{.ages = row.ages,
                                           .theme = directory::all_themes,
                                           .severities = row.severities,
                                           .unit = std::nullopt,
                                           .other_unit = std::string{row.other_unit},
                                           .leader = std::string{row.leader},
                                           .decided_on = installation.clock().today().plus_days(-days_ago),
                                           .note = "Samarbeidsavtalen mellom kommunen og helseforetaket"};
        if (row.other_unit.empty()) { text.unit = people.units.at("mental_health_team"); }
        must(directory::add_responsibility(installation.app(), people.callers.at("bti"), text), row.leader);
    }
}

void tell_who_can_log_in()
{
    fmt::print("\nSolvik is a made-up municipality with made-up people. Everybody's password: {}\n\n",
               demo_password);
    for (const DemoAccount& row : accounts) {
        fmt::print("  {:<10} {:<18} {}\n", row.username, row.name, row.told_as);
    }
    fmt::print("\n");
}

} // namespace

int run_demo(const Settings& settings)
{
    if (has_installation(settings)) {
        const auto databases = db::Databases::open(location_of(settings), settings.migrations);
        const std::vector<std::string> there = databases->municipalities();
        if (std::ranges::find(there, municipality_number) != there.end()) {
            tell_who_can_log_in();
            return exit_done;
        }
        std::cerr << "samvei: " << settings.data.string()
                  << " already holds other data; the demo wants an empty folder\n";
        return exit_refused;
    }
    std::cerr << "Making the demo municipality Solvik:\n";
    make_installation(settings)->add_municipality(municipality_number);
    Installation installation{settings};
    catalogue::keep_national_versions(installation.app());
    const access::DemoPeople people = make_people(installation);
    followup::make_demo_follow_ups(installation.app(), people);
    make_offers(installation);
    make_responsibilities(installation, people);
    tell_who_can_log_in();
    return exit_done;
}

} // namespace samvei
