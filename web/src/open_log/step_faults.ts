// What a step of opening a log needs before one goes on. The server has the last word.
import type { FieldFault } from "../api/client.ts";
import type { ConsentNeeds } from "../api/names.ts";
import { missing } from "../shared/form.tsx";
import type { Words } from "../words/use_words.ts";
import type { LogDraft, LogStep } from "./log_draft.ts";

export function faults_of_step(step: LogStep, draft: LogDraft, needs: ConsentNeeds | undefined, t: Words): FieldFault[] {
  switch (step) {
    case "child":
      return missing(t, {
        "child.given_name": draft.child.given_name.trim(),
        "child.family_name": draft.child.family_name.trim(),
        "child.birth_date": draft.child.birth_date,
      });
    case "guardians":
      return draft.guardians.flatMap((guardian, place) =>
        missing(t, {
          [`guardians.${place}.given_name`]: guardian.given_name.trim(),
          [`guardians.${place}.family_name`]: guardian.family_name.trim(),
          [`guardians.${place}.relation`]: guardian.relation,
        }),
      );
    case "consent":
      return faults_of_consent(draft, needs, t);
    case "start":
      return missing(t, { reason: draft.reason.trim() });
    case "needs":
    case "summary":
      return [];
  }
}

function faults_of_consent(draft: LogDraft, needs: ConsentNeeds | undefined, t: Words): FieldFault[] {
  const faults = missing(t, {
    "consent.units": draft.units,
    "consent.purposes": draft.purposes,
    "consent.topics": draft.topics,
    "consent.valid_until": draft.valid_until,
  });
  const say = (path: string) => faults.push({ path, code: "consent", message: t("log.must_say_yes") });
  const must = (who: ConsentNeeds["needs"][number]["who"]) =>
    needs?.needs.some((need) => need.who === who && need.need === "consent") ?? false;
  const responsible = draft.guardians.flatMap((one, place) => (one.parental_responsibility ? [place] : []));
  const said_yes = (place: number) => draft.guardians_give[place]?.said_yes ?? false;
  if (must("child") && !draft.child_gives.said_yes) say("consent.child_gives.said_yes");
  if (must("every_guardian")) {
    for (const place of responsible) if (!said_yes(place)) say(`consent.guardians_give.${place}.said_yes`);
  } else if (must("one_guardian") && !responsible.some(said_yes)) {
    say(`consent.guardians_give.${responsible[0] ?? 0}.said_yes`);
  }
  const how = [
    ...(draft.child_gives.said_yes ? [["consent.child_gives.how", draft.child_gives.how] as const] : []),
    ...draft.guardians_give.flatMap((giver, place) =>
      giver.said_yes ? [[`consent.guardians_give.${place}.how`, giver.how] as const] : [],
    ),
  ];
  return [...faults, ...missing(t, Object.fromEntries(how))];
}
