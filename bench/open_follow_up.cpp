// Promise: opening a child's follow-up, consent-checked and access-logged durably, costs at most 15 µs of CPU
// beyond the bare database read, and runs at half the rate of fixed answers or better.
#include "bare_statements.hpp"
#include "fixed_answers.hpp"
#include "load.hpp"
#include "many_children.hpp"
#include "workshop.hpp"

#include "access/queries.hpp"
#include "base/digest.hpp"
#include "followup/queries.hpp"
#include "program/people.hpp"
#include "program/program.hpp"

#include <fmt/format.h>

#include <array>
#include <random>

namespace samvei::bench {
namespace {

constexpr std::size_t clients = 64;
constexpr int children_count = 2'000;
constexpr int rounds = 5;
constexpr std::chrono::milliseconds round_time{2'000};
constexpr double beyond_us_max = 15;
constexpr double rate_min = 0.5;

/// The statements of one opening, as the program runs them, on the hub and on the municipality.
class BareOpening {
public:
    BareOpening(const std::filesystem::path& data, const std::string& token_hash)
        : hub_{data / "hub.db"}, town_{data / "m9901.db"}, token_hash_{token_hash}
    {}

    void open(const std::string& id)
    {
        namespace hub = access::queries;
        namespace town = followup::queries;
        hub_.execute("BEGIN");
        hub_.run(hub::caller_of_session, {{"token_hash", token_hash_}});
        hub_.execute("COMMIT");

        town_.execute("BEGIN");
        town_.run(town::follow_up_of_staff, {{"id", id}, {"account", account_}});
        town_.run(town::person_by_id, {{"id", child_of(id)}});
        for (const db::Query* query : {&town::guardians_of_follow_up, &town::members_of_follow_up,
                                       &town::consents_of_follow_up, &town::last_offer_of_follow_up}) {
            town_.run(*query, {{"follow_up", id}});
        }
        town_.run(hub::setting_version, {});
        town_.run(hub::settings, {});
        town_.run(town::facts_of_subject, {{"subject", id}});
        for (const db::Query* query : {&town::goals_of_follow_up, &town::measures_of_follow_up,
                                       &town::meetings_of_follow_up, &town::own_words_of_follow_up}) {
            town_.run(*query, {{"follow_up", id}});
        }
        const std::string subject = "follow_up:" + id;
        town_.run(hub::timeline_of_subject,
                  {{"subject", std::string_view{subject}}, {"limit", std::int64_t{300}}});
        town_.execute("COMMIT");

        hub_.execute("BEGIN");
        for (const auto& [account, unit] : places_) {
            hub_.run(hub::colleague, {{"municipality", std::string_view{"9901"}},
                                      {"account", std::string_view{account}},
                                      {"unit", std::string_view{unit}}});
        }
        hub_.execute("COMMIT");
    }

    void know(std::string account, std::string child_id,
              std::vector<std::pair<std::string, std::string>> places)
    {
        account_ = std::move(account);
        child_ = std::move(child_id);
        places_ = std::move(places);
    }

private:
    /// The copies' ids differ from Emma's in the last six characters only.
    std::string_view child_of(const std::string& id)
    {
        child_.replace(20, 6, id, 20, 6);
        return child_;
    }

    BareStatements hub_;
    BareStatements town_;
    std::string token_hash_;
    std::string account_; ///< Of the one who opens.
    std::string child_;
    std::vector<std::pair<std::string, std::string>> places_;
};

/// Does something for one child after another on this thread.
template <class Open>
Figures time_alone(const Children& children, const Open& open)
{
    std::mt19937 random{1};
    std::uniform_int_distribution<std::size_t> any{0, children.follow_ups.size() - 1};
    const auto before = cpu_of_this_thread();
    const auto begin = std::chrono::steady_clock::now();
    Figures figures;
    while (std::chrono::steady_clock::now() < begin + round_time / 2) {
        open(children.follow_ups[any(random)]);
        ++figures.requests;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const std::chrono::duration<double, std::micro> cpu = cpu_of_this_thread() - before;
    figures.requests_per_second = static_cast<double>(figures.requests) / took.count();
    figures.cpu_us_per_request = cpu.count() / static_cast<double>(figures.requests);
    return figures;
}

void print(std::span<const Subject> subjects)
{
    const Subject& bare = subjects.front();
    const Subject& fixed = subjects[subjects.size() - 2];
    const Subject& opening = subjects.back();
    fmt::print("\n{:<44} {:>9} {:>10} {:>9}\n", "", "µs CPU", "a second", "bytes");
    for (const Subject& subject : subjects) {
        fmt::print("{:<44} {:>9.1f} {:>10.0f} {:>9}\n", subject.name, subject.median.cpu_us_per_request,
                   subject.median.requests_per_second, subject.median.answer_bytes);
    }
    const double beyond = opening.median.cpu_us_per_request - bare.median.cpu_us_per_request;
    const double beyond_both = beyond - fixed.median.cpu_us_per_request;
    const double rate = opening.median.requests_per_second / fixed.median.requests_per_second;
    fmt::print("\nCPU in ratio to the bare statements                {:>8.2f}\n"
               "CPU beyond the bare statements                     {:>8.1f} µs, promised {:.0f}: {}\n"
               "  of which not the HTTP of a fixed answer          {:>8.1f} µs\n"
               "rate in ratio to fixed answers                     {:>8.2f}, promised {:.1f}: {}\n",
               opening.median.cpu_us_per_request / bare.median.cpu_us_per_request, beyond, beyond_us_max,
               verdict(beyond <= beyond_us_max), beyond_both, rate, rate_min, verdict(rate >= rate_min));
}

void run()
{
    const FixedAnswers fixed;
    const program::Installation installation = program::Installation::on_sqlite();
    const Children children = add_children(installation.data() / "m9901.db", children_count, Team::of_emma);
    Workshop workshop{installation};
    std::vector<std::string> more;
    if (const char* file = std::getenv("SAMVEI_BENCH_SETTINGS")) { more = {"--settings", file}; }
    program::Server server{installation, more};
    server.wait_until_ready();
    const program::Session kari = program::log_in(server.port(), "kari");
    program::Line line{server.port()};
    const program::Reply emma = line.get(kari, "/v1/follow-ups/" + children.follow_ups.front());

    BareOpening bare{installation.data(), sha256_hex(kari.cookie.substr(kari.cookie.find('=') + 1))};
    std::vector<std::pair<std::string, std::string>> places;
    for (const auto& member : emma.body.at("team").as_array()) {
        if (member.at("kind") != "staff") { continue; }
        places.emplace_back(program::text_at(member.as_object(), "account"),
                            program::text_at(member.as_object(), "unit"));
    }
    bare.know(program::text_at(emma.body.at("holder").as_object(), "account"),
              program::text_at(emma.body.at("child").as_object(), "id"), places);

    std::mt19937 random{2};
    std::uniform_int_distribution<std::size_t> any{0, children.follow_ups.size() - 1};
    const std::string tail = " HTTP/1.1\r\nHost: localhost\r\nCookie: " + kari.cookie + "\r\n\r\n";
    const NextRequest open = [&](std::size_t, std::string_view) {
        return "GET /v1/follow-ups/" + children.follow_ups[any(random)] + tail;
    };
    const Figures first = drive(server.port(), server.process(), clients, round_time / 4, open);
    const NextRequest ask_fixed = [&](std::size_t, std::string_view) {
        return "GET /fixed/" + std::to_string(first.answer_bytes) + tail;
    };
    std::array subjects{
        Subject{"the bare statements, one thread",
                [&] { return time_alone(children, [&](const std::string& id) { bare.open(id); }); }},
        Subject{"our view: permit, statements, pathway, one thread",
                [&] { return time_alone(children, [&](const std::string& id) { workshop.view(id); }); }},
        Subject{"our view and its JSON, one thread",
                [&] { return time_alone(children, [&](const std::string& id) { workshop.json(id); }); }},
        Subject{"fixed answers of the same size, 64 clients",
                [&] { return drive(fixed.port(), fixed.process(), clients, round_time, ask_fixed); }},
        Subject{"opening a follow-up, 64 clients",
                [&] { return drive(server.port(), server.process(), clients, round_time, open); }}};
    run_in_turn(subjects, rounds);
    print(subjects);
}

} // namespace
} // namespace samvei::bench

int main()
{
    return samvei::bench::ends_with(samvei::bench::run);
}
