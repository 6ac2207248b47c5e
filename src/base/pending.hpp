#pragma once
// A promise that something becomes durable: a ticket taken while working, waited for before answering.
// The database's writer completes it after the disk has it; the server holds the answer until then.

#include <functional>
#include <memory>

namespace samvei {

enum class Outcome { durable, failed };

/// Copyable handle to one ticket. An empty Pending is already durable. Thread-safe.
class Pending {
public:
    Pending() = default;
    /// A new, open ticket.
    static Pending open();

    /// True when nothing is waited for any more (or nothing ever was).
    bool settled() const;
    /// Calls `then` once, with the outcome: at once when settled, else on the thread that settles.
    void when_settled(std::function<void(Outcome)> then) const;
    /// Blocks until settled.
    Outcome wait() const;
    /// Settles the ticket; the first call counts, later ones do nothing.
    void settle(Outcome outcome) const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace samvei
