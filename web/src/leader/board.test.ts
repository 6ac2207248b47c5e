// What the board is asked for and how its counts are read.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BoardCount, BreakRow, Breaks } from "../api/names.ts";
import * as board from "./board.ts";

const unit = "01m81caeye0034dg13c3ajgchp";
const other_unit = "01m81caey200yb9t8nzyh1szac";

function count(title: string, numbers: [number, number, number, number, number], more: Partial<BoardCount> = {}): BoardCount {
  const [open, broken, overdue, due_this_week, waiting] = numbers;
  return { title, open, broken, overdue, due_this_week, waiting, ...more };
}

function row(more: Partial<BreakRow>): BreakRow {
  return { follow_up: "f", reference: "AAAAAA", unit_name: "Skolen", level: 2, breaks: [], pathways: [], days_overdue: 0, candidates: [], ...more };
}

function breaks(more: Partial<Breaks> = {}): Breaks {
  return {
    rows: [],
    ...count("", [10, 4, 3, 2, 1]),
    wanted: 10,
    by_pathway: [count("BTI", [10, 4, 3, 2, 1], { pathway: "bti" }), count("FACT Ung", [3, 1, 1, 0, 1], { pathway: "fact_ung" })],
    by_unit: [count("Skolen", [7, 3, 2, 2, 1], { unit })],
    pathways: [{ pathway: "agder", title: "Agdermodellen", open: 0, ended: 1, not_started: [] }],
    ...more,
  } as Breaks;
}

const from = (address: string) => board.filter_from(new URLSearchParams(address));

test("the choice stands in the address and comes back the same", () => {
  const cases: board.BoardFilter[] = [
    board.everything,
    { show: "broken", pathway: "", unit: "" },
    { show: "due", pathway: "fact_ung", unit },
    { show: "all", pathway: "a b&c=d", unit: "" },
  ];
  for (const filter of cases) assert.deepEqual(from(board.address_of(filter)), filter);
  assert.equal(board.address_of(board.everything), "");
  assert.equal(board.address_of({ show: "waiting", pathway: "bti", unit }), `?show=waiting&pathway=bti&unit=${unit}`);
  assert.ok(board.is_everything(from("?lang=nb")));
  assert.ok(!board.is_everything(from("?pathway=bti")));
});

test("what cannot be meant in an address is left out", () => {
  assert.deepEqual(from("?show=everything&unit=42"), board.everything);
  assert.deepEqual(from(`?unit=${unit}x`), board.everything);
  assert.deepEqual(from("?show=BROKEN"), board.everything);
});

test("the counts are of the chosen pathway or unit", () => {
  const all = breaks();
  const of = (filter: Partial<board.BoardFilter>, both?: Breaks) =>
    board.counts_for(all, { ...board.everything, ...filter }, both, "2026-11-22");
  assert.equal(of({})?.open, 10);
  assert.equal(of({ show: "broken" })?.open, 10);
  assert.equal(of({ pathway: "fact_ung" })?.open, 3);
  assert.equal(of({ unit })?.broken, 3);
  assert.equal(of({ pathway: "nobody_on_it" })?.open, 0);
  assert.equal(of({ unit: other_unit })?.open, 0);
});

test("the counts of a pathway in a unit are counted from its rows, when all of them are there", () => {
  const both = { ...board.everything, pathway: "bti", unit };
  const rows = [
    row({ breaks: ["date_passed"], due_on: "2026-11-21", days_overdue: 1 }),
    row({ due_on: "2026-11-22", waits_for_title: "NAV" }),
    row({ due_on: "2026-11-28" }),
    row({ due_on: "2026-11-29" }),
    row({ breaks: ["no_next_step"] }),
  ];
  const counts = board.counts_for(breaks(), both, breaks({ rows, wanted: 5 }), "2026-11-22");
  assert.deepEqual(counts, { open: 5, broken: 2, overdue: 1, due_this_week: 2, waiting: 1 });
  assert.equal(board.counts_for(breaks(), both, breaks({ rows, wanted: 201 }), "2026-11-22"), undefined);
  assert.equal(board.counts_for(breaks(), both, undefined, "2026-11-22"), undefined);
});

test("the parts that need somebody most come first", () => {
  const sorted = board.worst_first([
    count("Åsen", [5, 0, 0, 0, 0]),
    count("Berg", [5, 0, 0, 0, 0]),
    count("Stor", [90, 0, 0, 0, 0]),
    count("Snart", [1, 0, 0, 1, 0]),
    count("Sen", [2, 1, 1, 0, 0]),
    count("Brutt", [2, 1, 0, 9, 0]),
    count("Verst", [2, 2, 0, 0, 0]),
  ]);
  assert.deepEqual(sorted.map((one) => one.title), ["Verst", "Sen", "Brutt", "Snart", "Stor", "Berg", "Åsen"]);
});

test("those without a unit are what is left when the units are counted", () => {
  assert.deepEqual(board.without_unit(breaks()), { open: 3, broken: 1, overdue: 1, due_this_week: 0, waiting: 0 });
  assert.equal(board.without_unit(breaks({ by_unit: [count("Skolen", [10, 4, 3, 2, 1], { unit })] })), undefined);
});

test("a bar is as long as there are open ones", () => {
  assert.deepEqual(board.bar_of(count("", [10, 5, 0, 0, 0]), 20), { width: 50, broken: 50 });
  assert.deepEqual(board.bar_of(count("", [0, 0, 0, 0, 0]), 20), { width: 0, broken: 0 });
  assert.deepEqual(board.bar_of(count("", [0, 0, 0, 0, 0]), 0), { width: 0, broken: 0 });
});

test("days of waiting are whole days, and never below none", () => {
  assert.equal(board.days_waited("2026-11-10", "2026-11-22"), 12);
  assert.equal(board.days_waited("2026-11-22", "2026-11-22"), 0);
  assert.equal(board.days_waited("2026-11-23", "2026-11-22"), 0);
  assert.equal(board.days_waited(undefined, "2026-11-22"), undefined);
});

test("what is chosen is called by its name, also when only decisions are about it", () => {
  assert.equal(board.part_title(breaks(), { show: "all", pathway: "fact_ung", unit }), "FACT Ung, Skolen");
  assert.equal(board.part_title(breaks(), board.everything), "");
  assert.equal(board.pathway_title(breaks(), "agder"), "Agdermodellen");
  assert.equal(board.pathway_title(breaks(), "unheard_of"), undefined);
  assert.equal(board.unit_title(breaks(), other_unit), undefined);
});

test("the pathway that was decided against most comes first", () => {
  const pathway = (title: string, open: number, ...counts: number[]) => ({
    pathway: title,
    title,
    open,
    ended: 0,
    not_started: counts.map((one) => ({ reason: `${one}`, text: "", count: one })),
  });
  const sorted = board.most_against_first([pathway("a", 1), pathway("b", 9), pathway("c", 0, 1, 2), pathway("d", 5, 2)]);
  assert.deepEqual(sorted.map((one) => one.title), ["c", "d", "b", "a"]);
  assert.equal(board.decided_against(sorted[0]!), 3);
});
