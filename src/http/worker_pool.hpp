#pragma once
// Plain threads for handlers, which may wait for the disk. A bounded queue stands before them.
//
// Waking a thread costs more than a short handler. So at most one worker is being woken at a time, and it
// wakes the next one only if it finds more than it can take itself: short jobs are done by the few that are
// awake, and long ones still get as many workers as there are.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace samvei::http {

/// Something to do on a worker.
class Job {
public:
    virtual ~Job() = default;
    virtual void work() noexcept = 0;
};

class WorkerPool {
public:
    WorkerPool(unsigned workers, std::size_t queue_max);
    /// Forgets what waits, and returns when the jobs under way are done.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// False when as many jobs wait as may.
    [[nodiscard]] bool submit(std::shared_ptr<Job> job);

private:
    void work_until_stopped();
    /// With the mutex held: whether somebody should be woken, and notes that it is done.
    bool shall_wake();

    std::size_t queue_max_;
    std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<std::shared_ptr<Job>> waiting_;
    std::size_t idle_ = 0;   ///< Workers that sleep, or are being woken.
    bool is_waking_ = false; ///< One of them has been called and has not looked yet.
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

} // namespace samvei::http
