// One walk over three versions finds what differs and builds the merge, so that the two cannot disagree. Two
// versions are compared as three: the first is the base and theirs, so that every change is ours.

#include "pathway/difference.hpp"

#include "base/result.hpp"

#include <algorithm>
#include <array>

namespace samvei::pathway {

namespace {

constexpr std::array<std::string_view, 3> not_compared{"version", "based_on", "$schema"};
constexpr std::array<std::string_view, 2> keys{"id", "answer"};

using Names = std::vector<std::string>;

/// What stands at one path in each version; null where there is nothing.
struct Versions {
    const JsonNode* base = nullptr;
    const JsonNode* ours = nullptr;
    const JsonNode* theirs = nullptr;

    template <class Function>
    auto each(Function function) const
    {
        return std::array{function(base), function(ours), function(theirs)};
    }
};

bool says_nothing(const JsonNode* node)
{
    return node == nullptr || (node->kind == JsonNode::Kind::list && node->items.empty());
}

bool same(const JsonNode* left, const JsonNode* right);

bool same_members(const JsonNode& left, const JsonNode& right)
{
    const auto is_right = [&](const JsonMember& of) { return same(&of.value, right.find(of.name)); };
    const auto is_left = [&](const JsonMember& of) {
        return says_nothing(&of.value) || left.find(of.name) != nullptr;
    };
    return std::ranges::all_of(left.members, is_right) && std::ranges::all_of(right.members, is_left);
}

bool same(const JsonNode* left, const JsonNode* right)
{
    if (says_nothing(left) || says_nothing(right)) { return says_nothing(left) && says_nothing(right); }
    if (left->kind != right->kind) { return false; }
    switch (left->kind) {
    case JsonNode::Kind::null: return true;
    case JsonNode::Kind::truth: return left->truth == right->truth;
    case JsonNode::Kind::integer: return left->integer == right->integer;
    case JsonNode::Kind::decimal:
    case JsonNode::Kind::text: return left->text == right->text;
    case JsonNode::Kind::list:
        return std::ranges::equal(left->items, right->items,
                                  [](const JsonNode& one, const JsonNode& two) { return same(&one, &two); });
    case JsonNode::Kind::object: return same_members(*left, *right);
    }
    return false;
}

std::string text_of(const JsonNode* node)
{
    return says_nothing(node) ? std::string{} : text_of(*node);
}

/// The ids in a list as JSON text.
std::string text_of(const Names& ids)
{
    JsonNode list;
    list.kind = JsonNode::Kind::list;
    for (const std::string& id : ids) {
        JsonNode& item = list.items.emplace_back();
        item.kind = JsonNode::Kind::text;
        item.text = id;
    }
    return text_of(list);
}

Names names_in(const JsonNode& object)
{
    Names names;
    for (const JsonMember& member : object.members) { names.push_back(member.name); }
    return names;
}

/// The key's text in each item, in order; "" where there is none.
Names ids_in(const JsonNode* list, std::string_view key)
{
    Names ids;
    if (list == nullptr) { return ids; }
    for (const JsonNode& item : list->items) {
        const JsonNode* id = item.find(key);
        ids.push_back(id == nullptr || id->kind != JsonNode::Kind::text ? std::string{} : id->text);
    }
    return ids;
}

const JsonNode* find_item(const JsonNode* list, std::string_view key, std::string_view id)
{
    if (list == nullptr) { return nullptr; }
    const auto has_id = [&](const JsonNode& item) { return item.find(key)->text == id; };
    const auto at = std::ranges::find_if(list->items, has_id);
    return at == list->items.end() ? nullptr : &*at;
}

bool is_keyed(const JsonNode* list, std::string_view key)
{
    if (says_nothing(list)) { return true; }
    if (list->kind != JsonNode::Kind::list) { return false; }
    Names ids = ids_in(list, key);
    std::ranges::sort(ids);
    return !ids.front().empty() && std::ranges::adjacent_find(ids) == ids.end();
}

/// By what the items of a list are matched in all versions that have it.
std::optional<std::string_view> find_key(const Versions& of)
{
    if (says_nothing(of.base) && says_nothing(of.ours) && says_nothing(of.theirs)) { return std::nullopt; }
    for (const std::string_view key : keys) {
        if (is_keyed(of.base, key) && is_keyed(of.ours, key) && is_keyed(of.theirs, key)) { return key; }
    }
    return std::nullopt;
}

/// `lead`, and what only `other` has behind what it follows there.
Names woven(Names lead, const Names& other)
{
    auto place = lead.begin();
    for (const std::string& name : other) {
        auto at = std::ranges::find(lead, name);
        if (at == lead.end()) { at = lead.insert(place, name); }
        place = at + 1;
    }
    return lead;
}

/// Whether what both have stands in another order.
bool moved(const Names& from, const Names& to)
{
    const auto kept = [](Names names, const Names& in) {
        std::erase_if(names, [&](const auto& name) { return std::ranges::find(in, name) == in.end(); });
        return names;
    };
    return kept(from, to) != kept(to, from);
}

Spot field_in(const Spot& at, const std::string& field)
{
    return {at.path.empty() ? field : at.path + '/' + field, at.stage, at.step, field};
}

Spot item_in(const Spot& at, const std::string& id)
{
    return {at.path + '/' + id, at.field == "stages" ? id : at.stage, at.field == "steps" ? id : at.step,
            at.field};
}

std::optional<DifferenceKind> find_kind(const JsonNode* before, const JsonNode* after)
{
    if (same(before, after)) { return std::nullopt; }
    if (says_nothing(before)) { return DifferenceKind::added; }
    return says_nothing(after) ? DifferenceKind::removed : DifferenceKind::changed;
}

/// Who changed what differs somewhere among the three.
ChangedBy changed_by(bool we_did, bool they_did, bool alike)
{
    if (we_did != they_did) { return we_did ? ChangedBy::us : ChangedBy::them; }
    return alike ? ChangedBy::both_alike : ChangedBy::both_differently;
}

class Walk {
public:
    explicit Walk(const Choices& choices) : choices_{choices} {}

