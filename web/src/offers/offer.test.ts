// Goal: what an offer lacks, what is not translated, and what is sent, on both sides of each boundary.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { OfferRow } from "../api/names.ts";
import { keeper_of, lacks_of, missing_in, new_offer, rows_shown, same_text, sent_of, text_of, type OfferText } from "./offer.ts";

const begun = () => new_offer("Åpen dør", "nb", "open_door", { id: "9901", name: "Solvik" }, { kind: "phone", value: "55 00 00 00" });

function whole(): OfferText {
  return {
    ...begun(),
    summary: { nb: "Kom innom.", nn: "Kom innom.", en: "Come in." },
    name: { nb: "Åpen dør", nn: "Open dør", en: "Open door" },
    description: { nb: "Vi er her.", nn: "Vi er her.", en: "We are here." },
    next_steps: [{ nb: "a" }, { nb: "b" }, { nb: "c", nn: "c" }],
    themes: ["friends"],
  };
}

test("a new offer lacks what only people can write", () => {
  assert.deepEqual(lacks_of(begun()), ["summary", "description", "next_steps", "themes"]);
  assert.deepEqual(lacks_of(whole()), []);
  assert.deepEqual(lacks_of({ ...whole(), next_steps: [{ nb: "a" }, { nb: "b" }, { nb: " " }] }), ["next_steps"]);
  assert.deepEqual(lacks_of({ ...whole(), contacts: [{ kind: "phone", value: " " }] }), ["contacts"]);
});

test("a text that stands in one language is missing in the others; one that stands in none is not", () => {
  assert.equal(missing_in(whole(), "nb"), 0);
  assert.equal(missing_in(whole(), "nn"), 2);
  assert.equal(missing_in(whole(), "en"), 3);
  assert.equal(missing_in({ ...whole(), accessibility: { nn: "Heis" }, response_time: { nb: "" } }, "nb"), 1);
});

test("rows that are only begun on are not sent", () => {
  const offer: OfferText = {
    ...whole(),
    contacts: [{ kind: "phone", value: "" }, { kind: "web", value: "https://x.no" }],
    places: [{ name: "" }],
    hours: {
      weekly: [
        { days: [], from: "08:00", to: "15:00" },
        { days: ["mon"], from: "08:00", to: "15:00" },
      ],
      exceptions: [{ from: "2026-12-24", to: "", closed: true }],
    },
  };
  const sent = sent_of(offer);
  assert.equal(sent.contacts.length, 1);
  assert.deepEqual(sent.places, []);
  assert.equal(sent.hours.weekly?.length, 1);
  assert.deepEqual(sent.hours.exceptions, []);
  assert.equal(offer.contacts.length, 2);
});

test("waiting time and check are no part of the text", () => {
  const offer = { ...whole(), waiting: { measured_on: "2026-11-22", capacity: "open" as const }, checked: { on: "2026-11-22", by: "x", evidence: "known" as const } };
  assert.deepEqual(text_of(offer), whole());
});

test("the same text in another order is the same text", () => {
  assert.ok(same_text({ a: 1, b: { c: 2, d: undefined } }, { b: { c: 2 }, a: 1 }));
  assert.ok(!same_text({ a: [1, 2] }, { a: [2, 1] }));
});

test("the list is cut by what is typed and by what is to be done", () => {
  const row = (part: Partial<OfferRow>): OfferRow => ({
    id: "x", name: "Åpen dør", kind: "open_door", state: "published", has_draft: false, may_keep: true, own_unit: false, national: false,
    checked_on: "2026-11-22", checked_by: "x", days_since_check: 0, remind_owner: false, remind_leader: false, reminds_you: false, ...part,
  });
  const rows = [row({ id: "a" }), row({ id: "b", unit: "PPT", remind_owner: true }), row({ id: "c", has_draft: true }), row({ id: "d", may_keep: false, remind_owner: true }), row({ id: "e", state: "retired" })];
  const ids = (typed: string, cut: "all" | "to_check" | "drafts") => rows_shown(rows, typed, cut).map((one) => one.id).join("");
  assert.equal(ids("", "all"), "abcde");
  assert.equal(ids(" ppt", "all"), "b");
  assert.equal(ids("ÅPEN", "to_check"), "b");
  assert.equal(ids("", "drafts"), "ce");
  assert.deepEqual([row({ own_unit: true }), row({}), row({ may_keep: false }), row({ national: true })].map(keeper_of), ["own", "kept", "others", "national"]);
});
