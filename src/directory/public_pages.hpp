#pragma once
// The public pages: HTML without login, cookie or script. What somebody types is read from the form,
// answered, and kept nowhere: not in the URL, not in a log, not in the database; but for a few words that
// find nothing on three days (unanswered.hpp).

#include "access/app.hpp"
#include "access/caller.hpp"
#include "directory/page_words.hpp"
#include "http/page_template.hpp"
#include "http/router.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace samvei::directory {

/// Borders of counties and municipalities, as content/places/map.json has them.
struct PlaceMap {
    struct Shape {
        std::string number;
        std::string path; ///< SVG
    };
    struct CountyShape {
        std::string number;
        std::string path;
        std::string box; ///< "x y width height"
    };
    std::string credit;
    std::string width;
    std::string height;
    std::vector<Shape> municipalities;
    std::vector<CountyShape> counties;
};

/// Reads map.json. Throws StoreFailure when it is not what it should be.
PlaceMap place_map_from(std::string_view json_text);

class PublicPages {
public:
    /// `templates`: web/public_pages; `words`: content/words.
    PublicPages(access::App& app, PlaceMap map, const std::filesystem::path& templates,
                const std::filesystem::path& words);

    /// The routes of all pages; `this` must outlive them.
    std::vector<http::BoundRoute> routes() const;
    /// An offer's newest text as the public would see it, for staff; `this` must outlive it.
    http::BoundRoute preview_route() const;

private:
    http::Response start(const http::Request& request) const;
    http::Response find_by_link(const http::Request& request) const;
    http::Response find_by_form(const http::Request& request) const;
    http::Response offer(const http::Request& request) const;
    http::Response preview(const access::Caller& caller, const http::Request& request) const;
    http::Response crisis(const http::Request& request) const;
    http::Response municipalities(const http::Request& request) const;
    http::Response municipality(const http::Request& request) const;
    http::Response embedded(const http::Request& request) const;

    struct Asked;
    http::Response found(const http::Request& request, const Asked& asked, bool large) const;
    Reading reading_of(const http::Request& request, bool large) const;
    boost::json::object common(const Reading& reading, const finder::SearchIndex& index,
                               const std::string& path, const std::string& query) const;
    http::Response page(const std::string& name, const Reading& reading, boost::json::object data,
                        int status = 200) const;
    http::Response missing(const http::Request& request) const;

    access::App& app_;
    PlaceMap map_;
    http::PageTemplates templates_;
    Sentences sentences_;
};

} // namespace samvei::directory
