#pragma once
// What every action of this room starts from and ends with: the permit, the municipality's numbers, the
// pathway, the journal.

#include "access/journal.hpp"
#include "access/settings.hpp"
#include "followup/actions.hpp"
#include "followup/rules.hpp"
#include "followup/store.hpp"

#include <initializer_list>
#include <utility>

namespace samvei::followup {

/// The pathway of early concerns and shared logs.
inline constexpr std::string_view bti = "bti";

/// Everything an action on one follow-up starts from.
struct Work {
    Standing standing;
    Permit permit;
    access::SettingsOfMunicipality settings;
    Instant now;
    Date today;
};

/// Loads and decides. not_found when there is no such follow-up, or none for this caller.
Result<Work> start_work(App& app, db::Reader& db, const Caller& caller, const FollowUpId& id,
                        access::Purpose purpose);

/// The same, refusing with edit_conflict when the follow-up moved on since `version`.
Result<Work> start_versioned_work(App& app, db::Reader& db, const Caller& caller, const FollowUpId& id,
                                  access::Purpose purpose, std::int64_t version);

/// Refuses with consent_not_in_force unless the permit opens the content.
Result<Done> need_content(const Permit& permit);

access::AccessRules access_rules_of(const App& app, const access::SettingsOfMunicipality& settings);

/// Whether consent covers a unit of this follow-up today.
bool is_covered(const App& app, const Standing& standing, const access::SettingsOfMunicipality& settings,
                const UnitId& unit, Date today);

/// Whether guardians read this follow-up today.
bool guardians_may_read(const App& app, const Work& work);

/// The level from which this municipality opens shared logs.
int log_opens_at_level(const App& app, const access::SettingsOfMunicipality& settings);

const pathway::Definition& pathway_of(const App& app, std::string_view id);

/// What the engine replays for this follow-up.
pathway::Facts facts_of(const App& app, const FollowUp& follow_up,
                        const access::SettingsOfMunicipality& settings, std::vector<pathway::Fact> events);
pathway::Facts facts_of(const App& app, const EarlyConcern& concern,
                        const access::SettingsOfMunicipality& settings, std::vector<pathway::Fact> events);

/// Whether the last change of a follow-up's pathway may be taken back by this caller today: their own, of
/// today, and neither the opening nor a reopening (what is open again is closed again, with a reason).
bool may_undo(const History& history, const Caller& caller, Date today);

/// The same of an early concern, which has one author.
bool may_undo(const History& history, Date today);

/// Puts progress into the row of a follow-up: stage, level, next step and date, or closed.
void apply(const Progress& progress, FollowUp& follow_up);

/// Writes the row, refusing with edit_conflict when somebody was first.
Result<Done> save_follow_up(db::Writer& db, const Permit& permit, const FollowUp& follow_up,
                            std::string_view agreed_with_family = {});

/// Journal of a follow-up. `texts`: names and values of the facts; "text" is what the timeline shows.
void journal(db::Writer& db, const Caller& caller, const Work& work, std::string_view act,
             std::initializer_list<std::pair<std::string_view, std::string>> texts);

/// Journal of an early concern.
void journal(db::Writer& db, const Caller& caller, const AuthorPermit& permit, Instant now,
             std::string_view act, std::initializer_list<std::pair<std::string_view, std::string>> texts);

} // namespace samvei::followup
