#include "http/page_template.hpp"

#include "base/files.hpp"
#include "base/result.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <kainjow/mustache.hpp>

#include <mutex>
#include <vector>

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

constexpr std::string_view part_mark = "{{> ";
constexpr int parts_within_max = 8; ///< A part that draws itself in goes on for ever.

using Texts = std::map<std::string, std::string>;

/// The template with the text of its parts where they are named.
std::string with_parts(std::string text, const Texts& parts, int within = 0)
{
    if (within > parts_within_max) { throw StoreFailure{"a part of a page draws itself in"}; }
    for (std::size_t at = 0; (at = text.find(part_mark, at)) != std::string::npos;) {
        const std::size_t begin = at + part_mark.size();
        const std::size_t end = text.find("}}", begin);
        const std::string name = text.substr(begin, end - begin);
        const auto part = parts.find(name);
        if (part == parts.end()) { throw StoreFailure{"no part of a page is called " + name}; }
        const std::string drawn = with_parts(part->second, parts, within + 1);
        text.replace(at, end + 2 - at, drawn);
        at += drawn.size();
    }
    return text;
}

} // namespace

/// A template, read once for each thread that renders it at the same time: rendering keeps notes in it.
class PageTemplates::Page {
public:
    Page(const std::string& name, std::string text) : text_{std::move(text)}
    {
        auto sheet = std::make_unique<mustache::mustache>(text_);
        if (!sheet->is_valid()) { throw StoreFailure{name + ".mustache: " + sheet->error_message()}; }
        give_back(std::move(sheet));
    }

    std::string render(const mustache::data& data)
    {
        std::unique_ptr<mustache::mustache> sheet = take();
        std::string page = sheet->render(data);
        give_back(std::move(sheet));
        return page;
    }

private:
    std::unique_ptr<mustache::mustache> take()
    {
        std::unique_ptr<mustache::mustache> sheet;
        {
            const std::lock_guard lock{mutex_};
            if (!free_.empty()) {
                sheet = std::move(free_.back());
                free_.pop_back();
            }
        }
        return sheet ? std::move(sheet) : std::make_unique<mustache::mustache>(text_);
    }
    void give_back(std::unique_ptr<mustache::mustache> sheet)
    {
        const std::lock_guard lock{mutex_};
        free_.push_back(std::move(sheet));
    }

    std::string text_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<mustache::mustache>> free_;
};

PageTemplates::PageTemplates(const std::filesystem::path& folder)
{
    Texts parts;
    Texts pages;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".mustache") { continue; }
        const std::string name = entry.path().stem().string();
        (name.starts_with("part_") ? parts : pages).emplace(name, text_of_file(entry.path()));
    }
    for (auto& [name, text] : pages) {
        pages_.emplace(name, std::make_unique<Page>(name, with_parts(std::move(text), parts)));
    }
}

PageTemplates::~PageTemplates() = default;

std::string PageTemplates::render(const std::string& page, const json::object& data) const
{
    const auto found = pages_.find(page);
    check(found != pages_.end(), "a page that is rendered has a template");
    return found->second->render(data_of(data));
}

} // namespace samvei::http
