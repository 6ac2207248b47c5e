#include "finder/lexicon.hpp"

#include "base/text.hpp"
#include "finder/small_words.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace samvei::finder {

namespace {

constexpr std::size_t part_letters_min = 4;
constexpr std::size_t theme_part_letters_min = 3; ///< rus, sex, mat
constexpr std::size_t compound_letters_min = 7;
constexpr std::size_t compound_parts_max = 4;

float weight_of(const Entry& entry)
{
    if (entry.stems.size() < 2) { return 1; }
    return 1.4F + 0.2F * static_cast<float>(entry.stems.size() - 2);
}

} // namespace

Lexicon::Lexicon(const Vocabulary& vocabulary, std::span<const Offer> offers)
{
    add_vocabulary(vocabulary);
    for (const Offer& offer : offers) { add_offer(offer); }
    spelling_.finish();
    order_entries();
    finish_forms();
}

StemId Lexicon::add_stem(std::string_view stem)
{
    const auto found = stems_.find(stem);
    if (found != stems_.end()) { return found->second; }
    const auto id = static_cast<StemId>(stems_.size());
    stems_.emplace(stem, id);
    return id;
}

StemId Lexicon::add_word(std::string_view folded_word, Use use, Endings endings)
{
    auto found = forms_.find(folded_word);
    if (found == forms_.end()) { found = forms_.emplace(folded_word, Form{}).first; }
    Stems& stems = found->second.stems;
    StemId& stem = endings == Endings::english ? stems.english
                   : endings == Endings::none  ? stems.whole
                                               : stems.norwegian;
    if (stem == no_stem) { stem = add_stem(stem_of(usual_form_of(folded_word), endings)); }
    if (use == Use::text) { return stem; }

    spelling_.add(folded_word, use == Use::word ? Spelling::Slips::also_short : Spelling::Slips::long_words);
    if (!is_small_word(folded_word) && length_of(folded_word) >= part_letters_min) {
        parts_.emplace(folded_word, stem);
        std::string text = stem_of(folded_word, Endings::norwegian);
        if (endings == Endings::norwegian && length_of(text) >= part_letters_min) {
            parts_.emplace(std::move(text), stem);
        }
    }
    return stem;
}

/// A word met in one language may be a form of a word of another; and compounds are read once.
void Lexicon::finish_forms()
{
    for (auto& [word, form] : forms_) {
        const Stems others = known_stems_of(word);
        if (form.stems.norwegian == no_stem) { form.stems.norwegian = others.norwegian; }
        if (form.stems.english == no_stem) { form.stems.english = others.english; }
    }
    for (auto& [word, form] : forms_) { form.parts = split_into_parts(word); }
}

void Lexicon::add_words(std::string_view text, Use use, Endings endings)
{
    for (const TypedWord& word : words_in(text)) { add_word(word.folded, use, endings); }
}

void Lexicon::add_entry(Entry::Kind kind, std::uint32_t of, std::string_view phrase, Endings endings)
{
    const std::vector<TypedWord> words = words_in(phrase);
    Entry entry{kind, of, {}, 1};
    const Use use = words.size() == 1 ? Use::word : Use::name;
    for (const TypedWord& word : words) { entry.stems.push_back(add_word(word.folded, use, endings)); }
    if (entry.stems.empty()) { return; }
    entry.weight = weight_of(entry);
    const bool theme_word = kind == Entry::Kind::theme && words.size() == 1;
    if (theme_word && length_of(words.front().folded) >= theme_part_letters_min) {
        parts_.emplace(words.front().folded, entry.stems.front());
        theme_words_.emplace(words.front().folded, entry.stems.front());
        theme_words_.emplace(stem_of(words.front().folded, endings), entry.stems.front());
    }
    entries_.push_back(std::move(entry));
}

void Lexicon::add_lists(Entry::Kind kind, std::uint32_t of, const WordLists& lists)
{
    for (const auto& [language, phrases] : lists) {
        for (const std::string& phrase : phrases) { add_entry(kind, of, phrase, endings_of(language)); }
    }
}

/// Synonyms have no language: each is read with Norwegian and with English endings. They share a stem of
/// their own, which both what is asked and what is found get, so that none of them is worth more than
/// another.
void Lexicon::add_synonyms(const std::vector<std::string>& group)
{
    if (group.empty()) { return; }
    const StemId shared = add_stem("=" + group.front());
    for (const std::string& name : group) {
        add_entry(Entry::Kind::synonyms, shared, name, Endings::norwegian);
        add_entry(Entry::Kind::synonyms, shared, name, Endings::english);
    }
}

void Lexicon::add_vocabulary(const Vocabulary& vocabulary)
{
    for (const Theme& theme : vocabulary.themes) {
        const auto place = static_cast<std::uint32_t>(themes_.size());
        themes_.push_back(theme.id);
        add_lists(Entry::Kind::theme, place, theme.words);
        add_lists(Entry::Kind::theme, place, theme.phrases);
        for (const auto& [language, name] : theme.name) { add_words(name, Use::name, endings_of(language)); }
    }
    for (const Kind& kind : vocabulary.kinds) {
        for (const auto& [language, name] : kind.name) { add_words(name, Use::name, endings_of(language)); }
    }
    for (const auto& group : vocabulary.synonyms) { add_synonyms(group); }
    for (const AskerPhrases& one : vocabulary.askers) {
        add_lists(Entry::Kind::asker, static_cast<std::uint32_t>(one.asker), one.phrases);
    }
    add_lists(Entry::Kind::urgent, 0, vocabulary.urgent);
}

