#include "fixed_answers.hpp"

#include "http/server.hpp"

#include <csignal>
#include <stdexcept>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace samvei::bench {

namespace {

[[noreturn]] void serve(int port_to)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const http::Router router{{{http::Method::get, "/fixed/{bytes}", [](const http::Request& request) {
                                    const std::size_t bytes = std::stoul(request.path_parameter("bytes"));
                                    return http::json_response(200, std::string(bytes, 'x'));
                                }}}};
    http::ServerSettings settings;
    settings.port = 0;
    http::Server server{settings, router};
    const std::uint16_t port = server.port();
    if (write(port_to, &port, sizeof port) != sizeof port) { _exit(1); }
    server.run();
    _exit(0);
}

} // namespace

FixedAnswers::FixedAnswers()
{
    int ends[2];
    if (pipe(ends) != 0) { throw std::runtime_error{"no pipe"}; }
    process_ = fork();
    if (process_ == 0) { serve(ends[1]); }
    close(ends[1]);
    if (read(ends[0], &port_, sizeof port_) != sizeof port_) { throw std::runtime_error{"no fixed answers"}; }
    close(ends[0]);
}

FixedAnswers::~FixedAnswers()
{
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
}

} // namespace samvei::bench
