// The holder is gone: the leader asks a colleague to take the baton. Nothing about the child is shown here.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { BreakRow, Breaks } from "../api/names.ts";
import { SelectField, TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { profession_word } from "../shared/people.tsx";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";

interface Props {
  row: BreakRow;
  on_close: () => void;
  on_asked: (breaks: Breaks) => void;
}

export function NewHolderWindow({ row, on_close, on_asked }: Props) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  const [place, set_place] = useState("");
  const [message, set_message] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const choices = row.candidates.map((one, at) => ({
    value: String(at),
    label: [one.name, profession_word(one.profession, t), one.unit_name].join(", "),
  }));

  async function send() {
    const found = missing(t, { account: place });
    set_faults(found);
    const asked = row.candidates[Number(place)];
    if (found.length > 0 || !asked) return;
    const { account, unit } = asked;
    const input = { account, unit, ...(message.trim() ? { message: message.trim() } : {}) };
    const breaks = await action.run(() => api.post<Breaks>(`/v1/follow-ups/${row.follow_up}/new-holder`, input));
    if (!breaks) return;
    say(t("baton.sent"));
    on_asked(breaks);
  }

  return (
    <FormWindow
      open
      on_close={on_close}
      title={t("breaks.find_holder")}
      submit_label={t("baton.send")}
      pending={action.pending}
      problem={action.problem}
      faults={faults}
      on_submit={() => void send()}
    >
      <p>
        <strong>{row.reference}.</strong> {t("breaks.find_text")}
      </p>
      <SelectField name="account" label={t("breaks.whom")} value={place} on_change={set_place} choices={choices} />
      <TextArea name="message" label={t("baton.message")} help={t("breaks.message_help")} optional rows={3} max_length={2000} value={message} on_change={set_message} />
    </FormWindow>
  );
}
