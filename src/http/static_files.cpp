#include "http/static_files.hpp"

#include "base/digest.hpp"
#include "base/log.hpp"
#include "base/result.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace samvei::http {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t etag_digits = 32;
constexpr std::string_view year_long = "public, max-age=31536000, immutable";
/// Kept, but asked for again every time; the entity tag makes that cheap.
constexpr std::string_view always_asked = "no-cache";

struct TypeOfExtension {
    std::string_view extension;
    std::string_view content_type;
};

constexpr std::array content_types = std::to_array<TypeOfExtension>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".avif", "image/avif"},
    {".ico", "image/vnd.microsoft.icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".ttf", "font/ttf"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".pdf", "application/pdf"},
});

std::string_view content_type_of(const fs::path& file)
{
    const std::string extension = file.extension().string();
    for (const TypeOfExtension& row : content_types) {
        if (row.extension == extension) { return row.content_type; }
    }
    return "application/octet-stream";
}

std::string bytes_of(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) { throw StoreFailure{"cannot read " + file.string()}; }
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// True when the file or a folder it lies in begins with a dot.
bool is_hidden(const fs::path& below)
{
    return std::any_of(below.begin(), below.end(),
                       [](const fs::path& part) { return part.native().front() == '.'; });
}

/// True for the compressed form of another file in the same folder.
bool is_compressed_form(const fs::path& file)
{
    const fs::path extension = file.extension();
    if (extension != ".br" && extension != ".gz") { return false; }
    fs::path plain = file;
    plain.replace_extension();
    return fs::exists(plain);
}

bool has_extension(std::string_view path)
{
    return path.substr(path.rfind('/') + 1).find('.') != std::string_view::npos;
}

} // namespace

struct StaticFiles::File {
    std::string_view content_type;
    std::string_view cache_control;
    std::string digest;
    std::string plain;
    std::string brotli;
    std::string gzip;
    /// The two above may be read only once this is true; they are not changed after that.
    std::atomic<bool> compressed{false};

    /// The best coding this file has among those accepted; a form that is no smaller is not kept.
    Coding coding_for(Coding accepted) const
    {
        if (!compressed.load(std::memory_order_acquire)) { return Coding::identity; }
        if (accepted == Coding::brotli && !brotli.empty()) { return Coding::brotli; }
        if (accepted != Coding::identity && !gzip.empty()) { return Coding::gzip; }
        return Coding::identity;
    }

    std::string_view bytes_in(Coding coding) const
    {
        switch (coding) {
        case Coding::identity: return plain;
        case Coding::gzip: return gzip;
        case Coding::brotli: return brotli;
        }
        return plain;
    }

    /// The strong entity tag of one coding; `find("digest")` in If-None-Match meets all of them.
    std::string etag(Coding coding) const
    {
        if (coding == Coding::identity) { return fmt::format("\"{}\"", digest); }
        return fmt::format("\"{}-{}\"", digest, name_of(coding));
    }
};

struct StaticFiles::Mount {
    std::string prefix;
    const File* index_page = nullptr;
};

StaticFiles::StaticFiles(const std::vector<StaticMount>& mounts)
{
    for (const StaticMount& mount : mounts) { read_folder(mount); }
    compressor_ = std::jthread{[this](const std::stop_token& stop) { compress_all(stop); }};
}

StaticFiles::~StaticFiles() = default;

void StaticFiles::read_folder(const StaticMount& mount)
{
    check(mount.prefix.size() >= 2 && mount.prefix.front() == '/' && mount.prefix.back() == '/',
          "the prefix of a static mount begins and ends with a slash");
    mounts_.push_back(std::make_unique<Mount>(Mount{.prefix = mount.prefix}));
    if (!fs::is_directory(mount.folder)) {
        log::warning(fmt::format("no folder {}: {} is empty", mount.folder.string(), mount.prefix));
        return;
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator{mount.folder}) {
        const fs::path below = entry.path().lexically_relative(mount.folder);
        // No links: they could lead anywhere.
        if (!entry.is_regular_file() || entry.is_symlink() || is_hidden(below)) { continue; }
        if (is_compressed_form(entry.path())) { continue; }
        const std::string name = below.generic_string();
        auto file = std::make_unique<File>();
        file->content_type = content_type_of(entry.path());
        file->cache_control = name.starts_with("assets/") ? year_long : always_asked;
        file->plain = bytes_of(entry.path());
        file->digest = sha256_hex(file->plain).substr(0, etag_digits);
        const fs::path brotli = entry.path().string() + ".br";
        const fs::path gzip = entry.path().string() + ".gz";
        if (fs::is_regular_file(brotli)) { file->brotli = bytes_of(brotli); }
        if (fs::is_regular_file(gzip)) { file->gzip = bytes_of(gzip); }
        if (name == "index.html" && mount.fallback == Fallback::index_page) {
            mounts_.back()->index_page = file.get();
        }
        files_[mount.prefix + name] = std::move(file);
    }
}

void StaticFiles::compress_all(const std::stop_token& stop)
{
    for (const auto& [path, file] : files_) {
        if (stop.stop_requested()) { return; }
        if (file->plain.size() >= compression_bytes_min && is_compressible(file->content_type)) {
            if (file->brotli.empty()) {
                file->brotli = compressed(file->plain, Coding::brotli, Effort::often);
            }
            if (file->gzip.empty()) { file->gzip = compressed(file->plain, Coding::gzip, Effort::often); }
        }
        file->compressed.store(true, std::memory_order_release);
    }
    compressed_ = true;
    compressed_.notify_all();
}

void StaticFiles::wait_until_compressed() const
{
    compressed_.wait(false);
}

bool StaticFiles::owns(std::string_view path) const
{
    for (const auto& mount : mounts_) {
        if (path.starts_with(mount->prefix)) { return true; }
    }
    return false;
}

const StaticFiles::File* StaticFiles::find_file(const std::string& path) const
{
    if (const auto found = files_.find(path); found != files_.end()) { return found->second.get(); }
    if (has_extension(path)) { return nullptr; }
    for (const auto& mount : mounts_) {
        if (path.starts_with(mount->prefix)) { return mount->index_page; }
    }
    return nullptr;
}

StaticAnswer StaticFiles::answer(const Request& request) const
{
    if (request.method != Method::get) {
        Match match;
        match.allowed[static_cast<std::size_t>(Method::get)] = true;
        return {.response = method_problem(request, match), .body = {}};
    }
    const File* file = find_file(request.path);
    if (file == nullptr) { return {.response = problem(Error{ErrorCode::not_found}, request), .body = {}}; }

    const Coding coding = file->coding_for(accepted_coding(request.header("accept-encoding")));
    StaticAnswer answer{
        .response = {.status = 200, .content_type = std::string{file->content_type}, .body = {}},
        .body = file->bytes_in(coding)};
    Pairs& headers = answer.response.headers;
    headers.emplace_back("ETag", file->etag(coding));
    headers.emplace_back("Cache-Control", file->cache_control);
    headers.emplace_back("Vary", "Accept-Encoding");
    const std::string_view known = request.header("if-none-match");
    if (known == "*" || known.find(file->digest) != std::string_view::npos) {
        answer.response.status = 304;
        answer.body = {};
        return answer;
    }
    if (coding != Coding::identity) { headers.emplace_back("Content-Encoding", name_of(coding)); }
    return answer;
}

} // namespace samvei::http
