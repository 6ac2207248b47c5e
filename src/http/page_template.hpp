#pragma once
// Pages as templates (mustache): every value is escaped as HTML, and no script runs in them. The library is
// named only in page_template.cpp.

#include <boost/json/object.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace samvei::http {

/// The templates of one folder: page.mustache, and parts, part_NAME.mustache, that are drawn in with
/// {{> part_NAME}}.
class PageTemplates {
public:
    /// Reads all of them, each with its parts. Throws StoreFailure when one cannot be read as a template or
    /// names a part that is not there.
    explicit PageTemplates(const std::filesystem::path& folder);
    ~PageTemplates();

    /// `page` is a name without its ending; one that is not there is a bug. `data`: texts, numbers, booleans,
    /// lists and objects as the template names them; a name that is missing is empty. Thread-safe.
    std::string render(const std::string& page, const boost::json::object& data) const;

private:
    class Page;
    std::map<std::string, std::unique_ptr<Page>> pages_;
};

} // namespace samvei::http
