// The start page and what was found.

#include "base/text.hpp"
#include "directory/offers.hpp"
#include "directory/public_pages.hpp"
#include "directory/unanswered.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace samvei::directory {

namespace json = boost::json;
using http::Request;
using http::Response;

namespace {

constexpr std::size_t hits_max = 12;
constexpr std::size_t hits_read = 40;
constexpr std::size_t choices_max = 12;
constexpr std::size_t instead_max = 2;
constexpr std::size_t text_max = 300;
constexpr std::size_t themes_first = 4;
constexpr std::array groups{"feelings", "body", "family", "school", "safety", "everyday"};
constexpr std::array themes_of_empty{"anxiety",         "sadness",  "sleep",
                                     "family_conflict", "bullying", "violence"};

struct Who {
    const char* id;
    finder::Asker asker;
};
constexpr std::array whos{Who{"self", finder::Asker::self}, Who{"parent", finder::Asker::parent},
                          Who{"professional", finder::Asker::professional},
                          Who{"friend", finder::Asker::relative}};

std::optional<int> find_age(std::string_view text)
{
    int age = 0;
    const auto [at, error] = std::from_chars(text.data(), text.data() + text.size(), age);
    constexpr int age_max = 120;
    if (error != std::errc{} || at != text.data() + text.size() || age < 0 || age > age_max) {
        return std::nullopt;
    }
    return age;
}

json::array themes_named(const std::vector<std::string>& ids, const Reading& reading)
{
    json::array array;
    for (const std::string& id : ids) {
        if (const finder::Theme* theme = reading.vocabulary.find_theme(id)) {
            array.push_back(json::object{{"id", id}, {"name", reading.in(theme->name)}});
        }
    }
    return array;
}

json::object theme_link(const finder::Theme& theme, const Reading& reading, const std::string& more)
{
    return {{"id", theme.id},
            {"ask", reading.in(theme.ask)},
            {"name", reading.in(theme.name)},
            {"href", reading.link("/find", "theme=" + theme.id + "&" + more)}};
}

json::array theme_groups(const Reading& reading, const std::string& more)
{
    json::array array;
    for (const char* group : groups) {
        json::array first;
        json::array rest;
        for (const finder::Theme& theme : reading.vocabulary.themes) {
            if (theme.group != group) { continue; }
            (first.size() < themes_first ? first : rest).push_back(theme_link(theme, reading, more));
        }
        const bool has_more = !rest.empty();
        array.push_back(json::object{{"id", group},
                                     {"name", reading.say(std::string{"group_"} + group)},
                                     {"themes", std::move(first)},
                                     {"has_more", has_more},
                                     {"more_themes", std::move(rest)}});
    }
    return array;
}

} // namespace

/// What somebody asks for.
struct PublicPages::Asked {
    std::string text;
    std::vector<std::string> themes;
    std::optional<finder::Asker> asker;
    std::string age_typed;
    std::string municipality_typed;
    std::vector<const finder::Municipality*> meant; ///< One: that is it. Several: a choice.

