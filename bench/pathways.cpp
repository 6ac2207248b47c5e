// Promise of the pathway engine: beside an existing BPMN engine in the same run (start and three advances, in
// memory); the same durable, with journal and tables; and the board over 100 000 open follow-ups.
#include "load.hpp"
#include "many_children.hpp"
#include "workshop.hpp"

#include "followup/rules.hpp"
#include "followup/view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace samvei::bench {
namespace {

constexpr int rounds = 5;
constexpr std::chrono::milliseconds round_time{2'000};
constexpr int clients = 64;
constexpr int children_count = 100'000;
constexpr std::array<std::string_view, 3> steps{"contact_service", "joint_meeting", "carry_out_joint"};

template <class T>
T must(Result<T> result)
{
    if (!result) { throw std::runtime_error{"refused: " + result.error().why.text}; }
    return std::move(result).value();
}

/// How often in the round, and the CPU of each by this thread.
template <class Act>
Figures alone(Act&& act)
{
    std::uint64_t count = 0;
    const auto cpu_before = cpu_of_this_thread();
    const auto begin = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() < begin + round_time) {
        for (int i = 0; i < 50; ++i) { act(); }
        count += 50;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const std::chrono::duration<double, std::micro> cpu = cpu_of_this_thread() - cpu_before;
    return {static_cast<double>(count) / took.count(), cpu.count() / static_cast<double>(count), count, 0};
}

/// Start and three advances of BTI on level 2: the rules that date steps included, nothing stored.
void start_and_advance(const pathway::Definition& bti, Date today)
{
    pathway::Facts facts{"level_2", today, {}, {}};
    followup::Progress progress = must(followup::advance(bti, facts, {}, today.plus_days(7), today));
    for (const std::string_view step : steps) {
        facts.events.insert(facts.events.end(), progress.added.begin(), progress.added.end());
        progress = must(followup::advance(bti, facts, {pathway::StepDone{std::string{step}, "", today}},
                                          today.plus_days(7), today));
    }
    if (progress.next_step != "evaluate_joint") {
        throw std::runtime_error{"stands at " + progress.next_step};
    }
}

/// The BPMN engine does the same in a process of its own; its figures are what it prints.
Figures ask_bpmn()
{
    const std::string command = fmt::format("node {}/bench/bpmn/advance.mjs {}", SAMVEI_SOURCE_DIR,
                                            std::chrono::duration<double>(round_time).count());
    FILE* const pipe = popen(command.c_str(), "r");
    double cpu_us = 0;
    unsigned long long count = 0;
    const bool read = pipe != nullptr && fscanf(pipe, "%lf %llu", &cpu_us, &count) == 2;
    if (pipe == nullptr || pclose(pipe) != 0 || !read) {
        throw std::runtime_error{
            "the BPMN engine did not answer: is bench/bpmn installed (make bench does it)?"};
    }
    return {static_cast<double>(count) / std::chrono::duration<double>(round_time).count(), cpu_us, count, 0};
}

/// Opens a follow-up and takes three steps, durably.
void open_and_advance(access::App& app, const access::Caller& kari, Workshop& workshop)
{
    const followup::FollowUpId id = workshop.open_log();
    const Date today = app.clock.today();
    std::int64_t version = 1;
    for (const std::string_view step : steps) {
        must(followup::take_step(
            app, kari, id, {version++, std::string{step}, "", PersonalText{"Gjort."}, today.plus_days(7)}));
    }
}

Figures durable(Workshop& workshop)
{
    std::atomic<bool> enough = false;
    std::atomic<std::uint64_t> count = 0;
    const auto cpu_before = cpu_of(getpid());
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&] {
            while (!enough) {
                open_and_advance(workshop.app(), workshop.kari(), workshop);
                ++count;
            }
        });
    }
    std::this_thread::sleep_for(round_time);
    enough = true;
    for (std::thread& thread : threads) { thread.join(); }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    const std::chrono::duration<double, std::micro> cpu = cpu_of(getpid()) - cpu_before;
    const auto made = static_cast<double>(count.load());
    return {made / took.count(), cpu.count() / made, count.load(), 0};
}

void measure_board()
{
    const program::Installation installation = program::Installation::on_sqlite();
    add_children(installation.data() / "m9901.db", children_count, Team::elsewhere);
    Workshop workshop{installation};
    const access::Caller coordinator = workshop.caller("bti");
    std::vector<double> seconds;
    std::int64_t open = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        open = followup::view_breaks(workshop.app(), coordinator).open;
        seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(seconds);
    fmt::print("\nthe board over {} open follow-ups              {:>8.2f} s, {:.1f} µs each\n", open,
               seconds[seconds.size() / 2], seconds[seconds.size() / 2] * 1e6 / static_cast<double>(open));
}

void run()
{
    const program::Installation installation = program::Installation::on_sqlite();
    Workshop workshop{installation};
    const pathway::Definition& bti = workshop.app().content.pathways.at("bti");
    const Date today = workshop.app().clock.today();
    std::array subjects{
        Subject{"our engine, start and three advances, one thread",
                [&] { return alone([&] { start_and_advance(bti, today); }); }},
        Subject{"bpmn-engine 25.0.1, the same, in memory", ask_bpmn},
        Subject{"ours, durable: opened and three steps, 64 threads", [&] { return durable(workshop); }},
    };
    run_in_turn(subjects, rounds);
    fmt::print("\n{:<52} {:>10} {:>10}\n", "an instance", "µs CPU", "a second");
    for (const Subject& subject : subjects) {
        fmt::print("{:<52} {:>10.1f} {:>10.0f}\n", subject.name, subject.median.cpu_us_per_request,
                   subject.median.requests_per_second);
    }
    fmt::print("\nsteps of our engine, one thread               {:>10.0f} a second\n"
               "CPU of the BPMN engine in ratio to ours, in memory {:>5.0f}\n"
               "CPU of the BPMN engine in memory in ratio to ours, durable {:>5.1f}\n",
               subjects[0].median.requests_per_second * 4,
               subjects[1].median.cpu_us_per_request / subjects[0].median.cpu_us_per_request,
               subjects[1].median.cpu_us_per_request / subjects[2].median.cpu_us_per_request);
    measure_board();
}

} // namespace
} // namespace samvei::bench

int main()
{
    return samvei::bench::ends_with(samvei::bench::run);
}
