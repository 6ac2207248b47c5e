// What differs between two versions of a pathway, step by step, as a person would tell it: new, taken away, another
// title, moved to another stage. Pure.
import type { OutlineStage } from "./outline.ts";

export interface StepDifference {
  kind: "added" | "removed" | "changed" | "moved";
  title: string;
  stage: string;
  /// The title it had.
  before?: string;
}

interface Placed {
  id: string;
  title: string;
  stage: string;
  stage_id: string;
}

function placed(stages: OutlineStage[]): Map<string, Placed> {
  const steps = stages.flatMap((stage) =>
    stage.steps.map((step) => ({ id: step.id, title: step.title, stage: stage.title, stage_id: stage.id })),
  );
  return new Map(steps.map((step) => [step.id, step]));
}

/// In the order of the new version; what was taken away comes last.
export function step_differences(before: OutlineStage[], after: OutlineStage[]): StepDifference[] {
  const [old, fresh] = [placed(before), placed(after)];
  const found: StepDifference[] = [];
  for (const step of fresh.values()) {
    const was = old.get(step.id);
    const { title, stage } = step;
    if (!was) found.push({ kind: "added", title, stage });
    else if (was.title !== title) found.push({ kind: "changed", title, stage, before: was.title });
    else if (was.stage_id !== step.stage_id) found.push({ kind: "moved", title, stage });
  }
  for (const step of old.values()) {
    if (!fresh.has(step.id)) found.push({ kind: "removed", title: step.title, stage: step.stage });
  }
  return found;
}
