// Open steps by the pathway they are of, in the order the server gives them. Pure.
import type { OpenStep } from "../api/names.ts";

export interface OpenGroup {
  run: string | undefined;
  title: string;
  steps: OpenStep[];
}

export function open_groups(steps: OpenStep[]): OpenGroup[] {
  const groups: OpenGroup[] = [];
  for (const step of steps) {
    const group = groups.find((one) => one.run === step.run);
    if (group) group.steps.push(step);
    else groups.push({ run: step.run, title: step.pathway_title, steps: [step] });
  }
  return groups;
}

export function is_same_step(one: OpenStep, other: OpenStep): boolean {
  return one.run === other.run && one.step === other.step;
}
