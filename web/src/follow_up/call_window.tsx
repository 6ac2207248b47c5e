// Call a meeting: when, where, about what, who comes.
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp } from "../api/names.ts";
import { instant_of_local } from "../shared/dates.ts";
import { CheckField, TextArea, TextField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { role_of } from "../shared/people.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { lines_of } from "./meeting_edit.ts";
import { use_follow_up, use_send } from "./scope.tsx";

export function CallWindow({ open, on_close }: { open: boolean; on_close: () => void }) {
  const { t } = use_words();
  const { path, team } = use_follow_up();
  const { action, send } = use_send();
  const [starts, set_starts] = useState("");
  const [place, set_place] = useState("");
  const [agenda, set_agenda] = useState("");
  const [invited, set_invited] = useState<string[]>(() => team.map((member) => member.id));
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function submit() {
    const found = missing(t, { starts_at: starts });
    set_faults(found);
    if (found.length > 0) return;
    const input = { starts_at: instant_of_local(starts), place: place.trim(), agenda: lines_of(agenda), invited };
    if (!(await send(() => api.post<FollowUp>(`${path}/meetings`, input), t("meeting.called")))) return;
    set_starts("");
    set_place("");
    set_agenda("");
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("meeting.call")} submit_label={t("meeting.call")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <TextField name="starts_at" label={t("meeting.when")} type="datetime-local" short value={starts} on_change={set_starts} />
      <TextField name="place" label={t("meeting.where")} optional max_length={200} value={place} on_change={set_place} />
      <TextArea name="agenda" label={t("meeting.agenda")} help={t("meeting.agenda_help")} optional rows={4} value={agenda} on_change={set_agenda} />
      <CheckField name="invited" label={t("meeting.invited")} help={t("meeting.family_sees")} value={invited} on_change={set_invited} choices={team.map((member) => ({ value: member.id, label: member.name, help: role_of(member, t) }))} />
    </FormWindow>
  );
}
