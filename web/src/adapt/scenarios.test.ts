// Goal: scenarios keep what they say when a part is renamed, and an event says exactly one thing.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { about_of, in_order, kind_of, make_event, read_scenarios, rename_in, until, type Scenarios } from "./scenarios.ts";

const text = readFileSync(new URL("../../../content/pathways/bti/scenarios.json", import.meta.url), "utf8");
const bti = read_scenarios(text) as Scenarios;

test("scenarios follow a step, a stage and a flag that are renamed", () => {
  for (const [kind, from] of [["step", "wonder"], ["stage", "level_0"], ["flag", "suspicion_of_violence"]] as const) {
    const before = JSON.stringify(bti).split(`"${from}"`).length;
    const after = JSON.stringify(rename_in(bti, kind, from, "renamed"));
    assert.ok(!after.includes(`"${from}"`), from);
    assert.equal(after.split('"renamed"').length, before);
  }
});

test("an event has a day and one thing that happened", () => {
  assert.deepEqual(make_event("2026-09-01", "ended", "look"), { on: "2026-09-01", ended: true });
  assert.deepEqual(make_event("2026-09-01", "date", "received"), { on: "2026-09-01", date: "received", day: "2026-09-01" });
  const event = make_event("2026-09-01", "due_set", "look");
  assert.equal(kind_of(event), "due_set");
  assert.equal(about_of(event), "look");
});

test("events stand in the order of their days, and only those that have happened count", () => {
  const events = [make_event("2026-09-02", "done", "b"), make_event("2026-09-01", "done", "a"), make_event("2026-09-02", "done", "c")];
  assert.deepEqual(in_order(events).map(about_of), ["a", "b", "c"]);
  assert.deepEqual(until(events, "2026-09-01").map(about_of), ["a"]);
});

test("what has not the bones of scenarios cannot be shown", () => {
  for (const wrong of ["", "{}", '{"scenarios": [{}]}']) assert.equal(read_scenarios(wrong), null);
});
