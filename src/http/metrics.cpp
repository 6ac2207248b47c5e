#include "http/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace samvei::http {

namespace {

std::string_view name_of(FigureKind kind)
{
    return kind == FigureKind::counter ? "counter" : "gauge";
}

void append_title(std::string& out, std::string_view name, std::string_view about, std::string_view kind)
{
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, about, kind);
}

std::string braced(std::string_view labels)
{
    return labels.empty() ? std::string{} : fmt::format("{{{}}}", labels);
}

} // namespace

void Metrics::add(Figure figure)
{
    const std::lock_guard lock{mutex_};
    // After the last of its name, because the format wants them together.
    const auto last = std::find_if(figures_.rbegin(), figures_.rend(),
                                   [&](const Figure& other) { return other.name == figure.name; });
    figures_.insert(last == figures_.rend() ? figures_.end() : last.base(), std::move(figure));
}

RouteFigures& Metrics::of_route(std::string_view route)
{
    const std::lock_guard lock{mutex_};
    for (const auto& figures : routes_) {
        if (figures->route_ == route) { return *figures; }
    }
    return *routes_.emplace_back(std::make_unique<RouteFigures>(route));
}

void RouteFigures::count(int status, std::chrono::microseconds took)
{
    const auto us = static_cast<std::uint64_t>(std::max<std::int64_t>(took.count(), 0));
    const auto bucket = static_cast<std::size_t>(
        std::distance(bounds_us.begin(), std::lower_bound(bounds_us.begin(), bounds_us.end(), us)));
    buckets_.at(bucket).fetch_add(1, std::memory_order_relaxed);
    by_class_.at(static_cast<std::size_t>(std::clamp(status / 100, 0, 5)))
        .fetch_add(1, std::memory_order_relaxed);
    sum_us_.fetch_add(us, std::memory_order_relaxed);
}

void Metrics::append_counts(std::string& out) const
{
    append_title(out, "samvei_http_requests_total", "Answers by route and class of status.", "counter");
    for (const auto& figures : routes_) {
        for (std::size_t digit = 1; digit < figures->by_class_.size(); ++digit) {
            const std::uint64_t count = figures->by_class_.at(digit).load(std::memory_order_relaxed);
            if (count == 0) { continue; }
            fmt::format_to(std::back_inserter(out),
                           "samvei_http_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", figures->route_,
                           digit, count);
        }
    }
}

void Metrics::append_times(std::string& out) const
{
    constexpr std::string_view name = "samvei_http_request_duration_seconds";
    constexpr double us_per_second = 1e6;
    const auto into = std::back_inserter(out);
    append_title(out, name, "Time from a request read to its answer ready.", "histogram");
    for (const auto& figures : routes_) {
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < figures->buckets_.size(); ++i) {
            below += figures->buckets_.at(i).load(std::memory_order_relaxed);
            std::string bound = "+Inf";
            if (i < RouteFigures::bounds_us.size()) {
                bound = fmt::format("{}", static_cast<double>(RouteFigures::bounds_us.at(i)) / us_per_second);
            }
            fmt::format_to(into, "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", name, figures->route_, bound,
                           below);
        }
        const auto sum = static_cast<double>(figures->sum_us_.load(std::memory_order_relaxed)) /
                         us_per_second;
        fmt::format_to(into, "{}_sum{{route=\"{}\"}} {}\n", name, figures->route_, sum);
        fmt::format_to(into, "{}_count{{route=\"{}\"}} {}\n", name, figures->route_, below);
    }
}

std::string Metrics::text() const
{
    const std::lock_guard lock{mutex_};
    std::string out;
    append_counts(out);
    append_times(out);
    std::string_view previous;
    for (const Figure& figure : figures_) {
        if (figure.name != previous) { append_title(out, figure.name, figure.about, name_of(figure.kind)); }
        previous = figure.name;
        fmt::format_to(std::back_inserter(out), "{}{} {}\n", figure.name, braced(figure.labels),
                       figure.value());
    }
    return out;
}

Response Metrics::response() const
{
    return {.status = 200, .content_type = "text/plain; version=0.0.4; charset=utf-8", .body = text()};
}

} // namespace samvei::http
