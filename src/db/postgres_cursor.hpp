#pragma once
// A walk over an answer of PostgreSQL, which is all in memory. Types are checked as strictly as SQLite
// does, so that a query that mixes them up fails on both engines.

#include "db/postgres_connection.hpp"

#include <charconv>

namespace samvei::db {

class PostgresCursor final : public Rows::Cursor {
public:
    PostgresCursor(PostgresResult result, std::string_view query)
        : result_{std::move(result)}, query_{query}, row_count_{PQntuples(result_.get())}
    {}

    bool next() override
    {
        if (row_ < row_count_) { ++row_; }
        return row_ < row_count_;
    }
    bool is_null(int column) const override { return PQgetisnull(result_.get(), row(), column) != 0; }
    std::string_view text(int column) const override
    {
        if (kind_of(column) != Kind::text) { wrong_type(column, "text"); }
        return raw(column);
    }
    std::int64_t integer(int column) const override
    {
        const Kind kind = kind_of(column);
        const std::string_view digits = raw(column);
        if (kind == Kind::boolean) { return digits == "t" ? 1 : 0; }
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        const bool whole = error == std::errc{} && end == digits.data() + digits.size();
        if (kind != Kind::integer || !whole) { wrong_type(column, "an integer"); }
        return number;
    }

protected:
    int column_count() const override { return PQnfields(result_.get()); }
    std::string_view column_name(int column) const override { return PQfname(result_.get(), column); }

private:
    enum class Kind { text, integer, boolean, other };

    /// Object identifiers of PostgreSQL's own types; they never change (pg_type.dat).
    Kind kind_of(int column) const
    {
        switch (PQftype(result_.get(), column)) {
        case 16: return Kind::boolean;
        case 20:   // bigint
        case 21:   // smallint
        case 23:   // integer
        case 1700: // numeric: what SUM of bigint gives
            return Kind::integer;
        case 18:   // "char"
        case 19:   // name
        case 25:   // text
        case 705:  // an untyped literal
        case 1042: // char(n)
        case 1043: // varchar(n)
            return Kind::text;
        default: return Kind::other;
        }
    }
    int row() const
    {
        check(row_ >= 0 && row_ < row_count_, "a column is read only while on a row");
        return row_;
    }
    std::string_view raw(int column) const
    {
        const int place = row();
        const int size = PQgetlength(result_.get(), place, column);
        return {PQgetvalue(result_.get(), place, column), static_cast<std::size_t>(size)};
    }
    [[noreturn]] void wrong_type(int column, std::string_view type) const
    {
        broken_query(query_, "column " + std::string{column_name(column)} + " is not " + std::string{type});
    }

    PostgresResult result_;
    std::string query_;
    int row_count_;
    int row_ = -1;
};

} // namespace samvei::db
