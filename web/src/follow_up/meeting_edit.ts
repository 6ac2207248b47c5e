// What of a meeting is written on its page, and saved as one writes.
import type { Meeting } from "../api/names.ts";
import type { Stored } from "../shared/saver.ts";

export interface MeetingEdit {
  starts_at: string;
  place: string;
  agenda: string[];
  invited: string[];
  attended: string[];
  minutes: string;
  state: Meeting["state"];
}

export function edit_of(meeting: Meeting): Stored<MeetingEdit> {
  const { starts_at, place, agenda, invited, attended, minutes, state, version } = meeting;
  return { edit: { starts_at, place, agenda, invited, attended, minutes, state }, version };
}

const most_points = 20;

/// One point of the agenda a line.
export function lines_of(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, most_points);
}
