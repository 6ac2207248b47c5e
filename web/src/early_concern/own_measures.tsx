// Measures in one's own service (level 1): what, who, by when, when it is looked at, what it did.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { EarlyConcern, OwnMeasure } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { OwnMeasureWindow } from "./own_measure_window.tsx";

interface Props {
  concern: EarlyConcern;
  path: string;
  set: (concern: EarlyConcern) => void;
  read_only: boolean;
  suspicion: boolean;
}

export function OwnMeasures({ concern, path, set, read_only, suspicion }: Props) {
  const { t } = use_words();
  // What the window is about outlives its closing, so that a slip with Escape loses nothing typed.
  const [editing, set_editing] = useState<{ measure?: OwnMeasure; open: boolean }>({ open: false });
  return (
    <section className="sv-card sv-stack sv-stack--small" aria-labelledby="own-measures">
      <h2 id="own-measures">{t("own_measure.title")}</h2>
      {concern.measures.length === 0 ? <p className="sv-empty">{t(suspicion ? "own_measure.none_by_suspicion" : "own_measure.none")}</p> : null}
      <ul className="sv-list sv-list--lined">
        {concern.measures.map((measure) => (
          <li key={measure.id} className="sv-stack sv-stack--small">
            <div className="sv-row sv-row--between sv-row--top">
              <strong className="sv-prose">{measure.what}</strong>
              <span className="sv-tag">{t(`measure_state.${measure.state}`)}</span>
            </div>
            <p className="sv-small sv-soft">
              {measure.who} · {t("measure.due")} <DateText date={measure.due_on} /> · {t("measure.evaluate")}{" "}
              <DateText date={measure.evaluate_on} />
            </p>
            {measure.evaluation ? (
              <p className="sv-prose">
                {measure.evaluation} <span className="sv-tag">{t(`effect.${measure.effect}`)}</span>
              </p>
            ) : null}
            {read_only ? null : (
              <div>
                <Button variant="tertiary" data-size="sm" onClick={() => set_editing({ measure, open: true })}>
                  {t("own_measure.edit")}
                  <span className="sv-only-heard">: {measure.what}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {read_only ? null : (
        <div>
          <Button variant="secondary" onClick={() => set_editing({ open: true })}>
            <Icon name="plus" /> {t("own_measure.add")}
          </Button>
        </div>
      )}
      <OwnMeasureWindow
        key={editing.measure ? `${editing.measure.id}-${editing.measure.version}` : "new"}
        open={editing.open}
        measure={editing.measure}
        path={path}
        on_close={() => set_editing({ ...editing, open: false })}
        set={set}
      />
    </section>
  );
}
