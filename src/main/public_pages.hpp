#pragma once
// Pages without login: HTML from templates, rendered once at start in every language. Mustache is named only
// here.

#include "base/language.hpp"
#include "http/router.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace samvei {

/// The start page: web/public_pages/start.mustache with the words of content/words/public.<language>.json.
class PublicPages {
public:
    /// `templates`: the folder with the templates; `words`: content/words. Throws StoreFailure when something
    /// lacks.
    PublicPages(const std::filesystem::path& templates, const std::filesystem::path& words);

    /// GET / in the language of ?lang=, or else of the request.
    http::Response start(const http::Request& request) const;

private:
    std::map<Language, std::string> start_;
};

} // namespace samvei
