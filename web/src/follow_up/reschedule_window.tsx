// Move a meeting, change who comes and the agenda, or call it off. Only what was typed here is changed: what a
// colleague moved meanwhile stays moved.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { problem_from, type FieldFault } from "../api/client.ts";
import type { Member } from "../api/names.ts";
import { instant_of_local, local_of_instant } from "../shared/dates.ts";
import { CheckField, TextArea, TextField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { lines_of, type MeetingEdit } from "./meeting_edit.ts";

interface Props {
  open: boolean;
  on_close: () => void;
  edit: MeetingEdit;
  team: Member[];
  change: (part: Partial<MeetingEdit>) => void;
  store: () => Promise<unknown>;
}

interface Typed {
  starts?: string;
  place?: string;
  agenda?: string;
  invited?: string[];
}

export function RescheduleWindow({ open, on_close, edit, team, change, store }: Props) {
  const { t } = use_words();
  const action = use_action();
  const [typed, set_typed] = useState<Typed>({});
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const type = (part: Typed) => set_typed((old) => ({ ...old, ...part }));
  const starts = typed.starts ?? local_of_instant(edit.starts_at);

  async function submit(state?: MeetingEdit["state"]) {
    const found = missing(t, { starts_at: starts });
    set_faults(found);
    if (found.length > 0) return;
    const done = await action.run(async () => {
      change({
        ...(typed.starts !== undefined ? { starts_at: instant_of_local(typed.starts) } : {}),
        ...(typed.place !== undefined ? { place: typed.place.trim() } : {}),
        ...(typed.agenda !== undefined ? { agenda: lines_of(typed.agenda) } : {}),
        ...(typed.invited !== undefined ? { invited: typed.invited } : {}),
        ...(state ? { state } : {}),
      });
      try {
        await store();
      } catch (thrown) {
        // The page asks which of the two is to stand.
        if (problem_from(thrown).code !== "edit_conflict") throw thrown;
      }
      return true;
    });
    if (!done) return;
    set_typed({});
    on_close();
  }

  return (
    <FormWindow open={open} on_close={on_close} title={t("meeting.move")} submit_label={t("action.save")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <TextField name="starts_at" label={t("meeting.when")} type="datetime-local" short value={starts} on_change={(next) => type({ starts: next })} />
      <TextField name="place" label={t("meeting.where")} optional max_length={200} value={typed.place ?? edit.place} on_change={(place) => type({ place })} />
      <TextArea name="agenda" label={t("meeting.agenda")} help={t("meeting.agenda_help")} optional rows={4} value={typed.agenda ?? edit.agenda.join("\n")} on_change={(agenda) => type({ agenda })} />
      <CheckField name="invited" label={t("meeting.invited")} help={t("meeting.family_sees")} value={typed.invited ?? edit.invited} on_change={(invited) => type({ invited })} choices={team.map((member) => ({ value: member.id, label: member.name }))} />
      <div>
        <Button variant="tertiary" data-color="danger" onClick={() => void submit("cancelled")}>
          {t("meeting.cancel")}
        </Button>
      </div>
    </FormWindow>
  );
}
