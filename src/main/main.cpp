// samvei: the commands and their options. CLI11 is named only here.

#include "base/log.hpp"
#include "base/result.hpp"
#include "main/commands.hpp"
#include "main/version.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace {

using namespace samvei;

/// What stood on the command line, over what file and environment say.
struct Given {
    std::string file;
    std::optional<std::string> data;
    std::optional<std::string> key_file;
    std::optional<std::string> content;
    std::optional<std::string> migrations;
    std::optional<std::string> web;
    std::optional<std::uint16_t> port;
    bool migrate = false;
    bool only_tell = false;
    InitOptions init;
    UserOptions user;
};

Settings settings_of(const Given& given)
{
    Settings settings = read_settings(given.file);
    if (given.data) { settings.data = *given.data; }
    if (given.key_file) { settings.key_file = *given.key_file; }
    if (given.content) { settings.content = *given.content; }
    if (given.migrations) { settings.migrations = *given.migrations; }
    if (given.web) { settings.web = *given.web; }
    if (given.port) { settings.port = *given.port; }
    return settings;
}

CLI::App* add_command(CLI::App& parent, Given& given, const std::string& name, const std::string& about)
{
    CLI::App* command = parent.add_subcommand(name, about);
    command->add_option("--settings", given.file, "Settings file (TOML)");
    command->add_option("--data", given.data, "Data folder (or SAMVEI_DATA; default data)");
    command->add_option("--key-file", given.key_file,
                        "Key file (default: <data>.keys beside the data folder)");
    command->add_option("--content", given.content,
                        "Folder with pathways, guides, rules and words (default content)");
    command->add_option("--migrations", given.migrations,
                        "Folder with the database's migrations (default migrations)");
    return command;
}

void add_serving(CLI::App& app, Given& given)
{
    CLI::App* serve = add_command(app, given, "serve", "Serve the web app and its API until stopped");
    serve->add_option("--port", given.port, "Port (or SAMVEI_PORT; default 8080)");
    serve->add_option("--web", given.web, "Folder with the built web app (default web/dist)");
    serve->add_flag("--migrate", given.migrate, "Run pending migrations first");
    add_command(app, given, "demo", "Make the fictional municipality Solvik in an empty data folder");
    CLI::App* migrate = add_command(app, given, "migrate", "Bring the data to this version");
    migrate->add_flag("--only-tell", given.only_tell, "Say what would be done, and do nothing");
    add_command(app, given, "remind", "Send the e-mail reminders that are due now (serve does so by itself)");
    add_command(app, given, "verify", "Check the hash chains of the journal and the access log");
    add_command(app, given, "check-content", "Check every pathway, guide and rule, and run all scenarios");
    add_command(app, given, "openapi", "Print the OpenAPI description");
}

void add_init(CLI::App& app, Given& given)
{
    CLI::App* init = add_command(app, given, "init", "Make data folder, keys and the first municipality");
    init->add_option("--municipality", given.init.municipality, "Municipality number, four digits")
        ->required();
    init->add_option("--name", given.init.name, "Name of the municipality")->required();
}

void add_user(CLI::App& app, Given& given)
{
    CLI::App* user = app.add_subcommand("user", "Accounts: add, link, list, end, password");
    user->require_subcommand(1);
    UserOptions& options = given.user;
    CLI::App* add = add_command(*user, given, "add", "Add an account, or another membership of one");
    add->add_option("--username", options.username, "User name")->required();
    add->add_option("--name", options.name, "Full name");
    add->add_option("--municipality", options.municipality, "Municipality number")->required();
    add->add_option("--unit", options.unit, "Name of the unit; none for family");
    add->add_option("--unit-kind", options.unit_kind,
                    "Make the unit when it is not there: school, school_health, ...");
    add->add_option("--role", options.role, "professional, leader, bti_coordinator or family");
    add->add_option("--profession", options.profession, "teacher, school_nurse, psychologist, guardian, ...");
    add->add_option("--language", options.language, "nb, nn or en");
    add->add_option("--password-file", options.password_file,
                    "File with the password (default: standard input)");
    CLI::App* link = add_command(*user, given, "link", "Let an account of the family open its child's log");
    link->add_option("--username", options.username, "User name")->required();
    link->add_option("--municipality", options.municipality, "Four digits")->required();
    link->add_option("--identity-file", options.identity_file,
                     "File with the identity number in its first line (default: standard input)");
    add_command(*user, given, "list", "List accounts");
    CLI::App* end = add_command(*user, given, "end", "Close an account at once");
    end->add_option("--username", options.username, "User name")->required();
    CLI::App* password = add_command(*user, given, "password", "Give an account a new password");
    password->add_option("--username", options.username, "User name")->required();
    password->add_option("--password-file", options.password_file, "File with it (default: standard input)");
}

int run(const CLI::App& app, const Given& given)
{
    if (app.got_subcommand("openapi")) { return run_openapi(); }
    const Settings settings = settings_of(given);
    if (app.got_subcommand("serve")) {
        return run_serve(settings, given.migrate ? Migrate::yes : Migrate::no);
    }
    if (app.got_subcommand("demo")) { return run_demo(settings); }
    if (app.got_subcommand("init")) { return run_init(settings, given.init); }
    if (app.got_subcommand("remind")) { return run_remind(settings); }
    if (app.got_subcommand("verify")) { return run_verify(settings); }
    if (app.got_subcommand("check-content")) { return run_check_content(settings); }
    if (app.got_subcommand("migrate")) {
        return run_migrate(settings, given.only_tell ? MigrateHow::only_tell : MigrateHow::really);
    }
    const CLI::App* user = app.get_subcommand("user");
    if (user->got_subcommand("add")) { return run_user_add(settings, given.user); }
    if (user->got_subcommand("link")) { return run_user_link(settings, given.user); }
    if (user->got_subcommand("list")) { return run_user_list(settings); }
    if (user->got_subcommand("end")) { return run_user_end(settings, given.user); }
    return run_user_password(settings, given.user);
}

} // namespace

int main(int count, char** arguments)
{
    CLI::App app{"Samvei: no child without a next step"};
    app.set_version_flag("--version", std::string{version});
    app.require_subcommand(1);
    Given given;
    add_init(app, given);
    add_serving(app, given);
    add_user(app, given);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        const bool asked_for_help = app.exit(error) == 0;
        return asked_for_help ? exit_done : exit_usage;
    }
    log::start(log::Level::info);
    try {
        return run(app, given);
    } catch (const StoreFailure& failure) {
        std::cerr << "samvei: " << failure.what() << '\n';
        return exit_failure;
    } catch (const std::exception& bug) {
        std::cerr << "samvei: something that must hold did not: " << bug.what() << '\n';
        return exit_failure;
    }
}
