#include "base/pending.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <vector>

namespace samvei {

// Two states: open (no outcome, callers may queue up in `waiting`) and settled (an outcome that never
// changes, `waiting` empty for ever). Callbacks run outside the lock, so they may use the ticket.
struct Pending::State {
    std::mutex mutex;
    std::condition_variable settled;
    std::optional<Outcome> outcome;
    std::vector<std::function<void(Outcome)>> waiting;
};

Pending Pending::open()
{
    Pending ticket;
    ticket.state_ = std::make_shared<State>();
    return ticket;
}

bool Pending::settled() const
{
    if (!state_) { return true; }
    const std::lock_guard lock{state_->mutex};
    return state_->outcome.has_value();
}

void Pending::when_settled(std::function<void(Outcome)> then) const
{
    Outcome outcome = Outcome::durable;
    if (state_) {
        const std::lock_guard lock{state_->mutex};
        if (!state_->outcome) {
            state_->waiting.push_back(std::move(then));
            return;
        }
        outcome = *state_->outcome;
    }
    then(outcome);
}

Outcome Pending::wait() const
{
    if (!state_) { return Outcome::durable; }
    std::unique_lock lock{state_->mutex};
    state_->settled.wait(lock, [&] { return state_->outcome.has_value(); });
    return *state_->outcome;
}

void Pending::settle(Outcome outcome) const
{
    if (!state_) { return; }
    std::vector<std::function<void(Outcome)>> callbacks;
    {
        const std::lock_guard lock{state_->mutex};
        if (state_->outcome) { return; }
        state_->outcome = outcome;
        callbacks.swap(state_->waiting);
    }
    state_->settled.notify_all();
    for (const auto& then : callbacks) { then(outcome); }
}

} // namespace samvei
