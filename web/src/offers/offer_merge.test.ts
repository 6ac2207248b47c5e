// Goal: an offer taken apart and put together is the same offer; two languages of one text are two things.
import assert from "node:assert/strict";
import { test } from "node:test";
import { merge_versions } from "../shared/merge_versions.ts";
import { new_offer, same_text, type OfferText } from "./offer.ts";
import { is_text, offer_of, parts_of } from "./offer_merge.ts";

const offer: OfferText = {
  ...new_offer("Åpen dør", "nb", "open_door", { id: "9901", name: "Solvik" }, { kind: "phone", value: "55 00 00 00" }),
  summary: { nb: "Kom innom.", en: "Come in." },
  next_steps: [{ nb: "a" }, { nb: "b", nn: "b" }, {}],
  accessibility: { nb: "Heis." },
  response_time: {},
};

test("taken apart and put together it is the same", () => {
  const again = offer_of(parts_of(offer));
  assert.ok(same_text(again, offer), JSON.stringify(again));
});

test("one writes nynorsk and the other bokmål: both stand", () => {
  const base = parts_of(offer);
  const mine = parts_of({ ...offer, summary: { ...offer.summary, nn: "Kom innom, du." } });
  const theirs = parts_of({ ...offer, summary: { ...offer.summary, nb: "Stikk innom." }, anonymous: true });
  const names = Object.keys(base);
  const merged = merge_versions(names, names.filter(is_text), base, mine, theirs);
  assert.equal(merged.filter((field) => field.standing === "both").length, 0);
  const result = offer_of(Object.fromEntries(merged.map((field) => [field.name, field.result])));
  assert.deepEqual(result.summary, { nb: "Stikk innom.", nn: "Kom innom, du.", en: "Come in." });
  assert.equal(result.anonymous, true);
});
