// What of an early concern is written in the form, and saved as one writes.
import type { EarlyConcern } from "../api/names.ts";
import type { Stored } from "../shared/use_autosave.ts";

export interface ConcernEdit {
  label: string;
  facts: string;
  answers: Record<string, string>;
  suspicion_of_violence: boolean;
}

export function edit_of(concern: EarlyConcern): Stored<ConcernEdit> {
  const { label, facts, answers, suspicion_of_violence, version } = concern;
  return { edit: { label, facts, answers, suspicion_of_violence }, version };
}

/// The guide's question that is answered in the field `facts`.
export const facts_question = "seen_or_heard";
