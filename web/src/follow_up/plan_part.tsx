// Goals, and under each what is being done for it: who, by when, when it is looked at, what it did.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Goal, Measure } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { GoalWindow } from "./goal_window.tsx";
import { MeasureItem } from "./measure_item.tsx";
import { MeasureWindow } from "./measure_window.tsx";
import { use_follow_up } from "./scope.tsx";

export function PlanPart() {
  const { t } = use_words();
  const { follow_up, may } = use_follow_up();
  // What a window is about outlives its closing, so that a slip with Escape loses nothing typed.
  const [goal, set_goal] = useState<{ goal?: Goal; open: boolean }>({ open: false });
  const [measure, set_measure] = useState<{ measure?: Measure; goal?: string; open: boolean }>({ open: false });
  const writing = may("contribute") && follow_up.state === "open";
  const loose = follow_up.measures.filter((one) => !one.goal);
  const of_goal = (id: string) => follow_up.measures.filter((one) => one.goal === id);

  return (
    <div className="sv-stack">
      {follow_up.goals.length === 0 && follow_up.measures.length === 0 ? (
        <section className="sv-card">
          <h2>{t("plan.none_title")}</h2>
          <p className="sv-empty">{t("plan.none")}</p>
        </section>
      ) : null}
      {follow_up.goals.map((one) => (
        <section key={one.id} className="sv-card sv-stack sv-stack--small" aria-label={one.title}>
          <div className="sv-row sv-row--between sv-row--top">
            <div>
              <p className="sv-eyebrow">
                <Icon name="goal" /> {one.childs_own ? t("goal.childs_own") : t("goal.goal")}
              </p>
              <h2>{one.title}</h2>
            </div>
            {one.state === "active" ? null : (
              <span className={one.state === "reached" ? "sv-tag sv-tag--good" : "sv-tag"}>{t(`goal_state.${one.state}`)}</span>
            )}
          </div>
          {one.why ? <p className="sv-soft sv-prose">{one.why}</p> : null}
          <Measures measures={of_goal(one.id)} on_edit={writing ? (next) => set_measure({ measure: next, open: true }) : undefined} />
          {writing ? (
            <div className="sv-row">
              <Button variant="secondary" data-size="sm" onClick={() => set_measure({ goal: one.id, open: true })}>
                <Icon name="plus" /> {t("measure.add")}
                <span className="sv-only-heard">: {one.title}</span>
              </Button>
              <Button variant="tertiary" data-size="sm" onClick={() => set_goal({ goal: one, open: true })}>
                {t("goal.edit")}
                <span className="sv-only-heard">: {one.title}</span>
              </Button>
            </div>
          ) : null}
        </section>
      ))}
      {loose.length > 0 ? (
        <section className="sv-card sv-stack sv-stack--small">
          <h2>{t("plan.loose")}</h2>
          <Measures measures={loose} on_edit={writing ? (next) => set_measure({ measure: next, open: true }) : undefined} />
        </section>
      ) : null}
      {writing ? (
        <div className="sv-row">
          <Button onClick={() => set_goal({ open: true })}>
            <Icon name="plus" /> {t("goal.add")}
          </Button>
          <Button variant="secondary" onClick={() => set_measure({ open: true })}>
            {t("measure.add")}
          </Button>
        </div>
      ) : null}
      <GoalWindow
        key={goal.goal ? `${goal.goal.id}-${goal.goal.version}` : "new-goal"}
        open={goal.open}
        goal={goal.goal}
        on_close={() => set_goal({ ...goal, open: false })}
      />
      <MeasureWindow
        key={measure.measure ? `${measure.measure.id}-${measure.measure.version}` : `new-measure-${measure.goal ?? ""}`}
        open={measure.open}
        measure={measure.measure}
        goal={measure.goal}
        on_close={() => set_measure({ ...measure, open: false })}
      />
    </div>
  );
}

function Measures({ measures, on_edit }: { measures: Measure[]; on_edit: ((measure: Measure) => void) | undefined }) {
  const { t } = use_words();
  if (measures.length === 0) return <p className="sv-empty">{t("goal.no_measures")}</p>;
  return (
    <ul className="sv-list sv-list--lined sv-measures">
      {measures.map((measure) => (
        <li key={measure.id}>
          <MeasureItem measure={measure} on_edit={on_edit} />
        </li>
      ))}
    </ul>
  );
}
