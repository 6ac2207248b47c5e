// Words in the chosen language. Keys are checked by the compiler against nb.json; nn.json and en.json
// have the same keys (`make rules` fails when they differ).
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../api/names.ts";
import type bokmal from "./nb.json";

type StoredKey = keyof typeof bokmal;
type WithoutPlural<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;
export type WordKey = WithoutPlural<StoredKey>;
export type Words = (key: WordKey, values?: Record<string, string | number>) => string;

export function use_words(): { t: Words; language: Language } {
  const { t: translate, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useMemo(
    () => ({ t: ((key, values) => translate(key, values ?? {})) as Words, language }),
    [translate, language],
  );
}
