#include "http/router.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gtest/gtest.h>

namespace samvei::http {

namespace {

/// Answers with the name of the route and what it found in the path.
Handler says(std::string name)
{
    return [name = std::move(name)](const Request& request) {
        std::string body = name;
        for (const auto& [key, value] : request.path_parameters) {
            body.append(" ").append(key + "=" + value);
        }
        return Response{.status = 200, .content_type = "text/plain", .body = body};
    };
}

Router some_router()
{
    return Router{{
        {Method::get, "/", says("root")},
        {Method::get, "/v1/children", says("list")},
        {Method::post, "/v1/children", says("create")},
        {Method::get, "/v1/children/{id}", says("one")},
        {Method::get, "/v1/children/mine", says("mine")},
        {Method::get, "/v1/children/{child}/measures/{measure}", says("measure")},
        {Method::delete_, "/v1/children/mine", says("forget")},
        {Method::put, "/v1/children/{id}", says("save")},
        {Method::get, "/broken",
         [](const Request&) -> Response { throw BrokenInvariant{"the test breaks"}; }},
        {Method::get, "/gone", [](const Request&) -> Response { throw StoreFailure{"the disk is gone"}; }},
        {Method::get, "/other", [](const Request&) -> Response { throw std::runtime_error{"Ola Nordmann"}; }},
    }};
}

Response ask(const Router& router, Method method, std::string path)
{
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.reference = "0123456789";
    return router.answer(request);
}

std::string header_of(const Response& response, std::string_view name)
{
    for (const auto& [key, value] : response.headers) {
        if (key == name) { return value; }
    }
    return "";
}

} // namespace

// Goal: the right route, a fixed segment before a name, and nothing for paths nearly right.
TEST(Router, FindsRoutes)
{
    const Router router = some_router();
    struct Case {
        Method method;
        std::string path;
        std::string body;
    };
    const std::vector<Case> cases{
        {Method::get, "/", "root"},
        {Method::get, "/v1/children", "list"},
        {Method::post, "/v1/children", "create"},
        {Method::get, "/v1/children/7", "one id=7"},
        {Method::get, "/v1/children/mine", "mine"},
        {Method::get, "/v1/children/mineral", "one id=mineral"},
        {Method::get, "/v1/children/mine/measures/3", "measure child=mine measure=3"},
        {Method::get, "/v1/children/a b/measures/ø", "measure child=a b measure=ø"},
        {Method::put, "/v1/children/mine", "save id=mine"},
    };
    for (const Case& one : cases) { EXPECT_EQ(ask(router, one.method, one.path).body, one.body) << one.path; }

    for (const char* path :
         {"", "v1", "//", "/v1", "/v1/", "/v1/children/", "/v1/children/7/", "/V1/children",
          "/v1/children/7/measures", "/v1/children/7/measures/", "/v1//children"}) {
        EXPECT_EQ(ask(router, Method::get, path).status, 404) << path;
    }
}

TEST(Router, SaysWhichMethodsAPathHas)
{
    const Router router = some_router();
    const Response one = ask(router, Method::post, "/v1/children/7");
    EXPECT_EQ(one.status, 405);
    EXPECT_EQ(header_of(one, "Allow"), "GET, HEAD, PUT");
    EXPECT_EQ(header_of(ask(router, Method::post, "/v1/children/mine"), "Allow"), "GET, HEAD, PUT, DELETE");
    EXPECT_EQ(ask(router, Method::post, "/v1/nothing").status, 404);
}

// Goal: a failure is 503 and to be tried again, a bug is 500 with the reference, and neither tells why.
TEST(Router, TurnsExceptionsIntoProblems)
{
    const Router router = some_router();
    const Response gone = ask(router, Method::get, "/gone");
    EXPECT_EQ(gone.status, 503);
    EXPECT_NE(header_of(gone, "Retry-After"), "");
    EXPECT_EQ(gone.body.find("disk"), std::string::npos);
    for (const char* path : {"/broken", "/other"}) {
        const Response response = ask(router, Method::get, path);
        EXPECT_EQ(response.status, 500);
        EXPECT_EQ(response.content_type, "application/problem+json");
        EXPECT_NE(response.body.find(R"("reference":"0123456789")"), std::string::npos);
        EXPECT_EQ(response.body.find("Ola"), std::string::npos);
    }
}

TEST(Router, RefusesTwoRoutesOfOneShape)
{
    EXPECT_THROW(Router({{Method::get, "/a/{x}", says("1")}, {Method::get, "/a/{y}", says("2")}}),
                 BrokenInvariant);
    EXPECT_THROW(Router({{Method::get, "a", says("1")}}), BrokenInvariant);
    EXPECT_NO_THROW(Router({{Method::get, "/a/{x}", says("1")}, {Method::put, "/a/{y}", says("2")}}));
}

namespace {

const Shape leaf_shape{
    "TestLeaf", "A leaf.", {text("name", 1, 9, "Name."), optional(date("due_on", "By when."))}};
const Shape tree_shape{"TestTree",
                       "A tree.",
                       {choice("kind", {"oak", "elm"}, "Kind."),
                        objects("leaves", leaf_shape, 0, 4, "Leaves."),
                        optional(text_map("answers", 10, "Answers.")), integer("age", 0, 900, "Years.")}};
const Shape other_leaf_shape{"TestLeaf", "Another.", {}};

std::vector<BoundRoute> documented_routes()
{
    return {
        {Method::post,
         "/v1/trees",
         says("x"),
         {.summary = "Plant", .tag = "trees", .input = &tree_shape, .output = &leaf_shape, .success = 201}},
        {Method::get,
         "/v1/trees/{id}",
         says("x"),
         {.summary = "See",
          .tag = "trees",
          .output = &tree_shape,
          .query = {optional(text("q", 1, 5, "Words."))}}},
        {Method::get, "/", says("x"), {.summary = "Start", .output_type = "text/html", .login = false}},
        {Method::delete_, "/v1/trees/{id}", says("x"), {.summary = "Fell", .success = 204}},
    };
}

} // namespace

// Goal: the document holds what types are made from, and is the same text whatever the order of rooms.
TEST(OpenApi, DescribesRoutesAndShapes)
{
    const std::string text = openapi_of(documented_routes(), "Test", "1");
    const boost::json::value document = boost::json::parse(text);
    const auto at = [&](const char* pointer) -> const boost::json::value& {
        return document.at_pointer(pointer);
    };

    EXPECT_EQ(at("/openapi"), "3.1.0");
    EXPECT_EQ(at("/paths/~1v1~1trees/post/operationId"), "post_v1_trees");
    EXPECT_EQ(at("/paths/~1v1~1trees/post/tags/0"), "trees");
    EXPECT_EQ(at("/paths/~1v1~1trees/post/requestBody/content/application~1json/schema/$ref"),
              "#/components/schemas/TestTree");
    EXPECT_EQ(at("/paths/~1v1~1trees/post/responses/201/content/application~1json/schema/$ref"),
              "#/components/schemas/TestLeaf");
    EXPECT_EQ(at("/paths/~1v1~1trees/post/responses/default/$ref"), "#/components/responses/Problem");
    EXPECT_EQ(at("/paths/~1v1~1trees~1{id}/get/parameters/0/name"), "id");
    EXPECT_EQ(at("/paths/~1v1~1trees~1{id}/get/parameters/1/in"), "query");
    EXPECT_EQ(at("/paths/~1v1~1trees~1{id}/delete/responses/204").as_object().size(), 1U);
    EXPECT_EQ(at("/paths/~1/get/responses/200/content/text~1html/schema/type"), "string");
    EXPECT_EQ(at("/components/schemas/TestTree/properties/kind/enum"), (boost::json::array{"oak", "elm"}));
    EXPECT_EQ(at("/components/schemas/TestTree/properties/leaves/items/$ref"),
              "#/components/schemas/TestLeaf");
    EXPECT_EQ(at("/components/schemas/TestTree/required"), (boost::json::array{"kind", "leaves", "age"}));
    EXPECT_EQ(at("/components/schemas/TestTree/additionalProperties"), false);
    EXPECT_EQ(at("/components/schemas/TestLeaf/required"), (boost::json::array{"name"}));
    EXPECT_EQ(at("/components/schemas/TestLeaf/properties/due_on/format"), "date");
    EXPECT_EQ(at("/components/schemas/Problem/properties/code/enum").as_array().size(), error_table().size());

    std::vector<BoundRoute> reversed = documented_routes();
    std::reverse(reversed.begin(), reversed.end());
    EXPECT_EQ(boost::json::parse(openapi_of(reversed, "Test", "1")), document);
}

TEST(OpenApi, RefusesTwoShapesOfOneName)
{
    std::vector<BoundRoute> routes = documented_routes();
    routes.push_back({Method::get, "/x", says("x"), {.output = &other_leaf_shape}});
    EXPECT_THROW(static_cast<void>(openapi_of(routes, "Test", "1")), BrokenInvariant);
}

} // namespace samvei::http
