#pragma once
// Many clients on one thread: each keeps its connection and asks again as soon as it is answered.

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <sys/types.h>

/// Benchmarks: programs that print figures. Not part of the server.
namespace samvei::bench {

/// What came of a stretch of time under load.
struct Figures {
    double requests_per_second = 0;
    double cpu_us_per_request = 0; ///< Of the server's process alone, all its threads, user and system.
    std::uint64_t requests = 0;
    std::size_t answer_bytes = 0; ///< Of the last answer's body.
};

/// The bytes of the next request of this client. `answer` is the body of the one before, "" at first.
using NextRequest = std::function<std::string(std::size_t client, std::string_view answer)>;

/// Asks for so long, from so many connections. An answer that is not 2xx ends the program.
Figures drive(std::uint16_t port, pid_t server, std::size_t clients, std::chrono::milliseconds time,
              const NextRequest& next);

/// The same rounds for several subjects in turn, so that noise meets all alike; the median round by CPU of
/// each.
struct Subject {
    std::string name;
    std::function<Figures()> round;
    Figures median = {};
};
void run_in_turn(std::span<Subject> subjects, int rounds);

/// User and system time of a process so far.
std::chrono::nanoseconds cpu_of(pid_t process);
/// User and system time of the calling thread so far.
std::chrono::nanoseconds cpu_of_this_thread();

/// What a program of bench/ ends with: measures, or says on standard error why it could not.
int ends_with(void (*measure)());

/// "met" or "not met".
std::string_view verdict(bool met);

} // namespace samvei::bench
