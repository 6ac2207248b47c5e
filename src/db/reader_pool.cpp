#include "db/reader_pool.hpp"

#include <algorithm>
#include <chrono>

namespace samvei::db {

namespace {

/// A read takes milliseconds; when all connections are busy for so long, something is wrong.
constexpr std::chrono::seconds wait_max{10};

} // namespace

ReaderPool::ReaderPool(OpenConnection open, unsigned count_max, AtomicCounts& counts)
    : open_{std::move(open)}, counts_{counts}, unopened_{std::max(count_max, 1U)}
{}

std::unique_ptr<Connection> ReaderPool::take()
{
    std::unique_lock lock{mutex_};
    const bool came = came_free_.wait_for(lock, wait_max, [&] { return !free_.empty() || unopened_ > 0; });
    if (!came) { throw StoreFailure{"no read connection came free"}; }
    if (free_.empty()) {
        --unopened_;
        return nullptr;
    }
    auto connection = std::move(free_.back());
    free_.pop_back();
    return connection;
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection)
{
    {
        const std::lock_guard lock{mutex_};
        if (connection) {
            free_.push_back(std::move(connection));
        } else {
            ++unopened_;
        }
    }
    came_free_.notify_one();
}

std::unique_ptr<Connection> ReaderPool::take_alive()
{
    auto connection = take();
    if (connection && connection->alive()) { return connection; }
    connection.reset();
    try {
        return open_();
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void ReaderPool::read(const std::function<void(Reader&)>& work)
{
    std::unique_ptr<Connection> connection;
    try {
        connection = take_alive();
        connection->begin_read();
        Reader reader{*connection};
        work(reader);
        connection->end_read();
        if (connection->trouble() == Trouble::lost) {
            throw StoreFailure{"the work went on after a failure"};
        }
    } catch (const StoreFailure&) {
        counts_.failures.fetch_add(1, std::memory_order_relaxed);
        if (std::exchange(connection, nullptr)) { give_back(nullptr); }
        throw;
    } catch (...) {
        if (!connection) { throw; }
        // The work refused or found a bug: the connection is sound, its transaction is ended.
        try {
            connection->roll_back();
        } catch (const std::exception&) {
            connection.reset();
        }
        give_back(std::move(connection));
        throw;
    }
    give_back(std::move(connection));
}

} // namespace samvei::db
