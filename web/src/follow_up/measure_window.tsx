// Write a measure, or what it did. When somebody changed it meanwhile, both versions are shown.
import { useState } from "react";
import { api, problem_from, type FieldFault } from "../api/client.ts";
import type { FollowUp, Measure } from "../api/names.ts";
import { ConflictWindow, type ConflictField } from "../shared/conflict_window.tsx";
import { DateField, SelectField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { effects, measure_states } from "../shared/measure_words.ts";
import type { Stored } from "../shared/saver.ts";
import { use_edit } from "../shared/use_edit.ts";
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

function none(goal: string | undefined): Stored<Edit> {
  const nothing = { what: "", goal: goal ?? "", responsible: "", due_on: "", evaluate_on: "", evaluation: "" };
  return { edit: { ...nothing, state: "planned", effect: "not_evaluated" }, version: 0 };
}

function edit_of(measure: Measure): Stored<Edit> {
  const { what, goal, responsible, due_on, evaluate_on, state, effect, evaluation, version } = measure;
  return {
    edit: { what, goal: goal ?? "", responsible, due_on, evaluate_on, state, effect, evaluation: evaluation ?? "" },
    version,
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
  const { mine: edit, base, theirs, change, ...form } = use_edit(() => (measure ? edit_of(measure) : none(goal)));
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const name_of = (member: string) => follow_up.team.find((one) => one.id === member)?.name ?? "";

  async function store(values: Edit, version: number): Promise<FollowUp> {
    const plan = {
      ...(values.goal ? { goal: values.goal } : {}),
      what: values.what.trim(),
      responsible: values.responsible,
      due_on: values.due_on,
      evaluate_on: values.evaluate_on,
    };
    if (!measure) return api.post<FollowUp>(`${path}/measures`, plan);
    const evaluation = values.evaluation.trim();
    const input = { version, ...plan, state: values.state, effect: values.effect, ...(evaluation ? { evaluation } : {}) };
    try {
      return await api.put<FollowUp>(`${path}/measures/${measure.id}`, input);
    } catch (thrown) {
      const problem = problem_from(thrown);
      if (problem.code === "edit_conflict" && problem.current) form.meet(edit_of(problem.current as Measure));
      throw problem;
    }
  }

  async function save(values: Edit, version: number) {
    if (!(await send(() => store(values, version), t("measure.saved")))) return;
    if (!measure) form.begin_anew(none(goal));
    on_close();
  }

  function submit() {
    const { what, responsible, due_on, evaluate_on } = edit;
    const found = missing(t, { what: what.trim(), responsible, due_on, evaluate_on });
    set_faults(found);
    if (found.length === 0) void save(edit, base.version);
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
      {open && theirs ? (
        <ConflictWindow<Edit>
          base={base.edit}
          mine={edit}
          theirs={theirs.edit}
          fields={conflict_fields}
          on_resolve={(merged) => {
            form.resolve(merged);
            void save(merged, theirs.version);
          }}
        />
      ) : null}
    </>
  );
}
