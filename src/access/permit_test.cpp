// Goal: every relation to a follow-up, with consent and without, open and closed, for every purpose: exactly
// what the table below says, and nothing else. Silence is no. The rules of consent are the program's own,
// content/rules/consent.json.
#include "access/permit.hpp"
#include "base/files.hpp"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace samvei::access {
namespace {

const std::vector<ConsentRule>& rules()
{
    static const std::vector<ConsentRule> read =
        read_consent_rules(text_of_file(std::string{SAMVEI_SOURCE_DIR} + "/content/rules/consent.json"));
    return read;
}

const Date today = find_date(2026, 9, 14).value();
const Date born_ten_years_ago = find_date(2016, 3, 1).value();
const Date born_seventeen_years_ago = find_date(2009, 3, 1).value();

const FollowUpId follow_up{"follow_up"};
const PersonId child{"child"};
const PersonId mother{"mother"};
const MemberId place{"place"}; // the caller's own place in the team
const UnitId school{"school"}; // named in the consent, and the holder's
const UnitId ppt{"ppt"};

AccessRules access_rules()
{
    return {rules(), {.consent_age = 16, .guardians_needed = GuardiansNeeded::all}};
}

enum class Outcome {
    everything,
    frame,     // state, level, holder, next step, breaks: no names of the family
    ask_anew,  // the holder without consent: frame, family, consents and team
    appoint,   // a leader who finds a new holder: frame and team
    not_found, // does not exist for this caller
    not_the_holder,
    closed,
    still_open,
    no_offer,
    not_allowed,
    no_consent,
};

/// Letters of the table, in the order of Outcome.
constexpr std::string_view letters = "EFAT-hcobxn";

constexpr std::array<Purpose, 10> purposes{
    Purpose::look,    Purpose::contribute,  Purpose::lead,   Purpose::answer_offer, Purpose::say,
    Purpose::oversee, Purpose::report_duty, Purpose::reopen, Purpose::let_go,       Purpose::appoint};

/// One relation: what comes of look, contribute, lead, answer_offer, say, oversee, report_duty, reopen,
/// let_go, appoint.
struct Row {
    const char* relation;
    const char* open;   // consent in force, open
    const char* closed; // consent in force, closed
    const char* ended_open;
    const char* ended_closed;
};

const std::vector<Row> table{
    // relation              in force: open, closed     ended: open, closed
    {"holder", "EEEbE-FoE-", "Eccbc-FEE-", "AnAnn-FnA-", "Annnn-FnA-"},
    {"team", "EEhbE-FoE-", "Echbc-FhE-", "------F---", "------F---"},
    {"offered", "EEhEE-FoE-", "Echcc-FhE-", "------F---", "------F---"},
    {"leader who holds", "EEEbEFFoET", "EccbcFFEEc", "AnAnnFFnAT", "AnnnnFFnAc"},
    {"coordinator in the team", "EEhbEFFoET", "EchbcFFhEc", "-----FF--T", "-----FF--c"},
    {"left", "----------", "----------", "----------", "----------"},
    {"member for another unit", "----------", "----------", "----------", "----------"},
    {"member without a unit", "----------", "----------", "----------", "----------"},
    {"leader of the holder's unit", "-----F---T", "-----F---c", "-----F---T", "-----F---c"},
    {"leader of another unit", "----------", "----------", "----------", "----------"},
    {"leader without a unit", "----------", "----------", "----------", "----------"},
    {"coordinator", "-----F---T", "-----F---c", "-----F---T", "-----F---c"},
    {"stranger", "----------", "----------", "----------", "----------"},
    {"child", "ExxxExxxEx", "ExxxExxxEx", "ExxxExxxEx", "ExxxExxxEx"},
    {"guardian", "ExxxExxxEx", "ExxxExxxEx", "ExxxExxxEx", "ExxxExxxEx"},
    {"guardian of a seventeen-year-old who lets them see", "ExxxExxxEx", "ExxxExxxEx", "----------",
     "----------"},
    {"guardian of a seventeen-year-old who does not", "----------", "----------", "----------", "----------"},
    {"guardian without responsibility", "----------", "----------", "----------", "----------"},
    {"family of another child", "----------", "----------", "----------", "----------"},
};

/// A caller and the facts about one follow-up, in one relation.
struct Situation {
    Caller caller;
    AccessFacts facts;
};

GivenConsent consent_from(const PersonId& person)
{
    return {.id = ConsentId{"consent"},
            .person = person,
            .units = {school},
            .purposes = {"cooperation", "information_sharing"},
            .from = today.plus_days(-10),
            .until = today.plus_days(10),
            .withdrawn = false,
            .guardians_may_see = false};
}

void make_member(Situation& situation, const std::string& relation)
{
    situation.caller.unit = school;
    situation.facts.member = place;
    if (relation == "holder" || relation == "leader who holds") { situation.facts.is_holder = true; }
    if (relation == "leader who holds") { situation.caller.role = Role::leader; }
    if (relation == "offered") { situation.facts.is_offered = true; }
    if (relation == "coordinator in the team") { situation.caller.role = Role::bti_coordinator; }
    if (relation == "member without a unit") { situation.caller.unit.reset(); }
}

void make_family(Situation& situation, const std::string& relation)
{
    situation.caller.role = Role::family;
    if (relation == "family of another child") { return; }
    situation.facts.self = relation == "child" ? child : mother;
    situation.facts.self_has_responsibility = relation != "child" &&
                                              relation != "guardian without responsibility";
}

Situation situation_of(const std::string& relation)
{
    static const std::set<std::string> members{"holder",  "leader who holds",        "team",
                                               "offered", "coordinator in the team", "member without a unit"};
    Situation made;
    made.caller.account = AccountId{"caller"};
    made.caller.role = Role::professional;
    made.facts.follow_up = follow_up;
    made.facts.holder_unit = school;
    made.facts.family = {child, born_ten_years_ago, {mother}};
    made.facts.consents = {consent_from(mother)};

    if (members.contains(relation)) { make_member(made, relation); }
    if (relation == "left" || relation == "stranger") { made.caller.unit = school; }
    if (relation == "member for another unit") {
        made.caller.unit = ppt;
    } // the place is not this unit's: none
    if (relation.starts_with("leader ") && relation != "leader who holds") {
        made.caller.role = Role::leader;
        if (relation == "leader of the holder's unit") { made.caller.unit = school; }
        if (relation == "leader of another unit") { made.caller.unit = ppt; }
    }
    if (relation == "coordinator") {
        made.caller.role = Role::bti_coordinator;
        made.caller.unit = ppt;
    }
    if (relation == "child" || relation.starts_with("guardian") || relation.starts_with("family")) {
        make_family(made, relation);
    }
    if (relation.find("seventeen") != std::string::npos) {
        made.facts.family.born_on = born_seventeen_years_ago;
        made.facts.consents = {consent_from(child)};
        made.facts.consents.front().guardians_may_see = relation.ends_with("lets them see");
    }
    return made;
}

Situation situation_of(const std::string& relation, bool in_force, bool open)
{
    Situation made = situation_of(relation);
    made.facts.open = open;
    if (!in_force) { made.facts.consents.front().withdrawn = true; }
    return made;
}

/// What a permit opens, as words, so that a difference reads well.
std::set<std::string> parts_of(const Permit& permit)
{
    const std::map<Part, std::string> names{
        {Part::frame, "frame"},     {Part::family, "family"},     {Part::content, "content"},
        {Part::own_words, "words"}, {Part::consents, "consents"}, {Part::looks, "looks"},
        {Part::team, "team"},
    };
    std::set<std::string> opened;
    for (const auto& [part, name] : names) {
        if (permit.opens(part)) { opened.insert(name); }
    }
    return opened;
}

const std::set<std::string> everything{"frame", "family", "content", "words", "consents", "looks", "team"};
const std::set<std::string> frame_only{"frame"};
const std::set<std::string> to_ask_anew{"frame", "family", "consents", "team"};
const std::set<std::string> to_appoint{"frame", "team"};

Outcome outcome_of(const Result<Permit>& answer)
{
    if (answer) {
        const std::set<std::string> opened = parts_of(answer.value());
        if (opened == everything) { return Outcome::everything; }
        if (opened == frame_only) { return Outcome::frame; }
        if (opened == to_appoint) { return Outcome::appoint; }
        if (opened == to_ask_anew) { return Outcome::ask_anew; }
        throw std::runtime_error{"a permit that opens other parts"};
    }
    const std::map<ErrorCode, Outcome> refusals{
        {ErrorCode::not_found, Outcome::not_found},
        {ErrorCode::not_the_holder, Outcome::not_the_holder},
        {ErrorCode::follow_up_closed, Outcome::closed},
        {ErrorCode::follow_up_open, Outcome::still_open},
        {ErrorCode::baton_offer_not_open, Outcome::no_offer},
        {ErrorCode::not_allowed, Outcome::not_allowed},
        {ErrorCode::consent_not_in_force, Outcome::no_consent},
    };
    return refusals.at(answer.error().code);
}

TEST(DecideAccess, EveryRelationEveryPurposeAndNothingElse)
{
    int decided = 0;
    for (const Row& row : table) {
        const std::array<std::tuple<const char*, bool, bool>, 4> cells{{{row.open, true, true},
                                                                        {row.closed, true, false},
                                                                        {row.ended_open, false, true},
                                                                        {row.ended_closed, false, false}}};
        for (const auto& [expected, in_force, open] : cells) {
            const Situation situation = situation_of(row.relation, in_force, open);
            std::string found;
            for (const Purpose purpose : purposes) {
                const Result<Permit> answer =
                    decide_access(situation.caller, purpose, situation.facts, access_rules(), today);
                found += letters.at(static_cast<std::size_t>(outcome_of(answer)));
                ++decided;
            }
            EXPECT_EQ(found, expected)
                << row.relation << (in_force ? ", consent in force" : ", consent ended")
                << (open ? ", open" : ", closed");
        }
    }
    EXPECT_EQ(decided, 19 * 4 * 10);
}

TEST(DecideAccess, ThePermitSaysOnWhatItRests)
{
    struct Rests {
        const char* relation;
        bool in_force;
        Purpose purpose;
        Ground ground;
    };
    const std::vector<Rests> rests{
        {"holder", true, Purpose::look, Ground::holder},
        {"holder", true, Purpose::lead, Ground::holder},
        {"holder", false, Purpose::look, Ground::holder_without_consent},
        {"holder", false, Purpose::lead, Ground::holder_without_consent},
        {"team", true, Purpose::look, Ground::team},
        {"team", true, Purpose::contribute, Ground::team},
        {"team", false, Purpose::report_duty, Ground::team},
        {"offered", true, Purpose::look, Ground::team},
        {"offered", true, Purpose::answer_offer, Ground::offered},
        {"leader of the holder's unit", true, Purpose::oversee, Ground::unit_leader},
        {"leader who holds", true, Purpose::oversee, Ground::unit_leader},
        {"leader who holds", true, Purpose::appoint, Ground::unit_leader},
        {"holder", false, Purpose::let_go, Ground::holder_without_consent},
        {"coordinator", false, Purpose::oversee, Ground::coordinator},
        {"child", false, Purpose::say, Ground::child},
        {"guardian", true, Purpose::look, Ground::guardian},
    };
    for (const Rests& row : rests) {
        const Situation situation = situation_of(row.relation, row.in_force, true);
        const Result<Permit> answer =
            decide_access(situation.caller, row.purpose, situation.facts, access_rules(), today);
        ASSERT_TRUE(answer) << row.relation;
        const Permit& permit = answer.value();
        EXPECT_EQ(permit.ground(), row.ground) << row.relation << ": " << name_of(permit.ground());
        EXPECT_EQ(permit.purpose(), row.purpose);
        EXPECT_EQ(permit.follow_up(), follow_up);
        EXPECT_EQ(permit.child(), child);
        EXPECT_EQ(permit.member(), situation.facts.member);
        EXPECT_EQ(permit.self(), situation.facts.self);
    }
}

TEST(DecideAccess, CoverageIsOfTheUnitThatTheCallerActsFor)
{
    Situation situation = situation_of("team");
    const auto may_look = [&] {
        return bool(decide_access(situation.caller, Purpose::look, situation.facts, access_rules(), today));
    };
    EXPECT_TRUE(may_look());
    situation.caller.unit = ppt;
    EXPECT_FALSE(may_look()) << "in the team, for a unit that nobody said yes to";
    situation.facts.consents.front().units.insert(ppt);
    EXPECT_TRUE(may_look());
}

TEST(DecideAccess, AConsentOpensFromItsFirstDayToItsLast)
{
    const Situation situation = situation_of("team"); // from ten days ago, to ten days ahead
    const auto may_look = [&](int days) {
        return bool(decide_access(situation.caller, Purpose::look, situation.facts, access_rules(),
                                  today.plus_days(days)));
    };
    EXPECT_FALSE(may_look(-11));
    EXPECT_TRUE(may_look(-10));
    EXPECT_TRUE(may_look(10));
    EXPECT_FALSE(may_look(11));
}

TEST(DecideOpening, NeedsEverybodysConsentThatNamesTheCallersUnit)
{
    struct Case {
        const char* said;
        Role role;
        std::optional<UnitId> unit;
        std::vector<GivenConsent> consents;
        std::optional<ErrorCode> refused;
    };
    GivenConsent for_ppt = consent_from(mother);
    for_ppt.units = {ppt};
    GivenConsent over = consent_from(mother);
    over.until = today.plus_days(-1);
    GivenConsent last_day = consent_from(mother);
    last_day.until = today;
    constexpr auto staff = Role::professional;
    const std::vector<Case> cases{
        {"the mother", staff, school, {consent_from(mother)}, std::nullopt},
        {"the mother, to a leader", Role::leader, school, {consent_from(mother)}, std::nullopt},
        {"the mother, until today", staff, school, {last_day}, std::nullopt},
        {"the mother, until yesterday", staff, school, {over}, ErrorCode::consent_incomplete},
        {"nobody", staff, school, {}, ErrorCode::consent_missing},
        {"the child alone", staff, school, {consent_from(child)}, ErrorCode::consent_incomplete},
        {"the mother, to another unit", staff, school, {for_ppt}, ErrorCode::consent_incomplete},
        {"the mother, to somebody without a unit", staff, {}, {consent_from(mother)}, ErrorCode::not_allowed},
        {"the mother, to herself", Role::family, {}, {consent_from(mother)}, ErrorCode::not_allowed},
        {"the mother, to family with a unit",
         Role::family,
         school,
         {consent_from(mother)},
         ErrorCode::not_allowed},
    };
    const Family family{child, born_ten_years_ago, {mother}};
    for (const Case& row : cases) {
        Caller caller;
        caller.role = row.role;
        caller.unit = row.unit;
        const Result<Permit> answer =
            decide_opening(caller, follow_up, place, family, row.consents, access_rules(), today);
        ASSERT_EQ(!answer, row.refused.has_value()) << row.said;
        if (!answer) {
            EXPECT_EQ(answer.error().code, *row.refused) << row.said;
            continue;
        }
        EXPECT_EQ(answer.value().ground(), Ground::holder) << row.said;
        EXPECT_EQ(answer.value().member(), place);
        EXPECT_EQ(parts_of(answer.value()), everything);
    }
}

TEST(DecideAuthor, OnlyWhoeverWroteItAndNobodyElse)
{
    const EarlyConcernId concern{"concern"};
    const AccountId author{"author"};
    const auto refused = [&](const AccountId& caller_account, Role role,
                             const std::optional<AccountId>& written_by) {
        Caller caller;
        caller.account = caller_account;
        caller.role = role;
        const Result<AuthorPermit> answer = decide_author(caller, concern, written_by);
        if (!answer) { EXPECT_EQ(answer.error().code, ErrorCode::not_found); }
        if (answer) { EXPECT_EQ(answer.value().author(), author); }
        return !answer;
    };
    EXPECT_FALSE(refused(author, Role::professional, author));
    EXPECT_FALSE(refused(author, Role::leader, author));
    EXPECT_TRUE(refused(AccountId{"another"}, Role::professional, author));
    EXPECT_TRUE(refused(AccountId{"another"}, Role::leader, author));
    EXPECT_TRUE(refused(AccountId{"another"}, Role::bti_coordinator, author));
    EXPECT_TRUE(refused(author, Role::family, author)) << "the same person, logged in as a parent";
    EXPECT_TRUE(refused(author, Role::professional, std::nullopt)) << "no such early concern";
}

TEST(Words, EveryGroundAndPurposeHasItsOwn)
{
    std::set<std::string_view> words;
    for (const Purpose purpose : purposes) { words.insert(name_of(purpose)); }
    EXPECT_EQ(words.size(), purposes.size());
    constexpr std::array<Ground, 8> grounds{
        Ground::team,    Ground::holder,      Ground::holder_without_consent,
        Ground::offered, Ground::unit_leader, Ground::coordinator,
        Ground::child,   Ground::guardian};
    words.clear();
    for (const Ground ground : grounds) { words.insert(name_of(ground)); }
    EXPECT_EQ(words.size(), grounds.size());
    EXPECT_EQ(name_of(Ground::holder_without_consent), "holder_without_consent");
    EXPECT_EQ(name_of(Purpose::report_duty), "report_duty");
}

} // namespace
} // namespace samvei::access
