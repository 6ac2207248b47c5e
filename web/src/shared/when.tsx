// When something is due, in words a person thinks in: the date, and how far away it is.
import type { Language } from "../api/names.ts";
import { use_words, type Words } from "../words/use_words.ts";
import { date_in_norway, day_and_date, days_between, long_date, short_date, time_in_norway, today_in_norway } from "./dates.ts";
import { Icon } from "./icons.tsx";

/// "i dag", "om 3 dager", "for 2 dager siden".
export function distance(date: string, today: string, t: Words): string {
  const days = days_between(today, date);
  if (days === 0) return t("date.today");
  if (days === 1) return t("date.tomorrow");
  if (days === -1) return t("date.yesterday");
  const count = Math.abs(days);
  if (days > 0) return count < 14 ? t("date.in_days", { count }) : t("date.in_weeks", { count: Math.round(count / 7) });
  return count < 14 ? t("date.days_ago", { count }) : t("date.weeks_ago", { count: Math.round(count / 7) });
}

/// A small mark with a date, calm when there is time and warm when the date has passed.
export function DueTag({ date, overdue }: { date?: string | undefined; overdue: boolean }) {
  const { t, language } = use_words();
  if (!date) return <span className="sv-tag">{t("date.none")}</span>;
  const today = today_in_norway();
  const days = days_between(today, date);
  const text = overdue
    ? t("date.overdue", { date: short_date(date, language, today) })
    : days <= 7 && days >= 0
      ? distance(date, today, t)
      : short_date(date, language, today);
  return (
    <span className={overdue ? "sv-tag sv-tag--late" : days <= 1 ? "sv-tag sv-tag--warm" : "sv-tag"}>
      <Icon name="calendar" />
      <time dateTime={date}>{text}</time>
    </span>
  );
}

/// "fredag 27. november, om 5 dager".
export function due_in_words(date: string, t: Words, language: Language): string {
  const today = today_in_norway();
  return `${day_and_date(date, language, today)}, ${distance(date, today, t)}`;
}

export function DateText({ date }: { date: string }) {
  const { language } = use_words();
  return <time dateTime={date}>{long_date(date, language)}</time>;
}

/// An instant as day and time in Norway.
export function InstantText({ instant }: { instant: string }) {
  const { t, language } = use_words();
  return <time dateTime={instant}>{instant_in_words(instant, t, language)}</time>;
}

export function instant_in_words(instant: string, t: Words, language: Language): string {
  const date = date_in_norway(instant);
  return t("date.at_time", {
    date: day_and_date(date, language, today_in_norway()),
    time: time_in_norway(instant, language),
  });
}
