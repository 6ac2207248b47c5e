// What the fields of an offer are called, and what is in them, for somebody who compares two texts.
import type { Language } from "../api/names.ts";
import type { WordKey, Words } from "../words/use_words.ts";

const others: Record<string, WordKey> = {
  way_in: "offers.part.way_in",
  hours: "offers.part.hours",
  waiting: "exchange.field.waiting",
  checked: "exchange.field.checked",
  unit: "exchange.field.unit",
  handover_contact: "offers.field.handover",
};

/// A field that this version does not know is called as in the file.
export function field_word(t: Words, field: string): string {
  const key = others[field] ?? (`offers.field.${field}` as WordKey);
  const text = t(key);
  return text === key ? field : text;
}

/// A value as a person reads it: the text in one's language, lists by their items, the rest as it is written.
export function value_word(value_json: string, language: Language): string {
  if (value_json === "") return "";
  try {
    return said(JSON.parse(value_json), language);
  } catch {
    return value_json;
  }
}

function said(value: unknown, language: Language): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => said(one, language)).join("; ");
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.every(([code]) => languages.includes(code))) {
    const texts = value as Record<string, unknown>;
    return said(texts[language] ?? texts["nb"] ?? entries[0]?.[1], language);
  }
  return entries.map(([name, one]) => `${name}: ${said(one, language)}`).join(", ");
}

const languages = ["nb", "nn", "en", "se", "sma", "smj", "fkv"];
