#pragma once
// The program itself as an operator runs it: started, stopped, killed; its data in a temporary folder.

#include "db/testing/test_databases.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace samvei::program {

/// The demo town's data in a folder of its own, or in a PostgreSQL database when `postgres` names one.
class Installation {
public:
    /// A fresh copy of the demo data on SQLite. It is made once for all tests of the program.
    static Installation on_sqlite();
    /// The same, with the data in `folder`, which must be empty.
    static Installation on_sqlite_in(const std::filesystem::path& folder);
    /// Demo data made in this empty database.
    static Installation on_postgres(const std::string& location);

    std::filesystem::path data() const { return data_; }
    std::filesystem::path key_file() const { return key_file_; }
    /// libpq connection string; empty on SQLite.
    const std::string& postgres() const { return postgres_; }
    bool on_sqlite_files() const { return postgres_.empty(); }
    /// The same databases, opened beside the program.
    std::unique_ptr<db::Databases> open() const;
    /// Runs `samvei <arguments>` on this data to its end; its exit code.
    int run(const std::vector<std::string>& arguments) const;
    /// What the last `run` said.
    std::string output() const;

private:
    friend class Server;
    Installation() : folder_{std::make_unique<db::testing::TestFolder>()} {}
    std::vector<std::string> arguments_for(const std::vector<std::string>& arguments) const;

    std::unique_ptr<db::testing::TestFolder> folder_;
    std::filesystem::path data_;
    std::filesystem::path key_file_;
    std::string postgres_;
};

/// `samvei serve` on a free port. Killed, if it still runs, when this goes.
class Server {
public:
    /// Starts it and does not wait.
    explicit Server(const Installation& installation, const std::vector<std::string>& more_arguments = {});
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server();

    /// Waits until it serves; throws with what it said when it ends instead.
    void wait_until_ready();
    std::uint16_t port() const { return port_; }
    pid_t process() const { return process_; }

    /// SIGKILL, and waits until it is gone.
    void kill();
    /// SIGTERM; the exit code.
    int stop();
    /// No file may grow beyond this; none: as far as it likes. The signal that tells of it is ignored.
    void limit_file_size(std::optional<std::uint64_t> bytes) const;
    std::string output() const;

private:
    std::filesystem::path log_;
    pid_t process_ = 0;
    std::uint16_t port_ = 0;
};

} // namespace samvei::program
