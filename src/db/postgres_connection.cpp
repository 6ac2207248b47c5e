#include "db/postgres_connection.hpp"

#include "db/postgres_cursor.hpp"

#include <charconv>
#include <poll.h>

namespace samvei::db {

namespace {

/// What the connection string does not say itself. A dead network is noticed within seconds, not hours.
struct Default {
    const char* keyword;
    const char* value;
};
constexpr Default defaults[] = {
    {"application_name", "samvei"}, {"connect_timeout", "5"},     {"client_encoding", "UTF8"},
    {"keepalives_idle", "10"},      {"keepalives_interval", "5"}, {"keepalives_count", "3"},
    {"tcp_user_timeout", "15000"},
};

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

void no_notice(void*, const PGresult*) {} // notices may quote what people wrote

bool is_ok(const PGresult* result)
{
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
    case PGRES_PIPELINE_SYNC: return true;
    case PGRES_COPY_OUT:
    case PGRES_COPY_IN:
    case PGRES_BAD_RESPONSE:
    case PGRES_NONFATAL_ERROR:
    case PGRES_FATAL_ERROR:
    case PGRES_COPY_BOTH:
    case PGRES_SINGLE_TUPLE:
    case PGRES_PIPELINE_ABORTED: return false;
    }
    return false;
}

std::string_view field_of(const PGresult* result, int field)
{
    const char* const text = PQresultErrorField(result, field);
    return text == nullptr ? std::string_view{} : text;
}

/// Source: PostgreSQL 15, appendix A. 40001 serialization_failure, 40P01 deadlock_detected, 23505
/// unique_violation; 08 connection, 53 resources (disk full, too many connections), 57 operator
/// intervention (shutdown, timeout), 58 system error, XX corrupted; 55P03 lock not available, 25006
/// read-only (a standby). 0A000 and 26000 are a prepared statement that a migration or a pooler took away.
Trouble trouble_of(std::string_view state)
{
    if (state == "40001" || state == "40P01") { return Trouble::collision; }
    if (state == "23505") { return Trouble::unique_collision; }
    for (const std::string_view lost : {"08", "53", "57", "58", "XX", "55P03", "25006", "0A000", "26000"}) {
        if (state.starts_with(lost)) { return Trouble::lost; }
    }
    return Trouble::statement_refused;
}

} // namespace

PostgresConnection::PostgresConnection(const std::string& location, const std::string& schema)
{
    connect(location);
    set_up(schema);
}

void PostgresConnection::connect(const std::string& location)
{
    const std::unique_ptr<PQconninfoOption, FreeOptions> options{PQconninfoParse(location.c_str(), nullptr)};
    if (!options) { throw StoreFailure{"PostgreSQL: the connection string cannot be read"}; }

    std::vector<const char*> keywords;
    std::vector<const char*> values;
    const auto add = [&](const char* keyword, const char* value) {
        keywords.push_back(keyword);
        values.push_back(value);
    };
    // libpq takes the last of two values, so the operator's own come after ours.
    for (const Default& one : defaults) { add(one.keyword, one.value); }
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr) { add(option->keyword, option->val); }
    }
    add(nullptr, nullptr);
    connection_.reset(PQconnectdbParams(keywords.data(), values.data(), 0));
    if (PQstatus(connection_.get()) != CONNECTION_OK) {
        throw StoreFailure{std::string{"PostgreSQL cannot be reached: "} + PQerrorMessage(connection_.get())};
    }
}

void PostgresConnection::set_up(const std::string& schema)
{
    PGconn* const connection = connection_.get();
    PQsetNoticeReceiver(connection, no_notice, nullptr);
    const char* const encoding = PQparameterStatus(connection, "server_encoding");
    if (encoding == nullptr || std::string_view{encoding} != "UTF8") {
        throw StoreFailure{"PostgreSQL: the database must have the encoding UTF8"};
    }
    check(PQenterPipelineMode(connection) == 1, "a new connection can enter pipeline mode");
    // A lock that is never let go must not hold every request for ever. What is answered must be on the
    // disk: asynchronous commit, if somebody set it, is undone.
    run_script("SET search_path TO " + schema +
               "; SET lock_timeout = '10s'; SET statement_timeout = '60s';"
               "SET idle_in_transaction_session_timeout = '60s';"
               "SELECT set_config('synchronous_commit', 'on', false)"
               " WHERE current_setting('synchronous_commit') = 'off'");
}

