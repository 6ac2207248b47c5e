// What is done with an offer every week, from a phone: press the waiting time, press what it is now, and it is stored and
// seen by all. What was done can be taken back where it stands.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { api } from "../api/client.ts";
import type { OfferRecord, OfferRow, OfferWaitingInput } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { waiting_word } from "./offer_words.ts";
import { WaitingChoice } from "./waiting_choice.tsx";

interface Props {
  id: string;
  name: string;
  waiting: OfferRow["waiting"];
  on_record: (record: OfferRecord) => void;
}

interface Done {
  text: string;
  undo?: OfferWaitingInput;
}

export function KeepBar({ id, name, waiting, on_record }: Props) {
  const { t } = use_words();
  const action = use_action();
  const [choosing, set_choosing] = useState(false);
  const [done, set_done] = useState<Done>();
  const panel = useId();
  const chip = useId();

  async function send(path: string, body: object, told: (record: OfferRecord) => Done) {
    const record = await action.run(() => api.post<OfferRecord>(`/v1/offers/${id}/${path}`, body));
    if (!record) return;
    set_choosing(false);
    set_done(told(record));
    on_record(record);
    // What was pressed is gone with the panel.
    if (choosing) document.getElementById(chip)?.focus();
  }
  const set_waiting = (now: OfferWaitingInput) => {
    const undo = waiting ?? {};
    void send("waiting", now, (record) => ({ text: t("offers.waiting.saved", { waiting: waiting_word(t, record.offer.waiting) }), undo }));
  };
  const undo = (before: OfferWaitingInput) => void send("waiting", before, () => ({ text: t("offers.waiting.undone") }));

  return (
    <div className="sv-keep">
      <div className="sv-row">
        <button
          type="button"
          id={chip}
          className="sv-chip sv-waiting-chip"
          aria-expanded={choosing}
          aria-controls={panel}
          onClick={() => set_choosing((now) => !now)}
        >
          <span className="sv-soft">{t("offers.waiting.label")}</span> <strong>{waiting_word(t, waiting)}</strong>
          <span className="sv-only-heard"> {name}</span> <Icon name={choosing ? "up" : "down"} />
        </button>
        <Button
          variant="secondary"
          data-size="sm"
          aria-label={t("offers.confirm_of", { name })}
          onClick={() => void send("confirm", {}, () => ({ text: t("offers.confirmed") }))}
        >
          <Icon name="check" /> {t("offers.confirm")}
        </Button>
      </div>
      <div id={panel} hidden={!choosing} className="sv-keep__panel">
        {choosing ? <WaitingChoice name={name} waiting={waiting} on_choose={set_waiting} /> : null}
      </div>
      <div className="sv-keep__said" role="status">
        {action.problem ? (
          <span className="sv-missing">{problem_text(action.problem, t)}</span>
        ) : done ? (
          <span>
            <Icon name="check" /> {done.text}
          </span>
        ) : null}
        {done?.undo && !action.problem ? (
          <button type="button" className="sv-link" onClick={() => undo(done.undo ?? {})}>
            {t("offers.undo")}
          </button>
        ) : null}
      </div>
    </div>
  );
}
