// Somebody leaves the team; the reason stays in the history.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp, Member } from "../api/names.ts";
import { TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

export function LeaveWindow({ member, on_close }: { member: Member | null; on_close: () => void }) {
  const { t } = use_words();
  const { path } = use_follow_up();
  const { action, send } = use_send();
  const [reason, set_reason] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function submit() {
    const found = missing(t, { reason: reason.trim() });
    set_faults(found);
    if (found.length > 0 || !member) return;
    const input = { reason: reason.trim() };
    if (!(await send(() => api.post<FollowUp>(`${path}/team/${member.id}/leave`, input), t("team.has_left")))) return;
    set_reason("");
    on_close();
  }

  return (
    <FormWindow
      open={member !== null}
      on_close={on_close}
      title={t("team.leave_title", { name: member?.name ?? "" })}
      submit_label={t("team.leave")}
      pending={action.pending}
      problem={action.problem}
      faults={faults}
      on_submit={() => void submit()}
    >
      <TextArea name="reason" label={t("team.leave_reason")} rows={3} max_length={2000} value={reason} on_change={set_reason} />
    </FormWindow>
  );
}