void PostgresConnection::send_control(const char* sql)
{
    PGconn* const connection = connection_.get();
    if (PQsendQueryParams(connection, sql, 0, nullptr, nullptr, nullptr, nullptr, 0) != 1) { fail_lost(sql); }
    awaited_.push_back(Awaited::control);
}

void PostgresConnection::send_sync()
{
    if (PQpipelineSync(connection_.get()) != 1) { fail_lost("sync"); }
    awaited_.push_back(Awaited::sync);
}

const char* PostgresConnection::send_preparation(const Query& query)
{
    if (const Prepared* const found = statements_.find(query.postgres)) { return found->name.c_str(); }
    Prepared& made = statements_.keep(query.postgres, Prepared{"q" + std::to_string(next_name_++)});
    const std::string sql{query.postgres};
    if (PQsendPrepare(connection_.get(), made.name.c_str(), sql.c_str(), 0, nullptr) != 1) {
        statements_.drop(query.postgres);
        fail_lost(query.name);
    }
    awaited_.push_back(Awaited::preparation);
    return made.name.c_str();
}

void PostgresConnection::fill_arguments(const OrderedValues& values)
{
    for (std::size_t place = 0; place < values.count(); ++place) {
        const Value& value = values[place];
        arguments_.formats[place] = 0;
        arguments_.lengths[place] = 0;
        if (const auto* const text = std::get_if<std::string_view>(&value)) {
            // In binary form a text is its bytes and needs no closing NUL, so nothing is copied.
            arguments_.formats[place] = 1;
            arguments_.values[place] = text->data() == nullptr ? "" : text->data();
            arguments_.lengths[place] = static_cast<int>(text->size());
        } else if (const auto* const integer = std::get_if<std::int64_t>(&value)) {
            auto& digits = arguments_.digits[place];
            *std::to_chars(digits.data(), digits.data() + digits.size() - 1, *integer).ptr = '\0';
            arguments_.values[place] = digits.data();
        } else {
            arguments_.values[place] = nullptr;
        }
    }
}

bool PostgresConnection::send(const Query& query, std::span<const Parameter> parameters)
{
    const OrderedValues values{query, parameters};
    fill_arguments(values);
    const bool first_use = statements_.find(query.postgres) == nullptr;
    const char* const name = send_preparation(query);
    // libpq copies the arguments into its buffer.
    const int sent = PQsendQueryPrepared(connection_.get(), name, static_cast<int>(values.count()),
                                         arguments_.values.data(), arguments_.lengths.data(),
                                         arguments_.formats.data(), 0);
    if (sent != 1) { fail_lost(query.name); }
    awaited_.push_back(Awaited::statement);
    return first_use;
}

PostgresResult PostgresConnection::ask(const Query& query, std::span<const Parameter> parameters)
{
    const bool first_use = send(query, parameters);
    send_sync();
    try {
        return collect(query.name);
    } catch (...) {
        // Perhaps it was never prepared; then it is prepared again under another name.
        if (first_use) { statements_.drop(query.postgres); }
        throw;
    }
}

std::vector<std::unique_ptr<Rows::Cursor>> PostgresConnection::run_all(std::span<const Statement> statements)
{
    std::vector<const Query*> prepared_now;
    for (const Statement& one : statements) {
        if (send(one.query, {one.parameters.begin(), one.parameters.size()})) {
            prepared_now.push_back(&one.query);
        }
    }
    send_sync();
    try {
        std::vector<PostgresResult> answers = collect_all("run_all");
        check(answers.size() >= statements.size(), "every statement is answered");
        // Before them stand the answers to what travelled along: BEGIN, SAVEPOINT.
        auto answer = answers.end() - static_cast<std::ptrdiff_t>(statements.size());
        std::vector<std::unique_ptr<Rows::Cursor>> cursors;
        for (const Statement& one : statements) {
            cursors.push_back(std::make_unique<PostgresCursor>(std::move(*answer++), one.query.name));
        }
        return cursors;
    } catch (...) {
        for (const Query* query : prepared_now) { statements_.drop(query->postgres); }
        throw;
    }
}

std::unique_ptr<Rows::Cursor> PostgresConnection::run(const Query& query,
                                                      std::span<const Parameter> parameters)
{
    return std::make_unique<PostgresCursor>(ask(query, parameters), query.name);
}

std::int64_t PostgresConnection::execute(const Query& query, std::span<const Parameter> parameters)
{
    const PostgresResult result = ask(query, parameters);
    const std::string_view digits = PQcmdTuples(result.get());
    std::int64_t count = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return count;
}

