#include "http/static_files.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace samvei::http {

namespace {

namespace fs = std::filesystem;

/// A folder that is gone when the test is.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        std::string name = (fs::temp_directory_path() / "samvei-static-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) { throw std::runtime_error{"no temporary folder"}; }
        path_ = name;
    }
    ~TemporaryFolder() { fs::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path& path() const { return path_; }
    void write(const std::string& name, const std::string& bytes) const
    {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream{path_ / name, std::ios::binary} << bytes;
    }

private:
    fs::path path_;
};

const std::string page = "<!doctype html>" + std::string(3'000, ' ');
const std::string script = "let a;" + std::string(3'000, '\n');

void fill(const TemporaryFolder& folder)
{
    folder.write("app/index.html", page);
    folder.write("app/assets/main-1a2b.js", script);
    folder.write("app/assets/made.css", "plain" + std::string(3'000, ' '));
    folder.write("app/assets/made.css.br", "made before");
    folder.write("app/small.txt", "small");
    folder.write("app/.hidden", "hidden");
    folder.write("app/.git/config.txt", "hidden");
    folder.write("secret.txt", "secret");
    folder.write("public/style.css", "a{}");
    fs::create_symlink(folder.path() / "secret.txt", folder.path() / "app/link.txt");
}

std::vector<StaticMount> mounts_of(const TemporaryFolder& folder)
{
    return {{"/app/", folder.path() / "app", Fallback::index_page}, {"/static/", folder.path() / "public"}};
}

StaticAnswer ask(const StaticFiles& files, std::string path, Pairs headers = {})
{
    Request request;
    request.path = std::move(path);
    request.headers = std::move(headers);
    return files.answer(request);
}

std::string header_of(const StaticAnswer& answer, std::string_view name)
{
    for (const auto& [key, value] : answer.response.headers) {
        if (key == name) { return value; }
    }
    return "";
}

} // namespace

TEST(StaticFiles, SendsFilesWithTheirTypes)
{
    const TemporaryFolder folder;
    fill(folder);
    const StaticFiles files{mounts_of(folder)};
    EXPECT_TRUE(files.owns("/app/x"));
    EXPECT_FALSE(files.owns("/app"));
    EXPECT_FALSE(files.owns("/v1/app/"));

    const StaticAnswer asset = ask(files, "/app/assets/main-1a2b.js");
    EXPECT_EQ(asset.response.status, 200);
    EXPECT_EQ(asset.response.content_type, "text/javascript; charset=utf-8");
    EXPECT_EQ(asset.body, script);
    EXPECT_NE(header_of(asset, "Cache-Control").find("immutable"), std::string::npos);
    EXPECT_EQ(ask(files, "/static/style.css").body, "a{}");
    EXPECT_EQ(header_of(ask(files, "/static/style.css"), "Cache-Control"), "no-cache");
}

// Goal: pages of the single-page app are its index page; what looks like a file and is none is not found.
TEST(StaticFiles, FallsBackToTheIndexPage)
{
    const TemporaryFolder folder;
    fill(folder);
    const StaticFiles files{mounts_of(folder)};
    for (const char* path : {"/app/", "/app/index.html", "/app/children/01h", "/app/children/"}) {
        EXPECT_EQ(ask(files, path).body, page) << path;
        EXPECT_EQ(header_of(ask(files, path), "Cache-Control"), "no-cache");
    }
    for (const char* path :
         {"/app/assets/main-0000.js", "/app/x.html", "/static/", "/static/x", "/static/x.css"}) {
        EXPECT_EQ(ask(files, path).response.status, 404) << path;
    }
}

// Goal: nothing outside the folders, nothing hidden, nothing behind a link.
TEST(StaticFiles, LeadsNowhereElse)
{
    const TemporaryFolder folder;
    fill(folder);
    const StaticFiles files{mounts_of(folder)};
    for (const char* path :
         {"/static/../secret.txt", "/static//etc/passwd", "/app/link.txt", "/app/.hidden",
          "/app/.git/config.txt", "/app/../secret.txt", "/static/..", "/app/assets/made.css.br"}) {
        const StaticAnswer answer = ask(files, path);
        EXPECT_EQ(answer.response.status, 404) << path;
        EXPECT_EQ(answer.body, "") << path;
    }
}

TEST(StaticFiles, SendsCompressedForms)
{
    const TemporaryFolder folder;
    fill(folder);
    const StaticFiles files{mounts_of(folder)};
    files.wait_until_compressed();
    const StaticAnswer brotli = ask(files, "/app/", {{"accept-encoding", "gzip, br"}});
    EXPECT_EQ(header_of(brotli, "Content-Encoding"), "br");
    EXPECT_EQ(header_of(brotli, "Vary"), "Accept-Encoding");
    EXPECT_LT(brotli.body.size(), 200U);
    const StaticAnswer gzip = ask(files, "/app/", {{"accept-encoding", "gzip"}});
    EXPECT_EQ(header_of(gzip, "Content-Encoding"), "gzip");
    EXPECT_EQ(gzip.body.substr(0, 2), "\x1f\x8b");
    EXPECT_EQ(ask(files, "/app/assets/made.css", {{"accept-encoding", "br"}}).body, "made before");
    EXPECT_EQ(ask(files, "/app/").body, page);
    EXPECT_EQ(header_of(ask(files, "/app/small.txt", {{"accept-encoding", "br"}}), "Content-Encoding"), "");
}

TEST(StaticFiles, SavesWhatTheBrowserHas)
{
    const TemporaryFolder folder;
    fill(folder);
    const StaticFiles files{mounts_of(folder)};
    files.wait_until_compressed();
    const std::string plain_tag = header_of(ask(files, "/app/"), "ETag");
    const std::string brotli_tag = header_of(ask(files, "/app/", {{"accept-encoding", "br"}}), "ETag");
    EXPECT_NE(plain_tag, brotli_tag);
    for (const std::string& tag :
         {plain_tag, "W/" + brotli_tag, "\"other\", " + plain_tag, std::string{"*"}}) {
        const StaticAnswer answer = ask(files, "/app/", {{"if-none-match", tag}});
        EXPECT_EQ(answer.response.status, 304) << tag;
        EXPECT_EQ(answer.body, "");
    }
    EXPECT_EQ(ask(files, "/app/", {{"if-none-match", "\"other\""}}).response.status, 200);
}

TEST(StaticFiles, DoesWithoutAFolder)
{
    const StaticFiles files{{{"/app/", "/nowhere/at/all", Fallback::index_page}}};
    EXPECT_EQ(ask(files, "/app/").response.status, 404);
}

TEST(StaticFiles, OnlyGivesThemAway)
{
    const TemporaryFolder folder;
    fill(folder);
    const StaticFiles files{mounts_of(folder)};
    Request request;
    request.path = "/app/";
    request.method = Method::post;
    const StaticAnswer answer = files.answer(request);
    EXPECT_EQ(answer.response.status, 405);
    EXPECT_EQ(header_of(answer, "Allow"), "GET, HEAD");
}

} // namespace samvei::http
