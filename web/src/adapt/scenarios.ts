// Situations and what must be next, as they are edited: the JSON of scenarios.json. Pure.

export interface TrialStart {
  stage: string;
  on: string;
}

/// A day, and exactly one thing that happened.
export interface ScenarioEvent {
  on: string;
  done?: string;
  answer?: string;
  moved_to?: string;
  due_set?: string;
  due?: string;
  flag?: string;
  flag_lowered?: string;
  skipped?: string;
  back_to?: string;
  date?: string;
  day?: string;
  ended?: boolean;
  reopened_in?: string;
}

export const event_kinds = [
  "done",
  "flag",
  "flag_lowered",
  "date",
  "due_set",
  "skipped",
  "back_to",
  "moved_to",
  "ended",
  "reopened_in",
] as const;
export type EventKind = (typeof event_kinds)[number];

export interface Expectation {
  stage?: string;
  next?: string;
  due?: string | null;
  open?: string[];
  today?: string;
  warnings?: string[];
  ended?: boolean;
  continues_in?: string;
  refused?: string;
}

export interface Scenario {
  situation: string;
  start: TrialStart;
  settings?: Record<string, number>;
  events: ScenarioEvent[];
  expect: Expectation;
}

export interface Scenarios {
  pathway: string;
  scenarios: Scenario[];
}

export const refusals = [
  "step_not_next",
  "answer_not_known",
  "level_not_moved",
  "follow_up_closed",
  "follow_up_open",
  "date_in_past",
  "step_not_skippable",
  "step_not_done_before",
] as const;

/// Null when the text has not the bones of scenarios.
export function read_scenarios(text: string): Scenarios | null {
  try {
    const value = JSON.parse(text) as Scenarios;
    const whole = (one: Scenario) => typeof one?.situation === "string" && Array.isArray(one.events) && Boolean(one.start) && Boolean(one.expect);
    return Array.isArray(value?.scenarios) && value.scenarios.every(whole) ? value : null;
  } catch {
    return null;
  }
}

export function kind_of(event: ScenarioEvent): EventKind {
  return event_kinds.find((kind) => event[kind] !== undefined) ?? "done";
}

/// What an event is about: a step, a flag, a stage; nothing for an end.
export function about_of(event: ScenarioEvent): string {
  const about = event[kind_of(event)];
  return typeof about === "string" ? about : "";
}

/// An event of another kind on the same day; what does not belong to the kind is left behind.
export function make_event(on: string, kind: EventKind, about: string): ScenarioEvent {
  if (kind === "ended") return { on, ended: true };
  const more = kind === "due_set" ? { due: on } : kind === "date" ? { day: on } : {};
  return { on, [kind]: about, ...more };
}

/// In the order in which they happened; those of one day as they stood.
export function in_order(events: ScenarioEvent[]): ScenarioEvent[] {
  return [...events].sort((one, other) => one.on.localeCompare(other.on));
}

/// Those that have happened by the end of a day.
export function until(events: ScenarioEvent[], today: string): ScenarioEvent[] {
  return events.filter((event) => event.on <= today);
}

const named: Record<"step" | "stage" | "flag" | "date", readonly (keyof ScenarioEvent)[]> = {
  step: ["done", "due_set", "skipped", "back_to"],
  stage: ["moved_to", "reopened_in"],
  flag: ["flag", "flag_lowered"],
  date: ["date"],
};

/// A part was given another id: the scenarios follow.
export function rename_in(scenarios: Scenarios, kind: keyof typeof named, from: string, to: string): Scenarios {
  const other = (id: string | undefined) => (id === from ? to : id);
  const event_of = (event: ScenarioEvent) => {
    const names = named[kind].filter((name) => event[name] === from);
    return names.length > 0 ? { ...event, ...Object.fromEntries(names.map((name) => [name, to])) } : event;
  };
  const expect_of = (expect: Expectation): Expectation => {
    if (kind === "stage" && expect.stage === from) return { ...expect, stage: to };
    if (kind !== "step") return expect;
    const open = expect.open ? { open: expect.open.map((id) => other(id) ?? id) } : {};
    return { ...expect, ...(expect.next === from ? { next: to } : {}), ...open };
  };
  return {
    ...scenarios,
    scenarios: scenarios.scenarios.map((one) => ({
      ...one,
      start: kind === "stage" && one.start.stage === from ? { ...one.start, stage: to } : one.start,
      events: one.events.map(event_of),
      expect: expect_of(one.expect),
    })),
  };
}
