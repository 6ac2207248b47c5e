// The person's own earlier assessments. Nobody in the family ever sees them.
import { use_load } from "../api/use_load.ts";
import type { DutyAssessments } from "../api/names.ts";
import { InstantText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

export function AssessmentList() {
  const { t } = use_words();
  const list = use_load<DutyAssessments>("/v1/duty-assessments");
  if (!list.data || list.data.assessments.length === 0) return null;
  return (
    <details className="sv-more">
      <summary>{t("duty.mine", { count: list.data.assessments.length })}</summary>
      <ul className="sv-list sv-list--lined sv-more__content">
        {list.data.assessments.map((one) => (
          <li key={one.id}>
            <strong>{t(`conclusion.${one.conclusion}`)}</strong>
            <div className="sv-small sv-soft">
              <InstantText instant={one.made_at} />
              {one.grounds.length > 0 ? ` · ${one.grounds.map((ground) => t(`ground.${ground}`)).join(", ")}` : ""}
            </div>
            {one.note ? <p className="sv-prose sv-small">{one.note}</p> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
