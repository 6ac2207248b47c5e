#include "directory/page_words.hpp"

#include "finder/words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace samvei::directory {

namespace {

namespace json = boost::json;
using finder::Reason;
using finder::ReasonCode;

std::string of_voice(std::string_view key, Voice voice)
{
    return std::string{key} + (voice == Voice::you ? "_you" : "_other");
}

std::string ages_sentence(const Reason& reason, const Reading& reading, Voice voice)
{
    const int from = reason.from.value_or(0);
    const int to = reason.to.value_or(120);
    constexpr int everybody = 100;
    if (from == 0 && to >= everybody) { return {}; }
    const std::string_view key = to >= everybody ? "ages_from" : from == 0 ? "ages_to" : "ages_between";
    return reading.say(of_voice(key, voice), {{"from", std::to_string(from)}, {"to", std::to_string(to)}});
}

/// For whom it is, and that we would know if we knew the age.
std::string age_unknown_sentence(const Reason& reason, const Reading& reading)
{
    std::string ages = ages_sentence(reason, reading, Voice::other);
    if (!ages.empty()) { ages += ". "; }
    return ages + reading.say("age_unknown");
}

/// Names of those who may refer: a profession's word, or the kind of offer.
std::string referrers_named(const std::vector<std::string>& who, const Reading& reading)
{
    std::vector<std::string> names;
    bool others = who.empty();
    for (const std::string& one : who) {
        if (const finder::Kind* kind = reading.vocabulary.find_kind(one)) {
            names.push_back(in_a_sentence(reading.in(kind->name)));
        } else {
            others = true;
        }
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (others) { names.push_back(reading.say(names.empty() ? "referrer_other" : "referrer_others")); }
    return reading.sentences.list(reading.language, names);
}

/// What speaks for an offer; "" for what goes without saying.
std::string for_it(const Reason& reason, const Reading& reading, Voice voice,
                   const std::optional<std::string>& place_name)
{
    switch (reason.code) {
    case ReasonCode::age_fits: return ages_sentence(reason, reading, voice);
    case ReasonCode::everywhere: return reading.say("everywhere");
    case ReasonCode::here: return place_name ? reading.say("here", {{"place", *place_name}}) : std::string{};
    case ReasonCode::may_refer: return reading.say("may_refer");
    case ReasonCode::for_pregnant: return reading.say("for_pregnant");
    case ReasonCode::too_young:
    case ReasonCode::too_old:
    case ReasonCode::age_unknown:
    case ReasonCode::elsewhere:
    case ReasonCode::place_unknown:
    case ReasonCode::not_for_this_asker:
    case ReasonCode::child_makes_contact:
    case ReasonCode::with_child_or_parents:
    case ReasonCode::own_contact:
    case ReasonCode::adult_must_make_contact:
    case ReasonCode::parents_must_say_yes:
    case ReasonCode::no_referral_needed:
    case ReasonCode::referral_possible:
    case ReasonCode::referral_needed:
    case ReasonCode::not_valid_yet:
    case ReasonCode::no_longer_valid: return {};
    }
    return {};
}

/// What must be known or done first, or speaks against; "" for the others.
std::string against_it(const Reason& reason, const Reading& reading, Voice voice)
{
    const auto number = [](const std::optional<int>& value) { return std::to_string(value.value_or(0)); };
    switch (reason.code) {
    case ReasonCode::too_young:
        return reading.say(of_voice("too_young", voice), {{"from", number(reason.from)}});
    case ReasonCode::too_old: return reading.say(of_voice("too_old", voice), {{"to", number(reason.to)}});
    case ReasonCode::age_unknown: return age_unknown_sentence(reason, reading);
    case ReasonCode::elsewhere: return reading.say("elsewhere");
    case ReasonCode::place_unknown: return reading.say("place_unknown");
    case ReasonCode::not_for_this_asker: return reading.say(of_voice("not_for_this_asker", voice));
    case ReasonCode::child_makes_contact: return reading.say("child_makes_contact");
    case ReasonCode::with_child_or_parents: return reading.say("with_child_or_parents");
    case ReasonCode::adult_must_make_contact: return reading.say(of_voice("adult_must_make_contact", voice));
    case ReasonCode::parents_must_say_yes:
        return reading.say(of_voice("parents_must_say_yes", voice), {{"below", number(reason.to)}});
    case ReasonCode::referral_needed:
        return reading.say(of_voice("referral_needed", voice),
                           {{"who", referrers_named(reason.who, reading)}});
    case ReasonCode::not_valid_yet:
    case ReasonCode::no_longer_valid: {
        const std::string day = reason.on ? reading.sentences.day(reading.language, *reason.on) : "";
        return reading.say(reason.code == ReasonCode::not_valid_yet ? "not_valid_yet" : "no_longer_valid",
                           {{"day", day}});
    }
    case ReasonCode::age_fits:
    case ReasonCode::everywhere:
    case ReasonCode::here:
    case ReasonCode::for_pregnant:
    case ReasonCode::own_contact:
    case ReasonCode::no_referral_needed:
    case ReasonCode::referral_possible:
    case ReasonCode::may_refer: return {};
    }
    return {};
}

std::string first_against(const finder::Eligibility& eligibility, const Reading& reading, Voice voice)
{
    for (const Reason& reason : eligibility.reasons) {
        if (std::string sentence = against_it(reason, reading, voice); !sentence.empty()) { return sentence; }
    }
    return {};
}

std::string themes_named(const std::vector<std::string>& themes, const Reading& reading)
{
    std::vector<std::string> names;
    for (const std::string& id : themes) {
        if (const finder::Theme* theme = reading.vocabulary.find_theme(id)) {
            names.push_back(in_a_sentence(reading.in(theme->name)));
        }
    }
    return reading.sentences.list(reading.language, names);
}

/// When it opens, as one says it: today, tomorrow, a weekday, a day.
std::string opens_sentence(const finder::WallTime& next, const Reading& reading)
{
    const std::string time = reading.sentences.time(reading.language, next.minute);
    const int days = next.date.days - reading.today().days;
    constexpr int week = 7;
    if (days == 0) { return reading.say("closed_opens_today", {{"time", time}}); }
    if (days == 1) { return reading.say("closed_opens_tomorrow", {{"time", time}}); }
    const std::string day = days < week ? reading.sentences.weekday(reading.language, weekday_of(next.date))
                                        : reading.sentences.day(reading.language, next.date);
    return reading.say("closed_opens_on", {{"day", day}, {"time", time}});
}

/// What is said of waiting: days when they are known, and whether there is room when they are not, or there
/// is none.
std::string_view waiting_key(const finder::Waiting& waiting)
{
    const int days = waiting.days.value_or(0);
    switch (waiting.capacity) {
    case finder::Capacity::full: return days > 1 ? "waiting_full_days" : "waiting_full";
    case finder::Capacity::limited:
    case finder::Capacity::open: break;
    }
    if (waiting.days) { return days == 0 ? "waiting_none" : days == 1 ? "waiting_one_day" : "waiting_days"; }
    return waiting.capacity == finder::Capacity::open ? "waiting_open" : "waiting_limited";
}

std::string waiting_sentence(const finder::Offer& offer, const Reading& reading)
{
    if (!offer.waiting) { return {}; }
    return reading.say(waiting_key(*offer.waiting),
                       {{"days", std::to_string(offer.waiting->days.value_or(0))},
                        {"day", reading.sentences.day(reading.language, offer.waiting->measured_on)}});
}

std::string referral_sentence(const finder::Offer& offer, const Reading& reading, Voice voice)
{
    const std::string who = referrers_named(offer.way_in.referrers, reading);
    if (offer.way_in.referral == finder::Referral::required) {
        return reading.say("referral_required", {{"who", who}});
    }
    if (!offer.way_in.self && voice == Voice::you) { return reading.say("an_adult_makes_contact"); }
    return reading.say(of_voice("no_referral", voice));
}

std::string consent_sentence(const finder::Offer& offer, const Reading& reading, Voice voice)
{
    if (!offer.way_in.parents_consent_below) { return reading.say(of_voice("no_consent", voice)); }
    return reading.say(of_voice("consent_below", voice),
                       {{"below", std::to_string(*offer.way_in.parents_consent_below)}});
}

std::string only_digits(const std::string& number)
{
    std::string digits;
    for (const char c : number) {
        if ((c >= '0' && c <= '9') || c == '+') { digits += c; }
    }
    return digits;
}

/// "https://www.ung.no/chat" as people say it: "ung.no".
std::string host_in(const std::string& address)
{
    std::string host = address.substr(std::min(address.find("//") + 2, address.size()));
    host = host.substr(0, host.find('/'));
    return host.starts_with("www.") ? host.substr(4) : host;
}

json::object contact_of(const finder::Contact& contact, const Reading& reading)
{
    using finder::ContactKind;
    json::object object;
    for (const std::string_view kind : EnumWords<ContactKind>::words) { object[kind] = false; }
    const bool is_form = contact.kind == ContactKind::form;
    object[is_form ? "web" : word_of(contact.kind)] = true;
    std::string label = reading.in(contact.label);
    std::string href = contact.value;
    std::string shown = contact.value;
    switch (contact.kind) {
    case ContactKind::phone: href = "tel:" + only_digits(contact.value); break;
    case ContactKind::sms: href = "sms:" + only_digits(contact.value); break;
    case ContactKind::email: href = "mailto:" + contact.value; break;
    case ContactKind::visit: href.clear(); break;
    case ContactKind::chat:
    case ContactKind::web:
    case ContactKind::form: shown = host_in(contact.value); break;
    }
    const std::string key = "contact_" + std::string{word_of(contact.kind)};
    std::string detail = reading.in(contact.hours_note);
    if (contact.kind == ContactKind::visit) {
        detail = detail.empty() ? contact.value : contact.value + ". " + detail;
    }
    if (!label.empty() && contact.kind != ContactKind::visit) {
        detail = detail.empty() ? label : label + ". " + detail;
    }
    object["label"] = reading.say(key, {{"value", shown}});
    object["detail"] = text_or_false(detail);
    object["href"] = text_or_false(href);
    return object;
}

} // namespace

std::string Reading::keep() const
{
    return "lang=" + std::string{code_of(language)} + (large ? "&text=large" : "");
}

std::string Reading::link(const std::string& path, const std::string& query) const
{
    return path + "?" + query + keep();
}

std::string in_a_sentence(std::string name)
{
    if (name.size() > 1 && name[1] >= 'A' && name[1] <= 'Z') { return name; }
    for (const auto& [large, small] : {std::pair{"Æ", "æ"}, {"Ø", "ø"}, {"Å", "å"}}) {
        if (name.starts_with(large)) { return name.replace(0, std::string_view{large}.size(), small); }
    }
    if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') {
        name[0] = static_cast<char>(name[0] + ('a' - 'A'));
    }
    return name;
}

