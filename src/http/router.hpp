#pragma once
// Routes: method and path to a handler. Paths have {names}; a fixed segment wins over a {name}.

#include "http/message.hpp"
#include "http/shape.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::http {

using Handler = std::function<Response(const Request&)>;

/// What OpenAPI says of a route.
struct RouteText {
    std::string_view summary = {}; ///< English, one line.
    std::string_view tag = {};     ///< The room.
    const Shape* input = nullptr;  ///< JSON body, or none.
    const Shape* output = nullptr; ///< JSON answer, or none.
    int success = 200;
    std::string_view output_type = "application/json"; ///< text/html for pages
    bool login = true;
    std::vector<Field> query = {}; ///< Parameters of the query, documented; the handler reads them.
};

/// Where a handler runs. On the network's thread it must neither wait nor compute for long: /health.
enum class RunsOn { worker, network };

struct BoundRoute {
    Method method;
    std::string_view path;
    Handler handler;
    RouteText text = {};
    RunsOn runs_on = RunsOn::worker;
};

/// What a router found for a path: the route, and which methods the path has at all.
struct Match {
    const BoundRoute* route = nullptr;           ///< None: 404 when no method is allowed, else 405.
    std::array<bool, method_count> allowed = {}; ///< By Method.

    bool path_known() const { return std::find(allowed.begin(), allowed.end(), true) != allowed.end(); }
};

class Router {
public:
    /// Two routes with the same method and shape of path are a bug.
    explicit Router(std::vector<BoundRoute> routes);
    ~Router();

    /// Answers 404 or 405 as problems when nothing fits. Fills request.path_parameters. Catches
    /// StoreFailure (503) and BrokenInvariant and any other exception (500 with the reference; logged).
    Response answer(Request& request) const;

    // The same in two steps, for the server, which must know where a handler runs before it runs.
    /// Finds the route of request.path and fills request.path_parameters and request.route.
    Match match(Request& request) const;
    Response answer(const Request& request, const Match& match) const;

    const std::vector<BoundRoute>& routes() const { return routes_; }

private:
    struct Tree;
    std::vector<BoundRoute> routes_;
    std::unique_ptr<Tree> tree_;
};

/// The answer to a method that the path does not have: 405 with Allow, or 404 when it has none.
Response method_problem(const Request& request, const Match& match);

/// The OpenAPI 3.1 document of these routes, as JSON text with stable order: operationId from method and
/// path, every shape under components/schemas, Problem as the answer of errors. Two shapes with one name are
/// a bug.
std::string openapi_of(const std::vector<BoundRoute>& routes, std::string_view title,
                       std::string_view version);

} // namespace samvei::http
