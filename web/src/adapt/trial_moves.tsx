// What one can let happen in an imagined case on its day: do what is open, skip, go back, raise flags, record days.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { PathwayTrial, TrialOpen } from "../api/names.ts";
import { short_date } from "../shared/dates.ts";
import { DateField, SelectField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { role_word } from "./adapt_words.ts";
import { say, steps_of, type Track } from "./definition.ts";
import { use_scope } from "./edit_scope.tsx";
import { until, type ScenarioEvent } from "./scenarios.ts";
import { flags_up, type TrialCase } from "./trial_case.ts";

interface Props {
  answer: PathwayTrial;
  one: TrialCase;
  /// A day that lies before something that has happened is for looking only.
  act: boolean;
  on_event: (event: ScenarioEvent) => void;
}

export function OpenSteps({ answer, one, act, on_event }: Props) {
  const { t } = use_words();
  if (answer.ended) return null;
  return (
    <section className="sv-card sv-stack" aria-labelledby="trial-open">
      <h2 id="trial-open">{t("adapt.try.open", { count: answer.open.length })}</h2>
      <ul className="sv-list sv-list--lined">
        {answer.open.map((open) => (
          <li key={open.step}>
            <OpenStep open={open} is_next={answer.next?.step === open.step} answer={answer} one={one} act={act} on_event={on_event} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OpenStep({ open, is_next, answer, one, act, on_event }: Props & { open: TrialOpen; is_next: boolean }) {
  const { t, language } = use_words();
  const { vocabulary, definition } = use_scope();
  const [dating, set_dating] = useState(false);
  const step = answer.stages.flatMap((stage) => stage.steps).find((row) => row.id === open.step);
  const track = open.track ? track_of(steps_of(definition).flatMap((part) => part.step.tracks ?? []), open.track) : undefined;
  const on = one.today;
  const answers = step?.answers ?? [];
  const facts = [
    open.track_title,
    role_word(vocabulary, open.who),
    open.waits_for ? t("adapt.map.waits_for", { role: role_word(vocabulary, open.waits_for) }) : "",
  ].filter(Boolean);
  return (
    <div className="sv-stack sv-stack--small">
      <p className="sv-row">
        <strong>{open.title}</strong>
        {is_next ? <span className="sv-tag sv-tag--warm">{t("map.next")}</span> : null}
        {open.due_on ? (
          <span className={open.overdue ? "sv-tag sv-tag--late" : "sv-tag"}>
            <Icon name="calendar" /> {open.overdue ? t("date.overdue", { date: short_date(open.due_on, language, on) }) : short_date(open.due_on, language, on)}
          </span>
        ) : (
          <span className="sv-tag">{t("date.none")}</span>
        )}
      </p>
      <p className="sv-small sv-soft">{facts.join(" · ")}</p>
      {act ? (
        <div className="sv-choices">
          {answers.length === 0 ? (
            <Button data-size="sm" onClick={() => on_event({ on, done: open.step })}>
              <Icon name="check" /> {t("step.done")}
            </Button>
          ) : (
            answers.map((row) => (
              <Button key={row.id} data-size="sm" variant="secondary" onClick={() => on_event({ on, done: open.step, answer: row.id })}>
                {row.label}
              </Button>
            ))
          )}
          {step?.may_skip ? (
            <Button data-size="sm" variant="tertiary" onClick={() => on_event({ on, skipped: open.step })}>
              {t("adapt.try.skip")}
            </Button>
          ) : null}
          {track?.may_skip ? (
            <Button data-size="sm" variant="tertiary" onClick={() => on_event({ on, skipped: track.id })}>
              {t("adapt.try.skip_track")}
            </Button>
          ) : null}
          <Button data-size="sm" variant="tertiary" aria-expanded={dating} onClick={() => set_dating(!dating)}>
            {t("step.change_date")}
          </Button>
        </div>
      ) : null}
      {act && dating ? (
        <Dated
          label={t("step.new_date")}
          first={open.due_on ?? on}
          on_day={(due) => {
            on_event({ on, due_set: open.step, due });
            set_dating(false);
          }}
        />
      ) : null}
    </div>
  );
}

function track_of(tracks: Track[], id: string): Track | undefined {
  return tracks.find((track) => track.id === id);
}

function Dated({ label, first, on_day }: { label: string; first: string; on_day: (day: string) => void }) {
  const { t } = use_words();
  const [day, set_day] = useState(first);
  return (
    <div className="sv-row sv-dated">
      <DateField name={label} label={label} value={day} on_change={set_day} />
      <Button data-size="sm" variant="secondary" onClick={() => day && on_day(day)}>
        {t("adapt.try.set")}
      </Button>
    </div>
  );
}

/// Flags, recorded days, going back, another stage, the end.
export function MoreHappens({ answer, one, act, on_event }: Props) {
  const { t, language } = use_words();
  const { definition } = use_scope();
  const [date, set_date] = useState("");
  const on = one.today;
  if (!act) return null;
  const up = flags_up(until(one.events, on));
  const done = answer.stages.flatMap((stage) => stage.steps).filter((step) => step.state === "done" || step.state === "skipped");
  const others = definition.stages.filter((stage) => stage.id !== answer.stage || answer.ended);
  const stages = others.map((stage) => ({ value: stage.id, label: say(stage.title, language) || stage.id }));
  return (
    <details className="sv-more sv-card">
      <summary>{t("adapt.try.more")}</summary>
      <div className="sv-more__content sv-stack">
        {(definition.flags ?? []).length > 0 && !answer.ended ? (
          <div className="sv-choices" role="group" aria-label={t("adapt.flags.title")}>
            {(definition.flags ?? []).map((flag) => (
              <button key={flag.id} type="button" className="sv-chip" aria-pressed={up.has(flag.id)} onClick={() => on_event(up.has(flag.id) ? { on, flag_lowered: flag.id } : { on, flag: flag.id })}>
                {say(flag.question, language) || flag.id}
              </button>
            ))}
          </div>
        ) : null}
        {(definition.dates ?? []).length > 0 && !answer.ended ? (
          <>
            <SelectField name="trial_date" label={t("adapt.dates.title")} value={date} on_change={set_date} choices={(definition.dates ?? []).map((row) => ({ value: row.id, label: say(row.question, language) || row.id }))} />
            {date ? <Dated label={t("adapt.event.date")} first={on} on_day={(day) => on_event({ on, date, day })} /> : null}
          </>
        ) : null}
        {done.length > 0 && !answer.ended ? (
          <SelectField name="trial_back" label={t("adapt.event.back_to")} value="" on_change={(step) => step !== "" && on_event({ on, back_to: step })} choices={done.map((step) => ({ value: step.id, label: step.title }))} />
        ) : null}
        <SelectField
          name="trial_stage"
          label={answer.ended ? t("adapt.event.reopened_in") : t("adapt.event.moved_to")}
          value=""
          on_change={(stage) => stage !== "" && on_event(answer.ended ? { on, reopened_in: stage } : { on, moved_to: stage })}
          choices={stages}
        />
        {answer.ended ? null : (
          <div>
            <Button variant="tertiary" data-size="sm" onClick={() => on_event({ on, ended: true })}>
              {t("adapt.event.ended")}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
