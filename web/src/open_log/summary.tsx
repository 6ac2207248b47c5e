// A look over everything before the log opens; each part leads back to where it is changed.
import type { ReactNode } from "react";
import type { Units } from "../api/names.ts";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import type { LogDraft, LogStep } from "./log_draft.ts";

interface Props {
  draft: LogDraft;
  units: Units | undefined;
  level_name: (level: number) => string;
  on_go: (step: LogStep) => void;
}

export function Summary({ draft, units, level_name, on_go }: Props) {
  const { t } = use_words();
  const unit_name = (id: string) => units?.units.find((unit) => unit.id === id)?.name ?? id;
  const yes = [
    ...(draft.child_gives.said_yes ? [draft.child.given_name] : []),
    ...draft.guardians.filter((_, place) => draft.guardians_give[place]?.said_yes).map((one) => one.given_name),
  ];
  return (
    <div className="sv-stack">
      <Part title={t("log.step_child")} step="child" on_go={on_go}>
        {draft.child.given_name} {draft.child.family_name}, <DateText date={draft.child.birth_date} />
      </Part>
      <Part title={t("log.step_guardians")} step="guardians" on_go={on_go}>
        {draft.guardians.map((one) => `${one.given_name} ${one.family_name}`).join(", ") || t("log.no_guardian")}
      </Part>
      <Part title={t("log.step_consent")} step="consent" on_go={on_go}>
        <p>{t("log.yes_from", { names: yes.join(", ") || "–" })}</p>
        <p>{draft.units.map(unit_name).join(", ")}</p>
        {draft.child_gives.said_yes && draft.guardians_may_see ? <p>{t("consent.guardians_may_see")}</p> : null}
        <p className="sv-soft">
          {draft.topics.map((topic) => t(`topic.${topic}`)).join(", ")} · {t("consent.valid_until")}{" "}
          <DateText date={draft.valid_until} />
        </p>
        {draft.child_view ? <p className="sv-prose">«{draft.child_view}»</p> : null}
      </Part>
      <Part title={t("log.step_start")} step="start" on_go={on_go}>
        <p>{level_name(draft.level)}</p>
        <p className="sv-prose">{draft.reason}</p>
        {draft.next_due_on ? (
          <p className="sv-soft">
            {t("log.first_date")} <DateText date={draft.next_due_on} />
          </p>
        ) : null}
      </Part>
      <p className="sv-soft">{t("log.you_hold")}</p>
    </div>
  );
}

interface PartProps {
  title: string;
  step: LogStep;
  on_go: (step: LogStep) => void;
  children: ReactNode;
}

function Part({ title, step, on_go, children }: PartProps) {
  const { t } = use_words();
  return (
    <section className="sv-part">
      <div className="sv-row sv-row--between">
        <h3>{title}</h3>
        <button type="button" className="sv-link" onClick={() => on_go(step)}>
          {t("action.change")}
          <span className="sv-only-heard">: {title}</span>
        </button>
      </div>
      <div>{children}</div>
    </section>
  );
}
