#pragma once
// The commands of `samvei`. Each returns its exit code; failures are thrown and told by main.cpp.

#include "main/settings.hpp"

#include <string>

namespace samvei {

/// 0 done; 1 refused, or something found broken; 2 used wrongly; 3 the service cannot be given now.
enum ExitCode { exit_done = 0, exit_refused = 1, exit_usage = 2, exit_failure = 3 };

struct InitOptions {
    std::string municipality; ///< Four digits.
    std::string name;
};
int run_init(const Settings& settings, const InitOptions& options);

enum class Migrate { no, yes };
int run_serve(const Settings& settings, Migrate migrate);
int run_demo(const Settings& settings);

enum class MigrateHow { really, only_tell };
int run_migrate(const Settings& settings, MigrateHow how);

struct UserOptions {
    std::string username;
    std::string identity_file;
    std::string name;
    std::string municipality;
    std::string unit;      ///< Name; empty for family.
    std::string unit_kind; ///< Given: the unit is made when it is not there.
    std::string role = "professional";
    std::string profession = "teacher";
    std::string language = "nb";
    std::string
        password_file; ///< Empty: the password is the first line of standard input. Never an argument.
};
int run_user_add(const Settings& settings, const UserOptions& options);
/// Links an account to the person with an identity number, wherever they are written down as child or
/// guardian.
int run_user_link(const Settings& settings, const UserOptions& options);
int run_user_list(const Settings& settings);
int run_user_end(const Settings& settings, const UserOptions& options);
int run_user_password(const Settings& settings, const UserOptions& options);

/// Sends the reminders that are due now and not sent yet.
int run_remind(const Settings& settings);
int run_verify(const Settings& settings);
int run_check_content(const Settings& settings);
int run_openapi();

} // namespace samvei
