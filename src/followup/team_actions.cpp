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

/// Refuses when no consent in force names the unit.
Result<Done> need_covered(const App& app, const Work& work, const UnitId& unit)
{
    if (!is_covered(app, work.standing, work.settings, unit, work.today)) {
        return Error{ErrorCode::consent_not_in_force, "no consent names that unit"};
    }
    return Done{};
}

/// A member lets itself out of the team; the holder lets anybody out.
Result<Work> start_leaving(App& app, db::Reader& db, const Caller& caller, const FollowUpId& id,
                           const MemberId& member)
{
    TRY_LET(work, start_work(app, db, caller, id, access::Purpose::let_go));
    if (work.permit.self()) { return Error{ErrorCode::not_allowed, "the family is in the team by birth"}; }
    if (!work.standing.facts.is_holder && work.permit.member() != member) {
        return Error{ErrorCode::not_the_holder, "only oneself, or the holder"};
    }
    return work;
}

std::optional<access::Colleague> find_colleague(App& app, const Caller& caller, const AccountId& account,
                                                const UnitId& unit)
{
    return app.hub().read(
        [&](db::Reader& hub) { return access::find_colleague(hub, caller.municipality, account, unit); });
}

Member join(App& app, db::Writer& db, const Caller& caller, const Work& work,
            const access::Colleague& colleague)
{
    Member member{next_id<MemberId>(app.ids), colleague.account,   colleague.unit, colleague.name,
                  colleague.profession,       colleague.unit_name, work.today,     std::nullopt};
    insert_member(db, work.permit, member);
    journal(db, caller, work, "member_added", {{"text", colleague.name + ", " + colleague.unit_name}});
    return member;
}

void write_offer(App& app, db::Writer& db, const Caller& caller, const Work& work, const MemberId& from,
                 const Member& to, const PersonalText& message)
{
    Offer offer;
    offer.id = next_id<OfferId>(app.ids);
    offer.from_member = from;
    offer.to_member = to.id;
    offer.message = message;
    offer.offered_at = work.now;
    if (const auto days = work.settings.find_number(app.content.settings, acceptance_deadline)) {
        offer.answer_by = work.today.plus_days(*days);
    }
    insert_offer(db, work.permit, offer);
    journal(db, caller, work, "baton_offered", {{"text", to.name + ", " + to.unit_name}});
}

} // namespace

Result<Done> add_member(App& app, const Caller& caller, const FollowUpId& id, const AccountId& account,
                        const UnitId& unit)
{
    const auto colleague = find_colleague(app, caller, account, unit);
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::lead));
        TRY(need_content(work.permit));
        if (!colleague) { return Error{std::vector<FieldFault>{{"account", FaultCode::not_known}}}; }
        if (work.standing.find_active(account, unit)) {
            return Error{ErrorCode::member_already_in_team, "in the team already"};
        }
        TRY(need_covered(app, work, unit));
        join(app, db, caller, work, *colleague);
        return Done{};
    });
}

Result<Done> leave_team(App& app, const Caller& caller, const FollowUpId& id, const MemberId& member,
                        const PersonalText& reason)
{
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_leaving(app, db, caller, id, member));
        TRY_LET(leaving, active_member(work.standing, member));
        const bool reads_plan = work.permit.opens(Part::content);
        const std::vector<Measure> measures = reads_plan ? measures_of(db, work.permit)
                                                         : std::vector<Measure>{};
        TRY(decide_leave(work.standing.follow_up, leaving, measures));
        member_leaves(db, work.permit, member, work.today, reason);
        const Offer* const offer = work.standing.open_offer();
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
        TRY_LET(member, active_member(work.standing, to));
        TRY(decide_offer(work.standing.follow_up, member, work.standing.open_offer() != nullptr));
        TRY(need_covered(app, work, member.unit));
        write_offer(app, db, caller, work, *work.permit.member(), member, message);
        return Done{};
    });
}

Result<Done> appoint_holder(App& app, const Caller& caller, const FollowUpId& id, const AccountId& account,
                            const UnitId& unit, const PersonalText& message)
{
    const auto colleague = find_colleague(app, caller, account, unit);
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::appoint));
        const MemberId gone = work.standing.follow_up.holder.value_or(MemberId{});
        TRY_LET(holder, active_member(work.standing, gone));
        if (find_colleague(app, caller, holder.account, holder.unit)) {
            return Error{ErrorCode::holder_works_here, "the holder hands it over"};
        }
        if (!colleague) { return Error{std::vector<FieldFault>{{"account", FaultCode::not_known}}}; }
        TRY(need_covered(app, work, unit));
        if (work.standing.open_offer()) {
            return Error{ErrorCode::baton_already_offered, "one offer at a time"};
        }
        const Member* const there = work.standing.find_active(account, unit);
        write_offer(app, db, caller, work, gone, there ? *there : join(app, db, caller, work, *colleague),
                    message);
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
