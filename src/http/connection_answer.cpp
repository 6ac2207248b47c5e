// How a connection has its request answered, and what is counted and logged of it. See connection.hpp.
#include "base/log.hpp"
#include "http/compression.hpp"
#include "http/connection.hpp"
#include "http/problem.hpp"
#include "http/reference.hpp"

#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

namespace samvei::http {

namespace asio = boost::asio;
using std::chrono::steady_clock;

namespace {

/// The last address in X-Forwarded-For.
std::string last_forwarded(std::string_view addresses)
{
    const std::size_t comma = addresses.rfind(',');
    std::string_view last = comma == std::string_view::npos ? addresses : addresses.substr(comma + 1);
    while (last.starts_with(' ')) { last.remove_prefix(1); }
    return std::string{last};
}

template <class Handler>
class WaiterWith final : public Waiter {
public:
    explicit WaiterWith(Handler handler) : handler_{std::move(handler)} {}
    void resume() override { std::move(handler_)(); }

private:
    Handler handler_;
};

} // namespace

asio::awaitable<bool> Connection::make_answer()
{
    complete_request();
    Request& request = reader_.request();
    response_ = Response{};
    static_body_ = {};
    head_.clear();
    match_ = Match{};

    if (reader_.reading() == Reading::refused) {
        refuse();
    } else if (around_.files.owns(request.path)) {
        StaticAnswer answer = around_.files.answer(request);
        response_ = std::move(answer.response);
        static_body_ = answer.body;
    } else {
        match_ = around_.router.match(request);
        if (match_.route != nullptr && match_.route->runs_on == RunsOn::worker) {
            const bool is_wanted = co_await wait_for_worker();
            co_return is_wanted;
        }
        response_ = around_.router.answer(request, match_);
    }
    build_head();
    co_return true;
}

/// What the reader cannot know.
void Connection::complete_request()
{
    Request& request = reader_.request();
    read_at_ = steady_clock::now();
    request.reference = make_reference();
    request.remote = remote_;
    if (around_.settings.client_address == ClientAddress::forwarded) {
        const std::string_view forwarded = request.last_header("x-forwarded-for");
        if (!forwarded.empty()) { request.remote = last_forwarded(forwarded); }
    }
    const bool keep = reader_.keeps_connection() && !loop_->stopping();
    afterwards_ = keep ? Afterwards::keep : Afterwards::close;
}

void Connection::refuse()
{
    Request& request = reader_.request();
    if (reader_.refusal().code != ErrorCode::method_not_allowed) {
        response_ = problem(reader_.refusal(), request);
        return;
    }
    Match match = around_.router.match(request);
    if (around_.files.owns(request.path)) { match.allowed[static_cast<std::size_t>(Method::get)] = true; }
    response_ = method_problem(request, match);
}

/// False when nobody waits for the answer any more.
asio::awaitable<bool> Connection::wait_for_worker()
{
    phase_ = Phase::working;
    if (!around_.workers.submit(shared_from_this())) {
        around_.counters->queue_full.fetch_add(1, std::memory_order_relaxed);
        response_ = problem(Error{ErrorCode::service_unavailable, "the queue is full"}, reader_.request());
        build_head();
        co_return true;
    }
    // The answer is delivered on this thread, so it cannot come before somebody waits for it.
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
        [this](auto handler) {
            waiter_ = std::make_unique<WaiterWith<decltype(handler)>>(std::move(handler));
        },
        asio::use_awaitable);
    if (abandoned_) { co_return false; }
    if (loop_->stopping()) { afterwards_ = Afterwards::close; }
    if (head_.empty() || loop_->stopping()) { build_head(); }
    co_return true;
}

void Connection::work() noexcept
{
    response_ = around_.router.answer(reader_.request(), match_);
    // A copy, because the answer may be replaced on another thread while this one is still in when_settled.
    const Pending durable = response_.durable;
    if (!durable.settled()) {
        durable.when_settled([self = shared_from_this()](Outcome outcome) {
            self->settle(outcome);
            self->loop_->deliver(self);
        });
        return;
    }
    settle(durable.wait());
    compress_if_safe(reader_.request(), response_);
    build_head();
    loop_->deliver(shared_from_this());
}

/// May run long after the server is gone: touches nothing but this connection.
void Connection::settle(Outcome outcome)
{
    if (outcome == Outcome::durable) { return; }
    const Error error{ErrorCode::service_unavailable, "what was written did not become durable"};
    response_ = problem(error, reader_.request());
}

/// Makes the answer ready to be written. A header that cannot be sent is a bug of the handler.
void Connection::build_head()
{
    const auto append = [this] {
        head_.clear();
        append_head(head_, response_, {body().size(), afterwards_, reader_.http_minor()},
                    response_.framing == Framing::nobody ? around_.security_lines
                                                         : around_.framed_security_lines);
    };
    try {
        append();
    } catch (const BrokenInvariant& broken) {
        const Request& request = reader_.request();
        log::error(fmt::format("{} {} reference={} failed: {}", name_of(request.method), request.route,
                               request.reference, broken.what()));
        response_ = problem(Error{ErrorCode::internal}, request);
        append();
    }
}

void Connection::count_answer()
{
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - read_at_);
    Counters& counters = *around_.counters;
    counters.requests.fetch_add(1, std::memory_order_relaxed);
    counters.by_status_class.at(static_cast<std::size_t>(std::clamp(response_.status / 100, 0, 5)))
        .fetch_add(1, std::memory_order_relaxed);

    RouteFigures* figures = around_.other_figures;
    if (match_.route != nullptr) {
        figures =
            around_.route_figures.at(static_cast<std::size_t>(match_.route - around_.router.routes().data()));
    } else if (around_.files.owns(reader_.request().path)) {
        figures = around_.file_figures;
    }
    figures->count(response_.status, took);
    log_answer(took);
}

void Connection::log_answer(std::chrono::microseconds took) const
{
    int lowest = 500;
    if (around_.settings.request_log == RequestLog::refusals) { lowest = 400; }
    if (around_.settings.request_log == RequestLog::all) { lowest = 0; }
    if (response_.status < lowest) { return; }

    const Request& request = reader_.request();
    const std::string_view route = request.route.empty() ? "-" : request.route;
    const std::string line = fmt::format("{} {} {} reference={} {}us{}{}", name_of(request.method), route,
                                         response_.status, request.reference, took.count(),
                                         response_.log_why.empty() ? "" : " ", response_.log_why);
    if (response_.status >= 500) { return log::error(line); }
    log::info(line);
}

} // namespace samvei::http
