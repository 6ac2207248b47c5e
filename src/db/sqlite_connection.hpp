#pragma once
// A connection to an SQLite file: write-ahead log, full sync, foreign keys enforced. The sqlite3 API is
// named only here and in sqlite_connection.cpp.

#include "db/connection.hpp"
#include "db/statement_cache.hpp"

#include <filesystem>
#include <sqlite3.h>
#include <vector>

namespace samvei::db {

enum class SqliteUse {
    create, ///< Makes the file when there is none; reads and writes.
    write,  ///< The file must be there.
    read,   ///< The file must be there; statements that change it are refused.
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::filesystem::path& file, SqliteUse use);

    std::unique_ptr<Rows::Cursor> run(const Query& query, std::span<const Parameter> parameters) override;
    std::int64_t execute(const Query& query, std::span<const Parameter> parameters) override;
    void prepare(const Query& query) override { prepared(query); }
    void run_script(const std::string& sql) override;

    void begin_read() override;
    void end_read() override;
    void begin_write() override;
    void set_savepoint() override;
    void release_savepoint() override;
    void roll_back_to_savepoint() override;
    void commit() override;
    void roll_back() override;
    bool recover() override;
    bool alive() override { return true; }

private:
    struct CloseDatabase {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    struct FinalizeStatement {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    /// A prepared statement; `walked` while a cursor is on it.
    struct Statement {
        std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle;
        std::vector<std::string> columns;
        std::string name;
        bool walked = false;
    };
    class Cursor;

    Statement make_statement(std::string_view sql, std::string_view name);
    Statement& prepared(const Query& query);
    Statement& prepared_and_bound(const Query& query, std::span<const Parameter> parameters,
                                  sqlite3_destructor_type lifetime);
    /// True on a row, false at the end; throws what the code means otherwise.
    bool step(const Statement& statement);
    void run_control(Statement& statement, const char* sql);
    [[noreturn]] void fail(int code, std::string_view query);

    std::unique_ptr<sqlite3, CloseDatabase> database_;
    StatementCache<std::unique_ptr<Statement>> statements_;
    Statement begin_read_, begin_write_, set_savepoint_, release_savepoint_, roll_back_to_savepoint_, commit_;
};

} // namespace samvei::db
