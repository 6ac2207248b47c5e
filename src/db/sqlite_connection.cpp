#include "db/sqlite_connection.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace samvei::db {

namespace {

/// How long to wait for another process that holds the write lock (a command beside the server).
constexpr int busy_timeout_ms = 5000;

// WAL: readers never wait for the writer. FULL: a commit is on the disk when it returns. The size limit
// cuts a log that one long read let grow. Secure delete: what was erased does not linger in the file.
constexpr auto settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                          "PRAGMA trusted_schema = OFF; PRAGMA journal_size_limit = 67108864;"
                          "PRAGMA cache_size = -8000; PRAGMA secure_delete = ON;";

/// Whether the code means that the disk or the file cannot serve, rather than a bug in a query.
bool is_store_failure(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_NOMEM:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_PROTOCOL:
    case SQLITE_INTERRUPT: return true;
    default: return false;
    }
}

/// Makes the file readable by its owner only; SQLite gives its log the same rights.
void create_private_file(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) { ::close(descriptor); }
}

/// Without its count of memory, which nobody reads, SQLite takes no lock of the whole process to allocate.
/// Only before the first connection; where another part of the process was first, it stays as it is.
void count_no_memory()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(once);
}

int flags_of(SqliteUse use)
{
    const int common = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    return use == SqliteUse::create ? common | SQLITE_OPEN_CREATE : common;
}

} // namespace

/// Walks a statement; the first step was taken when it was run, so that errors come at the same moment as
/// on PostgreSQL.
class SqliteConnection::Cursor final : public Rows::Cursor {
public:
    Cursor(SqliteConnection& connection, Statement& statement)
        : connection_{connection}, statement_{statement}
    {
        statement_.walked = true;
        try {
            on_row_ = connection_.step(statement_);
        } catch (...) {
            reset();
            throw;
        }
    }
    ~Cursor() override { reset(); }

    bool next() override
    {
        if (!started_) {
            started_ = true;
        } else if (on_row_) {
            on_row_ = connection_.step(statement_);
        }
        return on_row_;
    }
    bool is_null(int column) const override { return type_of(column) == SQLITE_NULL; }
    std::string_view text(int column) const override
    {
        if (type_of(column) != SQLITE_TEXT) { wrong_type(column, "text"); }
        const auto* const begin = sqlite3_column_text(handle(), column);
        const int size = sqlite3_column_bytes(handle(), column);
        return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(size)};
    }
    std::int64_t integer(int column) const override
    {
        if (type_of(column) != SQLITE_INTEGER) { wrong_type(column, "an integer"); }
        return sqlite3_column_int64(handle(), column);
    }

protected:
    int column_count() const override { return static_cast<int>(statement_.columns.size()); }
    std::string_view column_name(int column) const override
    {
        return statement_.columns[static_cast<std::size_t>(column)];
    }

private:
    sqlite3_stmt* handle() const { return statement_.handle.get(); }
    int type_of(int column) const
    {
        check(started_ && on_row_, "a column is read only while on a row");
        return sqlite3_column_type(handle(), column);
    }
    [[noreturn]] void wrong_type(int column, std::string_view type) const
    {
        broken_query(statement_.name,
                     "column " + std::string{column_name(column)} + " is not " + std::string{type});
    }
    void reset()
    {
        sqlite3_reset(handle());
        statement_.walked = false;
    }

    SqliteConnection& connection_;
    Statement& statement_;
    bool started_ = false;
    bool on_row_ = false;
};

SqliteConnection::SqliteConnection(const std::filesystem::path& file, SqliteUse use)
{
    count_no_memory();
    if (use == SqliteUse::create) { create_private_file(file); }
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &opened, flags_of(use), nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) { fail(code, "open " + file.filename().string()); }

    sqlite3_busy_timeout(opened, busy_timeout_ms);
    run_script(settings);
    if (use == SqliteUse::read) { run_script("PRAGMA query_only = ON;"); }
}

std::unique_ptr<Rows::Cursor> SqliteConnection::run(const Query& query, std::span<const Parameter> parameters)
{
    // The caller's texts may be gone before the last row is read, so SQLite keeps its own.
    Statement& statement = prepared_and_bound(query, parameters, SQLITE_TRANSIENT);
    return std::make_unique<Cursor>(*this, statement);
}

std::int64_t SqliteConnection::execute(const Query& query, std::span<const Parameter> parameters)
{
    Cursor cursor{*this, prepared_and_bound(query, parameters, SQLITE_STATIC)};
    while (cursor.next()) {}
    return sqlite3_changes64(database_.get());
}

void SqliteConnection::run_script(const std::string& sql)
{
    const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) { fail(code, "script"); }
}

