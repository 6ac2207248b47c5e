// Goal: an imagined case keeps its days in order, asks only about what has happened, and becomes a scenario as it stands.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { PathwayTrial } from "../api/names.ts";
import { read_definition, type Definition } from "./definition.ts";
import { case_of, case_text, days_shown, expectation_of, flags_up, happened, last_day, may_act, new_case, scenario_of, settings_of, undone } from "./trial_case.ts";

const bti = read_definition(readFileSync(new URL("../../../content/pathways/bti/pathway.json", import.meta.url), "utf8")) as Definition;
const begun = new_case(bti, "2026-09-01");
const open = (step: string, due_on?: string) => ({ step, title: step, overdue: false, who: "holder", ...(due_on ? { due_on } : {}) });
const answer: PathwayTrial = { ended: false, stage: "level_0", next: open("wonder", "2026-09-15"), open: [open("wonder", "2026-09-15")], warnings: [], stages: [] };

test("days before something that has happened are for looking only, and the server is asked about the day", () => {
  const later = happened({ ...begun, today: "2026-09-10" }, { on: "2026-09-10", done: "wonder" });
  assert.equal(last_day(later), "2026-09-10");
  assert.ok(may_act(later));
  const looking = { ...later, today: "2026-09-05" };
  assert.ok(!may_act(looking));
  assert.deepEqual(JSON.parse(case_text(looking)).events, []);
  assert.equal(JSON.parse(case_text(later)).events.length, 1);
  assert.deepEqual(undone(later), { ...begun, today: "2026-09-10" });
  assert.equal(undone(begun), begun);
});

test("the slider reaches a year, and half a year past the last that happened", () => {
  assert.equal(days_shown(begun), 365);
  assert.equal(days_shown(happened(begun, { on: "2027-09-01", done: "wonder" })), 365 + 183);
});

test("settings that date a step are asked for once", () => {
  const keys = settings_of(bti);
  assert.ok(keys.includes("deadline.level_0.decide"));
  assert.equal(new Set(keys).size, keys.length);
});

test("flags are up until they are lowered", () => {
  assert.deepEqual([...flags_up([{ on: "2026-09-01", flag: "a" }, { on: "2026-09-01", flag: "b" }, { on: "2026-09-02", flag_lowered: "a" }])], ["b"]);
});

test("what is shown becomes what a scenario expects", () => {
  assert.deepEqual(expectation_of(answer, "2026-09-01"), { stage: "level_0", next: "wonder", due: "2026-09-15" });
  const late = { ...answer, warnings: [{ text: "overdue", step: "wonder" }] };
  assert.deepEqual(expectation_of(late, "2026-09-20"), { stage: "level_0", next: "wonder", due: "2026-09-15", today: "2026-09-20", warnings: ["overdue"] });
  const two = { ...answer, open: [open("wonder"), open("share")] };
  assert.deepEqual(expectation_of(two, "2026-09-01").open, ["wonder", "share"]);
  assert.deepEqual(expectation_of({ ...answer, ended: true, continues_in: "bti" }, "2026-09-01"), { ended: true, stage: "level_0", continues_in: "bti" });
  assert.deepEqual(expectation_of({ ...answer, refused: { code: "step_not_next", message: "" } }, "2026-09-01"), { refused: "step_not_next" });
});

test("a scenario and a case are the same case", () => {
  const one = happened({ ...begun, settings: { "deadline.level_0.decide": 2 }, today: "2026-09-02" }, { on: "2026-09-02", done: "wonder" });
  assert.deepEqual(case_of(scenario_of(one, answer)), one);
});
