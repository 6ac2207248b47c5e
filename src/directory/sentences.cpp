#include "directory/sentences.hpp"

#include "base/files.hpp"
#include "base/result.hpp"
#include "http/json_reader.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

namespace samvei::directory {

namespace {

boost::json::object read_words(const std::filesystem::path& folder, std::string_view name, Language language)
{
    const std::filesystem::path file = folder / fmt::format("{}.{}.json", name, code_of(language));
    auto words = http::read_json(text_of_file(file));
    if (!words || !words->is_object()) { throw StoreFailure{file.string() + " is not a JSON object"}; }
    return std::move(words->get_object());
}

} // namespace

Sentences::Sentences(const std::filesystem::path& words)
{
    for (const Language language : all_languages) {
        for (const auto& word : read_words(words, "find", language)) {
            sentences_[language].emplace(word.key(), std::string{word.value().as_string()});
        }
        page_words_.emplace(language, read_words(words, "public", language));
    }
}

std::string Sentences::say(Language language, std::string_view key,
                           std::initializer_list<Filling> fillings) const
{
    const auto& sentences = sentences_.at(language);
    const auto found = sentences.find(key);
    if (found == sentences.end()) { throw BrokenInvariant{"there is no sentence " + std::string{key}}; }
    std::string text = found->second;
    for (const Filling& filling : fillings) {
        const std::string hole = "{" + std::string{filling.name} + "}";
        if (const auto at = text.find(hole); at != std::string::npos) {
            text.replace(at, hole.size(), filling.text);
        }
    }
    return text;
}

std::string Sentences::day(Language language, Date date) const
{
    const YearMonthDay parts = parts_of(date);
    return say(language, "day",
               {{"day", std::to_string(parts.day)},
                {"month", say(language, fmt::format("month_{}", parts.month))},
                {"year", std::to_string(parts.year)}});
}

std::string Sentences::time(Language language, int minute) const
{
    const int hour = minute / 60;
    if (minute % 60 == 0) { return say(language, "hour", {{"hour", std::to_string(hour)}}); }
    return say(language, "hour_and_minute",
               {{"hour", std::to_string(hour)}, {"minute", fmt::format("{:02}", minute % 60)}});
}

std::string Sentences::weekday(Language language, int weekday) const
{
    return say(language, fmt::format("weekday_{}", weekday));
}

std::string Sentences::list(Language language, const std::vector<std::string>& words) const
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) { text += i + 1 == words.size() ? " " + say(language, "and") + " " : ", "; }
        text += words[i];
    }
    return text;
}

} // namespace samvei::directory
