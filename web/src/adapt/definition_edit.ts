// Every edit of a definition, pure: the definition before and after, nothing else. Nothing is renamed by itself; a
// new part gets an id from its bokmål title, and what led to a part that is gone still says so: the checker tells.
import { at, parts_of, steps_of, type Answer, type Definition, type Path, type Stage, type Step, type Track } from "./definition.ts";

/// With another value at the path; undefined takes the member or the row away.
export function put(definition: Definition, path: Path, value: unknown): Definition {
  return put_in(definition, path, value) as Definition;
}

function put_in(whole: unknown, path: Path, value: unknown): unknown {
  const [word, ...rest] = path;
  if (word === undefined) return value;
  if (Array.isArray(whole)) {
    if (rest.length === 0 && value === undefined) return whole.filter((_, place) => place !== word);
    return whole.map((one: unknown, place) => (place === word ? put_in(one, rest, value) : one));
  }
  const before = (whole ?? {}) as Record<string, unknown>;
  const inner = put_in(before[word], rest, value);
  if (inner === undefined) return Object.fromEntries(Object.entries(before).filter(([name]) => name !== word));
  return { ...before, [word]: inner };
}

/// Takes a part, row or member away.
export function take_out(definition: Definition, path: Path): Definition {
  return put(definition, path, undefined);
}

/// A new one at a place in a list; the list is made when there is none.
export function insert(definition: Definition, list: Path, place: number, item: unknown): Definition {
  const before = (at(definition, list) ?? []) as unknown[];
  return put(definition, list, [...before.slice(0, place), item, ...before.slice(place)]);
}

export type Way = "up" | "down";

/// Where the part is after the move; the same path when it is first or last already.
export function moved_path(definition: Definition, path: Path, way: Way): Path {
  const place = path[path.length - 1];
  const list = at(definition, path.slice(0, -1));
  if (typeof place !== "number" || !Array.isArray(list)) return path;
  const next = way === "up" ? place - 1 : place + 1;
  return next < 0 || next >= list.length ? path : [...path.slice(0, -1), next];
}

/// Changes places with the one before or after.
export function move(definition: Definition, path: Path, way: Way): Definition {
  const other = moved_path(definition, path, way);
  if (other === path) return definition;
  const swapped = put(definition, path, at(definition, other));
  return put(swapped, other, at(definition, path));
}

const letters: Record<string, string> = { æ: "ae", ø: "o", å: "a", ö: "o", ä: "a", é: "e", ü: "u" };
const longest_id = 40;

