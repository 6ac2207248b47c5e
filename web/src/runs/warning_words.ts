// Warnings of a pathway in words: what is late and who is to be told, what should have been in place. Pure.
import type { PathwayWarning } from "../api/names.ts";
import type { Words } from "../words/use_words.ts";

/// A kind that a newer server has and this app does not is told as it is: something to look at.
export function warning_words(warning: PathwayWarning, t: Words): string {
  const step = warning.step_title ?? "";
  const condition = warning.say ?? "";
  switch (warning.text.split(":")[0]) {
    case "overdue":
      return t("run.warning.overdue", { step, count: warning.days ?? 1 });
    case "escalated":
      return t("run.warning.escalated", { step, role: warning.role_title ?? "" });
    case "consent_missing":
      return t("run.warning.consent_missing", { step });
    case "entry_not_met":
      return t("run.warning.entry_not_met", { condition });
    case "exit_not_met":
      return t("run.warning.exit_not_met", { condition });
    default:
      return condition || t("run.warning.other");
  }
}
