#include "db/sqlite_databases.hpp"

#include "db/engine_databases.hpp"
#include "db/sqlite_connection.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace samvei::db {

namespace {

namespace fs = std::filesystem;

/// The folder, locked against other processes that ask for the same.
class FolderLock {
public:
    explicit FolderLock(const fs::path& folder)
        : descriptor_{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)}
    {
        if (descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX) == 0) { return; }
        if (descriptor_ >= 0) { ::close(descriptor_); }
        throw StoreFailure{"cannot lock the data folder"};
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock() { ::close(descriptor_); }

private:
    int descriptor_;
};

/// Makes a rename in this folder outlive a power cut.
void sync_folder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) { throw StoreFailure{"cannot open the data folder"}; }
    const int result = ::fsync(descriptor);
    ::close(descriptor);
    if (result != 0) { throw StoreFailure{"cannot sync the data folder"}; }
}

class SqliteDatabases final : public EngineDatabases {
public:
    SqliteDatabases(const Location& location, fs::path migrations)
        : EngineDatabases{{.readers = location.readers, .writers = 1}, std::move(migrations)},
          folder_{location.folder}
    {}

protected:
    OpenConnection opener_of(const std::string& database, Use use) override
    {
        const SqliteUse sqlite_use = use == Use::read ? SqliteUse::read : SqliteUse::write;
        return [file = file_of(database), sqlite_use] {
            return std::make_unique<SqliteConnection>(file, sqlite_use);
        };
    }

    bool exists(const std::string& database) override
    {
        std::error_code error;
        return fs::is_regular_file(file_of(database), error);
    }

    std::vector<std::string> list() override
    {
        std::vector<std::string> numbers;
        std::error_code error;
        for (fs::directory_iterator entry{folder_, error}, end; !error && entry != end;
             entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            const bool fits = name.size() == 8 && name.front() == 'm' && name.ends_with(".db");
            if (fits && is_municipality_number(name.substr(1, 4))) { numbers.push_back(name.substr(1, 4)); }
        }
        // No folder yet is no municipality yet.
        if (error && error != std::errc::no_such_file_or_directory) {
            throw StoreFailure{"cannot read the data folder"};
        }
        return numbers;
    }

    std::vector<std::string> create(const std::string& database,
                                    const std::vector<MigrationFile>& files) override
    {
        const fs::path file = file_of(database);
        const fs::path unfinished{file.string() + ".new"};
        for (const char* const tail : {"", "-wal", "-shm", "-journal"}) {
            fs::remove(unfinished.string() + tail);
        }
        std::vector<std::string> names;
        {
            SqliteConnection connection{unfinished, SqliteUse::create};
            connection.begin_write();
            names = run_all(connection, files);
            connection.commit();
            // The last connection to close empties the log into the file, which is then all there is.
        }
        std::error_code error;
        fs::rename(unfinished, file, error);
        if (error) { throw StoreFailure{"cannot create the database " + database}; }
        sync_folder(folder_);
        return names;
    }

    std::shared_ptr<void> lock_migrations() override
    {
        std::error_code error;
        fs::create_directories(folder_, error);
        if (error) { throw StoreFailure{"cannot create the data folder"}; }
        // The system lets go of the lock with the process, however it ends.
        auto lock = std::make_shared<FolderLock>(folder_);
        return lock;
    }

private:
    fs::path file_of(const std::string& database) const
    {
        return folder_ / (is_municipality_number(database) ? "m" + database + ".db" : database + ".db");
    }

    fs::path folder_;
};

} // namespace

std::unique_ptr<Databases> open_sqlite(const Location& location, const fs::path& migrations)
{
    return std::make_unique<SqliteDatabases>(location, migrations);
}

} // namespace samvei::db
