#pragma once
// Files that never change while the server runs, held in memory with their compressed forms.
//
// A path is looked up as a whole in a table made at start; the file system is never asked with anything that
// came from outside, so no path can lead out of the folder.

#include "http/compression.hpp"
#include "http/message.hpp"

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>

namespace samvei::http {

/// What a path without a file extension means when there is no such file.
enum class Fallback { none, index_page };

/// A folder under a prefix. `prefix` begins and ends with "/". Names under `assets/` hold a digest of what is
/// in them, so browsers keep those for a year.
struct StaticMount {
    std::string prefix;
    std::filesystem::path folder;
    Fallback fallback = Fallback::none; ///< index_page: index.html for the pages of a single-page app.
};

/// One file as it is sent. `body` lives as long as StaticFiles.
struct StaticAnswer {
    Response response;     ///< Without its body.
    std::string_view body; ///< Empty on 304.
};

class StaticFiles {
public:
    /// Reads every plain file (no links, nothing that begins with a dot). A file x.br or x.gz beside x is its
    /// compressed form; those that are missing are made on a thread of their own, so that start does not
    /// wait. A folder that does not exist is logged and is empty.
    explicit StaticFiles(const std::vector<StaticMount>& mounts);
    ~StaticFiles();

    /// True when the path belongs to a mount: then `answer` answers it, also with not_found.
    bool owns(std::string_view path) const;
    /// Answers GET (and HEAD, whose body the caller leaves out).
    StaticAnswer answer(const Request& request) const;
    /// For tests: returns when all compressed forms are made.
    void wait_until_compressed() const;

private:
    struct File;
    struct Mount;
    void read_folder(const StaticMount& mount);
    void compress_all(const std::stop_token& stop);
    const File* find_file(const std::string& path) const;

    std::vector<std::unique_ptr<Mount>> mounts_;
    std::unordered_map<std::string, std::unique_ptr<File>> files_;
    std::atomic<bool> compressed_{false};
    std::jthread compressor_;
};

} // namespace samvei::http
