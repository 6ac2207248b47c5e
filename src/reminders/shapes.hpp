#pragma once
// The JSON of one's own reminders.

#include "http/shape.hpp"

namespace samvei::reminders::shapes {

extern const http::Shape reminders;
extern const http::Shape reminders_input;
extern const http::Shape calendar_address;

} // namespace samvei::reminders::shapes
