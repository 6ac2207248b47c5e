#pragma once
// What the staff API of this room answers and takes. The offer itself is in shapes.hpp.

#include "http/shape.hpp"

namespace samvei::directory::shapes {

extern const http::Shape offer_rows;
extern const http::Shape offer_record;
extern const http::Shape offer_version_text;
extern const http::Shape offer_words;

extern const http::Shape offer_edit;
extern const http::Shape publish_offer_input;
extern const http::Shape retire_offer_input;
extern const http::Shape restore_offer_input;
extern const http::Shape waiting_input;
extern const http::Shape confirm_offer_input;

} // namespace samvei::directory::shapes
