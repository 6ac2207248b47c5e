import assert from "node:assert/strict";
import { test } from "node:test";
import type { PathwayFinding } from "../api/names.ts";
import type { Definition } from "./definition.ts";
import { grouped, placed } from "./marks.ts";

const definition: Definition = {
  id: "two",
  stages: [
    {
      id: "one",
      title: { nb: "Først" },
      steps: [{ id: "choose", title: { nb: "Bestem" }, answers: [{ answer: "go", label: { nb: "Gå videre" }, leads: "step", to: "gone" }] }],
    },
  ],
};
const finding = (where: string, fault = "leads_nowhere"): PathwayFinding => ({ fault, where, why: "There is no step." });

test("what is wrong with an answer is said of its step, with the answer's own words", () => {
  const [at_answer] = placed([finding("one.choose.go")], definition, "");
  assert.deepEqual([at_answer?.title, at_answer?.inner, at_answer?.path], [{ nb: "Bestem" }, { nb: "Gå videre" }, ["stages", 0, "steps", 0]]);
  const [at_step] = placed([finding("one.choose")], definition, "");
  assert.deepEqual([at_step?.title, at_step?.inner], [{ nb: "Bestem" }, undefined]);
});

test("the same fault at one part is said once", () => {
  const groups = grouped(placed([finding("one.choose.go"), finding("one.choose"), finding("one")], definition, ""));
  assert.deepEqual(groups.map((group) => [group.first.title, group.inner, group.whys]), [
    [{ nb: "Bestem" }, [{ nb: "Gå videre" }], ["There is no step."]],
    [{ nb: "Først" }, [], ["There is no step."]],
  ]);
});
