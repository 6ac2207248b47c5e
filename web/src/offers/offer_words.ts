// What the closed words of offers are called. A word that this version does not know yet is shown as it is.
import type { Language, OfferRow, OfferWords } from "../api/names.ts";
import { days_between, long_date, today_in_norway } from "../shared/dates.ts";
import { distance } from "../shared/when.tsx";
import type { WordKey, Words } from "../words/use_words.ts";

function known(t: Words, group: string, word: string): string {
  const key = `offers.${group}.${word}`;
  const text = t(key as WordKey);
  return text === key ? word : text;
}

export const provider_word = (t: Words, word: string) => known(t, "provider", word);
export const audience_word = (t: Words, word: string) => known(t, "audience", word);
export const severity_word = (t: Words, word: string) => known(t, "severity", word);
export const way_word = (t: Words, word: string) => known(t, "way", word);
export const referral_word = (t: Words, word: string) => known(t, "referral", word);
export const contact_word = (t: Words, word: string) => known(t, "contact", word);
export const capacity_word = (t: Words, word: string) => known(t, "capacity", word);
export const group_word = (t: Words, word: string) => known(t, "group", word);
export const spoken_word = (t: Words, word: string) => known(t, "spoken", word);
export const weekday_word = (t: Words, word: string) => known(t, "weekday", word);
export const language_word = (t: Words, word: string) => known(t, "language", word);

export function kind_word(words: OfferWords | undefined, kind: string): string {
  return words?.kinds.find((one) => one.id === kind)?.name ?? "";
}

/// Until how many days ago a check is told by how long ago it is; an older one by its date.
const recent_days = 14;

export function checked_word(t: Words, language: Language, on: string, who: string): string {
  const today = today_in_norway();
  const recent = days_between(on, today) <= recent_days;
  return t("offers.checked", { when: recent ? distance(on, today, t) : long_date(on, language), who });
}

type Waiting = NonNullable<OfferRow["waiting"]>;

export function days_word(t: Words, days: number): string {
  if (days === 0) return t("offers.waiting.none");
  return days % 7 === 0 ? t("offers.waiting.weeks", { count: days / 7 }) : t("offers.waiting.days", { count: days });
}

/// "2 uker, ledig".
export function waiting_word(t: Words, waiting: Waiting | undefined): string {
  if (!waiting) return t("offers.waiting.unsaid");
  const room = capacity_word(t, waiting.capacity);
  return waiting.days === undefined ? room : `${days_word(t, waiting.days)}, ${room.toLocaleLowerCase("nb")}`;
}
