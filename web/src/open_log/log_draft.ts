// What is typed while a shared log is being opened. Kept in memory only until the log opens: nothing
// about the child is stored anywhere before consent is complete.
import type { ConsentInput, FollowUpInput, Guardian } from "../api/names.ts";
import { purposes_of_log } from "../shared/consent_choices.ts";
import { plus_days, today_in_norway } from "../shared/dates.ts";

export interface GuardianDraft {
  given_name: string;
  family_name: string;
  relation: Guardian["relation"] | "";
  parental_responsibility: boolean;
  phone: string;
  identity_number: string;
}

export interface GiverDraft {
  said_yes: boolean;
  given_on: string;
  how: ConsentInput["givers"][number]["how"] | "";
  language: ConsentInput["givers"][number]["language"];
  interpreter: boolean;
}

export interface LogDraft {
  child: { given_name: string; family_name: string; birth_date: string; identity_number: string };
  guardians: GuardianDraft[];
  child_gives: GiverDraft;
  guardians_give: GiverDraft[];
  units: string[];
  purposes: ConsentInput["purposes"];
  topics: ConsentInput["topics"];
  valid_until: string;
  child_view: string;
  /// Said by a child who consents alone.
  guardians_may_see: boolean;
  level: number;
  reason: string;
  next_due_on: string;
}

export function empty_guardian(): GuardianDraft {
  return { given_name: "", family_name: "", relation: "", parental_responsibility: true, phone: "", identity_number: "" };
}

export function empty_giver(): GiverDraft {
  return { said_yes: false, given_on: today_in_norway(), how: "", language: "nb", interpreter: false };
}

export function empty_draft(own_unit: string | undefined): LogDraft {
  return {
    child: { given_name: "", family_name: "", birth_date: "", identity_number: "" },
    guardians: [empty_guardian()],
    child_gives: empty_giver(),
    guardians_give: [empty_giver()],
    units: own_unit ? [own_unit] : [],
    purposes: purposes_of_log,
    topics: [],
    valid_until: plus_days(today_in_norway(), 364),
    child_view: "",
    guardians_may_see: false,
    level: 0,
    reason: "",
    next_due_on: "",
  };
}

/// A key left out when its text is empty.
function unless_empty<Key extends string>(key: Key, text: string): { [K in Key]?: string } {
  const trimmed = text.trim();
  return (trimmed === "" ? {} : { [key]: trimmed }) as { [K in Key]?: string };
}

function giver_of(giver: GiverDraft): Omit<ConsentInput["givers"][number], "who"> {
  return {
    given_on: giver.given_on,
    how: giver.how === "" ? "in_person" : giver.how,
    language: giver.language,
    interpreter: giver.interpreter,
  };
}

/// The draft as the server takes it. Without "said yes" a giver is not sent: the server says who is missing.
export function input_of(draft: LogDraft, early_concern: string | undefined): FollowUpInput {
  const givers: ConsentInput["givers"] = [];
  if (draft.child_gives.said_yes) givers.push({ who: "child", ...giver_of(draft.child_gives) });
  draft.guardians_give.forEach((giver, guardian) => {
    if (giver.said_yes) givers.push({ who: "guardian", guardian, ...giver_of(giver) });
  });
  return {
    ...(early_concern ? { early_concern } : {}),
    child: {
      given_name: draft.child.given_name.trim(),
      family_name: draft.child.family_name.trim(),
      birth_date: draft.child.birth_date,
      ...unless_empty("identity_number", draft.child.identity_number),
    },
    guardians: draft.guardians.map((guardian) => ({
      given_name: guardian.given_name.trim(),
      family_name: guardian.family_name.trim(),
      relation: guardian.relation === "" ? "other" : guardian.relation,
      parental_responsibility: guardian.parental_responsibility,
      ...unless_empty("phone", guardian.phone),
      ...unless_empty("identity_number", guardian.identity_number),
    })),
    consent: {
      givers,
      units: draft.units,
      purposes: draft.purposes,
      topics: draft.topics,
      valid_until: draft.valid_until,
      ...(draft.child_gives.said_yes ? { guardians_may_see: draft.guardians_may_see } : {}),
      ...unless_empty("child_view", draft.child_view),
    },
    level: draft.level,
    reason: draft.reason.trim(),
    ...unless_empty("next_due_on", draft.next_due_on),
  };
}

export type LogStep = "child" | "guardians" | "needs" | "consent" | "start" | "summary";
export const log_steps: LogStep[] = ["child", "guardians", "needs", "consent", "start", "summary"];

/// On which step the field with this path is.
export function step_of_path(path: string): LogStep {
  if (path.startsWith("child")) return "child";
  if (path.startsWith("guardians")) return "guardians";
  if (path.startsWith("consent")) return "consent";
  return "start";
}

/// The giver's place on the form, from its place among those sent: "consent.givers[1]" may be guardian 0.
export function form_path_of(path: string, draft: LogDraft): string {
  const match = /^consent\.givers\[?\.?(\d+)\]?(.*)$/.exec(path);
  if (!match) return path;
  const names = [
    ...(draft.child_gives.said_yes ? ["child_gives"] : []),
    ...draft.guardians_give.flatMap((giver, place) => (giver.said_yes ? [`guardians_give.${place}`] : [])),
  ];
  return `consent.${names[Number(match[1])] ?? "givers"}${match[2] ?? ""}`;
}