    /// The definition itself or an item of a matched list; nothing when it is left out of the merge.
    std::optional<JsonNode> item(const Spot& at, const Versions& of);
    ThreeWay changes() && { return std::move(changes_); }

private:
    JsonNode object(const Spot& at, const Versions& of);
    std::optional<JsonNode> field(const Spot& at, const Versions& of);
    std::optional<JsonNode> list(const Spot& at, const Versions& of, std::string_view key);
    std::optional<JsonNode> value(const Spot& at, const Versions& of);
    Taken order(const Spot& at, const Names& base, const Names& ours, const Names& theirs);
    Taken decided(PathChange change);

    const Choices& choices_;
    ThreeWay changes_;
};

std::optional<JsonNode> Walk::item(const Spot& at, const Versions& of)
{
    const auto is_object = [](const JsonNode* node) {
        return node != nullptr && node->kind == JsonNode::Kind::object;
    };
    return is_object(of.base) && is_object(of.ours) && is_object(of.theirs) ? object(at, of) : value(at, of);
}

JsonNode Walk::object(const Spot& at, const Versions& of)
{
    JsonNode object;
    object.kind = JsonNode::Kind::object;
    const Names new_names = woven(names_in(*of.ours), names_in(*of.theirs));
    for (const std::string& name : woven(new_names, names_in(*of.base))) {
        const Versions inside{of.base->find(name), of.ours->find(name), of.theirs->find(name)};
        const bool compared = !at.path.empty() || std::ranges::find(not_compared, name) == not_compared.end();
        std::optional<JsonNode> taken;
        if (compared) {
            taken = field(field_in(at, name), inside);
        } else if (inside.ours != nullptr) {
            taken = *inside.ours;
        }
        if (taken) { object.members.push_back({name, {}, *std::move(taken)}); }
    }
    return object;
}

std::optional<JsonNode> Walk::field(const Spot& at, const Versions& of)
{
    const std::optional<std::string_view> key = find_key(of);
    return key ? list(at, of, *key) : value(at, of);
}

std::optional<JsonNode> Walk::list(const Spot& at, const Versions& of, std::string_view key)
{
    const auto [base, ours, theirs] = of.each([&](const JsonNode* node) { return ids_in(node, key); });
    const bool our_order = order(at, base, ours, theirs) == Taken::ours;
    JsonNode list;
    list.kind = JsonNode::Kind::list;
    for (const std::string& id : woven(our_order ? woven(ours, theirs) : woven(theirs, ours), base)) {
        const auto [in_base, in_ours, in_theirs] =
            of.each([&](const JsonNode* node) { return find_item(node, key, id); });
        std::optional<JsonNode> taken = item(item_in(at, id), {in_base, in_ours, in_theirs});
        if (taken) { list.items.push_back(*std::move(taken)); }
    }
    if (list.items.empty() && of.ours == nullptr) { return std::nullopt; }
    return list;
}

std::optional<JsonNode> Walk::value(const Spot& at, const Versions& of)
{
    const std::optional<DifferenceKind> by_us = find_kind(of.base, of.ours);
    const std::optional<DifferenceKind> by_them = find_kind(of.base, of.theirs);
    Taken taken = Taken::ours;
    if (by_us || by_them) {
        const ChangedBy by = changed_by(by_us.has_value(), by_them.has_value(), same(of.ours, of.theirs));
        taken = decided({by, at, by_us, by_them, text_of(of.base), text_of(of.ours), text_of(of.theirs)});
    } else if (of.base == nullptr && of.ours == nullptr) {
        taken = Taken::theirs; // An empty list that a new form may ask for.
    }
    const JsonNode* node = taken == Taken::ours ? of.ours : of.theirs;
    return node == nullptr ? std::nullopt : std::optional{*node};
}

// What both added can stand in two orders although nobody moved anything: a conflict too.
Taken Walk::order(const Spot& at, const Names& base, const Names& ours, const Names& theirs)
{
    const bool we_did = moved(base, ours);
    const bool they_did = moved(base, theirs);
    const bool alike = !moved(ours, theirs);
    if (!we_did && !they_did && alike) { return Taken::ours; }
    PathChange change{
        changed_by(we_did, they_did, alike), at, {}, {}, text_of(base), text_of(ours), text_of(theirs)};
    if (change.by != ChangedBy::them) { change.by_us = DifferenceKind::moved; }
    if (change.by != ChangedBy::us) { change.by_them = DifferenceKind::moved; }
    return decided(std::move(change));
}

Taken Walk::decided(PathChange change)
{
    const auto choice = choices_.find(change.at.path);
    const Taken unless_chosen = change.by == ChangedBy::them ? Taken::theirs : Taken::ours;
    changes_.push_back(std::move(change));
    return choice == choices_.end() ? unless_chosen : choice->second;
}

} // namespace

std::vector<Difference> differences_between(const JsonNode& before, const JsonNode& after)
{
    std::vector<Difference> differences;
    for (PathChange& change : three_way(before, after, before)) {
        differences.push_back(
            {*change.by_us, std::move(change.at), std::move(change.base), std::move(change.ours)});
    }
    return differences;
}

ThreeWay three_way(const JsonNode& base, const JsonNode& ours, const JsonNode& theirs)
{
    const Choices none;
    Walk walk{none};
    walk.item({}, {&base, &ours, &theirs});
    return std::move(walk).changes();
}

std::variant<std::string, std::vector<MergeRefusal>> merged(const JsonNode& base, const JsonNode& ours,
                                                            const JsonNode& theirs, const Choices& choices)
{
    Walk walk{choices};
    const std::optional<JsonNode> merge = walk.item({}, {&base, &ours, &theirs});
    const ThreeWay changes = std::move(walk).changes();

    std::vector<MergeRefusal> refusals;
    for (const PathChange& change : changes) {
        if (change.by != ChangedBy::both_differently || choices.contains(change.at.path)) { continue; }
        refusals.push_back({MergeRefusal::Reason::choice_missing, change.at.path});
    }
    for (const auto& choice : choices) {
        const std::string& path = choice.first;
        const auto is_there = [&](const PathChange& change) { return change.at.path == path; };
        if (std::ranges::any_of(changes, is_there)) { continue; }
        refusals.push_back({MergeRefusal::Reason::nothing_to_choose, path});
    }
    if (!refusals.empty()) { return refusals; }
    check(merge.has_value(), "a merge of three definitions is a definition");
    return text_of(*merge);
}

} // namespace samvei::pathway