Voice voice_of(finder::Asker asker)
{
    return asker == finder::Asker::self ? Voice::you : Voice::other;
}

json::value text_or_false(const std::string& text)
{
    return text.empty() ? json::value(false) : json::value(text);
}

json::value text_language(const finder::Offer& offer, const Reading& reading)
{
    const std::string_view used = finder::language_used(offer.summary, reading.language);
    return used == code_of(reading.language) ? json::value(false) : json::value(std::string{used});
}

bool is_stale(const finder::Offer& offer, const Reading& reading)
{
    return reading.today().days - offer.checked.on.days > stale_days;
}

std::string checked_sentence(const finder::Offer& offer, const Reading& reading)
{
    return reading.say("checked", {{"day", reading.sentences.day(reading.language, offer.checked.on)},
                                   {"who", offer.checked.by}});
}

std::string opening_sentence(const finder::Offer& offer, const Reading& reading)
{
    const finder::Opening opening = finder::opening_at(offer.hours, reading.now);
    if (!opening.stated) { return {}; }
    if (opening.always) { return reading.say("open_always"); }
    if (opening.open) {
        if (!opening.until) { return reading.say("open_now"); }
        return reading.say("open_until",
                           {{"time", reading.sentences.time(reading.language, opening.until->minute)}});
    }
    return opening.opens_next ? opens_sentence(*opening.opens_next, reading) : reading.say("closed_now");
}

