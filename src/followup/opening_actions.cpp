// Opening the shared log, and consent: who says yes, to which units, for what, until when.

#include "access/units.hpp"
#include "followup/work.hpp"

#include <algorithm>

namespace samvei::followup {

namespace {

Error not_known(const std::string& path)
{
    return Error{std::vector<FieldFault>{{path, FaultCode::not_known}}};
}

std::string field(const std::string& path, std::string_view list, std::size_t place,
                  std::string_view name = {})
{
    return path + std::string{list} + "[" + std::to_string(place) + "]" + std::string{name};
}

/// The units named, with their names; a unit of another municipality is not known.
Result<std::vector<UnitName>> units_named(const std::vector<access::Unit>& known,
                                          const std::vector<UnitId>& asked, const std::string& path)
{
    std::vector<UnitName> units;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto unit = std::ranges::find(known, asked[i], &access::Unit::id);
        if (unit == known.end()) { return not_known(field(path, "units", i)); }
        const bool twice = std::ranges::find(units, asked[i], &UnitName::id) != units.end();
        if (!twice) { units.push_back({unit->id, unit->name}); }
    }
    return units;
}

/// The person a giver stands for, among child and guardians; none when nobody fits.
std::optional<PersonId> giver_of(const GiverDraft& giver, const PersonId& child,
                                 const std::vector<Guardian>& guardians)
{
    if (giver.who == GiverKind::child) { return child; }
    if (giver.guardian && *giver.guardian < guardians.size()) { return guardians[*giver.guardian].person.id; }
    for (const Guardian& guardian : guardians) {
        if (giver.person == guardian.person.id) { return guardian.person.id; }
    }
    return std::nullopt;
}

/// One consent per giver, checked.
Result<std::vector<Consent>> make_consents(App& app, const ConsentDraft& draft,
                                           const std::vector<UnitName>& units, const PersonId& child,
                                           const std::vector<Guardian>& guardians, Date today,
                                           const std::string& path)
{
    std::vector<Consent> consents;
    for (std::size_t i = 0; i < draft.givers.size(); ++i) {
        const GiverDraft& giver = draft.givers[i];
        const std::optional<PersonId> person = giver_of(giver, child, guardians);
        if (!person) { return not_known(field(path, "givers", i, giver.person ? ".person" : ".guardian")); }
        Consent consent;
        consent.id = next_id<ConsentId>(app.ids);
        consent.person = *person;
        consent.who = giver.who;
        consent.given_on = giver.given_on;
        consent.how = giver.how;
        consent.language = giver.language;
        consent.interpreter = giver.interpreter;
        consent.purposes = draft.purposes;
        consent.topics = draft.topics;
        consent.guardians_may_see = draft.guardians_may_see && giver.who == GiverKind::child;
        consent.valid_until = draft.valid_until;
        consent.units = units;
        TRY(decide_consent_days(consent, today, path, i));
        consents.push_back(std::move(consent));
    }
    return consents;
}

std::string names_of(const std::vector<UnitName>& units)
{
    std::string text;
    for (const UnitName& unit : units) { text += (text.empty() ? "" : ", ") + unit.name; }
    return text;
}

/// "K3F9QX": the last six characters of an id are random; nothing of the child's is in it.
std::string make_reference(App& app)
{
    const std::string id = app.ids.next();
    std::string reference = id.substr(id.size() - 6);
    std::ranges::transform(reference, reference.begin(), [](char c) {
        return static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    });
    return reference;
}

void insert_child_view(App& app, db::Writer& db, const Permit& permit, const Caller& caller,
                       const PersonalText& view, Instant now)
{
    if (view.empty()) { return; }
    insert_own_words(db, permit,
                     OwnWords{next_id<OwnWordsId>(app.ids), permit.child(), Capacity::staff_on_behalf, view,
                              now, caller.account});
}

/// The early concern becomes the follow-up: it has no next step of its own any more.
Result<Done> share_concern(App& app, db::Writer& db, const Caller& caller, const EarlyConcernId& id,
                           const FollowUpId& follow_up)
{
    TRY_LET(permit, access::decide_author(caller, id, author_of(db, id)));
    EarlyConcern concern = early_concern_of(db, permit);
    if (concern.state == ConcernState::ended) { return Error{ErrorCode::concern_ended, "it has ended"}; }
    if (concern.state == ConcernState::shared) {
        return Error{ErrorCode::concern_already_shared, "it is shared"};
    }
    if (concern.suspicion_of_violence) {
        return Error{ErrorCode::suspicion_stands, "the parents are not asked while suspicion stands"};
    }
    concern.state = ConcernState::shared;
    concern.follow_up = follow_up;
    concern.next_step.clear();
    concern.next_due_on.reset();
    if (!update_early_concern(db, permit, concern)) {
        return Error{ErrorCode::edit_conflict, "saved in between"};
    }
    journal(db, caller, permit, app.clock.now(), "concern_shared", {});
    return Done{};
}

/// What opening makes, before anything is written.
struct Opening {
    FollowUp follow_up;
    Person child;
    std::vector<Guardian> guardians;
    Member first_member;
    std::vector<Consent> consents;
    Progress progress;
    Permit permit;
};

FollowUp make_follow_up(App& app, const OpeningDraft& draft, const pathway::Definition& definition,
                        const PersonId& child, Date today)
{
    FollowUp follow_up;
    follow_up.id = next_id<FollowUpId>(app.ids);
    follow_up.reference = make_reference(app);
    follow_up.child = child;
    follow_up.reason = draft.reason;
    follow_up.pathway_id = follow_up.on_pathway = definition.id;
    follow_up.pathway_version = follow_up.on_version = definition.version;
    follow_up.opened_on = today;
    return follow_up;
}

Member make_first_member(App& app, const Caller& caller, Date today)
{
    check(caller.unit.has_value(), "staff act for a unit");
    return {next_id<MemberId>(app.ids), caller.account,   *caller.unit, caller.name,
            caller.profession,          caller.unit_name, today,        std::nullopt};
}

/// Consent first, then the pathway: a pure decision but for the new ids.
Result<Opening> decide_opening(App& app, db::Reader& db, const Caller& caller, const OpeningDraft& draft,
                               const std::vector<access::Unit>& known_units,
                               const access::SettingsOfMunicipality& settings, Date today)
{
    if (!caller.unit) { return Error{ErrorCode::not_allowed, "staff act for a unit"}; }
    check(draft.child.born_on.has_value(), "a child has a date of birth");
    TRY(decide_level_of_opening(draft.level, log_opens_at_level(app, settings), *draft.child.born_on,
                                settings.find_number(app.content.settings, "age_max").value_or(25), today));
    TRY(decide_identity_of_child(draft.child));

    Person child = draft.child;
    child.id = next_id<PersonId>(app.ids);
    std::vector<Guardian> guardians = draft.guardians;
    access::Family family{child.id, *child.born_on, {}};
    for (Guardian& guardian : guardians) {
        guardian.person.id = next_id<PersonId>(app.ids);
        if (guardian.parental_responsibility) { family.with_responsibility.push_back(guardian.person.id); }
    }
    TRY_LET(units, units_named(known_units, draft.consent.units, "consent."));
    TRY_LET(consents, make_consents(app, draft.consent, units, child.id, guardians, today, "consent."));

    const pathway::Definition* const in_use =
        catalogue::find_in_use(app, db, caller.municipality, std::string{bti});
    check(in_use != nullptr, "the content has the pathway that shared logs begin on");
    const pathway::Definition& definition = *in_use;
    FollowUp follow_up = make_follow_up(app, draft, definition, child.id, today);
    Member first_member = make_first_member(app, caller, today);
    TRY_LET(permit, access::decide_opening(caller, follow_up.id, first_member.id, family,
                                           given_from(consents), access_rules_of(app, settings), today));

    TRY_LET(stage, stage_of_level(definition, draft.level));
    follow_up.started_in = stage;
    PathwayRun run = main_run_of(follow_up);
    TRY_LET(progress,
            advance(definition, facts_of(app, run, settings, {}),
                    flags_at_start(definition, choices_of(app, settings), today), draft.next_due_on, today));
    apply(progress, run, today);
    Standing begun;
    begun.follow_up = std::move(follow_up);
    put_run(run, begun);
    follow_up = std::move(begun.follow_up);
    follow_up.level = draft.level;
    follow_up.holder = first_member.id;
    return Opening{std::move(follow_up), std::move(child),    std::move(guardians), std::move(first_member),
                   std::move(consents),  std::move(progress), std::move(permit)};
}

std::vector<access::Unit> known_units_of(App& app, const Caller& caller)
{
    return app.hub().read([&](db::Reader& hub) { return access::units_of(hub, caller.municipality); });
}

} // namespace