SqliteConnection::Statement SqliteConnection::make_statement(std::string_view sql, std::string_view name)
{
    sqlite3_stmt* made = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, &rest);
    Statement statement{};
    statement.handle.reset(made);
    statement.name = name;
    if (code != SQLITE_OK) { fail(code, name); }
    if (made == nullptr || rest != sql.data() + sql.size()) { broken_query(name, "is not one statement"); }
    const int columns = sqlite3_column_count(made);
    for (int column = 0; column < columns; ++column) {
        statement.columns.emplace_back(sqlite3_column_name(made, column));
    }
    return statement;
}

SqliteConnection::Statement& SqliteConnection::prepared(const Query& query)
{
    if (auto* const found = statements_.find(query.sqlite)) { return **found; }
    auto made = std::make_unique<Statement>(make_statement(query.sqlite, query.name));
    const auto count = static_cast<std::size_t>(sqlite3_bind_parameter_count(made->handle.get()));
    if (count != query.parameters.size()) { broken_query(query.name, "does not use all its parameters"); }
    return *statements_.keep(query.sqlite, std::move(made));
}

SqliteConnection::Statement& SqliteConnection::prepared_and_bound(const Query& query,
                                                                  std::span<const Parameter> parameters,
                                                                  sqlite3_destructor_type lifetime)
{
    Statement& statement = prepared(query);
    if (statement.walked) { broken_query(query.name, "runs again before its rows were let go"); }
    const OrderedValues values{query, parameters};
    for (std::size_t place = 0; place < values.count(); ++place) {
        const int number = static_cast<int>(place) + 1;
        const Value& value = values[place];
        int code = SQLITE_OK;
        if (const auto* const text = std::get_if<std::string_view>(&value)) {
            // An empty view may point nowhere, which SQLite would take for null.
            const char* const begin = text->data() == nullptr ? "" : text->data();
            code = sqlite3_bind_text64(statement.handle.get(), number, begin, text->size(), lifetime,
                                       SQLITE_UTF8);
        } else if (const auto* const integer = std::get_if<std::int64_t>(&value)) {
            code = sqlite3_bind_int64(statement.handle.get(), number, *integer);
        } else {
            code = sqlite3_bind_null(statement.handle.get(), number);
        }
        if (code != SQLITE_OK) { fail(code, query.name); }
    }
    return statement;
}

bool SqliteConnection::step(const Statement& statement)
{
    const int code = sqlite3_step(statement.handle.get());
    if (code == SQLITE_ROW) { return true; }
    if (code == SQLITE_DONE) { return false; }
    fail(code, statement.name);
}

void SqliteConnection::run_control(Statement& statement, const char* sql)
{
    if (!statement.handle) { statement = make_statement(sql, sql); }
    const int code = sqlite3_step(statement.handle.get());
    sqlite3_reset(statement.handle.get());
    if (code != SQLITE_DONE) { fail(code, sql); }
}

void SqliteConnection::begin_read()
{
    forget_trouble();
    run_control(begin_read_, "BEGIN");
}
void SqliteConnection::end_read()
{
    run_control(commit_, "COMMIT");
}

void SqliteConnection::begin_write()
{
    forget_trouble();
    // IMMEDIATE takes the write lock first, so that no other process can change what the work reads.
    run_control(begin_write_, "BEGIN IMMEDIATE");
}
void SqliteConnection::set_savepoint()
{
    run_control(set_savepoint_, "SAVEPOINT work");
}
void SqliteConnection::release_savepoint()
{
    run_control(release_savepoint_, "RELEASE work");
}
void SqliteConnection::roll_back_to_savepoint()
{
    run_control(roll_back_to_savepoint_, "ROLLBACK TO work");
    release_savepoint();
}
void SqliteConnection::commit()
{
    run_control(commit_, "COMMIT");
}

void SqliteConnection::roll_back()
{
    // Some failures end the transaction by themselves.
    if (sqlite3_get_autocommit(database_.get()) == 0) { run_script("ROLLBACK"); }
}

bool SqliteConnection::recover()
{
    try {
        // Frames of a failed COMMIT may lie in the log, but the log's index, which all open connections
        // share, does not count them: the next writer writes over them.
        roll_back();
        return true;
    } catch (const StoreFailure&) {
        return false;
    }
}

void SqliteConnection::fail(int code, std::string_view query)
{
    if (is_store_failure(code)) {
        note(Trouble::lost);
        throw StoreFailure{"SQLite at " + std::string{query} + ": " + sqlite3_errstr(code)};
    }
    note(Trouble::statement_refused);
    // The message names tables, columns and constraints, never values.
    broken_query(query, database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(code));
}

} // namespace samvei::db
