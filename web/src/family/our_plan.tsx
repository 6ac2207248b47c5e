// Goals and what is being done, in the family's words: who does what, by when, when we look at it together, and
// whether it helped.
import type { FamilyFollowUp, Measure } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

export function OurPlan({ follow_up }: { follow_up: FamilyFollowUp }) {
  const { t } = use_words();
  const loose = follow_up.measures.filter((measure) => !measure.goal);
  return (
    <section className="sv-card sv-stack" aria-labelledby="plan">
      <h2 id="plan">{t("family.plan")}</h2>
      {follow_up.goals.length === 0 && loose.length === 0 ? <p className="sv-empty">{t("family.no_plan")}</p> : null}
      {follow_up.goals.map((goal) => (
        <div key={goal.id} className="sv-family__goal">
          <h3>
            <Icon name={goal.state === "reached" ? "check" : "goal"} /> {goal.title}
          </h3>
          <p className="sv-row">
            {goal.childs_own ? <span className="sv-tag sv-tag--warm">{follow_up.i_am === "child" ? t("family.own_goal") : t("goal.childs_own")}</span> : null}
            {goal.state === "active" ? null : <span className="sv-tag sv-tag--good">{t(`goal_state.${goal.state}`)}</span>}
          </p>
          {goal.why ? <p className="sv-soft">{goal.why}</p> : null}
          <Doing measures={follow_up.measures.filter((measure) => measure.goal === goal.id)} />
        </div>
      ))}
      {loose.length > 0 ? <Doing measures={loose} /> : null}
    </section>
  );
}

function is_to_do(measure: Measure): boolean {
  return measure.state === "planned" || measure.state === "under_way";
}

function Doing({ measures }: { measures: Measure[] }) {
  const { t } = use_words();
  if (measures.length === 0) return null;
  return (
    <ul className="sv-list sv-family__doing">
      {measures.map((measure) => (
        <li key={measure.id} className={measure.state === "done" ? "sv-family__done" : ""}>
          <span className="sv-family__tick" aria-hidden="true">
            {measure.state === "done" ? <Icon name="check" /> : null}
          </span>
          <div>
            <p>{measure.what}</p>
            <p className="sv-small sv-soft">
              {t("family.does", { name: measure.responsible_name })} · {t(`measure_state.${measure.state}`)}
              {measure.due_on && is_to_do(measure) ? (
                <>
                  {" "}
                  · {t("family.done_by")} <DateText date={measure.due_on} />
                </>
              ) : null}{" "}
              · {t("family.look_at")} <DateText date={measure.evaluate_on} />
            </p>
            {measure.effect === "not_evaluated" ? null : <p className="sv-small sv-strong">{t(`helped.${measure.effect}`)}</p>}
            {measure.evaluation ? <p className="sv-prose sv-small">{measure.evaluation}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
