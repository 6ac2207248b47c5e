#pragma once
// PostgreSQL's own benchmark, running the statements of a change: one client per follow-up, because no two
// people change the same one.

#include "load.hpp"
#include "workshop.hpp"

namespace samvei::bench {

class PgBench {
public:
    PgBench(std::string location, const std::vector<Log>& logs);
    Figures run(std::chrono::milliseconds time) const;

private:
    std::string location_;
    db::testing::TestFolder folder_;
    std::size_t clients_;
};

} // namespace samvei::bench
