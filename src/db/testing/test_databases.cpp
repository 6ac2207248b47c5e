#include "db/testing/test_databases.hpp"

#include "db/testing/postgres_cluster.hpp"

#include <cstdlib>
#include <fstream>

namespace samvei::db::testing {

namespace fs = std::filesystem;

namespace {

Location location_of(Engine engine, const fs::path& folder)
{
    Location location;
    location.folder = folder;
    if (engine == Engine::postgres) { location.postgres = new_postgres_database(); }
    return location;
}

} // namespace

fs::path program_migrations()
{
    return fs::path{SAMVEI_SOURCE_DIR} / "migrations";
}

TestFolder::TestFolder()
{
    std::string name = (fs::temp_directory_path() / "samvei-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) { throw std::runtime_error{"cannot make a temporary folder"}; }
    path_ = name;
}

TestFolder::~TestFolder()
{
    std::error_code error;
    fs::remove_all(path_, error);
}

void TestFolder::write(const fs::path& file, const std::string& text) const
{
    fs::create_directories((path_ / file).parent_path());
    std::ofstream stream{path_ / file, std::ios::binary};
    stream << text;
    if (!stream.flush()) { throw std::runtime_error{"cannot write " + (path_ / file).string()}; }
}

TestDatabases::TestDatabases(Engine engine, fs::path migrations, Start start)
    : location_{location_of(engine, folder_.path() / "data")}, migrations_{std::move(migrations)},
      databases_{open_again()}
{
    if (start == Start::empty) { return; }
    databases_->migrate();
    databases_->add_municipality(test_municipality);
}

TestDatabases::~TestDatabases()
{
    databases_.reset();
    if (!location_.postgres.empty()) { drop_postgres_database(location_.postgres); }
}

std::unique_ptr<Databases> TestDatabases::open_again() const
{
    return Databases::open(location_, migrations_);
}

} // namespace samvei::db::testing
