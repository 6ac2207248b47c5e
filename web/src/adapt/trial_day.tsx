// The day one looks at: a slider over the days of the imagined case, and buttons for a day and a week.
import { Button } from "@digdir/designsystemet-react";
import { day_and_date, days_between } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { day_after, days_shown, last_day, may_act, type TrialCase } from "./trial_case.ts";

export function TrialDay({ one, set }: { one: TrialCase; set: (one: TrialCase) => void }) {
  const { t, language } = use_words();
  const day = days_between(one.start.on, one.today);
  const last = days_shown(one);
  const said = day_and_date(one.today, language, one.start.on);
  const go = (days: number) => {
    const next = Math.min(last, Math.max(0, day + days));
    set({ ...one, today: day_after(one, next) });
  };
  return (
    <>
      <div className="sv-row sv-row--between">
        <h2 id="trial-day" className="sv-capital">
          {said}
        </h2>
        <p className="sv-soft">{t("adapt.try.day_number", { count: day })}</p>
      </div>
      <input
        type="range"
        className="sv-slider"
        min={0}
        max={last}
        value={day}
        aria-label={t("adapt.try.slider")}
        aria-valuetext={said}
        list="trial-days"
        onChange={(event) => set({ ...one, today: day_after(one, Number(event.target.value)) })}
      />
      <datalist id="trial-days">
        {[...new Set(one.events.map((event) => event.on))].map((on) => (
          <option key={on} value={days_between(one.start.on, on)} />
        ))}
      </datalist>
      <div className="sv-row">
        <Button variant="secondary" data-size="sm" onClick={() => go(-7)}>
          {t("adapt.try.week_back")}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={() => go(-1)}>
          {t("adapt.try.day_back")}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={() => go(1)}>
          {t("adapt.try.day_on")}
        </Button>
        <Button variant="secondary" data-size="sm" onClick={() => go(7)}>
          {t("adapt.try.week_on")}
        </Button>
      </div>
      {may_act(one) ? null : (
        <div className="sv-notice">
          <Icon name="info" />
          <div className="sv-row">
            <span>{t("adapt.try.past")}</span>
            <Button variant="secondary" data-size="sm" onClick={() => set({ ...one, today: last_day(one) })}>
              {t("adapt.try.to_last")}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
