#pragma once
// Pathway facts as rows: the engine's variants to columns and back. Used by the stores of this room only.

#include "followup/store.hpp"

namespace samvei::followup {

/// `subject`: the id of a follow-up or an early concern for which the caller holds a permit.
History history_of_subject(db::Reader& db, const std::string& subject);
void append_facts_of_subject(db::Writer& db, const std::string& subject,
                             const std::vector<pathway::Fact>& facts, const AccountId& by);

} // namespace samvei::followup
