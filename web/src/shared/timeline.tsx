// Things that happened, grouped by day.
import type { Language, TimelineEntry } from "../api/names.ts";
import { use_words, type WordKey, type Words } from "../words/use_words.ts";
import { date_in_norway, day_and_date, long_date, time_in_norway, today_in_norway } from "./dates.ts";

const known_acts = new Set([
  "opened", "reopened", "closed", "consent_given", "consent_withdrawn", "member_added", "member_left", "baton_offered",
  "baton_accepted", "baton_refused", "baton_offer_withdrawn", "step_done", "step_undone", "date_set", "level_moved",
  "decided", "goal_set", "goal_changed", "measure_set", "measure_changed", "meeting_called", "meeting_changed",
  "said", "words_taken_back", "concern_shared", "pathway_started", "pathway_not_started", "pathway_ended", "pathway_moved",
  "step_skipped", "went_back", "date_recorded", "flag_raised", "flag_lowered",
]);

/// Acts that have everyday words of their own for the family.
const plain_acts = new Set([
  "opened", "baton_offered", "baton_offer_withdrawn", "baton_accepted", "baton_refused", "level_moved", "measure_set",
  "measure_changed",
]);

/// An act that a newer server has and this app does not is shown as "something was changed".
function act_word(act: string, plain: boolean, t: Words): string {
  if (plain && plain_acts.has(act)) return t(`act_plain.${act}` as WordKey);
  return known_acts.has(act) ? t(`act.${act}` as WordKey) : t("act.other");
}

/// Of a day that was recorded the text is the day.
function text_of(entry: TimelineEntry, language: Language): string {
  const text = entry.text ?? "";
  return entry.act === "date_recorded" && /^\d{4}-\d{2}-\d{2}$/.test(text) ? long_date(text, language) : text;
}

export function Timeline({ entries, plain = false }: { entries: TimelineEntry[]; plain?: boolean }) {
  const { t, language } = use_words();
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = date_in_norway(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  if (entries.length === 0) return <p className="sv-empty">{t("history.none")}</p>;
  return (
    <ol className="sv-timeline">
      {[...days].map(([day, of_day]) => (
        <li key={day}>
          <h3 className="sv-capital">{day_and_date(day, language, today_in_norway())}</h3>
          <ul>
            {of_day.map((entry, place) => (
              <li key={`${entry.at}-${place}`}>
                <p>
                  <strong>{act_word(entry.act, plain, t)}</strong>
                  <span className="sv-soft sv-small">
                    {" "}
                    · {entry.by_name}
                    {entry.unit_name ? `, ${entry.unit_name}` : ""} · {time_in_norway(entry.at, language)}
                  </span>
                </p>
                {entry.text ? <p className="sv-prose">{text_of(entry, language)}</p> : null}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
