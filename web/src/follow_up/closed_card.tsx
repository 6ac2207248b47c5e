// A closed follow-up: why, since when, and the way to open it again.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { DateText } from "../shared/when.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

export function ClosedCard() {
  const { t } = use_words();
  const { follow_up, may } = use_follow_up();
  const [open, set_open] = useState(false);
  return (
    <section className="sv-card sv-card--deep sv-stack sv-stack--small">
      <h2>{t("closed.title")}</h2>
      {follow_up.closed_on ? (
        <p className="sv-soft">
          <DateText date={follow_up.closed_on} />
        </p>
      ) : null}
      {follow_up.closed_reason ? <p className="sv-prose">{follow_up.closed_reason}</p> : null}
      {may("reopen") ? (
        <div>
          <Button variant="secondary" onClick={() => set_open(true)}>
            {t("closed.reopen")}
          </Button>
        </div>
      ) : null}
      <ReopenWindow open={open} on_close={() => set_open(false)} />
    </section>
  );
}

function ReopenWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const [reason, set_reason] = useState("");
  const [date, set_date] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function submit() {
    const found = missing(t, { reason: reason.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const input = { version: follow_up.version, reason: reason.trim(), ...(date ? { next_due_on: date } : {}) };
    if (await send(() => api.post<FollowUp>(`${path}/reopen`, input), t("closed.reopened"))) on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("closed.reopen")} submit_label={t("closed.reopen")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <TextArea name="reason" label={t("closed.reopen_reason")} max_length={2000} value={reason} on_change={set_reason} />
      <DateField name="next_due_on" label={t("log.first_date")} help={t("step.next_date_help")} min={today_in_norway()} quick_days={[7, 14]} value={date} on_change={set_date} />
    </FormWindow>
  );
}
