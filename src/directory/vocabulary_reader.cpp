#include "directory/vocabulary_reader.hpp"

#include "http/json_reader.hpp"
#include "http/shape.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>

namespace samvei::directory {

namespace {

using namespace http;
using Object = boost::json::object;

const Shape word_lists{"WordLists",
                       "Words or phrases by language.",
                       {optional(texts("nb", 0, 400, "Bokmål.")), optional(texts("nn", 0, 400, "Nynorsk.")),
                        optional(texts("en", 0, 400, "English.")),
                        optional(texts("se", 0, 400, "Northern Sámi."))}};

const Shape theme{"ContentTheme",
                  "What can be difficult.",
                  {text("id", 2, 60, "Its id."), text_map("name", 120, "By language."),
                   text_map("ask", 200, "As a child would say it."),
                   text("group", 2, 40, "Where it is shown."), object("words", word_lists, "Single words."),
                   optional(object("phrases", word_lists, "Words in order."))}};

const Shape asker{"ContentAsker",
                  "How somebody tells who they are.",
                  {choice("id", {"self", "parent", "relative", "professional", "friend"}, "Who."),
                   object("phrases", word_lists, "What they say.")}};

const Shape synonyms{"ContentSynonyms", "Words that mean the same.", {texts("words", 2, 60, "Equal words.")}};

const Shape themes_file{"ContentThemes",
                        "content/services/themes.json",
                        {objects("themes", theme, 1, 200, "All themes."),
                         objects("synonyms", synonyms, 0, 1'000, "Groups of equal words."),
                         objects("askers", asker, 0, 5, "Who asks."),
                         object("urgent", word_lists, "What somebody in danger says.")}};

const Shape kind{"ContentKind",
                 "What sort of offer it is.",
                 {text("id", 2, 60, "Its id."), text_map("name", 120, "By language."),
                  integer("line", 0, 9, "From low threshold to specialist."),
                  optional(text("source", 1, 500, "Where this is written."))}};

const Shape kinds_file{
    "ContentKinds", "content/services/kinds.json", {objects("kinds", kind, 1, 200, "All kinds.")}};

const Shape county{
    "ContentCounty", "A county.", {text("number", 2, 2, "Two digits."), text("name", 1, 100, "Name.")}};

const Shape municipality{"ContentMunicipality",
                         "A municipality.",
                         {text("number", 4, 4, "Four digits."), text("name", 1, 100, "Name."),
                          optional(text_map("names", 100, "Sámi and Kven names.")),
                          text("county", 2, 2, "Two digits.")}};

const Shape places_file{"ContentPlaces",
                        "content/places/municipalities.json",
                        {optional(text("credit", 1, 500, "Where it is from.")),
                         objects("counties", county, 1, 40, "All counties."),
                         objects("municipalities", municipality, 1, 600, "All municipalities.")}};

constexpr std::array languages{"nb", "nn", "en", "se"};

finder::Texts texts_of(const Object& object, std::string_view name)
{
    finder::Texts texts;
    for (auto& [language, text] : text_map_in(object, name)) { texts.emplace(language, std::move(text)); }
    return texts;
}

finder::WordLists lists_from(const Object& object)
{
    finder::WordLists lists;
    for (const char* language : languages) {
        if (auto words = texts_in(object, language); !words.empty()) { lists[language] = std::move(words); }
    }
    return lists;
}

finder::WordLists lists_in(const Object& object, std::string_view name)
{
    const Object* lists = find_object_in(object, name);
    return lists ? lists_from(*lists) : finder::WordLists{};
}

finder::Asker asker_from(const std::string& id)
{
    constexpr std::array ids{"self", "parent", "relative", "professional", "friend"};
    const auto at = std::find(ids.begin(), ids.end(), id);
    check(at != ids.end(), "a decoded asker is one of five");
    return static_cast<finder::Asker>(at - ids.begin());
}

finder::Theme theme_from(const Object& object)
{
    return {.id = text_in(object, "id"),
            .name = texts_of(object, "name"),
            .ask = texts_of(object, "ask"),
            .group = text_in(object, "group"),
            .words = lists_in(object, "words"),
            .phrases = lists_in(object, "phrases")};
}

finder::Kind kind_from(const Object& object)
{
    return {.id = text_in(object, "id"),
            .name = texts_of(object, "name"),
            .line = static_cast<int>(integer_in(object, "line")),
            .source = find_text_in(object, "source").value_or("")};
}

/// In the file a group of synonyms is a plain list; shapes have objects in lists.
void name_the_lists(Object& file)
{
    boost::json::value* groups = file.if_contains("synonyms");
    if (groups == nullptr || !groups->is_array()) { return; }
    for (boost::json::value& group : groups->get_array()) {
        if (group.is_array()) { group = Object{{"words", std::move(group.get_array())}}; }
    }
}

Result<Object> read_file(const Shape& shape, std::string_view text)
{
    std::optional<boost::json::value> value = read_json(text);
    if (!value || !value->is_object()) { return Error{ErrorCode::bad_json, "not a JSON object"}; }
    Object& object = value->get_object();
    name_the_lists(object);
    std::vector<FieldFault> faults = faults_of(shape, object);
    if (!faults.empty()) { return Error{std::move(faults)}; }
    return std::move(object);
}

} // namespace

Result<finder::Vocabulary> read_vocabulary(std::string_view themes_json, std::string_view kinds_json)
{
    TRY_LET(themes, read_file(themes_file, themes_json));
    TRY_LET(kinds, read_file(kinds_file, kinds_json));
    finder::Vocabulary vocabulary;
    for (const Object* one : objects_in(themes, "themes")) { vocabulary.themes.push_back(theme_from(*one)); }
    for (const Object* one : objects_in(themes, "synonyms")) {
        vocabulary.synonyms.push_back(texts_in(*one, "words"));
    }
    for (const Object* one : objects_in(themes, "askers")) {
        vocabulary.askers.push_back({asker_from(text_in(*one, "id")), lists_in(*one, "phrases")});
    }
    vocabulary.urgent = lists_in(themes, "urgent");
    for (const Object* one : objects_in(kinds, "kinds")) { vocabulary.kinds.push_back(kind_from(*one)); }
    return vocabulary;
}

Result<finder::Places> read_places(std::string_view municipalities_json)
{
    TRY_LET(file, read_file(places_file, municipalities_json));
    finder::Places places;
    for (const Object* one : objects_in(file, "counties")) {
        places.counties.push_back({text_in(*one, "number"), text_in(*one, "name")});
    }
    for (const Object* one : objects_in(file, "municipalities")) {
        places.municipalities.push_back({.number = text_in(*one, "number"),
                                         .name = text_in(*one, "name"),
                                         .names = texts_of(*one, "names"),
                                         .county = text_in(*one, "county")});
    }
    return places;
}

} // namespace samvei::directory
