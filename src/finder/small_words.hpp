#pragma once
// The closed classes of words: those that say nothing of what is difficult, and the forms of them that mean
// the same in bokmål, nynorsk and the dialects people type.

#include <string_view>

namespace samvei::finder {

/// Pronouns, prepositions, conjunctions and auxiliaries of bokmål, nynorsk and English. They count inside
/// phrases only.
bool is_small_word(std::string_view folded_word);

/// The form that the others are read as: ikkje and itj are ikke, eg and æ are jeg; any other word is itself.
std::string_view usual_form_of(std::string_view folded_word);

} // namespace samvei::finder
