import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathwayStage } from "../api/names.ts";
import { same_place, stages_to_move_to, steps_to_move_to } from "./move_choices.ts";
import { outline_of, type OutlineStage } from "./outline.ts";
import { step_differences } from "./step_differences.ts";

const said = (text: string) => ({ nb: text, nn: `${text} nn`, en: `${text} en` });
const step = (id: string, title = id, more: object = {}) => ({ id, title: said(title), ...more });

const first = {
  stages: [
    { id: "one", level: 1, title: said("One"), steps: [step("a"), step("b", "B", { when_flag: "danger" })] },
    {
      id: "two",
      level: 2,
      title: said("Two"),
      steps: [step("c", "C", { unless_flag: "danger" }), step("map", "Map", { tracks: [{ id: "mind", title: said("Mind"), may_skip: true, steps: [step("look")] }] })],
    },
  ],
};

function outline(definition: object): OutlineStage[] {
  const found = outline_of(JSON.stringify(definition), "nb");
  assert.ok(found);
  return found;
}

function at(stage: string, open: string): PathwayStage[] {
  const base = { title: "", plain_title: "", meaning: "", who: "", who_title: "", what: "" };
  return outline(first).map(({ id, level, steps }) => ({
    ...base,
    id,
    ...(level === undefined ? {} : { level }),
    state: id === stage ? "here" : "possible",
    steps: steps.map((one) => ({ ...base, id: one.id, state: one.id === open ? "next" : "possible", ...(one.track ? { track: one.track } : {}) })),
  }));
}

test("an outline has the titles in the asked language, and what is in tracks", () => {
  const english = outline_of(JSON.stringify(first), "en");
  assert.equal(english?.[1]?.title, "Two en");
  assert.deepEqual(outline(first)[1]?.steps.map((one) => [one.id, one.track]), [["c", undefined], ["map", undefined], ["look", "Mind"]]);
  assert.deepEqual(outline(first)[1]?.tracks, [{ id: "mind", title: "Mind", may_skip: true }]);
});

test("what is no definition has no outline, and a step without a title has its id", () => {
  for (const text of ["", "null", "[]", "{}", '{"stages": 3}', '{"stages": []}', "{"]) assert.equal(outline_of(text, "nb"), null, text);
  assert.equal(outline_of('{"stages": [{"id": "x", "steps": [{"id": "y", "title": {"nb": ""}}]}]}', "nb")?.[0]?.steps[0]?.title, "y");
});

test("steps that are new, taken away, called something else or moved", () => {
  const second = {
    stages: [
      { id: "one", title: said("One"), steps: [step("a", "Better a"), step("new")] },
      { id: "two", title: said("Two"), steps: [step("b", "B"), step("map", "Map")] },
    ],
  };
  assert.deepEqual(
    step_differences(outline(first), outline(second)).map((one) => `${one.kind} ${one.title} ${one.stage} ${one.before ?? ""}`.trim()),
    ["changed Better a One a", "added new One", "moved B Two", "removed C Two", "removed look Two"],
  );
  assert.deepEqual(step_differences(outline(first), outline(first)), []);
});

test("a child goes on where it is when the new version has the same stage and step", () => {
  assert.deepEqual(same_place(outline(first), at("two", "map"), []), { stage: "two", step: "map" });
  assert.deepEqual(same_place(outline({ stages: [{ id: "two", title: said("Two"), steps: [step("c")] }] }), at("two", "map"), []), { stage: "two", step: "" });
  assert.deepEqual(same_place(outline({ stages: [{ id: "three", title: said("Three"), steps: [step("c")] }] }), at("two", "map"), []), { stage: "", step: "" });
});

test("only steps that are there by the answers given, and no stage below where the log opens", () => {
  const [one, two] = outline(first);
  const danger = [{ id: "danger", question: "?", raised: true, by_setting: false }];
  assert.deepEqual(steps_to_move_to(one, []).map((step) => step.id), ["a"]);
  assert.deepEqual(steps_to_move_to(one, danger).map((step) => step.id), ["a", "b"]);
  assert.deepEqual(steps_to_move_to(two, danger).map((step) => step.id), ["map"]);
  assert.deepEqual(steps_to_move_to(undefined, []), []);
  assert.deepEqual(stages_to_move_to(outline(first), at("two", "map").slice(1)).map((stage) => stage.id), ["two"]);
});
