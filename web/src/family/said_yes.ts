// What to say to somebody in the family who has not consented themselves. Pure.
import type { FamilyFollowUp } from "../api/names.ts";
import type { WordKey } from "../words/use_words.ts";

type Seen = Pick<FamilyFollowUp, "i_am"> & { consents: Pick<FamilyFollowUp["consents"][number], "who" | "state">[] };

/// Who has said yes, so that the follow-up is open all the same. `consents` are those of others.
export function who_said_yes({ i_am, consents }: Seen): WordKey {
  const in_force = consents.filter((consent) => consent.state === "in_force");
  if (in_force.length === 0) return "consent.none";
  if (i_am === "child") return "family.consent_by_adults";
  return in_force.some((consent) => consent.who === "child") ? "family.consent_by_child" : "family.consent_by_others";
}