Result<FollowUpId> open_follow_up(App& app, const Caller& caller, const OpeningDraft& draft)
{
    const std::vector<access::Unit> known_units = known_units_of(app, caller);
    return app.of(caller).write([&](db::Writer& db) -> Result<FollowUpId> {
        const Instant now = app.clock.now();
        const access::SettingsOfMunicipality settings = access::settings_in(db);
        TRY_LET(opening, decide_opening(app, db, caller, draft, known_units, settings, date_in_norway(now)));
        const Permit& permit = opening.permit;

        insert_person(db, app.keys, opening.child, now);
        insert_follow_up(db, permit, opening.follow_up, now);
        for (const Guardian& guardian : opening.guardians) {
            insert_person(db, app.keys, guardian.person, now);
            insert_guardianship(db, permit, guardian);
        }
        insert_member(db, permit, opening.first_member);
        for (const Consent& consent : opening.consents) {
            insert_consent(db, permit, consent, caller.account, now);
        }
        append_facts(db, permit, RunId{}, opening.progress.added, caller.account);
        insert_child_view(app, db, permit, caller, draft.consent.child_view, now);
        if (draft.early_concern) {
            TRY(share_concern(app, db, caller, *draft.early_concern, permit.follow_up()));
        }

        Standing standing;
        standing.follow_up = opening.follow_up;
        standing.members = {opening.first_member};
        const Work work{caller.municipality, std::move(standing), permit, settings, now, date_in_norway(now)};
        journal(db, caller, work, "opened",
                {{"text", draft.reason.reveal()},
                 {"level", std::to_string(opening.follow_up.level)},
                 {"units", names_of(opening.consents.front().units)}});
        return permit.follow_up();
    });
}

