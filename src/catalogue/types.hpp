#pragma once
// What a municipality has of pathways beside the national ones.

#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace samvei::catalogue {

/// A pathway as text, like pathway.json and scenarios.json of content/pathways.
struct Texts {
    std::string definition;
    std::string scenarios;
    bool operator==(const Texts&) const = default;
};

/// A version that the municipality has published; its texts never change.
struct OwnVersion {
    std::string pathway; ///< "bti.own"
    int version = 1;
    int based_on = 1; ///< Version of the national pathway.
    std::string note; ///< What is new, for colleagues.
    Instant published_at;
    std::string published_by; ///< Name, as it was then.
    bool retired = false;     ///< No child begins on it.
};

/// A draft, without its texts.
struct DraftMark {
    std::string pathway;      ///< The national one: "bti"
    std::int64_t version = 1; ///< Of the edit; never given twice, not in a later draft either.
    int based_on = 1;         ///< Version of the national pathway.
    Instant changed_at;
    std::string changed_by; ///< Name, as it was then.
};

/// What overseers work on. Any text, sound or not.
struct Draft {
    DraftMark mark;
    Texts texts;
};

} // namespace samvei::catalogue
