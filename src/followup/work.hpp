#pragma once
// What every action of this room starts from and ends with: the permit, the municipality's numbers, the
// pathway, the journal.

#include "access/journal.hpp"
#include "access/settings.hpp"
#include "catalogue/definitions.hpp"
#include "followup/actions.hpp"
#include "followup/rules.hpp"
#include "followup/store.hpp"

#include <initializer_list>
#include <utility>

namespace samvei::followup {

/// The pathway that shared logs begin on.
inline constexpr std::string_view bti = "bti";

/// Everything an action on one follow-up starts from.
struct Work {
    std::string municipality;
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

// --- runs.cpp: the pathways of a follow-up ---

/// The pathway as it began.
const pathway::Definition& began_on(App& app, db::Reader& db, const std::string& municipality,
                                    const PathwayRun& run);

/// The municipality's pathway of this national id, as children begin on it today. Null when there is none.
const pathway::Definition* find_in_use(App& app, db::Reader& db, const Work& work, std::string_view id);

/// The choices among the municipality's settings, for `flags_at_start`.
std::map<std::string, std::string> choices_of(const App& app, const access::SettingsOfMunicipality& settings);

PathwayRun main_run_of(const FollowUp& follow_up);

/// All of them, the main one first.
std::vector<PathwayRun> runs_of(const Standing& standing);

/// The run of this id; the main one when none is asked for. Refuses with not_found.
Result<PathwayRun> find_run(const Standing& standing, const std::optional<RunId>& id);

/// What the engine replays.
pathway::Facts facts_of(const App& app, const PathwayRun& run, const access::SettingsOfMunicipality& settings,
                        std::vector<pathway::Fact> events);

Result<Progress> advance_run(App& app, db::Reader& db, const Work& work, const PathwayRun& run,
                             std::vector<pathway::Fact> events, std::vector<pathway::Fact> added,
                             std::optional<Date> next_due_on);

/// Puts progress into a run: where it is, what is next, or closed.
void apply(const Progress& progress, PathwayRun& run, Date today);

/// Puts a run into its standing, and says anew which step is the one next step.
void put_run(const PathwayRun& run, Standing& standing);

/// Facts, run and follow-up in one go. Refuses with edit_conflict when somebody was first.
Result<Done> save_run(db::Writer& db, const Caller& caller, Work& work, PathwayRun run,
                      const Progress& progress);

// --- early concerns ---

/// What the engine replays for an early concern: its pathway begins at level 0.
const pathway::Definition& pathway_of(App& app, db::Reader& db, const Caller& caller,
                                      const EarlyConcern& concern);
pathway::Facts facts_of(const App& app, const pathway::Definition& definition, const EarlyConcern& concern,
                        const access::SettingsOfMunicipality& settings, std::vector<pathway::Fact> events);

/// Whether the last change of a follow-up's pathway may be taken back by this caller today: their own, of
/// today, and neither the opening nor a reopening (what is open again is closed again, with a reason).
bool may_undo(const History& history, const Caller& caller, Date today);

/// The same of an early concern, which has one author.
bool may_undo(const History& history, Date today);

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
