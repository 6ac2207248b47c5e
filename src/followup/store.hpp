#pragma once
// The follow-up and all that hangs on it, read and written. No rule and no SQL here: rules are in rules.hpp,
// SQL in queries.sql. Every function that touches a child takes a Permit; what the permit does not open is
// not read. Throws StoreFailure when the database cannot answer.

#include "access/keys.hpp"
#include "access/permit.hpp"
#include "db/database.hpp"
#include "followup/types.hpp"

namespace samvei::followup {

using access::AuthorPermit;
using access::Part;
using access::Permit;

// --- standing.cpp: the only reads without a Permit; what they read is what a Permit is decided from ---

/// The facts about one follow-up that access is decided from, and the rows they came from, so that the
/// caller need not read them again.
struct Standing {
    FollowUp follow_up;
    std::vector<Guardian> guardians;
    Person child;
    std::vector<Member> members;
    std::vector<Consent> consents;
    std::vector<PathwayRun> runs;    ///< Beside the main one, in the order they began; also those that ended.
    std::optional<Offer> last_offer; ///< Whatever became of it; the open one, when one is open.
    access::AccessFacts facts;

    /// None when no offer waits for an answer.
    const Offer* open_offer() const
    {
        return last_offer && last_offer->state == OfferState::offered ? &*last_offer : nullptr;
    }
    /// The place that an account has for a unit now; none when it has none.
    const Member* find_active(const AccountId& account, const UnitId& unit) const;
};

/// None when there is no such follow-up, or none that the caller could have this purpose with: a relation is
/// looked for before anything else is read, so that "not yours" costs what "not there" costs.
std::optional<Standing> find_standing(db::Reader& db, const access::Caller& caller, access::Purpose purpose,
                                      const FollowUpId& id);

/// The same for a follow-up whose row is read already (lists).
Standing standing_of(db::Reader& db, const access::Caller& caller, FollowUp follow_up);

/// Consents as the rules see them, in the same order.
std::vector<access::GivenConsent> given_from(const std::vector<Consent>& consents);

/// The follow-up of an offer; none when there is no such offer.
std::optional<Offer> find_offer(db::Reader& db, const OfferId& id);

// Which follow-ups a list is made of, before each is decided on.
std::vector<FollowUp> follow_ups_of_account(db::Reader& db, const access::Caller& caller, std::int64_t limit);
std::vector<FollowUp> follow_ups_of_family(db::Reader& db, const access::Caller& caller, std::int64_t limit);

/// The caller's relation to what was read.
access::AccessFacts facts_of(const access::Caller& caller, const Standing& standing);

// --- row_parts.cpp: rows of several statements alike ---

Member member_from(const db::Rows& rows);
/// Without its units, which come one to a row.
Consent consent_from(const db::Rows& rows);
PathwayRun run_from(const db::Rows& rows);

// --- board_store.cpp ---

/// Open follow-ups in stretches, with what a leader's board is computed from: the team that is there,
/// consents that are not withdrawn, the open offer, the open pathways. Names of child and guardians are not
/// read. One read for every table and stretch, however many they are.
class OpenStandings {
public:
    /// `unit`: those whose holder acts for it; none for all.
    OpenStandings(const access::Caller& caller, std::optional<UnitId> unit)
        : caller_{caller}, unit_{std::move(unit)}
    {}