void PostgresConnection::prepare(const Query& query)
{
    send_preparation(query);
    send_sync();
    try {
        collect(query.name);
    } catch (...) {
        statements_.drop(query.postgres);
        throw;
    }
}

void PostgresConnection::run_script(const std::string& sql)
{
    // Several statements in one text need the simple protocol, which a pipeline does not speak.
    if (!awaited_.empty()) {
        send_sync();
        collect("script");
    }
    if (PQexitPipelineMode(connection_.get()) != 1) { fail_lost("script"); }
    const PostgresResult result{PQexec(connection_.get(), sql.c_str())};
    if (!is_ok(result.get())) { fail(result.get(), "script"); }
    if (PQenterPipelineMode(connection_.get()) != 1) { fail_lost("script"); }
}

PostgresResult PostgresConnection::next_answer()
{
    return PostgresResult{PQgetResult(connection_.get())};
}

std::vector<PostgresResult> PostgresConnection::collect_all(std::string_view query)
{
    std::vector<PostgresResult> answers;
    PostgresResult error;
    for (const Awaited awaited : awaited_) {
        PostgresResult answer = next_answer();
        if (!answer) { fail_lost(query); }
        const bool ok = is_ok(answer.get());
        if (!ok && !error) { error = std::move(answer); }
        if (awaited == Awaited::sync) { continue; }
        if (ok && awaited != Awaited::preparation) { answers.push_back(std::move(answer)); }
        // Every answer but a sync is followed by a null.
        if (next_answer()) { fail_lost(query); }
    }
    awaited_.clear();
    if (error) { fail(error.get(), query); }
    return answers;
}

PostgresResult PostgresConnection::collect(std::string_view query)
{
    std::vector<PostgresResult> answers = collect_all(query);
    return answers.empty() ? PostgresResult{} : std::move(answers.back());
}

void PostgresConnection::begin_read()
{
    forget_trouble();
    send_control("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

void PostgresConnection::end_read()
{
    // Nothing is saved, so nobody waits: the answer is read when the connection is used again.
    send_control("COMMIT");
    send_sync();
}

void PostgresConnection::begin_write()
{
    forget_trouble();
    send_control("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE");
}

void PostgresConnection::roll_back_to_savepoint()
{
    send_control("ROLLBACK TO work");
    send_control("RELEASE work");
}

void PostgresConnection::commit()
{
    send_control("COMMIT");
    send_sync();
    const PostgresResult result = collect("COMMIT");
    // The server answers COMMIT with ROLLBACK, and no error, when the transaction had failed before.
    check(std::string_view{PQcmdStatus(result.get())} == "COMMIT", "only a sound transaction is committed");
}

void PostgresConnection::roll_back()
{
    send_control("ROLLBACK");
    send_sync();
    collect("ROLLBACK");
}

bool PostgresConnection::alive()
{
    // An idle connection is readable when the server owes us an answer, says goodbye, or is gone.
    while (true) {
        pollfd socket{PQsocket(connection_.get()), POLLIN, 0};
        if (poll(&socket, 1, 0) == 0) { return true; }
        if (PQconsumeInput(connection_.get()) != 1) { return false; }
        if (PQstatus(connection_.get()) != CONNECTION_OK) { return false; }
    }
}

void PostgresConnection::fail(const PGresult* result, std::string_view query)
{
    const std::string_view state = field_of(result, PG_DIAG_SQLSTATE);
    const std::string_view constraint = field_of(result, PG_DIAG_CONSTRAINT_NAME);
    if (state.empty()) { fail_lost(query); }
    // The server's sentences may quote what people wrote, so only code and constraint are passed on.
    std::string why = std::string{query} + ": PostgreSQL says " + std::string{state};
    if (!constraint.empty()) { why += " (" + std::string{constraint} + ")"; }

    const Trouble trouble = trouble_of(state);
    note(trouble);
    switch (trouble) {
    case Trouble::lost: throw StoreFailure{why};
    case Trouble::collision:
    case Trouble::unique_collision: throw WriteCollision{why};
    case Trouble::none:
    case Trouble::statement_refused: break;
    }
    throw BrokenInvariant{why};
}

void PostgresConnection::fail_lost(std::string_view query)
{
    note(Trouble::lost);
    throw StoreFailure{std::string{query} + ": the connection to PostgreSQL is lost"};
}

} // namespace samvei::db
