#pragma once
// What of a definition is wording. Words may be bettered in a version that children are on; the rest may not,
// since their way is replayed on it.

#include "pathway/json_text.hpp"

namespace samvei::pathway {

/// The definition's JSON without its wording: without every sentence, and without what is told about a text
/// (source, evidence, owner, review_by, tools, arenas, $schema). A field that is new counts as no wording.
JsonNode without_wording(const JsonNode& definition);

} // namespace samvei::pathway
