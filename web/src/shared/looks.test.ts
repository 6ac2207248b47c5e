import { test } from "node:test";
import assert from "node:assert/strict";
import { group_looks } from "./looks.ts";

const look = (at: string, name: string) => ({ at, name, purpose: "team", what: "follow_up" });

test("the same person on the same day is one line with the latest time", () => {
  const grouped = group_looks([
    look("2026-11-22T09:00:00Z", "Kari"),
    look("2026-11-22T08:00:00Z", "Kari"),
    look("2026-11-21T08:00:00Z", "Kari"),
  ]);
  assert.deepEqual(grouped.map((one) => [one.at, one.times]), [
    ["2026-11-22T09:00:00Z", 2],
    ["2026-11-21T08:00:00Z", 1],
  ]);
});

test("somebody else in between keeps the order of what happened", () => {
  const grouped = group_looks([
    look("2026-11-22T09:00:00Z", "Kari"),
    look("2026-11-22T08:30:00Z", "Nils"),
    look("2026-11-22T08:00:00Z", "Kari"),
  ]);
  assert.deepEqual(grouped.map((one) => one.name), ["Kari", "Nils", "Kari"]);
});
