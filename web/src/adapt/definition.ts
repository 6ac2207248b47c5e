// A pathway definition as it is edited: the JSON of pathway.json, possibly not sound yet, so that anything may be
// missing. Pure: reading, walking, finding parts by where the checker says they are.
import type { Language } from "../api/names.ts";

export type Sentence = Partial<Record<Language, string>>;

export interface DueRule {
  unit?: string;
  from?: string;
  count?: number;
  setting?: string;
  of_step?: string;
  date?: string;
}

export interface Answer {
  answer: string;
  label?: Sentence;
  leads?: string;
  to?: string;
}

export interface Track {
  id: string;
  title?: Sentence;
  plain_title?: Sentence;
  may_skip?: boolean;
  when_flag?: string;
  unless_flag?: string;
  steps: Step[];
}

export interface Escalation {
  after?: number;
  unit?: string;
  to?: string;
}

export interface Arena {
  how?: Sentence;
  tools?: Sentence[];
}

export interface Step {
  id: string;
  kind?: string;
  title?: Sentence;
  plain_title?: Sentence;
  what?: Sentence;
  how?: Sentence;
  who?: string;
  tools?: Sentence[];
  why?: Sentence;
  source?: string;
  evidence?: string;
  due?: DueRule;
  repeat_every?: DueRule;
  dated_by?: string;
  shown_to?: string;
  unless_flag?: string;
  when_flag?: string;
  may_skip?: boolean;
  waits_for?: string;
  needs_consent?: string;
  gives_consent?: string;
  escalate?: Escalation[];
  arenas?: Record<string, Arena>;
  answers?: Answer[];
  tracks?: Track[];
}

export interface Condition {
  text?: Sentence;
  flag?: string;
  not_flag?: string;
  done?: string;
  consent?: string;
}

export interface Stage {
  id: string;
  level?: number;
  title?: Sentence;
  plain_title?: Sentence;
  meaning?: Sentence;
  entry?: Condition[];
  exit?: Condition[];
  steps: Step[];
}

export interface Reason {
  id: string;
  text?: Sentence;
}

export interface Flag {
  id: string;
  question?: Sentence;
  from_setting?: { setting?: string; is?: string };
}

export interface NamedDate {
  id: string;
  question?: Sentence;
}

export interface Definition {
  id: string;
  version?: number;
  based_on?: { id: string; version: number };
  title?: Sentence;
  summary?: Sentence;
  source?: string;
  evidence?: string;
  owner?: string;
  review_by?: string;
  used_as?: string;
  start?: { criteria?: Reason[]; in_doubt?: Sentence; not_started_reasons?: Reason[] };
  flags?: Flag[];
  dates?: NamedDate[];
  stages: Stage[];
}

/// The way to a part: ["stages", 1, "steps", 0].
export type Path = readonly (string | number)[];

export function key_of(path: Path): string {
  return path.join("/");
}

export function same_path(one: Path, other: Path): boolean {
  return key_of(one) === key_of(other);
}

function is_object(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function lane_is_whole(steps: unknown): boolean {
  return (
    Array.isArray(steps) &&
    steps.every((step) => {
      if (!is_object(step) || typeof step["id"] !== "string") return false;
      const tracks = step["tracks"] ?? [];
      return Array.isArray(tracks) && tracks.every((track) => is_object(track) && lane_is_whole(track["steps"]));
    })
  );
}

/// Null when the text has not the bones of a definition: then no form can show it.
export function read_definition(text: string): Definition | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!is_object(value) || !Array.isArray(value["stages"])) return null;
    const whole = value["stages"].every((stage) => is_object(stage) && lane_is_whole(stage["steps"]));
    return whole ? (value as unknown as Definition) : null;
  } catch {
    return null;
  }
}

