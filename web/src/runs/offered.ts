// Which pathways can be begun beside the main one, and which of them an ended one pointed to. Pure.
import type { NotStarted, Pathway, PathwayRow } from "../api/names.ts";

/// A row of GET /v1/pathways, as far as it is needed here.
export type OfferedPathway = Pick<PathwayRow, "id" | "title" | "summary" | "used_as" | "unverified" | "start">;

/// A municipality's own copy of "bti" is "bti.own".
export function national_id(pathway: string): string {
  return pathway.replace(/\.own$/, "");
}

export function version_path(pathway: string, version: number): string {
  return `/v1/pathways/${encodeURIComponent(pathway)}/versions/${version}`;
}

export function may_begin(offered: OfferedPathway[], pathways: Pathway[]): OfferedPathway[] {
  const running = new Set(pathways.filter((one) => one.state === "open").map((one) => national_id(one.id)));
  return offered.filter((one) => one.used_as === "beside" && !running.has(one.id));
}

export interface Continuation {
  ended: Pathway;
  next: OfferedPathway;
}

/// What an ended pathway pointed to, as long as nobody has begun it or decided against it since.
export function continuations(offered: OfferedPathway[], pathways: Pathway[], not_started: NotStarted[]): Continuation[] {
  const open_to = may_begin(offered, pathways);
  return pathways.flatMap((ended) => {
    const next = open_to.find((one) => ended.state === "closed" && one.id === national_id(ended.continues_in ?? ""));
    const since = ended.ended_on ?? ended.started_on;
    const decided = not_started.some((one) => one.pathway === next?.id && one.decided_on >= since);
    const begun = pathways.some((one) => one !== ended && national_id(one.id) === next?.id && one.started_on >= since);
    return next && !decided && !begun ? [{ ended, next }] : [];
  });
}

/// The newest decision against a pathway.
export function decided_against(not_started: NotStarted[], pathway: string): NotStarted | undefined {
  return not_started.filter((one) => one.pathway === pathway).sort((one, other) => other.decided_on.localeCompare(one.decided_on))[0];
}
