// Going on in a newer version of a pathway: what differs from the one the child is on, and in which stage and with
// which step it goes on. Nobody is moved by itself.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, type FieldFault } from "../api/client.ts";
import type { FollowUp, Pathway, PathwayTexts } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_follow_up, use_send } from "../follow_up/scope.tsx";
import { long_date, today_in_norway } from "../shared/dates.ts";
import { DateField, SelectField, TextArea } from "../shared/fields.tsx";
import { Form, missing } from "../shared/form.tsx";
import { NotLoaded } from "../shared/loading.tsx";
import { Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { same_place, stages_to_move_to, steps_to_move_to, type Place } from "./move_choices.ts";
import { version_path } from "./offered.ts";
import { outline_of, type OutlineStage } from "./outline.ts";
import { StepDifferences } from "./step_differences_list.tsx";

interface Props {
  open: boolean;
  on_close: () => void;
  pathway: Pathway;
  newer: NonNullable<Pathway["newer"]>;
}

interface Edit {
  /// Until somebody chooses, the child goes on where it is.
  place?: Place;
  reason: string;
  date: string;
}

const empty: Edit = { reason: "", date: "" };

export function MoveWindow({ open, on_close, pathway, newer }: Props) {
  const { t, language } = use_words();
  const { follow_up } = use_follow_up();
  // What is typed outlives the closing of the window.
  const [edit, set_edit] = useState(empty);
  const now = use_load<PathwayTexts>(open && pathway.version !== undefined ? version_path(pathway.id, pathway.version) : null);
  const then = use_load<PathwayTexts>(open ? version_path(newer.id, newer.version) : null);
  const stages = pathway.stages ?? follow_up.pathway;
  const before = now.data ? outline_of(now.data.definition, language) : null;
  const after = then.data ? outline_of(then.data.definition, language) : null;
  const failed = now.problem ? now : then;
  return (
    <Window open={open} on_close={on_close} title={t("move.title")} wide>
      {failed.problem ? <NotLoaded loaded={failed} /> : null}
      {now.loading || then.loading ? <p role="status">{t("loading")}</p> : null}
      {then.data && !after ? <p className="sv-notice sv-notice--warm">{t("move.unreadable")}</p> : null}
      {after ? (
        <>
          {before ? <StepDifferences before={before} after={after} /> : null}
          <MoveForm
            edit={edit}
            set_edit={set_edit}
            outline={stages_to_move_to(after, stages)}
            pathway={pathway}
            newer={newer}
            on_close={on_close}
          />
        </>
      ) : null}
    </Window>
  );
}

interface FormProps extends Omit<Props, "open"> {
  edit: Edit;
  set_edit: (edit: Edit) => void;
  outline: OutlineStage[];
}

function MoveForm({ edit, set_edit, outline, pathway, newer, on_close }: FormProps) {
  const { t, language } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const flags = pathway.flags ?? [];
  const place = edit.place ?? same_place(outline, pathway.stages ?? follow_up.pathway, flags);
  const steps = steps_to_move_to(
    outline.find((one) => one.id === place.stage),
    flags,
  );

  // What was agreed does not go along by itself: the step is opened anew.
  const due_on = follow_up.open_steps.find((one) => one.run === pathway.run && one.track === undefined)?.due_on;

  async function submit() {
    const reason = edit.reason.trim();
    const found = missing(t, { stage: place.stage, reason });
    set_faults(found);
    if (found.length > 0) return;
    const input = {
      version: follow_up.version,
      ...(pathway.run ? { run: pathway.run } : {}),
      pathway: newer.id,
      to_version: newer.version,
      stage: place.stage,
      ...(place.step ? { step: place.step } : {}),
      reason,
      ...(edit.date ? { next_due_on: edit.date } : {}),
    };
    if (!(await send(() => api.post<FollowUp>(`${path}/pathways/move`, input), t("move.done")))) return;
    set_edit(empty);
    on_close();
  }

  return (
    <Form problem={action.problem} faults={faults} on_submit={() => void submit()}>
      <SelectField
        name="stage"
        label={t("move.stage")}
        value={place.stage}
        on_change={(stage) => set_edit({ ...edit, place: { stage, step: "" } })}
        choices={outline.map((one) => ({ value: one.id, label: one.title }))}
      />
      {place.stage ? (
        <SelectField
          name="step"
          label={t("move.step")}
          help={t("move.step_help")}
          empty_label={t("move.stage_anew")}
          value={place.step}
          on_change={(step) => set_edit({ ...edit, place: { ...place, step } })}
          choices={steps.map((one) => ({ value: one.id, label: one.title }))}
        />
      ) : null}
      <TextArea name="reason" label={t("move.reason")} help={t("run.family_reads")} rows={3} max_length={2000} value={edit.reason} on_change={(reason) => set_edit({ ...edit, reason })} />
      <DateField
        name="next_due_on"
        label={t("run.new_date_when")}
        help={due_on ? `${t("move.date_now", { date: long_date(due_on, language) })} ${t("move.date_help")}` : t("move.date_help")}
        optional
        min={today_in_norway()}
        quick_days={[7, 14, 28]}
        value={edit.date}
        on_change={(date) => set_edit({ ...edit, date })}
      />
      <div className="sv-row sv-window__foot">
        <Button type="submit" loading={action.pending}>
          {t("move.go", { version: newer.version })}
        </Button>
        <Button variant="tertiary" onClick={on_close}>
          {t("action.cancel")}
        </Button>
      </div>
    </Form>
  );
}
