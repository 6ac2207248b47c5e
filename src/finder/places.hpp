#pragma once
// Municipalities and counties by number and by name, in every language that they have one. Pure.

#include "finder/offer.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace samvei::finder {

struct Municipality {
    std::string number; ///< Four digits.
    std::string name;
    Texts names;        ///< Sámi and Kven names by language.
    std::string county; ///< Two digits; "" for a demonstration's.
    bool operator==(const Municipality&) const = default;
};

struct County {
    std::string number; ///< Two digits.
    std::string name;
    bool operator==(const County&) const = default;
};

struct Places {
    std::vector<County> counties;
    std::vector<Municipality> municipalities;

    const Municipality* find(std::string_view number) const;
    const County* find_county(std::string_view number) const;
    /// What somebody may mean by what they typed: a number, a whole name in any language, or else those whose
    /// name begins so, at most `limit`; without regard to case and Sámi marks. Empty when nothing does.
    std::vector<const Municipality*> meant_by(std::string_view typed, std::size_t limit) const;
};

} // namespace samvei::finder
