#include "reminders/shapes.hpp"

namespace samvei::reminders::shapes {

using namespace http;

const Shape reminders{
    "Reminders",
    "How one is reminded.",
    {optional(text("email", 6, 254, "Where the digest goes; absent: nowhere.")),
     boolean("daily_digest", "Whether one wants the digest of every working day."),
     boolean("calendar", "Whether there is a calendar feed. Its address is not shown again."),
     boolean("mail_on", "Whether this server can send mail at all.")}};
const Shape reminders_input{
    "RemindersInput",
    "How one wants to be reminded.",
    {optional(text("email", 0, 254, "Where to; absent keeps what is stored, empty removes it.")),
     boolean("daily_digest", "Whether one wants the digest of every working day.")}};
const Shape calendar_address{"CalendarAddress",
                             "The address of the feed, shown this once.",
                             {text("url", 1, 400, "For a calendar program. Who has it, reads the feed.")}};

} // namespace samvei::reminders::shapes
