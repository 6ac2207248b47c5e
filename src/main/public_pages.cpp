#include "main/public_pages.hpp"

#include "base/files.hpp"
#include "base/result.hpp"

#include <boost/json/parse.hpp>
#include <kainjow/mustache.hpp>

namespace samvei {

namespace {

namespace mustache = kainjow::mustache;

/// Names of the languages, each in itself.
std::string_view name_of(Language language)
{
    switch (language) {
    case Language::nb: return "Bokmål";
    case Language::nn: return "Nynorsk";
    case Language::en: return "English";
    }
    return "";
}

mustache::data links_to_languages(Language current)
{
    mustache::data links{mustache::data::type::list};
    for (const Language language : all_languages) {
        mustache::data link;
        link.set("code", std::string{code_of(language)});
        link.set("name", std::string{name_of(language)});
        link.set("current", language == current);
        links.push_back(link);
    }
    return links;
}

/// A word is a text, or a list of objects with texts (rows of a table).
void set_word(mustache::data& data, const std::string& name, const boost::json::value& value)
{
    if (value.is_string()) {
        data.set(name, std::string{value.as_string()});
        return;
    }
    mustache::data list{mustache::data::type::list};
    for (const boost::json::value& row : value.as_array()) {
        mustache::data item;
        for (const auto& [key, word] : row.as_object()) { set_word(item, std::string{key}, word); }
        list.push_back(item);
    }
    data.set(name, list);
}

mustache::data words_of(const std::filesystem::path& folder, Language language)
{
    const std::filesystem::path file = folder / ("public." + std::string{code_of(language)} + ".json");
    mustache::data data;
    const boost::json::value words = boost::json::parse(text_of_file(file));
    for (const auto& [name, value] : words.as_object()) { set_word(data, std::string{name}, value); }
    data.set("lang", std::string{code_of(language)});
    data.set("languages", links_to_languages(language));
    return data;
}

} // namespace

PublicPages::PublicPages(const std::filesystem::path& templates, const std::filesystem::path& words)
{
    const std::string text = text_of_file(templates / "start.mustache");
    for (const Language language : all_languages) {
        mustache::mustache page{text};
        if (!page.is_valid()) { throw StoreFailure{"start.mustache: " + page.error_message()}; }
        start_[language] = page.render(words_of(words, language));
    }
}

http::Response PublicPages::start(const http::Request& request) const
{
    Language language = request.language;
    if (const auto asked = request.find_query("lang")) {
        language = find_language(*asked).value_or(language);
    }
    http::Response response = http::html_response(200, start_.at(language));
    response.headers.emplace_back("Content-Language", std::string{code_of(language)});
    response.headers.emplace_back("Vary", "Accept-Language");
    return response;
}

} // namespace samvei
