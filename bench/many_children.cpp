#include "many_children.hpp"

#include "access/chain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sqlite3.h>
#include <stdexcept>

namespace samvei::bench {

namespace {

constexpr std::string_view child = "Emma";

/// A connection for bulk work; throws what SQLite says.
class Bulk {
public:
    explicit Bulk(const std::filesystem::path& file)
    {
        check(sqlite3_open_v2(file.c_str(), &database_, SQLITE_OPEN_READWRITE, nullptr));
        execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
    }
    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;
    ~Bulk() { sqlite3_close_v2(database_); }

    void execute(const std::string& sql) const
    {
        check(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr));
    }
    std::vector<std::vector<std::string>> rows(const std::string& sql) const
    {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr));
        std::vector<std::vector<std::string>> all;
        while (sqlite3_step(statement) == SQLITE_ROW) {
            std::vector<std::string>& row = all.emplace_back();
            for (int column = 0; column < sqlite3_column_count(statement); ++column) {
                const auto* const text =
                    reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
                row.emplace_back(text == nullptr ? "" : text);
            }
        }
        sqlite3_finalize(statement);
        return all;
    }
    sqlite3_stmt* prepare(const std::string& sql) const
    {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr));
        return statement;
    }
    void check(int code) const
    {
        if (code != SQLITE_OK && code != SQLITE_DONE) {
            throw std::runtime_error{database_ != nullptr ? sqlite3_errmsg(database_) : "no database"};
        }
    }

private:
    sqlite3* database_ = nullptr;
};

/// The id of the copy with number `n.i`: the last six characters are its number. SQL.
std::string copied(const std::string& column)
{
    return "substr(" + column + ", 1, 20) || printf('%06d', n.i)";
}

std::string copy_of(const std::string& id, int number)
{
    return id.substr(0, 20) + fmt::format("{:06}", number);
}

/// One table of the follow-up: which columns are ids to be renamed; the others stay as they are.
struct Table {
    const char* name;
    std::vector<std::string> ids;
    std::string of_emma; ///< WHERE
};

void copy_table(const Bulk& bulk, const Table& table, const std::string& numbers)
{
    std::string columns;
    for (const auto& row : bulk.rows(fmt::format("SELECT name FROM pragma_table_info('{}')", table.name))) {
        const std::string& column = row.front();
        if (!columns.empty()) { columns += ", "; }
        const bool is_id = std::ranges::find(table.ids, column) != table.ids.end();
        const bool is_login = column == "account_id" && std::string_view{table.name} == "person";
        if (is_id) {
            columns += copied("t." + column);
        } else if (column == "reference") {
            columns += "printf('%06d', n.i)";
        } else if (is_login || column == "identity_hash" || column == "identity_encrypted") {
            columns += "NULL";
        } else {
            columns += "t." + column;
        }
    }
    bulk.execute(fmt::format("WITH {} INSERT INTO {} SELECT {} FROM n, {} t WHERE {}", numbers, table.name,
                             columns, table.name, table.of_emma));
}

std::vector<Table> tables_of(const std::string& id)
{
    const std::string here = "t.follow_up_id = '" + id + "'";
    return {
        {"person",
         {"id"},
         "t.id IN (SELECT child_id FROM follow_up WHERE id = '" + id +
             "' UNION SELECT guardian_id FROM guardianship WHERE follow_up_id = '" + id + "')"},
        {"follow_up", {"id", "child_id", "holder_member", "next_run"}, "t.id = '" + id + "'"},
        {"pathway_run", {"id", "follow_up_id"}, here},
        {"guardianship", {"follow_up_id", "guardian_id"}, here},
        {"team_member", {"id", "follow_up_id"}, here},
        {"consent", {"id", "follow_up_id", "person_id"}, here},
        {"consent_unit",
         {"consent_id"},
         "t.consent_id IN (SELECT id FROM consent WHERE follow_up_id = '" + id + "')"},
        {"pathway_fact",
         {"subject_id"},
         "t.subject_id = '" + id + "' OR t.subject_id IN (SELECT id FROM pathway_run WHERE follow_up_id = '" +
             id + "')"},
        {"goal", {"id", "follow_up_id"}, here},
        {"meeting", {"id", "follow_up_id"}, here}, // Invited and attended stay Emma's: only shown as ids.
        {"measure", {"id", "follow_up_id", "goal_id", "responsible_member", "from_meeting"}, here},
        {"own_words", {"id", "follow_up_id", "person_id"}, here},
    };
}

