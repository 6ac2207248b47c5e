#pragma once
// Search as one would write it without the finder: SQLite's FTS5 and PostgreSQL's full text, on the same
// offers, with the same age and place in the WHERE.

#include "finder/search_index.hpp"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <memory>
#include <span>
#include <string>
#include <sys/types.h>
#include <vector>

namespace samvei::bench {

using Ids = std::vector<std::string>;

/// In memory; unicode61, bm25 with weights for columns, OR of the stems' prefixes.
class SqliteSearch {
public:
    SqliteSearch(std::span<const finder::Offer> offers, const finder::Vocabulary& vocabulary);
    Ids find(const finder::Query& query) const;

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3, Close> database_;
    std::unique_ptr<sqlite3_stmt, Close> statement_;
};

/// to_tsvector('norwegian') with weights, a GIN index, OR of the words, ts_rank.
class PostgresSearch {
public:
    PostgresSearch(const std::string& location, std::span<const finder::Offer> offers,
                   const finder::Vocabulary& vocabulary);
    Ids find(const finder::Query& query) const;
    pid_t server() const { return PQbackendPID(connection_.get()); }

private:
    struct Close {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    std::unique_ptr<PGconn, Close> connection_;
};

} // namespace samvei::bench
