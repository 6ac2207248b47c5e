#include "db/testing/postgres_cluster.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <grp.h>
#include <libpq-fe.h>
#include <memory>
#include <pwd.h>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace samvei::db::testing {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const std::string& why)
{
    throw std::runtime_error{"PostgreSQL for tests: " + why};
}

/// Whom the server runs as: it refuses to be root.
struct ServerUser {
    uid_t user = getuid();
    gid_t group = getgid();
};

ServerUser server_user()
{
    if (getuid() != 0) { return {}; }
    const passwd* const entry = getpwnam("postgres");
    if (entry == nullptr) { fail("there is no user 'postgres'; is the package postgresql installed?"); }
    return {entry->pw_uid, entry->pw_gid};
}

/// The newest installed version's program.
fs::path program(const std::string& name)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& version : fs::directory_iterator{"/usr/lib/postgresql", error}) {
        const fs::path file = version.path() / "bin" / name;
        if (fs::exists(file)) { found.push_back(file); }
    }
    if (found.empty()) { fail("found no /usr/lib/postgresql/*/bin/" + name); }
    return *std::max_element(found.begin(), found.end());
}

/// Starts a program as the server's user, its output appended to `log`. It is ended when this thread ends.
pid_t start_program(const fs::path& file, const std::vector<std::string>& arguments, const fs::path& log)
{
    const ServerUser who = server_user();
    std::vector<char*> argv;
    const std::string name = file.string();
    argv.push_back(const_cast<char*>(name.c_str()));
    for (const std::string& argument : arguments) { argv.push_back(const_cast<char*>(argument.c_str())); }
    argv.push_back(nullptr);

    const pid_t child = fork();
    if (child < 0) { fail("cannot start " + name); }
    if (child > 0) { return child; }
    // Only calls that are safe between fork and exec in a program with threads.
    const int output = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    const bool dropped = getuid() != 0 ||
                         (setgroups(0, nullptr) == 0 && setgid(who.group) == 0 && setuid(who.user) == 0);
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
    if (dropped) { execv(name.c_str(), argv.data()); }
    _exit(127);
}

std::string content_of(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    return text.str();
}

fs::path new_folder()
{
    std::string name = (fs::temp_directory_path() / "samvei-postgres-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) { fail("cannot make a temporary folder"); }
    const ServerUser who = server_user();
    if (chown(name.c_str(), who.user, who.group) != 0) { fail("cannot hand over " + name); }
    return name;
}

struct FinishConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};

/// The same connection string with another database; libpq takes the last of two values.
std::string with_database(const std::string& location, const std::string& name)
{
    return location + " dbname=" + name;
}

PostgresCluster& shared_cluster()
{
    static PostgresCluster cluster;
    return cluster;
}

std::string shared_location()
{
    const char* const named = std::getenv("SAMVEI_TEST_POSTGRES");
    return named != nullptr ? std::string{named} : shared_cluster().location_to("postgres");
}

} // namespace

PostgresCluster::PostgresCluster(Sync sync) : folder_{new_folder()}, sync_{sync}
{
    const std::vector<std::string> arguments{
        "-D",       (folder_ / "data").string(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C",
        "--no-sync"};
    const pid_t child = start_program(program("initdb"), arguments, folder_ / "log");
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) { fail("initdb failed: " + content_of(folder_ / "log")); }
    start();
}

PostgresCluster::~PostgresCluster()
{
    stop();
    std::error_code error;
    fs::remove_all(folder_, error);
}

std::string PostgresCluster::location_to(const std::string& database) const
{
    return "host=" + folder_.string() + " user=postgres dbname=" + database;
}

void PostgresCluster::start()
{
    std::vector<std::string> arguments{"-D", (folder_ / "data").string(), "-k", folder_.string()};
    for (const char* const setting :
         {"listen_addresses=", "max_connections=300", "shared_buffers=32MB", "autovacuum=off", "jit=off"}) {
        arguments.insert(arguments.end(), {"-c", setting});
    }
    if (sync_ == Sync::off) {
        arguments.insert(arguments.end(), {"-c", "fsync=off", "-c", "full_page_writes=off"});
    }
    server_ = start_program(program("postgres"), arguments, folder_ / "log");

    using namespace std::chrono;
    const auto give_up = steady_clock::now() + seconds{120};
    while (PQping(location().c_str()) != PQPING_OK) {
        if (waitpid(server_, nullptr, WNOHANG) == server_ || steady_clock::now() > give_up) {
            fail("the server did not start: " + content_of(folder_ / "log"));
        }
        std::this_thread::sleep_for(milliseconds{20});
    }
}

void PostgresCluster::stop()
{
    if (server_ == 0) { return; }
    kill(server_, SIGQUIT);
    waitpid(server_, nullptr, 0);
    server_ = 0;
}

std::string new_postgres_database()
{
    static std::atomic<int> count = 0;
    const std::string name = "samvei_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    run_on_postgres(shared_location(), "CREATE DATABASE " + name + " ENCODING 'UTF8' TEMPLATE template0");
    return with_database(shared_location(), name);
}

void drop_postgres_database(const std::string& location)
{
    const std::string name = location.substr(location.rfind('=') + 1);
    run_on_postgres(shared_location(), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
}

void run_on_postgres(const std::string& location, const std::string& sql)
{
    const std::unique_ptr<PGconn, FinishConnection> connection{PQconnectdb(location.c_str())};
    PGresult* const result = PQexec(connection.get(), sql.c_str());
    const ExecStatusType status = PQresultStatus(result);
    PQclear(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) { fail(PQerrorMessage(connection.get())); }
}

} // namespace samvei::db::testing
