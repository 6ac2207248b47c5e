#include "pgbench.hpp"

#include "access/queries.hpp"
#include "db/testing/postgres_cluster.hpp"
#include "followup/queries.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <stdexcept>

namespace samvei::bench {

namespace {

/// A query with literals, or variables of pgbench, in the place of its parameters; one line.
std::string filled(const db::Query& query, const std::map<std::string_view, std::string>& values)
{
    std::string text;
    const std::string_view sql = query.postgres;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        if (sql[i] == '\n') {
            text += ' ';
            continue;
        }
        if (sql[i] != '$') {
            text += sql[i];
            continue;
        }
        std::size_t end = i + 1;
        while (end < sql.size() && sql[end] >= '0' && sql[end] <= '9') { ++end; }
        const std::size_t place = std::stoul(std::string{sql.substr(i + 1, end - i - 1)});
        text += values.at(query.parameters[place - 1]);
        i = end - 1;
    }
    return text;
}

std::string literal(std::string_view text)
{
    return "'" + std::string{text} + "'";
}

std::string subject_of(const Log& log)
{
    return "bare-" + log.id.text();
}

/// The statements of `save_goal` in their order, in one transaction of the isolation that the program asks
/// for.
std::string script_for(const Log& log)
{
    namespace base = access::queries;
    namespace here = followup::queries;
    const std::string id = literal(log.id.text());
    const std::string subject = literal(subject_of(log));
    const std::string hash = literal(std::string(64, 'a'));
    std::string script = "BEGIN ISOLATION LEVEL REPEATABLE READ;\n";
    const auto add = [&](const db::Query& query, const std::map<std::string_view, std::string>& values,
                         std::string_view end = ";") {
        std::string text = filled(query, values);
        while (text.ends_with(';') || text.ends_with(' ')) { text.pop_back(); }
        script += text + std::string{end} + "\n";
    };
    // The sequence of the chain is the version of the goal, as both begin with 1.
    add(base::chain_head, {{"kind", "'journal'"}, {"subject", subject}}, " \\gset head_");
    add(here::follow_up_of_staff, {{"id", id}, {"account", literal(log.account)}});
    add(here::person_by_id, {{"id", literal(log.child)}});
    for (const db::Query* query : {&here::guardians_of_follow_up, &here::members_of_follow_up,
                                   &here::consents_of_follow_up, &here::last_offer_of_follow_up}) {
        add(*query, {{"follow_up", id}});
    }
    add(base::setting_version, {});
    add(base::settings, {});
    add(here::goals_of_follow_up, {{"follow_up", id}});
    add(here::update_goal, {{"id", literal(log.bare_goal)},
                            {"follow_up", id},
                            {"title", "'Sove nok'"},
                            {"why", "''"},
                            {"childs_own", "1"},
                            {"state", "'active'"},
                            {"version", ":head_sequence"}});
    add(base::insert_journal_entry, {{"subject", subject},
                                     {"sequence", ":head_sequence + 1"},
                                     {"at", "'2026-11-22'"},
                                     {"act", "'goal_changed'"},
                                     {"purpose", "'holder'"},
                                     {"audience", id},
                                     {"account", id},
                                     {"actor_name", "'Kari Lunde'"},
                                     {"unit", id},
                                     {"unit_name", "'Solvik skole'"},
                                     {"content", R"('{"text":"Sove nok","why":"","state":"active"}')"},
                                     {"content_digest", hash},
                                     {"previous_hash", hash},
                                     {"hash", hash}});
    add(base::move_chain_head,
        {{"kind", "'journal'"}, {"subject", subject}, {"sequence", ":head_sequence + 1"}, {"hash", hash}});
    return script + "COMMIT;\n";
}

/// The figure in pgbench's "tps = 1234.5 (without initial connection time)".
double rate_in(const std::string& said)
{
    const std::size_t found = said.find("tps = ");
    if (found == std::string::npos) { throw std::runtime_error{"pgbench says no rate: " + said}; }
    return std::stod(said.substr(found + 6));
}

std::string heard(std::FILE* from)
{
    std::string said;
    char bytes[1024];
    for (std::size_t count = 0; (count = std::fread(bytes, 1, sizeof bytes, from)) > 0;) {
        said.append(bytes, count);
    }
    return said;
}

} // namespace

PgBench::PgBench(std::string location, const std::vector<Log>& logs)
    : location_{std::move(location)}, clients_{logs.size()}
{
    for (std::size_t i = 0; i < logs.size(); ++i) {
        folder_.write(fmt::format("{}.sql", i), script_for(logs[i]));
        db::testing::run_on_postgres(location_,
                                     fmt::format("INSERT INTO m9901.chain_head (kind, subject, sequence, "
                                                 "hash, sealed_sequence) VALUES ('journal', '{}', 1, "
                                                 "'', 0)",
                                                 subject_of(logs[i])));
    }
}

Figures PgBench::run(std::chrono::milliseconds time) const
{
    std::vector<std::FILE*> running;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(time).count();
    for (std::size_t i = 0; i < clients_; ++i) {
        const std::string command =
            fmt::format("pgbench -n -M prepared -c 1 -T {} -f {} \"{} options='-c search_path=m9901'\" 2>&1",
                        seconds, (folder_.path() / fmt::format("{}.sql", i)).string(), location_);
        running.push_back(popen(command.c_str(), "r"));
        if (running.back() == nullptr) { throw std::runtime_error{"cannot start pgbench"}; }
    }
    Figures figures;
    for (std::FILE* const one : running) {
        figures.requests_per_second += rate_in(heard(one));
        pclose(one);
    }
    return figures;
}

} // namespace samvei::bench
