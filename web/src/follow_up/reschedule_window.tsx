// Move a meeting, change who comes and the agenda, or call it off.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Member } from "../api/names.ts";
import { instant_of_local, local_of_instant } from "../shared/dates.ts";
import { CheckField, TextArea, TextField } from "../shared/fields.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { lines_of, type MeetingEdit } from "./meeting_edit.ts";

interface Props {
  open: boolean;
  on_close: () => void;
  edit: MeetingEdit;
  team: Member[];
  change: (part: Partial<MeetingEdit>) => void;
  flush: () => Promise<boolean>;
}

export function RescheduleWindow({ open, on_close, edit, team, change, flush }: Props) {
  const { t } = use_words();
  const [starts, set_starts] = useState(() => local_of_instant(edit.starts_at));
  const [place, set_place] = useState(edit.place);
  const [agenda, set_agenda] = useState(() => edit.agenda.join("\n"));
  const [invited, set_invited] = useState(edit.invited);

  function submit(state: MeetingEdit["state"]) {
    change({
      starts_at: starts ? instant_of_local(starts) : edit.starts_at,
      place: place.trim(),
      agenda: lines_of(agenda),
      invited,
      state,
    });
    void flush();
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("meeting.move")} submit_label={t("action.save")} pending={false} problem={undefined} on_submit={() => submit(edit.state)}>
      <TextField name="starts_at" label={t("meeting.when")} type="datetime-local" short value={starts} on_change={set_starts} />
      <TextField name="place" label={t("meeting.where")} optional max_length={200} value={place} on_change={set_place} />
      <TextArea name="agenda" label={t("meeting.agenda")} help={t("meeting.agenda_help")} optional rows={4} value={agenda} on_change={set_agenda} />
      <CheckField name="invited" label={t("meeting.invited")} help={t("meeting.family_sees")} value={invited} on_change={set_invited} choices={team.map((member) => ({ value: member.id, label: member.name }))} />
      <div>
        <Button variant="tertiary" data-color="danger" onClick={() => submit("cancelled")}>
          {t("meeting.cancel")}
        </Button>
      </div>
    </FormWindow>
  );
}
