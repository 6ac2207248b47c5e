#include "http/page_template.hpp"

#include "base/files.hpp"
#include "base/result.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <kainjow/mustache.hpp>

namespace samvei::http {

namespace {

namespace json = boost::json;
namespace mustache = kainjow::mustache;

mustache::data data_of(const json::value& value);

mustache::data data_of(const json::object& object)
{
    mustache::data data{mustache::data::type::object};
    for (const auto& member : object) { data.set(std::string{member.key()}, data_of(member.value())); }
    return data;
}

/// A list of texts is walked with {{.}}, one of objects with their names.
mustache::data data_of(const json::value& value)
{
    switch (value.kind()) {
    case json::kind::object: return data_of(value.get_object());
    case json::kind::array: {
        mustache::data list{mustache::data::type::list};
        for (const json::value& one : value.get_array()) { list.push_back(data_of(one)); }
        return list;
    }
    case json::kind::string: return mustache::data{std::string{value.get_string()}};
    case json::kind::bool_: return mustache::data{value.get_bool()};
    case json::kind::null: return mustache::data{false};
    case json::kind::int64:
    case json::kind::uint64:
    case json::kind::double_: return mustache::data{json::serialize(value)};
    }
    return mustache::data{false};
}

} // namespace

PageTemplates::PageTemplates(const std::filesystem::path& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".mustache") { continue; }
        std::string text = text_of_file(entry.path());
        const mustache::mustache page{text};
        const std::string name = entry.path().stem().string();
        if (!page.is_valid()) { throw StoreFailure{name + ".mustache: " + page.error_message()}; }
        auto& kept = name.starts_with("part_") ? parts_ : pages_;
        kept.emplace(name, std::move(text));
    }
}

PageTemplates::~PageTemplates() = default;

std::string PageTemplates::render(const std::string& page, const json::object& data) const
{
    const auto found = pages_.find(page);
    check(found != pages_.end(), "a page that is rendered has a template");
    mustache::data all = data_of(data);
    for (const auto& [name, text] : parts_) {
        all.set(name, mustache::data{mustache::partial{[&text = text] { return text; }}});
    }
    mustache::mustache sheet{found->second};
    return sheet.render(all);
}

} // namespace samvei::http
