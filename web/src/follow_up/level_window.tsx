// A recorded decision to move up or down a level.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField, RadioField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

export function LevelWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const [level, set_level] = useState("");
  const [reason, set_reason] = useState("");
  const [date, set_date] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const others = follow_up.pathway.flatMap((stage) => (stage.level && stage.level !== follow_up.level ? [{ ...stage, level: stage.level }] : []));

  async function submit() {
    const found = missing(t, { level, reason: reason.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const input = {
      version: follow_up.version,
      level: Number(level),
      reason: reason.trim(),
      ...(date ? { next_due_on: date } : {}),
    };
    if (!(await send(() => api.post<FollowUp>(`${path}/level`, input), t("level.changed")))) return;
    set_level("");
    set_reason("");
    set_date("");
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("level.change")} submit_label={t("level.decide")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <p className="sv-soft">{t("level.now", { level: follow_up.level_name })}</p>
      <RadioField
        name="level"
        label={t("level.to")}
        value={level}
        on_change={set_level}
        choices={others.map((stage) => ({ value: String(stage.level), label: stage.title, help: stage.meaning }))}
      />
      <TextArea name="reason" label={t("level.reason")} help={t("level.reason_help")} max_length={2000} value={reason} on_change={set_reason} />
      <DateField name="next_due_on" label={t("log.first_date")} help={t("step.next_date_help")} min={today_in_norway()} quick_days={[7, 14, 21]} value={date} on_change={set_date} />
    </FormWindow>
  );
}