    Asked(const http::Pairs& pairs, const finder::Places& places)
    {
        std::string number;
        for (const auto& [name, value] : pairs) {
            if (name == "text") { text = first_letters(value, text_max); }
            if (name == "theme" && themes.size() < themes_max) { themes.push_back(value); }
            if (name == "who") { asker = asker_of(value); }
            if (name == "age") { age_typed = trimmed(first_letters(value, typed_max)); }
            if (name == "municipality") { municipality_typed = trimmed(first_letters(value, typed_max)); }
            if (name == "municipality_number") { number = value; }
        }
        meant = places.meant_by(number.empty() ? municipality_typed : number, choices_max);
        if (is_clear()) { municipality_typed = meant.front()->name; }
    }
    bool is_clear() const { return meant.size() == 1; }
    std::optional<int> age() const { return find_age(age_typed); }
    std::optional<std::string> municipality() const
    {
        return is_clear() ? std::optional{meant.front()->number} : std::nullopt;
    }
    static std::optional<finder::Asker> asker_of(std::string_view id)
    {
        const auto found = std::ranges::find_if(whos, [&](const Who& who) { return who.id == id; });
        return found == whos.end() ? std::nullopt : std::optional{found->asker};
    }
    /// Everything but the text, for a link; ends in "&" when it is not empty. What the text says of age and
    /// asker goes along, so that another language or size of text answers the same.
    std::string query(const std::vector<std::string>& found_themes,
                      const finder::Understood& understood = {}) const
    {
        std::string query;
        for (const std::string& theme : found_themes) { query += "theme=" + theme + "&"; }
        std::optional<finder::Asker> asking = asker ? asker : understood.asker;
        if (asking == finder::Asker::a_friend) { asking = finder::Asker::relative; }
        for (const Who& who : whos) {
            if (asking == who.asker) { query += std::string{"who="} + who.id + "&"; }
        }
        if (const auto years = age() ? age() : understood.age) {
            query += "age=" + std::to_string(*years) + "&";
        }
        if (is_clear()) { query += "municipality=" + meant.front()->number + "&"; }
        return query;
    }
    static constexpr std::size_t themes_max = 10;
    static constexpr std::size_t typed_max = 60;
};

namespace {

/// The search form, as it was filled in.
template <class Asked>
json::object form_of(const Asked& asked, const std::vector<std::string>& themes, const Reading& reading)
{
    json::array who;
    for (const Who& one : whos) {
        who.push_back(json::object{{"id", one.id},
                                   {"label", reading.say(std::string{"who_"} + one.id)},
                                   {"chosen", asked.asker == one.asker}});
    }
    json::value problem(false);
    if (!asked.is_clear() && !asked.municipality_typed.empty()) {
        json::array choices;
        for (const finder::Municipality* one : asked.meant) {
            const finder::County* county = reading.places.find_county(one->county);
            const std::string name = county ? one->name + " (" + county->name + ")" : one->name;
            choices.push_back(json::object{{"number", one->number}, {"name", name}});
        }
        problem = json::object{
            {"sentence", reading.say(asked.meant.empty() ? "municipality_none" : "municipality_many")},
            {"choices", std::move(choices)}};
    }
    json::array named = themes_named(themes, reading);
    const bool has_themes = !named.empty();
    const bool is_unknown = problem.is_object() && asked.meant.empty();
    return {{"open", is_unknown},
            {"text", asked.text},
            {"who", std::move(who)},
            {"age", asked.age_typed},
            {"municipality", asked.municipality_typed},
            {"has_themes", has_themes},
            {"themes", std::move(named)},
            {"municipality_problem", std::move(problem)}};
}

template <class Asked>
json::value understood_sentence(const Asked& asked, const std::vector<std::string>& themes,
                                std::optional<int> age, const Reading& reading)
{
    if (themes.empty() && !age && !asked.is_clear()) { return false; }
    std::vector<std::string> names;
    for (const std::string& id : themes) {
        if (const finder::Theme* theme = reading.vocabulary.find_theme(id)) {
            names.push_back(in_a_sentence(reading.in(theme->name)));
        }
    }
    std::string sentence =
        names.empty()
            ? reading.say("understood_all")
            : reading.say("understood_themes", {{"themes", reading.sentences.list(reading.language, names)}});
    if (age) { sentence += reading.say("understood_age", {{"age", std::to_string(*age)}}); }
    if (asked.is_clear()) {
        sentence += reading.say("understood_place", {{"place", asked.meant.front()->name}});
    }
    return json::value(sentence + ".");
}

json::object refused_card(const finder::Hit& hit, const std::vector<const finder::Offer*>& others,
                          const Reading& reading, Voice voice)
{
    json::array instead;
    for (const finder::Offer* other : others) {
        instead.push_back(
            json::object{{"name", reading.in(other->name)}, {"href", reading.link("/offers/" + other->id)}});
    }
    const json::value begin_here = instead.empty() ? json::value(false) : json::value(reading.say("instead"));
    return {{"name", reading.in(hit.offer->name)},
            {"href", reading.link("/offers/" + hit.offer->id)},
            {"reason_sentence", refusal_of(hit, reading, voice)},
            {"instead_sentence", begin_here},
            {"instead", std::move(instead)}};
}

} // namespace

