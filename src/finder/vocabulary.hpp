#pragma once
// The words people use for what is difficult, as content/services/themes.json and kinds.json have them: plain
// data. `Words` (words.hpp) is its compiled form.

#include "finder/offer.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

/// Who asks: the young person, a parent, another relative, somebody at work, a friend.
enum class Asker { self, parent, relative, professional, a_friend };

/// Words or phrases by the code of their language: nb, nn, en, se.
using WordLists = std::map<std::string, std::vector<std::string>>;

/// What can be difficult.
struct Theme {
    std::string id;
    Texts name;
    Texts ask;         ///< As a child would say it: "Jeg får ikke sove".
    std::string group; ///< feelings, body, family, school, safety, everyday
    WordLists words;   ///< Single words; also found inside compounds.
    WordLists phrases; ///< 2..5 words in order; up to two others may stand between.
    bool operator==(const Theme&) const = default;
};

/// What sort of offer it is.
struct Kind {
    std::string id;
    Texts name;
    int line = 0; ///< 0 = own network and what all have, 3 = school nurse, 9 = specialist services.
    std::string source;
    bool operator==(const Kind&) const = default;
};

struct AskerPhrases {
    Asker asker = Asker::self;
    WordLists phrases;
    bool operator==(const AskerPhrases&) const = default;
};

struct Vocabulary {
    std::vector<Theme> themes;
    std::vector<Kind> kinds;
    std::vector<std::vector<std::string>> synonyms; ///< Words and short names that mean the same.
    std::vector<AskerPhrases> askers;
    WordLists urgent; ///< Phrases of somebody in danger: help lines come first.
    bool operator==(const Vocabulary&) const = default;

    const Theme* find_theme(std::string_view id) const; ///< Null when there is none.
    const Kind* find_kind(std::string_view id) const;
};

} // namespace samvei::finder
