// What one can go back to in a pathway: in the stage it is in, what was done or skipped before the step that is
// open; and, while tracks go on beside each other, what was done in them, or a whole track that is over. Pure.
import type { PathwayStage, PathwayStep } from "../api/names.ts";

export interface BackChoice {
  /// Step or track.
  to: string;
  title: string;
  track?: string;
  whole_track: boolean;
}

const is_open = (step: PathwayStep) => step.state === "open" || step.state === "next";
const is_past = (step: PathwayStep) => step.state === "done" || step.state === "skipped";

export function back_choices(stages: PathwayStage[]): BackChoice[] {
  const here = stages.find((stage) => stage.state === "here");
  if (!here) return [];
  const main = here.steps.filter((step) => step.track === undefined);
  const at = main.findIndex(is_open);
  const before = main.slice(0, Math.max(at, 0)).filter(is_past);
  const choices = before.map((step) => ({ to: step.id, title: step.title, whole_track: false }));
  return [...choices, ...track_choices(here.steps)];
}

function track_choices(steps: PathwayStep[]): BackChoice[] {
  const in_tracks = steps.filter((step) => step.track !== undefined);
  if (!in_tracks.some(is_open)) return [];
  return [...new Set(in_tracks.map((step) => step.track))].flatMap((track) => {
    const lane = in_tracks.filter((step) => step.track === track);
    const title = lane[0]?.track_title ?? track;
    const over = !lane.some(is_open);
    // A track that was skipped as a whole has steps that say so, though none of them was skipped by itself.
    const past = lane.filter((step) => (over ? step.state === "done" : is_past(step)));
    const choices = past.map((step) => ({ to: step.id, title: step.title, ...(title ? { track: title } : {}), whole_track: false }));
    if (!over || !track || !lane.some(is_past)) return choices;
    return [{ to: track, title: title ?? track, whole_track: true }, ...choices];
  });
}
