#include "db/group_writer.hpp"

#include "base/log.hpp"

#include <algorithm>
#include <chrono>
#include <random>

namespace samvei::db {

namespace {

/// The database that this thread writes for, known by its figures, which all its writers share.
thread_local const AtomicCounts* writes_for = nullptr;

constexpr std::size_t batch_max = 64;
/// Another server can be first again and again, but hardly this often in a row.
constexpr int attempts_max = 40;

/// Waits a little, longer and less regularly each time, so that two servers do not keep in step.
void pause_after_collision(int attempt)
{
    thread_local std::minstd_rand random{std::random_device{}()};
    std::uniform_int_distribution<int> microseconds{0, std::min(attempt * 300, 10'000)};
    std::this_thread::sleep_for(std::chrono::microseconds{microseconds(random)});
}

} // namespace

/// One piece of work on its way through a batch.
class GroupWriter::Job {
public:
    Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    virtual ~Job() = default;

    virtual Verdict work(Writer& writer) = 0;
    /// Tells whoever waits; the job may be gone when this returns.
    virtual void settle() = 0;

    std::exception_ptr exception; ///< What the caller gets, if anything.
};

/// The caller's thread sleeps until this is settled; it lives on that thread's stack.
class GroupWriter::WaitingJob final : public Job {
public:
    explicit WaitingJob(const std::function<Verdict(Writer&)>& work) : work_{work} {}
    Verdict work(Writer& writer) override { return work_(writer); }
    void settle() override
    {
        const std::lock_guard lock{mutex_};
        settled_ = true;
        // Under the lock: once the caller sees `settled_` this object is gone.
        changed_.notify_one();
    }
    void wait()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return settled_; });
    }

private:
    const std::function<Verdict(Writer&)>& work_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool settled_ = false;
};

/// Nobody waits here; the ticket is settled, and the job deletes itself.
class GroupWriter::TicketJob final : public Job {
public:
    TicketJob(std::function<void(Writer&)> work, Pending ticket)
        : work_{std::move(work)}, ticket_{std::move(ticket)}
    {}
    Verdict work(Writer& writer) override
    {
        work_(writer);
        return Verdict::keep;
    }
    void settle() override
    {
        const std::unique_ptr<TicketJob> self{this};
        try {
            if (exception) { std::rethrow_exception(exception); }
            ticket_.settle(Outcome::durable);
        } catch (const std::exception& error) {
            log::error(std::string{"a write that nobody waits for failed: "} + error.what());
            ticket_.settle(Outcome::failed);
        }
    }

private:
    std::function<void(Writer&)> work_;
    Pending ticket_;
};

GroupWriter::GroupWriter(OpenConnection open, AtomicCounts& counts) : open_{std::move(open)}, counts_{counts}
{}

GroupWriter::~GroupWriter()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    work_came_.notify_one();
    if (thread_.joinable()) { thread_.join(); }
}

void GroupWriter::write(const std::function<Verdict(Writer&)>& work)
{
    check(writes_for != &counts_, "work does not wait for other work on the same database");
    WaitingJob job{work};
    hand_in(job);
    job.wait();
    if (job.exception) { std::rethrow_exception(job.exception); }
}

Pending GroupWriter::write_later(std::function<void(Writer&)> work)
{
    Pending ticket = Pending::open();
    auto job = std::make_unique<TicketJob>(std::move(work), ticket);
    hand_in(*job);
    (void)job.release(); // settle() deletes it
    return ticket;
}

void GroupWriter::hand_in(Job& job)
{
    bool must_wake = false;
    {
        const std::lock_guard lock{mutex_};
        counts_.writes.fetch_add(1, std::memory_order_relaxed);
        if (!thread_.joinable()) {
            thread_ = std::thread{[this] { run(); }};
        }
        queue_.push_back(&job);
        must_wake = std::exchange(idle_, false);
    }
    if (must_wake) { work_came_.notify_one(); }
}

void GroupWriter::run()
{
    writes_for = &counts_;
    std::vector<Job*> batch;
    batch.reserve(batch_max);
    while (take_batch(batch)) {
        run_batch(batch);
        for (Job* const job : batch) { job->settle(); }
    }
}

bool GroupWriter::take_batch(std::vector<Job*>& batch)
{
    batch.clear();
    std::unique_lock lock{mutex_};
    while (queue_.empty() && !stopping_) {
        idle_ = true;
        work_came_.wait(lock);
    }
    idle_ = false;
    while (!queue_.empty() && batch.size() < batch_max) {
        batch.push_back(queue_.front());
        queue_.pop_front();
    }
    return !batch.empty();
}

