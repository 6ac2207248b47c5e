// What a value of a definition says, in words: "2 uker etter at nivået begynte" instead of JSON. Pure, but for the
// words themselves. A value this version does not know is shown as its JSON.
import type { Language, PathwayVocabulary } from "../api/names.ts";
import type { Words } from "../words/use_words.ts";
import {
  arena_word,
  evidence_word,
  field_word,
  from_word,
  kind_word,
  language_word,
  leads_word,
  role_word,
  setting_word,
  unit_word,
  used_as_word,
} from "./adapt_words.ts";
import { say, type Answer, type Condition, type DueRule, type Escalation, type Sentence } from "./definition.ts";

export interface Telling {
  t: Words;
  language: Language;
  vocabulary: PathwayVocabulary | undefined;
  /// What the parts are called, by id.
  titles: Map<string, string>;
}

type Json = Record<string, unknown>;

const is_object = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

export function is_sentence(value: unknown): value is Sentence {
  return is_object(value) && Object.keys(value).length > 0 && Object.keys(value).every((name) => ["nb", "nn", "en"].includes(name));
}

/// "innen 2 uker etter at nivået begynte (eller kommunens frist «...»)".
export function due_in_words(rule: DueRule, telling: Telling): string {
  const { t, vocabulary, titles } = telling;
  const unit = unit_word(t, rule.unit ?? "", rule.count);
  const count = rule.count === undefined ? undefined : `${rule.count} ${unit}`;
  const setting = rule.setting === undefined ? undefined : t("adapt.say.by_setting", { setting: setting_word(vocabulary, rule.setting) });
  const length = count && setting ? t("adapt.say.count_or_setting", { count, setting }) : (count ?? setting ?? t("adapt.say.no_count"));
  const name = rule.of_step ?? rule.date;
  const from = from_word(t, rule.from ?? "");
  return name ? `${length}, ${from}: ${titles.get(name) ?? name}` : `${length}, ${from}`;
}

export function answer_in_words(answer: Answer, telling: Telling): string {
  return `${say(answer.label, telling.language) || answer.answer} → ${target_in_words(answer, telling)}`;
}

/// Where an answer leads, without the answer.
export function target_in_words(answer: Answer, { t, titles }: Telling): string {
  const inside = answer.leads === "stage" || answer.leads === "step";
  const unknown = inside ? t("adapt.gone") : answer.to;
  const to = (answer.to === undefined ? undefined : (titles.get(answer.to) ?? unknown)) ?? "";
  return inside ? to : `${leads_word(t, answer.leads ?? "")}${to ? `: ${to}` : ""}`;
}

export function escalation_in_words(row: Escalation, { t, vocabulary }: Telling): string {
  return t("adapt.say.escalation", { count: row.after ?? 0, unit: unit_word(t, row.unit ?? "", row.after), role: role_word(vocabulary, row.to) });
}

export function condition_in_words(condition: Condition, telling: Telling): string {
  return say(condition.text, telling.language);
}

const words_of_field: Record<string, (word: string, telling: Telling) => string> = {
  kind: (word, { t }) => kind_word(t, word),
  who: (word, { vocabulary }) => role_word(vocabulary, word),
  waits_for: (word, { vocabulary }) => role_word(vocabulary, word),
  evidence: (word, { t }) => evidence_word(t, word),
  used_as: (word, { t }) => used_as_word(t, word),
  dated_by: (word, { t }) => (word === "person" ? t("adapt.say.by_person") : t("adapt.say.by_rule")),
  shown_to: (word, { t }) => (word === "staff" ? t("adapt.say.staff_only") : t("adapt.say.everyone")),
  leads: (word, { t }) => leads_word(t, word),
};

function item_in_words(value: unknown, telling: Telling): string {
  if (!is_object(value)) return String(value);
  if (is_sentence(value)) return say(value, telling.language);
  if ("answer" in value) return answer_in_words(value as unknown as Answer, telling);
  if ("after" in value) return escalation_in_words(value, telling);
  const sentence = value["title"] ?? value["question"] ?? value["text"];
  return is_sentence(sentence) ? say(sentence, telling.language) : JSON.stringify(value);
}

function object_in_words(value: Json, field: string, telling: Telling): string {
  if (is_sentence(value)) return say(value, telling.language);
  if (field === "due" || field === "repeat_every") return due_in_words(value, telling);
  if (field === "from_setting") return `${setting_word(telling.vocabulary, String(value["setting"]))}: ${String(value["is"])}`;
  if (field === "arenas") {
    const lines = Object.entries(value).map(([arena, text]) => {
      const how = is_object(text) && is_sentence(text["how"]) ? say(text["how"], telling.language) : "";
      return `${arena_word(telling.t, arena)}: ${how}`;
    });
    return lines.join("\n");
  }
  const one = item_in_words(value, telling);
  const steps = value["steps"];
  if (!Array.isArray(steps)) return one;
  return [one, ...steps.map((step) => `– ${item_in_words(step, telling)}`)].join("\n");
}

/// "" when there is nothing.
export function value_in_words(value: unknown, field: string, telling: Telling): string {
  if (value === undefined || value === null || value === "") return "";
  if (typeof value === "boolean") return value ? telling.t("form.yes") : telling.t("form.no");
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return words_of_field[field]?.(value, telling) ?? telling.titles.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => (typeof one === "string" ? (telling.titles.get(one) ?? one) : item_in_words(one, telling))).join("\n");
  return is_object(value) ? object_in_words(value, field, telling) : JSON.stringify(value);
}

/// A value in its JSON text, as the server sends it.
export function parse_value(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/// Several versions of one value, each in words. When sentences differ only in other languages than the one spoken,
/// those languages are told.
export function versions_in_words(values: unknown[], field: string, telling: Telling): string[] {
  const told = values.map((value) => value_in_words(value, field, telling));
  if (new Set(told).size === new Set(values.map((value) => JSON.stringify(value))).size) return told;
  if (!values.every((value) => value === undefined || is_sentence(value))) return told.map((text, place) => all_of(values[place], text));
  const languages = (["nb", "nn", "en"] as const).filter((one) => new Set(values.map((value) => (value as Sentence | undefined)?.[one])).size > 1);
  return values.map((value) => languages.map((one) => `${language_word(telling.t, one)}: ${(value as Sentence | undefined)?.[one] ?? ""}`).join("\n"));
}

/// Words alone would hide the difference.
function all_of(value: unknown, told: string): string {
  return value === undefined ? "" : `${told}\n${JSON.stringify(value, null, 1)}`;
}

/// What a difference is in: "Frist", "Hvem", or the row a list has.
export function field_title(field: string, telling: Telling): string {
  return field_word(telling.t, field);
}
