#include "db/opened_database.hpp"

namespace samvei::db {

OpenedDatabase::OpenedDatabase(OpenConnection open_writer, OpenConnection open_reader,
                               Connections connections)
    : open_writer_{std::move(open_writer)}, readers_{std::move(open_reader), connections.readers, counts_}
{
    for (unsigned i = 0; i < connections.writers; ++i) {
        writers_.push_back(std::make_unique<GroupWriter>(open_writer_, counts_));
    }
}

Pending OpenedDatabase::write_later(std::function<void(Writer&)> work)
{
    return writers_.front()->write_later(std::move(work));
}

DatabaseCounts OpenedDatabase::counts() const
{
    return {counts_.writes.load(), counts_.commits.load(), counts_.failures.load()};
}

void OpenedDatabase::prepare_all(std::span<const Query> queries)
{
    const auto connection = open_writer_();
    for (const Query& query : queries) { connection->prepare(query); }
}

void OpenedDatabase::read_erased(const std::function<void(Reader&)>& work)
{
    readers_.read(work);
}

void OpenedDatabase::write_erased(const std::function<Verdict(Writer&)>& work)
{
    const unsigned turn = turn_.fetch_add(1, std::memory_order_relaxed);
    writers_[turn % writers_.size()]->write(work);
}

} // namespace samvei::db
