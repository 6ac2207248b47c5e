#include "http/loop.hpp"

#include "http/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace samvei::http {

namespace asio = boost::asio;

Loop::Loop(std::chrono::milliseconds tick, std::chrono::milliseconds stop_time)
    : tick_{tick}, stop_time_{stop_time}, guard_{asio::make_work_guard(context_)}, timer_{context_}
{}

void Loop::run()
{
    asio::co_spawn(context_, watch_deadlines(), asio::detached);
    context_.run();
}

void Loop::remove(const std::shared_ptr<Connection>& connection)
{
    connections_.erase(connection);
    if (stopping() && connections_.empty()) { timer_.cancel(); }
}

void Loop::begin_stop()
{
    stop_deadline_ = std::chrono::steady_clock::now() + stop_time_;
    guard_.reset();
    for (const auto& connection : connections_) { connection->close_if_idle(); }
    if (connections_.empty()) { timer_.cancel(); }
}

asio::awaitable<void> Loop::watch_deadlines()
{
    while (!stopping() || !connections_.empty()) {
        boost::system::error_code cancelled;
        timer_.expires_after(tick_);
        co_await timer_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));

        const auto now = std::chrono::steady_clock::now();
        for (const auto& connection : connections_) { connection->cut_if_late(now); }
        if (stopping() && now >= *stop_deadline_) {
            // A copy, because abandoning a connection takes it out of the set.
            const std::vector<std::shared_ptr<Connection>> left{connections_.begin(), connections_.end()};
            for (const auto& connection : left) { connection->abandon(); }
        }
    }
}

void Loop::deliver(std::shared_ptr<Connection> connection)
{
    {
        const std::lock_guard lock{mutex_};
        if (closed_) { return; }
        ready_.push_back(std::move(connection));
        if (ready_.size() > 1) { return; } // Somebody has posted already.
    }
    asio::post(context_, [this] { hand_out(); });
}

void Loop::hand_out()
{
    std::vector<std::shared_ptr<Connection>> ready;
    {
        const std::lock_guard lock{mutex_};
        ready.swap(ready_);
    }
    for (const auto& connection : ready) { connection->go_on(); }
}

void Loop::close()
{
    std::vector<std::shared_ptr<Connection>> dropped;
    const std::lock_guard lock{mutex_};
    closed_ = true;
    dropped.swap(ready_);
}

} // namespace samvei::http