/// The journal again, hashed for each copy's own subject.
class Journal {
public:
    Journal(const Bulk& bulk, const std::string& id)
        : bulk_{bulk}, id_{id},
          entries_{
              bulk.rows("SELECT sequence, at, act, purpose, audience, account_id, actor_name, unit_id, "
                        "unit_name, content, content_digest FROM journal_entry WHERE subject = 'follow_up:" +
                        id + "' ORDER BY sequence")},
          insert_{bulk.prepare(
              "INSERT INTO journal_entry (subject, sequence, at, act, purpose, audience, account_id, "
              "actor_name, unit_id, unit_name, content, content_digest, previous_hash, hash) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")},
          insert_head_{bulk.prepare("INSERT INTO chain_head (kind, subject, sequence, hash, sealed_sequence) "
                                    "VALUES ('journal', ?, ?, ?, 0)")}
    {}
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;
    ~Journal()
    {
        sqlite3_finalize(insert_);
        sqlite3_finalize(insert_head_);
    }

    void copy(int number) const
    {
        const std::string subject = "follow_up:" + copy_of(id_, number);
        std::string hash;
        for (const auto& entry : entries_) {
            const access::JournalLink link{.previous_hash = hash,
                                           .subject = subject,
                                           .sequence = std::stoll(entry[0]),
                                           .at = entry[1],
                                           .act = entry[2],
                                           .purpose = entry[3],
                                           .audience = entry[4],
                                           .account_id = entry[5],
                                           .actor_name = entry[6],
                                           .unit_id = entry[7],
                                           .unit_name = entry[8],
                                           .content_digest = entry[10]};
            std::string next = access::hash_of(link);
            run(insert_, {subject, entry[0], entry[1], entry[2], entry[3], entry[4], entry[5], entry[6],
                          entry[7], entry[8], entry[9], entry[10], hash, next});
            hash = std::move(next);
        }
        run(insert_head_, {subject, entries_.back()[0], hash});
    }

private:
    void run(sqlite3_stmt* statement, std::initializer_list<std::string_view> values) const
    {
        int place = 0;
        for (const std::string_view value : values) {
            sqlite3_bind_text(statement, ++place, value.data() == nullptr ? "" : value.data(),
                              static_cast<int>(value.size()), SQLITE_STATIC);
        }
        bulk_.check(sqlite3_step(statement));
        sqlite3_reset(statement);
    }

    const Bulk& bulk_;
    std::string id_;
    std::vector<std::vector<std::string>> entries_;
    sqlite3_stmt* insert_;
    sqlite3_stmt* insert_head_;
};

} // namespace

Children add_children(const std::filesystem::path& database, int count, Team team)
{
    const Bulk bulk{database};
    const std::string id =
        bulk.rows(fmt::format("SELECT f.id FROM follow_up f JOIN person p ON p.id = f.child_id "
                              "WHERE p.given_name = '{}'",
                              child))
            .at(0)
            .at(0);
    const std::string goal =
        bulk.rows("SELECT id FROM goal WHERE follow_up_id = '" + id + "' ORDER BY id").at(0).at(0);
    const std::string numbers =
        fmt::format("RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {})", count);
    bulk.execute("BEGIN");
    for (const Table& table : tables_of(id)) { copy_table(bulk, table, numbers); }
    if (team == Team::elsewhere) {
        bulk.execute(
            "UPDATE team_member SET account_id = substr(account_id, 1, 20) || substr(follow_up_id, 21) "
            "WHERE follow_up_id <> '" +
            id + "' AND substr(follow_up_id, 1, 20) = '" + id.substr(0, 20) + "'");
    }
    const Journal journal{bulk, id};
    Children children;
    for (int number = 1; number <= count; ++number) {
        journal.copy(number);
        children.follow_ups.push_back(copy_of(id, number));
        children.goals.push_back(copy_of(goal, number));
    }
    bulk.execute("COMMIT");
    bulk.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return children;
}

} // namespace samvei::bench
