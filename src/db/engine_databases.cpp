#include "db/engine_databases.hpp"

#include <algorithm>

namespace samvei::db {

namespace {

const std::string hub_name = "hub";

} // namespace

bool is_municipality_number(std::string_view number)
{
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    return number.size() == 4 && std::all_of(number.begin(), number.end(), is_digit);
}

EngineDatabases::EngineDatabases(Connections connections, std::filesystem::path migrations)
    : connections_{connections}, migrations_{std::move(migrations)}
{}

Database& EngineDatabases::hub()
{
    return opened(hub_name);
}

Database& EngineDatabases::municipality(std::string_view number)
{
    // The number becomes part of a file's or a schema's name.
    if (!is_municipality_number(number)) { throw StoreFailure{"no municipality has such a number"}; }
    return opened(std::string{number});
}

Database& EngineDatabases::opened(const std::string& database)
{
    {
        const std::lock_guard lock{mutex_};
        const auto found = opened_.find(database);
        if (found != opened_.end()) { return *found->second; }
    }
    // Outside the lock: a server that does not answer must not hold up those who need it no more.
    if (!exists(database)) { throw StoreFailure{"there is no database " + database}; }
    auto made = std::make_unique<OpenedDatabase>(opener_of(database, Use::write),
                                                 opener_of(database, Use::read), connections_);
    const std::lock_guard lock{mutex_};
    return *opened_.emplace(database, std::move(made)).first->second;
}

std::vector<std::string> EngineDatabases::municipalities()
{
    std::vector<std::string> numbers = list();
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

std::vector<MigrationFile> EngineDatabases::files_of(const std::string& database) const
{
    return migration_files_in(migrations_ / (database == hub_name ? "hub" : "municipality"));
}

std::vector<std::string> EngineDatabases::bring_up_to_date(const std::string& database)
{
    const auto files = files_of(database);
    if (!exists(database)) { return create(database, files); }
    const auto connection = connect(database, Use::migrate);
    return run_pending(*connection, files);
}

void EngineDatabases::add_municipality(std::string_view number)
{
    if (!is_municipality_number(number)) { throw BrokenInvariant{"a municipality's number has four digits"}; }
    const auto lock = lock_migrations();
    bring_up_to_date(std::string{number});
}

std::vector<MigrationStep> EngineDatabases::migrate()
{
    const auto lock = lock_migrations();
    std::vector<MigrationStep> steps;
    std::vector<std::string> databases = municipalities();
    databases.insert(databases.begin(), hub_name);
    for (const std::string& database : databases) {
        for (std::string& file : bring_up_to_date(database)) { steps.push_back({database, std::move(file)}); }
    }
    return steps;
}

std::vector<MigrationStep> EngineDatabases::pending_migrations()
{
    std::vector<MigrationStep> steps;
    std::vector<std::string> databases = municipalities();
    databases.insert(databases.begin(), hub_name);
    for (const std::string& database : databases) {
        std::vector<MigrationFile> pending = files_of(database);
        if (exists(database)) {
            const auto connection = connect(database, Use::read);
            connection->begin_read();
            pending = pending_of(*connection, pending);
            connection->end_read();
        }
        for (MigrationFile& file : pending) { steps.push_back({database, std::move(file.name)}); }
    }
    return steps;
}

} // namespace samvei::db
