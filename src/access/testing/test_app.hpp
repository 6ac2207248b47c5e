#pragma once
// An App for tests, on either engine: real databases, real content, a clock that stands still, and a small
// municipality ("4999") with one unit. For this room and the rooms above it.

#include "access/accounts.hpp"
#include "access/app.hpp"
#include "db/testing/test_databases.hpp"
#include "http/message.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace samvei::access::testing {

/// The content of this program, read and checked once for all tests.
const Content& program_content();

/// When tests begin: a Monday morning in Norway, outside all holidays.
inline constexpr Instant test_start{1'789'369'200}; // 2026-09-14T07:00:00Z

inline constexpr std::string_view test_password = "lang nok setning";

class TestApp {
public:
    explicit TestApp(db::testing::Engine engine);

    App& operator*() { return app_; }
    App* operator->() { return &app_; }
    App& app() { return app_; }

    db::testing::TestDatabases databases;
    StoppedClock clock{test_start};
    RandomIds ids;
    Keys keys = Keys::fixed();
    pathway::Definitions definitions;
    AccessLog access_log{*databases, clock, ids.next()};
    finder::Shelf shelf{{}, {}};

    AccountOffice office();
    /// A unit of the test municipality.
    UnitId unit(std::string_view name, std::string_view kind = "school");
    /// An account with the test password.
    AccountId account(std::string_view username);
    MembershipId membership(const AccountId& account, const UnitId& unit, Role role = Role::professional,
                            std::string_view profession = "teacher");
    MembershipId family_membership(const AccountId& account, std::string_view profession = "guardian");
    /// An account with one membership, acting as it; none of its names are secret.
    Caller caller(std::string_view username, const UnitId& unit, Role role = Role::professional,
                  std::string_view profession = "teacher");
    Caller family_caller(std::string_view username, std::string_view profession = "guardian");

private:
    App app_;
};

} // namespace samvei::access::testing
