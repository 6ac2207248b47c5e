#pragma once
// Databases for tests, on either engine, empty at first and removed at the end:
//
//     class MyStore : public ::testing::TestWithParam<db::testing::Engine> {
//     protected:
//         db::testing::TestDatabases databases{GetParam()}; // hub and "4999", migrated
//     };
//     INSTANTIATE_TEST_SUITE_P(Engines, MyStore, db::testing::both_engines(), db::testing::EngineName{});
//     TEST_P(MyStore, EveryQueryIsPrepared) { databases->hub().prepare_all(queries::all); }

#include "db/databases.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace samvei::db::testing {

enum class Engine { sqlite, postgres };

inline std::string name_of(Engine engine)
{
    return engine == Engine::sqlite ? "sqlite" : "postgres";
}
inline void PrintTo(Engine engine, std::ostream* stream)
{
    *stream << name_of(engine);
}

inline auto both_engines()
{
    return ::testing::Values(Engine::sqlite, Engine::postgres);
}

/// Names the instances of a test "…/sqlite" and "…/postgres".
struct EngineName {
    template <class Instance>
    std::string operator()(const Instance& instance) const
    {
        return name_of(instance.param);
    }
};

/// The migrations of this program.
std::filesystem::path program_migrations();

/// The number of the municipality that a TestDatabases starts with; in Norway nobody has it.
inline constexpr std::string_view test_municipality = "4999";

/// A temporary folder, removed at the end.
class TestFolder {
public:
    TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    ~TestFolder();
    const std::filesystem::path& path() const { return path_; }
    /// Writes a file, and the folders above it.
    void write(const std::filesystem::path& file, const std::string& text) const;

private:
    std::filesystem::path path_;
};

class TestDatabases {
public:
    enum class Start {
        empty,    ///< Nothing is created yet.
        migrated, ///< The hub and `test_municipality`, with all migrations run.
    };
    explicit TestDatabases(Engine engine, std::filesystem::path migrations = program_migrations(),
                           Start start = Start::migrated);
    TestDatabases(const TestDatabases&) = delete;
    TestDatabases& operator=(const TestDatabases&) = delete;
    ~TestDatabases();

    Databases& operator*() { return *databases_; }
    Databases* operator->() { return databases_.get(); }
    Database& hub() { return databases_->hub(); }
    Database& municipality() { return databases_->municipality(test_municipality); }

    /// The same data once more, as another server process would open it.
    std::unique_ptr<Databases> open_again() const;
    const Location& location() const { return location_; }

private:
    TestFolder folder_;
    Location location_;
    std::filesystem::path migrations_;
    std::unique_ptr<Databases> databases_;
};

} // namespace samvei::db::testing
