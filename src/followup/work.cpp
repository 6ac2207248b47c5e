#include "followup/work.hpp"

#include "followup/json_text.hpp"

namespace samvei::followup {

access::AccessRules access_rules_of(const App& app, const access::SettingsOfMunicipality& settings)
{
    return {app.content.consent_rules, access::consent_settings_of(settings, app.content.settings)};
}

bool is_covered(const App& app, const Standing& standing, const access::SettingsOfMunicipality& settings,
                const UnitId& unit, Date today)
{
    const access::AccessRules rules = access_rules_of(app, settings);
    return access::covers_unit(rules.consent_rules, rules.settings, standing.facts.family,
                               standing.facts.consents, unit, today);
}

int log_opens_at_level(const App& app, const access::SettingsOfMunicipality& settings)
{
    return settings.find_number(app.content.settings, "log_opens_at_level").value_or(2);
}

bool guardians_may_read(const App& app, const Work& work)
{
    const access::AccessRules rules = access_rules_of(app, work.settings);
    return access::guardians_may_read(rules.consent_rules, rules.settings, work.standing.facts.family,
                                      work.standing.facts.consents, work.today);
}

Result<Work> start_work(App& app, db::Reader& db, const Caller& caller, const FollowUpId& id,
                        access::Purpose purpose)
{
    const Instant now = app.clock.now();
    const Date today = date_in_norway(now);
    std::optional<Standing> standing = find_standing(db, caller, purpose, id);
    if (!standing) { return Error{ErrorCode::not_found, "no such follow-up"}; }
    access::SettingsOfMunicipality settings = access::settings_in(db);
    TRY_LET(permit,
            access::decide_access(caller, purpose, standing->facts, access_rules_of(app, settings), today));
    return Work{
        caller.municipality, std::move(*standing), std::move(permit), std::move(settings), now, today};
}

Result<Work> start_versioned_work(App& app, db::Reader& db, const Caller& caller, const FollowUpId& id,
                                  access::Purpose purpose, std::int64_t version)
{
    TRY_LET(work, start_work(app, db, caller, id, purpose));
    if (work.standing.follow_up.version != version) {
        return Error{ErrorCode::edit_conflict, "the follow-up moved on"};
    }
    return work;
}

Result<Done> need_content(const Permit& permit)
{
    if (!permit.opens(Part::content)) {
        return Error{ErrorCode::consent_not_in_force, "the holder has the frame only"};
    }
    return Done{};
}

bool may_undo(const History& history, Date today)
{
    return history.last_change > 1 && history.last_on == today;
}

bool may_undo(const History& history, const Caller& caller, Date today)
{
    if (!may_undo(history, today) || history.last_by != caller.account) { return false; }
    for (std::size_t i = 0; i < history.facts.size(); ++i) {
        const bool of_last_change = history.changes[i] == history.last_change;
        if (of_last_change && std::holds_alternative<pathway::Reopened>(history.facts[i])) { return false; }
    }
    return true;
}

Result<Done> save_follow_up(db::Writer& db, const Permit& permit, const FollowUp& follow_up,
                            std::string_view agreed_with_family)
{
    if (!update_follow_up(db, permit, follow_up, agreed_with_family)) {
        return Error{ErrorCode::edit_conflict, "somebody saved the follow-up in between"};
    }
    return Done{};
}

void journal(db::Writer& db, const Caller& caller, const Work& work, std::string_view act,
             std::initializer_list<std::pair<std::string_view, std::string>> texts)
{
    std::string audience;
    for (const Member& member : work.standing.members) {
        if (!member.left_on) { audience += (audience.empty() ? "" : " ") + member.unit.text(); }
    }
    access::append_journal(db, caller, work.now,
                           {"follow_up:" + work.permit.follow_up().text(), std::string{act},
                            std::string{access::name_of(work.permit.ground())}, audience,
                            json_of_pairs(texts)});
}

void journal(db::Writer& db, const Caller& caller, const AuthorPermit& permit, Instant now,
             std::string_view act, std::initializer_list<std::pair<std::string_view, std::string>> texts)
{
    access::append_journal(db, caller, now,
                           {"early_concern:" + permit.early_concern().text(), std::string{act}, "author", "",
                            json_of_pairs(texts)});
}

} // namespace samvei::followup
