#pragma once
// The words of this room's enums, as content, the API and stored texts write them.

#include "base/words.hpp"
#include "finder/eligibility.hpp"
#include "finder/offer.hpp"
#include "finder/vocabulary.hpp"

#include <array>
#include <string_view>
#include <vector>

// clang-format off
namespace samvei {

template <> struct EnumWords<finder::Provider> {
    static constexpr std::array<std::string_view, 5> words{
        "municipality", "county", "state", "health_trust", "voluntary"}; };
template <> struct EnumWords<finder::Audience> {
    static constexpr std::array<std::string_view, 4> words{"child", "parent", "pregnant", "professional"}; };
template <> struct EnumWords<finder::Severity> {
    static constexpr std::array<std::string_view, 5> words{
        "universal", "mild", "moderate", "severe", "complex"}; };
template <> struct EnumWords<finder::Way> {
    static constexpr std::array<std::string_view, 8> words{
        "drop_in", "appointment", "phone", "chat", "digital", "home_visit", "outreach", "group"}; };
template <> struct EnumWords<finder::Referral> {
    static constexpr std::array<std::string_view, 3> words{"none", "possible", "required"}; };
template <> struct EnumWords<finder::Capacity> {
    static constexpr std::array<std::string_view, 3> words{"open", "limited", "full"}; };
template <> struct EnumWords<finder::ContactKind> {
    static constexpr std::array<std::string_view, 7> words{
        "phone", "sms", "chat", "web", "form", "email", "visit"}; };
template <> struct EnumWords<finder::Evidence> {
    static constexpr std::array<std::string_view, 3> words{"verified", "known", "uncertain"}; };
template <> struct EnumWords<finder::Asker> {
    static constexpr std::array<std::string_view, 5> words{
        "self", "parent", "relative", "professional", "friend"}; };
template <> struct EnumWords<finder::Verdict> {
    static constexpr std::array<std::string_view, 3> words{"yes", "maybe", "no"}; };
template <> struct EnumWords<finder::ReasonCode> {
    static constexpr std::array<std::string_view, 21> words{
        "age_fits", "too_young", "too_old", "age_unknown",
        "everywhere", "here", "elsewhere", "place_unknown",
        "not_for_this_asker", "child_makes_contact", "with_child_or_parents", "for_pregnant",
        "own_contact", "adult_must_make_contact", "parents_must_say_yes",
        "no_referral_needed", "referral_possible", "referral_needed", "may_refer",
        "not_valid_yet", "no_longer_valid"}; };

} // namespace samvei
// clang-format on

namespace samvei::finder {

/// Every word of an enum, in its order.
template <class Enum>
std::vector<std::string_view> all_words()
{
    return {EnumWords<Enum>::words.begin(), EnumWords<Enum>::words.end()};
}

/// Of `WeeklyHours::weekday`: the first is 1, Monday.
inline constexpr std::array<std::string_view, 7> weekday_words{"mon", "tue", "wed", "thu",
                                                               "fri", "sat", "sun"};

} // namespace samvei::finder
