#pragma once
// The JSON of the catalogue: what comes in, what goes out. Definitions and scenarios travel as text, so that
// the line and column of a finding are those of what somebody edits.

#include "http/shape.hpp"

namespace samvei::catalogue::shapes {

// What there is
extern const http::Shape pathway_row;
extern const http::Shape pathways;
extern const http::Shape versions;
extern const http::Shape pathway_texts;
extern const http::Shape retire_input;
extern const http::Shape vocabulary;

// Drafts
extern const http::Shape draft;
extern const http::Shape draft_input;
extern const http::Shape draft_edit;
extern const http::Shape draft_version;
extern const http::Shape publish_input;
extern const http::Shape update;
extern const http::Shape update_input;

// Checks and trials
extern const http::Shape check_input;
extern const http::Shape checked;
extern const http::Shape trial_input;
extern const http::Shape trial;

} // namespace samvei::catalogue::shapes
