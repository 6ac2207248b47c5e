#include "http/worker_pool.hpp"

namespace samvei::http {

WorkerPool::WorkerPool(unsigned workers, std::size_t queue_max) : queue_max_{queue_max}
{
    threads_.reserve(workers);
    for (unsigned i = 0; i < workers; ++i) {
        threads_.emplace_back([this] { work_until_stopped(); });
    }
}

WorkerPool::~WorkerPool()
{
    {
        const std::lock_guard lock{mutex_};
        stopped_ = true;
        waiting_.clear();
    }
    filled_.notify_all();
    for (std::thread& thread : threads_) { thread.join(); }
}

bool WorkerPool::submit(std::shared_ptr<Job> job)
{
    bool wake = false;
    {
        const std::lock_guard lock{mutex_};
        if (waiting_.size() >= queue_max_) { return false; }
        waiting_.push_back(std::move(job));
        wake = shall_wake();
    }
    if (wake) { filled_.notify_one(); }
    return true;
}

bool WorkerPool::shall_wake()
{
    if (waiting_.empty() || idle_ == 0 || is_waking_) { return false; }
    is_waking_ = true;
    return true;
}

void WorkerPool::work_until_stopped()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        while (!stopped_ && waiting_.empty()) {
            ++idle_;
            filled_.wait(lock);
            --idle_;
            is_waking_ = false;
        }
        if (stopped_) { return; }
        std::shared_ptr<Job> job = std::move(waiting_.front());
        waiting_.pop_front();
        const bool wake = shall_wake();
        lock.unlock();
        if (wake) { filled_.notify_one(); }
        job->work();
        job.reset();
        lock.lock();
    }
}

} // namespace samvei::http
