#pragma once
// Read connections of one database: opened when first needed, the one used last is used first, at most
// `count_max`. Each read has a connection, and so a snapshot, to itself.

#include "db/group_writer.hpp"

namespace samvei::db {

class ReaderPool {
public:
    ReaderPool(OpenConnection open, unsigned count_max, AtomicCounts& counts);

    /// Throws StoreFailure also when no connection comes free in time.
    void read(const std::function<void(Reader&)>& work);

private:
    /// A connection, or null: the caller may open one.
    std::unique_ptr<Connection> take();
    /// Gives a connection back, or with null the right to open one.
    void give_back(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> take_alive();

    OpenConnection open_;
    AtomicCounts& counts_;
    std::mutex mutex_; ///< Guards what follows.
    std::condition_variable came_free_;
    std::vector<std::unique_ptr<Connection>> free_;
    unsigned unopened_; ///< How many more may be opened.
};

} // namespace samvei::db
