#pragma once
// The statements of a request and nothing else: the SQLite interface itself, prepared once, every column
// read. No permit, no JSON, no log, no layer of ours.

#include "db/database.hpp"

#include <filesystem>
#include <initializer_list>
#include <memory>

struct sqlite3;

namespace samvei::bench {

class BareStatements {
public:
    /// Opens the file with the settings of the program.
    explicit BareStatements(const std::filesystem::path& file);
    BareStatements(const BareStatements&) = delete;
    BareStatements& operator=(const BareStatements&) = delete;
    ~BareStatements();

    /// Runs a query to its end and touches every column of every row; how many rows.
    std::size_t run(const db::Query& query, std::initializer_list<db::Parameter> parameters);
    void execute(const char* sql);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace samvei::bench
