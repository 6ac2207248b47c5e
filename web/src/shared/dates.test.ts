import { test } from "node:test";
import assert from "node:assert/strict";
import * as dates from "./dates.ts";

test("dates are written as each language writes them", () => {
  assert.equal(dates.long_date("2026-11-02", "nb"), "2. november 2026");
  assert.equal(dates.long_date("2026-11-02", "en"), "2 November 2026");
  assert.equal(dates.day_and_date("2026-11-22", "nn", "2026-01-01"), "sundag 22. november");
  assert.equal(dates.day_and_date("2027-01-05", "nb", "2026-12-31"), "tirsdag 5. januar 2027");
  assert.equal(dates.short_date("2026-05-17", "nb", "2026-05-17"), "17. mai");
  assert.equal(dates.short_date("2026-06-03", "nb", "2026-05-17"), "3. juni");
  assert.equal(dates.short_date("2025-11-03", "nb", "2026-05-17"), "3. nov. 2025");
});

test("days are counted over months and leap years", () => {
  assert.equal(dates.plus_days("2028-02-28", 1), "2028-02-29");
  assert.equal(dates.plus_days("2026-12-31", 1), "2027-01-01");
  assert.equal(dates.days_between("2026-03-28", "2026-03-30"), 2);
  assert.equal(dates.days_between("2026-03-30", "2026-03-28"), -2);
});

test("the day in Norway is not the day in Greenwich", () => {
  assert.equal(dates.date_in_norway("2026-11-22T22:59:59Z"), "2026-11-22");
  assert.equal(dates.date_in_norway("2026-11-22T23:00:00Z"), "2026-11-23");
  assert.equal(dates.date_in_norway("2026-07-01T22:00:00Z"), "2026-07-02");
});

test("a time on the wall in Norway is one instant, on both sides of summer time", () => {
  assert.equal(dates.instant_of_local("2026-01-15T08:30"), "2026-01-15T07:30:00Z");
  assert.equal(dates.instant_of_local("2026-07-15T08:30"), "2026-07-15T06:30:00Z");
  assert.equal(dates.instant_of_local("2026-03-29T01:59"), "2026-03-29T00:59:00Z");
  assert.equal(dates.instant_of_local("2026-03-29T03:00"), "2026-03-29T01:00:00Z");
  assert.equal(dates.instant_of_local("2026-03-29T02:30"), "2026-03-29T01:30:00Z");
  assert.equal(dates.instant_of_local("2026-10-25T02:30"), "2026-10-25T00:30:00Z");
  assert.equal(dates.local_of_instant("2026-07-15T06:30:00Z"), "2026-07-15T08:30");
});
