#pragma once
// What the two engines share: which databases there are, opened once and kept, and their migrations.

#include "db/databases.hpp"
#include "db/migrations.hpp"
#include "db/opened_database.hpp"

#include <map>

namespace samvei::db {

class EngineDatabases : public Databases {
public:
    EngineDatabases(Connections connections, std::filesystem::path migrations);

    Database& hub() final;
    Database& municipality(std::string_view number) final;
    std::vector<std::string> municipalities() final;
    void add_municipality(std::string_view number) final;
    std::vector<MigrationStep> migrate() final;
    std::vector<MigrationStep> pending_migrations() final;

protected:
    enum class Use { read, write, migrate };
    /// What opens a connection, or throws StoreFailure when the database is not there. It does not refer to
    /// this object: a writer may reconnect while its databases are being closed.
    /// `database` is "hub" or a municipality's number, here and below.
    virtual OpenConnection opener_of(const std::string& database, Use use) = 0;
    virtual bool exists(const std::string& database) = 0;
    /// The numbers of the municipalities there are, in any order.
    virtual std::vector<std::string> list() = 0;
    /// Makes an empty database and runs all its migrations, so that it is never seen half made.
    virtual std::vector<std::string> create(const std::string& database,
                                            const std::vector<MigrationFile>& files) = 0;
    /// Keeps other processes from migrating as long as what it returns lives.
    virtual std::shared_ptr<void> lock_migrations() = 0;

private:
    Database& opened(const std::string& database);
    std::vector<MigrationFile> files_of(const std::string& database) const;
    std::unique_ptr<Connection> connect(const std::string& database, Use use)
    {
        return opener_of(database, use)();
    }
    std::vector<std::string> bring_up_to_date(const std::string& database);

    Connections connections_;
    std::filesystem::path migrations_;
    std::mutex mutex_; ///< Guards what follows.
    std::map<std::string, std::unique_ptr<Database>, std::less<>> opened_;
};

} // namespace samvei::db
