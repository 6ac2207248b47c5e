// What of an early concern is written in the form, and saved as one writes.
import type { EarlyConcern } from "../api/names.ts";
import type { Stored } from "../shared/saver.ts";

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

/// Each answer as a field of its own, so that two who answer different questions do not stand against each other.
export interface SpreadEdit {
  label: string;
  facts: string;
  suspicion_of_violence: boolean;
  [answer: `answers.${string}`]: string;
}

export function spread(edit: ConcernEdit, questions: string[]): SpreadEdit {
  const { label, facts, suspicion_of_violence, answers } = edit;
  return { label, facts, suspicion_of_violence, ...Object.fromEntries(questions.map((id) => [`answers.${id}`, answers[id] ?? ""])) };
}

export function gather(edit: SpreadEdit, questions: string[]): ConcernEdit {
  const { label, facts, suspicion_of_violence } = edit;
  const answered = questions.map((id) => [id, edit[`answers.${id}`] ?? ""] as const).filter(([, answer]) => answer !== "");
  return { label, facts, answers: Object.fromEntries(answered), suspicion_of_violence };
}

/// Every question that one of them answers.
export function questions_in(...edits: ConcernEdit[]): string[] {
  return [...new Set(edits.flatMap((edit) => Object.keys(edit.answers)))];
}
