// Accounts, units and memberships: what may be made, what is refused, and that all of it is in the hub's
// journal.
#include "access/journal.hpp"
#include "access/testing/test_app.hpp"
#include "access/units.hpp"

namespace samvei::access {
namespace {

const std::string number{db::testing::test_municipality};

class Accounts : public ::testing::TestWithParam<db::testing::Engine> {
protected:
    testing::TestApp app{GetParam()};
    db::Database& hub = app.databases.hub();
    AccountOffice office = app.office();

    NewAccount new_account()
    {
        return {.username = "kari",
                .name = "Kari Prøve",
                .language = Language::nn,
                .password = "lang nok setning"};
    }

    std::vector<std::string> acts_on(const std::string& subject)
    {
        std::vector<std::string> acts;
        for (const JournalRow& row :
             hub.read([&](db::Reader& db) { return journal_of_subject(db, subject, 100); })) {
            acts.push_back(row.act);
        }
        return acts;
    }
};

INSTANTIATE_TEST_SUITE_P(Engines, Accounts, db::testing::both_engines(), db::testing::EngineName{});

/// "path:code" of each fault, in order.
template <class T>
std::vector<std::string> faults_in(const Result<T>& result)
{
    std::vector<std::string> faults;
    if (result) { return faults; }
    for (const FieldFault& fault : result.error().fields) {
        faults.push_back(fault.path + ":" + std::string{row_of(fault.code).name});
    }
    return faults;
}

using Faults = std::vector<std::string>;

TEST(PasswordRules, TenCharactersAndNotTheUserName)
{
    EXPECT_FALSE(is_password_for("kari", ""));
    EXPECT_FALSE(is_password_for("kari", "123456789"));
    EXPECT_TRUE(is_password_for("kari", "1234567890"));
    EXPECT_FALSE(is_password_for("kari", "æøåæøåæøå")) << "nine characters in eighteen bytes";
    EXPECT_TRUE(is_password_for("kari", "æøåæøåæøåæ"));
    EXPECT_FALSE(is_password_for("kari.nordmann", "Kari.Nordmann"));
    EXPECT_TRUE(is_password_for("kari.nordmann", "Kari.Nordmann2"));
    EXPECT_TRUE(is_password_for("kari", std::string(200, 'x')));
    EXPECT_FALSE(is_password_for("kari", std::string(201, 'x')));
    EXPECT_FALSE(is_password_for("kari", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"));
}

TEST(UserNames, AreComparedInSmallLetters)
{
    EXPECT_EQ(username_of(" Kari.N "), "kari.n");
    EXPECT_EQ(username_of("kari"), "kari");
}

TEST_P(Accounts, AMunicipalityIsAddedOnce)
{
    EXPECT_TRUE(add_municipality(office, {.number = "4998", .name = "Prøvevik"}));
    EXPECT_EQ(faults_in(add_municipality(office, {.number = "4998", .name = "Prøvevik"})),
              Faults{"number:not_one_of"});
    for (const char* bad : {"", "499", "49980", "499x", "49 8"}) {
        EXPECT_EQ(faults_in(add_municipality(office, {.number = bad, .name = "x"})),
                  Faults{"number:not_known"})
            << bad;
    }
    EXPECT_EQ(faults_in(add_municipality(office, {.number = "4997", .name = " "})), Faults{"name:too_short"});
    EXPECT_EQ(faults_in(add_municipality(office, {.number = "4997", .name = std::string(201, 'x')})),
              Faults{"name:too_long"});
    EXPECT_EQ(faults_in(add_municipality(office, {.number = "4997", .name = "\xff"})),
              Faults{"name:bad_text"});
    EXPECT_EQ(acts_on("municipality:4998"), std::vector<std::string>{"municipality_added"});
}

TEST_P(Accounts, AUnitIsAddedOnce)
{
    const auto added = add_unit(office, {.municipality = number, .name = "Prøveskolen", .kind = "school"});
    ASSERT_TRUE(added);
    EXPECT_EQ(hub.read([&](db::Reader& db) { return find_unit(db, number, "Prøveskolen"); }), added.value());
    EXPECT_EQ(faults_in(add_unit(office, {.municipality = number, .name = "Prøveskolen", .kind = "school"})),
              Faults{"name:not_one_of"});
    EXPECT_EQ(faults_in(add_unit(office, {.municipality = "4000", .name = "X", .kind = "school"})),
              Faults{"municipality:not_known"});
    EXPECT_EQ(faults_in(add_unit(office, {.municipality = number, .name = "", .kind = "castle"})),
              (Faults{"name:too_short", "kind:not_one_of"}));
}

TEST_P(Accounts, AnAccountIsAddedOnce)
{
    const auto added = add_account(office, new_account());
    ASSERT_TRUE(added);
    EXPECT_EQ(hub.read([](db::Reader& db) { return find_account(db, " KARI"); }), added.value());
    NewAccount again = new_account();
    again.username = "Kari";
    EXPECT_EQ(faults_in(add_account(office, again)), Faults{"username:bad_username"});
    NewAccount bad{.username = "k", .name = "", .language = Language::nb, .password = "short"};
    EXPECT_EQ(faults_in(add_account(office, bad)),
              (Faults{"username:bad_username", "name:too_short", "password:bad_password"}));
    for (const char* username : {"", "k", "kari nordmann", "kåre", "a/b", "<x>"}) {
        NewAccount account = new_account();
        account.username = username;
        EXPECT_EQ(faults_in(add_account(office, account)), Faults{"username:bad_username"}) << username;
    }
    EXPECT_EQ(acts_on("account:" + added.value().text()), std::vector<std::string>{"account_added"});
}

TEST_P(Accounts, MembershipsBeginAndEnd)
{
    const UnitId unit = app.unit("Prøveskolen");
    const AccountId kari = app.account("kari");
    const NewMembership teacher{.account = kari,
                                .municipality = number,
                                .unit = unit,
                                .role = Role::professional,
                                .profession = "teacher"};
    const auto added = add_membership(office, teacher);
    ASSERT_TRUE(added);
    ASSERT_TRUE(hub.read([&](db::Reader& db) { return find_colleague(db, number, kari, unit); }));

    EXPECT_TRUE(end_membership(office, added.value()));
    EXPECT_FALSE(hub.read([&](db::Reader& db) { return find_colleague(db, number, kari, unit); }));
    const auto again = end_membership(office, added.value());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::not_found);
    EXPECT_EQ(acts_on("account:" + kari.text()),
              (std::vector<std::string>{"membership_ended", "membership_added", "account_added"}));
}

TEST_P(Accounts, WrongMembershipsAreNamed)
{
    const UnitId unit = app.unit("Prøveskolen");
    const NewMembership good{.account = app.account("kari"),
                             .municipality = number,
                             .unit = unit,
                             .role = Role::professional,
                             .profession = "teacher"};
    NewMembership bad = good;
    bad.account = AccountId{"nobody"};
    EXPECT_EQ(faults_in(add_membership(office, bad)), Faults{"account:not_known"});
    bad = good;
    bad.municipality = "4000";
    EXPECT_EQ(faults_in(add_membership(office, bad)), (Faults{"municipality:not_known", "unit:not_known"}));
    bad = good;
    bad.profession = "wizard";
    EXPECT_EQ(faults_in(add_membership(office, bad)), Faults{"profession:not_one_of"});
    bad = good;
    bad.unit = std::nullopt;
    EXPECT_EQ(faults_in(add_membership(office, bad)), Faults{"unit:required"});
    bad = good;
    bad.role = Role::family;
    EXPECT_EQ(faults_in(add_membership(office, bad)), Faults{"unit:unknown_field"});
    bad.unit = std::nullopt;
    EXPECT_TRUE(add_membership(office, bad));
}

TEST_P(Accounts, UnitsAndColleaguesComeInNorwegianOrder)
{
    for (const char* name : {"Åsen skole", "Ære skole", "Bakken skole", "Øra skole"}) { app.unit(name); }
    const auto units = hub.read([](db::Reader& db) { return units_of(db, number); });
    std::vector<std::string> names;
    for (const Unit& unit : units) { names.push_back(unit.name); }
    EXPECT_EQ(names, (std::vector<std::string>{"Bakken skole", "Ære skole", "Øra skole", "Åsen skole"}));

    const Caller kari = app.caller("kari", units[0].id);
    const Caller mor = app.family_caller("mor");
    const auto colleagues = hub.read([](db::Reader& db) { return colleagues_of(db, number); });
    ASSERT_EQ(colleagues.size(), 1u) << "family is nobody's colleague";
    EXPECT_EQ(colleagues[0].account, kari.account);
    EXPECT_EQ(colleagues[0].unit_name, "Bakken skole");
    EXPECT_EQ(hub.read([](db::Reader& db) { return places_of(db, number); }),
              (Places{{kari.account, units[0].id}}));
    ASSERT_TRUE(deactivate_account(office, kari.account));
    EXPECT_TRUE(hub.read([](db::Reader& db) { return colleagues_of(db, number); }).empty());
}

TEST_P(Accounts, TheOperatorSeesThemAll)
{
    const Caller kari = app.caller("kari", app.unit("Prøveskolen"), Role::leader, "leader");
    const Caller mor = app.family_caller("mor");
    app.account("ola");
    const auto rows = hub.read([](db::Reader& db) { return accounts_in(db); });
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].username, "kari");
    EXPECT_EQ(rows[0].membership, kari.membership);
    EXPECT_EQ(rows[0].unit_name, "Prøveskolen");
    EXPECT_EQ(rows[0].role, "leader");
    EXPECT_EQ(rows[1].unit_name, "");
    EXPECT_EQ(rows[1].role, "family");
    EXPECT_TRUE(rows[2].membership.empty());
}

TEST_P(Accounts, PasswordsAndDeactivationOfNobodyAreRefused)
{
    const AccountId kari = app.account("kari");
    EXPECT_EQ(set_password(office, AccountId{"nobody"}, "lang nok setning").error().code,
              ErrorCode::not_found);
    EXPECT_EQ(faults_in(set_password(office, kari, "short")), Faults{"password:bad_password"});
    EXPECT_TRUE(set_password(office, kari, "en annen lang setning"));
    EXPECT_EQ(deactivate_account(office, AccountId{"nobody"}).error().code, ErrorCode::not_found);
    EXPECT_TRUE(deactivate_account(office, kari));
    EXPECT_EQ(acts_on("account:" + kari.text()),
              (std::vector<std::string>{"account_deactivated", "password_set", "account_added"}));
    EXPECT_FALSE(hub.read([](db::Reader& db) { return verify_chains(db, {}); }).first_broken);
}

} // namespace
} // namespace samvei::access