Response PublicPages::start(const Request& request) const
{
    const auto index = current_index(app_);
    const Reading reading = reading_of(request, request.find_query("text") == "large");
    http::Pairs place;
    if (const auto number = request.find_query("municipality")) {
        place.emplace_back("municipality", std::string{*number});
    }
    const Asked asked{place, reading.places};
    const std::string more = asked.query({});
    json::object data = common(reading, *index, "/", more);
    data["page_title"] = reading.say("title_find");
    data["at_find"] = true;
    data["form"] = form_of(asked, {}, reading);
    data["theme_groups"] = theme_groups(reading, more);
    return page("start", reading, std::move(data));
}

Response PublicPages::find_by_link(const Request& request) const
{
    http::Pairs pairs = request.query;
    // In a link "text" is the size of the text; what somebody writes is never in a link.
    std::erase_if(pairs, [](const auto& pair) { return pair.first == "text"; });
    return found(request, Asked{pairs, app_.shelf.places()}, request.find_query("text") == "large");
}

Response PublicPages::find_by_form(const Request& request) const
{
    Response response =
        found(request, Asked{request.form, app_.shelf.places()}, request.find_form("text_size") == "large");
    // Else Back from an offer ends on the browser's page about sending the form again. Nobody between us and
    // the browser may keep it.
    response.headers.emplace_back("Cache-Control", "private, no-cache");
    return response;
}

