// When it is open: an ordinary week, days that differ, holidays.
import { DateField, YesField } from "../shared/fields.tsx";
import { use_words } from "../words/use_words.ts";
import { AddRow, RowTools } from "./list_fields.tsx";
import type { OfferText } from "./offer.ts";
import { use_offer } from "./offer_scope.tsx";
import { weekday_word } from "./offer_words.ts";
import { TextsField } from "./texts_field.tsx";

type Hours = OfferText["hours"];
type WeekRow = NonNullable<Hours["weekly"]>[number];
type Exception = NonNullable<Hours["exceptions"]>[number];

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const office_hours: WeekRow = { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", to: "15:30" };

export function HoursPart() {
  const { t } = use_words();
  const { offer, change } = use_offer();
  const { hours } = offer;
  const set = (part: Partial<Hours>) => change({ hours: { ...hours, ...part } });
  const weekly = hours.weekly ?? [];
  const exceptions = hours.exceptions ?? [];
  const set_row = (place: number, row: WeekRow) => set({ weekly: weekly.map((one, at) => (at === place ? row : one)) });
  const set_exception = (place: number, one: Exception) => set({ exceptions: exceptions.map((old, at) => (at === place ? one : old)) });
  return (
    <>
      <YesField label={t("offers.hours.always")} value={hours.always === true} on_change={(always) => set({ always: always || undefined })} />
      {hours.always ? null : (
        <section className="sv-stack sv-stack--small" aria-labelledby="week">
          <h3 id="week">{t("offers.hours.week")}</h3>
          {weekly.length === 0 ? <p className="sv-soft">{t("offers.hours.no_week")}</p> : null}
          {weekly.map((row, place) => (
            // The rows have no names: their place is all there is.
            <WeekRowFields key={place} row={row} name={t("offers.hours.row", { number: place + 1 })} on_change={(next) => set_row(place, next)}>
              <RowTools rows={weekly} place={place} name={t("offers.hours.row", { number: place + 1 })} on_change={(rows) => set({ weekly: rows })} />
            </WeekRowFields>
          ))}
          <AddRow label={t("offers.hours.add_row")} on_add={() => set({ weekly: [...weekly, weekly.length === 0 ? office_hours : { days: [], from: "08:00", to: "15:30" }] })} />
          <YesField label={t("offers.hours.public_holidays")} value={hours.public_holidays === "open"} on_change={(open) => set({ public_holidays: open ? "open" : "closed" })} />
          <YesField label={t("offers.hours.school_holidays")} value={hours.school_holidays !== "closed"} on_change={(open) => set({ school_holidays: open ? "open" : "closed" })} />
        </section>
      )}
      <section className="sv-stack sv-stack--small" aria-labelledby="exceptions">
        <h3 id="exceptions">{t("offers.hours.exceptions")}</h3>
        <p className="sv-soft sv-small">{t("offers.hours.exceptions_help")}</p>
        {exceptions.map((one, place) => (
          <ExceptionFields key={place} exception={one} place={place} on_change={(next) => set_exception(place, next)}>
            <RowTools rows={exceptions} place={place} name={t("offers.hours.exception", { number: place + 1 })} on_change={(rows) => set({ exceptions: rows })} />
          </ExceptionFields>
        ))}
        <AddRow label={t("offers.hours.add_exception")} on_add={() => set({ exceptions: [...exceptions, { from: "", to: "", closed: true }] })} />
      </section>
      <TextsField name="hours.note" label={t("offers.hours.note")} help={t("offers.hours.note_help")} value={hours.note} on_change={(note) => set({ note })} max={400} rows={2} optional />
    </>
  );
}

interface WeekProps {
  row: WeekRow;
  name: string;
  on_change: (row: WeekRow) => void;
  children: React.ReactNode;
}

function WeekRowFields({ row, name, on_change, children }: WeekProps) {
  const { t } = use_words();
  const toggle = (day: (typeof weekdays)[number]) => {
    const days = weekdays.filter((one) => (one === day ? !row.days.includes(day) : row.days.includes(one)));
    on_change({ ...row, days });
  };
  return (
    <div className="sv-edit-row sv-hours-row" role="group" aria-label={name}>
      <div className="sv-choices sv-days">
        {weekdays.map((day) => (
          <button key={day} type="button" className="sv-chip" aria-pressed={row.days.includes(day)} onClick={() => toggle(day)}>
            {weekday_word(t, day)}
          </button>
        ))}
      </div>
      <div className="sv-row">
        <TimeField label={t("offers.hours.from")} value={row.from} on_change={(from) => on_change({ ...row, from })} />
        <TimeField label={t("offers.hours.to")} value={row.to} on_change={(to) => on_change({ ...row, to: end_of(to) })} />
        {children}
      </div>
    </div>
  );
}

interface ExceptionProps {
  exception: Exception;
  place: number;
  on_change: (exception: Exception) => void;
  children: React.ReactNode;
}

function ExceptionFields({ exception, place, on_change, children }: ExceptionProps) {
  const { t } = use_words();
  const span = exception.hours?.[0];
  const set_span = (next: { from: string; to: string }) => on_change({ ...exception, hours: [next, ...(exception.hours ?? []).slice(1)] });
  const set_closed = (closed: boolean) => {
    const { closed: _closed, hours: _hours, ...rest } = exception;
    on_change(closed ? { ...rest, closed: true } : { ...rest, hours: [{ from: "10:00", to: "14:00" }] });
  };
  return (
    <div className="sv-edit-row sv-stack sv-stack--small" role="group" aria-label={t("offers.hours.exception", { number: place + 1 })}>
      <div className="sv-pair">
        <DateField name={`hours.exceptions[${place}].from`} label={t("offers.hours.first_day")} value={exception.from} on_change={(from) => on_change({ ...exception, from, to: exception.to === "" || exception.to < from ? from : exception.to })} />
        <DateField name={`hours.exceptions[${place}].to`} label={t("offers.hours.last_day")} value={exception.to} min={exception.from} on_change={(to) => on_change({ ...exception, to })} />
      </div>
      <YesField label={t("offers.hours.closed")} value={exception.closed === true} on_change={set_closed} />
      {span ? (
        <div className="sv-row">
          <TimeField label={t("offers.hours.from")} value={span.from} on_change={(from) => set_span({ ...span, from })} />
          <TimeField label={t("offers.hours.to")} value={span.to} on_change={(to) => set_span({ ...span, to: end_of(to) })} />
        </div>
      ) : null}
      <TextsField name={`hours.exceptions[${place}].note`} label={t("offers.hours.why")} value={exception.note} on_change={(note) => on_change({ ...exception, note })} max={300} optional />
      {children}
    </div>
  );
}

/// Midnight at the end of a day is 24:00; the browser's clock has none.
const end_of = (time: string) => (time === "00:00" ? "24:00" : time);

function TimeField({ label, value, on_change }: { label: string; value: string; on_change: (time: string) => void }) {
  return (
    <label className="sv-time">
      <span className="ds-label">{label}</span>
      <input type="time" className="ds-input" step={300} value={value === "24:00" ? "00:00" : value} onChange={(event) => on_change(event.target.value)} />
    </label>
  );
}
