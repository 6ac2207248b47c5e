// Goal: two who answer different questions both keep their answer, and nobody is asked to choose.
import { test } from "node:test";
import assert from "node:assert/strict";
import { merge_versions } from "../shared/merge_versions.ts";
import { gather, questions_in, spread, type ConcernEdit, type SpreadEdit } from "./concern_edit.ts";

const base: ConcernEdit = { label: "Pause", facts: "Alone.", answers: { where: "By the fence." }, suspicion_of_violence: false };
const mine: ConcernEdit = { ...base, answers: { ...base.answers, how_long: "Three weeks." } };
const theirs: ConcernEdit = { ...base, answers: { childs_own_words: "Nobody asks me.", where: "" } };

test("answers to different questions merge by themselves", () => {
  const questions = questions_in(base, mine, theirs);
  const names = Object.keys(spread(mine, questions)) as (keyof SpreadEdit & string)[];
  const fields = merge_versions(names, [], spread(base, questions), spread(mine, questions), spread(theirs, questions));
  assert.ok(fields.every((field) => field.standing !== "both"));
  const merged = Object.fromEntries(fields.map((field) => [field.name, field.result])) as unknown as SpreadEdit;
  assert.deepEqual(gather(merged, questions), {
    ...base,
    answers: { how_long: "Three weeks.", childs_own_words: "Nobody asks me." },
  });
});
