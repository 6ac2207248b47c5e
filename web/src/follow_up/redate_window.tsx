// Give an open step another date, with the reason why; the next step unless another is named.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp, OpenStep } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField, TextArea, TextField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

interface Props {
  open: boolean;
  on_close: () => void;
  /// Another step than the next one. Only the next one has a note.
  step?: OpenStep;
}

export function RedateWindow({ open, on_close, step }: Props) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const [date, set_date] = useState("");
  const [reason, set_reason] = useState("");
  // Until somebody types, the note is the one that is stored.
  const [typed_note, set_typed_note] = useState<string>();
  const note = typed_note ?? follow_up.next_step?.note ?? "";
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const about = step ?? follow_up.next_step;

  async function submit() {
    const found = missing(t, { due_on: date, reason: reason.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const input = {
      version: follow_up.version,
      ...(about ? { step: about.step } : {}),
      ...(about?.run ? { run: about.run } : {}),
      due_on: date,
      reason: reason.trim(),
      ...(step ? {} : { note: note.trim() }),
    };
    if (!(await send(() => api.put<FollowUp>(`${path}/next-step`, input), t("step.date_changed")))) return;
    set_date("");
    set_reason("");
    set_typed_note(undefined);
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("step.change_date")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      {step ? <p className="sv-soft">{step.title}</p> : null}
      <DateField name="due_on" label={t("step.new_date")} min={today_in_norway()} quick_days={[7, 14, 28]} value={date} on_change={set_date} />
      <TextArea name="reason" label={t("step.date_reason")} help={t("step.date_reason_help")} rows={3} max_length={2000} value={reason} on_change={set_reason} />
      {step ? null : (
        <TextField name="note" label={t("step.exactly")} help={t("step.exactly_help")} optional max_length={400} value={note} on_change={set_typed_note} />
      )}
    </FormWindow>
  );
}
