#pragma once
// Finished sentences of the public pages: content/words/find.<language>.json, with {names} filled in.

#include "base/language.hpp"
#include "finder/opening.hpp"

#include <boost/json/object.hpp>

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace samvei::directory {

/// What stands in for {name} in a sentence.
struct Filling {
    std::string_view name;
    std::string text;
};

/// Thread-safe: const after it is read.
class Sentences {
public:
    /// `words`: the folder content/words. Throws StoreFailure when a file lacks.
    explicit Sentences(const std::filesystem::path& words);

    /// A key that is not there is a bug; tests say every key in every language.
    std::string say(Language language, std::string_view key,
                    std::initializer_list<Filling> fillings = {}) const;

    /// Words of the page itself (content/words/public.<language>.json), for its template.
    const boost::json::object& page_words(Language language) const { return page_words_.at(language); }

    /// "2. november 2026".
    std::string day(Language language, Date date) const;
    /// "kl. 8.30", "8:30".
    std::string time(Language language, int minute) const;
    /// "mandag".
    std::string weekday(Language language, int weekday) const;
    /// "a", "a og b", "a, b og c".
    std::string list(Language language, const std::vector<std::string>& words) const;

private:
    std::map<Language, std::map<std::string, std::string, std::less<>>> sentences_;
    std::map<Language, boost::json::object> page_words_;
};

} // namespace samvei::directory