/// The JSON text that is stored, laid out like the national files.
export function text_of(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export type PartKind = "about" | "start" | "reason" | "flag" | "date" | "stage" | "step" | "track" | "answer";

export interface Part {
  kind: PartKind;
  path: Path;
  id: string;
  title: Sentence;
  /// As the checker names it: "level_1.evaluate".
  where: string;
}

function parts_of_lane(steps: Step[], path: Path, where: string): Part[] {
  return steps.flatMap((step, place) => {
    const here: Path = [...path, "steps", place];
    const name = `${where}.${step.id}`;
    const answers = (step.answers ?? []).map<Part>((answer, at) => ({
      kind: "answer",
      path: [...here, "answers", at],
      id: answer.answer,
      title: answer.label ?? {},
      where: `${name}.${answer.answer}`,
    }));
    const tracks = (step.tracks ?? []).flatMap<Part>((track, at) => {
      const track_path: Path = [...here, "tracks", at];
      const track_name = `${name}.${track.id}`;
      const part: Part = { kind: "track", path: track_path, id: track.id, title: track.title ?? {}, where: track_name };
      return [part, ...parts_of_lane(track.steps, track_path, track_name)];
    });
    return [{ kind: "step", path: here, id: step.id, title: step.title ?? {}, where: name } as Part, ...answers, ...tracks];
  });
}

function reasons_of(definition: Definition): Part[] {
  const start = definition.start;
  if (!start) return [];
  const lists = ["criteria", "not_started_reasons"] as const;
  return [
    { kind: "start", path: ["start"], id: "start", title: {}, where: "start" },
    ...lists.flatMap((list) =>
      (start[list] ?? []).map<Part>((reason, place) => ({
        kind: "reason",
        path: ["start", list, place],
        id: reason.id,
        title: reason.text ?? {},
        where: `start.${list}.${reason.id}`,
      })),
    ),
  ];
}

/// Every part, in the order of the definition.
export function parts_of(definition: Definition): Part[] {
  const named = (kind: "flag" | "date", list: "flags" | "dates") =>
    (definition[list] ?? []).map<Part>((one, place) => ({
      kind,
      path: [list, place],
      id: one.id,
      title: one.question ?? {},
      where: one.id,
    }));
  return [
    { kind: "about", path: [], id: definition.id, title: definition.title ?? {}, where: definition.id },
    ...reasons_of(definition),
    ...named("flag", "flags"),
    ...named("date", "dates"),
    ...definition.stages.flatMap((stage, place) => {
      const path: Path = ["stages", place];
      const part: Part = { kind: "stage", path, id: stage.id, title: stage.title ?? {}, where: stage.id };
      return [part, ...parts_of_lane(stage.steps, path, stage.id)];
    }),
  ];
}

/// Stages, steps and tracks are what the map shows and forms are about.
export function steps_of(definition: Definition): (Part & { step: Step })[] {
  return parts_of(definition)
    .filter((part) => part.kind === "step")
    .map((part) => ({ ...part, step: at(definition, part.path) as Step }));
}

/// What stands at a path; undefined when there is nothing.
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, word) => {
    if (Array.isArray(inner)) return typeof word === "number" ? inner[word] : undefined;
    return is_object(inner) ? inner[word] : undefined;
  }, value);
}

/// The part that a finding is about: the one named, or the one around it; the whole when none is.
export function part_at(parts: Part[], where: string): Part | undefined {
  const words = where.split(".");
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(".");
    const found = parts.find((part) => part.where === name);
    if (found) return found;
  }
  return parts[0];
}

/// The part at a difference's path ("stages/level_2/steps/joint_meeting/due"), or the one around it.
export function part_at_spot(parts: Part[], spot: { path: string; stage: string; step: string }): Part | undefined {
  const of_step = spot.step ? parts.find((part) => part.kind === "step" && part.id === spot.step) : undefined;
  const of_stage = spot.stage ? parts.find((part) => part.kind === "stage" && part.id === spot.stage) : undefined;
  if (of_step ?? of_stage) return of_step ?? of_stage;
  const [list, id] = spot.path.split("/");
  const kind = list === "flags" ? "flag" : list === "dates" ? "date" : list === "start" ? "start" : undefined;
  return parts.find((part) => part.kind === kind && (kind === "start" || part.id === id)) ?? parts[0];
}

/// The nearest of a part's surroundings that has a form of its own.
export function form_path(part: Part): Path {
  if (part.kind === "answer") return part.path.slice(0, -2);
  return part.kind === "reason" ? ["start"] : part.path;
}

/// The path itself, or the nearest around it where something stands.
export function nearest(definition: Definition, path: Path): Path {
  for (let length = path.length; length > 0; length -= 1) {
    const one = path.slice(0, length);
    if (typeof one[length - 1] === "number" && at(definition, one) !== undefined) return one;
    if (length === 1 && one[0] === "start" && definition.start) return one;
  }
  return [];
}

const languages: Language[] = ["nb", "nn", "en"];

export function missing_languages(sentence: Sentence | undefined): Language[] {
  return languages.filter((language) => !sentence?.[language]?.trim());
}

/// In the language asked for, else in one there is.
export function say(sentence: Sentence | undefined, language: Language): string {
  return sentence?.[language] || sentence?.nb || sentence?.nn || sentence?.en || "";
}

/// The consents that some step asks for, each with the step's title.
export function consents_of(definition: Definition): { id: string; title: Sentence }[] {
  const given = steps_of(definition).filter((part) => part.step.gives_consent);
  return given.map((part) => ({ id: part.step.gives_consent ?? "", title: part.title }));
}