void GroupWriter::run_batch(std::span<Job* const> batch)
{
    if (std::exchange(reopen_, false)) { connection_.reset(); }
    // One job alone needs no savepoint: the transaction is its savepoint.
    if (batch.size() > 1 && run_together(batch)) { return; }
    run_alone(batch);
}

bool GroupWriter::run_together(std::span<Job* const> batch)
{
    Stage stage = Stage::connecting;
    try {
        connection().begin_write();
        stage = Stage::working;
        bool keep = false;
        for (Job* const job : batch) { keep = perform(*job, Isolation::savepoint) || keep; }
        end_transaction(keep, stage);
        return true;
    } catch (const StoreFailure&) {
        const bool undone = recover();
        if (stage == Stage::working || (stage == Stage::committing && undone)) { return false; }
        for (Job* const job : batch) { fail(*job, std::current_exception()); }
        return true;
    } catch (...) {
        // A collision, or a constraint that is checked only at COMMIT: nothing is saved. Alone, each job
        // shows whether it is to blame.
        abandon_transaction();
        return false;
    }
}

void GroupWriter::run_alone(std::span<Job* const> batch)
{
    for (std::size_t place = 0; place < batch.size(); ++place) {
        if (run_one_alone(*batch[place])) { continue; }
        const std::exception_ptr why = batch[place]->exception;
        for (Job* const job : batch.subspan(place + 1)) { fail(*job, why); }
        return;
    }
}

bool GroupWriter::run_one_alone(Job& job)
{
    for (int attempt = 1;; ++attempt) {
        Stage stage = Stage::connecting;
        try {
            connection().begin_write();
            stage = Stage::working;
            const bool keep = perform(job, Isolation::whole_transaction);
            end_transaction(keep, stage);
            return true;
        } catch (const StoreFailure&) {
            recover();
            fail(job, std::current_exception());
            return stage != Stage::connecting;
        } catch (const WriteCollision& collision) {
            const bool unique = connection_->trouble() == Trouble::unique_collision;
            abandon_transaction();
            if (attempt == attempts_max) {
                // A fresh snapshot never helped: the rule that should keep the values apart is missing.
                fail(job, unique ? std::make_exception_ptr(BrokenInvariant{collision.what()})
                                 : std::make_exception_ptr(StoreFailure{collision.what()}));
                return true;
            }
            pause_after_collision(attempt);
        } catch (...) {
            abandon_transaction();
            job.exception = std::current_exception();
            return true;
        }
    }
}

bool GroupWriter::perform(Job& job, Isolation isolation)
{
    Connection& connection = *connection_;
    if (isolation == Isolation::savepoint) { connection.set_savepoint(); }
    job.exception = nullptr;
    Verdict verdict = Verdict::roll_back;
    try {
        Writer writer{connection};
        verdict = job.work(writer);
    } catch (const WriteCollision&) {
        throw;
    } catch (const StoreFailure&) {
        throw;
    } catch (...) {
        job.exception = std::current_exception();
    }
    // What the work swallowed still counts.
    switch (connection.trouble()) {
    case Trouble::none: break;
    case Trouble::lost: throw StoreFailure{"the work went on after a failure"};
    case Trouble::collision:
    case Trouble::unique_collision: throw WriteCollision{"the work went on after a collision"};
    case Trouble::statement_refused:
        if (!job.exception) {
            job.exception =
                std::make_exception_ptr(BrokenInvariant{"the work went on after a refused statement"});
        }
        connection.forget_trouble();
        break;
    }
    const bool keep = verdict == Verdict::keep && !job.exception;
    if (isolation == Isolation::savepoint) {
        if (keep) {
            connection.release_savepoint();
        } else {
            connection.roll_back_to_savepoint();
        }
    }
    return keep;
}

void GroupWriter::end_transaction(bool keep, Stage& stage)
{
    if (!keep) {
        connection_->roll_back();
        return;
    }
    stage = Stage::committing;
    connection_->commit();
    counts_.commits.fetch_add(1, std::memory_order_relaxed);
}

Connection& GroupWriter::connection()
{
    if (connection_ && !connection_->alive()) { connection_.reset(); }
    if (!connection_) { connection_ = open_(); }
    return *connection_;
}

bool GroupWriter::recover()
{
    reopen_ = true;
    const bool undone = connection_ && connection_->recover();
    if (!undone) { connection_.reset(); }
    return undone;
}

void GroupWriter::abandon_transaction()
{
    if (!connection_) { return; }
    try {
        connection_->roll_back();
    } catch (const std::exception&) {
        connection_.reset(); // closing rolls back too
    }
}

void GroupWriter::fail(Job& job, std::exception_ptr why)
{
    job.exception = std::move(why);
    counts_.failures.fetch_add(1, std::memory_order_relaxed);
}

} // namespace samvei::db
