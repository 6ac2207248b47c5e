// What a person needs of a pathway definition to choose where a child goes on: its stages and steps by their titles.
// Definitions come as the JSON text they are written in; one that cannot be read gives no outline. Pure.
import type { Language } from "../api/names.ts";

export interface OutlineStep {
  id: string;
  title: string;
  /// The track it is in; of the stage itself when there is none.
  track?: string;
  when_flag?: string;
  unless_flag?: string;
}

export interface OutlineTrack {
  id: string;
  title: string;
  may_skip: boolean;
}

export interface OutlineStage {
  id: string;
  level?: number;
  title: string;
  steps: OutlineStep[];
  tracks: OutlineTrack[];
}

type Json = Record<string, unknown>;

function objects_in(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter((one): one is Json => typeof one === "object" && one !== null) : [];
}

function text_in(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function title_of(part: Json, language: Language): string {
  const title = part["title"];
  const said = typeof title === "object" && title !== null ? text_in((title as Json)[language]) : undefined;
  return said ?? String(part["id"] ?? "");
}

function step_of(step: Json, language: Language, track?: string): OutlineStep {
  const [when, unless] = [text_in(step["when_flag"]), text_in(step["unless_flag"])];
  return {
    id: String(step["id"] ?? ""),
    title: title_of(step, language),
    ...(track === undefined ? {} : { track }),
    ...(when ? { when_flag: when } : {}),
    ...(unless ? { unless_flag: unless } : {}),
  };
}

function stage_of(stage: Json, language: Language): OutlineStage {
  const own = objects_in(stage["steps"]);
  const tracks = own.flatMap((step) => objects_in(step["tracks"]));
  const steps = own.flatMap((step) => [
    step_of(step, language),
    ...objects_in(step["tracks"]).flatMap((track) =>
      objects_in(track["steps"]).map((one) => step_of(one, language, title_of(track, language))),
    ),
  ]);
  return {
    id: String(stage["id"] ?? ""),
    title: title_of(stage, language),
    ...(typeof stage["level"] === "number" ? { level: stage["level"] } : {}),
    steps,
    tracks: tracks.map((track) => ({
      id: String(track["id"] ?? ""),
      title: title_of(track, language),
      may_skip: track["may_skip"] === true,
    })),
  };
}

export function outline_of(definition: string, language: Language): OutlineStage[] | null {
  try {
    const value: unknown = JSON.parse(definition);
    const stages = typeof value === "object" && value !== null ? objects_in((value as Json)["stages"]) : [];
    return stages.length > 0 ? stages.map((stage) => stage_of(stage, language)) : null;
  } catch {
    return null;
  }
}
