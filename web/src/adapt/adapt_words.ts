// What the closed words of definitions are called: kinds, units, roles, faults. A word that this version does not
// know yet is shown as it is.
import type { PathwayVocabulary } from "../api/names.ts";
import type { WordKey, Words } from "../words/use_words.ts";

function known(t: Words, key: string, word: string, values?: Record<string, number>): string {
  const text = t(key as WordKey, values);
  return text === key ? word : text;
}

export const kind_word = (t: Words, word: string) => known(t, `adapt.kind.${word}`, word);
/// "uke" for one, "uker" for any other count and for none.
export const unit_word = (t: Words, word: string, count = 2) => known(t, `adapt.unit.${word}`, word, { count });
export const from_word = (t: Words, word: string) => known(t, `adapt.from.${word}`, word);
export const leads_word = (t: Words, word: string) => known(t, `adapt.leads.${word}`, word);
export const arena_word = (t: Words, word: string) => known(t, `adapt.arena.${word}`, word);
export const evidence_word = (t: Words, word: string) => known(t, `adapt.evidence.${word}`, word);
export const used_as_word = (t: Words, word: string) => known(t, `adapt.used_as.${word}`, word);
export const fault_word = (t: Words, word: string) => known(t, `adapt.fault.${word}`, word);
export const field_word = (t: Words, word: string) => known(t, `adapt.field.${word}`, word);
export const event_word = (t: Words, word: string) => known(t, `adapt.event.${word}`, word);
export const refusal_word = (t: Words, word: string) => known(t, `adapt.refusal.${word}`, word);
export const language_word = (t: Words, word: string) => known(t, `adapt.language.${word}`, word);
export const part_word = (t: Words, word: string) => known(t, `adapt.part.${word}`, word);

export function role_word(vocabulary: PathwayVocabulary | undefined, word: string | undefined): string {
  return vocabulary?.roles.find((role) => role.id === word)?.title ?? word ?? "";
}

export function setting_word(vocabulary: PathwayVocabulary | undefined, key: string): string {
  return vocabulary?.settings.find((setting) => setting.key === key)?.label ?? key;
}

/// "overdue", "escalated:leader".
export function warning_word(t: Words, vocabulary: PathwayVocabulary | undefined, word: string): string {
  const [kind = "", role] = word.split(":");
  if (kind === "escalated" && role) return t("adapt.warning.escalated", { role: role_word(vocabulary, role) });
  return known(t, `adapt.warning.${kind}`, word);
}
