#include "followup/breaks.hpp"

namespace samvei::followup {

std::vector<Break> breaks_of(const App& app, const Standing& standing,
                             const access::SettingsOfMunicipality& settings, const access::Places& places,
                             Date today)
{
    const FollowUp& follow_up = standing.follow_up;
    BreakFacts facts;
    facts.open = follow_up.state == FollowUpState::open;
    facts.has_holder = false;
    facts.has_next_step = !follow_up.next_step.empty();
    facts.next_due_on = follow_up.next_due_on;
    if (standing.open_offer) { facts.answer_by = standing.open_offer->answer_by; }

    const access::AccessRules rules = access_rules_of(app, settings);
    for (const Member& member : standing.members) {
        if (member.left_on) { continue; }
        const bool works_here = places.contains({member.account, member.unit});
        if (!works_here) { facts.member_left = true; }
        if (follow_up.holder != member.id) { continue; }
        facts.has_holder = true;
        facts.holder_works_here = works_here;
        facts.consent_covers_holder = access::covers_unit(rules.consent_rules, rules.settings,
                                                          standing.facts.family, standing.facts.consents,
                                                          member.unit, today);
    }
    return breaks_of(facts, today);
}

} // namespace samvei::followup
