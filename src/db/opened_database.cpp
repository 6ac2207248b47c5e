#include "db/opened_database.hpp"

namespace samvei::db {

OpenedDatabase::OpenedDatabase(OpenConnection open_writer, OpenConnection open_reader, unsigned readers)
    : open_writer_{open_writer}, readers_{std::move(open_reader), readers, counts_}, writer_{std::move(
                                                                                                 open_writer),
                                                                                             counts_}
{}

Pending OpenedDatabase::write_later(std::function<void(Writer&)> work)
{
    return writer_.write_later(std::move(work));
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
    writer_.write(work);
}

} // namespace samvei::db
