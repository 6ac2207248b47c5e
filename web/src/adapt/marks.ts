// What the checker says of each part, for the map and the forms: faults, and what differs from the national version.
// Pure.
import type { PathwayDifference, PathwayFinding } from "../api/names.ts";
import { form_path, key_of, part_at, part_at_spot, parts_of, type Definition, type Sentence } from "./definition.ts";
import { path_in_text } from "./path_in_text.ts";

export interface PartMark {
  faults: number;
  change?: PathwayDifference["kind"];
}

/// By the path of the part whose form shows it.
export type Marks = Map<string, PartMark>;

export interface PlacedFinding extends PathwayFinding {
  /// Of the part whose form shows it.
  path: (string | number)[];
  /// What that part is called.
  title: Sentence;
  /// The answer or reason inside it that is meant.
  inner?: Sentence;
  /// The member it is about, when the checker named the place: "title".
  field?: string;
}

/// "line 12, column 5"
const place_pattern = /line (\d+)(?:, column (\d+))?/;

/// Each finding at its part. A finding that names a line and column is looked for in the text.
export function placed(findings: PathwayFinding[], definition: Definition, text: string): PlacedFinding[] {
  const parts = parts_of(definition);
  return findings.map((finding) => {
    const place = place_pattern.exec(finding.where);
    const path = place ? path_in_text(text, Number(place[1]), Number(place[2] ?? 1)) : undefined;
    const around = path ? [...parts].reverse().find((part) => part.path.length <= path.length && part.path.every((word, at) => path[at] === word)) : undefined;
    const part = around ?? part_at(parts, finding.where) ?? parts[0];
    const shown = part ? form_path(part) : [];
    const field = path && around ? path[around.path.length] : undefined;
    const host = parts.find((one) => key_of(one.path) === key_of(shown));
    const inner = part && host && part !== host ? { inner: part.title } : {};
    return { ...finding, path: [...shown], title: host?.title ?? {}, ...inner, ...(typeof field === "string" ? { field } : {}) };
  });
}

/// Findings of one fault at one part, said once.
export interface FindingGroup {
  first: PlacedFinding;
  fields: string[];
  inner: Sentence[];
  whys: string[];
}

export function grouped(findings: PlacedFinding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const key = `${finding.fault}|${key_of(finding.path)}`;
    const group = groups.get(key) ?? { first: finding, fields: [], inner: [], whys: [] };
    groups.set(key, group);
    if (finding.field && !group.fields.includes(finding.field)) group.fields.push(finding.field);
    if (finding.inner && !group.inner.includes(finding.inner)) group.inner.push(finding.inner);
    if (!group.whys.includes(finding.why)) group.whys.push(finding.why);
  }
  return [...groups.values()];
}

export function marks_of(findings: PlacedFinding[], differences: PathwayDifference[], definition: Definition): Marks {
  const marks: Marks = new Map();
  const mark_at = (key: string) => {
    const mark = marks.get(key) ?? { faults: 0 };
    marks.set(key, mark);
    return mark;
  };
  for (const finding of findings) mark_at(key_of(finding.path)).faults += 1;
  const parts = parts_of(definition);
  for (const difference of differences) {
    const part = part_at_spot(parts, difference);
    if (!part) continue;
    const whole = difference.path.endsWith(`/${part.id}`);
    const mark = mark_at(key_of(form_path(part)));
    const kind = whole && (difference.kind === "added" || difference.kind === "moved") ? difference.kind : "changed";
    mark.change = mark.change === "added" ? "added" : kind;
  }
  return marks;
}
