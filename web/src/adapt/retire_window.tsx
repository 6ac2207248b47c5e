// Taking the municipality's own version out of use: new children begin on the national one again.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { PathwayRow } from "../api/names.ts";
import { TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";

export function RetireWindow({ row, on_close, on_done }: { row: PathwayRow; on_close: () => void; on_done: (row: PathwayRow) => void }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [reason, set_reason] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function retire() {
    const found = missing(t, { reason: reason.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const done = await action.run(() => api.post<PathwayRow>(`/v1/pathways/${row.id}/retire`, { reason: reason.trim() }));
    if (!done) return;
    say(t("adapt.retire.done"));
    on_done(done);
  }

  return (
    <FormWindow
      open
      title={t("adapt.retire.title", { title: row.title })}
      on_close={on_close}
      submit_label={t("adapt.list.retire")}
      pending={action.pending}
      problem={action.problem}
      faults={faults}
      on_submit={() => void retire()}
    >
      <p>{t("adapt.retire.text")}</p>
      <TextArea name="reason" label={t("adapt.retire.reason")} value={reason} on_change={set_reason} max_length={500} rows={3} />
    </FormWindow>
  );
}
