// Looks at the log, so that one person who opened it ten times in a morning is one line. Pure.
import type { AccessLog } from "../api/names.ts";
import { date_in_norway } from "./dates.ts";

type Look = AccessLog["looks"][number];

export interface GroupedLook extends Look {
  times: number;
}

/// Looks one after the other by the same person, for the same unit and reason, on the same day become one,
/// with the time of the latest. `looks` are newest first, and so is the answer.
export function group_looks(looks: Look[]): GroupedLook[] {
  const grouped: GroupedLook[] = [];
  for (const look of looks) {
    const last = grouped[grouped.length - 1];
    if (last && key_of(last) === key_of(look)) last.times += 1;
    else grouped.push({ ...look, times: 1 });
  }
  return grouped;
}

function key_of(look: Look): string {
  return [look.name, look.unit_name, look.purpose, date_in_norway(look.at)].join("|");
}
