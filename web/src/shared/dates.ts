// Days and times as people in Norway write them. Pure. Our own month and weekday names: browsers do not
// all have nynorsk.
import type { Language } from "../api/names.ts";

const months: Record<Language, string[]> = {
  nb: "januar februar mars april mai juni juli august september oktober november desember".split(" "),
  nn: "januar februar mars april mai juni juli august september oktober november desember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};
const weekdays: Record<Language, string[]> = {
  nb: "søndag mandag tirsdag onsdag torsdag fredag lørdag".split(" "),
  nn: "sundag måndag tysdag onsdag torsdag fredag laurdag".split(" "),
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
};

interface Parts {
  year: number;
  month: number;
  day: number;
}

function parts_of(date: string): Parts {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split("-").map(Number);
  return { year, month, day };
}

function days_of(date: string): number {
  const { year, month, day } = parts_of(date);
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000);
}

/// "2026-11-22" from days since 1970.
function date_of(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

export function plus_days(date: string, count: number): string {
  return date_of(days_of(date) + count);
}

/// Days from `from` to `to`; negative when `to` is earlier.
export function days_between(from: string, to: string): number {
  return days_of(to) - days_of(from);
}

/// "22. november 2026" / "22 November 2026".
export function long_date(date: string, language: Language): string {
  const { year, month, day } = parts_of(date);
  const name = months[language][month - 1] ?? "";
  return language === "en" ? `${day} ${name} ${year}` : `${day}. ${name} ${year}`;
}

/// "søndag 22. november", with the year only when it is another than `today`'s.
export function day_and_date(date: string, language: Language, today: string): string {
  const { year, month, day } = parts_of(date);
  const weekday = weekdays[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";
  const name = months[language][month - 1] ?? "";
  const other_year = year === parts_of(today).year ? "" : ` ${year}`;
  return language === "en" ? `${weekday} ${day} ${name}${other_year}` : `${weekday} ${day}. ${name}${other_year}`;
}

/// "22. nov." / "22 Nov", with the year when it is another than `today`'s.
export function short_date(date: string, language: Language, today: string): string {
  const { year, month, day } = parts_of(date);
  const full = months[language][month - 1] ?? "";
  const name = full.length <= 4 ? full : `${full.slice(0, 3)}${language === "en" ? "" : "."}`;
  const other_year = year === parts_of(today).year ? "" : ` ${year}`;
  return language === "en" ? `${day} ${name}${other_year}` : `${day}. ${name}${other_year}`;
}

function norway_parts(instant: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Oslo",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
}

/// The day in Norway at an instant ("2026-11-22T23:30:00Z" is the 23rd).
export function date_in_norway(instant: string | Date): string {
  const parts = norway_parts(new Date(instant));
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}`;
}

/// "08:30" (nb, nn: "08.30") in Norway.
export function time_in_norway(instant: string, language: Language): string {
  const parts = norway_parts(new Date(instant));
  return `${parts["hour"]}${language === "en" ? ":" : "."}${parts["minute"]}`;
}

/// For a datetime-local field: "2026-11-22T08:30" as the clock on the wall in Norway shows it.
export function local_of_instant(instant: string): string {
  const parts = norway_parts(new Date(instant));
  return `${parts["year"]}-${parts["month"]}-${parts["day"]}T${parts["hour"]}:${parts["minute"]}`;
}

/// The instant at which the clock in Norway shows `local`. In the hour that does not exist in spring
/// the clock's next hour is taken; in the hour that comes twice in autumn the first one.
export function instant_of_local(local: string): string {
  const as_utc = Date.parse(`${local}:00Z`);
  for (const offset_hours of [2, 1]) {
    const instant = new Date(as_utc - offset_hours * 3_600_000);
    if (local_of_instant(instant.toISOString()) === local) return text_of(instant);
  }
  return text_of(new Date(as_utc - 3_600_000));
}

function text_of(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

export function today_in_norway(): string {
  return date_in_norway(new Date());
}
