#pragma once
// What the public pages say of an offer, in finished sentences. Pure.

#include "directory/sentences.hpp"
#include "finder/opening.hpp"
#include "finder/places.hpp"
#include "finder/search_index.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace samvei::directory {

/// A page that is being written: in which language, with what size of text, for whom, and what time it is.
struct Reading {
    Language language = Language::nb;
    bool large = false;
    Instant now;
    const Sentences& sentences;
    const finder::Vocabulary& vocabulary;
    const finder::Places& places;

    Date today() const { return date_in_norway(now); }
    std::string say(std::string_view key, std::initializer_list<Filling> fillings = {}) const
    {
        return sentences.say(language, key, fillings);
    }
    /// "lang=nb", and "&text=large" when it is.
    std::string keep() const;
    /// `path` with what it asks for, in this language and size; `query` is "" or ends in "&".
    std::string link(const std::string& path, const std::string& query = "") const;
    const std::string& in(const finder::Texts& texts) const { return finder::text_in(texts, language); }
};

/// Checked so long ago that one is told to ask first, in days.
inline constexpr int stale_days = 365;

/// Whether "you" are the one it is about, or somebody asks for another.
enum class Voice { you, other };
Voice voice_of(finder::Asker asker);

/// The short facts and ways of contact that stand on every card and on the offer's own page.
void add_facts(boost::json::object& page, const finder::Offer& offer, const Reading& reading, Voice voice);

/// One found offer as a card: facts, and why it fits.
boost::json::object card_of(const finder::Hit& hit, const Reading& reading, Voice voice,
                            const std::optional<std::string>& place_name);

/// Why one that was searched for by name is not for this person, in one sentence.
std::string refusal_of(const finder::Hit& hit, const Reading& reading, Voice voice);

/// Everything about one offer.
boost::json::object page_of(const finder::Offer& offer, const finder::SearchIndex& index,
                            const Reading& reading);

/// "Sist kontrollert 22. november 2026 av Samvei".
std::string checked_sentence(const finder::Offer& offer, const Reading& reading);
bool is_stale(const finder::Offer& offer, const Reading& reading);
/// False in JSON when there is no text: an empty text counts as there in a template.
boost::json::value text_or_false(const std::string& text);
/// The language of the offer's texts when it is not the page's, for lang="".
boost::json::value text_language(const finder::Offer& offer, const Reading& reading);
std::string opening_sentence(const finder::Offer& offer, const Reading& reading);

/// "Søvn" inside a sentence is "søvn"; "ADHD" stays as it is.
std::string in_a_sentence(std::string name);

} // namespace samvei::directory
