// Whom a consent needs, and which services it covers. The server has the last word; this says it beforehand,
// with names, where one can do something about it.
import type { Consent, ConsentNeeds, FollowUp } from "../api/names.ts";
import { purposes_of_log } from "../shared/consent_choices.ts";

/// People of whom all, or at least one, must say yes.
export interface MustConsent {
  people: string[];
  how_many: "all" | "one";
}

export function must_consent(needs: ConsentNeeds["needs"], family: Pick<FollowUp, "child" | "guardians">): MustConsent[] {
  const responsible = family.guardians.filter((one) => one.parental_responsibility).map((one) => one.id);
  return needs
    .filter((need) => need.need === "consent")
    .map((need): MustConsent => {
      if (need.who === "child") return { people: family.child ? [family.child.id] : [], how_many: "all" };
      return { people: responsible, how_many: need.who === "every_guardian" ? "all" : "one" };
    });
}

/// Those who must still say yes, when `said_yes` have.
export function lacking(musts: MustConsent[], said_yes: (person: string) => boolean): string[] {
  return musts.flatMap(({ people, how_many }) => {
    const without = people.filter((person) => !said_yes(person));
    return how_many === "all" || without.length === people.length ? without : [];
  });
}

/// Whether a consent of this person that holds now opens the log to the service.
export function says_yes_to(consents: Consent[], person: string, unit: string): boolean {
  return consents.some(
    (one) =>
      one.person === person &&
      one.state === "in_force" &&
      one.units.includes(unit) &&
      purposes_of_log.every((purpose) => one.purposes.includes(purpose)),
  );
}

export function covers(musts: MustConsent[], consents: Consent[], unit: string): boolean {
  const somebody_must = musts.length > 0 && musts.every((must) => must.people.length > 0);
  return somebody_must && lacking(musts, (person) => says_yes_to(consents, person, unit)).length === 0;
}