void add_facts(json::object& page, const finder::Offer& offer, const Reading& reading, Voice voice)
{
    const finder::Opening opening = finder::opening_at(offer.hours, reading.now);
    page["open_now"] = opening.stated && opening.open;
    page["opening_sentence"] = text_or_false(opening_sentence(offer, reading));
    page["cost_free"] = offer.free;
    page["cost_sentence"] = reading.say(offer.free ? "free" : "fee");
    page["referral_needed"] = offer.way_in.referral == finder::Referral::required || !offer.way_in.self;
    page["referral_sentence"] = referral_sentence(offer, reading, voice);
    page["consent_needed"] = offer.way_in.parents_consent_below.has_value();
    page["consent_sentence"] = text_or_false(consent_sentence(offer, reading, voice));
    page["anonymous"] = offer.anonymous;
    page["anonymous_sentence"] =
        reading.say(of_voice(offer.anonymous ? "anonymous" : "not_anonymous", voice));
    page["waiting_sentence"] = text_or_false(waiting_sentence(offer, reading));
    page["urgent_offer"] = offer.urgent;
    page["stale"] = is_stale(offer, reading);
    json::array contacts;
    for (const finder::Contact& contact : offer.contacts) {
        contacts.push_back(contact_of(contact, reading));
    }
    page["contacts"] = std::move(contacts);
    json::array steps;
    for (const finder::Texts& step : offer.next_steps) {
        steps.push_back(json::object{{"step", reading.in(step)}});
    }
    page["steps"] = std::move(steps);
}

