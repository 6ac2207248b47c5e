#pragma once
// Words that what comes in and what goes out share. For the shapes of this room only.

#include <string_view>
#include <vector>

namespace samvei::followup::shapes {

inline const std::vector<std::string_view> relations{"mother", "father", "co_mother", "foster_parent",
                                                     "other"};
inline const std::vector<std::string_view> givers{"child", "guardian"};
inline const std::vector<std::string_view> ways{"in_person", "on_paper", "by_phone", "in_app"};
inline const std::vector<std::string_view> purposes{"cooperation", "information_sharing", "referral"};
inline const std::vector<std::string_view> topics{"wellbeing", "school",  "health",
                                                  "family",    "leisure", "development"};
inline const std::vector<std::string_view> break_codes{"no_accepted_holder", "no_next_step",
                                                       "date_passed",        "team_member_left",
                                                       "offer_unanswered",   "consent_ended"};
inline const std::vector<std::string_view> measure_states{"planned", "under_way", "done", "stopped"};
inline const std::vector<std::string_view> effects{"not_evaluated", "good", "some", "none", "worse"};
inline const std::vector<std::string_view> goal_states{"active", "reached", "set_aside"};
inline const std::vector<std::string_view> meeting_states{"called", "held", "cancelled"};
inline const std::vector<std::string_view> capacities{"child", "guardian", "staff_on_behalf"};

} // namespace samvei::followup::shapes
