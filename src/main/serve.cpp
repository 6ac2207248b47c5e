// samvei serve: the server, its health and figures, the seal of every minute, and reminders.

#include "access/journal.hpp"
#include "access/queries.hpp"
#include "base/log.hpp"
#include "catalogue/national.hpp"
#include "directory/offers.hpp"
#include "directory/public_pages.hpp"
#include "http/metrics.hpp"
#include "http/problem.hpp"
#include "main/commands.hpp"
#include "main/installation.hpp"
#include "main/rooms.hpp"
#include "reminders/sender.hpp"

#include <pthread.h>
#include <signal.h>

#include <condition_variable>
#include <iostream>
#include <mutex>
#include <thread>

namespace samvei {

namespace {

constexpr std::chrono::seconds seal_every{60};

/// SIGTERM and SIGINT are taken by one thread of ours and by no other.
sigset_t block_stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signals;
}

std::vector<std::string> all_databases(db::Databases& databases)
{
    std::vector<std::string> names{"hub"};
    for (std::string& number : databases.municipalities()) { names.push_back(std::move(number)); }
    return names;
}

db::Database& database_of(db::Databases& databases, const std::string& name)
{
    return name == "hub" ? databases.hub() : databases.municipality(name);
}

void seal_one(Installation& installation, const std::string& name)
{
    const Result<Done> sealed =
        database_of(installation.databases(), name).write([&](db::Writer& db) -> Result<Done> {
            access::seal_chains(db, installation.clock().now());
            return Done{};
        });
    check(bool(sealed), "sealing refuses nothing");
}

/// What fails is tried again at the next seal, and never ends the server.
template <class Work>
void try_to_seal(const std::string& what, const Work& work)
{
    try {
        work();
    } catch (const std::exception& failure) {
        log::warning("not sealed: " + what + ": " + failure.what());
    }
}

/// Seals the chains of every database. Asking which there are may fail too, when the database server is gone.
void seal_all(Installation& installation)
{
    try_to_seal("any database", [&] {
        for (const std::string& name : all_databases(installation.databases())) {
            try_to_seal(name, [&] { seal_one(installation, name); });
        }
    });
}

/// Seals every minute until told to stop, and once more then.
class Sealer {
public:
    explicit Sealer(Installation& installation)
        : installation_{installation}, thread_{[this](const std::stop_token& stop) { run(stop); }}
    {}

private:
    void run(const std::stop_token& stop)
    {
        std::mutex mutex;
        std::unique_lock lock{mutex};
        std::condition_variable_any waiting;
        while (!waiting.wait_for(lock, stop, seal_every, [&] { return stop.stop_requested(); })) {
            seal_all(installation_);
        }
        seal_all(installation_);
    }

