// The operator's commands: init, migrate, user, remind, verify, check-content, openapi.

#include "access/accounts.hpp"
#include "access/consent.hpp"
#include "access/journal.hpp"
#include "followup/actions.hpp"
#include "main/commands.hpp"
#include "main/installation.hpp"
#include "main/rooms.hpp"
#include "pathway/content.hpp"
#include "reminders/sender.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <unistd.h>

namespace samvei {

namespace {

/// Says why something was refused, in English, with its fields; for operators.
int refuse(const Error& error)
{
    std::cerr << "samvei: " << row_of(error.code).en << '\n';
    for (const FieldFault& fault : error.fields) {
        std::cerr << "  " << fault.path << ": " << row_of(fault.code).name << '\n';
    }
    if (error.fields.empty() && !error.why.text.empty()) { std::cerr << "  " << error.why.text << '\n'; }
    return exit_refused;
}

int refuse(const std::string& why)
{
    std::cerr << "samvei: " << why << '\n';
    return exit_refused;
}

/// The first line of the file, or of standard input: never an argument, which other users of the machine can
/// read.
std::string read_secret(std::string_view what, const std::string& file)
{
    std::string secret;
    if (file.empty()) {
        if (isatty(STDIN_FILENO) == 1) { std::cerr << what << ": "; }
        std::getline(std::cin, secret);
        return secret;
    }
    std::ifstream in{file};
    if (!in) { throw StoreFailure{"cannot read " + file}; }
    std::getline(in, secret);
    return secret;
}

access::AccountOffice office_of(Installation& installation)
{
    return {.hub = installation.databases().hub(),
            .clock = installation.clock(),
            .ids = installation.ids(),
            .cost = access::Cost::interactive,
            .by = "samvei user"};
}

std::optional<access::AccountId> account_named(Installation& installation, const std::string& username)
{
    return installation.databases().hub().read(
        [&](db::Reader& hub) { return access::find_account(hub, access::username_of(username)); });
}

Result<std::optional<access::UnitId>> unit_for(Installation& installation, const UserOptions& options)
{
    if (options.unit.empty()) { return std::optional<access::UnitId>{}; }
    const auto known = installation.databases().hub().read(
        [&](db::Reader& hub) { return access::find_unit(hub, options.municipality, options.unit); });
    if (known || options.unit_kind.empty()) {
        if (!known) { return Error{std::vector<FieldFault>{{"unit", FaultCode::not_known}}}; }
        return known;
    }
    TRY_LET(made, access::add_unit(office_of(installation),
                                   {options.municipality, options.unit, options.unit_kind}));
    return std::optional{made};
}

/// The account, made when it is not there yet.
Result<access::AccountId> account_for(Installation& installation, const UserOptions& options)
{
    if (const auto known = account_named(installation, options.username)) { return *known; }
    return access::add_account(office_of(installation),
                               {.username = options.username,
                                .name = options.name,
                                .language = find_language(options.language).value_or(Language::nb),
                                .password = read_secret("Password", options.password_file)});
}

Result<access::MembershipId> add_user(Installation& installation, const UserOptions& options)
{
    const std::optional<access::Role> role = access::find_role(options.role);
    if (!role) { return Error{std::vector<FieldFault>{{"role", FaultCode::not_one_of}}}; }
    TRY_LET(unit, unit_for(installation, options));
    TRY_LET(account, account_for(installation, options));
    return access::add_membership(office_of(installation), {.account = account,
                                                            .municipality = options.municipality,
                                                            .unit = unit,
                                                            .role = *role,
                                                            .profession = options.profession});
}

/// One database's chains, with progress on a terminal. True when they hold.
bool verify_one(db::Database& database, const std::string& name)
{
    const bool terminal = isatty(STDERR_FILENO) == 1;
    const access::ChainReport report = database.read([&](db::Reader& db) {
        return access::verify_chains(db, [&](std::uint64_t rows) {
            if (terminal) { std::cerr << '\r' << name << ": " << rows << " rows" << std::flush; }
        });
    });
    if (terminal) { std::cerr << '\r'; }
    fmt::print("{:<6} {:>9} changes {:>9} looks {:>7} seals  ", name, report.journal_entries, report.looks,
               report.seals);
    if (!report.first_broken) {
        fmt::print("holds\n");
        return true;
    }
    fmt::print("BROKEN\n       {} {}: {}\n", report.first_broken->chain, report.first_broken->sequence,
               report.first_broken->what);
    return false;
}

} // namespace

int run_init(const Settings& settings, const InitOptions& options)
{
    const auto databases = make_installation(settings);
    const SystemClock clock;
    RandomIds ids;
    const access::AccountOffice office{.hub = databases->hub(),
                                       .clock = clock,
                                       .ids = ids,
                                       .cost = access::Cost::interactive,
                                       .by = "samvei init"};
    // The database first: a municipality that the hub knows has one, also when this was cut off halfway.
    const access::NewMunicipality municipality{options.municipality, options.name};
    if (const Result<Done> fits = access::look_at(municipality); !fits) { return refuse(fits.error()); }
    databases->add_municipality(options.municipality);
    const Result<Done> added = access::add_municipality(office, municipality);
    if (!added) { return refuse(added.error()); }
    fmt::print("{} ({}) is ready in {}. The keys are in {}: keep a copy apart from the data.\n", options.name,
               options.municipality, settings.data.string(), key_file_of(settings).string());
    return exit_done;
}

int run_migrate(const Settings& settings, MigrateHow how)
{
    if (!has_installation(settings)) {
        return refuse("there is no installation in " + settings.data.string());
    }
    const auto databases = db::Databases::open(location_of(settings), settings.migrations);
    const bool really = how == MigrateHow::really;
    const auto steps = really ? databases->migrate() : databases->pending_migrations();
    for (const db::MigrationStep& step : steps) {
        fmt::print("{} {}: {}\n", really ? "ran" : "would run", step.database, step.file);
    }
    if (steps.empty()) { fmt::print("nothing to do\n"); }
    return exit_done;
}

int run_user_add(const Settings& settings, const UserOptions& options)
{
    Installation installation{settings};
    const Result<access::MembershipId> added = add_user(installation, options);
    if (!added) { return refuse(added.error()); }
    fmt::print("{} may now log in\n", access::username_of(options.username));
    return exit_done;
}

int run_user_link(const Settings& settings, const UserOptions& options)
{
    Installation installation{settings};
    const auto account = account_named(installation, options.username);
    if (!account) { return refuse("there is no account " + options.username); }
    const auto number = find_identity_number(read_secret("Identity number", options.identity_file));
    if (!number) { return refuse("that is not an identity number"); }
    const std::int64_t linked =
        followup::link_login(installation.app(), options.municipality, *number, *account, "samvei user");
    if (linked == 0) {
        return refuse("nobody with that identity number is written down in this municipality");
    }
    fmt::print("{} may now open the shared logs of their own family\n", options.username);
    return exit_done;
}

int run_user_list(const Settings& settings)
{
    Installation installation{settings};
    const auto rows =
        installation.databases().hub().read([](db::Reader& hub) { return access::accounts_in(hub); });
    for (const access::AccountRow& row : rows) {
        fmt::print("{:<16} {:<24} {:<4} {:<32} {:<16} {}\n", row.username, row.name, row.municipality,
                   row.unit_name, row.role, row.active ? "" : "deactivated");
    }
    return exit_done;
}

int run_user_end(const Settings& settings, const UserOptions& options)
{
    Installation installation{settings};
    const auto account = account_named(installation, options.username);
    if (!account) { return refuse("there is no account " + options.username); }
    const Result<Done> done = access::deactivate_account(office_of(installation), *account);
    if (!done) { return refuse(done.error()); }
    fmt::print("{} can no longer log in\n", options.username);
    return exit_done;
}

int run_user_password(const Settings& settings, const UserOptions& options)
{
    Installation installation{settings};
    const auto account = account_named(installation, options.username);
    if (!account) { return refuse("there is no account " + options.username); }
    const Result<Done> done = access::set_password(office_of(installation), *account,
                                                   read_secret("Password", options.password_file));
    if (!done) { return refuse(done.error()); }
    fmt::print("{} has a new password; every session of the old one has ended\n", options.username);
    return exit_done;
}

int run_remind(const Settings& settings)
{
    if (!settings.mail.on()) { return refuse("no mail server is set: see [mail] in the settings file"); }
    Installation installation{settings};
    reminders::Sender sender{installation.app(), settings.mail};
    const reminders::Round round = sender.send_due({});
    fmt::print("{} sent, {} with nothing to tell, {} refused, {} failed\n", round.sent, round.nothing,
               round.refused, round.failed);
    return round.refused + round.failed == 0 ? exit_done : exit_refused;
}

int run_verify(const Settings& settings)
{
    if (!has_installation(settings)) {
        return refuse("there is no installation in " + settings.data.string());
    }
    const auto databases = db::Databases::open(location_of(settings), settings.migrations);
    bool holds = verify_one(databases->hub(), "hub");
    for (const std::string& number : databases->municipalities()) {
        holds = verify_one(databases->municipality(number), number) && holds;
    }
    return holds ? exit_done : exit_refused;
}

int run_check_content(const Settings& settings)
{
    const pathway::ContentReport report = pathway::check_content(settings.content, SystemClock{}.today());
    for (const pathway::ContentRow& row : report.rows) {
        fmt::print("{:<14} {:<18} version {:<3} {:>4} parts", row.what, row.id, row.version, row.parts);
        if (row.scenarios > 0) { fmt::print(" {:>4} scenarios", row.scenarios); }
        fmt::print("\n");
    }
    for (const pathway::Finding& finding : report.findings) {
        std::cerr << finding.where << ": " << pathway::name_of(finding.fault) << ": " << finding.why << '\n';
    }
    const directory::ServiceReport services = directory::read_services(settings.content);
    for (const auto& [collection, offers] : services.content.collections) {
        fmt::print("{:<14} {:<18} {:>11} offers\n", "services", collection, offers.size());
    }
    for (const directory::ServiceFinding& finding : services.findings) {
        std::cerr << finding.where << ": " << finding.why << '\n';
    }
    if (!report.findings.empty() || !services.findings.empty()) { return exit_refused; }
    static_cast<void>(access::read_consent_rules(report.content.consent_rules));
    return exit_done;
}

int run_openapi()
{
    fmt::print("{}\n", openapi_of_all_rooms());
    return exit_done;
}

} // namespace samvei
