// How long one waits and whether there is room: each press is stored at once, with the other kept as it is.
import { Button } from "@digdir/designsystemet-react";
import { useEffect, useRef, useState } from "react";
import type { OfferRow, OfferWaitingInput } from "../api/names.ts";
import { TextField } from "../shared/fields.tsx";
import { Form } from "../shared/form.tsx";
import { use_words } from "../words/use_words.ts";
import { capacity_word, days_word } from "./offer_words.ts";

const common_days = [0, 7, 14, 21, 28, 42, 56, 84];
const capacities = ["open", "limited", "full"] as const;
const days_max = 1000;

interface Props {
  name: string;
  waiting: OfferRow["waiting"];
  on_choose: (waiting: OfferWaitingInput) => void;
}

export function WaitingChoice({ name, waiting, on_choose }: Props) {
  const { t } = use_words();
  const [typed, set_typed] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const capacity = waiting?.capacity ?? "open";
  const days = typed === "" ? undefined : Number(typed);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <div ref={box} className="sv-stack sv-stack--small">
      <p className="sv-strong" id={`days-${name}`}>
        {t("offers.waiting.how_long")}
      </p>
      <div className="sv-choices" role="group" aria-label={`${t("offers.waiting.how_long")} ${name}`}>
        {common_days.map((one) => (
          <button key={one} type="button" className="sv-chip" aria-pressed={waiting?.days === one} onClick={() => on_choose({ days: one, capacity })}>
            {days_word(t, one)}
          </button>
        ))}
      </div>
      <Form
        className="sv-row sv-waiting-days"
        on_submit={() => {
          if (days !== undefined) on_choose({ days, capacity });
        }}
      >
        <TextField
          name="days"
          label={t("offers.waiting.other")}
          short
          input_mode="numeric"
          value={typed}
          on_change={(text) => set_typed(text.replace(/\D/g, "").slice(0, String(days_max).length - 1))}
        />
        <Button type="submit" variant="secondary" data-size="sm" disabled={days === undefined}>
          {t("action.save")}
        </Button>
      </Form>
      <p className="sv-strong">{t("offers.waiting.room")}</p>
      <div className="sv-choices" role="group" aria-label={`${t("offers.waiting.room")} ${name}`}>
        {capacities.map((one) => (
          <button
            key={one}
            type="button"
            className="sv-chip"
            aria-pressed={waiting?.capacity === one}
            onClick={() => on_choose({ ...(waiting?.days === undefined ? {} : { days: waiting.days }), capacity: one })}
          >
            {capacity_word(t, one)}
          </button>
        ))}
        {waiting ? (
          <button type="button" className="sv-chip" onClick={() => on_choose({})}>
            {t("offers.waiting.unsay")}
          </button>
        ) : null}
      </div>
    </div>
  );
}
