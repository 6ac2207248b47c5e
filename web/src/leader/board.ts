// What the board is asked for and how its counts are read. Pure. The choice stands in the address
// (?show=&pathway=&unit=), the same words as the server understands.
import type { BoardCount, BreakRow, Breaks, PathwayCount } from "../api/names.ts";
import { days_between, plus_days } from "../shared/dates.ts";

export const shows = ["all", "broken", "due", "waiting"] as const;
export type Show = (typeof shows)[number];

export interface BoardFilter {
  show: Show;
  /// National id; "" for any.
  pathway: string;
  /// Whose holder acts for it; "" for any.
  unit: string;
}

export type Counts = Pick<BoardCount, "open" | "broken" | "overdue" | "due_this_week" | "waiting">;

export const everything: BoardFilter = { show: "all", pathway: "", unit: "" };

const id_shape = /^[0-9a-z]{26}$/;

/// What cannot be meant is left out, so that a mangled address shows more and not an error.
export function filter_from(address: URLSearchParams): BoardFilter {
  const show = address.get("show");
  const unit = address.get("unit") ?? "";
  return {
    show: shows.find((known) => known === show) ?? "all",
    pathway: address.get("pathway") ?? "",
    unit: id_shape.test(unit) ? unit : "",
  };
}

/// "?show=broken&unit=…", and "" for everything: for the page's address and for the server's.
export function address_of(filter: BoardFilter): string {
  const words = new URLSearchParams();
  if (filter.show !== "all") words.set("show", filter.show);
  if (filter.pathway) words.set("pathway", filter.pathway);
  if (filter.unit) words.set("unit", filter.unit);
  return words.size > 0 ? `?${words}` : "";
}

export function is_everything(filter: BoardFilter): boolean {
  return address_of(filter) === "";
}

/// The counts of the chosen pathway or unit, or of all. When both are chosen no answer holds them: they are
/// counted from `both`, the answer about the two, unless that has more rows than it shows.
export function counts_for(board: Breaks, filter: BoardFilter, both: Breaks | undefined, today: string): Counts | undefined {
  const { pathway, unit } = filter;
  if (pathway && unit) return both && both.wanted <= both.rows.length ? counted(both.rows, today) : undefined;
  if (pathway) return board.by_pathway.find((one) => one.pathway === pathway) ?? none;
  if (unit) return board.by_unit.find((one) => one.unit === unit) ?? none;
  return board;
}

/// As the server counts: this week is today and the six days after.
export function counted(rows: BreakRow[], today: string): Counts {
  const soon = plus_days(today, 7);
  const many = (fits: (row: BreakRow) => boolean) => rows.filter(fits).length;
  return {
    open: rows.length,
    broken: many((row) => row.breaks.length > 0),
    overdue: many((row) => row.days_overdue > 0),
    due_this_week: many((row) => row.due_on !== undefined && row.due_on >= today && row.due_on < soon),
    waiting: many((row) => row.waits_for_title !== undefined),
  };
}

const none: Counts = { open: 0, broken: 0, overdue: 0, due_this_week: 0, waiting: 0 };

/// Those first that need somebody most; the biggest before the smaller when they are alike.
export function worst_first(counts: BoardCount[]): BoardCount[] {
  return [...counts].sort(
    (left, right) =>
      right.broken - left.broken ||
      right.overdue - left.overdue ||
      right.due_this_week - left.due_this_week ||
      right.open - left.open ||
      left.title.localeCompare(right.title, "nb"),
  );
}

/// Open follow-ups whose holder has no unit stand under none: what is left when all units are counted.
export function without_unit(board: Breaks): Counts | undefined {
  const left = (key: keyof Counts) => board[key] - board.by_unit.reduce((sum, one) => sum + one[key], 0);
  if (left("open") <= 0) return undefined;
  return {
    open: left("open"),
    broken: left("broken"),
    overdue: left("overdue"),
    due_this_week: left("due_this_week"),
    waiting: left("waiting"),
  };
}

/// A bar beside others: how much of the width it has, and how much of it is broken. In percent.
export function bar_of(count: Counts, longest: number): { width: number; broken: number } {
  if (longest <= 0 || count.open <= 0) return { width: 0, broken: 0 };
  return { width: (100 * count.open) / longest, broken: (100 * count.broken) / count.open };
}

/// Whole days that somebody has been waited for; never below none, whatever the clocks say.
export function days_waited(since: string | undefined, today: string): number | undefined {
  return since === undefined ? undefined : Math.max(0, days_between(since, today));
}

/// What is chosen of pathway and unit, as it is called; "" when it is all.
export function part_title(board: Breaks, { pathway, unit }: BoardFilter): string {
  const titles = [pathway && pathway_title(board, pathway), unit && unit_title(board, unit)];
  return titles.filter(Boolean).join(", ");
}

export function pathway_title(board: Breaks, pathway: string): string | undefined {
  return [...board.by_pathway, ...board.pathways].find((one) => one.pathway === pathway)?.title;
}

export function unit_title(board: Breaks, unit: string): string | undefined {
  return board.by_unit.find((one) => one.unit === unit)?.title;
}

/// For how many a pathway was decided against.
export function decided_against(pathway: PathwayCount): number {
  return pathway.not_started.reduce((sum, one) => sum + one.count, 0);
}

export function most_against_first(pathways: PathwayCount[]): PathwayCount[] {
  return [...pathways].sort((left, right) => decided_against(right) - decided_against(left) || right.open - left.open);
}
