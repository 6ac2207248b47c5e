#include "finder/duplicates.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace samvei::finder {

namespace {

constexpr int points_needed = 4;
/// What many share (a switchboard, a town hall) leads to no pairs by itself.
constexpr std::size_t shared_by_max = 60;

/// What two offers are compared by.
struct Features {
    std::set<std::string> names;              ///< Whole, folded.
    std::vector<std::set<std::string>> words; ///< Of each name.
    std::set<std::string> phones;             ///< Digits, without +47.
    std::set<std::string> addresses;
    std::set<std::string> pages;
    std::string organization;
    std::string organization_number;
};

std::string joined(const std::set<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) { text += word + ' '; }
    return text;
}

std::string digits_of(const std::string& text)
{
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9') { digits += c; }
    }
    constexpr std::size_t norwegian = 8;
    if (digits.size() > norwegian && digits.starts_with("00")) { digits.erase(0, 2); }
    if (digits.size() == norwegian + 2 && digits.starts_with("47")) { digits.erase(0, 2); }
    return digits;
}

/// Without scheme, www and what comes after a "#" or "?".
std::string page_of(std::string address)
{
    for (const std::string_view start : {"https://", "http://", "www."}) {
        if (address.starts_with(start)) { address.erase(0, start.size()); }
    }
    address.resize(std::min(address.find_first_of("?#"), address.size()));
    while (!address.empty() && address.back() == '/') { address.pop_back(); }
    return folded(address);
}

Features features_of(const Offer& offer)
{
    Features features;
    for (const auto& [language, name] : offer.name) {
        std::set<std::string> words;
        for (const TypedWord& word : words_in(name)) { words.insert(word.folded); }
        if (words.empty()) { continue; }
        features.names.insert(joined(words));
        features.words.push_back(std::move(words));
    }
    for (const Contact& contact : offer.contacts) {
        const bool is_number = contact.kind == ContactKind::phone || contact.kind == ContactKind::sms;
        if (is_number) { features.phones.insert(digits_of(contact.value)); }
        if (contact.kind == ContactKind::web) { features.pages.insert(page_of(contact.value)); }
    }
    for (const Place& place : offer.places) {
        if (!place.address.empty() && !place.postal_code.empty()) {
            features.addresses.insert(folded(place.address) + " " + place.postal_code);
        }
    }
    features.organization = folded(offer.organization);
    features.organization_number = offer.organization_number;
    return features;
}

bool share(const std::set<std::string>& left, const std::set<std::string>& right)
{
    return std::ranges::any_of(
        left, [&](const std::string& text) { return !text.empty() && right.contains(text); });
}

/// The greatest share of words that a name of each has in common: 0..1.
double likeness_of_names(const Features& left, const Features& right)
{
    double most = 0;
    for (const auto& one : left.words) {
        for (const auto& other : right.words) {
            std::size_t common = 0;
            for (const std::string& word : one) { common += other.count(word); }
            const std::size_t all = one.size() + other.size() - common;
            most = std::max(most, static_cast<double>(common) / static_cast<double>(all));
        }
    }
    return most;
}

bool meet(const Areas& left, const Areas& right)
{
    if (left.country || right.country) { return true; }
    const auto covered = [](const Areas& one, const Areas& other) {
        return std::ranges::any_of(one.municipalities,
                                   [&](const auto& number) { return other.covers(number); });
    };
    const auto same_county = [&](const std::string& county) {
        return std::ranges::find(right.counties, county) != right.counties.end();
    };
    return covered(left, right) || covered(right, left) || std::ranges::any_of(left.counties, same_county);
}

int points_of(Likeness likeness)
{
    switch (likeness) {
    case Likeness::same_name: return 3;
    case Likeness::like_name:
    case Likeness::same_phone:
    case Likeness::same_address:
    case Likeness::same_web: return 2;
    case Likeness::same_organization: return 1;
    }
    return 0;
}

Suspicion suspicion_of(const Candidate& left, const Features& left_features, const Candidate& right,
                       const Features& right_features)
{
    Suspicion suspicion{.left = left.offer, .right = right.offer, .because = {}, .points = 0};
    const double likeness = likeness_of_names(left_features, right_features);
    const bool same_name = share(left_features.names, right_features.names);
    if (likeness == 0 || !meet(left.offer->areas, right.offer->areas)) { return suspicion; }
    const auto add = [&](bool holds, Likeness because) {
        if (!holds) { return; }
        suspicion.because.push_back(because);
        suspicion.points += points_of(because);
    };
    add(same_name, Likeness::same_name);
    add(!same_name && likeness >= 0.5, Likeness::like_name);
    add(share(left_features.phones, right_features.phones), Likeness::same_phone);
    add(share(left_features.addresses, right_features.addresses), Likeness::same_address);
    add(share(left_features.pages, right_features.pages), Likeness::same_web);
    const bool same_number = !left_features.organization_number.empty() &&
                             left_features.organization_number == right_features.organization_number;
    const bool same_organization = !left_features.organization.empty() &&
                                   left_features.organization == right_features.organization;
    add(same_number || same_organization, Likeness::same_organization);
    return suspicion;
}

/// Pairs that have anything in common that can lead to a suspicion.
std::set<std::pair<std::size_t, std::size_t>> pairs_to_compare(const std::vector<Features>& features)
{
    std::map<std::string, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < features.size(); ++i) {
        for (const std::string& name : features[i].names) { holders["name " + name].push_back(i); }
        for (const std::string& phone : features[i].phones) { holders["phone " + phone].push_back(i); }
        for (const std::string& at : features[i].addresses) { holders["address " + at].push_back(i); }
        for (const std::string& page : features[i].pages) { holders["page " + page].push_back(i); }
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [what, indexes] : holders) {
        if (indexes.size() > shared_by_max) { continue; }
        for (std::size_t i = 0; i < indexes.size(); ++i) {
            for (std::size_t j = i + 1; j < indexes.size(); ++j) {
                if (indexes[i] != indexes[j]) { pairs.emplace(indexes[i], indexes[j]); }
            }
        }
    }
    return pairs;
}

} // namespace

std::vector<Suspicion> suspected_duplicates(std::span<const Candidate> candidates)
{
    std::vector<Features> features;
    features.reserve(candidates.size());
    for (const Candidate& candidate : candidates) { features.push_back(features_of(*candidate.offer)); }
    std::vector<Suspicion> suspicions;
    for (const auto& [left, right] : pairs_to_compare(features)) {
        if (candidates[left].source == candidates[right].source) { continue; }
        Suspicion suspicion =
            suspicion_of(candidates[left], features[left], candidates[right], features[right]);
        if (suspicion.points >= points_needed) { suspicions.push_back(std::move(suspicion)); }
    }
    std::ranges::stable_sort(
        suspicions, [](const Suspicion& left, const Suspicion& right) { return left.points > right.points; });
    return suspicions;
}

} // namespace samvei::finder