namespace {

/// What the index answered, sorted into what fits and what does not.
struct Found {
    finder::Understood understood;
    std::vector<finder::Hit> hits;
    std::vector<const finder::Hit*> fitting;
    std::vector<const finder::Hit*> refused;   ///< Searched for by name, and not for this person.
    std::vector<const finder::Offer*> instead; ///< What fits, and helps with the same as the first of them.
    std::vector<std::string> themes;           ///< Chosen and understood.
    bool nothing = false;                      ///< Something was asked for, and nothing answers to it.
};

bool answers(const finder::Hit* hit)
{
    return !hit->themes.empty() || !hit->words.empty() || hit->by_name;
}

/// A place was named, it is not clear which, and this is for none of those that may be meant.
template <class Asked>
bool is_elsewhere(const finder::Offer& offer, const Asked& asked)
{
    if (asked.is_clear() || asked.municipality_typed.empty() || offer.areas.country) { return false; }
    return std::ranges::none_of(
        asked.meant, [&](const finder::Municipality* one) { return offer.areas.covers(one->number); });
}

/// Who needs somebody now is not sent to a closed door.
bool is_closed(const finder::Offer& offer, Instant now)
{
    const finder::Opening opening = finder::opening_at(offer.hours, now);
    return opening.stated && !opening.open;
}

std::vector<const finder::Offer*> instead_of(const finder::Offer& offer, const finder::SearchIndex& index,
                                             finder::Query query)
{
    query.themes = offer.themes;
    std::vector<const finder::Offer*> others;
    for (const finder::Hit& hit : index.find(query, finder::Understood{})) {
        const bool fits = hit.eligibility.verdict == finder::Verdict::yes && !hit.offer->urgent;
        if (fits && others.size() < instead_max) { others.push_back(hit.offer); }
    }
    return others;
}

template <class Asked>
Found search(const finder::SearchIndex& index, const Asked& asked, const Reading& reading)
{
    Found found;
    found.understood = index.understood(asked.text);
    const finder::Query query{.text = {},
                              .themes = asked.themes,
                              .age = asked.age() ? asked.age() : found.understood.age,
                              .municipality = asked.municipality(),
                              .asker = asked.asker ? asked.asker : found.understood.asker,
                              .profession = {},
                              .severity = {},
                              .today = reading.today(),
                              .limit = hits_read,
                              .only_fitting = true};
    found.hits = index.find(query, found.understood);
    for (const finder::Hit& hit : found.hits) {
        const bool refused = hit.eligibility.verdict == finder::Verdict::no;
        if (refused && hit.by_name) { found.refused.push_back(&hit); }
        if (refused || is_elsewhere(*hit.offer, asked)) { continue; }
        if (found.understood.urgent && !hit.by_name && is_closed(*hit.offer, reading.now)) { continue; }
        found.fitting.push_back(&hit);
    }
    if (!found.refused.empty()) { found.instead = instead_of(*found.refused.front()->offer, index, query); }
    found.themes = asked.themes;
    for (const finder::ThemeFound& theme : found.understood.themes) {
        if (std::ranges::find(found.themes, theme.id) == found.themes.end()) {
            found.themes.push_back(theme.id);
        }
    }
    const bool asks_nothing = found.themes.empty() && found.understood.terms.empty();
    found.nothing = !asks_nothing && std::ranges::none_of(found.fitting, answers);
    return found;
}

template <class Asked>
void add_answers(json::object& data, const Found& found, const Asked& asked, const Reading& reading)
{
    const Voice voice = voice_of(asked.asker.value_or(found.understood.asker.value_or(finder::Asker::self)));
    const std::optional<std::string> place = asked.is_clear() ? std::optional{asked.meant.front()->name}
                                                              : std::nullopt;
    json::array cards;
    for (const finder::Hit* hit : found.fitting) {
        if (!found.nothing && cards.size() < hits_max) {
            cards.push_back(card_of(*hit, reading, voice, place));
        }
    }
    json::array refusals;
    for (const finder::Hit* hit : found.refused) {
        refusals.push_back(refused_card(*hit, found.instead, reading, voice));
    }
    const bool empty = cards.empty() && refusals.empty();
    const std::string_view heading = cards.empty()       ? "found_none"
                                     : cards.size() == 1 ? "found_count_one"
                                                         : "found_count";
    data["result_heading"] = reading.say(heading, {{"count", std::to_string(cards.size())}});
    data["offers"] = std::move(cards);
    data["refused"] = std::move(refusals);
    data["empty"] = empty;
    json::array links;
    for (const char* id : themes_of_empty) {
        const finder::Theme* theme = reading.vocabulary.find_theme(id);
        if (empty && theme) { links.push_back(theme_link(*theme, reading, asked.query({}))); }
    }
    data["theme_links"] = std::move(links);
}

} // namespace

Response PublicPages::found(const Request& request, const Asked& asked, bool large) const
{
    const auto index = current_index(app_);
    const Reading reading = reading_of(request, large);
    const Found found = search(*index, asked, reading);
    // Whoever may be in danger is not counted.
    if (found.nothing && asked.is_clear() && !found.understood.urgent) {
        count_unanswered(app_, asked.meant.front()->number, asked.text);
    }
    json::object data = common(reading, *index, "/find", asked.query(found.themes, found.understood));
    data["page_title"] = reading.say("title_found");
    data["at_find"] = true;
    data["urgent"] = found.understood.urgent;
    data["understood_sentence"] =
        understood_sentence(asked, found.themes, asked.age() ? asked.age() : found.understood.age, reading);
    json::object form = form_of(asked, found.themes, reading);
    if (found.nothing) { form["open"] = true; }
    data["form"] = std::move(form);
    add_answers(data, found, asked, reading);
    return page("find", reading, std::move(data));
}

} // namespace samvei::directory
