// Where a child can go on in another version of a pathway. By itself it goes on where it is: in the same stage with
// the same step, when the new version has them. Pure.
import type { PathwayFlag, PathwayStage } from "../api/names.ts";
import type { OutlineStage, OutlineStep } from "./outline.ts";

export interface Place {
  stage: string;
  /// Empty: the stage begins anew.
  step: string;
}

/// The shared log opens at a level; a child does not go back to what was before it.
export function stages_to_move_to(outline: OutlineStage[], stages: PathwayStage[]): OutlineStage[] {
  const levels = stages.flatMap((stage) => (stage.level === undefined ? [] : [stage.level]));
  const lowest = levels.length > 0 ? Math.min(...levels) : 0;
  return outline.filter((stage) => stage.level === undefined || stage.level >= lowest);
}

/// The steps of a stage that one can go on with. Those of tracks open with the step that has the tracks.
export function steps_to_move_to(stage: OutlineStage | undefined, flags: PathwayFlag[]): OutlineStep[] {
  const raised = new Set(flags.filter((flag) => flag.raised).map((flag) => flag.id));
  return (stage?.steps ?? []).filter(
    (step) =>
      step.track === undefined &&
      (step.when_flag === undefined || raised.has(step.when_flag)) &&
      (step.unless_flag === undefined || !raised.has(step.unless_flag)),
  );
}

export function same_place(outline: OutlineStage[], stages: PathwayStage[], flags: PathwayFlag[]): Place {
  const here = stages.find((stage) => stage.state === "here");
  const open = here?.steps.find((step) => step.track === undefined && (step.state === "next" || step.state === "open"));
  const stage = outline.find((one) => one.id === here?.id);
  const step = steps_to_move_to(stage, flags).find((one) => one.id === open?.id);
  return { stage: stage?.id ?? "", step: step?.id ?? "" };
}
