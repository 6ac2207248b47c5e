// Write a measure, or what it did. When somebody changed it meanwhile, both versions are shown.
import { useState } from "react";
import { api, problem_from, type FieldFault } from "../api/client.ts";
import type { FollowUp, Measure } from "../api/names.ts";
import { ConflictWindow, type ConflictField } from "../shared/conflict_window.tsx";
import { DateField, SelectField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { effects, measure_states } from "../shared/measure_words.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

interface Edit {
  what: string;
  goal: string;
  responsible: string;
  due_on: string;
  evaluate_on: string;
  state: Measure["state"];
  effect: Measure["effect"];
  evaluation: string;
}

function edit_of(measure: Measure | undefined, goal: string | undefined): Edit {
  return {
    what: measure?.what ?? "",
    goal: measure?.goal ?? goal ?? "",
    responsible: measure?.responsible ?? "",
    due_on: measure?.due_on ?? "",
    evaluate_on: measure?.evaluate_on ?? "",
    state: measure?.state ?? "planned",
    effect: measure?.effect ?? "not_evaluated",
    evaluation: measure?.evaluation ?? "",
  };
}

interface Props {
  open: boolean;
  measure: Measure | undefined;
  goal: string | undefined;
  on_close: () => void;
}

export function MeasureWindow({ open, measure, goal, on_close }: Props) {
  const { t } = use_words();
  const { follow_up, path, with_tasks } = use_follow_up();
  const { action, send } = use_send();
  const [edit, set_edit] = useState(() => edit_of(measure, goal));
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const [theirs, set_theirs] = useState<Measure | null>(null);
  const change = (part: Partial<Edit>) => set_edit((old) => ({ ...old, ...part }));
  const name_of = (member: string) => follow_up.team.find((one) => one.id === member)?.name ?? "";

  async function store(values: Edit, version: number | undefined): Promise<FollowUp> {
    const plan = {
      ...(values.goal ? { goal: values.goal } : {}),
      what: values.what.trim(),
      responsible: values.responsible,
      due_on: values.due_on,
      evaluate_on: values.evaluate_on,
    };
    if (!measure || version === undefined) return api.post<FollowUp>(`${path}/measures`, plan);
    const evaluation = values.evaluation.trim();
    const input = { version, ...plan, state: values.state, effect: values.effect, ...(evaluation ? { evaluation } : {}) };
    try {
      return await api.put<FollowUp>(`${path}/measures/${measure.id}`, input);
    } catch (thrown) {
      const problem = problem_from(thrown);
      if (problem.code === "edit_conflict" && problem.current) set_theirs(problem.current as Measure);
      throw problem;
    }
  }

  async function save(values: Edit, version: number | undefined) {
    if (!(await send(() => store(values, version), t("measure.saved")))) return;
    set_theirs(null);
    if (!measure) set_edit(edit_of(undefined, goal));
    on_close();
  }

  function submit() {
    const { what, responsible, due_on, evaluate_on } = edit;
    const found = missing(t, { what: what.trim(), responsible, due_on, evaluate_on });
    set_faults(found);
    if (found.length === 0) void save(edit, measure?.version);
  }

  const goal_title = (id: string) => follow_up.goals.find((one) => one.id === id)?.title ?? t("measure.no_goal");
  const conflict_fields: ConflictField<Edit>[] = [
    { name: "what", label: t("measure.what"), prose: true },
    { name: "goal", label: t("measure.goal"), show: (id: string) => goal_title(id) },
    { name: "responsible", label: t("measure.who"), show: (id: string) => name_of(id) },
    { name: "due_on", label: t("measure.due_on") },
    { name: "evaluate_on", label: t("measure.evaluate_on") },
    { name: "state", label: t("measure.state"), show: (state: Edit["state"]) => t(`measure_state.${state}`) },
    { name: "effect", label: t("measure.effect"), show: (effect: Edit["effect"]) => t(`effect.${effect}`) },
    { name: "evaluation", label: t("measure.evaluation"), prose: true },
  ];

  return (
    <>
      <FormWindow open={open && !theirs} on_close={on_close} title={measure ? t("measure.edit") : t("measure.add")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={submit}>
        <TextArea name="what" label={t("measure.what")} help={t("measure.what_help")} rows={3} max_length={2000} value={edit.what} on_change={(what) => change({ what })} />
        {follow_up.goals.length > 0 ? (
          <SelectField name="goal" label={t("measure.goal")} optional empty_label={t("measure.no_goal")} value={edit.goal} on_change={(next) => change({ goal: next })} choices={follow_up.goals.map((one) => ({ value: one.id, label: one.title }))} />
        ) : null}
        <SelectField name="responsible" label={t("measure.who")} value={edit.responsible} on_change={(responsible) => change({ responsible })} choices={with_tasks.map((one) => ({ value: one.id, label: one.name }))} />
        <div className="sv-pair">
          <DateField name="due_on" label={t("measure.due_on")} value={edit.due_on} on_change={(due_on) => change({ due_on })} />
          <DateField name="evaluate_on" label={t("measure.evaluate_on")} value={edit.evaluate_on} on_change={(evaluate_on) => change({ evaluate_on })} />
        </div>
        {measure ? (
          <>
            <div className="sv-pair">
              <SelectField name="state" label={t("measure.state")} value={edit.state} on_change={(state) => state !== "" && change({ state })} choices={measure_states.map((value) => ({ value, label: t(`measure_state.${value}`) }))} />
              <SelectField name="effect" label={t("measure.effect")} value={edit.effect} on_change={(effect) => effect !== "" && change({ effect })} choices={effects.map((value) => ({ value, label: t(`effect.${value}`) }))} />
            </div>
            <TextArea name="evaluation" label={t("measure.evaluation")} help={t("measure.evaluation_help")} optional rows={3} max_length={4000} value={edit.evaluation} on_change={(evaluation) => change({ evaluation })} />
          </>
        ) : null}
      </FormWindow>
      {theirs && measure ? (
        <ConflictWindow<Edit>
          base={edit_of(measure, goal)}
          mine={edit}
          theirs={edit_of(theirs, goal)}
          fields={conflict_fields}
          on_resolve={(merged) => {
            set_edit(merged);
            void save(merged, theirs.version);
          }}
        />
      ) : null}
    </>
  );
}
