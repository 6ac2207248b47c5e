// The days that deadlines of a pathway are counted from, and the way to record them.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { Pathway, PathwayDate } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField } from "../shared/fields.tsx";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { ChangeWindow } from "./change_window.tsx";

export function RunDates({ pathway, leads }: { pathway: Pathway; leads: boolean }) {
  const { t } = use_words();
  const [chosen, set_chosen] = useState<{ date: PathwayDate; open: boolean } | null>(null);
  const dates = pathway.dates ?? [];
  if (dates.length === 0) return null;
  return (
    <div className="sv-stack sv-stack--small">
      <h3>{t("run.dates")}</h3>
      <ul className="sv-list sv-list--lined">
        {dates.map((date) => (
          <li key={date.id} className="sv-run-fact">
            <div>
              <p>{date.question}</p>
              <p className="sv-small sv-soft">{date.day ? <DateText date={date.day} /> : t("run.date_missing")}</p>
            </div>
            {leads ? (
              <Button variant="secondary" data-size="sm" onClick={() => set_chosen({ date, open: true })}>
                {date.day ? t("run.date_change") : t("run.date_set")}
                <span className="sv-only-heard">: {date.question}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {chosen ? (
        <DateWindow
          key={`${chosen.date.id}-${chosen.date.day ?? ""}`}
          open={chosen.open}
          on_close={() => set_chosen({ ...chosen, open: false })}
          run={pathway.run}
          date={chosen.date}
        />
      ) : null}
    </div>
  );
}

interface WindowProps {
  open: boolean;
  on_close: () => void;
  run: string | undefined;
  date: PathwayDate;
}

function DateWindow({ open, on_close, run, date }: WindowProps) {
  const { t } = use_words();
  const [day, set_day] = useState(date.day ?? "");
  return (
    <ChangeWindow
      open={open}
      on_close={on_close}
      title={date.question}
      submit_label={t("action.save")}
      to="/dates"
      input={{ ...(run ? { run } : {}), date: date.id, day }}
      needed={{ day }}
      done={t("run.date_recorded")}
    >
      <DateField name="day" label={t("run.date_day")} help={t("run.family_reads")} max={today_in_norway()} value={day} on_change={set_day} />
    </ChangeWindow>
  );
}
