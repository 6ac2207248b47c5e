#include "db/migrations.hpp"

#include "base/digest.hpp"
#include "base/files.hpp"
#include "base/time.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace samvei::db {

namespace {

// The one place with a text per engine: each keeps its list of tables elsewhere.
constexpr Query table_exists{
    "db.migration_table_exists",
    "SELECT count(*) AS found FROM sqlite_master WHERE type = 'table' AND name = 'migration'",
    "SELECT count(*) AS found FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = "
    "'migration'",
    {}};

constexpr auto run_migrations_text = "SELECT file, sha256 FROM migration ORDER BY file";
constexpr Query run_migrations{"db.run_migrations", run_migrations_text, run_migrations_text, {}};

constexpr std::array<std::string_view, 3> remember_parameters{"file", "sha256", "ran_at"};
constexpr Query remember_migration{
    "db.remember_migration", "INSERT INTO migration (file, sha256, ran_at) VALUES (?1, ?2, ?3)",
    "INSERT INTO migration (file, sha256, ran_at) VALUES ($1, $2, $3)", remember_parameters};

constexpr auto create_table =
    "CREATE TABLE migration (file TEXT PRIMARY KEY, sha256 TEXT NOT NULL, ran_at TEXT NOT NULL)";

/// "0001_what.sql"
bool is_migration_name(std::string_view name)
{
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return name.size() > 9 && std::all_of(name.begin(), name.begin() + 4, is_digit) && name[4] == '_' &&
           name.ends_with(".sql");
}

bool has_table(Connection& connection)
{
    Rows rows = Reader{connection}.run(table_exists, {});
    return rows.next() && rows.integer("found") > 0;
}

void run_one(Connection& connection, const MigrationFile& file)
{
    connection.run_script(file.sql);
    Writer{connection}.execute(
        remember_migration,
        {{"file", file.name}, {"sha256", file.sha256}, {"ran_at", text_of(SystemClock{}.now())}});
}

} // namespace

std::vector<MigrationFile> migration_files_in(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<MigrationFile> files;
    for (std::filesystem::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!is_migration_name(name)) { continue; }
        std::string sql = text_of_file(entry->path());
        std::string sha256 = sha256_hex(sql);
        files.push_back({name, std::move(sql), std::move(sha256)});
    }
    if (error) { throw StoreFailure{"cannot read the migrations in " + folder.string()}; }
    std::sort(files.begin(), files.end(),
              [](const MigrationFile& left, const MigrationFile& right) { return left.name < right.name; });
    return files;
}

std::vector<MigrationFile> pending_of(Connection& connection, const std::vector<MigrationFile>& files)
{
    std::map<std::string, std::string> digest_of_run;
    if (has_table(connection)) {
        Rows rows = Reader{connection}.run(run_migrations, {});
        while (rows.next()) { digest_of_run.emplace(rows.string("file"), rows.string("sha256")); }
    }
    std::vector<MigrationFile> pending;
    for (const MigrationFile& file : files) {
        const auto run = digest_of_run.find(file.name);
        if (run == digest_of_run.end()) {
            pending.push_back(file);
            continue;
        }
        if (run->second != file.sha256) {
            throw StoreFailure{"migration " + file.name + " has changed since it was run"};
        }
        digest_of_run.erase(run);
    }
    if (!digest_of_run.empty()) {
        throw StoreFailure{"migration " + digest_of_run.begin()->first +
                           " was run here but is not among the files: is the program older than the data?"};
    }
    return pending;
}

std::vector<std::string> run_pending(Connection& connection, const std::vector<MigrationFile>& files)
{
    std::vector<std::string> names;
    while (true) {
        // Asked again in each transaction: another process may be migrating too.
        connection.begin_write();
        const auto pending = pending_of(connection, files);
        if (!has_table(connection)) { connection.run_script(create_table); }
        if (!pending.empty()) {
            run_one(connection, pending.front());
            names.push_back(pending.front().name);
        }
        connection.commit();
        if (pending.size() <= 1) { return names; }
    }
}

std::vector<std::string> run_all(Connection& connection, const std::vector<MigrationFile>& files)
{
    std::vector<std::string> names;
    connection.run_script(create_table);
    for (const MigrationFile& file : files) {
        run_one(connection, file);
        names.push_back(file.name);
    }
    return names;
}

} // namespace samvei::db
