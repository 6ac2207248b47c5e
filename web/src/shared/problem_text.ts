// What to say when something went wrong: the server's own sentence when it gave one, else ours.
import type { Problem } from "../api/client.ts";
import type { Words } from "../words/use_words.ts";

export function problem_text(problem: Problem, t: Words): string {
  if (problem.code === "no_connection") return t("problem.no_connection");
  if (problem.code === "service_unavailable") return t("problem.service_unavailable");
  if (problem.code === "page_stopped") return t("problem.page_stopped");
  if (problem.code === "invalid_fields" && problem.fields.length > 0) return t("problem.invalid_fields");
  const text = problem.message || t("problem.internal");
  if (!problem.reference || problem.status < 500) return text;
  const reference = t("problem.reference", { reference: problem.reference });
  return `${text} ${reference}`;
}
