#include "reminders/testing/mail_receiver.hpp"

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace samvei::reminders::testing {

namespace {

struct Pipe {
    int out = -1;
    int in = -1;
};

/// Closed in whatever this process starts later.
Pipe make_pipe()
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) { throw std::runtime_error{"no pipe"}; }
    return {ends[0], ends[1]};
}

/// The number in the first line that comes.
std::uint16_t port_in(int output)
{
    std::string line;
    char letter = 0;
    while (read(output, &letter, 1) == 1 && letter != '\n') { line += letter; }
    if (line.empty()) { throw std::runtime_error{"no mail server: is python3-aiosmtpd installed?"}; }
    return static_cast<std::uint16_t>(std::stoul(line));
}

std::string content_of(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

} // namespace

MailReceiver::MailReceiver(const std::string& behaviour)
{
    // The interpreter of the system, which sees the packages of the system.
    const std::string script = SAMVEI_SOURCE_DIR "/src/reminders/testing/mail_receiver.py";
    const std::string folder = folder_.path();
    const Pipe input = make_pipe();
    const Pipe output = make_pipe();
    process_ = fork();
    if (process_ < 0) { throw std::runtime_error{"cannot start a mail server"}; }
    if (process_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        dup2(input.out, STDIN_FILENO);
        dup2(output.in, STDOUT_FILENO);
        execl("/usr/bin/python3", "/usr/bin/python3", "-I", script.c_str(), folder.c_str(), behaviour.c_str(),
              nullptr);
        _exit(127);
    }
    close(input.out);
    close(output.in);
    input_ = input.in;
    port_ = port_in(output.out);
    close(output.out);
}

MailReceiver::~MailReceiver()
{
    stop();
}

void MailReceiver::stop()
{
    if (process_ == 0) { return; }
    close(input_);
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
}

std::string MailReceiver::server() const
{
    return "smtp://127.0.0.1:" + std::to_string(port_);
}

std::vector<std::string> MailReceiver::received() const
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder_.path()}) {
        if (entry.path().extension() == ".mail") { files.push_back(entry.path()); }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> mails;
    for (const auto& file : files) { mails.push_back(content_of(file)); }
    return mails;
}

std::string body_of(const std::string& mail)
{
    constexpr int hex = 16;
    const std::size_t start = mail.find("\r\n\r\n");
    if (start == std::string::npos) { throw std::runtime_error{"a mail without a body"}; }
    std::string body;
    for (std::size_t place = start + 4; place < mail.size(); ++place) {
        if (mail[place] == '\r') { continue; }
        if (mail[place] != '=') {
            body += mail[place];
            continue;
        }
        if (mail[place + 1] != '\r') {
            body += static_cast<char>(std::stoi(mail.substr(place + 1, 2), nullptr, hex));
        }
        place += 2;
    }
    return body;
}

} // namespace samvei::reminders::testing
