// Offer the baton to somebody in the team. One keeps it until the other has accepted.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { RadioField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { role_of } from "../shared/people.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

export function BatonWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t } = use_words();
  const { path, team } = use_follow_up();
  const { action, send } = use_send();
  const [to_member, set_to] = useState("");
  const [message, set_message] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const others = team.filter((member) => member.kind === "staff" && !member.holder);

  async function submit() {
    const found = missing(t, { to_member });
    set_faults(found);
    if (found.length > 0) return;
    const input = { to_member, ...(message.trim() ? { message: message.trim() } : {}) };
    if (!(await send(() => api.post<FollowUp>(`${path}/baton-offers`, input), t("baton.sent")))) return;
    set_to("");
    set_message("");
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("baton.offer")} submit_label={t("baton.send")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <p>{t("baton.text")}</p>
      {others.length === 0 ? <p className="sv-notice">{t("baton.nobody")}</p> : null}
      <RadioField
        name="to_member"
        label={t("baton.to")}
        value={to_member}
        on_change={set_to}
        choices={others.map((member) => ({ value: member.id, label: member.name, help: role_of(member, t) }))}
      />
      <TextArea name="message" label={t("baton.message")} help={t("baton.message_help")} optional rows={3} max_length={2000} value={message} on_change={set_message} />
    </FormWindow>
  );
}
