#pragma once
// A connection to PostgreSQL, with one schema as its search path. libpq is named only here and in
// postgres_connection.cpp and postgres_cursor.hpp.
//
// The connection is in libpq's pipeline mode: BEGIN, SAVEPOINT, RELEASE and ROLLBACK TO are only put in the
// send buffer and travel with the next statement, so a transaction costs one round trip per statement and
// one for COMMIT. `awaited_` counts the answers that the server still owes us.

#include "db/connection.hpp"
#include "db/statement_cache.hpp"

#include <array>
#include <libpq-fe.h>
#include <vector>

namespace samvei::db {

struct FinishConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

class PostgresConnection final : public Connection {
public:
    /// `location` is a libpq connection string; it may hold a password and is never shown.
    PostgresConnection(const std::string& location, const std::string& schema);

    std::unique_ptr<Rows::Cursor> run(const Query& query, std::span<const Parameter> parameters) override;
    std::vector<std::unique_ptr<Rows::Cursor>> run_all(std::span<const Statement> statements) override;
    std::int64_t execute(const Query& query, std::span<const Parameter> parameters) override;
    void prepare(const Query& query) override;
    void run_script(const std::string& sql) override;

    void begin_read() override;
    void end_read() override;
    void begin_write() override;
    void set_savepoint() override { send_control("SAVEPOINT work"); }
    void release_savepoint() override { send_control("RELEASE work"); }
    void roll_back_to_savepoint() override;
    void commit() override;
    void roll_back() override;
    bool recover() override { return false; }
    bool alive() override;

private:
    /// What the server will answer to, in order.
    enum class Awaited { control, preparation, statement, sync };
    struct Prepared {
        std::string name;
    };
    /// Parameters in the form libpq takes; kept between calls so that nothing is allocated.
    struct Arguments {
        std::array<const char*, OrderedValues::count_max> values;
        std::array<int, OrderedValues::count_max> lengths;
        std::array<int, OrderedValues::count_max> formats;
        std::array<std::array<char, 24>, OrderedValues::count_max> digits;
    };

    void connect(const std::string& location);
    void set_up(const std::string& schema);
    void send_control(const char* sql);
    void send_sync();
    /// Sends the preparation when this is the first use, and returns the server's name for it.
    const char* send_preparation(const Query& query);
    void fill_arguments(const OrderedValues& values);
    /// Puts a statement into the send buffer. True when it is prepared on the way.
    bool send(const Query& query, std::span<const Parameter> parameters);
    PostgresResult ask(const Query& query, std::span<const Parameter> parameters);
    /// Reads everything awaited: the answers to all statements and controls, in order. Throws the first
    /// error.
    std::vector<PostgresResult> collect_all(std::string_view query);
    /// The last of them.
    PostgresResult collect(std::string_view query);
    PostgresResult next_answer();
    [[noreturn]] void fail(const PGresult* result, std::string_view query);
    [[noreturn]] void fail_lost(std::string_view query);

    std::unique_ptr<PGconn, FinishConnection> connection_;
    std::vector<Awaited> awaited_;
    StatementCache<Prepared> statements_;
    Arguments arguments_{};
    unsigned next_name_ = 0;
};

} // namespace samvei::db
