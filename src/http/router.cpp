#include "http/router.hpp"

#include "base/log.hpp"
#include "http/problem.hpp"

#include <fmt/format.h>

#include <optional>
#include <typeinfo>

namespace samvei::http {

namespace {

/// What stands between two slashes, and what comes after. "/a/b" -> "a", "/b".
struct Step {
    std::string_view segment;
    std::string_view rest; ///< Begins with a slash, or is empty at the end.
};

Step next_step(std::string_view path)
{
    path.remove_prefix(1);
    const std::size_t slash = std::min(path.find('/'), path.size());
    return {path.substr(0, slash), path.substr(slash)};
}

/// The name in "{name}", or nothing for a fixed segment.
std::optional<std::string_view> find_name(std::string_view segment)
{
    if (segment.size() < 3 || segment.front() != '{' || segment.back() != '}') { return std::nullopt; }
    return segment.substr(1, segment.size() - 2);
}

} // namespace

/// One node per segment. A path is tried along the fixed segment first and along the {name} after that, so
/// "/a/{x}/c" is still found when "/a/b" exists and "/a/b/c" is asked for.
struct Router::Tree {
    static constexpr std::size_t no_route = static_cast<std::size_t>(-1);

    std::vector<std::pair<std::string_view, std::unique_ptr<Tree>>> fixed;
    std::unique_ptr<Tree> any;
    std::array<std::size_t, method_count> routes{no_route, no_route, no_route, no_route};

    Tree* find_fixed(std::string_view segment) const
    {
        for (const auto& [name, tree] : fixed) {
            if (name == segment) { return tree.get(); }
        }
        return nullptr;
    }

    void add(std::string_view path, Method method, std::size_t route)
    {
        if (path.empty()) {
            std::size_t& place = routes.at(static_cast<std::size_t>(method));
            check(place == no_route, "no two routes have the same method and shape of path");
            place = route;
            return;
        }
        const Step step = next_step(path);
        if (find_name(step.segment)) {
            if (!any) { any = std::make_unique<Tree>(); }
            any->add(step.rest, method, route);
            return;
        }
        Tree* next = find_fixed(step.segment);
        if (next == nullptr) {
            next = fixed.emplace_back(step.segment, std::make_unique<Tree>()).second.get();
        }
        next->add(step.rest, method, route);
    }

    /// The route of the method, or `no_route`; marks in `match` which methods were met on the way.
    std::size_t find(std::string_view path, Method method, Match& match) const
    {
        if (path.empty()) {
            for (std::size_t i = 0; i < method_count; ++i) {
                match.allowed[i] = match.allowed[i] || routes[i] != no_route;
            }
            return routes[static_cast<std::size_t>(method)];
        }
        const Step step = next_step(path);
        if (const Tree* next = find_fixed(step.segment)) {
            const std::size_t found = next->find(step.rest, method, match);
            if (found != no_route) { return found; }
        }
        if (any && !step.segment.empty()) { return any->find(step.rest, method, match); }
        return no_route;
    }
};

Router::Router(std::vector<BoundRoute> routes) : routes_{std::move(routes)}, tree_{std::make_unique<Tree>()}
{
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        check(!routes_[i].path.empty() && routes_[i].path.front() == '/',
              "the path of a route begins with /");
        tree_->add(routes_[i].path, routes_[i].method, i);
    }
}

Router::~Router() = default;

Match Router::match(Request& request) const
{
    Match match;
    request.path_parameters.clear();
    request.route = {};
    if (request.path.empty() || request.path.front() != '/') { return match; }

    const std::size_t found = tree_->find(request.path, request.method, match);
    if (found == Tree::no_route) { return match; }
    match.route = &routes_[found];
    request.route = match.route->path;

    std::string_view pattern = match.route->path;
    std::string_view path = request.path;
    while (!pattern.empty()) {
        const Step name = next_step(pattern);
        const Step value = next_step(path);
        if (const auto parameter = find_name(name.segment)) {
            request.path_parameters.emplace_back(*parameter, value.segment);
        }
        pattern = name.rest;
        path = value.rest;
    }
    return match;
}

Response Router::answer(Request& request) const
{
    const Match found = match(request);
    return answer(request, found);
}

Response Router::answer(const Request& request, const Match& match) const
{
    if (match.route == nullptr) { return method_problem(request, match); }
    const auto log_failure = [&](std::string_view what) {
        log::error(fmt::format("{} {} reference={} failed: {}", name_of(request.method), request.route,
                               request.reference, what));
    };
    try {
        return match.route->handler(request);
    } catch (const StoreFailure& failure) {
        log_failure(failure.what());
        return problem(Error{ErrorCode::service_unavailable}, request);
    } catch (const BrokenInvariant& broken) {
        log_failure(broken.what());
        return problem(Error{ErrorCode::internal}, request);
    } catch (const std::exception& other) {
        // Its text was not written by us and may quote what a person wrote: only its kind is logged.
        log_failure(typeid(other).name());
        return problem(Error{ErrorCode::internal}, request);
    }
}

Response method_problem(const Request& request, const Match& match)
{
    if (!match.path_known()) { return problem(Error{ErrorCode::not_found}, request); }

    std::string allow;
    for (const Method method : {Method::get, Method::post, Method::put, Method::delete_}) {
        if (!match.allowed[static_cast<std::size_t>(method)]) { continue; }
        if (!allow.empty()) { allow += ", "; }
        allow += method == Method::get ? "GET, HEAD" : name_of(method);
    }
    Response response = problem(Error{ErrorCode::method_not_allowed}, request);
    response.headers.emplace_back("Allow", std::move(allow));
    return response;
}

} // namespace samvei::http
