#include "load.hpp"

#include "http/testing/client.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace samvei::bench {

namespace {

using std::chrono::nanoseconds;
using std::chrono::steady_clock;

nanoseconds time_of(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0) { throw std::runtime_error{"the server's clock cannot be read"}; }
    return std::chrono::seconds{time.tv_sec} + nanoseconds{time.tv_nsec};
}

/// One client: a connection, and the answer it is reading.
class Client {
public:
    explicit Client(std::uint16_t port) : socket_{http::testing::connect_to(port)}
    {
        received_.resize(256 * 1024);
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    Client(Client&& other) noexcept
        : socket_{std::exchange(other.socket_, -1)}, received_{std::move(other.received_)}
    {}
    ~Client()
    {
        if (socket_ >= 0) { ::close(socket_); }
    }

    int socket() const { return socket_; }

    void send(std::string_view request) const
    {
        while (!request.empty()) {
            const ssize_t sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
            if (sent <= 0) { throw std::runtime_error{"the server does not listen"}; }
            request.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// Reads what is there; true when the answer is whole, and then `body` is its body.
    bool receive()
    {
        if (size_ == received_.size()) { received_.resize(received_.size() * 2); }
        const ssize_t count = ::recv(socket_, received_.data() + size_, received_.size() - size_, 0);
        if (count <= 0) { throw std::runtime_error{"the server closed a connection"}; }
        size_ += static_cast<std::size_t>(count);
        const std::string_view all{received_.data(), size_};
        const std::size_t end = all.find("\r\n\r\n");
        if (end == std::string_view::npos) { return false; }
        std::size_t length = 0;
        if (const std::size_t found = all.substr(0, end).find("Content-Length: "); found != all.npos) {
            std::from_chars(all.data() + found + 16, all.data() + end, length);
        }
        if (size_ < end + 4 + length) { return false; }
        body = all.substr(end + 4, length);
        if (all[9] != '2') { throw std::runtime_error{"refused: " + std::string{all}}; }
        size_ = 0;
        return true;
    }

    std::string_view body;

private:
    int socket_;
    std::string received_;
    std::size_t size_ = 0;
};

/// All clients, asking.
class Crowd {
public:
    Crowd(std::uint16_t port, std::size_t clients, const NextRequest& next)
        : next_{next}, epoll_{::epoll_create1(EPOLL_CLOEXEC)}
    {
        clients_.reserve(clients);
        for (std::size_t i = 0; i < clients; ++i) {
            clients_.emplace_back(port);
            epoll_event event{.events = EPOLLIN, .data = {.u64 = i}};
            ::epoll_ctl(epoll_, EPOLL_CTL_ADD, clients_[i].socket(), &event);
            clients_[i].send(next_(i, ""));
        }
    }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;
    ~Crowd() { ::close(epoll_); }

    /// How many answers came until then; every client goes on asking.
    std::uint64_t ask_until(steady_clock::time_point end)
    {
        std::uint64_t answers = 0;
        while (steady_clock::now() < end) { answers += wait_once(Ask::again); }
        return answers;
    }

    /// Hears the answers that are still out.
    void finish()
    {
        for (std::size_t left = clients_.size(); left > 0;) { left -= wait_once(Ask::no_more); }
    }

    std::size_t answer_bytes = 0;

private:
    enum class Ask { again, no_more };

    std::size_t wait_once(Ask ask)
    {
        epoll_event events[64];
        const int count = ::epoll_wait(epoll_, events, 64, 1000);
        std::size_t answers = 0;
        for (int i = 0; i < count; ++i) {
            Client& client = clients_[events[i].data.u64];
            if (!client.receive()) { continue; }
            ++answers;
            answer_bytes = client.body.size();
            if (ask == Ask::again) { client.send(next_(events[i].data.u64, client.body)); }
        }
        return answers;
    }

    const NextRequest& next_;
    int epoll_;
    std::vector<Client> clients_;
};

} // namespace

nanoseconds cpu_of(pid_t process)
{
    clockid_t clock{};
    if (clock_getcpuclockid(process, &clock) != 0) { throw std::runtime_error{"the server is gone"}; }
    return time_of(clock);
}

nanoseconds cpu_of_this_thread()
{
    return time_of(CLOCK_THREAD_CPUTIME_ID);
}

Figures drive(std::uint16_t port, pid_t server, std::size_t clients, std::chrono::milliseconds time,
              const NextRequest& next)
{
    Crowd crowd{port, clients, next};
    crowd.ask_until(steady_clock::now() + time / 5); // Caches fill, threads wake.
    const nanoseconds cpu_before = cpu_of(server);
    const auto begin = steady_clock::now();
    Figures figures;
    figures.requests = crowd.ask_until(begin + time);
    const nanoseconds cpu = cpu_of(server) - cpu_before;
    const std::chrono::duration<double> took = steady_clock::now() - begin;
    crowd.finish();
    const auto count = static_cast<double>(figures.requests);
    figures.requests_per_second = count / took.count();
    figures.cpu_us_per_request = std::chrono::duration<double, std::micro>(cpu).count() / count;
    figures.answer_bytes = crowd.answer_bytes;
    return figures;
}

void run_in_turn(std::span<Subject> subjects, int rounds)
{
    std::vector<std::vector<Figures>> all(subjects.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < subjects.size(); ++i) { all[i].push_back(subjects[i].round()); }
    }
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        std::ranges::sort(all[i], {}, &Figures::cpu_us_per_request);
        subjects[i].median = all[i][all[i].size() / 2];
    }
}

int ends_with(void (*measure)())
{
    try {
        measure();
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}

std::string_view verdict(bool met)
{
    return met ? "met" : "not met";
}

} // namespace samvei::bench
