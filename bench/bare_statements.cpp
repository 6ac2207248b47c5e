#include "bare_statements.hpp"

#include <map>
#include <sqlite3.h>
#include <stdexcept>

namespace samvei::bench {

struct BareStatements::Inside {
    sqlite3* database = nullptr;
    std::map<const char*, sqlite3_stmt*> statements;
    std::size_t bytes_seen = 0; ///< So that no reading is optimised away.

    void check(int code) const
    {
        if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
            throw std::runtime_error{sqlite3_errmsg(database)};
        }
    }

    sqlite3_stmt* prepared(std::string_view sql)
    {
        sqlite3_stmt*& statement = statements[sql.data()];
        if (statement == nullptr) {
            check(sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                     SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
        }
        return statement;
    }

    void bind(sqlite3_stmt* statement, int place, const db::Value& value) const
    {
        if (const auto* const text = std::get_if<std::string_view>(&value)) {
            check(sqlite3_bind_text(statement, place, text->data() == nullptr ? "" : text->data(),
                                    static_cast<int>(text->size()), SQLITE_STATIC));
        } else if (const auto* const number = std::get_if<std::int64_t>(&value)) {
            check(sqlite3_bind_int64(statement, place, *number));
        } else {
            check(sqlite3_bind_null(statement, place));
        }
    }
};

BareStatements::BareStatements(const std::filesystem::path& file) : inside_{std::make_unique<Inside>()}
{
    if (sqlite3_open_v2(file.c_str(), &inside_->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
        throw std::runtime_error{"cannot open " + file.string()};
    }
    sqlite3_busy_timeout(inside_->database, 5000);
    execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; "
            "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -8000; PRAGMA secure_delete = ON;");
}

BareStatements::~BareStatements()
{
    for (const auto& [sql, statement] : inside_->statements) { sqlite3_finalize(statement); }
    sqlite3_close_v2(inside_->database);
}

std::size_t BareStatements::run(const db::Query& query, std::initializer_list<db::Parameter> parameters)
{
    sqlite3_stmt* const statement = inside_->prepared(query.sqlite);
    int place = 0;
    for (const std::string_view name : query.parameters) {
        ++place;
        for (const db::Parameter& parameter : parameters) {
            if (parameter.name == name) { inside_->bind(statement, place, parameter.value); }
        }
    }
    std::size_t rows = 0;
    const int columns = sqlite3_column_count(statement);
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement), ++rows) {
        for (int column = 0; column < columns; ++column) {
            static_cast<void>(sqlite3_column_text(statement, column));
            inside_->bytes_seen += static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
        }
    }
    inside_->check(code);
    sqlite3_reset(statement);
    return rows;
}

void BareStatements::execute(const char* sql)
{
    inside_->check(sqlite3_exec(inside_->database, sql, nullptr, nullptr, nullptr));
}

} // namespace samvei::bench
