#include "api/client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace samvei::api {

namespace {

constexpr int wait_ms = 30'000;

class Connection {
public:
    explicit Connection(std::uint16_t port) : socket_{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
            ::close(socket_);
            throw std::runtime_error{"the test cannot reach its server"};
        }
    }
    ~Connection() { ::close(socket_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Sends until all is sent, or the server answers before it has heard everything.
    void send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            pollfd ready{.fd = socket_, .events = POLLIN | POLLOUT, .revents = 0};
            if (::poll(&ready, 1, wait_ms) <= 0 || (ready.revents & POLLIN) != 0) { return; }
            const ssize_t sent =
                ::send(socket_, bytes.data(), std::min<std::size_t>(bytes.size(), 64 * 1024), MSG_NOSIGNAL);
            if (sent <= 0) { return; }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// More bytes, or "" at the end.
    std::string receive()
    {
        pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, wait_ms) <= 0) { throw std::runtime_error{"the server does not answer"}; }
        std::string bytes(64 * 1024, '\0');
        const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return bytes;
    }

private:
    int socket_;
};

std::string lower(std::string text)
{
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') { c = static_cast<char>(c - 'A' + 'a'); }
    }
    return text;
}

Answer head_of(const std::string& text)
{
    Answer answer;
    std::istringstream lines{text};
    std::string line;
    std::getline(lines, line);
    if (!line.starts_with("HTTP/1.1 ")) { throw std::runtime_error{"not HTTP: " + line}; }
    answer.status = std::stoi(line.substr(9));
    while (std::getline(lines, line) && line != "\r") {
        const std::size_t colon = line.find(':');
        const std::size_t begin = line.find_first_not_of(' ', colon + 1);
        const std::string value = begin == std::string::npos ? "" : line.substr(begin);
        answer.headers.emplace_back(lower(line.substr(0, colon)), value.substr(0, value.find('\r')));
    }
    return answer;
}

} // namespace

std::string Answer::header(std::string_view name) const
{
    std::string values;
    for (const auto& [key, value] : headers) {
        if (key == name) { values += (values.empty() ? "" : "\n") + value; }
    }
    return values;
}

Answer ask(std::uint16_t port, const Question& question)
{
    std::string request = question.method + " " + question.path + " HTTP/1.1\r\n";
    for (const auto& [name, value] : question.headers) { request += name + ": " + value + "\r\n"; }
    request += "Connection: close\r\n";
    if (question.method != "GET") {
        request += "Content-Length: " + std::to_string(question.body.size()) + "\r\n";
    }
    request += "\r\n" + question.body;

    Connection connection{port};
    connection.send(request);
    std::string received;
    for (std::string more = connection.receive(); !more.empty(); more = connection.receive()) {
        received += more;
    }
    const std::size_t end = received.find("\r\n\r\n");
    if (end == std::string::npos) { throw std::runtime_error{"the server closed without an answer"}; }
    Answer answer = head_of(received.substr(0, end + 4));
    answer.body = received.substr(end + 4);
    return answer;
}

} // namespace samvei::api
