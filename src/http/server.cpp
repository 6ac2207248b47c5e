#include "http/server.hpp"

#include "base/log.hpp"
#include "http/connection.hpp"
#include "http/problem.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <thread>

namespace samvei::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using std::chrono::milliseconds;

namespace {

/// A deadline is noticed at most a quarter of the shortest limit late, and at most a quarter of a second.
milliseconds tick_for(const Limits& limits)
{
    const milliseconds shortest = std::min(
        {limits.header_time, limits.body_time, limits.write_time, limits.idle_time, limits.stop_time});
    return std::clamp(shortest / 4, milliseconds{5}, milliseconds{250});
}

std::vector<StaticMount> mounts_of(const ServerSettings& settings)
{
    std::vector<StaticMount> mounts = settings.mounts;
    if (!settings.static_files.empty()) {
        mounts.push_back(
            {.prefix = "/app/", .folder = settings.static_files, .fallback = Fallback::index_page});
    }
    return mounts;
}

/// What a client reads when there are too many connections. Made once; a connection more costs no thinking.
std::string too_many_answer(std::string_view security_lines)
{
    Request nobody;
    const Response response = problem(Error{ErrorCode::service_unavailable}, nobody);
    std::string bytes;
    append_head(bytes, response, {response.body.size(), Afterwards::close}, security_lines);
    return bytes + response.body;
}

tcp::acceptor listen_on(asio::io_context& context, const ServerSettings& settings)
{
    const std::string where = fmt::format("{} port {}", settings.address, settings.port);
    try {
        const tcp::endpoint endpoint{asio::ip::make_address(settings.address), settings.port};
        return tcp::acceptor{context, endpoint, /*reuse_addr=*/true};
    } catch (const boost::system::system_error& error) {
        throw StoreFailure{fmt::format("cannot listen on {}: {}", where, error.code().message())};
    }
}

Scheme scheme_of(const ServerSettings& settings)
{
    return settings.public_origin.starts_with("https:") ? Scheme::https : Scheme::http;
}

} // namespace

struct Server::Inside {
    Inside(const ServerSettings& settings, const Router& router)
        : around{.settings = settings,
                 .router = router,
                 .files = StaticFiles{mounts_of(settings)},
                 .security_lines = security_headers(scheme_of(settings)),
                 .framed_security_lines = security_headers(scheme_of(settings), Framing::anybody),
                 .counters = std::make_shared<Counters>(),
                 .route_figures = {},
                 .workers = {settings.workers, settings.limits.queue}},
          loops{make_loops(settings)}, acceptor{listen_on(loops.front()->context(), settings)},
          port{acceptor.local_endpoint().port()}, too_many{too_many_answer(around.security_lines)}
    {
        join_metrics(settings.metrics == nullptr ? own_metrics : *settings.metrics);
    }

    static std::vector<std::shared_ptr<Loop>> make_loops(const ServerSettings& settings)
    {
        std::vector<std::shared_ptr<Loop>> made;
        for (unsigned i = 0; i < std::max(settings.network_threads, 1U); ++i) {
            made.push_back(std::make_shared<Loop>(tick_for(settings.limits), settings.limits.stop_time));
        }
        return made;
    }

    void join_metrics(Metrics& metrics)
    {
        for (const BoundRoute& route : around.router.routes()) {
            around.route_figures.push_back(&metrics.of_route(route.path));
        }
        around.file_figures = &metrics.of_route("static");
        around.other_figures = &metrics.of_route("none");
        const auto add = [&](FigureKind kind, const char* name, const char* about,
                             std::atomic<std::uint64_t> Counters::*member) {
            metrics.add({kind, name, about, "", [counters = around.counters, member] {
                             return static_cast<double>(((*counters).*member).load());
                         }});
        };
        add(FigureKind::gauge, "samvei_http_connections", "Open connections.", &Counters::open_connections);
        add(FigureKind::counter, "samvei_http_connections_refused_total", "Connections over the limit.",
            &Counters::refused_connections);
        add(FigureKind::counter, "samvei_http_cut_by_limit_total", "Connections cut at a time limit.",
            &Counters::cut_by_limit);
        add(FigureKind::counter, "samvei_http_queue_full_total",
            "Requests refused because all workers were busy.", &Counters::queue_full);
    }

    asio::awaitable<void> accept_all()
    {
        asio::steady_timer pause{acceptor.get_executor()};
        std::size_t next = 0;
        while (acceptor.is_open()) {
            const std::shared_ptr<Loop> loop = loops[next++ % loops.size()];
            boost::system::error_code error;
            tcp::socket socket = co_await acceptor.async_accept(
                loop->context(), asio::redirect_error(asio::use_awaitable, error));
            if (!acceptor.is_open()) { co_return; }
            if (error) {
                // Out of file descriptors, most likely: others must close before one more can be taken.
                pause.expires_after(milliseconds{50});
                co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
                continue;
            }
            take(loop, std::move(socket));
        }
    }

    void take(const std::shared_ptr<Loop>& loop, tcp::socket socket)
    {
        boost::system::error_code ignored;
        Counters& counters = *around.counters;
        if (counters.open_connections.load() >= around.settings.limits.connections) {
            counters.refused_connections.fetch_add(1, std::memory_order_relaxed);
            socket.non_blocking(true, ignored);
            socket.write_some(asio::buffer(too_many), ignored);
            socket.shutdown(tcp::socket::shutdown_send, ignored);
            return;
        }
        counters.open_connections.fetch_add(1);
        socket.set_option(tcp::no_delay{true}, ignored);
        auto connection = std::make_shared<Connection>(loop, around, std::move(socket));
        asio::co_spawn(
            loop->context(), [connection]() { return connection->serve(); }, asio::detached);
    }

    /// On the first loop, so that every connection it handed to another has arrived there before the stop
    /// does.
    void begin_stop()
    {
        boost::system::error_code ignored;
        acceptor.close(ignored);
        for (const auto& loop : loops) {
            asio::post(loop->context(), [loop] { loop->begin_stop(); });
        }
    }

    Metrics own_metrics;
    Surroundings around;
    std::vector<std::shared_ptr<Loop>> loops;
    tcp::acceptor acceptor;
    std::uint16_t port; ///< Also after the acceptor is closed.
    std::string too_many;
};

Server::Server(const ServerSettings& settings, const Router& router)
    : inside_{std::make_unique<Inside>(settings, router)}
{}

Server::~Server() = default;

std::uint16_t Server::port() const
{
    return inside_->port;
}

void Server::run()
{
    Inside& in = *inside_;
    asio::co_spawn(in.loops.front()->context(), in.accept_all(), asio::detached);
    std::vector<std::thread> others;
    for (std::size_t i = 1; i < in.loops.size(); ++i) {
        others.emplace_back([loop = in.loops[i]] { loop->run(); });
    }
    in.loops.front()->run();
    for (std::thread& thread : others) { thread.join(); }
    for (const auto& loop : in.loops) { loop->close(); }
}

void Server::stop()
{
    asio::post(inside_->loops.front()->context(), [this] { inside_->begin_stop(); });
}

ServerCounts Server::counts() const
{
    const Counters& counters = *inside_->around.counters;
    ServerCounts counts;
    counts.requests = counters.requests;
    for (std::size_t i = 0; i < counters.by_status_class.size(); ++i) {
        counts.by_status_class[i] = counters.by_status_class.at(i);
    }
    counts.open_connections = counters.open_connections;
    counts.cut_by_limit = counters.cut_by_limit;
    counts.queue_full = counters.queue_full;
    return counts;
}

} // namespace samvei::http
