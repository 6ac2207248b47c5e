#pragma once
// Permission as a value. Every store function that touches a child takes a Permit, and only
// `decide_access` and `decide_opening` make one, so forgetting to ask does not compile.
// What you may not see does not exist: no relation gives `not_found`, the same as no such follow-up.

#include "access/caller.hpp"
#include "access/consent.hpp"

#include <initializer_list>

namespace samvei::access {

enum class Purpose {
    look,         ///< Read.
    contribute,   ///< Goals, measures, meetings: any covered member of the team.
    lead,         ///< Steps, level, team, baton, consent, closing: the holder.
    let_go,       ///< Taking back consent, leaving the team: never prevented by an end.
    answer_offer, ///< Accept or refuse the baton: the one it is offered to.
    say,          ///< Own words: the child, the guardians, and the team that writes them down.
    oversee,      ///< Breaks: a leader, a BTI coordinator. Frame only, no names of the family.
    report_duty,  ///< Assess the duty to report: never blocked by consent.
    reopen,       ///< Open a closed one again: its last holder.
    appoint,      ///< Offer the baton of a holder who is gone: a leader, a BTI coordinator.
};

/// On what the permission rests. Shown in the access log.
enum class Ground {
    team,
    holder,
    holder_without_consent,
    offered,
    unit_leader,
    coordinator,
    child,
    guardian
};

std::string_view name_of(Ground ground);
std::string_view name_of(Purpose purpose);

/// What a permit opens.
enum class Part : unsigned {
    frame = 1,   ///< Reference, state, level, holder, next step, breaks.
    family = 2,  ///< Names of child and guardians, dates of birth.
    content = 4, ///< Goals, measures, meetings, reason, timeline.
    own_words = 8,
    consents = 16,
    looks = 32, ///< Who has looked.
    team = 64,
};

/// Facts about one follow-up and the caller's relation to it, as read from the database.
struct AccessFacts {
    FollowUpId follow_up;
    bool open = true;
    Family family;
    std::vector<GivenConsent> consents;
    std::optional<MemberId> member;    ///< The caller's own active place in the team, for the caller's unit.
    bool is_holder = false;            ///< That place holds the baton.
    bool is_offered = false;           ///< The baton is offered to that place.
    std::optional<UnitId> holder_unit; ///< The unit the holder acts for.
    std::optional<PersonId> self;      ///< The caller is this person: the child or a guardian.
    bool self_has_responsibility = false; ///< For a guardian.
};

/// The municipality's rules, as read.
struct AccessRules {
    std::span<const ConsentRule> consent_rules;
    ConsentSettings settings;
};

/// Proof that `decide_access` said yes for one follow-up, one purpose, one request. Never stored.
class Permit {
public:
    const FollowUpId& follow_up() const { return follow_up_; }
    const PersonId& child() const { return child_; }
    Ground ground() const { return ground_; }
    Purpose purpose() const { return purpose_; }
    /// The caller's place in the team, when staff.
    const std::optional<MemberId>& member() const { return member_; }
    /// The caller as family.
    const std::optional<PersonId>& self() const { return self_; }
    bool opens(Part part) const { return (parts_ & static_cast<unsigned>(part)) != 0; }

private:
    friend Result<Permit> decide_access(const Caller&, Purpose, const AccessFacts&, const AccessRules&, Date);
    friend Result<Permit> decide_opening(const Caller&, const FollowUpId&, const MemberId&, const Family&,
                                         std::span<const GivenConsent>, const AccessRules&, Date);
    Permit(FollowUpId follow_up, PersonId child, Ground ground, Purpose purpose,
           std::initializer_list<Part> parts);

    FollowUpId follow_up_;
    PersonId child_;
    Ground ground_;
    Purpose purpose_;
    unsigned parts_ = 0;
    std::optional<MemberId> member_;
    std::optional<PersonId> self_;
};

/// Says whether the caller may do this with this follow-up on this day. Silence is no.
/// Refuses with not_found (no relation: does not exist for you), not_the_holder, not_allowed,
/// consent_not_in_force (the holder, when consent ended), follow_up_closed (changing a closed one).
/// Pure. Source: design §4; docs/decisions/0004-consent-before-data.md.
Result<Permit> decide_access(const Caller& caller, Purpose purpose, const AccessFacts& facts,
                             const AccessRules& rules, Date today);

/// Says whether a follow-up may be opened by this caller: consent first, from everybody who must, naming
/// the caller's own unit. Refuses with consent_missing (nobody), consent_incomplete (somebody lacks),
/// not_allowed (family, or without a unit).
Result<Permit> decide_opening(const Caller& caller, const FollowUpId& follow_up, const MemberId& first_member,
                              const Family& family, std::span<const GivenConsent> consents,
                              const AccessRules& rules, Date today);

/// Proof that the caller wrote this early concern. Nobody else ever gets one.
class AuthorPermit {
public:
    const EarlyConcernId& early_concern() const { return early_concern_; }
    const AccountId& author() const { return author_; }

private:
    friend Result<AuthorPermit> decide_author(const Caller&, const EarlyConcernId&,
                                              const std::optional<AccountId>&);
    AuthorPermit(EarlyConcernId early_concern, AccountId author)
        : early_concern_{std::move(early_concern)}, author_{std::move(author)}
    {}
    EarlyConcernId early_concern_;
    AccountId author_;
};

/// `written_by`: the author as stored; none when there is no such early concern. Refuses with not_found.
Result<AuthorPermit> decide_author(const Caller& caller, const EarlyConcernId& early_concern,
                                   const std::optional<AccountId>& written_by);

} // namespace samvei::access
