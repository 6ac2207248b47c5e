import assert from "node:assert/strict";
import { test } from "node:test";
import type { CoverageCell } from "../api/names.ts";
import type { Words } from "../words/use_words.ts";
import { address_of, cell_text, choice_from, finding_text, gaps_by_age, joined, list_text, note_of, spans_text } from "./coverage.ts";

const t = ((key: string, values: Record<string, string | number> = {}) => [key, ...Object.values(values)].join("|")) as Words;
const cell = (change: Partial<CoverageCell>): CoverageCell => ({
  ages: { from: 10, to: 12 }, severity: "moderate", way_in: "no_referral", standing: "single", offers: ["a"], without: [], alone: [], ...change,
});

test("a choice goes into the address and comes out of it again", () => {
  for (const address of ["", "?theme=eating", "?way=referral&view=list", "?theme=eating&way=digital"]) {
    assert.equal(address_of(choice_from(new URLSearchParams(address))), address);
  }
});

test("a mangled address shows more and not an error", () => {
  assert.equal(address_of(choice_from(new URLSearchParams("?theme=A%20b&way=by_boat&view=x"))), "");
});

test("ages are said shortly", () => {
  assert.equal(spans_text([{ from: 0, to: 5 }, { from: 12, to: 12 }]), "0–5, 12");
  assert.equal(spans_text([]), "");
});

test("under a number stands what the number does not say", () => {
  assert.equal(note_of(cell({ standing: "partial", without: [{ from: 12, to: 12 }] }), t), "coverage.note.partial|12");
  assert.equal(note_of(cell({ standing: "single" }), t), "");
  assert.equal(note_of(cell({ standing: "single", offers: ["a", "b"], alone: [{ from: 10, to: 10 }] }), t), "coverage.note.alone|10");
  assert.equal(note_of(cell({ standing: "single", offers: ["a", "b"], alone: [{ from: 10, to: 12 }] }), t), "");
  assert.equal(note_of(cell({ standing: "covered", offers: ["a", "b"] }), t), "");
});

test("a finding is a sentence that says whether a referral would do", () => {
  const finding = { severities: ["moderate" as const], ages: { from: 12, to: 15 }, offers: [] };
  const said = (standing: "hole" | "single" | "weak", referral_counts: boolean) => finding_text({ ...finding, offers: [], standing, referral_counts }, t).split("|")[0];
  assert.equal(said("hole", false), "coverage.found.hole");
  assert.equal(said("hole", true), "coverage.found.hole_at_all");
  assert.equal(said("single", false), "coverage.found.single");
  assert.equal(said("weak", true), "coverage.found.weak_at_all");
});

test("a cell is said with its number when the number is more than the sign", () => {
  assert.equal(cell_text(cell({ standing: "covered", offers: ["a", "b"] }), t), "coverage.count|2");
  assert.equal(cell_text(cell({ standing: "single" }), t), "coverage.standing.single");
  assert.equal(cell_text(cell({ standing: "partial", without: [{ from: 12, to: 12 }] }), t), "coverage.count|1, coverage.note.partial|12");
});

test("the same at two severities is one sentence", () => {
  const finding = { standing: "single", referral_counts: true, ages: { from: 0, to: 7 }, offers: ["a"] } as const;
  const found = joined([
    { ...finding, offers: ["a"], severity: "severe" },
    { ...finding, offers: ["a"], severity: "complex" },
    { ...finding, offers: ["b"], severity: "complex" },
  ]);
  assert.deepEqual(found.map((one) => one.severities), [["severe", "complex"], ["complex"]]);
  assert.equal(finding_text(found[0]!, t), "coverage.found.single_at_all|coverage.years|0|7|coverage.at.severe coverage.and coverage.at.complex");
});

test("gaps at the same ages are one, the youngest first", () => {
  const gaps = gaps_by_age([
    { severity: "mild", ages: { from: 12, to: 15 } },
    { severity: "moderate", ages: { from: 12, to: 15 } },
    { severity: "moderate", ages: { from: 0, to: 3 } },
  ]);
  assert.deepEqual(gaps, [
    { ages: { from: 0, to: 3 }, severities: ["moderate"] },
    { ages: { from: 12, to: 15 }, severities: ["mild", "moderate"] },
  ]);
});

test("a list ends with and", () => {
  assert.equal(list_text(["a"], "og"), "a");
  assert.equal(list_text(["a", "b", "c"], "og"), "a, b og c");
});
