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
    {
        const std::lock_guard lock{mutex_};
        if (waiting_.size() >= queue_max_) { return false; }
        waiting_.push_back(std::move(job));
    }
    filled_.notify_one();
    return true;
}

void WorkerPool::work_until_stopped()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        filled_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
        if (stopped_) { return; }
        std::shared_ptr<Job> job = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        job->work();
        job.reset();
        lock.lock();
    }
}

} // namespace samvei::http
