// The guide in the language the app speaks; fetched when somebody reads it.
import type { Language } from "../api/names.ts";
import type { Guide } from "./guide.ts";

const bundles: Record<Language, () => Promise<{ default: Guide }>> = {
  nb: () => import("./words/nb.json"),
  nn: () => import("./words/nn.json"),
  en: () => import("./words/en.json"),
};
const fetched = new Map<Language, Promise<Guide>>();

/// The same promise each time, as React's use() needs it.
export function guide_in(language: Language): Promise<Guide> {
  const known = fetched.get(language);
  if (known) return known;
  const coming = bundles[language]().then((bundle) => bundle.default);
  fetched.set(language, coming);
  return coming;
}
