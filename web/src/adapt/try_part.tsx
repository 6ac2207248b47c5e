// Trying the draft: an imagined case that one lives through day by day, and the scenarios that must hold.
import { useState } from "react";
import { NavLink, Route, Routes, useNavigate } from "react-router";
import { today_in_norway } from "../shared/dates.ts";
import { use_words } from "../words/use_words.ts";
import { use_scope } from "./edit_scope.tsx";
import { ScenarioForm } from "./scenario_form.tsx";
import { ScenarioTable } from "./scenario_table.tsx";
import type { Scenario } from "./scenarios.ts";
import { Trial } from "./trial.tsx";
import { case_of, new_case, type TrialCase } from "./trial_case.ts";
import type { Check } from "./use_check.ts";
import type { Editing } from "./use_editing.ts";

interface Props {
  base: string;
  editing: Editing;
  check: Check;
}

/// Kept while one looks at other parts; one at a time, in memory only.
let last_case: { base: string; one: TrialCase } | null = null;

export function TryPart({ base, editing, check }: Props) {
  const { t } = use_words();
  const { definition } = use_scope();
  const go = useNavigate();
  const [one, set_case] = useState<TrialCase>(() => (last_case?.base === base ? last_case.one : new_case(definition, today_in_norway())));
  /// A scenario being written, and its place; -1 when it is new.
  const [form, set_form] = useState<{ scenario: Scenario; place: number } | null>(null);

  function change(next: TrialCase) {
    last_case = { base, one: next };
    set_case(next);
  }
  function save(scenario: Scenario) {
    const before = editing.scenarios ?? { pathway: definition.id, scenarios: [] };
    const place = form?.place ?? -1;
    const rows = place < 0 ? [...before.scenarios, scenario] : before.scenarios.map((row, at) => (at === place ? scenario : row));
    editing.change({ scenarios: { ...before, scenarios: rows } }, t("adapt.did.scenario", { name: scenario.situation }));
    set_form(null);
    go(`${base}/try/scenarios`);
  }
  return (
    <div className="sv-stack">
      <nav className="sv-choices" aria-label={t("adapt.tab.try")}>
        <NavLink className="sv-chip sv-chip-link" to={`${base}/try`} end preventScrollReset>
          {t("adapt.try.case")}
        </NavLink>
        <NavLink className="sv-chip sv-chip-link" to={`${base}/try/scenarios`} preventScrollReset>
          {t("adapt.try.scenarios")}
        </NavLink>
      </nav>
      <Routes>
        <Route index element={<Trial text={editing.edit.definition} one={one} set={change} on_save={(scenario) => set_form({ scenario, place: -1 })} />} />
        <Route
          path="scenarios"
          element={
            <ScenarioTable
              editing={editing}
              check={check}
              on_edit={(scenario, place) => set_form({ scenario, place })}
              on_try={(scenario) => {
                change(case_of(scenario));
                go(`${base}/try`);
              }}
            />
          }
        />
      </Routes>
      {form ? <ScenarioForm scenario={form.scenario} is_new={form.place < 0} on_close={() => set_form(null)} on_save={save} /> : null}
    </div>
  );
}