Result<Done> add_consent(App& app, const Caller& caller, const FollowUpId& id, const ConsentDraft& draft)
{
    const std::vector<access::Unit> known_units = known_units_of(app, caller);
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::lead));
        TRY_LET(units, units_named(known_units, draft.units, ""));
        TRY_LET(consents, make_consents(app, draft, units, work.standing.child.id, work.standing.guardians,
                                        work.today, ""));
        if (consents.empty()) { return Error{ErrorCode::consent_missing, "nobody has consented"}; }
        for (const Consent& consent : consents) {
            insert_consent(db, work.permit, consent, caller.account, work.now);
        }
        insert_child_view(app, db, work.permit, caller, draft.child_view, work.now);
        journal(db, caller, work, "consent_given", {{"text", names_of(units)}});
        return Done{};
    });
}

std::int64_t link_login(App& app, const std::string& municipality, const IdentityNumber& number,
                        const AccountId& account, std::string_view operator_name)
{
    return app.databases.municipality(municipality)
        .write([&](db::Writer& db) -> Result<std::int64_t> {
            const std::int64_t linked = link_account(db, app.keys, number, account);
            if (linked > 0) {
                access::append_journal_by_system(
                    db, operator_name, app.clock.now(),
                    {"account:" + account.text(), "login_linked", "operation", "", "{}"});
            }
            return linked;
        })
        .value();
}

Result<Done> withdraw_consent(App& app, const Caller& caller, const FollowUpId& id, const ConsentId& consent,
                              const PersonalText& reason)
{
    const bool family = caller.role == access::Role::family;
    return app.of(caller).write([&](db::Writer& db) -> Result<Done> {
        TRY_LET(work, start_work(app, db, caller, id, access::Purpose::let_go));
        const auto& consents = work.standing.consents;
        const auto stored = std::ranges::find(consents, consent, &Consent::id);
        if (stored == consents.end() || (family && stored->person != work.permit.self())) {
            return Error{ErrorCode::not_found, "no such consent of theirs"};
        }
        if (!family && !work.standing.facts.is_holder) {
            return Error{ErrorCode::not_the_holder, "only the holder takes it back for another"};
        }
        if (!withdraw_consent(db, work.permit, consent, reason, work.now)) {
            return Error{ErrorCode::consent_not_in_force, "withdrawn already"};
        }
        journal(db, caller, work, "consent_withdrawn", {{"text", reason.reveal()}});
        return Done{};
    });
}

} // namespace samvei::followup
