// Goal: steps of tracks stand side by side under the step that opens them, and a map without tracks is as before.
import { test } from "node:test";
import assert from "node:assert/strict";
import { rows_of, type MapStep } from "./map_rows.ts";

const step = (id: string, track?: string): MapStep => ({
  id, title: id, plain_title: id, state: "possible", what: "", who: "holder", ...(track ? { track, track_title: `Track ${track}` } : {}),
});
const told = (steps: MapStep[]) => rows_of(steps).map((row) => [row.step.id, ...row.tracks.map((track) => `${track.title}: ${track.steps.map((one) => one.id).join(" ")}`)]);

test("without tracks every step is a row", () => {
  assert.deepEqual(told([step("a"), step("b")]), [["a"], ["b"]]);
});

test("tracks stand under their step, each with its own steps in order", () => {
  const steps = [step("a"), step("b"), step("b1", "one"), step("b2", "one"), step("c1", "two"), step("d")];
  assert.deepEqual(told(steps), [["a"], ["b", "Track one: b1 b2", "Track two: c1"], ["d"]]);
});

test("tracks whose step is not shown are not lost", () => {
  assert.deepEqual(told([step("b1", "one"), step("b2", "one"), step("d")]), [["b1", "Track one: b2"], ["d"]]);
});
