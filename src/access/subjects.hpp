#pragma once
// What access is about: the ids that the rooms above share.

#include "base/ids.hpp"

namespace samvei::access {

using AccountId = Id<struct AccountKind>;
using MembershipId = Id<struct MembershipKind>;
using UnitId = Id<struct UnitKind>;
using PersonId = Id<struct PersonKind>;     ///< In a municipality: a child or a guardian.
using FollowUpId = Id<struct FollowUpKind>; ///< FHIR EpisodeOfCare.
using EarlyConcernId = Id<struct EarlyConcernKind>;
using MemberId = Id<struct MemberKind>; ///< One place in one team. FHIR CareTeam.participant.
using ConsentId = Id<struct ConsentKind>;

} // namespace samvei::access