    Installation& installation_;
    std::jthread thread_;
};

/// 200 when the hub answers; a StoreFailure on the way becomes 503 in http/.
http::Response health(access::App& app)
{
    app.hub().read([](db::Reader& db) {
        db::Rows rows = db.run(access::queries::hub_answers, {});
        return rows.next();
    });
    return http::json_response(200, R"({"status":"ok"})");
}

void add_database_figures(http::Metrics& metrics, db::Databases& databases)
{
    const auto add = [&](const std::string& label, db::Database& database, std::string name,
                         std::string about, std::uint64_t db::DatabaseCounts::*count) {
        metrics.add({http::FigureKind::counter, std::move(name), std::move(about),
                     "database=\"" + label + "\"",
                     [&database, count] { return static_cast<double>(database.counts().*count); }});
    };
    for (const std::string& name : all_databases(databases)) {
        db::Database& database = database_of(databases, name);
        add(name, database, "samvei_database_writes_total", "Pieces of work asked to be written.",
            &db::DatabaseCounts::writes);
        add(name, database, "samvei_database_commits_total", "Transactions committed: one disk sync each.",
            &db::DatabaseCounts::commits);
        add(name, database, "samvei_database_failures_total", "Times the database could not serve.",
            &db::DatabaseCounts::failures);
    }
}

void add_reminder_figures(http::Metrics& metrics, const reminders::Sender& sender)
{
    metrics.add({http::FigureKind::counter, "samvei_reminders_sent_total", "E-mail reminders sent.", "",
                 [&sender] { return static_cast<double>(sender.sent()); }});
    metrics.add({http::FigureKind::counter, "samvei_reminders_failed_total",
                 "Attempts to send a reminder that no mail server took.", "",
                 [&sender] { return static_cast<double>(sender.failed()); }});
}

/// How often a route is asked tells what people do. What comes through a proxy comes from elsewhere, unless
/// the proxy says who asked.
bool asked_on_this_machine(const http::Request& request)
{
    const bool loopback = request.remote == "::1" || request.remote.starts_with("127.") ||
                          request.remote.starts_with("::ffff:127.");
    return loopback && request.header("forwarded").empty() && request.header("x-forwarded-for").empty();
}

std::vector<http::BoundRoute> all_routes(Installation& installation, const http::Metrics& metrics,
                                         const directory::PublicPages& pages, const std::string& openapi)
{
    std::vector<http::BoundRoute> routes = routes_of_all_rooms(installation.app());
    for (http::BoundRoute& page : pages.routes()) { routes.push_back(std::move(page)); }
    routes.push_back(pages.preview_route());
    const auto open = [&](std::string_view path, http::Handler handler, std::string_view summary,
                          std::string_view type) {
        routes.push_back({.method = http::Method::get,
                          .path = path,
                          .handler = std::move(handler),
                          .text = {.summary = summary, .tag = "main", .output_type = type, .login = false}});
    };
    open(
        "/app", [](const http::Request&) { return http::redirect_to("/app/"); }, "To the web app",
        "text/html");
    open(
        "/health", [&](const http::Request&) { return health(installation.app()); },
        "Whether the hub answers", "application/json");
    open(
        "/metrics",
        [&](const http::Request& request) {
            if (!asked_on_this_machine(request)) {
                return http::problem(Error{ErrorCode::not_found, "figures are for this machine"}, request);
            }
            return metrics.response();
        },
        "Figures for operators, on the machine itself", "text/plain");
    open(
        "/openapi.json", [&](const http::Request&) { return http::json_response(200, openapi); },
        "This description", "application/json");
    return routes;
}

void keep_national_offers(Installation& installation)
{
    const auto national = installation.services().collections.find(std::string{national_collection});
    if (national == installation.services().collections.end()) { return; }
    directory::keep_content_offers(installation.app(), national->second, "");
}

http::ServerSettings server_settings_of(const Settings& settings, http::Metrics& metrics)
{
    http::ServerSettings server;
    server.address = settings.address;
    server.port = settings.port;
    server.workers = settings.workers;
    server.static_files = settings.web;
    server.mounts = {{"/static/", settings.web / "public", http::Fallback::none}};
    server.public_origin = settings.public_origin;
    server.client_address = settings.behind_proxy ? http::ClientAddress::forwarded
                                                  : http::ClientAddress::peer;
    server.metrics = &metrics;
    return server;
}

void refuse_pending_migrations(db::Databases& databases, Migrate migrate)
{
    if (migrate == Migrate::yes) {
        databases.migrate();
        return;
    }
    if (databases.pending_migrations().empty()) { return; }
    throw StoreFailure{
        "the data is of an older version; run 'samvei migrate' first, or serve with --migrate"};
}

} // namespace

int run_serve(const Settings& settings, Migrate migrate)
{
    const sigset_t signals = block_stop_signals();
    Installation installation{settings};
    refuse_pending_migrations(installation.databases(), migrate);
    catalogue::keep_national_versions(installation.app());
    keep_national_offers(installation);

    http::Metrics metrics;
    add_database_figures(metrics, installation.databases());
    std::optional<reminders::Sender> sender;
    if (settings.mail.on()) {
        sender.emplace(installation.app(), settings.mail);
        add_reminder_figures(metrics, *sender);
    }
    const directory::PublicPages pages{installation.app(),
                                       directory::place_map_from(installation.services().map_json),
                                       settings.pages, settings.content / "words"};
    const std::string openapi = openapi_of_all_rooms();
    const http::Router router{all_routes(installation, metrics, pages, openapi)};
    const Sealer sealer{installation}; // Ends after the server, so that its last seal covers the last change.
    http::Server server{server_settings_of(settings, metrics), router};
    std::optional<reminders::EveryMinute> reminding;
    if (sender) { reminding.emplace(*sender); }

    std::jthread stopper{[&] {
        int signal = 0;
        sigwait(&signals, &signal);
        log::info("stopping: requests under way are finished first");
        server.stop();
    }};
    const std::string engine = settings.postgres.empty() ? "SQLite in " + settings.data.string()
                                                         : "PostgreSQL";
    log::info("Samvei serves http://" + settings.address + ":" + std::to_string(server.port()) + " on " +
              engine);
    server.run();
    return exit_done;
}

} // namespace samvei
