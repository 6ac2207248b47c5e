import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathwayStage, PathwayStep } from "../api/names.ts";
import { back_choices } from "./back_choices.ts";

type State = PathwayStep["state"];

function step(id: string, state: State, track?: string): PathwayStep {
  const of_track = track ? { track, track_title: track.toUpperCase() } : {};
  return { id, title: `Do ${id}`, plain_title: id, state, who: "holder", who_title: "Holder", what: "", ...of_track };
}

function stage(id: string, state: PathwayStage["state"], steps: PathwayStep[]): PathwayStage {
  return { id, title: id, plain_title: id, meaning: "", state, steps };
}

const choices = (steps: PathwayStep[]) => back_choices([stage("before", "passed", [step("old", "done")]), stage("now", "here", steps)]).map((one) => one.to);

test("what was done or skipped before the open step, in the stage one is in", () => {
  const steps = [step("a", "done"), step("danger", "left_out"), step("b", "skipped"), step("c", "next"), step("d", "possible")];
  assert.deepEqual(choices(steps), ["a", "b"]);
});

test("nothing before the first step, and nothing where no stage is the one", () => {
  assert.deepEqual(choices([step("a", "next"), step("b", "possible")]), []);
  assert.deepEqual(back_choices([stage("ended", "passed", [step("a", "done")])]), []);
});

test("while tracks go on, what was done in them and the whole of one that is over", () => {
  const steps = [
    step("agree", "done"),
    step("map", "open"),
    step("mind_1", "done", "mind"),
    step("mind_2", "next", "mind"),
    step("body_1", "done", "body"),
    step("body_2", "left_out", "body"),
    step("teeth_1", "skipped", "teeth"),
    step("absent_1", "left_out", "absent"),
  ];
  assert.deepEqual(choices(steps), ["agree", "mind_1", "body", "body_1", "teeth"]);
});

test("when the tracks are over one goes back to the step that had them", () => {
  const steps = [step("map", "done"), step("mind_1", "done", "mind"), step("teeth_1", "skipped", "teeth"), step("sum_up", "next")];
  assert.deepEqual(choices(steps), ["map"]);
});

test("a choice says which track it is of", () => {
  const [whole, first] = back_choices([stage("now", "here", [step("map", "open"), step("x", "done", "mind"), step("y", "next", "body")])]);
  assert.deepEqual(whole, { to: "mind", title: "MIND", whole_track: true });
  assert.deepEqual(first, { to: "x", title: "Do x", track: "MIND", whole_track: false });
});
