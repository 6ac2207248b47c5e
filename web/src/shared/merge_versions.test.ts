import { test } from "node:test";
import assert from "node:assert/strict";
import { join_texts, merge_versions } from "./merge_versions.ts";

const base = { minutes: "We met.", place: "Room 1", state: "called" };

test("what only one changed needs no choice", () => {
  const mine = { ...base, minutes: "We met. We agreed." };
  const theirs = { ...base, place: "Room 2" };
  const fields = merge_versions(["minutes", "place", "state"], ["minutes"], base, mine, theirs);
  assert.deepEqual(fields.map((field) => [field.name, field.standing, field.result]), [
    ["minutes", "only_mine", "We met. We agreed."],
    ["place", "only_theirs", "Room 2"],
    ["state", "same", "called"],
  ]);
});

test("when both wrote, both texts stand until somebody chooses", () => {
  const fields = merge_versions(["minutes"], ["minutes"], base, { ...base, minutes: "Mine" }, { ...base, minutes: "Theirs" });
  assert.equal(fields[0]?.standing, "both");
  assert.equal(fields[0]?.result, "Theirs\n\nMine");
});

test("a choice that is no text is kept as mine until somebody chooses", () => {
  const fields = merge_versions(["state"], ["minutes"], base, { ...base, state: "held" }, { ...base, state: "cancelled" });
  assert.equal(fields[0]?.result, "held");
});

test("a text that holds the other is not doubled", () => {
  assert.equal(join_texts("We met.", "We met. We agreed."), "We met. We agreed.");
  assert.equal(join_texts("We met. We agreed.", "We met."), "We met. We agreed.");
  assert.equal(join_texts("", "Mine"), "Mine");
});

test("lists count as changed only when their content is", () => {
  const one = { invited: ["a", "b"] };
  const fields = merge_versions(["invited"], [], one, { invited: ["a", "b"] }, { invited: ["a"] });
  assert.equal(fields[0]?.standing, "only_theirs");
});
