// Closing a follow-up: why, and whether the family agrees.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { CloseInput, FollowUp } from "../api/names.ts";
import { RadioField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { use_follow_up, use_send } from "./scope.tsx";

const agreements: CloseInput["agreed_with_family"][] = ["yes", "no", "not_reached"];

export function CloseWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const [reason, set_reason] = useState("");
  const [agreed, set_agreed] = useState<CloseInput["agreed_with_family"] | "">("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function submit() {
    const found = missing(t, { reason: reason.trim(), agreed_with_family: agreed });
    set_faults(found);
    if (found.length > 0 || agreed === "") return;
    const input: CloseInput = { version: follow_up.version, reason: reason.trim(), agreed_with_family: agreed };
    if (await send(() => api.post<FollowUp>(`${path}/close`, input), t("close.done"))) on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("close.title")} submit_label={t("close.title")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <p className="sv-soft">{t("close.text")}</p>
      <TextArea name="reason" label={t("close.reason")} help={t("close.reason_help")} max_length={2000} value={reason} on_change={set_reason} />
      <RadioField
        name="agreed_with_family"
        label={t("close.agreed")}
        value={agreed}
        on_change={set_agreed}
        choices={agreements.map((value) => ({ value, label: t(`agreed.${value}`) }))}
      />
    </FormWindow>
  );
}
