// Write a goal, or change it. When somebody changed it meanwhile, both versions are shown.
import { useState } from "react";
import { api, problem_from, type FieldFault } from "../api/client.ts";
import type { FollowUp, Goal } from "../api/names.ts";
import { ConflictWindow } from "../shared/conflict_window.tsx";
import { SelectField, TextArea, TextField, YesField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { goal_states } from "../shared/measure_words.ts";
import type { Stored } from "../shared/saver.ts";
import { use_edit } from "../shared/use_edit.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

interface Edit {
  title: string;
  why: string;
  childs_own: boolean;
  state: Goal["state"];
}

const none: Stored<Edit> = { edit: { title: "", why: "", childs_own: false, state: "active" }, version: 0 };

function edit_of(goal: Goal): Stored<Edit> {
  const { title, why, childs_own, state, version } = goal;
  return { edit: { title, why, childs_own, state }, version };
}

export function GoalWindow({ open, goal, on_close }: { open: boolean; goal: Goal | undefined; on_close: () => void }) {
  const { t } = use_words();
  const { path } = use_follow_up();
  const { action, send } = use_send();
  const { mine: edit, base, theirs, change, ...form } = use_edit(() => (goal ? edit_of(goal) : none));
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function store(values: Edit, version: number): Promise<FollowUp> {
    const texts = { title: values.title.trim(), why: values.why.trim(), childs_own: values.childs_own };
    if (!goal) return api.post<FollowUp>(`${path}/goals`, texts);
    try {
      return await api.put<FollowUp>(`${path}/goals/${goal.id}`, { version, ...texts, state: values.state });
    } catch (thrown) {
      const problem = problem_from(thrown);
      if (problem.code === "edit_conflict" && problem.current) form.meet(edit_of(problem.current as Goal));
      throw problem;
    }
  }

  async function save(values: Edit, version: number) {
    if (!(await send(() => store(values, version), t("goal.saved")))) return;
    if (!goal) form.begin_anew(none);
    on_close();
  }

  function submit() {
    const found = missing(t, { title: edit.title.trim() });
    set_faults(found);
    if (found.length === 0) void save(edit, base.version);
  }

  return (
    <>
      <FormWindow open={open && !theirs} on_close={on_close} title={goal ? t("goal.edit") : t("goal.add")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={submit}>
        <TextField name="title" label={t("goal.title")} help={t("goal.title_help")} max_length={400} value={edit.title} on_change={(title) => change({ title })} />
        <TextArea name="why" label={t("goal.why")} optional rows={3} max_length={2000} value={edit.why} on_change={(why) => change({ why })} />
        <YesField label={t("goal.is_childs_own")} help={t("goal.is_childs_own_help")} value={edit.childs_own} on_change={(childs_own) => change({ childs_own })} />
        {goal ? (
          <SelectField name="state" label={t("goal.state")} value={edit.state} on_change={(state) => state !== "" && change({ state })} choices={goal_states.map((value) => ({ value, label: t(`goal_state.${value}`) }))} />
        ) : null}
      </FormWindow>
      {open && theirs ? (
        <ConflictWindow<Edit>
          base={base.edit}
          mine={edit}
          theirs={theirs.edit}
          fields={[
            { name: "title", label: t("goal.title") },
            { name: "why", label: t("goal.why"), prose: true },
            { name: "childs_own", label: t("goal.is_childs_own"), show: (value: boolean) => (value ? t("form.yes") : t("form.no")) },
            { name: "state", label: t("goal.state"), show: (state: Edit["state"]) => t(`goal_state.${state}`) },
          ]}
          on_resolve={(merged) => {
            form.resolve(merged);
            void save(merged, theirs.version);
          }}
        />
      ) : null}
    </>
  );
}
