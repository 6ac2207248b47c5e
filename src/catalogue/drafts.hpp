#pragma once
// How a municipality adapts a national pathway: a draft is opened, saved, compared with an update, and
// published as a version of its own or discarded.
//
// States of a draft: there is none -> open -> there is none (published or discarded). Invariant: a published
// version is never changed. Every change is in the journal of the pathway ("pathway:bti"), in the same
// transaction, and a draft's version is the number of its last entry there.
//
// `pathway` is the national id everywhere here. Those who change something send the version they have read:
// another one is edit_conflict; no draft, or no such pathway, is not_found.

#include "access/app.hpp"
#include "catalogue/types.hpp"
#include "pathway/difference.hpp"

namespace samvei::catalogue {

using access::App;
using access::Caller;

struct OpenedDraft {
    Draft draft;
    bool is_new = false;
};

/// The draft that is there; else a new one from the municipality's own newest version that is not retired, or
/// from the national one. Refuses a pathway that is none with invalid_fields.
Result<OpenedDraft> open_draft(App& app, const Caller& caller, const std::string& pathway);

Result<Draft> draft_of(App& app, const Caller& caller, const std::string& pathway);

/// Keeps any texts, sound or not.
Result<Draft> save_draft(App& app, const Caller& caller, const std::string& pathway, std::int64_t version,
                         const Texts& texts);

Result<Done> discard_draft(App& app, const Caller& caller, const std::string& pathway, std::int64_t version);

/// The draft becomes the next own version, and what children begin on from now; those who have begun stay
/// where they are. Id, version and what it is based on are set here, whatever the draft says of them. Refuses
/// with pathway_not_sound what the checker or a scenario finds wrong today.
Result<Done> publish_draft(App& app, const Caller& caller, const std::string& pathway, std::int64_t version,
                           const std::string& note);

/// Children begin on the national pathway again. Refuses with not_found when no own version is in use.
Result<Done> retire_own_versions(App& app, const Caller& caller, const std::string& pathway,
                                 const std::string& reason);

/// What the newest national version changed since the one that the draft is based on, beside what the draft
/// changed; nothing when it is based on the newest.
struct Update {
    int from = 1;
    int to = 1;
    pathway::ThreeWay changes;
};

/// Refuses with pathway_not_sound when the draft cannot be read as a definition now.
Result<Update> update_of(App& app, const Caller& caller, const std::string& pathway);

/// The draft with the update taken in, based on the newest national version. Refuses as `update_of` does, and
/// with invalid_fields "choices.<path>": `required` where both changed the same differently and nobody chose,
/// `not_known` where there is nothing to choose.
Result<Draft> take_update(App& app, const Caller& caller, const std::string& pathway, std::int64_t version,
                          const pathway::Choices& choices);

} // namespace samvei::catalogue
