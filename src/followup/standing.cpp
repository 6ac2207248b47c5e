// What access is decided from: the follow-up, the family, the team, the consents, the open offer.

#include "followup/queries.hpp"
#include "followup/rows.hpp"
#include "followup/store.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

std::vector<Guardian> guardians_from(db::Rows rows)
{
    std::vector<Guardian> guardians;
    while (rows.next()) {
        guardians.push_back(Guardian{person_from(rows), rows.string("relation"),
                                     rows.integer("parental_responsibility") == 1});
    }
    return guardians;
}

std::vector<Member> members_from(db::Rows rows)
{
    std::vector<Member> members;
    while (rows.next()) { members.push_back(member_from(rows)); }
    return members;
}

/// One row per unit comes back; consents are put together from them.
std::vector<Consent> consents_from(db::Rows rows)
{
    std::vector<Consent> consents;
    while (rows.next()) {
        if (consents.empty() || consents.back().id.text() != rows.text("id")) {
            consents.push_back(consent_from(rows));
        }
        consents.back().units.push_back({id_in<UnitId>(rows, "unit_id"), rows.string("unit_name")});
    }
    return consents;
}

std::optional<Offer> offer_if_any(db::Rows rows)
{
    if (!rows.next()) { return std::nullopt; }
    return offer_from(rows);
}

std::optional<FollowUp> find_related(db::Reader& db, const access::Caller& caller, access::Purpose purpose,
                                     const FollowUpId& id)
{
    const auto first_of = [](db::Rows rows) -> std::optional<FollowUp> {
        if (!rows.next()) { return std::nullopt; }
        return follow_up_from(rows);
    };
    if (purpose == access::Purpose::oversee || purpose == access::Purpose::appoint) {
        return first_of(db.run(queries::follow_up_by_id, {{"id", id.text()}}));
    }
    const db::Query& query = caller.role == access::Role::family ? queries::follow_up_of_family
                                                                 : queries::follow_up_of_staff;
    return first_of(db.run(query, {{"id", id.text()}, {"account", caller.account.text()}}));
}

std::vector<FollowUp> follow_ups_from(db::Rows rows)
{
    std::vector<FollowUp> follow_ups;
    while (rows.next()) { follow_ups.push_back(follow_up_from(rows)); }
    return follow_ups;
}

} // namespace

access::AccessFacts facts_of(const access::Caller& caller, const Standing& standing)
{
    access::AccessFacts facts;
    facts.follow_up = standing.follow_up.id;
    facts.open = standing.follow_up.state == FollowUpState::open;
    facts.family.child = standing.child.id;
    facts.family.born_on = standing.child.born_on.value_or(standing.follow_up.opened_on);
    facts.consents = given_from(standing.consents);
    for (const Guardian& guardian : standing.guardians) {
        if (guardian.parental_responsibility) {
            facts.family.with_responsibility.push_back(guardian.person.id);
        }
        if (caller.role == access::Role::family && guardian.person.account == caller.account) {
            facts.self = guardian.person.id;
            facts.self_has_responsibility = guardian.parental_responsibility;
        }
    }
    if (caller.role == access::Role::family && standing.child.account == caller.account) {
        facts.self = standing.child.id;
    }
    const Offer* const offer = standing.open_offer();
    for (const Member& member : standing.members) {
        if (standing.follow_up.holder == member.id) { facts.holder_unit = member.unit; }
        if (member.left_on || member.account != caller.account || member.unit != caller.unit) { continue; }
        facts.member = member.id;
        facts.is_holder = standing.follow_up.holder == member.id;
        facts.is_offered = offer != nullptr && offer->to_member == member.id;
    }
    return facts;
}

const Member* Standing::find_active(const AccountId& account, const UnitId& unit) const
{
    const auto member = std::ranges::find_if(members, [&](const Member& one) {
        return !one.left_on && one.account == account && one.unit == unit;
    });
    return member == members.end() ? nullptr : &*member;
}

Standing standing_of(db::Reader& db, const access::Caller& caller, FollowUp follow_up)
{
    Standing standing;
    standing.follow_up = std::move(follow_up);
    const std::string& id = standing.follow_up.id.text();
    std::vector<db::Rows> answers =
        db.run_all({{queries::person_by_id, {{"id", standing.follow_up.child.text()}}},
                    {queries::guardians_of_follow_up, {{"follow_up", id}}},
                    {queries::members_of_follow_up, {{"follow_up", id}}},
                    {queries::consents_of_follow_up, {{"follow_up", id}}},
                    {queries::last_offer_of_follow_up, {{"follow_up", id}}},
                    {queries::runs_of_follow_up, {{"follow_up", id}}}});
    check(answers[0].next(), "a follow-up has a child");
    standing.child = person_from(answers[0]);
    standing.guardians = guardians_from(std::move(answers[1]));
    standing.members = members_from(std::move(answers[2]));
    standing.consents = consents_from(std::move(answers[3]));
    standing.last_offer = offer_if_any(std::move(answers[4]));
    standing.runs = runs_from(std::move(answers[5]));
    standing.facts = facts_of(caller, standing);
    return standing;
}

std::vector<access::GivenConsent> given_from(const std::vector<Consent>& consents)
{
    std::vector<access::GivenConsent> given;
    for (const Consent& consent : consents) {
        access::GivenConsent one;
        one.id = consent.id;
        one.person = consent.person;
        for (const UnitName& unit : consent.units) { one.units.insert(unit.id); }
        one.purposes.insert(consent.purposes.begin(), consent.purposes.end());
        one.from = consent.given_on;
        one.until = consent.valid_until;
        one.withdrawn = consent.withdrawn_at.has_value();
        one.guardians_may_see = consent.guardians_may_see;
        given.push_back(std::move(one));
    }
    return given;
}

std::optional<Standing> find_standing(db::Reader& db, const access::Caller& caller, access::Purpose purpose,
                                      const FollowUpId& id)
{
    std::optional<FollowUp> follow_up = find_related(db, caller, purpose, id);
    if (!follow_up) { return std::nullopt; }
    return standing_of(db, caller, std::move(*follow_up));
}

std::optional<Offer> find_offer(db::Reader& db, const OfferId& id)
{
    db::Rows rows = db.run(queries::offer_by_id, {{"id", id.text()}});
    if (!rows.next()) { return std::nullopt; }
    return offer_from(rows);
}

std::vector<FollowUp> follow_ups_of_account(db::Reader& db, const access::Caller& caller, std::int64_t limit)
{
    if (!caller.unit) { return {}; }
    return follow_ups_from(
        db.run(queries::follow_ups_of_account,
               {{"account", caller.account.text()}, {"unit", caller.unit->text()}, {"limit", limit}}));
}

std::vector<FollowUp> follow_ups_of_family(db::Reader& db, const access::Caller& caller, std::int64_t limit)
{
    return follow_ups_from(
        db.run(queries::follow_ups_of_family, {{"account", caller.account.text()}, {"limit", limit}}));
}

} // namespace samvei::followup
