#pragma once
// Figures for operators, in the Prometheus text format 0.0.4. No figure says anything about a person.

#include "http/message.hpp"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samvei::http {

/// Rises only, or goes up and down.
enum class FigureKind { counter, gauge };

/// One figure that another room can give when asked. `labels` as Prometheus writes them, without braces
/// (`database="hub"`), or empty. Figures of one name stand together.
struct Figure {
    FigureKind kind;
    std::string name;  ///< samvei_..., with the unit last.
    std::string about; ///< One English line.
    std::string labels;
    std::function<double()> value; ///< Called while /metrics is answered; thread-safe.
};

/// What is counted for one route. Thread-safe.
class RouteFigures {
public:
    explicit RouteFigures(std::string_view route) : route_{route} {}
    void count(int status, std::chrono::microseconds took);

private:
    friend class Metrics;
    /// Upper bounds in microseconds; the last bucket has none.
    static constexpr std::array<std::uint64_t, 12> bounds_us{
        100, 250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 100'000, 250'000, 1'000'000, 5'000'000};
    std::string route_;
    std::array<std::atomic<std::uint64_t>, bounds_us.size() + 1> buckets_{};
    std::array<std::atomic<std::uint64_t>, 6> by_class_{};
    std::atomic<std::uint64_t> sum_us_{0};
};

/// Thread-safe. Made before the server, so that the handler of /metrics can hold it.
class Metrics {
public:
    void add(Figure figure);
    /// The figures of a pattern of the table of routes, never of a path; lives as long as this.
    RouteFigures& of_route(std::string_view route);
    std::string text() const;
    Response response() const;

private:
    void append_counts(std::string& out) const;
    void append_times(std::string& out) const;

    mutable std::mutex mutex_; ///< Guards the two lists, not what the routes' figures hold.
    std::vector<Figure> figures_;
    std::vector<std::unique_ptr<RouteFigures>> routes_;
};

} // namespace samvei::http
