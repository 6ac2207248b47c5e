// Publishing an offer, and taking it away from the public. Both are told to colleagues.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { FieldFault } from "../api/client.ts";
import type { OfferRecord } from "../api/names.ts";
import { TextArea } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_action } from "../shared/use_action.ts";
import { FormWindow, Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { lacks_of, missing_in, written_languages, type OfferText } from "./offer.ts";
import { language_word } from "./offer_words.ts";
import { act_on } from "./save_offer.ts";

const note_max = 2000;

interface Props {
  record: OfferRecord;
  offer: OfferText;
  /// Stores what is written and says the edit's version.
  store: () => Promise<number>;
  on_record: (record: OfferRecord) => void;
  on_close: () => void;
  on_done: (record: OfferRecord) => void;
}

export function PublishWindow({ record, offer, store, on_record, on_close, on_done }: Props) {
  const { t } = use_words();
  const action = use_action();
  const [note, set_note] = useState("");
  const lacks = lacks_of(offer);
  const untranslated = written_languages.filter((language) => missing_in(offer, language) > 0);

  if (lacks.length > 0) {
    return (
      <Window open title={t("offers.publish.title")} on_close={on_close}>
        <p>{t("offers.publish.lacks")}</p>
        <ul className="sv-dots">
          {lacks.map((lack) => (
            <li key={lack}>{t(`offers.lack.${lack}`)}</li>
          ))}
        </ul>
        <div>
          <Button onClick={on_close}>{t("offers.publish.go_back")}</Button>
        </div>
      </Window>
    );
  }
  async function publish() {
    const done = await action.run(async () => act_on(record, await store(), "publish", { note: note.trim() }, on_record));
    if (done) on_done(done);
  }
  return (
    <FormWindow open title={t("offers.publish.title")} on_close={on_close} submit_label={t("offers.publish.do")} pending={action.pending} problem={action.problem} on_submit={() => void publish()}>
      <p>{t("offers.publish.text")}</p>
      {untranslated.length > 0 ? (
        <div className="sv-notice sv-notice--warm">
          <Icon name="alert" />
          <p>{t("offers.publish.untranslated", { languages: untranslated.map((one) => language_word(t, one).toLocaleLowerCase("nb")).join(", ") })}</p>
        </div>
      ) : null}
      <TextArea name="note" label={t("offers.publish.note")} help={t("offers.publish.note_help")} optional value={note} on_change={set_note} max_length={note_max} rows={2} />
    </FormWindow>
  );
}

export function RetireWindow({ record, store, on_record, on_close, on_done }: Props) {
  const { t } = use_words();
  const action = use_action();
  const [reason, set_reason] = useState("");
  const [faults, set_faults] = useState<FieldFault[]>([]);

  async function retire() {
    const found = missing(t, { reason: reason.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const done = await action.run(async () => act_on(record, await store(), "retire", { reason: reason.trim() }, on_record));
    if (done) on_done(done);
  }
  return (
    <FormWindow open title={t("offers.retire.title")} on_close={on_close} submit_label={t("offers.retire.do")} pending={action.pending} problem={action.problem} faults={faults} on_submit={() => void retire()}>
      <p>{t("offers.retire.text")}</p>
      <TextArea name="reason" label={t("offers.retire.reason")} value={reason} on_change={set_reason} max_length={note_max} rows={2} />
    </FormWindow>
  );
}
