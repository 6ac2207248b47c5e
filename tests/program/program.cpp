#include "program/program.hpp"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace samvei::program {

namespace fs = std::filesystem;

namespace {

/// The program under test; the environment's SAMVEI_PROGRAM names another.
std::string program()
{
    const char* const named = std::getenv("SAMVEI_PROGRAM");
    return named != nullptr ? named : SAMVEI_PROGRAM;
}

/// The environment of this process without what would lead the program to other data.
std::vector<std::string> environment_with(const std::string& postgres)
{
    std::vector<std::string> environment;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text{*entry};
        if (!text.starts_with("SAMVEI_")) { environment.push_back(text); }
    }
    if (!postgres.empty()) { environment.push_back("SAMVEI_POSTGRES=" + postgres); }
    return environment;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts)
{
    std::vector<char*> pointers;
    for (std::string& text : texts) { pointers.push_back(text.data()); }
    pointers.push_back(nullptr);
    return pointers;
}

/// Starts the program in the folder of the sources, its output in `log`. It dies with the calling thread.
pid_t start(std::vector<std::string> arguments, const std::string& postgres, const fs::path& log)
{
    const std::string file = program();
    arguments.insert(arguments.begin(), file);
    std::vector<std::string> environment = environment_with(postgres);
    std::vector<char*> argv = pointers_to(arguments);
    std::vector<char*> envp = pointers_to(environment);
    fs::remove(log); // What an earlier one said must not be taken for what this one says.
    const pid_t child = fork();
    if (child < 0) { throw std::runtime_error{"cannot start " + file}; }
    if (child > 0) { return child; }
    // Only calls that are safe between fork and exec in a program with threads.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGXFSZ, SIG_IGN);
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    if (chdir(SAMVEI_SOURCE_DIR) == 0) { execve(file.c_str(), argv.data(), envp.data()); }
    _exit(127);
}

int wait_for(pid_t process)
{
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string content_of(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

/// The demo data that every installation on SQLite is a copy of.
const Installation& demo_on_sqlite()
{
    static const db::testing::TestFolder folder;
    static const Installation made = Installation::on_sqlite_in(folder.path() / "data");
    return made;
}

void make_demo(const Installation& installation)
{
    if (installation.run({"demo"}) != 0) {
        throw std::runtime_error{"no demo data: " + installation.output()};
    }
}

} // namespace

Installation Installation::on_sqlite()
{
    const Installation& demo = demo_on_sqlite();
    Installation copy;
    copy.data_ = copy.folder_->path() / "data";
    copy.key_file_ = demo.key_file_;
    fs::copy(demo.data_, copy.data_);
    return copy;
}

Installation Installation::on_sqlite_in(const fs::path& folder)
{
    Installation made;
    made.data_ = folder;
    made.key_file_ = made.folder_->path() / "keys";
    make_demo(made);
    return made;
}

Installation Installation::on_postgres(const std::string& location)
{
    Installation made;
    made.data_ = made.folder_->path() / "data";
    made.key_file_ = made.folder_->path() / "keys";
    made.postgres_ = location;
    make_demo(made);
    return made;
}

std::unique_ptr<db::Databases> Installation::open() const
{
    return db::Databases::open({.folder = data_, .postgres = postgres_, .readers = 2},
                               db::testing::program_migrations());
}

std::vector<std::string> Installation::arguments_for(const std::vector<std::string>& arguments) const
{
    std::vector<std::string> all = arguments;
    all.insert(all.end(), {"--data", data_.string(), "--key-file", key_file_.string()});
    return all;
}

int Installation::run(const std::vector<std::string>& arguments) const
{
    return wait_for(start(arguments_for(arguments), postgres_, folder_->path() / "run.log"));
}

std::string Installation::output() const
{
    return content_of(folder_->path() / "run.log");
}

Server::Server(const Installation& installation, const std::vector<std::string>& more_arguments)
    : log_{installation.folder_->path() / "serve.log"}
{
    std::vector<std::string> arguments{"serve", "--port", "0"};
    arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
    process_ = start(installation.arguments_for(arguments), installation.postgres_, log_);
}

Server::~Server()
{
    kill();
}

void Server::wait_until_ready()
{
    using namespace std::chrono;
    constexpr std::string_view ready = "Samvei serves http://127.0.0.1:";
    const auto give_up = steady_clock::now() + seconds{60};
    while (steady_clock::now() < give_up) {
        const std::string said = content_of(log_);
        const std::size_t found = said.find(ready);
        if (found != std::string::npos && said.find('\n', found) != std::string::npos) {
            port_ = static_cast<std::uint16_t>(std::stoul(said.substr(found + ready.size())));
            return;
        }
        if (waitpid(process_, nullptr, WNOHANG) == process_) {
            process_ = 0;
            break;
        }
        std::this_thread::sleep_for(milliseconds{3});
    }
    throw std::runtime_error{"the server does not serve: " + content_of(log_)};
}

void Server::kill()
{
    if (process_ == 0) { return; }
    ::kill(process_, SIGKILL);
    wait_for(process_);
    process_ = 0;
}

int Server::stop()
{
    ::kill(process_, SIGTERM);
    const int code = wait_for(process_);
    process_ = 0;
    return code;
}

void Server::limit_file_size(std::optional<std::uint64_t> bytes) const
{
    rlimit limit{};
    prlimit(process_, RLIMIT_FSIZE, nullptr, &limit);
    limit.rlim_cur = bytes.value_or(limit.rlim_max);
    if (prlimit(process_, RLIMIT_FSIZE, &limit, nullptr) != 0) {
        throw std::runtime_error{"cannot limit the size of files"};
    }
}

std::string Server::output() const
{
    return content_of(log_);
}

} // namespace samvei::program
