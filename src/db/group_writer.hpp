#pragma once
// Group commit: one thread and one connection write to a database; what waits at the same time shares one
// transaction and one sync, each piece of work in its own savepoint.
//
// A batch goes through: connecting, working, committing, settled. What ends it early:
// - a collision, or a failure of which it is certain that nothing was saved: each job runs again alone;
// - a failure while connecting, or a COMMIT of which nobody knows whether it was saved: every job fails,
//   because none may run twice.
// After a failure the next batch begins on a new connection; never sooner, see Connection::recover.
// A job is settled only after the batch it belongs to, refused or not: what it saw may have been another
// job's unsaved change. Order of hand-in is order of execution.

#include "db/connection.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace samvei::db {

using OpenConnection = std::function<std::unique_ptr<Connection>()>;

/// The figures behind DatabaseCounts, shared by writer and readers.
struct AtomicCounts {
    std::atomic<std::uint64_t> writes = 0;
    std::atomic<std::uint64_t> commits = 0;
    std::atomic<std::uint64_t> failures = 0;
};

class GroupWriter {
public:
    GroupWriter(OpenConnection open, AtomicCounts& counts);
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;
    /// Finishes what was handed in.
    ~GroupWriter();

    /// BrokenInvariant within work on the same database: it would wait for itself.
    void write(const std::function<Verdict(Writer&)>& work);
    Pending write_later(std::function<void(Writer&)> work);

private:
    class Job;
    class WaitingJob;
    class TicketJob;
    enum class Stage { connecting, working, committing };
    enum class Isolation { savepoint, whole_transaction };

    void hand_in(Job& job);
    void run();
    bool take_batch(std::vector<Job*>& batch);
    void run_batch(std::span<Job* const> batch);
    /// False when the jobs must run again, each alone.
    bool run_together(std::span<Job* const> batch);
    void run_alone(std::span<Job* const> batch);
    /// False when the database cannot be reached, so that the next job need not try.
    bool run_one_alone(Job& job);
    /// Runs the work; true when there is something to keep.
    bool perform(Job& job, Isolation isolation);
    void end_transaction(bool keep, Stage& stage);
    Connection& connection();
    /// After StoreFailure: true when it is certain that nothing was saved.
    bool recover();
    /// Ends the transaction without saving; a connection that cannot even do that is thrown away.
    void abandon_transaction();
    void fail(Job& job, std::exception_ptr why);

    OpenConnection open_;
    AtomicCounts& counts_;
    std::unique_ptr<Connection> connection_; ///< Used by the thread only, as is the next.
    bool reopen_ = false;                    ///< The connection failed; the next batch takes a new one.

    std::mutex mutex_; ///< Guards what follows.
    std::condition_variable work_came_;
    std::deque<Job*> queue_;
    bool idle_ = false; ///< The thread sleeps and must be woken.
    bool stopping_ = false;
    std::thread thread_; ///< Started by the first job.
};

} // namespace samvei::db
