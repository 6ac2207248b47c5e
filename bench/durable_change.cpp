// Promise: a durable change (rule, journal, tables) costs at most 60 µs of CPU, 64 clients share a disk sync
// between at least 16 changes, and on PostgreSQL the rate is at least 0.6 of pgbench running the same
// statements.
#include "bare_statements.hpp"
#include "fixed_answers.hpp"
#include "load.hpp"
#include "pgbench.hpp"
#include "workshop.hpp"

#include "access/queries.hpp"
#include "base/digest.hpp"
#include "db/testing/postgres_cluster.hpp"
#include "followup/queries.hpp"
#include "program/people.hpp"
#include "program/program.hpp"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace samvei::bench {
namespace {

constexpr std::size_t clients = 64;
constexpr int rounds = 5;
constexpr std::chrono::milliseconds round_time{2'000};
constexpr double cpu_us_max = 60;
constexpr double changes_per_sync_min = 16;
constexpr double pgbench_min = 0.6;

std::chrono::nanoseconds cpu_of_process()
{
    return cpu_of(getpid());
}

/// Changes of goals by so many threads, each in its own follow-up.
Figures change_goals(access::App& app, const access::Caller& kari, std::vector<Log>& logs)
{
    std::atomic<bool> enough = false;
    std::atomic<std::uint64_t> changes = 0;
    const auto before = cpu_of_process();
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (Log& log : logs) {
        threads.emplace_back([&] {
            while (!enough) {
                change_goal(app, kari, log);
                ++changes;
            }
        });
    }
    std::this_thread::sleep_for(round_time);
    enough = true;
    for (std::thread& thread : threads) { thread.join(); }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const std::chrono::duration<double, std::micro> cpu = cpu_of_process() - before;
    const auto count = static_cast<double>(changes.load());
    return {.requests_per_second = count / took.count(),
            .cpu_us_per_request = cpu.count() / count,
            .requests = changes};
}

/// The same statements through SQLite's own interface, so many in one transaction.
const std::string hash(64, 'a');
const std::string content =
    R"({"id":"00000000000000000000000000","text":"Sove nok","why":"","state":"active"})";

Figures change_bare(BareStatements& town, const std::vector<Log>& logs, std::int64_t& sequence)
{
    namespace base = access::queries;
    namespace here = followup::queries;
    const auto before = cpu_of_this_thread();
    const auto begin = std::chrono::steady_clock::now();
    Figures figures;
    while (std::chrono::steady_clock::now() < begin + round_time / 2) {
        town.execute("BEGIN IMMEDIATE");
        ++sequence;
        for (const Log& log : logs) {
            const std::string& id = log.id.text();
            town.run(here::follow_up_of_staff, {{"id", id}, {"account", log.account}});
            town.run(here::person_by_id, {{"id", log.child}});
            for (const db::Query* query : {&here::guardians_of_follow_up, &here::members_of_follow_up,
                                           &here::consents_of_follow_up, &here::last_offer_of_follow_up}) {
                town.run(*query, {{"follow_up", id}});
            }
            town.run(base::setting_version, {});
            town.run(base::settings, {});
            town.run(here::goals_of_follow_up, {{"follow_up", id}});
            town.run(here::update_goal, {{"id", log.bare_goal},
                                         {"follow_up", id},
                                         {"title", std::string_view{"Sove nok"}},
                                         {"why", std::string_view{""}},
                                         {"childs_own", std::int64_t{1}},
                                         {"state", std::string_view{"active"}},
                                         {"version", sequence}});
            const std::string subject = "bare:" + id;
            town.run(base::chain_head,
                     {{"kind", std::string_view{"journal"}}, {"subject", std::string_view{subject}}});
            town.run(base::insert_journal_entry, {{"subject", std::string_view{subject}},
                                                  {"sequence", sequence},
                                                  {"at", std::string_view{"2026-11-22T08:00:00Z"}},
                                                  {"act", std::string_view{"goal_changed"}},
                                                  {"purpose", std::string_view{"holder"}},
                                                  {"audience", id},
                                                  {"account", id},
                                                  {"actor_name", std::string_view{"Kari Lunde"}},
                                                  {"unit", id},
                                                  {"unit_name", std::string_view{"Solvik skole"}},
                                                  {"content", content},
                                                  {"content_digest", hash},
                                                  {"previous_hash", hash},
                                                  {"hash", hash}});
            town.run(base::move_chain_head, {{"kind", std::string_view{"journal"}},
                                             {"subject", std::string_view{subject}},
                                             {"sequence", sequence},
                                             {"hash", hash}});
        }
        town.execute("COMMIT");
        figures.requests += logs.size();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const std::chrono::duration<double, std::micro> cpu = cpu_of_this_thread() - before;
    figures.requests_per_second = static_cast<double>(figures.requests) / took.count();
    figures.cpu_us_per_request = cpu.count() / static_cast<double>(figures.requests);
    return figures;
}
/// The same over HTTP, with the answer that the web app gets: the whole follow-up, its look logged.
Figures change_over_http(const program::Server& server, const program::Session& kari, std::vector<Log>& logs)
{
    return drive(
        server.port(), server.process(), logs.size(), round_time, [&](std::size_t client, std::string_view) {
            Log& log = logs[client];
            const std::string body = fmt::format(
                R"({{"version":{},"title":"Sove nok","why":"","childs_own":true,"state":"active"}})",
                log.version++);
            return fmt::format(
                "PUT /v1/follow-ups/{}/goals/{} HTTP/1.1\r\nHost: localhost\r\nCookie: {}\r\n"
                "X-Samvei-Csrf: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                log.id.text(), log.goal.text(), kari.cookie, kari.csrf, body.size(), body);
        });
}

void print_row(const Subject& subject)
{
    fmt::print("{:<52} {:>8.1f} {:>10.0f}\n", subject.name, subject.median.cpu_us_per_request,
               subject.median.requests_per_second);
}

struct Syncs {
    std::uint64_t writes = 0;
    std::uint64_t commits = 0;
};

Syncs syncs_of(db::Database& database)
{
    const db::DatabaseCounts counts = database.counts();
    return {counts.writes, counts.commits};
}

void run_on_sqlite()
{
    const program::Installation data = program::Installation::on_sqlite();
    Workshop workshop{data};
    std::vector<Log> logs = workshop.make_logs(clients);
    std::vector<Log> http_logs = workshop.make_logs(clients);
    BareStatements town{data.data() / "m9901.db"};
    std::int64_t sequence = 0;
    const FixedAnswers fixed;
    program::Server server{data};
    server.wait_until_ready();
    const program::Session kari = program::log_in(server.port(), "kari");

    const std::size_t answer_bytes = change_over_http(server, kari, http_logs).answer_bytes;
    const NextRequest ask_fixed = [&](std::size_t, std::string_view) {
        return fmt::format("GET /fixed/{} HTTP/1.1\r\nHost: localhost\r\n\r\n", answer_bytes);
    };
    const Syncs before = syncs_of(workshop.database());
    std::array subjects{
        Subject{"the bare statements, 64 to a transaction, one thread",
                [&] { return change_bare(town, logs, sequence); }},
        Subject{"a change, 64 threads", [&] { return change_goals(workshop.app(), workshop.kari(), logs); }},
        Subject{"a change over HTTP and its look, 64 clients",
                [&] { return change_over_http(server, kari, http_logs); }},
        Subject{"fixed answers of the same size, 64 clients",
                [&] { return drive(fixed.port(), fixed.process(), clients, round_time, ask_fixed); }}};
    run_in_turn(subjects, rounds);
    const Syncs after = syncs_of(workshop.database());

    fmt::print("\nSQLite {:<45} {:>8} {:>10}\n", "", "µs CPU", "a second");
    for (const Subject& subject : subjects) { print_row(subject); }
    const double cpu = subjects[1].median.cpu_us_per_request;
    const double per_sync = static_cast<double>(after.writes - before.writes) /
                            static_cast<double>(after.commits - before.commits);
    fmt::print("\nCPU in ratio to the bare statements                  {:>8.2f}\n"
               "CPU of a change                                      {:>8.1f} µs, promised {:.0f}: {}\n"
               "a change over HTTP in ratio to fixed answers, rate   {:>8.3f}\n"
               "changes to a disk sync, 64 threads                   {:>8.1f}, promised {:.0f}: {}\n",
               cpu / subjects[0].median.cpu_us_per_request, cpu, cpu_us_max, verdict(cpu <= cpu_us_max),
               subjects[2].median.requests_per_second / subjects[3].median.requests_per_second, per_sync,
               changes_per_sync_min, verdict(per_sync >= changes_per_sync_min));
}

void run_on_postgres()
{
    db::testing::PostgresCluster cluster{db::testing::PostgresCluster::Sync::on};
    const program::Installation data = program::Installation::on_postgres(cluster.location());
    Workshop workshop{data};
    std::vector<Log> logs = workshop.make_logs(clients);
    std::vector<Log> bare_logs = workshop.make_logs(clients);
    const PgBench pgbench{cluster.location(), bare_logs};

    const Syncs before = syncs_of(workshop.database());
    std::array subjects{
        Subject{"pgbench, the same statements, 64 clients", [&] { return pgbench.run(round_time); }},
        Subject{"a change, 64 threads", [&] { return change_goals(workshop.app(), workshop.kari(), logs); }}};
    run_in_turn(subjects, rounds);
    const Syncs after = syncs_of(workshop.database());

    fmt::print("\nPostgreSQL {:<41} {:>8} {:>10}\n", "", "µs CPU", "a second");
    for (const Subject& subject : subjects) { print_row(subject); }
    const double rate = subjects[1].median.requests_per_second / subjects[0].median.requests_per_second;
    fmt::print("\nrate in ratio to pgbench                             {:>8.2f}, promised {:.1f}: {}\n"
               "changes to a commit, 64 threads                      {:>8.1f}\n"
               "(CPU on PostgreSQL is that of the client's side only.)\n",
               rate, pgbench_min, verdict(rate >= pgbench_min),
               static_cast<double>(after.writes - before.writes) /
                   static_cast<double>(after.commits - before.commits));
}

void run()
{
    run_on_sqlite();
    run_on_postgres();
}

} // namespace
} // namespace samvei::bench

int main()
{
    return samvei::bench::ends_with(samvei::bench::run);
}
