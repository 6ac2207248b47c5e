#include "http/testing/client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <thread>

namespace samvei::http::testing {

namespace {

timeval timeval_of(std::chrono::milliseconds time)
{
    return {.tv_sec = static_cast<time_t>(time.count() / 1000),
            .tv_usec = static_cast<suseconds_t>(time.count() % 1000 * 1000)};
}

std::string lower_case(std::string_view text)
{
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

Answer head_from(std::string_view head)
{
    Answer answer;
    if (!head.starts_with("HTTP/1.1 ")) { throw std::runtime_error{"not an HTTP/1.1 answer"}; }
    answer.status = std::stoi(std::string{head.substr(9, 3)});
    head.remove_prefix(std::min(head.find("\r\n") + 2, head.size()));
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(std::min(line.size() + 2, head.size()));
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) { throw std::runtime_error{"a header line without a colon"}; }
        answer.headers.emplace_back(lower_case(line.substr(0, colon)), line.substr(colon + 2));
    }
    return answer;
}

bool has_header(const Pairs& headers, std::string_view lower_name)
{
    return std::any_of(headers.begin(), headers.end(),
                       [&](const auto& header) { return lower_case(header.first) == lower_name; });
}

} // namespace

std::string_view Answer::header(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name) { return value; }
    }
    return {};
}

int connect_to(std::uint16_t port)
{
    const int connected = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(connected, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connected, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(connected);
        throw std::runtime_error{"cannot connect"};
    }
    return connected;
}

Client::Client(std::uint16_t port, std::chrono::milliseconds patience) : socket_{connect_to(port)}
{
    const timeval time = timeval_of(patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

Client::~Client()
{
    if (socket_ >= 0) { ::close(socket_); }
}

Client::Client(Client&& other) noexcept
    : socket_{std::exchange(other.socket_, -1)}, received_{std::move(other.received_)}
{}

Answer Client::ask(std::string_view method, std::string_view target, std::string_view body,
                   const Pairs& headers)
{
    std::string bytes;
    bytes.append(method).append(" ").append(target).append(" HTTP/1.1\r\n");
    if (!has_header(headers, "host")) { bytes += "Host: localhost\r\n"; }
    if (!body.empty()) {
        bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        if (!has_header(headers, "content-type")) { bytes += "Content-Type: application/json\r\n"; }
    }
    for (const auto& [name, value] : headers) {
        bytes.append(name).append(": ").append(value).append("\r\n");
    }
    bytes.append("\r\n").append(body);
    send(bytes); // When it fails, the server may have answered before it closed.
    return answer(method);
}

bool Client::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) { return false; }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::size_t Client::drip(std::string_view bytes, std::chrono::milliseconds pause)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        // The first byte after the server has closed still goes out; what comes back tells of it.
        if (!send(bytes.substr(i, 1))) { return i; }
        std::this_thread::sleep_for(pause);
    }
    return bytes.size();
}

void Client::finish_sending()
{
    ::shutdown(socket_, SHUT_WR);
}

std::optional<Answer> Client::find_answer(std::string_view request_method)
{
    std::size_t end = 0;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (!receive()) { return std::nullopt; }
    }
    Answer answer = head_from(std::string_view{received_}.substr(0, end + 2));
    received_.erase(0, end + 4);
    const std::string_view length = answer.header("content-length");
    if (length.empty() || request_method == "HEAD") { return answer; }
    const std::size_t size = std::stoul(std::string{length});
    while (received_.size() < size) {
        if (!receive()) { throw std::runtime_error{"the server closed within an answer"}; }
    }
    answer.body = received_.substr(0, size);
    received_.erase(0, size);
    return answer;
}

Answer Client::answer(std::string_view request_method)
{
    auto found = find_answer(request_method);
    if (!found) { throw std::runtime_error{"the server closed without an answer"}; }
    return std::move(*found);
}

std::string Client::rest()
{
    while (receive()) {}
    return std::exchange(received_, {});
}

bool Client::has_bytes_within(std::chrono::milliseconds time)
{
    if (!received_.empty()) { return true; }
    pollfd waiting{.fd = socket_, .events = POLLIN, .revents = 0};
    return ::poll(&waiting, 1, static_cast<int>(time.count())) > 0;
}

void Client::shrink_receive_buffer()
{
    const int bytes = 4 * 1024;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

/// False when the server has closed.
bool Client::receive()
{
    std::array<char, 16 * 1024> bytes; // NOLINT: filled by recv
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
        throw std::runtime_error{"the server neither answers nor closes"};
    }
    if (count <= 0) { return false; }
    received_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

} // namespace samvei::http::testing
