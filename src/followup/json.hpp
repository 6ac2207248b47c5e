#pragma once
// Views as JSON, after the shapes of shapes.hpp. The only place of this room that writes JSON for clients.

#include "followup/view.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace samvei::followup {

/// What the encoders need beside the view: the language asked for, and the names the municipality gave
/// levels.
struct Shown {
    const App& app;
    const Caller& caller;
    Language language;
};

boost::json::object json_of(const Shown& shown, const FollowUpView& view);
/// Plain words for child and guardians.
boost::json::object family_json_of(const Shown& shown, const FollowUpView& view);
boost::json::object json_of(const Shown& shown, const ConcernView& view);
boost::json::object json_of(const Shown& shown, const WorkbenchView& view);
boost::json::object json_of(const Shown& shown, const BreaksView& view);
boost::json::object family_list_json_of(const Shown& shown, const std::vector<FollowUpLine>& lines,
                                        Date today);
boost::json::object json_of(const LooksView& view);
boost::json::object json_of(const DutyAssessment& assessment);
boost::json::object json_of(const Goal& goal);
boost::json::object json_of(const Measure& measure, const Standing& standing, Date today);
boost::json::object json_of(const Meeting& meeting);

} // namespace samvei::followup
