#include "access/permit.hpp"

#include "base/words.hpp"

#include <algorithm>

namespace samvei {

template <>
struct EnumWords<access::Purpose> {
    static constexpr std::array<std::string_view, 10> words{
        "look", "contribute", "lead",        "let_go", "answer_offer",
        "say",  "oversee",    "report_duty", "reopen", "appoint"};
};

template <>
struct EnumWords<access::Ground> {
    static constexpr std::array<std::string_view, 8> words{"team",    "holder",      "holder_without_consent",
                                                           "offered", "unit_leader", "coordinator",
                                                           "child",   "guardian"};
};

} // namespace samvei

namespace samvei::access {

namespace {

constexpr std::initializer_list<Part> everything{Part::frame,    Part::family, Part::content, Part::own_words,
                                                 Part::consents, Part::looks,  Part::team};
constexpr std::initializer_list<Part> frame_only{Part::frame};
constexpr std::initializer_list<Part> to_appoint{Part::frame, Part::team};
/// What a holder needs to ask for a new consent or to close, when consent has ended.
constexpr std::initializer_list<Part> to_ask_anew{Part::frame, Part::family, Part::consents, Part::team};

Error does_not_exist()
{
    return Error{ErrorCode::not_found, "no relation to this follow-up"};
}

/// The relation of somebody in the family, or none.
std::optional<Ground> family_ground(const AccessFacts& facts, const AccessRules& rules, Date today)
{
    if (!facts.self) { return std::nullopt; }
    if (*facts.self == facts.family.child) { return Ground::child; }
    if (!facts.self_has_responsibility) { return std::nullopt; }
    if (!guardians_may_read(rules.consent_rules, rules.settings, facts.family, facts.consents, today)) {
        return std::nullopt;
    }
    return Ground::guardian;
}

bool family_may(Purpose purpose)
{
    return purpose == Purpose::look || purpose == Purpose::say || purpose == Purpose::let_go;
}

/// The ground on which somebody oversees, or none.
std::optional<Ground> overseeing_ground(const Caller& caller, const AccessFacts& facts)
{
    if (caller.role == Role::bti_coordinator) { return Ground::coordinator; }
    if (caller.role == Role::leader && caller.unit && facts.holder_unit == caller.unit) {
        return Ground::unit_leader;
    }
    return std::nullopt;
}

/// A member of the team whose unit is covered: what each purpose asks for beyond that.
Result<Ground> covered_ground(Purpose purpose, const AccessFacts& facts)
{
    const Ground ground = facts.is_holder ? Ground::holder : Ground::team;
    switch (purpose) {
    case Purpose::look:
    case Purpose::let_go: return ground;
    case Purpose::contribute:
    case Purpose::say:
        if (!facts.open) { return Error{ErrorCode::follow_up_closed, "changing a closed follow-up"}; }
        return ground;
    case Purpose::lead:
        if (!facts.is_holder) { return Error{ErrorCode::not_the_holder, "only the holder leads"}; }
        if (!facts.open) { return Error{ErrorCode::follow_up_closed, "leading a closed follow-up"}; }
        return ground;
    case Purpose::answer_offer:
        if (!facts.is_offered) {
            return Error{ErrorCode::baton_offer_not_open, "no open offer to this member"};
        }
        if (!facts.open) {
            return Error{ErrorCode::follow_up_closed, "taking the baton of a closed follow-up"};
        }
        return Ground::offered;
    case Purpose::reopen:
        if (facts.open) { return Error{ErrorCode::follow_up_open, "reopening an open follow-up"}; }
        if (!facts.is_holder) { return Error{ErrorCode::not_the_holder, "only the last holder reopens"}; }
        return ground;
    case Purpose::oversee:
    case Purpose::appoint:
    case Purpose::report_duty: break;
    }
    throw BrokenInvariant{"overseeing and the duty to report are decided before consent"};
}

/// The holder keeps the frame when consent has ended, so that somebody can ask anew or close.
Result<Ground> uncovered_ground(Purpose purpose, const AccessFacts& facts)
{
    if (!facts.is_holder) { return does_not_exist(); }
    if (purpose == Purpose::look || purpose == Purpose::let_go) { return Ground::holder_without_consent; }
    if (purpose == Purpose::lead && facts.open) { return Ground::holder_without_consent; }
    return Error{ErrorCode::consent_not_in_force, "consent has ended for the holder's unit"};
}

} // namespace

std::string_view name_of(Ground ground)
{
    return word_of(ground);
}

std::string_view name_of(Purpose purpose)
{
    return word_of(purpose);
}

Permit::Permit(FollowUpId follow_up, PersonId child, Ground ground, Purpose purpose,
               std::initializer_list<Part> parts)
    : follow_up_{std::move(follow_up)}, child_{std::move(child)}, ground_{ground}, purpose_{purpose}
{
    for (const Part part : parts) { parts_ |= static_cast<unsigned>(part); }
}

Result<Permit> decide_access(const Caller& caller, Purpose purpose, const AccessFacts& facts,
                             const AccessRules& rules, Date today)
{
    const auto permit = [&](Ground ground, std::initializer_list<Part> parts) {
        Permit made{facts.follow_up, facts.family.child, ground, purpose, parts};
        made.member_ = facts.member;
        made.self_ = facts.self;
        return made;
    };

    if (caller.role == Role::family) {
        const std::optional<Ground> ground = family_ground(facts, rules, today);
        if (!ground) { return does_not_exist(); }
        if (!family_may(purpose)) { return Error{ErrorCode::not_allowed, "the family does not do this"}; }
        return permit(*ground, everything);
    }
    if (purpose == Purpose::oversee || purpose == Purpose::appoint) {
        const std::optional<Ground> ground = overseeing_ground(caller, facts);
        if (!ground) { return does_not_exist(); }
        if (purpose == Purpose::oversee) { return permit(*ground, frame_only); }
        if (!facts.open) { return Error{ErrorCode::follow_up_closed, "a closed one needs no new holder"}; }
        return permit(*ground, to_appoint);
    }
    if (!facts.member || !caller.unit) { return does_not_exist(); }
    if (purpose == Purpose::report_duty) { return permit(Ground::team, frame_only); }

    if (!covers_unit(rules.consent_rules, rules.settings, facts.family, facts.consents, *caller.unit,
                     today)) {
        TRY_LET(ground, uncovered_ground(purpose, facts));
        return permit(ground, to_ask_anew);
    }
    TRY_LET(ground, covered_ground(purpose, facts));
    return permit(ground, everything);
}

Result<Permit> decide_opening(const Caller& caller, const FollowUpId& follow_up, const MemberId& first_member,
                              const Family& family, std::span<const GivenConsent> consents,
                              const AccessRules& rules, Date today)
{
    if (caller.role == Role::family || !caller.unit) {
        return Error{ErrorCode::not_allowed, "only staff of a unit open a shared log"};
    }
    if (consents.empty()) { return Error{ErrorCode::consent_missing, "nobody has consented"}; }
    if (!covers_unit(rules.consent_rules, rules.settings, family, consents, *caller.unit, today)) {
        return Error{ErrorCode::consent_incomplete, "somebody who must consent has not, or not to this unit"};
    }
    Permit permit{follow_up, family.child, Ground::holder, Purpose::lead, everything};
    permit.member_ = first_member;
    return permit;
}

Result<AuthorPermit> decide_author(const Caller& caller, const EarlyConcernId& early_concern,
                                   const std::optional<AccountId>& written_by)
{
    if (!written_by || *written_by != caller.account || caller.role == Role::family) {
        return Error{ErrorCode::not_found, "no such early concern of this author"};
    }
    return AuthorPermit{early_concern, caller.account};
}

} // namespace samvei::access