    /// The following ones; empty when there are no more.
    std::vector<Standing> next(db::Reader& db);

private:
    const access::Caller& caller_;
    std::optional<UnitId> unit_;
    std::string after_;
};

/// How many were begun on a pathway, and why others were not.
struct PathwayCounts {
    struct Count {
        std::string pathway_id;
        std::string what; ///< "open", "closed", or a reason.
        std::int64_t follow_ups = 0;
    };
    std::vector<Count> begun;
    std::vector<Count> not_started;
};
/// Of those whose holder acts for the unit; of all when none is given.
PathwayCounts pathway_counts(db::Reader& db, const std::optional<UnitId>& unit);

// --- people_store.cpp ---

/// Writes a person down, as stated by whoever opens the follow-up; what is stored elsewhere under the same
/// identity number is neither read nor changed, but a login linked to it is linked here too.
/// Needs no Permit: the person is new.
void insert_person(db::Writer& db, const access::Keys& keys, const Person& person, Instant now);
void insert_guardianship(db::Writer& db, const Permit& permit, const Guardian& guardian);
/// The account becomes the login of everybody with this identity number; gives how many they are.
std::int64_t link_account(db::Writer& db, const access::Keys& keys, const IdentityNumber& number,
                          const AccountId& account);

// --- follow_up_store.cpp ---

void insert_follow_up(db::Writer& db, const Permit& permit, const FollowUp& follow_up, Instant now);
/// False when somebody saved in between (follow_up.version is what was read).
bool update_follow_up(db::Writer& db, const Permit& permit, const FollowUp& follow_up,
                      std::string_view agreed_with_family);
void insert_member(db::Writer& db, const Permit& permit, const Member& member);
bool member_leaves(db::Writer& db, const Permit& permit, const MemberId& member, Date on,
                   const PersonalText& reason);
void insert_offer(db::Writer& db, const Permit& permit, const Offer& offer);
bool answer_offer(db::Writer& db, const Permit& permit, const OfferId& offer, OfferState state,
                  const PersonalText& reason, Instant now);
void insert_consent(db::Writer& db, const Permit& permit, const Consent& consent, const AccountId& by,
                    Instant now);
bool withdraw_consent(db::Writer& db, const Permit& permit, const ConsentId& consent,
                      const PersonalText& reason, Instant now);

// --- run_store.cpp: pathways and their facts. `run`: empty for the main one ---

std::vector<PathwayRun> runs_from(db::Rows rows);
void insert_run(db::Writer& db, const Permit& permit, const PathwayRun& run);
void update_run(db::Writer& db, const Permit& permit, const PathwayRun& run);
void insert_not_started(db::Writer& db, const Permit& permit, const std::string& id,
                        const NotStarted& decision);
std::vector<NotStarted> not_started_of(db::Reader& db, const Permit& permit);

/// What has happened on the pathway and stands, in order.
struct History {
    std::vector<pathway::Fact> facts;
    std::vector<std::int64_t> changes; ///< Of each fact, the change that wrote it.
    std::int64_t last_change = 0;      ///< Of those that stand.
    AccountId last_by;
    Date last_on;

    /// The facts without those of one change.
    std::vector<pathway::Fact> without(std::int64_t change) const;
};
History history_of(db::Reader& db, const Permit& permit, const RunId& run);
History history_of(db::Reader& db, const AuthorPermit& permit);
/// Adds facts as one change.
void append_facts(db::Writer& db, const Permit& permit, const RunId& run,
                  const std::vector<pathway::Fact>& facts, const AccountId& by);
void append_facts(db::Writer& db, const AuthorPermit& permit, const std::vector<pathway::Fact>& facts);
void retract_change(db::Writer& db, const Permit& permit, const RunId& run, std::int64_t change);
void retract_change(db::Writer& db, const AuthorPermit& permit, std::int64_t change);

// --- plan_store.cpp: goals, measures, meetings, own words ---

std::vector<Goal> goals_of(db::Reader& db, const Permit& permit);
void insert_goal(db::Writer& db, const Permit& permit, const Goal& goal);
bool update_goal(db::Writer& db, const Permit& permit, const Goal& goal);
std::vector<Measure> measures_of(db::Reader& db, const Permit& permit);
void insert_measure(db::Writer& db, const Permit& permit, const Measure& measure);
bool update_measure(db::Writer& db, const Permit& permit, const Measure& measure);
std::vector<Meeting> meetings_of(db::Reader& db, const Permit& permit);
void insert_meeting(db::Writer& db, const Permit& permit, const Meeting& meeting);
bool update_meeting(db::Writer& db, const Permit& permit, const Meeting& meeting);
std::vector<OwnWords> own_words_of(db::Reader& db, const Permit& permit);
void insert_own_words(db::Writer& db, const Permit& permit, const OwnWords& words);
bool withdraw_own_words(db::Writer& db, const Permit& permit, const OwnWordsId& words, const AccountId& by,
                        Instant now);

// --- concern_store.cpp: early concerns ---

/// Who wrote it; none when there is none. What `decide_author` asks for.
std::optional<AccountId> author_of(db::Reader& db, const EarlyConcernId& id);
EarlyConcern early_concern_of(db::Reader& db, const AuthorPermit& permit);
/// One's own, newest first: the account is the key, so no other's can come.
std::vector<EarlyConcern> early_concerns_by(db::Reader& db, const AccountId& author, std::int64_t limit);
void insert_early_concern(db::Writer& db, const AuthorPermit& permit, const EarlyConcern& concern);
bool update_early_concern(db::Writer& db, const AuthorPermit& permit, const EarlyConcern& concern);
std::vector<Discussion> discussions_of(db::Reader& db, const AuthorPermit& permit);
void insert_discussion(db::Writer& db, const AuthorPermit& permit, const Discussion& discussion);
std::vector<OwnMeasure> own_measures_of(db::Reader& db, const AuthorPermit& permit);
void insert_own_measure(db::Writer& db, const AuthorPermit& permit, const OwnMeasure& measure);
bool update_own_measure(db::Writer& db, const AuthorPermit& permit, const OwnMeasure& measure);
void insert_duty_assessment(db::Writer& db, const AccountId& by, const UnitId& unit,
                            const DutyAssessment& assessment);
std::vector<DutyAssessment> duty_assessments_by(db::Reader& db, const AccountId& author, std::int64_t limit);

} // namespace samvei::followup
