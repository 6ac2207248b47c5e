// Another day for the next step of an early concern.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { EarlyConcern } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import type { Stored } from "../shared/saver.ts";
import type { ConcernEdit } from "./concern_edit.ts";
import { send_change } from "./send_change.ts";

interface Props {
  open: boolean;
  on_close: () => void;
  path: string;
  set: (concern: EarlyConcern) => void;
  /// Stores what is written elsewhere on the page, so that the date goes on top of it.
  store: () => Promise<Stored<ConcernEdit>>;
}

export function RedateWindow({ open, on_close, path, set, store }: Props) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [date, set_date] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function submit() {
    const found = missing(t, { next_due_on: date });
    set_faults(found);
    if (found.length > 0) return;
    const next = await action.run(async () => {
      const { edit, version } = await store();
      return send_change(() => api.put<EarlyConcern>(path, { version, ...edit, next_due_on: date }), set);
    });
    if (!next) return;
    set(next);
    set_date("");
    on_close();
    say(t("step.date_changed"));
  }

  return (
    <FormWindow
      open={open}
      on_close={on_close}
      title={t("step.change_date")}
      submit_label={t("action.save")}
      pending={action.pending}
      problem={action.problem}
      faults={faults}
      on_submit={() => void submit()}
    >
      <DateField name="next_due_on" label={t("step.new_date")} value={date} on_change={set_date} min={today_in_norway()} quick_days={[7, 14, 28]} />
    </FormWindow>
  );
}
