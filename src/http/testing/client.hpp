#pragma once
// A blocking HTTP client for tests: it can also behave badly, by sending byte by byte or not at all.

#include "http/message.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace samvei::http::testing {

/// What came back. Header names in lower case.
struct Answer {
    int status = 0;
    Pairs headers;
    std::string body;

    /// The value of a header (lower-case name), or "".
    std::string_view header(std::string_view name) const;
};

/// A socket connected to 127.0.0.1 that sends at once; std::runtime_error when nobody listens.
int connect_to(std::uint16_t port);

/// One connection to 127.0.0.1. Everything waits at most `patience`, then throws std::runtime_error.
class Client {
public:
    explicit Client(std::uint16_t port, std::chrono::milliseconds patience = std::chrono::seconds{20});
    ~Client();
    Client(Client&& other) noexcept;
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    Client& operator=(Client&&) = delete;

    /// One request with Host and, when there is a body, Content-Length and Content-Type: application/json
    /// (unless `headers` has one); and its answer.
    Answer ask(std::string_view method, std::string_view target, std::string_view body = {},
               const Pairs& headers = {});
    Answer get(std::string_view target, const Pairs& headers = {}) { return ask("GET", target, {}, headers); }

    /// Raw bytes, as they are. False when the server no longer takes any.
    bool send(std::string_view bytes);
    /// One byte at a time with a pause between, until all are sent or the server closes; how many were sent.
    std::size_t drip(std::string_view bytes, std::chrono::milliseconds pause);
    /// No more will be sent.
    void finish_sending();

    /// The next answer, or nothing when the server has closed. `request_method` HEAD: no body is expected.
    std::optional<Answer> find_answer(std::string_view request_method = "GET");
    /// The next answer; throws when the server has closed.
    Answer answer(std::string_view request_method = "GET");
    /// Waits until the server closes; what came before that, from where the last answer ended.
    std::string rest();
    /// Whether bytes come within this time.
    bool has_bytes_within(std::chrono::milliseconds time);
    /// How small the system's receive buffer should be: for playing a slow reader. Before anything is read.
    void shrink_receive_buffer();

private:
    bool receive();

    int socket_ = -1;
    std::string received_;
};

} // namespace samvei::http::testing
