// Says calmly whether what one writes is stored.
import { use_words } from "../words/use_words.ts";
import { Icon } from "./icons.tsx";
import { problem_text } from "./problem_text.ts";
import type { Autosave } from "./use_autosave.ts";

export function SaveMark({ autosave }: { autosave: Pick<Autosave<object>, "standing" | "problem"> }) {
  const { t } = use_words();
  const { standing, problem } = autosave;
  const good = standing === "saved";
  const bad = standing === "refused" || standing === "waiting" || standing === "conflict";
  return (
    <p className={bad ? "sv-save sv-save--bad" : "sv-save"} role="status" aria-live="polite">
      {good ? <Icon name="check" /> : bad ? <Icon name="alert" /> : <Icon name="pen" />}
      <span>{standing === "refused" && problem ? problem_text(problem, t) : t(`save.${standing}`)}</span>
    </p>
  );
}
