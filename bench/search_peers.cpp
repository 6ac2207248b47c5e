#include "search_peers.hpp"

#include "base/text.hpp"
#include "finder/small_words.hpp"
#include "finder/stemming.hpp"

#include <array>
#include <stdexcept>

namespace samvei::bench {

namespace {

/// The columns of an offer's row in both databases.
constexpr std::size_t column_count = 9;
using Row = std::array<std::string, column_count>;

std::string all_of(const finder::Texts& texts)
{
    std::string all;
    for (const auto& [language, text] : texts) { all += text + "\n"; }
    return all;
}

/// id, municipality ("" is the country), ages, name, kind, themes, summary, description.
Row row_of(const finder::Offer& offer, const finder::Vocabulary& vocabulary)
{
    std::string names = all_of(offer.name);
    for (const std::string& name : offer.other_names) { names += name + "\n"; }
    const finder::Kind* kind = vocabulary.find_kind(offer.kind);
    std::string themes;
    for (const std::string& id : offer.themes) {
        if (const finder::Theme* theme = vocabulary.find_theme(id)) { themes += all_of(theme->name); }
    }
    const auto& here = offer.areas.municipalities;
    return {offer.id,
            offer.areas.country || here.empty() ? "" : here.front(),
            std::to_string(offer.age_min),
            std::to_string(offer.age_max),
            names,
            kind ? all_of(kind->name) : "",
            themes,
            all_of(offer.summary),
            all_of(offer.description)};
}

void must(int code, sqlite3* database)
{
    if (code != SQLITE_OK && code != SQLITE_DONE) { throw std::runtime_error{sqlite3_errmsg(database)}; }
}

sqlite3_stmt* prepared(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    must(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr), database);
    return statement;
}

void bind_text(sqlite3_stmt* statement, int place, std::string_view text)
{
    sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

std::string prefixes_of(std::string_view text)
{
    std::string terms;
    for (const TypedWord& word : words_in(text)) {
        if (finder::is_small_word(word.folded)) { continue; }
        terms += (terms.empty() ? "\"" : " OR \"") +
                 finder::stem_of(word.folded, finder::Endings::norwegian) + "\"*";
    }
    return terms;
}

void must(PGresult* result, PGconn* connection)
{
    const ExecStatusType status = PQresultStatus(result);
    PQclear(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        throw std::runtime_error{PQerrorMessage(connection)};
    }
}

} // namespace

SqliteSearch::SqliteSearch(std::span<const finder::Offer> offers, const finder::Vocabulary& vocabulary)
{
    sqlite3* opened = nullptr;
    must(sqlite3_open(":memory:", &opened), opened);
    database_.reset(opened);
    must(sqlite3_exec(
             opened,
             "CREATE TABLE offer (number INTEGER PRIMARY KEY, id TEXT, municipality TEXT, age_min INTEGER, "
             "age_max INTEGER);"
             "CREATE VIRTUAL TABLE words USING fts5(name, kind, themes, summary, description, "
             "tokenize = \"unicode61 remove_diacritics 0\"); BEGIN",
             nullptr, nullptr, nullptr),
         opened);
    const std::unique_ptr<sqlite3_stmt, Close> offer{
        prepared(opened, "INSERT INTO offer (id, municipality, age_min, age_max) VALUES (?, ?, ?, ?)")};
    const std::unique_ptr<sqlite3_stmt, Close> words{prepared(
        opened, "INSERT INTO words (name, kind, themes, summary, description) VALUES (?, ?, ?, ?, ?)")};
    for (const finder::Offer& one : offers) {
        const Row row = row_of(one, vocabulary);
        for (int i = 0; i < 4; ++i) { bind_text(offer.get(), i + 1, row[static_cast<std::size_t>(i)]); }
        for (int i = 0; i < 5; ++i) { bind_text(words.get(), i + 1, row[static_cast<std::size_t>(i + 4)]); }
        for (sqlite3_stmt* const statement : {offer.get(), words.get()}) {
            must(sqlite3_step(statement), opened);
            sqlite3_reset(statement);
        }
    }
    must(sqlite3_exec(opened, "COMMIT; INSERT INTO words (words) VALUES ('optimize')", nullptr, nullptr,
                      nullptr),
         opened);
    statement_.reset(prepared(opened, "SELECT o.id FROM words JOIN offer o ON o.number = words.rowid "
                                      "WHERE words MATCH ?1 AND (?2 = '' OR o.municipality IN ('', ?2)) "
                                      "AND (?3 < 0 OR ?3 BETWEEN o.age_min AND o.age_max) "
                                      "ORDER BY bm25(words, 4, 2, 3, 1.5, 0.5) LIMIT ?4"));
}

Ids SqliteSearch::find(const finder::Query& query) const
{
    Ids ids;
    const std::string terms = prefixes_of(query.text);
    if (terms.empty()) { return ids; }
    sqlite3_stmt* const statement = statement_.get();
    bind_text(statement, 1, terms);
    bind_text(statement, 2, query.municipality.value_or(""));
    sqlite3_bind_int(statement, 3, query.age.value_or(-1));
    sqlite3_bind_int64(statement, 4, static_cast<sqlite3_int64>(query.limit));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        ids.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    }
    sqlite3_reset(statement);
    return ids;
}

