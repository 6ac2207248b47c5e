// How somebody asks for help on the public pages, by the words that stand there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./packages.mjs";

const read = (name, language) => JSON.parse(readFileSync(join(root, `content/words/${name}.${language}.json`), "utf8"));

/// The words of the public pages in a language, by key.
export const public_words = (language) => ({ ...read("public", language), ...read("find", language) });

/// Fills in the search form that is open on the page and presses the button; what is left out stays empty.
export async function ask_for_help(visitor, { text, who, age, place }) {
  const words = public_words(visitor.language);
  const { page } = visitor;
  if (text !== undefined) await page.getByLabel(words.ask_label).fill(text);
  if (who) await page.getByLabel(words[`who_${who}`], { exact: true }).check();
  if (age) await page.getByLabel(words.ask_age).fill(age);
  if (place) await page.getByLabel(words.ask_municipality).fill(place);
  await page.getByRole("button", { name: words.ask_button }).click();
  await page.waitForURL((url) => url.pathname === "/find");
}

/// The cards of what was found, and one of them.
export const cards = (visitor) => visitor.page.locator(".sv-hits > li > article");
export const card = (visitor, name) => visitor.page.getByRole("article", { name });

/// The names of what was found, the best first.
export const names_found = (visitor) => visitor.page.locator(".sv-hits .sv-hit__what :is(h2, h3) > a").allTextContents();

/// The whole words of `list` that stand on the page.
export async function words_seen(visitor, list) {
  const text = await visitor.page.locator("body").innerText();
  return list.filter((word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").test(text));
}

/// Nothing is kept in the browser, and nothing was asked of anybody but us.
export async function leaves_no_trace(visitor, requests) {
  assert.deepEqual(await visitor.context.cookies(), [], "cookies");
  const kept = await visitor.page.evaluate(() => [localStorage.length, sessionStorage.length]);
  assert.deepEqual(kept, [0, 0], "storage of the browser");
  const strangers = requests.filter((one) => new URL(one).origin !== visitor.base);
  assert.deepEqual(strangers, [], "requests to others");
}
