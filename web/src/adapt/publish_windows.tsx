// The two ways a draft ends: it is published, with a note, when it can be lived with; or it is thrown away.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api, problem_from, type FieldFault } from "../api/client.ts";
import type { PathwayDraft, PathwayRow } from "../api/names.ts";
import { TextArea, YesField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow, Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { FindingList } from "./check_strip.tsx";
import { use_scope } from "./edit_scope.tsx";
import type { Check } from "./use_check.ts";

interface Props {
  pathway: string;
  on_close: () => void;
  on_done: () => void;
  /// Stores what is written and says which version it then has.
  store: () => Promise<number>;
  /// Somebody saved meanwhile; `draft` is how it stands now.
  on_changed: (draft: PathwayDraft) => void;
}

/// Ends the draft; when somebody saved meanwhile the page shows what is new, so that one can look first.
async function end_draft<T>(work: () => Promise<T>, on_changed: (draft: PathwayDraft) => void): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const problem = problem_from(thrown);
    if (problem.code === "edit_conflict" && problem.current) on_changed(problem.current as PathwayDraft);
    throw problem;
  }
}

const note_max = 500;

export function PublishWindow({ pathway, check, on_close, on_done, store, on_changed }: Props & { check: Check }) {
  const { t } = use_words();
  const { findings } = use_scope();
  const action = use_action();
  const [note, set_note] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const wrong = (check.answer?.scenarios ?? []).filter((one) => !one.holds);
  const sound = check.answer?.sound === true && findings.length === 0 && wrong.length === 0;

  if (!sound) {
    return (
      <Window open title={t("adapt.publish.not_yet")} on_close={on_close}>
        <p>{check.answer ? t("adapt.publish.because") : t("adapt.check.waiting")}</p>
        <FindingList findings={findings} />
        {wrong.length > 0 ? (
          <div>
            <p className="sv-strong">{t("adapt.check.scenarios", { count: wrong.length })}</p>
            <ul className="sv-dots">
              {wrong.map((one) => (
                <li key={one.situation}>{one.situation}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <div>
          <Button onClick={on_close}>{t("adapt.publish.go_back")}</Button>
        </div>
      </Window>
    );
  }

  async function publish() {
    const found = missing(t, { note: note.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const row = await action.run(async () => {
      const version = await store();
      return end_draft(() => api.post<PathwayRow>(`/v1/pathway-drafts/${pathway}/publish`, { version, note: note.trim() }), on_changed);
    });
    if (row) on_done();
  }
  return (
    <FormWindow open title={t("adapt.publish.title")} on_close={on_close} submit_label={t("adapt.publish.do")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void publish()}>
      {check.checking ? (
        <p className="sv-notice">{t("adapt.check.waiting")}</p>
      ) : (
        <div className="sv-notice sv-notice--good">
          <Icon name="check" />
          <p>{t("adapt.publish.sound", { count: check.answer?.scenarios.length ?? 0 })}</p>
        </div>
      )}
      <p>{t("adapt.publish.text")}</p>
      <TextArea name="note" label={t("adapt.publish.note")} help={t("adapt.publish.note_help")} value={note} on_change={set_note} max_length={note_max} rows={3} />
    </FormWindow>
  );
}

export function DiscardWindow({ pathway, on_close, on_done, store, on_changed }: Props) {
  const { t } = use_words();
  const action = use_action();
  const [sure, set_sure] = useState(false);
  const [asked, set_asked] = useState(false);

  async function discard() {
    set_asked(true);
    if (!sure) return;
    const done = await action.run(async () => {
      const version = await store();
      await end_draft(() => api.post(`/v1/pathway-drafts/${pathway}/discard`, { version }), on_changed);
      return true;
    });
    if (done) on_done();
  }
  return (
    <FormWindow open title={t("adapt.discard.title")} on_close={on_close} submit_label={t("adapt.discard.do")} pending={action.pending} problem={action.problem} on_submit={() => void discard()}>
      <p>{t("adapt.discard.text")}</p>
      <YesField label={t("adapt.discard.sure")} value={sure} on_change={set_sure} />
      {asked && !sure ? (
        <p className="sv-missing" role="alert">
          {t("adapt.discard.must_be_sure")}
        </p>
      ) : null}
    </FormWindow>
  );
}
