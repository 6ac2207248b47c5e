// One open step in the list of all that is open.
import { Button } from "@digdir/designsystemet-react";
import type { OpenStep } from "../api/names.ts";
import { short_date, today_in_norway } from "../shared/dates.ts";
import { DueTag } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { can_skip_step } from "./skip_window.tsx";

export type StepDeed = "do" | "date" | "skip";

interface Props {
  step: OpenStep;
  /// Absent for those who do not lead.
  on_deed: ((step: OpenStep, deed: StepDeed) => void) | undefined;
}

export function OpenStepItem({ step, on_deed }: Props) {
  const { t, language } = use_words();
  const since = short_date(step.open_since, language, today_in_norway());
  return (
    <div className="sv-open-step">
      <div className="sv-open-step__text">
        <p className="sv-open-step__title">
          <strong>{step.title}</strong> {step.is_next ? <span className="sv-tag sv-tag--deep">{t("open.is_next")}</span> : null}
        </p>
        <p className="sv-small sv-soft">{[step.track_title, t("open.who", { who: step.who_title })].filter(Boolean).join(" · ")}</p>
        {step.waits_for_title ? <p className="sv-small">{t("open.waits", { who: step.waits_for_title, date: since })}</p> : null}
      </div>
      <div className="sv-open-step__due">
        <DueTag date={step.due_on} overdue={step.overdue} />
      </div>
      {on_deed ? <Deeds step={step} on_deed={on_deed} /> : null}
    </div>
  );
}

function Deeds({ step, on_deed }: { step: OpenStep; on_deed: (step: OpenStep, deed: StepDeed) => void }) {
  const { t } = use_words();
  const about = <span className="sv-only-heard">: {step.title}</span>;
  return (
    <div className="sv-open-step__deeds">
      <Button variant="secondary" data-size="sm" onClick={() => on_deed(step, "do")}>
        {(step.answers ?? []).length > 0 ? t("step.decide") : t("step.done")}
        {about}
      </Button>
      <Button variant="tertiary" data-size="sm" onClick={() => on_deed(step, "date")}>
        {t("step.change_date")}
        {about}
      </Button>
      {can_skip_step(step) || step.track ? (
        <Button variant="tertiary" data-size="sm" onClick={() => on_deed(step, "skip")}>
          {t("step.skip")}
          {about}
        </Button>
      ) : null}
    </div>
  );
}