PostgresSearch::PostgresSearch(const std::string& location, std::span<const finder::Offer> offers,
                               const finder::Vocabulary& vocabulary)
    : connection_{PQconnectdb(location.c_str())}
{
    PGconn* const connection = connection_.get();
    const auto run = [&](const char* sql) { must(PQexec(connection, sql), connection); };
    run("SET client_min_messages = warning;"
        "CREATE TABLE offer (id TEXT, municipality TEXT, age_min INTEGER, age_max INTEGER, words tsvector); "
        "BEGIN");
    const char* const insert =
        "INSERT INTO offer VALUES ($1, $2, $3::int, $4::int, setweight(to_tsvector('norwegian', $5 || $6), "
        "'A') || "
        "setweight(to_tsvector('norwegian', $7), 'B') || setweight(to_tsvector('norwegian', $8), 'C') || "
        "setweight(to_tsvector('norwegian', $9), 'D'))";
    for (const finder::Offer& offer : offers) {
        const Row row = row_of(offer, vocabulary);
        std::array<const char*, column_count> values{};
        for (std::size_t i = 0; i < column_count; ++i) { values[i] = row[i].c_str(); }
        must(PQexecParams(connection, insert, static_cast<int>(column_count), nullptr, values.data(), nullptr,
                          nullptr, 0),
             connection);
    }
    run("COMMIT");
    run("CREATE INDEX ON offer USING gin (words)");
    run("ANALYZE offer");
    must(
        PQprepare(
            connection, "find",
            "SELECT id FROM offer, CAST(replace(CAST(plainto_tsquery('norwegian', $1) AS text), '&', '|') AS "
            "tsquery) AS asked WHERE words @@ asked AND ($2 = '' OR municipality IN ('', $2)) "
            "AND ($3::int < 0 OR $3::int BETWEEN age_min AND age_max) "
            "ORDER BY ts_rank(words, asked) DESC, id LIMIT $4::int",
            4, nullptr),
        connection);
}

Ids PostgresSearch::find(const finder::Query& query) const
{
    const std::string municipality = query.municipality.value_or("");
    const std::string age = std::to_string(query.age.value_or(-1));
    const std::string limit = std::to_string(query.limit);
    const std::array<const char*, 4> values{query.text.c_str(), municipality.c_str(), age.c_str(),
                                            limit.c_str()};
    PGresult* const result = PQexecPrepared(connection_.get(), "find", 4, values.data(), nullptr, nullptr, 0);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) {
        PQclear(result);
        throw std::runtime_error{PQerrorMessage(connection_.get())};
    }
    Ids ids;
    for (int row = 0; row < PQntuples(result); ++row) { ids.emplace_back(PQgetvalue(result, row, 0)); }
    PQclear(result);
    return ids;
}

} // namespace samvei::bench
