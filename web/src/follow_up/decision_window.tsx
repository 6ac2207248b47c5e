// A decision of the meeting: what, who, by when. It becomes a measure.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { DateField, SelectField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

const empty = { what: "", responsible: "", due_on: "", evaluate_on: "", goal: "" };

interface Props {
  open: boolean;
  on_close: () => void;
  meeting: string;
  /// Stores the minutes being written, so that the answer does not stand against them.
  before: () => Promise<unknown>;
}

export function DecisionWindow({ open, on_close, meeting, before }: Props) {
  const { t } = use_words();
  const { follow_up, path, with_tasks } = use_follow_up();
  const { action, send } = use_send();
  const [edit, set_edit] = useState(empty);
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const change = (part: Partial<typeof empty>) => set_edit((old) => ({ ...old, ...part }));

  async function submit() {
    const { what, responsible, due_on, evaluate_on, goal } = edit;
    const found = missing(t, { what: what.trim(), responsible, due_on, evaluate_on });
    set_faults(found);
    if (found.length > 0) return;
    await before();
    const input = { what: what.trim(), responsible, due_on, evaluate_on, ...(goal ? { goal } : {}) };
    if (!(await send(() => api.post<FollowUp>(`${path}/meetings/${meeting}/decisions`, input), t("meeting.decided")))) return;
    set_edit(empty);
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("meeting.decide")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <TextArea name="what" label={t("measure.what")} rows={3} max_length={2000} value={edit.what} on_change={(what) => change({ what })} />
      <SelectField name="responsible" label={t("measure.who")} value={edit.responsible} on_change={(responsible) => change({ responsible })} choices={with_tasks.map((one) => ({ value: one.id, label: one.name }))} />
      <div className="sv-pair">
        <DateField name="due_on" label={t("measure.due_on")} value={edit.due_on} on_change={(due_on) => change({ due_on })} />
        <DateField name="evaluate_on" label={t("measure.evaluate_on")} value={edit.evaluate_on} on_change={(evaluate_on) => change({ evaluate_on })} />
      </div>
      {follow_up.goals.length > 0 ? (
        <SelectField name="goal" label={t("measure.goal")} optional empty_label={t("measure.no_goal")} value={edit.goal} on_change={(goal) => change({ goal })} choices={follow_up.goals.map((one) => ({ value: one.id, label: one.title }))} />
      ) : null}
    </FormWindow>
  );
}