/// "Møte med PHBU" is "mote_med_phbu"; with a number behind when that is taken.
export function fresh_id(title: string, taken: readonly string[], fallback = "new"): string {
  const plain = title
    .toLowerCase()
    .replace(/[æøåöäéü]/g, (letter) => letters[letter] ?? "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "")
    .slice(0, longest_id)
    .replace(/_+$/, "");
  const first = plain || fallback;
  if (!taken.includes(first)) return first;
  let number = 2;
  while (taken.includes(`${first}_${number}`)) number += 1;
  return `${first}_${number}`;
}

/// The ids that a new part beside `path` must differ from. Steps and tracks share one space in a definition.
export function taken_ids(definition: Definition, path: Path): string[] {
  const kinds = path.includes("answers") ? [] : path.includes("steps") || path.includes("tracks") ? ["step", "track"] : null;
  if (kinds && kinds.length > 0) return parts_of(definition).filter((part) => kinds.includes(part.kind)).map((part) => part.id);
  const list = at(definition, path.slice(0, -1));
  return Array.isArray(list) ? list.map((one: { id?: string; answer?: string }) => one.id ?? one.answer ?? "") : [];
}

export const id_pattern = /^[a-z][a-z0-9_.]*$/;

/// A step that says nothing yet but what it is called. It asks a person for its date: nothing else dates it.
export function new_step(definition: Definition, title: string, kind = "task"): Step {
  const id = fresh_id(title, taken_ids(definition, ["stages", 0, "steps", 0]), "step");
  const empty = { nb: "", nn: "", en: "" };
  return {
    id,
    kind,
    title: { ...empty, nb: title },
    plain_title: empty,
    what: empty,
    how: empty,
    who: "holder",
    tools: [],
    why: empty,
    source: "",
    evidence: "background",
    dated_by: "person",
  };
}

/// A stage with the one step that every stage needs: a decision that says what follows.
export function new_stage(definition: Definition, title: string, first_step: string): Stage {
  const empty = { nb: "", nn: "", en: "" };
  const id = fresh_id(title, definition.stages.map((stage) => stage.id), "stage");
  return {
    id,
    title: { ...empty, nb: title },
    plain_title: empty,
    meaning: empty,
    steps: [{ ...new_step(definition, first_step, "decision"), answers: [] }],
  };
}

export function new_track(definition: Definition, title: string, first_step: string): Track {
  const empty = { nb: "", nn: "", en: "" };
  const id = fresh_id(title, taken_ids(definition, ["stages", 0, "steps", 0]), "track");
  return { id, title: { ...empty, nb: title }, plain_title: empty, steps: [new_step(definition, first_step)] };
}

/// It ends until somebody says where it leads; inside a track it ends the track.
export function new_answer(step: Step, label: string, in_track: boolean): Answer {
  const id = fresh_id(label, (step.answers ?? []).map((one) => one.answer), "answer");
  return { answer: id, label: { nb: label, nn: "", en: "" }, leads: in_track ? "track_end" : "end" };
}

/// A flag, a date, a criterion or a reason.
export function new_named(taken: readonly string[], text: string, member: "question" | "text"): Record<string, unknown> {
  return { id: fresh_id(text, taken), [member]: { nb: text, nn: "", en: "" } };
}

type Names = Record<string, string>;

/// Which members name a step, a stage, a flag, a date: what follows when a part is renamed.
const names_of: Record<"step" | "stage" | "flag" | "date", readonly string[]> = {
  step: ["of_step", "done"],
  stage: [],
  flag: ["when_flag", "unless_flag", "flag", "not_flag"],
  date: ["date"],
};

function renamed_in(value: unknown, kind: keyof typeof names_of, from: string, to: string): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed_in(one, kind, from, to));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    const names_it = names_of[kind].includes(name) && inner === from;
    const leads_there = name === "to" && inner === from && (value as Names)["leads"] === kind;
    return [name, names_it || leads_there ? to : renamed_in(inner, kind, from, to)];
  });
  return Object.fromEntries(entries);
}

/// A person gives a new part another id; everything that names the part follows.
export function rename(definition: Definition, path: Path, id: string): Definition {
  const part = parts_of(definition).find((one) => one.path.join("/") === path.join("/"));
  if (!part || part.id === id) return definition;
  const member = part.kind === "answer" ? "answer" : "id";
  const named = part.kind === "step" || part.kind === "stage" || part.kind === "flag" || part.kind === "date";
  const followed = named ? (renamed_in(definition, part.kind as keyof typeof names_of, part.id, id) as Definition) : definition;
  return put(followed, [...path, member], id);
}

/// What leads to a step or stage, so that one is told before it goes.
export function leads_to(definition: Definition, path: Path): Step[] {
  const part = parts_of(definition).find((one) => one.path.join("/") === path.join("/"));
  if (!part || (part.kind !== "step" && part.kind !== "stage")) return [];
  const leads = (step: Step) => (step.answers ?? []).some((answer) => answer.leads === part.kind && answer.to === part.id);
  const counts = (step: Step) => [step.due, step.repeat_every].some((rule) => part.kind === "step" && rule?.of_step === part.id);
  return steps_of(definition)
    .map((one) => one.step)
    .filter((step) => step.id !== part.id && (leads(step) || counts(step)));
}
