// Goal: whatever two people did to copies of one definition, a merge without changes of one is the other's
// version, and a merge differs from the update only in what we changed and kept.

#include "pathway/difference.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace samvei::pathway {
namespace {

bool one_in(int count)
{
    return *rc::gen::inRange(0, count) == 0;
}

JsonNode number(int value)
{
    JsonNode node;
    node.kind = JsonNode::Kind::integer;
    node.integer = value;
    return node;
}

JsonNode text(const std::string& value)
{
    JsonNode node;
    node.kind = JsonNode::Kind::text;
    node.text = value;
    return node;
}

JsonNode any_tools()
{
    JsonNode list;
    list.kind = JsonNode::Kind::list;
    for (const char* tool : {"a", "b"}) {
        if (one_in(2)) { list.items.push_back(text(tool)); }
    }
    return list;
}

/// Sets, changes or takes away a field.
void edit_field(JsonNode& object, const std::string& name, JsonNode value)
{
    std::erase_if(object.members, [&](const JsonMember& member) { return member.name == name; });
    if (one_in(3)) { return; }
    const auto at = *rc::gen::inRange<std::size_t>(1, object.members.size() + 1);
    object.members.insert(object.members.begin() + static_cast<std::ptrdiff_t>(at),
                          {name, {}, std::move(value)});
}

/// The list of each level, the key its items have, and the list they may have in turn.
struct Level {
    const char* list;
    const char* key;
    const Level* inside;
};
const Level answers{"answers", "answer", nullptr};
const Level steps{"steps", "id", &answers};
const Level stages{"stages", "id", &steps};

void edit_object(JsonNode& object, const Level* inside);

void edit_list(JsonNode& list, const Level& level)
{
    list.kind = JsonNode::Kind::list;
    std::erase_if(list.items, [](const JsonNode&) { return one_in(6); });
    for (const char* id : {"a", "b", "c", "d"}) {
        const auto has_id = [&](const JsonNode& item) { return item.members[0].value.text == id; };
        if (std::ranges::any_of(list.items, has_id) || !one_in(4)) { continue; }
        JsonNode item;
        item.kind = JsonNode::Kind::object;
        item.members.push_back({level.key, {}, text(id)});
        const auto at = *rc::gen::inRange<std::size_t>(0, list.items.size() + 1);
        list.items.insert(list.items.begin() + static_cast<std::ptrdiff_t>(at), std::move(item));
    }
    if (list.items.size() > 1 && one_in(6)) { std::swap(list.items.front(), list.items.back()); }
    for (JsonNode& item : list.items) { edit_object(item, level.inside); }
}

void edit_object(JsonNode& object, const Level* inside)
{
    if (one_in(5)) { edit_field(object, "who", number(*rc::gen::inRange(0, 3))); }
    if (one_in(5)) { edit_field(object, "tools", any_tools()); }
    if (inside == nullptr) { return; }
    if (object.find(inside->list) == nullptr && one_in(2)) {
        object.members.push_back({inside->list, {}, any_tools()});
        object.members.back().value.items.clear();
    }
    for (JsonMember& member : object.members) {
        if (member.name == inside->list) { edit_list(member.value, *inside); }
    }
}

JsonNode edited(JsonNode definition)
{
    edit_object(definition, &stages);
    definition.members[0].value = number(*rc::gen::inRange(0, 9));
    return definition;
}

JsonNode any_definition()
{
    JsonNode definition;
    definition.kind = JsonNode::Kind::object;
    definition.members.push_back({"version", {}, number(0)});
    for (int times = 0; times < 4; ++times) { definition = edited(std::move(definition)); }
    return definition;
}

JsonNode merge_of(const JsonNode& base, const JsonNode& ours, const JsonNode& theirs, const Choices& choices)
{
    const auto merge = merged(base, ours, theirs, choices);
    RC_ASSERT(std::holds_alternative<std::string>(merge));
    const auto parsed = parse_json(std::get<std::string>(merge));
    RC_ASSERT(std::holds_alternative<JsonNode>(parsed));
    return std::get<JsonNode>(parsed);
}

/// Whether a difference is the change itself, or lies in an item that is kept or left out as a whole.
bool covers(const PathChange& change, const Difference& difference)
{
    if (difference.at.path == change.at.path) { return true; }
    const bool of_order = (change.by_us ? change.by_us : change.by_them) == DifferenceKind::moved;
    return !of_order && difference.at.path.starts_with(change.at.path + '/');
}

TEST(DifferenceProperty, ADefinitionDiffersNotFromItself)
{
    EXPECT_TRUE(rc::check([] {
        const JsonNode one = any_definition();
        RC_ASSERT(differences_between(one, one).empty());
        const auto parsed = parse_json(text_of(one));
        RC_ASSERT(std::holds_alternative<JsonNode>(parsed));
        RC_ASSERT(text_of(std::get<JsonNode>(parsed)) == text_of(one));
    }));
}

TEST(DifferenceProperty, MergingWithoutChangesOfOneGivesTheOther)
{
    EXPECT_TRUE(rc::check([] {
        const JsonNode base = any_definition();
        const JsonNode changed = edited(base);
        RC_ASSERT(text_of(merge_of(base, changed, base, {})) == text_of(changed));
        RC_ASSERT(differences_between(merge_of(base, base, changed, {}), changed).empty());
        RC_ASSERT(text_of(merge_of(base, changed, changed, {})) == text_of(changed));
    }));
}

TEST(DifferenceProperty, ChoosingOneSideEverywhereGivesThatSide)
{
    EXPECT_TRUE(rc::check([] {
        const JsonNode base = any_definition();
        const JsonNode ours = edited(base);
        const JsonNode theirs = edited(base);
        Choices all_ours;
        Choices all_theirs;
        for (const PathChange& change : three_way(base, ours, theirs)) {
            all_ours[change.at.path] = Taken::ours;
            all_theirs[change.at.path] = Taken::theirs;
        }
        RC_ASSERT(differences_between(merge_of(base, ours, theirs, all_ours), ours).empty());
        RC_ASSERT(differences_between(merge_of(base, ours, theirs, all_theirs), theirs).empty());
    }));
}

TEST(DifferenceProperty, AMergeDiffersFromTheUpdateOnlyInWhatWeKeep)
{
    EXPECT_TRUE(rc::check([] {
        const JsonNode base = any_definition();
        const JsonNode ours = edited(base);
        const JsonNode theirs = edited(base);
        Choices choices;
        ThreeWay kept;
        for (const PathChange& change : three_way(base, ours, theirs)) {
            Taken taken = change.by == ChangedBy::them ? Taken::theirs : Taken::ours;
            if (change.by == ChangedBy::both_differently || one_in(4)) {
                taken = one_in(2) ? Taken::ours : Taken::theirs;
                choices[change.at.path] = taken;
            }
            if (taken == Taken::ours && change.by != ChangedBy::both_alike) { kept.push_back(change); }
        }
        const JsonNode merge = merge_of(base, ours, theirs, choices);
        for (const Difference& difference : differences_between(theirs, merge)) {
            const auto is_of = [&](const PathChange& change) { return covers(change, difference); };
            RC_ASSERT(std::ranges::any_of(kept, is_of));
        }
    }));
}

} // namespace
} // namespace samvei::pathway
