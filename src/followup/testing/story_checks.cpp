// What must hold after every attempt of a story.

#include "followup/testing/story.hpp"

#include "followup/json.hpp"
#include "followup/view.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <stdexcept>

namespace samvei::followup::testing {

namespace {

bool says(const std::string& text, const std::string& mark)
{
    return text.find(mark) != std::string::npos;
}

bool is_place_of(const StoredFollowUp& stored, const MemberId& member, const Caller& caller)
{
    const StoredFollowUp::Place* const place = stored.find_place(member);
    return place && !place->left && place->account == caller.account && place->unit == caller.unit;
}

std::string text_of_breaks(const std::set<Break>& breaks)
{
    std::string text;
    for (const Break one : breaks) { text += " " + std::string{word_of(one)}; }
    return text;
}

} // namespace

void Story::fail(const std::string& what) const
{
    std::string text = "story with seed " + std::to_string(seed_) + ": " + what + "\nwhat led to it:";
    for (const std::string& line : so_far_) { text += "\n  " + line; }
    throw std::runtime_error{text};
}

/// Whoever did it was somebody who may: read from what was stored before.
void Story::expect_allowed(const Kind& kind, const Caller& caller, const StoredFollowUp& before)
{
    const bool about_it = kind.attempt != &Story::opens && kind.attempt != &Story::goes_on_with_concern &&
                          kind.attempt != &Story::answers && kind.attempt != &Story::withdraws_consent &&
                          kind.attempt != &Story::finds_new_holder;
    if (!about_it) { return; }
    const Sight sight = sight_of(before, stage_.numbers, caller, town_.today());
    const bool in_team = caller.unit && before.find_place(caller.account, *caller.unit) != nullptr;
    if (kind.attempt == &Story::assesses_duty) {
        if (!in_team) { fail("somebody outside the team assessed the duty to report"); }
        return;
    }
    if (!sight.there) { fail(caller.name + " changed what they cannot see"); }
    if (kind.by == Kind::By::holder && !is_place_of(before, before.holder, caller)) {
        fail(caller.name + " did what only the holder does");
    }
}

void Story::expect_promise(const Told& about) const
{
    const StoredFollowUp now = stored(about);
    for (const std::string& wrong : broken_promises(town_.database(), app_.content, now)) {
        fail(about.id.text().substr(20) + " " + wrong);
    }
}

void Story::expect_promise(const EarlyConcernId& concern) const
{
    for (const std::string& wrong : broken_promises(town_.database(), app_.content, concern)) {
        fail("early concern " + wrong);
    }
}

void Story::expect_promises() const
{
    for (const Told& told : mine_) { expect_promise(told); }
    for (const auto& [id, author] : concerns_) { expect_promise(id); }
}

/// Whoever tried, whoever may see it, and every now and then everybody: most people may not, most of the
/// time.
void Story::expect_views(const Told& about, const Caller& who_tried)
{
    const StoredFollowUp now = stored(about);
    for (const std::vector<Caller>* const people : {&staff_, &family_}) {
        for (const Caller& caller : *people) {
            const Sight sight = sight_of(now, stage_.numbers, caller, town_.today());
            const bool tried = caller.account == who_tried.account;
            if (tried || chance(sight.there ? 25 : 6)) { expect_view(about, caller, sight); }
        }
    }
}

void Story::expect_view(const Told& about, const Caller& caller, const Sight& sight)
{
    const Result<FollowUpView> view = view_follow_up(app_, caller, about.id);
    const std::string who = caller.name + " (" + caller.unit_name + ") ";
    if (!view && view.error().code != ErrorCode::not_found) { fail(who + "is told that it exists"); }
    if (bool(view) != sight.there) { fail(who + (view ? "sees it and may not" : "may see it and does not")); }
    if (chance(30) && bool(view_looks(app_, caller, about.id, std::nullopt)) != sight.content) {
        fail(who + "and the looks");
    }
    if (!view) { return; }

    const Shown shown{app_, caller, Language::nb};
    const std::string text = boost::json::serialize(caller.role == access::Role::family
                                                        ? family_json_of(shown, view.value())
                                                        : json_of(shown, view.value()));
    if (says(text, about.name_mark) != sight.names) { fail(who + "and the name"); }
    if (says(text, about.content_mark) != sight.content) { fail(who + "and the content"); }
    for (const Told& other : mine_) {
        if (other.id != about.id && says(text, other.name_mark)) { fail(who + "sees another child in it"); }
    }
}

void Story::expect_lists()
{
    All all;
    for (const Told& told : stage_.told) { all.push_back({told, stored(told)}); }
    for (const Caller& caller : staff_) {
        expect_workbench(caller, all);
        expect_breaks(caller, all);
        if (!view_family_list(app_, caller).empty()) { fail(caller.name + " has a family list"); }
    }
    for (const Caller& caller : family_) { expect_family_list(caller, all); }
}

void Story::expect_workbench(const Caller& caller, const All& all)
{
    const WorkbenchView bench = view_workbench(app_, caller);
    const std::string text = boost::json::serialize(json_of(Shown{app_, caller, Language::nb}, bench));
    std::size_t expected = 0;
    for (const Known& known : all) {
        const Told& told = known.told;
        const StoredFollowUp& now = known.now;
        const Sight sight = sight_of(now, stage_.numbers, caller, town_.today());
        expected += sight.there ? 1U : 0U;
        const std::string what = caller.name + "'s workbench and " + told.id.text().substr(20);
        if (says(text, told.id.text()) != sight.there) { fail(what); }
        if (says(text, told.name_mark) != sight.names) { fail(what + ", the name"); }
        if (says(text, told.content_mark) && !sight.content) { fail(what + ", the content"); }
        const bool asked = std::ranges::any_of(now.offers, [&](const StoredFollowUp::StoredOffer& offer) {
            return offer.open && is_place_of(now, offer.to, caller);
        });
        const bool told_so = std::ranges::any_of(
            bench.offers, [&](const auto& pair) { return pair.first.follow_up == told.id; });
        if (told_so != (asked && sight.there)) { fail(what + ", the offer"); }
    }
    if (bench.follow_ups.size() != expected) { fail(caller.name + "'s workbench has too many lines"); }
}

void Story::expect_breaks(const Caller& caller, const All& all)
{
    const BreaksView breaks = view_breaks(app_, caller);
    const std::vector<FollowUpLine>& lines = breaks.lines;
    const std::string text = boost::json::serialize(json_of(Shown{app_, caller, Language::nb}, breaks));
    for (const Known& known : all) {
        const Told& told = known.told;
        const StoredFollowUp& now = known.now;
        const StoredFollowUp::Place* const holder = now.find_place(now.holder);
        const bool unit_leads = caller.role == access::Role::leader && holder && caller.unit == holder->unit;
        const bool oversees = now.open() && (caller.role == access::Role::bti_coordinator || unit_leads);
        const std::string what = caller.name + "'s breaks and " + told.id.text().substr(20);
        if (says(text, told.name_mark) || says(text, told.content_mark)) {
            fail(what + ": more than the frame");
        }
        const auto line =
            std::ranges::find_if(lines, [&](const FollowUpLine& one) { return one.follow_up.id == told.id; });
        if ((line != lines.end()) != oversees) { fail(what); }
        if (line == lines.end()) { continue; }
        if (!line->child_name.empty()) { fail(what + ": the name was read"); }
        const std::set<Break> shown{line->breaks.begin(), line->breaks.end()};
        const std::set<Break> wanted = breaks_to_show(now, stage_.numbers, stage_.working, town_.today());
        if (shown != wanted) {
            fail(what + ": shown" + text_of_breaks(shown) + ", there are" + text_of_breaks(wanted));
        }
    }
}

void Story::expect_family_list(const Caller& caller, const All& all)
{
    const std::string text = boost::json::serialize(family_list_json_of(
        Shown{app_, caller, Language::nb}, view_family_list(app_, caller), town_.today()));
    for (const Known& known : all) {
        const Told& told = known.told;
        const StoredFollowUp& now = known.now;
        const Sight sight = sight_of(now, stage_.numbers, caller, town_.today());
        const std::string what = caller.name + "'s list and " + told.id.text().substr(20);
        if (says(text, told.id.text()) != sight.there) { fail(what); }
        if (says(text, told.name_mark) != sight.names) { fail(what + ", the name"); }
        if (says(text, told.content_mark)) { fail(what + ", the content"); }
    }
    if (!view_breaks(app_, caller).lines.empty()) { fail(caller.name + " sees breaks"); }
}

} // namespace samvei::followup::testing
