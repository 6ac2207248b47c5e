#include "http/connection.hpp"

#include "base/log.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>

#include <array>
#include <cstring>
#include <typeinfo>

namespace samvei::http {

namespace asio = boost::asio;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr std::size_t header_read_bytes = 4 * 1024;
constexpr std::size_t body_read_bytes = 64 * 1024;
/// After an answer that ends the connection, what still comes is read and thrown away for so long: closing at
/// once would make the peer's system drop the answer before it is read.
constexpr milliseconds refused_linger_time{2'000}; ///< Most likely the client is still sending.
constexpr milliseconds linger_time{100};
constexpr std::size_t head_bytes_reserved = 1'280;

std::string address_of(const asio::ip::tcp::socket& socket)
{
    boost::system::error_code gone;
    const auto endpoint = socket.remote_endpoint(gone);
    return gone ? std::string{} : endpoint.address().to_string();
}

} // namespace

Connection::Connection(std::shared_ptr<Loop> loop, Surroundings& around, asio::ip::tcp::socket socket)
    : loop_{std::move(loop)}, around_{around}, socket_{std::move(socket)}, remote_{address_of(socket_)},
      reader_{{around.settings.limits.header_bytes, around.settings.limits.body_bytes}}
{
    head_.reserve(head_bytes_reserved);
}

Connection::~Connection() = default;

asio::awaitable<void> Connection::serve()
{
    const std::shared_ptr<Connection> self = shared_from_this();
    loop_->add(self);
    try {
        co_await converse();
    } catch (const std::exception& failure) {
        log::error(
            fmt::format("a connection ended: {}", typeid(failure).name())); // Out of memory, most likely.
    }
    close_socket();
    around_.counters->open_connections.fetch_sub(1, std::memory_order_relaxed);
    loop_->remove(self);
}

asio::awaitable<void> Connection::converse()
{
    // A client that connects has already begun, so its first request gets no idle time.
    enter(Phase::idle, around_.settings.limits.header_time);
    // No co_await within && or ||: g++ 12 was seen to lose this coroutine's frame there.
    while (!loop_->stopping()) {
        const bool was_read = co_await read_request();
        if (!was_read) { co_return; }
        const bool was_made = co_await make_answer();
        if (!was_made) { co_return; }
        const bool was_written = co_await write_answer();
        if (!was_written) { co_return; }
        if (afterwards_ == Afterwards::close) {
            co_await linger();
            co_return;
        }
        is_first_ = false;
        enter(Phase::idle, around_.settings.limits.idle_time);
    }
}

void Connection::enter(Phase phase, milliseconds at_most)
{
    phase_ = phase;
    deadline_ = steady_clock::now() + at_most;
}

void Connection::close_socket()
{
    boost::system::error_code ignored;
    socket_.close(ignored);
}

void Connection::cut_if_late(Moment now)
{
    if (phase_ == Phase::working || now < deadline_ || !socket_.is_open()) { return; }
    if (phase_ != Phase::idle && phase_ != Phase::closing) {
        around_.counters->cut_by_limit.fetch_add(1, std::memory_order_relaxed);
    }
    if (phase_ == Phase::writing) {
        // Otherwise the system would go on keeping the rest of the answer for somebody who does not read it.
        boost::system::error_code ignored;
        socket_.set_option(asio::socket_base::linger{true, 0}, ignored);
    }
    close_socket(); // What waits on it ends with an error.
}

void Connection::close_if_idle()
{
    if (phase_ == Phase::idle) { close_socket(); }
}

void Connection::abandon()
{
    abandoned_ = true;
    close_socket();
    go_on();
}

void Connection::go_on()
{
    const std::unique_ptr<Waiter> waiter = std::move(waiter_);
    if (waiter) { waiter->resume(); }
}

// --- reading ---------------------------------------------------------------------------------------------

asio::awaitable<bool> Connection::read_request()
{
    reader_.start();
    for (;;) {
        const Reading before = reader_.reading();
        if (begin_ < end_) {
            begin_ += reader_.eat({buffer_.data() + begin_, end_ - begin_});
            note_progress();
        }
        const Reading after = reader_.reading();
        if (after == Reading::done || after == Reading::refused) { co_return true; }
        if (before == Reading::header && after == Reading::body) {
            if (begin_ < end_) { continue; } // The body has come with the header.
            if (reader_.expects_continue()) {
                const bool was_written = co_await write_continue();
                if (!was_written) { co_return false; }
            }
        }
        const bool has_more = co_await read_some();
        if (!has_more) { co_return false; }
    }
}

/// Bytes of a request have come: its time begins, first that of the header and then that of the body.
void Connection::note_progress()
{
    const Limits& limits = around_.settings.limits;
    if (phase_ == Phase::idle && is_first_) {
        phase_ = Phase::header;
    } // Its time has run since it connected.
    if (phase_ == Phase::idle) { enter(Phase::header, limits.header_time); }
    if (phase_ == Phase::header && reader_.reading() == Reading::body) {
        enter(Phase::body, limits.body_time);
    }
}

asio::awaitable<bool> Connection::read_some()
{
    const std::size_t wanted = phase_ == Phase::body ? body_read_bytes : header_read_bytes;
    if (begin_ > 0) {
        if (end_ > begin_) { std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_); }
        end_ -= begin_;
        begin_ = 0;
    }
    if (phase_ == Phase::idle && end_ == 0 && buffer_.size() > 2 * header_read_bytes) {
        buffer_ = std::vector<char>(header_read_bytes); // An idle connection keeps no room for a body.
    }
    if (buffer_.size() - end_ < wanted) { buffer_.resize(end_ + wanted); }

    boost::system::error_code error;
    const std::size_t count =
        co_await socket_.async_read_some(asio::buffer(buffer_.data() + end_, buffer_.size() - end_),
                                         asio::redirect_error(asio::use_awaitable, error));
    end_ += count;
    co_return !error;
}

asio::awaitable<bool> Connection::write_continue()
{
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    boost::system::error_code error;
    co_await asio::async_write(socket_, asio::buffer(line), asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

// --- writing ---------------------------------------------------------------------------------------------

asio::awaitable<bool> Connection::write_answer()
{
    const std::string_view sent_body = reader_.is_head() ? std::string_view{} : body();
    const Limits& limits = around_.settings.limits;
    const std::size_t seconds = (head_.size() + sent_body.size()) / limits.write_bytes_per_second;
    enter(Phase::writing, limits.write_time + std::chrono::seconds{seconds});
    count_answer();

    const std::array<asio::const_buffer, 2> parts{asio::buffer(head_),
                                                  asio::const_buffer{sent_body.data(), sent_body.size()}};
    boost::system::error_code error;
    co_await asio::async_write(socket_, parts, asio::redirect_error(asio::use_awaitable, error));
    co_return !error;
}

asio::awaitable<void> Connection::linger()
{
    enter(Phase::closing, reader_.reading() == Reading::refused ? refused_linger_time : linger_time);
    boost::system::error_code error;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, error);
    std::array<char, header_read_bytes> thrown_away; // NOLINT: filled by the read
    while (!error) {
        co_await socket_.async_read_some(asio::buffer(thrown_away),
                                         asio::redirect_error(asio::use_awaitable, error));
    }
}

} // namespace samvei::http
