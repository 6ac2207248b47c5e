#pragma once
// A server of the same class as ours that answers GET /fixed/{bytes} with so many bytes and does nothing
// else: what the loop, the workers and the loopback cost.

#include <cstdint>
#include <sys/types.h>

namespace samvei::bench {

/// A process of its own; killed when this goes. Made before the program has threads.
class FixedAnswers {
public:
    FixedAnswers();
    FixedAnswers(const FixedAnswers&) = delete;
    FixedAnswers& operator=(const FixedAnswers&) = delete;
    ~FixedAnswers();
    std::uint16_t port() const { return port_; }
    pid_t process() const { return process_; }

private:
    pid_t process_ = 0;
    std::uint16_t port_ = 0;
};

} // namespace samvei::bench
