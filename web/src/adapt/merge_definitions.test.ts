// Goal: nothing that either of two people wrote is lost without a choice, and a choice decides.
import { test } from "node:test";
import assert from "node:assert/strict";
import { merge_json } from "./merge_definitions.ts";

const step = (id: string, more: object = {}) => ({ id, title: { nb: id, nn: id, en: id }, ...more });
const base = { id: "bti", stages: [{ id: "one", steps: [step("look"), step("talk"), step("choose")] }] };
const with_steps = (...steps: object[]) => ({ id: "bti", stages: [{ id: "one", steps }] });

test("what only one of them changed is taken from that one", () => {
  const mine = with_steps(step("look", { who: "leader" }), step("talk"), step("choose"));
  const theirs = with_steps(step("look"), step("talk", { who: "team" }), step("call"), step("choose"));
  const { value, clashes } = merge_json(base, mine, theirs);
  assert.deepEqual(clashes, []);
  assert.deepEqual(value, with_steps(step("look", { who: "leader" }), step("talk", { who: "team" }), step("call"), step("choose")));
});

test("where both changed the same thing a person chooses; mine stands until then", () => {
  const mine = with_steps(step("look", { who: "leader" }), step("talk"), step("choose"));
  const theirs = with_steps(step("look", { who: "team" }), step("talk"), step("choose"));
  const { value, clashes } = merge_json(base, mine, theirs);
  assert.deepEqual(clashes, [{ path: "stages/one/steps/look/who", base: undefined, mine: "leader", theirs: "team" }]);
  assert.deepEqual(value, mine);
  assert.deepEqual(merge_json(base, mine, theirs, { "stages/one/steps/look/who": "theirs" }).value, theirs);
});

test("one took away what the other changed: a choice, also to let it go", () => {
  const mine = with_steps(step("look"), step("choose"));
  const theirs = with_steps(step("look"), step("talk", { who: "team" }), step("choose"));
  const { clashes } = merge_json(base, mine, theirs);
  assert.deepEqual(clashes.map((clash) => clash.path), ["stages/one/steps/talk"]);
  assert.deepEqual(merge_json(base, mine, theirs).value, mine);
  assert.deepEqual(merge_json(base, mine, theirs, { "stages/one/steps/talk": "theirs" }).value, theirs);
});

test("only they moved something: their order; both: ours", () => {
  const moved = with_steps(step("talk"), step("look"), step("choose"));
  assert.deepEqual(merge_json(base, base, moved).value, moved);
  const mine = with_steps(step("look"), step("talk"), step("call"), step("choose"));
  const both = merge_json(base, mine, moved).value as typeof base;
  assert.deepEqual(both.stages[0]?.steps.map((one) => one.id), ["talk", "call", "look", "choose"]);
});

test("a sentence is one value, and so is a list whose items have no names", () => {
  const mine = { ...base, title: { nb: "A" }, tools: [{ nb: "x" }] };
  const theirs = { ...base, title: { nb: "B" }, tools: [{ nb: "y" }] };
  assert.deepEqual(merge_json(base, mine, theirs).clashes.map((clash) => clash.path), ["title", "tools"]);
});
