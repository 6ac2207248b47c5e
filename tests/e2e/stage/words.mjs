// The app's own words by key, so that a journey reads the same in all three languages.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./packages.mjs";

const languages = ["nb", "nn", "en"];
const words = Object.fromEntries(
  languages.map((language) => [language, JSON.parse(readFileSync(join(root, `web/src/words/${language}.json`), "utf8"))]),
);

/// t("person.age", { count: 8 }) as the app says it. A key that does not exist is a fault of the test.
export function words_in(language) {
  return (key, values = {}) => {
    const plural = values.count === undefined ? "" : values.count === 1 ? "_one" : "_other";
    const text = words[language][key + plural] ?? words[language][key];
    if (text === undefined) throw new Error(`no words for "${key}" in ${language}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name] ?? ""));
  };
}

/// Today's date in Norway, moved by days: "2026-11-22".
export function day(from_now = 0) {
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" }).format(new Date());
  const moved = new Date(`${today}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + from_now);
  return moved.toISOString().slice(0, 10);
}
