// An offer as those who own it write it. Pure: what lacks, what is missing in a language, what is sent, and how the
// list of offers is cut and ordered.
import type { Language, Offer, OfferRow } from "../api/names.ts";

export type Texts = Record<string, string>;

/// The text: waiting time and the last check stand beside it and are not written here.
export type OfferText = Omit<Offer, "waiting" | "checked">;

export const written_languages: Language[] = ["nb", "nn", "en"];

export function text_of({ waiting: _waiting, checked: _checked, ...text }: Offer): OfferText {
  return text;
}

const said = (text: string | undefined) => (text ?? "").trim() !== "";

/// Every text of the offer that is to stand in each language.
function texts_in(offer: OfferText): Texts[] {
  const { hours, way_in, cost } = offer;
  const all = [
    offer.name,
    offer.summary,
    offer.description,
    ...offer.next_steps,
    way_in.note,
    cost.note,
    offer.accessibility,
    hours.note,
    ...(hours.exceptions ?? []).map((one) => one.note),
    ...offer.contacts.flatMap((one) => [one.label, one.hours_note]),
    offer.response_time,
  ];
  return all.filter((one) => one !== undefined);
}

/// How many texts stand in some language, but not in this one.
export function missing_in(offer: OfferText, language: Language): number {
  return texts_in(offer).filter((texts) => Object.values(texts).some(said) && !said(texts[language])).length;
}

export type Lack = "name" | "summary" | "description" | "next_steps" | "themes" | "contacts";

/// What must be there before the public can see it; as the server says it, and one contact.
export function lacks_of(offer: OfferText): Lack[] {
  const lacks: Lack[] = [];
  for (const name of ["name", "summary", "description"] as const) if (!said(offer[name]["nb"])) lacks.push(name);
  if ([0, 1, 2].some((place) => !said(offer.next_steps[place]?.nb))) lacks.push("next_steps");
  if (offer.themes.length === 0) lacks.push("themes");
  if (!offer.contacts.some((one) => said(one.value))) lacks.push("contacts");
  return lacks;
}

/// What is sent: rows that somebody has only begun on are left out, and stay on the page.
export function sent_of(offer: OfferText): OfferText {
  const { hours } = offer;
  return {
    ...offer,
    contacts: offer.contacts.filter((one) => said(one.value)),
    places: (offer.places ?? []).filter((one) => said(one.name)),
    hours: {
      ...hours,
      weekly: (hours.weekly ?? []).filter((row) => row.days.length > 0 && row.from !== "" && row.to !== ""),
      exceptions: (hours.exceptions ?? []).filter((one) => one.from !== "" && one.to !== ""),
    },
    ...(offer.valid ? { valid: { ...(offer.valid.from ? { from: offer.valid.from } : {}), ...(offer.valid.to ? { to: offer.valid.to } : {}) } } : {}),
  };
}

/// The same words, however the parts of the object are ordered.
export function same_text(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/// Members in the order of their names; what is undefined is left out.
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, sorted(member)]));
}

/// A new offer, with what can be known before anybody has written more than its name.
export function new_offer(name: string, language: Language, kind: string, municipality: { id: string; name: string }, contact: { kind: OfferText["contacts"][number]["kind"]; value: string }): OfferText {
  return {
    id: "new",
    kind,
    provider: "municipality",
    organization: { name: municipality.name },
    name: { [language]: name },
    summary: {},
    description: {},
    next_steps: [],
    areas: { municipalities: [municipality.id] },
    ages: { min: 0, max: 120 },
    audience: ["child", "parent"],
    themes: [],
    severity: ["universal"],
    way_in: { referral: "none", self: true },
    anonymous: false,
    ways: ["appointment"],
    cost: { kind: "free" },
    interpreter: true,
    hours: { public_holidays: "closed", school_holidays: "open" },
    contacts: [contact],
    multidisciplinary: false,
  };
}

export type Cut = "all" | "to_check" | "drafts";
export type Keeper = "own" | "kept" | "others" | "national";

export const keepers: Keeper[] = ["own", "kept", "others", "national"];

export function keeper_of(row: OfferRow): Keeper {
  if (row.own_unit) return "own";
  if (row.national) return "national";
  return row.may_keep ? "kept" : "others";
}

/// Rows whose name or unit has what is typed, and that the cut lets through.
export function rows_shown(rows: OfferRow[], typed: string, cut: Cut): OfferRow[] {
  const sought = typed.trim().toLocaleLowerCase("nb");
  return rows.filter((row) => {
    if (cut === "to_check" && !(row.may_keep && row.remind_owner)) return false;
    if (cut === "drafts" && !(row.has_draft || row.state !== "published")) return false;
    return `${row.name} ${row.unit ?? ""}`.toLocaleLowerCase("nb").includes(sought);
  });
}
