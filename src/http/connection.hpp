#pragma once
// One connection: reads a request, has it answered, writes the answer, and again.
//
// Phases: idle -> header -> body -> working -> writing -> idle ..., and at the end closing. Each but
// `working` has a deadline; the loop cuts the connection when it passes. While a handler is `working` (or its
// answer waits to become durable) only the worker touches the request and the answer; at other times only the
// loop does.

#include "http/head.hpp"
#include "http/loop.hpp"
#include "http/request_reader.hpp"
#include "http/server.hpp"
#include "http/worker_pool.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::http {

/// Shared with the callbacks of /metrics, which may outlive the server.
struct Counters {
    std::atomic<std::uint64_t> requests{0};
    std::array<std::atomic<std::uint64_t>, 6> by_status_class{};
    std::atomic<std::uint64_t> open_connections{0};
    std::atomic<std::uint64_t> refused_connections{0};
    std::atomic<std::uint64_t> cut_by_limit{0};
    std::atomic<std::uint64_t> queue_full{0};
};

/// What all connections of one server share.
struct Surroundings {
    ServerSettings settings;
    const Router& router;
    StaticFiles files;
    std::string security_lines;
    std::string framed_security_lines; ///< For answers that others may frame.
    std::shared_ptr<Counters> counters;
    std::vector<RouteFigures*> route_figures; ///< In the order of the router's routes.
    RouteFigures* file_figures = nullptr;
    RouteFigures* other_figures = nullptr; ///< No route: 404, 405 and what could not be read.
    WorkerPool workers;
};

/// A coroutine that waits for its answer. (Asio 1.81's own any_completion_handler recurses without end when
/// it holds a coroutine.)
class Waiter {
public:
    virtual ~Waiter() = default;
    virtual void resume() = 0;
};

class Connection final : public Job, public std::enable_shared_from_this<Connection> {
public:
    using Moment = std::chrono::steady_clock::time_point;

    Connection(std::shared_ptr<Loop> loop, Surroundings& around, boost::asio::ip::tcp::socket socket);
    ~Connection() override;

    boost::asio::awaitable<void> serve();

    // Called by the loop.
    void cut_if_late(Moment now);
    void close_if_idle();
    /// Graceful stop took too long: nothing is answered any more.
    void abandon();
    /// The answer is there.
    void go_on();

    // Called by a worker.
    void work() noexcept override;

private:
    enum class Phase { idle, header, body, working, writing, closing };

    void enter(Phase phase, std::chrono::milliseconds at_most);
    void close_socket();

    boost::asio::awaitable<void> converse();
    boost::asio::awaitable<bool> read_request();
    boost::asio::awaitable<bool> read_some();
    boost::asio::awaitable<bool> write_continue();
    void note_progress();

    boost::asio::awaitable<bool> make_answer();
    boost::asio::awaitable<bool> wait_for_worker();
    void complete_request();
    void refuse();
    void settle(Outcome outcome);
    void build_head();
    std::string_view body() const { return static_body_.empty() ? response_.body : static_body_; }

    boost::asio::awaitable<bool> write_answer();
    boost::asio::awaitable<void> linger();
    void count_answer();
    void log_answer(std::chrono::microseconds took) const;

    std::shared_ptr<Loop> loop_; ///< Before the socket, which must go first.
    Surroundings& around_;
    boost::asio::ip::tcp::socket socket_;
    std::string remote_;
    Phase phase_ = Phase::idle;
    Moment deadline_;
    bool abandoned_ = false;
    bool is_first_ = true; ///< The first request of this connection.

    std::vector<char> buffer_;
    std::size_t begin_ = 0; ///< Read from the socket and not eaten yet: begin_..end_.
    std::size_t end_ = 0;
    RequestReader reader_;

    Match match_;
    Moment read_at_;
    Response response_;
    std::string_view static_body_;
    std::string head_;
    Afterwards afterwards_ = Afterwards::keep;
    std::unique_ptr<Waiter> waiter_;
};

} // namespace samvei::http
