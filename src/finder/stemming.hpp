#pragma once
// The part of a word that its endings leave alone, so that søvn, søvnen and søvnens meet, and nynorsk's
// endings meet bokmål's. The only file beside its .cpp that knows a stemmer; libstemmer is named in the .cpp
// alone.

#include <memory>
#include <string>
#include <string_view>

namespace samvei::finder {

/// Whose endings are taken off. Sámi and others keep theirs: words are found as they stand in the vocabulary.
enum class Endings { norwegian, english, none };

/// Of the language with this code.
Endings endings_of(std::string_view language_code);

/// Takes endings off folded words (base/text.hpp). Not thread-safe: `stem_of` has one for each thread.
class Stemmer {
public:
    Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;
    ~Stemmer();

    /// Never empty for a word that is not. A stem meets those of the same endings only: an English one ends
    /// with ~, a whole word (`none`) begins with it. Beyond Snowball's Norwegian: bruker, brukeren, brukere,
    /// brukerne, brukar, brukarar and brukarane meet, and so do mobber and mobbing, utreder and utredning.
    std::string stem(std::string_view folded_word, Endings endings);

private:
    struct Machines;
    std::unique_ptr<Machines> machines_;
};

/// The same, on this thread's stemmer.
std::string stem_of(std::string_view folded_word, Endings endings);

} // namespace samvei::finder
