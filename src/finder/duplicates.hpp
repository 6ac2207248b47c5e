#pragma once
// Offers that may be one and the same, from different sources: a suspicion with its reasons, for a person to
// decide. Pure.

#include "finder/offer.hpp"

#include <span>
#include <string>
#include <vector>

namespace samvei::finder {

enum class Likeness { same_name, like_name, same_phone, same_address, same_web, same_organization };

/// An offer and where it comes from. Two of the same source are never suspected: it keeps them apart itself.
struct Candidate {
    const Offer* offer = nullptr;
    std::string source;
};

struct Suspicion {
    const Offer* left = nullptr; ///< The one that stands first among the candidates.
    const Offer* right = nullptr;
    std::vector<Likeness> because; ///< In the order of the enum.
    int points = 0;
    bool operator==(const Suspicion&) const = default;
};

/// Points: the same name 3, a name with at least half of its words in common 2, a phone number 2, an
/// address 2, a web page 2, an organization's number or name 1. Suspected from 4, when the names have at
/// least a word in common and the two are for the same place somewhere. The most suspected first, then in
/// the order of the candidates.
/// Source: product choice; "duplicates found across sources (name, phone, address, organisation number)".
std::vector<Suspicion> suspected_duplicates(std::span<const Candidate> candidates);

} // namespace samvei::finder
