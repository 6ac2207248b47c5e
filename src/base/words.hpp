#pragma once
// Words for enumerators, said once: stored in databases, sent as JSON, shown in logs.

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace samvei {

/// Specialise with `static constexpr std::array words{...}` of string_view, in the order of the enum.
template <class Enum>
struct EnumWords;

template <class Enum>
constexpr std::string_view word_of(Enum value)
{
    return EnumWords<Enum>::words[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> find_word(std::string_view word)
{
    for (std::size_t i = 0; i < EnumWords<Enum>::words.size(); ++i) {
        if (EnumWords<Enum>::words[i] == word) { return static_cast<Enum>(i); }
    }
    return std::nullopt;
}

} // namespace samvei
