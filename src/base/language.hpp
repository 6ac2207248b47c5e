#pragma once
// The languages Samvei speaks. Every sentence a person can meet exists in all of them.

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace samvei {

/// Bokmål, nynorsk, English (BCP 47: nb, nn, en).
enum class Language { nb, nn, en };

inline constexpr std::array all_languages{Language::nb, Language::nn, Language::en};

/// "nb", "nn" or "en".
std::string_view code_of(Language language);

/// The language with this code, exactly as `code_of` writes it; "no" counts as bokmål.
std::optional<Language> find_language(std::string_view code);

/// The first language of an Accept-Language header that we speak; bokmål when none is.
/// Weights (q=) are honoured; anything malformed is skipped. Source: RFC 9110 §12.5.4.
Language preferred_language(std::string_view accept_language);

/// One sentence in every language.
struct Sentence {
    std::string nb;
    std::string nn;
    std::string en;

    const std::string& in(Language language) const
    {
        switch (language) {
        case Language::nb: return nb;
        case Language::nn: return nn;
        case Language::en: return en;
        }
        return nb;
    }
    bool operator==(const Sentence&) const = default;
};

} // namespace samvei