void Lexicon::add_offer(const Offer& offer)
{
    for (const auto& [language, name] : offer.name) { add_words(name, Use::name, endings_of(language)); }
    for (const std::string& name : offer.other_names) { add_words(name, Use::name, Endings::norwegian); }
    add_words(offer.unit, Use::name, Endings::norwegian);
    add_words(offer.organization, Use::name, Endings::norwegian);
    for (const auto& [language, text] : offer.summary) { add_words(text, Use::text, endings_of(language)); }
    for (const auto& [language, text] : offer.description) {
        add_words(text, Use::text, endings_of(language));
    }
}

void Lexicon::order_entries()
{
    const auto key = [](const Entry& one) { return std::tie(one.stems, one.kind, one.of); };
    std::ranges::sort(entries_,
                      [&](const Entry& left, const Entry& right) { return key(left) < key(right); });
    const auto same = [&](const Entry& left, const Entry& right) { return key(left) == key(right); };
    entries_.erase(std::unique(entries_.begin(), entries_.end(), same), entries_.end());

    std::map<std::vector<StemId>, float> themes_of; // What says several things says each of them less.
    for (const Entry& entry : entries_) {
        themes_of[entry.stems] += entry.kind == Entry::Kind::theme ? 1.0F : 0;
    }
    entries_of_.assign(stems_.size(), {0, 0});
    for (std::uint32_t place = 0; place < entries_.size(); ++place) {
        Entry& entry = entries_[place];
        if (entry.kind == Entry::Kind::theme) { entry.weight /= std::sqrt(themes_of[entry.stems]); }
        auto& [begin, end] = entries_of_[entry.stems.front()];
        if (end == 0) { begin = place; }
        end = place + 1;
    }
}

Stems Lexicon::known_stems_of(std::string_view folded_word) const
{
    const std::string_view usual = usual_form_of(folded_word);
    const auto find = [&](Endings endings) {
        const auto found = stems_.find(stem_of(usual, endings));
        return found == stems_.end() ? no_stem : found->second;
    };
    return {find(Endings::norwegian), find(Endings::english), no_stem};
}

Stems Lexicon::stems_of(std::string_view folded_word) const
{
    const auto form = forms_.find(folded_word);
    return form != forms_.end() ? form->second.stems : known_stems_of(folded_word);
}

bool Lexicon::knows(std::string_view folded_word) const
{
    return forms_.contains(folded_word) || is_small_word(folded_word) || known_stems_of(folded_word).any();
}

std::span<const Entry> Lexicon::entries_from(StemId first) const
{
    if (first >= entries_of_.size()) { return {}; }
    const auto& [begin, end] = entries_of_[first];
    return std::span{entries_}.subspan(begin, end - begin);
}

StemId Lexicon::last_part(std::string_view word) const
{
    const auto part = parts_.find(word);
    if (part != parts_.end()) { return part->second; }
    if (length_of(word) < part_letters_min || is_small_word(word)) { return no_stem; }
    const auto form = forms_.find(word);
    if (form != forms_.end()) { return form->second.stems.norwegian; }
    const auto stem = parts_.find(stem_of(word, Endings::norwegian));
    return stem == parts_.end() ? no_stem : stem->second;
}

/// The first way to read `rest` as parts joined by nothing, s or e, with the longest first part.
bool Lexicon::split(std::string_view rest, std::size_t parts_left, std::vector<StemId>& parts) const
{
    if (parts_left == 1) {
        const StemId last = last_part(rest);
        if (last != no_stem) { parts.push_back(last); }
        return last != no_stem;
    }
    for (std::size_t end = rest.size() - 1; end >= theme_part_letters_min; --end) {
        const auto part = parts_.find(rest.substr(0, end));
        if (part == parts_.end()) { continue; }
        for (const std::string_view joint : {"", "s", "e"}) {
            const std::string_view next = rest.substr(end);
            if (!next.starts_with(joint) || next.size() - joint.size() < theme_part_letters_min) { continue; }
            parts.push_back(part->second);
            if (split(next.substr(joint.size()), parts_left - 1, parts)) { return true; }
            parts.pop_back();
        }
    }
    return false;
}

std::vector<StemId> Lexicon::split_into_parts(std::string_view folded_word) const
{
    constexpr std::size_t bytes_max = 64; // Longer ones are no words.
    std::vector<StemId> parts;
    if (length_of(folded_word) < compound_letters_min || folded_word.size() > bytes_max) { return parts; }
    for (std::size_t count = 2; count <= compound_parts_max; ++count) {
        if (split(folded_word, count, parts)) { break; }
    }
    return parts;
}

std::vector<StemId> Lexicon::parts_of(std::string_view folded_word) const
{
    const auto form = forms_.find(folded_word);
    return form != forms_.end() ? form->second.parts : split_into_parts(folded_word);
}

std::vector<StemId> Lexicon::theme_part_of(std::string_view folded_word) const
{
    constexpr std::size_t rest_bytes_min = 3;
    if (folded_word.size() < part_letters_min + rest_bytes_min) { return {}; }
    for (std::size_t size = folded_word.size() - rest_bytes_min; size >= part_letters_min; --size) {
        const std::string_view begin = folded_word.substr(0, size);
        const std::string_view end = folded_word.substr(folded_word.size() - size);
        for (const std::string_view side : {begin, end}) {
            const auto found = theme_words_.find(side);
            if (found != theme_words_.end() && length_of(side) >= part_letters_min) {
                return {found->second};
            }
        }
    }
    return {};
}

} // namespace samvei::finder
