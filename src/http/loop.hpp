#pragma once
// One network thread: its io_context and the connections that live on it. Everything of a connection but its
// handler happens on this thread, so connections need no locks and no strands.

#if defined(__GNUC__) && !defined(__clang__)
// g++ 12 takes the allocator of Asio's coroutine frames for a wrong one when it has inlined half of it.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#if defined(__SANITIZE_THREAD__)
#pragma GCC diagnostic ignored "-Wtsan" // Asio's fences, which the sanitizer does not follow.
#endif
#endif

#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_set>
#include <vector>

namespace samvei::http {

class Connection;

/// Kept alive by its connections too: an answer may be settled long after the server is gone.
class Loop {
public:
    /// Looks after deadlines every `tick`.
    Loop(std::chrono::milliseconds tick, std::chrono::milliseconds stop_time);

    boost::asio::io_context& context() { return context_; }
    /// Returns once it has been told to stop and the last connection is gone.
    void run();
    bool stopping() const { return stop_deadline_.has_value(); }

    // On the loop's own thread.
    void add(const std::shared_ptr<Connection>& connection) { connections_.insert(connection); }
    void remove(const std::shared_ptr<Connection>& connection);
    void begin_stop();

    /// The answer of this connection is ready. From any thread, at any time.
    void deliver(std::shared_ptr<Connection> connection);
    /// After run: nothing is delivered any more.
    void close();

private:
    boost::asio::awaitable<void> watch_deadlines();
    void hand_out();

    std::chrono::milliseconds tick_;
    std::chrono::milliseconds stop_time_;
    boost::asio::io_context context_{1};
    std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> guard_;
    boost::asio::steady_timer timer_;
    std::optional<std::chrono::steady_clock::time_point> stop_deadline_;
    std::unordered_set<std::shared_ptr<Connection>> connections_;

    std::mutex mutex_; ///< Guards the two below.
    std::vector<std::shared_ptr<Connection>> ready_;
    bool closed_ = false;
};

} // namespace samvei::http
