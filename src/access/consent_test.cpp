// Goal: who must say yes follows from age, parental responsibility and the municipality's settings alone; a
// consent holds from its first to its last day, for the units it names, until it is withdrawn.
// The rules are the program's own, content/rules/consent.json.
#include "access/consent.hpp"
#include "base/files.hpp"
#include "base/result.hpp"

#include <gtest/gtest.h>

namespace samvei::access {
namespace {

const std::vector<ConsentRule>& rules()
{
    static const std::vector<ConsentRule> read =
        read_consent_rules(text_of_file(std::string{SAMVEI_SOURCE_DIR} + "/content/rules/consent.json"));
    return read;
}

Date day(std::string_view text)
{
    const std::optional<Date> date = find_date(text);
    check(date.has_value(), "a test day exists");
    return *date;
}

const Date today = day("2026-09-14");
const PersonId child{"child"};
const PersonId mother{"mother"};
const PersonId father{"father"};
const PersonId stepfather{"stepfather"}; // without parental responsibility
const UnitId school{"school"};
const UnitId nurse{"nurse"};

/// Born so that the child is `years` old today, `days_after` days after the birthday (0: today is the day).
Date born(int years, int days_after = 0)
{
    const YearMonthDay now = parts_of(today);
    return find_date(now.year - years, now.month, now.day).value().plus_days(-days_after);
}
/// The last day before turning `years`.
Date born_a_day_short_of(int years)
{
    return born(years).plus_days(1);
}

GivenConsent yes_from(const PersonId& person, std::set<UnitId> units = {school})
{
    GivenConsent consent;
    consent.id = ConsentId{"consent_" + person.text()};
    consent.person = person;
    consent.units = std::move(units);
    consent.purposes = {"cooperation", "information_sharing"};
    consent.from = today.plus_days(-30);
    consent.until = today.plus_days(30);
    return consent;
}

ConsentSettings with_age(std::optional<int> consent_age)
{
    return {.consent_age = consent_age, .guardians_needed = GuardiansNeeded::all};
}

/// "mother+father", "child" or "nobody": who has to say yes to a child born on that day of two parents.
std::string who_must(Date born_on, std::optional<int> consent_age)
{
    std::string who;
    for (const ConsentRule* rule : consent_needs_of(rules(), with_age(consent_age), born_on, today)) {
        if (rule->need != ConsentNeedKind::consent) { continue; }
        who += rule->who == ConsentParty::child ? "child" : "guardians";
    }
    return who.empty() ? "nobody" : who;
}

TEST(ConsentNeeds, GuardiansSayYesBelowTheAgeTheYoungPersonFromItOn)
{
    // Each line: age in years, then who must say yes when the municipality's consent age is unset, 15, 16,
    // 17, 18.
    struct Row {
        int years;
        std::array<const char*, 5> who;
    };
    constexpr auto g = "guardians";
    constexpr auto c = "child";
    const std::vector<Row> table{{0, {g, g, g, g, g}},  {6, {g, g, g, g, g}},  {7, {g, g, g, g, g}},
                                 {11, {g, g, g, g, g}}, {12, {g, g, g, g, g}}, {14, {g, g, g, g, g}},
                                 {15, {g, c, g, g, g}}, {16, {c, c, c, g, g}}, {17, {c, c, c, c, g}},
                                 {18, {c, c, c, c, c}}, {25, {c, c, c, c, c}}};
    const std::array<std::optional<int>, 5> ages{std::nullopt, 15, 16, 17, 18};
    for (const Row& row : table) {
        for (std::size_t i = 0; i < ages.size(); ++i) {
            const int set = ages[i].value_or(0);
            EXPECT_EQ(who_must(born(row.years), ages[i]), row.who[i])
                << row.years << " today, set to " << set;
            EXPECT_EQ(who_must(born_a_day_short_of(row.years + 1), ages[i]), row.who[i])
                << row.years + 1 << " tomorrow, set to " << set;
        }
    }
}

TEST(ConsentNeeds, TheChildIsHeardAtEveryAgeAtWhichOthersConsent)
{
    struct Row {
        Date born_on;
        std::vector<std::string> ids;
    };
    const std::vector<Row> table{
        {born(0), {"young_child", "young_child_heard"}},
        {born_a_day_short_of(7), {"young_child", "young_child_heard"}},
        {born(7), {"from_7", "from_7_heard"}},
        {born_a_day_short_of(12), {"from_7", "from_7_heard"}},
        {born(12), {"from_12", "from_12_heard"}},
        {born_a_day_short_of(15), {"from_12", "from_12_heard"}},
        {born(15), {"from_15", "from_15_heard"}},
        {born_a_day_short_of(16), {"from_15", "from_15_heard"}},
        {born(16), {"from_16"}},
        {born_a_day_short_of(18), {"from_16"}},
        {born(18), {"from_18"}},
    };
    for (const Row& row : table) {
        std::vector<std::string> ids;
        for (const ConsentRule* rule : consent_needs_of(rules(), with_age(16), row.born_on, today)) {
            ids.push_back(rule->id);
        }
        EXPECT_EQ(ids, row.ids) << "born on " << text_of(row.born_on);
    }
}

TEST(ConsentNeeds, RuleHoldsFromItsFirstDayUpToNotIncludingItsLast)
{
    ConsentRule rule = rules().front();
    rule.valid_from = today;
    rule.valid_to = today.plus_days(10);
    const auto holds_on = [&](Date on) {
        return consent_needs_of(std::span{&rule, 1}, {}, born(3), on).size() == 1;
    };
    EXPECT_FALSE(holds_on(today.plus_days(-1)));
    EXPECT_TRUE(holds_on(today));
    EXPECT_TRUE(holds_on(today.plus_days(9)));
    EXPECT_FALSE(holds_on(today.plus_days(10)));
}

/// A child of two parents, and whether the school is covered today.
struct Situation {
    const char* said;
    int years;
    GuardiansNeeded needed;
    std::vector<GivenConsent> consents;
    bool covered;
};

TEST(CoversUnit, EverybodyWhoMustHasSaidYes)
{
    constexpr auto all = GuardiansNeeded::all;
    constexpr auto one = GuardiansNeeded::one;
    const std::vector<Situation> table{
        {"nobody", 10, all, {}, false},
        {"both parents", 10, all, {yes_from(mother), yes_from(father)}, true},
        {"one parent where both must", 10, all, {yes_from(mother)}, false},
        {"the other parent where both must", 10, all, {yes_from(father)}, false},
        {"one parent where one is enough", 10, one, {yes_from(father)}, true},
        {"nobody where one is enough", 10, one, {}, false},
        {"the child, too young", 10, all, {yes_from(child)}, false},
        {"the child, too young, where one is enough", 10, one, {yes_from(child)}, false},
        {"one parent and the child", 10, all, {yes_from(mother), yes_from(child)}, false},
        {"one parent twice", 10, all, {yes_from(mother), yes_from(mother)}, false},
        {"somebody without responsibility", 10, one, {yes_from(stepfather)}, false},
        {"both parents of a fifteen-year-old", 15, all, {yes_from(mother), yes_from(father)}, true},
        {"a fifteen-year-old", 15, all, {yes_from(child)}, false},
        {"a sixteen-year-old", 16, all, {yes_from(child)}, true},
        {"both parents of a sixteen-year-old", 16, all, {yes_from(mother), yes_from(father)}, false},
        {"both parents of a sixteen-year-old, one enough",
         16,
         one,
         {yes_from(mother), yes_from(father)},
         false},
        {"somebody of eighteen", 18, all, {yes_from(child)}, true},
        {"parents of somebody of eighteen", 18, one, {yes_from(mother), yes_from(father)}, false},
    };
    for (const Situation& row : table) {
        const Family family{child, born(row.years), {mother, father}};
        const ConsentSettings settings{.consent_age = 16, .guardians_needed = row.needed};
        EXPECT_EQ(covers_unit(rules(), settings, family, row.consents, school, today), row.covered)
            << row.said;
    }
}

TEST(CoversUnit, EachMustNameTheUnitButMayDoSoInTwoConsents)
{
    const Family family{child, born(10), {mother, father}};
    const auto covers = [&](const std::vector<GivenConsent>& consents, const UnitId& unit) {
        return covers_unit(rules(), with_age(16), family, consents, unit, today);
    };
    const std::vector<GivenConsent> school_only{yes_from(mother), yes_from(father)};
    EXPECT_TRUE(covers(school_only, school));
    EXPECT_FALSE(covers(school_only, nurse));

    std::vector<GivenConsent> one_names_both{yes_from(mother, {school, nurse}), yes_from(father)};
    EXPECT_TRUE(covers(one_names_both, school));
    EXPECT_FALSE(covers(one_names_both, nurse)) << "the father has not said yes to the nurse";
    one_names_both.push_back(yes_from(father, {nurse}));
    EXPECT_TRUE(covers(one_names_both, nurse));
    EXPECT_TRUE(covers(one_names_both, school));
    EXPECT_FALSE(covers({yes_from(mother, {}), yes_from(father, {})}, school)) << "no unit is named";
}

TEST(CoversUnit, HoldsFromTheFirstDayToTheLastUntilWithdrawn)
{
    const Family family{child, born(17), {mother, father}};
    GivenConsent consent = yes_from(child);
    consent.from = today;
    consent.until = today.plus_days(5);
    const auto holds_on = [&](int days) {
        return covers_unit(rules(), with_age(16), family, std::span{&consent, 1}, school,
                           today.plus_days(days));
    };
    EXPECT_FALSE(holds_on(-1)) << "the day before";
    EXPECT_TRUE(holds_on(0)) << "the first day";
    EXPECT_TRUE(holds_on(5)) << "the last day";
    EXPECT_FALSE(holds_on(6)) << "the day after";
    consent.withdrawn = true;
    for (const int days : {0, 3, 5}) { EXPECT_FALSE(holds_on(days)) << "withdrawn"; }
}

TEST(CoversUnit, AWithdrawnConsentDoesNotTakeAnotherDown)
{
    const Family family{child, born(17), {}};
    GivenConsent old = yes_from(child);
    old.withdrawn = true;
    EXPECT_TRUE(covers_unit(rules(), with_age(16), family, std::vector{old, yes_from(child)}, school, today));
}

TEST(CoversUnit, ParentsYesEndsOnTheBirthdayThatGivesTheChildItsOwnSay)
{
    const std::vector<GivenConsent> parents{yes_from(mother), yes_from(father)};
    for (const int age : {15, 16, 17, 18}) {
        const Family family{child, born(age), {mother, father}};
        const auto covered = [&](const std::vector<GivenConsent>& consents, Date on) {
            return covers_unit(rules(), with_age(age), family, consents, school, on);
        };
        EXPECT_TRUE(covered(parents, today.plus_days(-1))) << "the day before turning " << age;
        EXPECT_FALSE(covered(parents, today)) << "turning " << age;
        EXPECT_FALSE(covered({yes_from(child)}, today.plus_days(-1))) << "the day before turning " << age;
        EXPECT_TRUE(covered({yes_from(child)}, today)) << "turning " << age;
    }
}

TEST(CoversUnit, NobodyWhoCouldSayYesIsNo)
{
    for (const GuardiansNeeded needed : {GuardiansNeeded::all, GuardiansNeeded::one}) {
        const ConsentSettings settings{.consent_age = 16, .guardians_needed = needed};
        const std::vector<GivenConsent> consents{yes_from(child), yes_from(stepfather)};
        EXPECT_FALSE(covers_unit(rules(), settings, {child, born(10), {}}, consents, school, today));
        EXPECT_TRUE(covers_unit(rules(), settings, {child, born(16), {}}, consents, school, today));
    }
    EXPECT_FALSE(
        covers_unit({}, {}, {child, born(10), {mother}}, std::vector{yes_from(mother)}, school, today))
        << "without rules nobody must, so nobody can";
}

TEST(CoversUnit, YesToCooperationAndSharingAndToNothingLess)
{
    const Family family{child, born(10), {mother}};
    struct Row {
        std::set<std::string, std::less<>> purposes;
        bool covers;
    };
    const std::vector<Row> table{
        {{"cooperation", "information_sharing"}, true},
        {{"cooperation", "information_sharing", "referral"}, true},
        {{"cooperation"}, false},
        {{"information_sharing", "referral"}, false},
        {{"referral"}, false},
        {{}, false},
    };
    for (const Row& row : table) {
        GivenConsent consent = yes_from(mother);
        consent.purposes = row.purposes;
        EXPECT_EQ(covers_unit(rules(), with_age(16), family, std::vector{consent}, school, today), row.covers)
            << row.purposes.size() << " purposes";
    }
}

TEST(GuardiansMayRead, WhileTheyConsentAndAfterThatOnlyIfTheYoungPersonSaysSo)
{
    GivenConsent open = yes_from(child);
    open.guardians_may_see = true;
    GivenConsent over = open;
    over.until = today.plus_days(-1);
    GivenConsent last_day = open;
    last_day.until = today;
    GivenConsent not_begun = open;
    not_begun.from = today.plus_days(1);
    GivenConsent withdrawn = open;
    withdrawn.withdrawn = true;
    GivenConsent from_mother = open;
    from_mother.person = mother;

    GivenConsent ended_no = yes_from(child);
    ended_no.until = today.plus_days(-1);

    struct Row {
        const char* said;
        int years;
        std::vector<GivenConsent> consents;
        bool may_read;
    };
    const std::vector<Row> table{
        {"fifteen, no consent at all", 15, {}, true},
        {"fifteen, the child wants them not to see", 15, {yes_from(child)}, true},
        {"sixteen, no consent", 16, {}, false},
        {"sixteen, consents, keeps it from them", 16, {yes_from(child)}, false},
        {"sixteen, says they may see", 16, {open}, true},
        {"sixteen, says so until today", 16, {last_day}, true},
        {"sixteen, said so until yesterday", 16, {over}, false},
        {"sixteen, says so from tomorrow", 16, {not_begun}, false},
        {"sixteen, has taken it back", 16, {withdrawn}, false},
        {"sixteen, the mother says so herself", 16, {from_mother}, false},
        {"eighteen, says they may see", 18, {open}, true},
        {"eighteen, does not", 18, {yes_from(child)}, false},
        {"sixteen, said they may see, then that they may not", 16, {open, yes_from(child)}, false},
        {"sixteen, said they may not, then that they may", 16, {yes_from(child), open}, true},
        {"sixteen, said they may; a later no has ended", 16, {open, ended_no}, true},
    };
    for (const Row& row : table) {
        const Family family{child, born(row.years), {mother, father}};
        EXPECT_EQ(guardians_may_read(rules(), with_age(16), family, row.consents, today), row.may_read)
            << row.said;
    }
    const Family at_seventeen{child, born(17), {mother, father}};
    EXPECT_TRUE(guardians_may_read(rules(), with_age(18), at_seventeen, {}, today));
    EXPECT_FALSE(guardians_may_read(rules(), with_age(17), at_seventeen, {}, today));
}

} // namespace
} // namespace samvei::access
