// Goal: a service is covered when everybody who must has said yes to it, and whoever is missing is named.
import { test } from "node:test";
import assert from "node:assert/strict";
import type { Consent, ConsentNeeds, Guardian } from "../api/names.ts";
import { covers, lacking, must_consent } from "./consent_cover.ts";

const guardian = (id: string, parental_responsibility = true): Guardian => ({ id, name: id, relation: "other", parental_responsibility });
const family = {
  child: { id: "child", name: "Ada", birth_date: "2015-02-03", age: 10 },
  guardians: [guardian("mother"), guardian("father"), guardian("uncle", false)],
};
const need = (who: ConsentNeeds["needs"][number]["who"], kind: "consent" | "heard" = "consent") => ({
  who,
  need: kind,
  reason: "",
  legal_basis: "",
  evidence: "",
});
const yes = (person: string, part: Partial<Consent> = {}) =>
  ({ person, state: "in_force", units: ["school"], purposes: ["cooperation", "information_sharing"], ...part }) as Consent;

test("every guardian with responsibility must say yes; the child is only heard", () => {
  const musts = must_consent([need("every_guardian"), need("child", "heard")], family);
  assert.deepEqual(lacking(musts, (person) => person === "mother"), ["father"]);
  assert.ok(!covers(musts, [yes("mother"), yes("uncle")], "school"));
  assert.ok(covers(musts, [yes("mother"), yes("father")], "school"));
  assert.ok(!covers(musts, [yes("mother"), yes("father")], "clinic"));
});

test("one guardian is enough where the municipality says so", () => {
  const musts = must_consent([need("one_guardian")], family);
  assert.deepEqual(lacking(musts, () => false), ["mother", "father"]);
  assert.ok(covers(musts, [yes("father")], "school"));
});

test("a consent that is over, withdrawn or not for sharing covers nothing", () => {
  const musts = must_consent([need("child")], family);
  assert.ok(covers(musts, [yes("child")], "school"));
  for (const part of [{ state: "ended" }, { state: "withdrawn" }, { purposes: ["cooperation"] }] as Partial<Consent>[]) {
    assert.ok(!covers(musts, [yes("child", part)], "school"));
  }
});

test("a child below the age with nobody to consent is never covered", () => {
  const musts = must_consent([need("every_guardian")], { ...family, guardians: [] });
  assert.ok(!covers(musts, [], "school"));
});
