// The closed lists of measures and goals, in the order they are offered.
import type { Goal, Measure } from "../api/names.ts";

export const measure_states: Measure["state"][] = ["planned", "under_way", "done", "stopped"];
export const effects: Measure["effect"][] = ["not_evaluated", "good", "some", "none", "worse"];
export const goal_states: Goal["state"][] = ["active", "reached", "set_aside"];
