// Write a measure in one's own service, or what it did. When it was changed elsewhere meanwhile, both
// versions are shown.
import { useState } from "react";
import { api, problem_from, type FieldFault } from "../api/client.ts";
import type { EarlyConcern, OwnMeasure, OwnMeasureInput } from "../api/names.ts";
import { ConflictWindow } from "../shared/conflict_window.tsx";
import { DateField, SelectField, TextArea, TextField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import type { Stored } from "../shared/saver.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_edit } from "../shared/use_edit.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { effects, measure_states } from "../shared/measure_words.ts";

interface Edit {
  what: string;
  who: string;
  due_on: string;
  evaluate_on: string;
  state: OwnMeasure["state"];
  effect: OwnMeasure["effect"];
  evaluation: string;
}

const none: Stored<Edit> = {
  edit: { what: "", who: "", due_on: "", evaluate_on: "", state: "planned", effect: "not_evaluated", evaluation: "" },
  version: 0,
};

function edit_of(measure: OwnMeasure): Stored<Edit> {
  const { what, who, due_on, evaluate_on, state, effect, evaluation, version } = measure;
  return { edit: { what, who, due_on, evaluate_on, state, effect, evaluation: evaluation ?? "" }, version };
}

interface Props {
  open: boolean;
  measure: OwnMeasure | undefined;
  path: string;
  on_close: () => void;
  set: (concern: EarlyConcern) => void;
}

export function OwnMeasureWindow({ open, measure, path, on_close, set }: Props) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const { mine: edit, base, theirs, change, ...form } = use_edit(() => (measure ? edit_of(measure) : none));
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function send(values: Edit, version: number) {
    const input: OwnMeasureInput = {
      what: values.what.trim(),
      who: values.who.trim(),
      due_on: values.due_on,
      evaluate_on: values.evaluate_on,
      ...(measure
        ? {
            id: measure.id,
            version,
            state: values.state,
            effect: values.effect,
            ...(values.evaluation.trim() ? { evaluation: values.evaluation.trim() } : {}),
          }
        : {}),
    };
    const next = await action.run(async () => {
      try {
        return await api.post<EarlyConcern>(`${path}/measures`, input);
      } catch (thrown) {
        const problem = problem_from(thrown);
        const current = problem.current as EarlyConcern | undefined;
        const stored = current?.measures.find((one) => one.id === measure?.id);
        if (problem.code !== "edit_conflict" || !stored) throw problem;
        form.meet(edit_of(stored));
        return undefined;
      }
    });
    if (!next) return;
    set(next);
    if (!measure) form.begin_anew(none);
    on_close();
    say(t("measure.saved"));
  }

  function submit() {
    const { what, who, due_on, evaluate_on } = edit;
    const found = missing(t, { what: what.trim(), who: who.trim(), due_on, evaluate_on });
    set_faults(found);
    if (found.length === 0) void send(edit, base.version);
  }

  return (
    <>
      <FormWindow
        open={open && !theirs}
        on_close={on_close}
        title={measure ? t("own_measure.edit") : t("own_measure.add")}
        submit_label={t("action.save")}
        pending={action.pending}
        problem={action.problem}
        faults={faults}
        on_submit={submit}
      >
        <TextArea name="what" label={t("measure.what")} rows={3} max_length={2000} value={edit.what} on_change={(what) => change({ what })} />
        <TextField name="who" label={t("measure.who")} help={t("own_measure.who_help")} max_length={200} value={edit.who} on_change={(who) => change({ who })} />
        <div className="sv-pair">
          <DateField name="due_on" label={t("measure.due_on")} value={edit.due_on} on_change={(due_on) => change({ due_on })} />
          <DateField name="evaluate_on" label={t("measure.evaluate_on")} value={edit.evaluate_on} on_change={(evaluate_on) => change({ evaluate_on })} />
        </div>
        {measure ? (
          <>
            <SelectField
              name="state"
              label={t("measure.state")}
              value={edit.state}
              on_change={(state) => state !== "" && change({ state })}
              choices={measure_states.map((value) => ({ value, label: t(`measure_state.${value}`) }))}
            />
            <SelectField
              name="effect"
              label={t("measure.effect")}
              value={edit.effect}
              on_change={(effect) => effect !== "" && change({ effect })}
              choices={effects.map((value) => ({ value, label: t(`effect.${value}`) }))}
            />
            <TextArea
              name="evaluation"
              label={t("measure.evaluation")}
              help={t("measure.evaluation_help")}
              optional
              max_length={4000}
              value={edit.evaluation}
              on_change={(evaluation) => change({ evaluation })}
            />
          </>
        ) : null}
      </FormWindow>
      {open && theirs ? (
        <ConflictWindow<Edit>
          base={base.edit}
          mine={edit}
          theirs={theirs.edit}
          fields={[
            { name: "what", label: t("measure.what"), prose: true },
            { name: "who", label: t("measure.who") },
            { name: "due_on", label: t("measure.due_on") },
            { name: "evaluate_on", label: t("measure.evaluate_on") },
            { name: "state", label: t("measure.state"), show: (state: Edit["state"]) => t(`measure_state.${state}`) },
            { name: "effect", label: t("measure.effect"), show: (effect: Edit["effect"]) => t(`effect.${effect}`) },
            { name: "evaluation", label: t("measure.evaluation"), prose: true },
          ]}
          on_resolve={(merged) => {
            form.resolve(merged);
            void send(merged, theirs.version);
          }}
        />
      ) : null}
    </>
  );
}
