// What the coverage pages are asked for and how their answers are said. Pure. The choice stands in the
// address (?theme=&way=&view=), so that a leader can send what is seen.
import type { AgeSpan, Coverage, CoverageCell, CoverageFinding, CoverageOffer, Responsibilities } from "../api/names.ts";
import type { Words } from "../words/use_words.ts";

export const ways = ["no_referral", "referral", "digital"] as const;
export const severities = ["universal", "mild", "moderate", "severe", "complex"] as const;
export const treated = ["mild", "moderate", "severe", "complex"] as const;
export type WayIn = (typeof ways)[number];
export type Severity = (typeof severities)[number];
export type Standing = CoverageCell["standing"];

export interface CoverageChoice {
  /// Id of a need; "" for any.
  theme: string;
  /// "" for all ways in.
  way: WayIn | "";
  view: "table" | "list";
}

/// What cannot be meant is left out, so that a mangled address shows more and not an error.
export function choice_from(address: URLSearchParams): CoverageChoice {
  const theme = address.get("theme") ?? "";
  const way = address.get("way");
  return {
    theme: /^[a-z0-9_]{1,60}$/.test(theme) ? theme : "",
    way: ways.find((known) => known === way) ?? "",
    view: address.get("view") === "list" ? "list" : "table",
  };
}

export function address_of({ theme, way, view }: CoverageChoice): string {
  const words = new URLSearchParams();
  if (theme) words.set("theme", theme);
  if (way) words.set("way", way);
  if (view === "list") words.set("view", view);
  return words.size > 0 ? `?${words}` : "";
}

/// "12–15 år", "12 år".
export function ages_text({ from, to }: AgeSpan, t: Words): string {
  return from === to ? t("coverage.year", { age: from }) : t("coverage.years", { from, to });
}

const oldest = 100;

/// Ages of an offer, which may have no end: "fra 16 år".
export function offer_ages(ages: AgeSpan, t: Words): string {
  return ages.to >= oldest ? t("coverage.years_up", { from: ages.from }) : ages_text(ages, t);
}

/// "0–5, 19–25": the numbers alone, when the years are said already.
export function spans_text(spans: AgeSpan[]): string {
  return spans.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

/// Offers by their ids.
export function offers_of(coverage: Coverage): (ids: string[]) => CoverageOffer[] {
  const known = new Map(coverage.offers.map((offer) => [offer.id, offer]));
  return (ids) => ids.flatMap((id) => known.get(id) ?? []);
}

/// Cells by way in, severity and the first year of the age group.
export function cell_in(coverage: Coverage): (way: WayIn, severity: Severity, ages: AgeSpan) => CoverageCell | undefined {
  const known = new Map(coverage.cells.map((cell) => [`${cell.way_in} ${cell.severity} ${cell.ages.from}`, cell]));
  return (way, severity, ages) => known.get(`${way} ${severity} ${ages.from}`);
}

/// What stands under the number of a cell; "" when the number says it all.
export function note_of(cell: CoverageCell, t: Words): string {
  const whole = (spans: AgeSpan[]) => spans.length === 1 && spans[0]?.from === cell.ages.from && spans[0].to === cell.ages.to;
  if (cell.standing === "partial") return t("coverage.note.partial", { ages: spans_text(cell.without) });
  if (cell.standing === "weak") return t("coverage.note.weak");
  if (cell.standing !== "single" || cell.offers.length === 1 || whole(cell.alone)) return "";
  return t("coverage.note.alone", { ages: spans_text(cell.alone) });
}

/// How a cell stands, with its number, for whoever reads and does not look.
export function cell_text(cell: CoverageCell, t: Words): string {
  const note = note_of(cell, t);
  const count = t("coverage.count", { count: cell.offers.length });
  if (note) return `${count}, ${note}`;
  return cell.standing === "covered" ? count : t(`coverage.standing.${cell.standing}`);
}

export interface Found extends Omit<CoverageFinding, "severity"> {
  severities: Severity[];
}

/// What is found at the same ages with the same offers is one sentence for several severities.
export function joined(findings: CoverageFinding[]): Found[] {
  const found: Found[] = [];
  for (const { severity, ...finding } of findings) {
    const same = found.find(({ severities: _, ...one }) => JSON.stringify(one) === JSON.stringify(finding));
    if (same) same.severities.push(severity);
    else found.push({ ...finding, severities: [severity] });
  }
  return found;
}

/// "Ingen tilbud uten henvisning for 12–15 år ved moderate plager."
export function finding_text(finding: Found, t: Words): string {
  const at = list_text(finding.severities.map((severity) => t(`coverage.at.${severity}`)), t("coverage.and"));
  const where = { ages: ages_text(finding.ages, t), at };
  if (finding.standing === "hole") return finding.referral_counts ? t("coverage.found.hole_at_all", where) : t("coverage.found.hole", where);
  if (finding.standing === "single") return finding.referral_counts ? t("coverage.found.single_at_all", where) : t("coverage.found.single", where);
  return finding.referral_counts ? t("coverage.found.weak_at_all", where) : t("coverage.found.weak", where);
}

/// "fullt nå, ikke kontrollert på 180 dager"; "" when it may be leaned on.
export function weak_text(offer: CoverageOffer, stale_days: number, t: Words): string {
  return offer.weak.map((why) => (why === "full" ? t("coverage.weak.full") : t("coverage.weak.stale", { count: stale_days }))).join(", ");
}

export interface AgesGap {
  ages: AgeSpan;
  severities: Severity[];
}

/// Gaps of several severities at the same ages are one sentence.
export function gaps_by_age(gaps: Responsibilities["gaps"]): AgesGap[] {
  const joined: AgesGap[] = [];
  for (const { ages, severity } of gaps) {
    const same = joined.find((one) => one.ages.from === ages.from && one.ages.to === ages.to);
    if (same) same.severities.push(severity);
    else joined.push({ ages, severities: [severity] });
  }
  return joined.sort((left, right) => left.ages.from - right.ages.from || left.ages.to - right.ages.to);
}

/// "a", "a og b", "a, b og c".
export function list_text(words: string[], and: string): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${and} ${words.at(-1)}`;
}

/// Name of a need in the register; "all" is what nobody else has.
export function theme_of(kept: Responsibilities, theme: string, t: Words): string {
  return theme === "all" ? t("responsibility.all_themes") : (kept.themes.find((one) => one.id === theme)?.name ?? theme);
}
