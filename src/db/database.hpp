#pragma once
// One small face over SQLite and PostgreSQL.
//
// A Database is the hub or one municipality: a file, or a schema. Reading: any number of threads, each
// `read` sees one snapshot. Writing: `write` runs its work inside a savepoint of a transaction that it
// shares with other writes waiting at the same time (group commit), and returns only after the sync.
// A refusal (Result that holds an Error) or an exception rolls back that savepoint and nothing else.
// On PostgreSQL the transaction is REPEATABLE READ; when another server was first (unique violation or
// serialization failure) the work is run again from its start on a fresh snapshot, so work must not
// have effects outside the database.
// Failures (gone, full, busy too long) throw StoreFailure and leave nothing half done; the next call
// tries to connect again.

#include "base/pending.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace samvei::db {

/// A named statement from a room's queries.sql, in both engines' form. Generated; see tools/name_queries.py.
struct Query {
    std::string_view name;                        ///< "followup.follow_up_by_id"
    std::string_view sqlite;                      ///< parameters as ?1 ?2
    std::string_view postgres;                    ///< parameters as $1 $2
    std::span<const std::string_view> parameters; ///< their names, in order
};

/// What goes into a statement. Text is viewed, not copied: it must outlive the call.
using Value = std::variant<std::monostate, std::int64_t, std::string_view>;

struct Parameter {
    std::string_view name;
    Value value;
};

/// Null when there is none.
inline Value or_null(const std::optional<std::string>& text)
{
    return text ? Value{std::string_view{*text}} : Value{};
}

/// The rows of an answer, walked once, before the next statement of the same name runs. Columns by name.
class Rows {
public:
    class Cursor;
    explicit Rows(std::unique_ptr<Cursor> cursor);
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) noexcept;
    ~Rows();

    /// Steps to the next row; false when there is none.
    bool next();
    bool is_null(std::string_view column) const;
    /// Valid until the next `next()`. An unknown column or a null is a bug (BrokenInvariant).
    std::string_view text(std::string_view column) const;
    std::string string(std::string_view column) const { return std::string{text(column)}; }
    std::optional<std::string> find_string(std::string_view column) const;
    std::int64_t integer(std::string_view column) const;
    std::optional<std::int64_t> find_integer(std::string_view column) const;

private:
    std::unique_ptr<Cursor> cursor_;
};

class Connection;

/// A query and its parameters, for as long as the expression in which it stands.
struct Statement {
    const Query& query;
    std::initializer_list<Parameter> parameters;
};

/// Reads inside one snapshot.
class Reader {
public:
    explicit Reader(Connection& connection) : connection_{connection} {}
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Every parameter of the query must be given, by name; an unknown or missing one is a bug.
    Rows run(const Query& query, std::initializer_list<Parameter> parameters);

    /// Several different queries with one way to the server and back, where there is a server; answers in
    /// their order. Each as with `run`.
    std::vector<Rows> run_all(std::initializer_list<Statement> statements);

protected:
    Connection& connection_;
};

/// Reads and writes inside one savepoint.
class Writer : public Reader {
public:
    using Reader::Reader;
    /// Runs a statement that changes rows; how many it changed.
    std::int64_t execute(const Query& query, std::initializer_list<Parameter> parameters);
};

enum class Verdict { keep, roll_back };

/// Figures for /metrics since start.
struct DatabaseCounts {
    std::uint64_t writes = 0;   ///< Pieces of work that were asked to be written.
    std::uint64_t commits = 0;  ///< Transactions committed: one disk sync each.
    std::uint64_t failures = 0; ///< StoreFailures.
};

class Database {
public:
    virtual ~Database() = default;

    /// Runs `work(Reader&)` in one snapshot and returns what it returns.
    template <class Work>
    auto read(Work&& work) -> std::invoke_result_t<Work&, Reader&>
    {
        static_assert(!std::is_same_v<std::invoke_result_t<Work&, Reader&>, Rows>,
                      "rows end with their snapshot");
        std::optional<std::invoke_result_t<Work&, Reader&>> answer;
        read_erased([&](Reader& reader) { answer.emplace(work(reader)); });
        return std::move(*answer);
    }

    /// Runs `work(Writer&) -> Result<T>` and returns when it is durable, or with its refusal when it was
    /// rolled back. Throws StoreFailure, or what `work` threw. Inside the work of the same database it would
    /// wait for itself: BrokenInvariant.
    template <class Work>
    auto write(Work&& work) -> std::invoke_result_t<Work&, Writer&>
    {
        std::optional<std::invoke_result_t<Work&, Writer&>> answer;
        write_erased([&](Writer& writer) {
            answer.emplace(work(writer));
            return *answer ? Verdict::keep : Verdict::roll_back;
        });
        return std::move(*answer);
    }

    /// Hands in work that cannot refuse, without waiting for it; the ticket settles when it is durable.
    /// What `work` refers to must outlive the ticket. Order of hand-in is order of execution.
    virtual Pending write_later(std::function<void(Writer&)> work) = 0;

    virtual DatabaseCounts counts() const = 0;

    /// Prepares every query and runs none: a query that this engine or the tables of this database refuse
    /// is a bug (BrokenInvariant naming it). For tests; see the `all` of a generated header.
    virtual void prepare_all(std::span<const Query> queries) = 0;

private:
    virtual void read_erased(const std::function<void(Reader&)>& work) = 0;
    virtual void write_erased(const std::function<Verdict(Writer&)>& work) = 0;
};

} // namespace samvei::db
