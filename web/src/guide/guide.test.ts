// Which chapters have what is sought, and how a text is cut into its pieces.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chapters_for, has_all, pieces_of, whole, type Chapter, type Guide } from "./guide.ts";

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as unknown;
const app_words = (language: string) => read(`../words/${language}.json`) as Record<string, string>;
const guide = (language: string) => read(`./words/${language}.json`) as Guide;
const word_of = (key: string) => ({ "step.do": "Steget er gjort" })[key] ?? key;

const chapter: Chapter = {
  title: "Neste steg",
  who: "For ansatte",
  lead: "Trykk {{step.do}}.",
  find_by: "frist",
  parts: [
    { title: "Slik", steps: ["Åpne barnet."] },
    { title: "Merk", points: ["Ingen er glemt."] },
    { title: "Hvem", terms: [{ term: "Leder", text: "Ser tall." }] },
  ],
};

test("a chapter is found by any of its words, in any order, and by the app's own", () => {
  for (const typed of ["", " ", "neste", "STEGET ER", "frist neste", "åpne", "ÅPNE", "glemt", "leder tall", "slik"]) {
    assert.ok(has_all(chapter, typed, word_of), typed);
  }
  for (const typed of ["møte", "neste møte", "step.do", "{{"]) assert.ok(!has_all(chapter, typed, word_of), typed);
});

test("a text is cut at the app's own words and at what is sought", () => {
  const plain = { label: false, sought: false };
  assert.deepEqual(pieces_of("Trykk {{step.do}}.", "", word_of), [
    { text: "Trykk ", ...plain },
    { text: "Steget er gjort", label: true, sought: false },
    { text: ".", ...plain },
  ]);
  assert.deepEqual(pieces_of("{{step.do}}", "gjort", word_of), [
    { text: "Steget er ", label: true, sought: false },
    { text: "gjort", label: true, sought: true },
  ]);
  assert.deepEqual(pieces_of("a.b (c", ".b (", word_of), [
    { text: "a", ...plain },
    { text: ".b", label: false, sought: true },
    { text: " ", ...plain },
    { text: "(", label: false, sought: true },
    { text: "c", ...plain },
  ]);
  assert.deepEqual(pieces_of("", "x", word_of), []);
  assert.equal(whole("{{step.do}}, {{step.do}}", word_of), "Steget er gjort, Steget er gjort");
});

test("families read their own chapters, staff read all", () => {
  const written = guide("nb");
  assert.deepEqual(chapters_for(written, true), ["family", "who_sees", "find_help"]);
  assert.deepEqual(chapters_for(written, false), Object.keys(written));
});

test("each language has every chapter whole, and names only words of the app that stand alone", () => {
  for (const language of ["nb", "nn", "en"]) {
    const words = app_words(language);
    for (const [id, one] of Object.entries(guide(language))) {
      for (const part of one.parts) assert.equal([part.steps, part.points, part.terms].filter(Boolean).length, 1, `${language} ${id} ${part.title}`);
      whole(JSON.stringify(one), (key) => {
        assert.ok(words[key], `${language} ${id}: ${key} is no word of the app`);
        assert.doesNotMatch(words[key], /\{\{/, `${language} ${id}: ${key} does not stand alone`);
        return key;
      });
    }
  }
});

test("what families read says nothing of the duty to report", () => {
  const written = guide("nb");
  for (const id of chapters_for(written, true)) assert.doesNotMatch(JSON.stringify(written[id]), /meldeplikt|duty\./i, id);
});
