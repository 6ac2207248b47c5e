// The scenarios of a draft: which hold, which do not and why.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Icon } from "../shared/icons.tsx";
import { today_in_norway } from "../shared/dates.ts";
import { use_words } from "../words/use_words.ts";
import { use_scope } from "./edit_scope.tsx";
import type { Scenario } from "./scenarios.ts";
import type { Check } from "./use_check.ts";
import type { Editing } from "./use_editing.ts";

interface Props {
  editing: Editing;
  check: Check;
  on_edit: (scenario: Scenario, place: number) => void;
  on_try: (scenario: Scenario) => void;
}

export function ScenarioTable({ editing, check, on_edit, on_try }: Props) {
  const { t } = use_words();
  const { definition } = use_scope();
  const [only_wrong, set_only_wrong] = useState(false);
  if (!editing.scenarios) return <p className="sv-notice sv-notice--warm">{t("adapt.scenarios.not_readable")}</p>;
  const all = editing.scenarios.scenarios;
  const outcomes = check.answer?.scenarios ?? [];
  const rows = all.map((scenario, place) => ({ scenario, place, outcome: outcomes[place]?.situation === scenario.situation ? outcomes[place] : outcomes.find((one) => one.situation === scenario.situation) }));
  const wrong = rows.filter((row) => row.outcome && !row.outcome.holds);
  const shown = only_wrong ? wrong : rows;
  const first = definition.stages[0]?.id ?? "";

  function remove(place: number, name: string) {
    if (!editing.scenarios) return;
    editing.change({ scenarios: { ...editing.scenarios, scenarios: all.filter((_, at) => at !== place) } }, t("adapt.did.removed", { name }));
  }
  return (
    <section className="sv-card sv-stack" aria-labelledby="scenarios">
      <div className="sv-row sv-row--between">
        <h2 id="scenarios">{t("adapt.scenarios.title", { count: all.length })}</h2>
        <div className="sv-row">
          <button type="button" className="sv-chip" aria-pressed={only_wrong} onClick={() => set_only_wrong(!only_wrong)}>
            {t("adapt.scenarios.only_wrong", { count: wrong.length })}
          </button>
          <Button data-size="sm" onClick={() => on_edit({ situation: "", start: { stage: first, on: today_in_norway() }, events: [], expect: { stage: first, next: definition.stages[0]?.steps[0]?.id ?? "", due: null } }, -1)}>
            <Icon name="plus" /> {t("adapt.scenarios.add")}
          </Button>
        </div>
      </div>
      <p className="sv-soft">{t("adapt.scenarios.text")}</p>
      <ul className="sv-list sv-list--lined sv-scenarios">
        {shown.map(({ scenario, place, outcome }) => (
          <li key={`${scenario.situation}${place}`}>
            <div>
              <p className="sv-row">
                {outcome ? <span className={outcome.holds ? "sv-tag sv-tag--good" : "sv-tag sv-tag--late"}>{outcome.holds ? t("adapt.scenarios.holds") : t("adapt.scenarios.wrong")}</span> : <span className="sv-tag">{t("adapt.scenarios.unknown")}</span>}
                <span>{scenario.situation}</span>
              </p>
              {outcome && !outcome.holds ? (
                <ul className="sv-dots sv-small" lang="en">
                  {outcome.wrong.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              ) : null}
            </div>
            <div className="sv-row sv-scenarios__do">
              <Button variant="tertiary" data-size="sm" aria-label={`${t("adapt.scenarios.try")}: ${scenario.situation}`} onClick={() => on_try(scenario)}>
                {t("adapt.scenarios.try")}
              </Button>
              <Button variant="tertiary" data-size="sm" aria-label={`${t("action.change")}: ${scenario.situation}`} onClick={() => on_edit(scenario, place)}>
                {t("action.change")}
              </Button>
              <Button variant="tertiary" data-size="sm" aria-label={`${t("adapt.remove")}: ${scenario.situation}`} onClick={() => remove(place, scenario.situation)}>
                {t("adapt.remove")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
