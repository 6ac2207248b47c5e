// The team and the baton: exactly one holder, and the old one stays until the new one has accepted.

#include "access/units.hpp"
#include "followup/work.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

constexpr std::string_view acceptance_deadline = "deadline.baton_acceptance";

Result<Member> active_member(const Standing& standing, const MemberId& id)
{
    const auto member = std::ranges::find(standing.members, id, &Member::id);
    if (member == standing.members.end() || member->left_on) {
        return Error{ErrorCode::member_not_in_team, "no such active member"};
    }
    return *member;
}

bool covered(const App& app, const Work& work, const UnitId& unit)
{
    const access::AccessRules rules = access_rules_of(app, work.settings);
    return access::covers_unit(rules.consent_rules, rules.settings, work.standing.facts.family,
                               work.standing.facts.consents, unit, work.today);
}

Error unit_not_covered()
{
    return Error{ErrorCode::consent_not_in_force, "no consent names that unit"};
}

/// A member lets itself out of the team; the holder lets anybody out.
Result<Work> start_leaving(App& app, db::Reader& db, const Caller& caller, const FollowUpId& id,
                           const MemberId& member)
{
    Result<Work> as_holder = start_work(app, db, caller, id, access::Purpose::lead);
    if (as_holder || as_holder.error().code != ErrorCode::not_the_holder) { return as_holder; }
    TRY_LET(work, start_work(app, db, caller, id, access::Purpose::contribute));
    if (work.permit.member() != member) {
        return Error{ErrorCode::not_the_holder, "only oneself, or the holder"};
    }
    return work;
}

} // namespace

Result<Done> add_member(App& app, const Caller& caller, const FollowUpId& id, const AccountId& account,
                        const UnitId& unit)
{
    const auto colleague = app.hub().read(
        [&](db::Reader& hub) { return access::find_colleague(hub, caller.municipality, account, unit); });
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::lead));
        TRY(need_content(work.permit));
        if (!colleague) { return Error{std::vector<FieldFault>{{"account", FaultCode::not_known}}}; }
        const bool there = std::ranges::any_of(work.standing.members, [&](const Member& member) {
            return !member.left_on && member.account == account && member.unit == unit;
        });
        if (there) { return Error{ErrorCode::member_already_in_team, "in the team already"}; }
        if (!covered(app, work, unit)) { return unit_not_covered(); }

        insert_member(db, work.permit,
                      Member{next_id<MemberId>(app.ids), account, unit, colleague->name,
                             colleague->profession, colleague->unit_name, work.today, std::nullopt});
        journal(db, caller, work, "member_added", {{"text", colleague->name + ", " + colleague->unit_name}});
        return Done{};
    });
}

Result<Done> leave_team(App& app, const Caller& caller, const FollowUpId& id, const MemberId& member,
                        const PersonalText& reason)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_leaving(app, db, caller, id, member));
        TRY_LET(leaving, active_member(work.standing, member));
        TRY(decide_leave(work.standing.follow_up, leaving));
        member_leaves(db, work.permit, member, work.today, reason);
        const std::optional<Offer>& offer = work.standing.open_offer;
        if (offer && offer->to_member == member) {
            answer_offer(db, work.permit, offer->id, OfferState::withdrawn, {}, work.now);
        }
        journal(db, caller, work, "member_left",
                {{"text", leaving.name + ", " + leaving.unit_name}, {"reason", reason.reveal()}});
        return Done{};
    });
}

Result<Done> offer_baton(App& app, const Caller& caller, const FollowUpId& id, const MemberId& to,
                         const PersonalText& message)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::lead));
        TRY(need_content(work.permit));
        TRY_LET(member, active_member(work.standing, to));
        TRY(decide_offer(work.standing.follow_up, member, work.standing.open_offer.has_value()));
        if (!covered(app, work, member.unit)) { return unit_not_covered(); }

        Offer offer;
        offer.id = next_id<OfferId>(app.ids);
        offer.from_member = *work.permit.member();
        offer.to_member = to;
        offer.message = message;
        offer.offered_at = work.now;
        if (const auto days = work.settings.find_number(app.content.settings, acceptance_deadline)) {
            offer.answer_by = work.today.plus_days(*days);
        }
        insert_offer(db, work.permit, offer);
        journal(db, caller, work, "baton_offered", {{"text", member.name + ", " + member.unit_name}});
        return Done{};
    });
}

Result<FollowUpId> answer_baton(App& app, const Caller& caller, const OfferId& id, OfferState answer,
                                const PersonalText& reason)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<FollowUpId> {
        const std::optional<Offer> offer = find_offer(db, id);
        if (!offer) { return Error{ErrorCode::not_found, "no such offer"}; }
        TRY_LET(work, start_work(app, db, caller, offer->follow_up, access::Purpose::answer_offer));
        if (offer->to_member != work.permit.member()) {
            return Error{ErrorCode::baton_offer_not_open, "not offered to this member"};
        }
        TRY_LET(new_holder, decide_answer(*offer, answer, reason));
        if (!answer_offer(db, work.permit, id, answer, reason, work.now)) {
            return Error{ErrorCode::baton_offer_not_open, "answered in between"};
        }
        if (new_holder) {
            work.standing.follow_up.holder = *new_holder;
            TRY(save_follow_up(db, work.permit, work.standing.follow_up));
        }
        journal(db, caller, work, new_holder ? "baton_accepted" : "baton_refused",
                {{"text", reason.reveal()}});
        return offer->follow_up;
    });
}

Result<FollowUpId> withdraw_offer(App& app, const Caller& caller, const OfferId& id)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<FollowUpId> {
        const std::optional<Offer> offer = find_offer(db, id);
        if (!offer) { return Error{ErrorCode::not_found, "no such offer"}; }
        TRY_LET(work, start_work(app, db, caller, offer->follow_up, access::Purpose::lead));
        if (!answer_offer(db, work.permit, id, OfferState::withdrawn, {}, work.now)) {
            return Error{ErrorCode::baton_offer_not_open, "answered already"};
        }
        journal(db, caller, work, "baton_offer_withdrawn", {});
        return offer->follow_up;
    });
}

} // namespace samvei::followup
