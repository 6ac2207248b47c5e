#pragma once
// A Database of either engine: writers with group commit and a pool of readers over connections that the
// engine opens.
//
// SQLite has one writer. PostgreSQL has several, for it spends most of a write on the way to and from the
// server; two that meet in the same rows collide and run again, as two servers on one database do. Whatever
// changes one follow-up moves the head of its journal, so changes of the same follow-up always meet.

#include "db/group_writer.hpp"
#include "db/reader_pool.hpp"

namespace samvei::db {

/// How many connections a database may have, at most; each is opened when it is first needed.
struct Connections {
    unsigned readers = 8;
    unsigned writers = 1;
};

class OpenedDatabase final : public Database {
public:
    OpenedDatabase(OpenConnection open_writer, OpenConnection open_reader, Connections connections);

    Pending write_later(std::function<void(Writer&)> work) override;
    DatabaseCounts counts() const override;
    void prepare_all(std::span<const Query> queries) override;

private:
    void read_erased(const std::function<void(Reader&)>& work) override;
    void write_erased(const std::function<Verdict(Writer&)>& work) override;

    AtomicCounts counts_;
    OpenConnection open_writer_;
    ReaderPool readers_;
    std::atomic<unsigned> turn_ = 0;
    /// Last: their threads stop before anything else goes. The first takes what must keep its order.
    std::vector<std::unique_ptr<GroupWriter>> writers_;
};

} // namespace samvei::db
