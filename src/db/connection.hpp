#pragma once
// One connection to one database, of either engine. Inside db/ only: the rooms above see Reader and Writer.
//
// States: idle; reading (between begin_read and end_read); writing (between begin_write and commit or
// rollback), with at most one savepoint; failed after StoreFailure, until recover() says otherwise.

#include "db/database.hpp"

#include <string>

namespace samvei::db {

/// The worst that happened since the transaction began. Kept so that work which swallows an exception
/// cannot commit on top of it.
enum class Trouble {
    none,
    statement_refused, ///< A bug was thrown: bad SQL, or a constraint that the rules should have kept.
    collision,         ///< Another server was first; a fresh snapshot may help.
    unique_collision,  ///< The same, or a unique constraint that the rules should have kept.
    lost,              ///< StoreFailure was thrown.
};

class Connection {
public:
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    virtual ~Connection() = default;

    virtual std::unique_ptr<Rows::Cursor> run(const Query& query, std::span<const Parameter> parameters) = 0;
    /// Different queries; an engine that is a way off asks them all before it waits.
    virtual std::vector<std::unique_ptr<Rows::Cursor>> run_all(std::span<const Statement> statements)
    {
        std::vector<std::unique_ptr<Rows::Cursor>> cursors;
        for (const Statement& one : statements) {
            cursors.push_back(run(one.query, {one.parameters.begin(), one.parameters.size()}));
        }
        return cursors;
    }
    virtual std::int64_t execute(const Query& query, std::span<const Parameter> parameters) = 0;
    virtual void prepare(const Query& query) = 0;
    /// Runs several statements without parameters, inside the present transaction if there is one.
    virtual void run_script(const std::string& sql) = 0;

    virtual void begin_read() = 0;
    virtual void end_read() = 0;
    virtual void begin_write() = 0;
    virtual void set_savepoint() = 0;
    virtual void release_savepoint() = 0;
    virtual void roll_back_to_savepoint() = 0;
    virtual void commit() = 0;
    virtual void roll_back() = 0;

    /// After StoreFailure: rolls back. True when it is certain that nothing of the transaction was or will be
    /// saved, as long as this connection stays open; then it can be used again.
    virtual bool recover() = 0;

    /// False when the other side has hung up while the connection was idle.
    virtual bool alive() = 0;

    Trouble trouble() const { return trouble_; }
    void forget_trouble() { trouble_ = Trouble::none; }

protected:
    void note(Trouble trouble)
    {
        if (trouble > trouble_) { trouble_ = trouble; }
    }

private:
    Trouble trouble_ = Trouble::none;
};

/// A walk over the rows of an answer. Columns are numbered as in the answer.
class Rows::Cursor {
public:
    Cursor() = default;
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    virtual ~Cursor() = default;

    virtual bool next() = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    /// The number of the column with this name; a name that is not there is a bug.
    int column_of(std::string_view name) const;

protected:
    virtual int column_count() const = 0;
    virtual std::string_view column_name(int column) const = 0;

private:
    mutable int expected_ = 0; ///< Columns are mostly asked for in their order.
};

/// The values of a query's parameters in the query's order. A wrong set of names is a bug.
class OrderedValues {
public:
    static constexpr std::size_t count_max = 64;
    OrderedValues(const Query& query, std::span<const Parameter> parameters);
    std::size_t count() const { return count_; }
    const Value& operator[](std::size_t place) const { return *values_[place]; }

private:
    std::size_t count_;
    const Value* values_[count_max];
};

/// What is wrong with a column or a query, for BrokenInvariant.
[[noreturn]] void broken_query(std::string_view query, std::string_view what);

} // namespace samvei::db
