#pragma once
// The server loop: accepts, reads within limits, hands requests to a pool of workers, writes answers.

#include "http/metrics.hpp"
#include "http/router.hpp"
#include "http/static_files.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace samvei::http {

struct Limits {
    std::chrono::milliseconds header_time{
        10'000}; ///< From the first byte (or accept) to the end of the header.
    std::chrono::milliseconds body_time{20'000};   ///< For the whole body.
    std::chrono::milliseconds write_time{20'000};  ///< For one answer to a slow reader, and
    std::size_t write_bytes_per_second = 4 * 1024; ///< more for long ones: a second for so many bytes.
    std::chrono::milliseconds idle_time{60'000};   ///< Between requests on one connection.
    std::chrono::milliseconds stop_time{10'000};   ///< Graceful stop: requests under way may finish.
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    unsigned connections = 4'096;
    unsigned queue = 1'024; ///< Requests waiting for a worker; more are answered 503 with Retry-After.
};

/// Whose address is the client's: of the peer, or the last in X-Forwarded-For, which our own proxy wrote.
enum class ClientAddress { peer, forwarded };

/// Which answers make a line in the log: 5xx, or refusals (4xx) too, or every one.
enum class RequestLog { failures, refusals, all };

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0: any free port; see Server::port
    unsigned network_threads = 1;
    unsigned workers = 64; ///< Handlers are plain synchronous functions that may wait for the disk.
    Limits limits = {};
    std::filesystem::path static_files =
        {}; ///< Folder served under /app/ ; files beside which x.br / x.gz lie are sent so.
    std::string public_origin =
        {}; ///< "https://..." of the installation; empty on plain http (no HSTS then).
    std::vector<StaticMount> mounts = {}; ///< More folders, as for the css and fonts of public pages.
    ClientAddress client_address = ClientAddress::peer;
    RequestLog request_log = RequestLog::failures;
    Metrics* metrics = nullptr; ///< Where the server's own figures go; must live as long as the server.
};

/// Figures for /metrics.
struct ServerCounts {
    std::uint64_t requests = 0;
    std::uint64_t by_status_class[6] = {}; ///< [2] = 2xx ...
    std::uint64_t open_connections = 0;
    std::uint64_t cut_by_limit = 0;
    std::uint64_t queue_full = 0;
};

/// Every answer carries: Content-Security-Policy (no unsafe-inline, no outside origin), nosniff,
/// Referrer-Policy no-referrer, X-Frame-Options/frame-ancestors, Permissions-Policy, Cross-Origin-*,
/// Cache-Control no-store unless the handler or a static file says otherwise. Bodies over 1 KB are compressed
/// when the client accepts it and no secret is at stake, see compress_if_safe.
class Server {
public:
    /// Binds and listens; throws StoreFailure with the address when it cannot.
    Server(const ServerSettings& settings, const Router& router);
    ~Server();
    std::uint16_t port() const;
    /// Serves until `stop`. Returns when the last answer is written or stop_time is over.
    void run();
    /// From any thread or a signal handler's thread.
    void stop();
    ServerCounts counts() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace samvei::http
