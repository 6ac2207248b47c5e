#pragma once
// The server loop: accepts, reads within limits, hands requests to a pool of workers, writes answers.

#include "http/router.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace samvei::http {

struct Limits {
    std::chrono::milliseconds header_time{10'000}; ///< From the first byte (or accept) to the end of the header.
    std::chrono::milliseconds body_time{20'000};   ///< For the whole body.
    std::chrono::milliseconds write_time{20'000};  ///< For one answer to a slow reader.
    std::chrono::milliseconds idle_time{60'000};   ///< Between requests on one connection.
    std::chrono::milliseconds stop_time{10'000};   ///< Graceful stop: requests under way may finish.
    std::size_t header_bytes = 16 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    unsigned connections = 4'096;
    unsigned queue = 1'024; ///< Requests waiting for a worker; more are answered 503 with Retry-After.
};

struct ServerSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080; ///< 0: any free port; see Server::port
    unsigned network_threads = 1;
    unsigned workers = 64;     ///< Handlers are plain synchronous functions that may wait for the disk.
    Limits limits = {};
    std::filesystem::path static_files; ///< Folder served under /app/ ; files beside which x.br / x.gz lie are sent so.
    std::string public_origin;  ///< "https://..." of the installation; empty on plain http (no HSTS then).
};

/// Figures for /metrics.
struct ServerCounts {
    std::uint64_t requests = 0;
    std::uint64_t by_status_class[6] = {}; ///< [2] = 2xx ...
    std::uint64_t open_connections = 0;
    std::uint64_t cut_by_limit = 0;
    std::uint64_t queue_full = 0;
};

/// Every answer carries: Content-Security-Policy (no unsafe-inline, no outside origin), nosniff, Referrer-Policy
/// no-referrer, X-Frame-Options/frame-ancestors, Permissions-Policy, Cross-Origin-*, Cache-Control no-store unless
/// the handler or a static file says otherwise. Bodies over 1 KB are compressed when the client accepts it.
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
