#include "access/testing/test_app.hpp"

#include "access/content.hpp"
#include "access/units.hpp"

#include <stdexcept>

namespace samvei::access::testing {

namespace {

const std::string number{db::testing::test_municipality};

template <class T>
T value_of(Result<T> result, std::string_view what)
{
    if (!result) {
        throw std::runtime_error{"the test cannot make " + std::string{what} + ": " +
                                 result.error().why.text};
    }
    return std::move(result).value();
}

std::string name_of_unit(db::Database& hub, const UnitId& id)
{
    return hub.read([&](db::Reader& db) -> std::string {
        for (const Unit& unit : units_of(db, number)) {
            if (unit.id == id) { return unit.name; }
        }
        throw std::runtime_error{"the test has no such unit"};
    });
}

Content read_program_content()
{
    const std::filesystem::path folder = std::filesystem::path{SAMVEI_SOURCE_DIR} / "content";
    pathway::ContentReport report = pathway::check_content(folder, date_in_norway(test_start));
    if (!report.findings.empty()) {
        throw std::runtime_error{"content: " + report.findings.front().where + ": " +
                                 report.findings.front().why};
    }
    return content_from(std::move(report.content), folder);
}

} // namespace

const Content& program_content()
{
    static const Content content = read_program_content();
    return content;
}

TestApp::TestApp(db::testing::Engine engine)
    : databases{engine}, app_{.databases = *databases,
                              .clock = clock,
                              .ids = ids,
                              .keys = keys,
                              .content = program_content(),
                              .definitions = definitions,
                              .access_log = access_log,
                              .shelf = shelf,
                              .login = {}}
{
    app_.login.cost = Cost::tests;
    value_of(add_municipality(office(), {.number = number, .name = "Prøvekommune"}), "the municipality");
}

AccountOffice TestApp::office()
{
    return {.hub = databases.hub(), .clock = clock, .ids = ids, .cost = Cost::tests, .by = "samvei test"};
}

UnitId TestApp::unit(std::string_view name, std::string_view kind)
{
    return value_of(
        add_unit(office(), {.municipality = number, .name = std::string{name}, .kind = std::string{kind}}),
        "a unit");
}

AccountId TestApp::account(std::string_view username)
{
    return value_of(add_account(office(), {.username = std::string{username},
                                           .name = "Prøve " + std::string{username},
                                           .language = Language::nb,
                                           .password = std::string{test_password}}),
                    "an account");
}

MembershipId TestApp::membership(const AccountId& account, const UnitId& unit, Role role,
                                 std::string_view profession)
{
    return value_of(add_membership(office(), {.account = account,
                                              .municipality = number,
                                              .unit = unit,
                                              .role = role,
                                              .profession = std::string{profession}}),
                    "a membership");
}

MembershipId TestApp::family_membership(const AccountId& account, std::string_view profession)
{
    return value_of(add_membership(office(), {.account = account,
                                              .municipality = number,
                                              .unit = std::nullopt,
                                              .role = Role::family,
                                              .profession = std::string{profession}}),
                    "a family membership");
}

Caller TestApp::caller(std::string_view username, const UnitId& unit, Role role, std::string_view profession)
{
    Caller caller;
    caller.account = account(username);
    caller.name = "Prøve " + std::string{username};
    caller.membership = membership(caller.account, unit, role, profession);
    caller.municipality = number;
    caller.unit = unit;
    caller.unit_name = name_of_unit(databases.hub(), unit);
    caller.role = role;
    caller.profession = profession;
    return caller;
}

Caller TestApp::family_caller(std::string_view username, std::string_view profession)
{
    Caller caller;
    caller.account = account(username);
    caller.name = "Prøve " + std::string{username};
    caller.membership = family_membership(caller.account, profession);
    caller.municipality = number;
    caller.role = Role::family;
    caller.profession = profession;
    return caller;
}

} // namespace samvei::access::testing