json::object card_of(const finder::Hit& hit, const Reading& reading, Voice voice,
                     const std::optional<std::string>& place_name)
{
    const finder::Offer& offer = *hit.offer;
    json::object card{{"id", offer.id},
                      {"href", reading.link("/offers/" + offer.id)},
                      {"name", reading.in(offer.name)},
                      {"text_lang", text_language(offer, reading)},
                      {"organization", offer.organization},
                      {"summary", reading.in(offer.summary)}};
    const finder::Kind* kind = reading.vocabulary.find_kind(offer.kind);
    card["kind_name"] = kind ? reading.in(kind->name) : std::string{};
    json::array reasons;
    const auto add = [&](const std::string& sentence) {
        if (!sentence.empty()) { reasons.push_back(json::object{{"reason", sentence}}); }
    };
    if (!hit.themes.empty()) {
        add(reading.say("helps_with", {{"themes", themes_named(hit.themes, reading)}}));
    }
    for (const Reason& reason : hit.eligibility.reasons) { add(for_it(reason, reading, voice, place_name)); }
    card["has_reasons"] = !reasons.empty();
    card["reasons"] = std::move(reasons);
    const bool maybe = hit.eligibility.verdict != finder::Verdict::yes;
    card["maybe"] = maybe;
    card["maybe_sentence"] = maybe ? text_or_false(first_against(hit.eligibility, reading, voice))
                                   : json::value(false);
    add_facts(card, offer, reading, voice);
    return card;
}

std::string refusal_of(const finder::Hit& hit, const Reading& reading, Voice voice)
{
    return first_against(hit.eligibility, reading, voice);
}

} // namespace samvei::directory
