// One measure, to read: what, who, by when, when it is looked at, what it did.
import { Button } from "@digdir/designsystemet-react";
import type { Measure } from "../api/names.ts";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

interface Props {
  measure: Measure;
  on_edit?: ((measure: Measure) => void) | undefined;
}

export function MeasureItem({ measure, on_edit }: Props) {
  const { t } = use_words();
  const tone = measure.overdue ? "sv-tag sv-tag--late" : measure.state === "done" ? "sv-tag sv-tag--good" : "sv-tag";
  return (
    <div className="sv-stack sv-stack--small">
      <div className="sv-row sv-row--between sv-row--top sv-measure-head">
        <strong className="sv-prose">{measure.what}</strong>
        <span className={tone}>{measure.overdue ? t("measure.late") : t(`measure_state.${measure.state}`)}</span>
      </div>
      <dl className="sv-measure">
        <div>
          <dt>{t("measure.who")}</dt>
          <dd>{measure.responsible_name}</dd>
        </div>
        <div>
          <dt>{t("measure.due_on")}</dt>
          <dd>
            <DateText date={measure.due_on} />
          </dd>
        </div>
        <div>
          <dt>{t("measure.evaluate_on")}</dt>
          <dd>
            <DateText date={measure.evaluate_on} />
          </dd>
        </div>
      </dl>
      {measure.effect !== "not_evaluated" || measure.evaluation ? (
        <p className="sv-prose sv-evaluation">
          <span className={measure.effect === "good" || measure.effect === "some" ? "sv-tag sv-tag--good" : "sv-tag"}>{t(`effect.${measure.effect}`)}</span>{" "}
          {measure.evaluation}
        </p>
      ) : null}
      {on_edit ? (
        <div>
          <Button variant="tertiary" data-size="sm" onClick={() => on_edit(measure)}>
            {t("measure.edit")}
            <span className="sv-only-heard">: {measure.what}</span>
          </Button>
        </div>
      ) : null}
    </div>
  );
}
