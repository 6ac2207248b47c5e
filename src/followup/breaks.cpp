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
    if (const Offer* const offer = standing.open_offer()) { facts.answer_by = offer->answer_by; }

    for (const Member& member : standing.members) {
        if (member.left_on) { continue; }
        const bool works_here = places.contains({member.account, member.unit});
        if (!works_here) { facts.member_left = true; }
        if (follow_up.holder != member.id) { continue; }
        facts.has_holder = true;
        facts.holder_works_here = works_here;
        facts.consent_covers_holder = is_covered(app, standing, settings, member.unit, today);
    }
    return breaks_of(facts, today);
}

} // namespace samvei::followup
