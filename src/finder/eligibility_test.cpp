// Goal: every limit of an offer on both sides, as somebody who knows the services would say it.

#include "finder/eligibility.hpp"
#include "finder/words.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace samvei::finder {
namespace {

const Date today = *find_date("2026-11-22");

Offer youth_clinic()
{
    Offer offer;
    offer.id = "youth_clinic";
    offer.areas.municipalities = {"9901"};
    offer.age_min = 13;
    offer.age_max = 25;
    offer.audience = {Audience::child};
    return offer;
}

/// A municipality's psychologist: parents are asked below 16, a referral is possible.
Offer psychologist()
{
    Offer offer = youth_clinic();
    offer.age_min = 0;
    offer.age_max = 18;
    offer.audience = {Audience::child, Audience::parent};
    offer.way_in.referral = Referral::possible;
    offer.way_in.referrers = {"gp", "school_health"};
    offer.way_in.parents_consent_below = 16;
    return offer;
}

/// Specialist services for the county: somebody must refer, and an adult makes contact.
Offer specialist()
{
    Offer offer = psychologist();
    offer.areas = {};
    offer.areas.counties = {"42"};
    offer.way_in.referral = Referral::required;
    offer.way_in.referrers = {"gp", "child_welfare"};
    offer.way_in.self = false;
    return offer;
}

Offer help_line()
{
    Offer offer;
    offer.areas.country = true;
    offer.audience = {Audience::child, Audience::parent};
    return offer;
}

Offer with(Offer offer, const std::function<void(Offer&)>& change)
{
    change(offer);
    return offer;
}

/// "yes: age_fits 13-25, here, ..."
std::string said(const Eligibility& eligibility)
{
    std::string text{word_of(eligibility.verdict)};
    for (const Reason& reason : eligibility.reasons) {
        text += (&reason == &eligibility.reasons.front() ? ": " : ", ") + std::string{word_of(reason.code)};
        if (reason.from) { text += " from " + std::to_string(*reason.from); }
        if (reason.to) { text += " to " + std::to_string(*reason.to); }
        for (const std::string& who : reason.who) { text += " " + who; }
        if (reason.on) { text += " " + text_of(*reason.on); }
    }
    return text;
}

struct Case {
    Offer offer;
    Person person;
    std::string expected;
};

void expect_all(const std::vector<Case>& cases)
{
    for (const Case& one : cases) {
        EXPECT_EQ(said(decide_eligibility(one.offer, one.person, today)), one.expected);
    }
}

Person aged(std::optional<int> age, Asker asker = Asker::self)
{
    return {age, "9901", asker, ""};
}

TEST(Eligibility, AgesHoldFromTheFirstYearToTheLast)
{
    const std::string open = ", here, no_referral_needed, own_contact";
    expect_all({
        {youth_clinic(), aged(12), "no: too_young from 13" + open},
        {youth_clinic(), aged(13), "yes: age_fits from 13 to 25" + open},
        {youth_clinic(), aged(25), "yes: age_fits from 13 to 25" + open},
        {youth_clinic(), aged(26), "no: too_old to 25" + open},
        {youth_clinic(), aged({}), "maybe: age_unknown from 13 to 25" + open},
        {help_line(), aged({}), "yes: everywhere, no_referral_needed, own_contact"},
        {help_line(), aged(0), "yes: age_fits from 0 to 120, everywhere, no_referral_needed, own_contact"},
    });
}

TEST(Eligibility, AMunicipalitysOffersAreForThoseWhoLiveThere)
{
    const Offer county = with(youth_clinic(), [](Offer& offer) { offer.areas = {false, {"42"}, {}}; });
    const auto in = [](std::optional<std::string> municipality) {
        return Person{15, std::move(municipality), Asker::self, ""};
    };
    const std::string fits = "age_fits from 13 to 25, ";
    const std::string open = ", no_referral_needed, own_contact";
    expect_all({
        {youth_clinic(), in("9901"), "yes: " + fits + "here" + open},
        {youth_clinic(), in("9902"), "no: " + fits + "elsewhere" + open},
        {youth_clinic(), in({}), "maybe: " + fits + "place_unknown" + open},
        {county, in("4203"), "yes: " + fits + "here" + open},
        {county, in("4601"), "no: " + fits + "elsewhere" + open},
    });
}

TEST(Eligibility, ParentsAreAskedBelowTheAgeThatTheOfferSays)
{
    const std::string open = "age_fits from 0 to 18, here, referral_possible gp school_health, own_contact";
    expect_all({
        {psychologist(), aged(15), "maybe: " + open + ", parents_must_say_yes to 16"},
        {psychologist(), aged(16), "yes: " + open},
        {psychologist(), aged({}),
         "maybe: age_unknown from 0 to 18, here, referral_possible gp school_health, own_contact, "
         "parents_must_say_yes to 16"},
        // A parent says yes by asking.
        {psychologist(), aged(15, Asker::parent),
         "yes: age_fits from 0 to 18, here, referral_possible gp school_health"},
        // Nobody so young comes here.
        {with(psychologist(), [](Offer& offer) { offer.age_min = 16; }), aged({}),
         "maybe: age_unknown from 16 to 18, here, referral_possible gp school_health, own_contact"},
    });
}

TEST(Eligibility, AReferralIsWrittenByThoseWhoMay)
{
    const auto asks = [](Asker asker, const char* profession) {
        return Person{10, "4203", asker, profession};
    };
    const std::string fits = "age_fits from 0 to 18, here, ";
    const std::string needed = "referral_needed gp child_welfare";
    expect_all({
        {specialist(), asks(Asker::professional, "gp"), "yes: " + fits + "may_refer"},
        {specialist(), asks(Asker::professional, "teacher"), "maybe: " + fits + needed},
        {specialist(), asks(Asker::professional, ""), "maybe: " + fits + needed},
        {specialist(), asks(Asker::parent, ""), "maybe: " + fits + needed},
        {specialist(), asks(Asker::parent, "gp"), "maybe: " + fits + needed}, // asks as a parent
        {specialist(), asks(Asker::self, ""),
         "maybe: " + fits + needed + ", adult_must_make_contact, parents_must_say_yes to 16"},
    });
}

TEST(Eligibility, SomeOffersAreForOthersThanTheOneWhoAsks)
{
    const Offer for_parents = with(youth_clinic(), [](Offer& offer) { offer.audience = {Audience::parent}; });
    const Offer pregnant = with(youth_clinic(), [](Offer& offer) { offer.audience = {Audience::pregnant}; });
    const Offer led = with(youth_clinic(), [](Offer& offer) { offer.way_in.self = false; });
    const std::string open = "age_fits from 13 to 25, here, ";
    const std::string self = ", no_referral_needed, own_contact";
    expect_all({
        {for_parents, aged(15), "no: " + open + "not_for_this_asker" + self},
        {for_parents, aged(15, Asker::a_friend), "no: " + open + "not_for_this_asker" + self},
        {for_parents, aged(15, Asker::parent), "yes: " + open + "no_referral_needed"},
        {for_parents, aged(15, Asker::relative),
         "maybe: " + open + "with_child_or_parents, no_referral_needed"},
        {for_parents, aged(15, Asker::professional), "yes: " + open + "no_referral_needed"},
        {pregnant, aged(17), "maybe: " + open + "for_pregnant" + self},
        {pregnant, aged(17, Asker::relative), "maybe: " + open + "for_pregnant, no_referral_needed"},
        {youth_clinic(), aged(15, Asker::parent),
         "maybe: " + open + "child_makes_contact, no_referral_needed"},
        {youth_clinic(), aged(15, Asker::a_friend), "yes: " + open + "no_referral_needed, own_contact"},
        {led, aged(15, Asker::parent), "yes: " + open + "no_referral_needed"},
        {led, aged(15), "maybe: " + open + "no_referral_needed, adult_must_make_contact"},
    });
}

TEST(Eligibility, AnOfferIsValidFromItsFirstDayThroughItsLast)
{
    const auto valid = [](std::optional<std::string_view> from, std::optional<std::string_view> to) {
        return with(help_line(), [&](Offer& offer) {
            if (from) { offer.valid_from = find_date(*from); }
            if (to) { offer.valid_to = find_date(*to); }
        });
    };
    const std::string open = "everywhere, no_referral_needed, own_contact";
    expect_all({
        {valid("2026-11-22", "2026-11-22"), aged({}), "yes: " + open},
        {valid("2026-11-23", {}), aged({}), "no: not_valid_yet 2026-11-23, " + open},
        {valid({}, "2026-11-21"), aged({}), "no: no_longer_valid 2026-11-21, " + open},
    });
}

TEST(Eligibility, ReasonsCanBeAskedFor)
{
    const Eligibility eligibility = decide_eligibility(youth_clinic(), aged(12), today);
    EXPECT_TRUE(eligibility.has(ReasonCode::too_young));
    EXPECT_FALSE(eligibility.has(ReasonCode::too_old));
}

} // namespace
} // namespace samvei::finder
