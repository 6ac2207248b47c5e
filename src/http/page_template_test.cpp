// Goal: what people wrote is text in a page and never markup; parts are drawn in; what lacks is empty.

#include "http/head.hpp"
#include "http/page_template.hpp"

#include "base/result.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>
#include <unistd.h>
#include <vector>

namespace samvei::http {
namespace {

/// A folder with these templates, as long as the test runs.
class Folder {
public:
    Folder() { std::filesystem::create_directories(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder& with(const std::string& name, const std::string& text)
    {
        std::ofstream{path_ / (name + ".mustache")} << text;
        return *this;
    }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_ = std::filesystem::temp_directory_path() /
                                  ("samvei-pages-" + std::to_string(getpid()));
};

std::string rendered(const std::string& page, const std::string& data)
{
    Folder folder;
    folder.with("page", page).with("part_name", "<b>{{name}}</b>");
    return PageTemplates{folder.path()}.render("page", boost::json::parse(data).as_object());
}

TEST(PageTemplates, EscapeEveryText)
{
    EXPECT_EQ(rendered("<p title=\"{{name}}\">{{name}}</p>", R"({ "name": "\"><script>'&" })"),
              "<p title=\"&quot;&gt;&lt;script&gt;&apos;&amp;\">&quot;&gt;&lt;script&gt;&apos;&amp;</p>");
}

TEST(PageTemplates, DrawInPartsAndWalkLists)
{
    EXPECT_EQ(rendered("{{#people}}{{> part_name}}, {{/people}}{{^people}}nobody{{/people}}",
                       R"({ "people": [ { "name": "<a>" }, { "name": "b" } ] })"),
              "<b>&lt;a&gt;</b>, <b>b</b>, ");
    EXPECT_EQ(rendered("{{^people}}nobody{{/people}}{{missing}}", R"({ "people": [] })"), "nobody");
    EXPECT_EQ(
        rendered("{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{count}}", R"({ "yes": true, "no": false, "count": 3 })"),
        "y3");
}

TEST(PageTemplates, WhatIsNoTemplateIsSaidAtStart)
{
    Folder folder;
    folder.with("page", "{{#open}} and never closed");
    EXPECT_THROW(PageTemplates{folder.path()}, StoreFailure);
    EXPECT_THROW(rendered("{{name}}", "{}") +
                     PageTemplates{folder.with("page", "a").path()}.render("other", {}),
                 BrokenInvariant);
}

TEST(PageTemplates, APartThatIsNotThereOrDrawsItselfInIsSaidAtStart)
{
    Folder folder;
    folder.with("page", "{{> part_lost}}");
    EXPECT_THROW(PageTemplates{folder.path()}, StoreFailure);
    folder.with("page", "{{> part_again}}").with("part_again", "a{{> part_again}}");
    EXPECT_THROW(PageTemplates{folder.path()}, StoreFailure);
}

TEST(PageTemplates, RenderTheSameForManyAtOnce)
{
    Folder folder;
    folder.with("page", "{{#people}}{{> part_name}}{{/people}}").with("part_name", "<b>{{name}}</b>");
    const PageTemplates pages{folder.path()};
    std::vector<std::jthread> readers;
    std::atomic<int> right = 0;
    for (int reader = 0; reader < 4; ++reader) {
        readers.emplace_back([&pages, &right, name = std::to_string(reader)] {
            const boost::json::object data{{"people", {{{"name", name}}, {{"name", "x"}}}}};
            for (int i = 0; i < 200; ++i) {
                right += pages.render("page", data) == "<b>" + name + "</b><b>x</b>" ? 1 : 0;
            }
        });
    }
    readers.clear();
    EXPECT_EQ(right, 800);
}

TEST(SecurityHeaders, LetNobodyFrameAPageUnlessItIsMadeForIt)
{
    const std::string alone = security_headers(Scheme::http);
    EXPECT_NE(alone.find("frame-ancestors 'none'"), std::string::npos);
    EXPECT_NE(alone.find("X-Frame-Options: DENY"), std::string::npos);
    const std::string framed = security_headers(Scheme::https, Framing::anybody);
    EXPECT_NE(framed.find("frame-ancestors *"), std::string::npos);
    EXPECT_EQ(framed.find("X-Frame-Options"), std::string::npos);
    EXPECT_NE(framed.find("script-src 'self'"), std::string::npos);
}

} // namespace
} // namespace samvei::http
