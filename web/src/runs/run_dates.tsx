// The days that deadlines of a pathway are counted from, and the way to record them.
import { useState } from "react";
import type { Pathway, PathwayDate } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { DateField } from "../shared/fields.tsx";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { ChangeWindow } from "./change_window.tsx";
import { RunFacts, type FactWindow } from "./run_facts.tsx";

export function RunDates({ pathway, leads }: { pathway: Pathway; leads: boolean }) {
  const { t } = use_words();
  return (
    <RunFacts
      title={t("run.dates")}
      facts={pathway.dates ?? []}
      leads={leads}
      known={(date) => (
        <>
          <p>{date.question}</p>
          <p className="sv-small sv-soft">{date.day ? <DateText date={date.day} /> : t("run.date_missing")}</p>
        </>
      )}
      change={(date) => (date.day ? t("run.date_change") : t("run.date_set"))}
      window_of={(date, window) => <DateWindow key={`${date.id}-${date.day ?? ""}`} {...window} run={pathway.run} date={date} />}
    />
  );
}

interface WindowProps extends FactWindow {
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
