#pragma once
// A server on a free port with a thread of its own, stopped when it goes.

#include "http/server.hpp"
#include "http/testing/client.hpp"

#include <thread>

namespace samvei::http::testing {

class RunningServer {
public:
    RunningServer(std::vector<BoundRoute> routes, ServerSettings settings)
        : router_{std::move(routes)}, server_{on_any_port(std::move(settings)), router_}, thread_{[this] {
              server_.run();
          }}
    {}
    ~RunningServer() { stop(); }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    std::uint16_t port() const { return server_.port(); }
    Client client() const { return Client{port()}; }
    ServerCounts counts() const { return server_.counts(); }
    /// Asks it to stop; does not wait.
    void begin_stop() { server_.stop(); }
    /// Returns when it has stopped.
    void stop()
    {
        server_.stop();
        if (thread_.joinable()) { thread_.join(); }
    }

private:
    static ServerSettings on_any_port(ServerSettings settings)
    {
        settings.port = 0;
        return settings;
    }

    Router router_;
    Server server_;
    std::thread thread_;
};

} // namespace samvei::http::testing
