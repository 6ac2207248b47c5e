// An imagined case: where it began, what has happened, and the day one looks at. Pure.
import type { PathwayTrial } from "../api/names.ts";
import type { Definition, Step } from "./definition.ts";
import { steps_of } from "./definition.ts";
import { until, type Expectation, type Scenario, type ScenarioEvent } from "./scenarios.ts";
import { days_between, plus_days } from "../shared/dates.ts";

export interface TrialCase {
  start: { stage: string; on: string };
  settings: Record<string, number>;
  events: ScenarioEvent[];
  today: string;
}

export function new_case(definition: Definition, today: string): TrialCase {
  return { start: { stage: definition.stages[0]?.id ?? "", on: today }, settings: {}, events: [], today };
}

export function last_day(one: TrialCase): string {
  return one.events.reduce((day, event) => (event.on > day ? event.on : day), one.start.on);
}

/// A day before something that has happened is for looking only: days never go backwards.
export function may_act(one: TrialCase): boolean {
  return one.today >= last_day(one);
}

export function happened(one: TrialCase, event: ScenarioEvent): TrialCase {
  return { ...one, events: [...one.events, event] };
}

/// Without the last thing that happened; one stands on its day again.
export function undone(one: TrialCase): TrialCase {
  const last = one.events[one.events.length - 1];
  return last ? { ...one, events: one.events.slice(0, -1), today: last.on } : one;
}

/// How many days the slider shows: half a year after the last that happened, and at least a year.
export function days_shown(one: TrialCase): number {
  return Math.max(365, days_between(one.start.on, last_day(one)) + 183);
}

/// What the server is asked: only what has happened by that day.
export function case_text(one: TrialCase): string {
  return JSON.stringify({ start: one.start, settings: one.settings, events: until(one.events, one.today) });
}

/// The settings that give a number to some due rule.
export function settings_of(definition: Definition): string[] {
  const of_step = (step: Step) => [step.due?.setting, step.repeat_every?.setting];
  const keys = steps_of(definition).flatMap((part) => of_step(part.step));
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/// Which flags are up after what has happened; those that a setting raises are not known here.
export function flags_up(events: ScenarioEvent[]): Set<string> {
  const up = new Set<string>();
  for (const event of events) {
    if (event.flag) up.add(event.flag);
    if (event.flag_lowered) up.delete(event.flag_lowered);
  }
  return up;
}

/// What the imagined case shows now, as what a scenario expects.
export function expectation_of(answer: PathwayTrial, today: string): Expectation {
  if (answer.refused) return { refused: answer.refused.code };
  if (answer.ended) return { ended: true, stage: answer.stage, ...(answer.continues_in ? { continues_in: answer.continues_in } : {}) };
  const open = answer.open.map((one) => one.step);
  const warnings = answer.warnings.map((one) => one.text);
  return {
    stage: answer.stage,
    next: answer.next?.step ?? "",
    due: answer.next?.due_on ?? null,
    ...(open.length > 1 ? { open } : {}),
    ...(warnings.length > 0 ? { today, warnings } : {}),
  };
}

export function scenario_of(one: TrialCase, answer: PathwayTrial): Scenario {
  const settings = Object.keys(one.settings).length > 0 ? { settings: one.settings } : {};
  return { situation: "", start: one.start, ...settings, events: until(one.events, one.today), expect: expectation_of(answer, one.today) };
}

export function case_of(scenario: Scenario): TrialCase {
  const one = { start: scenario.start, settings: scenario.settings ?? {}, events: scenario.events, today: scenario.start.on };
  return { ...one, today: scenario.expect.today ?? last_day(one) };
}

export function day_after(one: TrialCase, days: number): string {
  return plus_days(one.start.on, days);
}
