#pragma once
// A Database of either engine: a writer with group commit and a pool of readers over connections that the
// engine opens.

#include "db/group_writer.hpp"
#include "db/reader_pool.hpp"

namespace samvei::db {

class OpenedDatabase final : public Database {
public:
    OpenedDatabase(OpenConnection open_writer, OpenConnection open_reader, unsigned readers);

    Pending write_later(std::function<void(Writer&)> work) override;
    DatabaseCounts counts() const override;
    void prepare_all(std::span<const Query> queries) override;

private:
    void read_erased(const std::function<void(Reader&)>& work) override;
    void write_erased(const std::function<Verdict(Writer&)>& work) override;

    AtomicCounts counts_;
    OpenConnection open_writer_;
    ReaderPool readers_;
    GroupWriter writer_; ///< Last: its thread stops before anything else goes.
};

} // namespace samvei::db
