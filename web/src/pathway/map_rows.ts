// The steps of a stage as rows of the map: a step, and beside each other the tracks that it opens. Pure.
import type { PathwayStep } from "../api/names.ts";

/// A step as the map shows it. Steps of a track say which; a server that knows no tracks leaves it out.
export type MapStep = Omit<PathwayStep, "state" | "who_title"> & {
  state: PathwayStep["state"] | "open" | "skipped";
  track?: string;
  track_title?: string;
  due_on?: string;
  who_title?: string;
};

export interface MapTrack {
  id: string;
  title: string;
  steps: MapStep[];
}

export interface MapRow {
  step: MapStep;
  tracks: MapTrack[];
}

/// The steps of tracks come after the step that has them. Where that one is not shown they are rows of their own.
export function rows_of(steps: MapStep[]): MapRow[] {
  const rows: MapRow[] = [];
  for (const step of steps) {
    const row = rows[rows.length - 1];
    if (step.track === undefined || !row) {
      rows.push({ step, tracks: [] });
      continue;
    }
    const track = row.tracks.find((one) => one.id === step.track);
    if (track) track.steps.push(step);
    else row.tracks.push({ id: step.track, title: step.track_title ?? step.track, steps: [step] });
  }
  return rows;
}
