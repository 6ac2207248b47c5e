// One scenario: the situation, where it begins, what happens, and what must be next then.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { FieldFault } from "../api/client.ts";
import { CheckField, DateField, SelectField, TextField, YesField } from "../shared/fields.tsx";
import { missing } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { FormWindow } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { event_word, refusal_word, role_word, setting_word, warning_word } from "./adapt_words.ts";
import { say, steps_of } from "./definition.ts";
import { use_scope } from "./edit_scope.tsx";
import { about_of, event_kinds, in_order, kind_of, make_event, refusals, type EventKind, type Expectation, type Scenario, type ScenarioEvent } from "./scenarios.ts";
import { settings_of } from "./trial_case.ts";

interface Props {
  scenario: Scenario;
  is_new: boolean;
  on_close: () => void;
  on_save: (scenario: Scenario) => void;
}

interface Row {
  value: string;
  label: string;
}

/// What events and expectations can name, by what they are called.
function use_named(): Record<"step" | "stage" | "flag" | "date", Row[]> {
  const { language } = use_words();
  const { definition } = use_scope();
  const questions = (list: { id: string; question?: object }[] | undefined) => (list ?? []).map((one) => ({ value: one.id, label: say(one.question, language) || one.id }));
  return {
    step: steps_of(definition).map((part) => ({ value: part.id, label: say(part.title, language) || part.id })),
    stage: definition.stages.map((stage) => ({ value: stage.id, label: say(stage.title, language) || stage.id })),
    flag: questions(definition.flags),
    date: questions(definition.dates),
  };
}

const about: Record<EventKind, "step" | "stage" | "flag" | "date" | null> = {
  done: "step",
  due_set: "step",
  skipped: "step",
  back_to: "step",
  flag: "flag",
  flag_lowered: "flag",
  date: "date",
  moved_to: "stage",
  reopened_in: "stage",
  ended: null,
};

export function ScenarioForm({ scenario, is_new, on_close, on_save }: Props) {
  const { t } = use_words();
  const named = use_named();
  const { definition, vocabulary } = use_scope();
  const [mine, set_mine] = useState(scenario);
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const change = (part: Partial<Scenario>) => set_mine((old) => ({ ...old, ...part }));
  const keys = [...new Set([...settings_of(definition), ...Object.keys(mine.settings ?? {})])];
  const last = mine.events[mine.events.length - 1]?.on ?? mine.start.on;

  function save() {
    const found = missing(t, { situation: mine.situation.trim() });
    set_faults(found);
    if (found.length > 0) return;
    const { settings, ...rest } = mine;
    const kept = settings && Object.keys(settings).length > 0 ? { settings } : {};
    on_save({ situation: mine.situation.trim(), start: rest.start, ...kept, events: in_order(mine.events), expect: mine.expect });
  }
  function write_event(place: number, event: ScenarioEvent | null) {
    change({ events: event ? mine.events.map((one, at) => (at === place ? event : one)) : mine.events.filter((_, at) => at !== place) });
  }
  return (
    <FormWindow open wide title={is_new ? t("adapt.scenarios.add") : t("adapt.scenarios.change")} on_close={on_close} submit_label={t("adapt.scenarios.keep")} pending={false} problem={undefined} faults={faults} on_submit={save}>
      <TextField name="situation" label={t("adapt.scenarios.situation")} help={t("adapt.scenarios.situation_help")} value={mine.situation} on_change={(situation) => change({ situation })} max_length={300} />
      <div className="sv-pair">
        <SelectField name="start.stage" label={t("adapt.try.stage")} value={mine.start.stage} on_change={(stage) => change({ start: { ...mine.start, stage } })} choices={named.stage} />
        <DateField name="start.on" label={t("adapt.try.day")} value={mine.start.on} on_change={(on) => change({ start: { ...mine.start, on } })} />
      </div>
      {keys.length > 0 ? (
        <details className="sv-more">
          <summary>{t("adapt.try.settings")}</summary>
          <div className="sv-more__content sv-stack sv-stack--small">
            {keys.map((key) => (
              <TextField
                key={key}
                name={`settings.${key}`}
                label={setting_word(vocabulary, key)}
                short
                input_mode="numeric"
                value={mine.settings?.[key] === undefined ? "" : String(mine.settings[key])}
                on_change={(text) => {
                  const { [key]: _, ...rest } = mine.settings ?? {};
                  const digits = text.replace(/\D/g, "").slice(0, 3);
                  change({ settings: digits === "" ? rest : { ...rest, [key]: Number(digits) } });
                }}
              />
            ))}
          </div>
        </details>
      ) : null}
      <h3>{t("adapt.try.happened")}</h3>
      {mine.events.map((event, place) => (
        <EventForm key={place} event={event} place={place} named={named} on_change={(next) => write_event(place, next)} />
      ))}
      <div>
        <Button variant="tertiary" data-size="sm" onClick={() => change({ events: [...mine.events, make_event(last, "done", named.step[0]?.value ?? "")] })}>
          <Icon name="plus" /> {t("adapt.scenarios.add_event")}
        </Button>
      </div>
      <h3>{t("adapt.scenarios.expect")}</h3>
      <ExpectForm expect={mine.expect} named={named} day={last} on_change={(expect) => change({ expect })} />
    </FormWindow>
  );
}

interface EventProps {
  event: ScenarioEvent;
  place: number;
  named: ReturnType<typeof use_named>;
  on_change: (event: ScenarioEvent | null) => void;
}

function EventForm({ event, place, named, on_change }: EventProps) {
  const { t, language } = use_words();
  const { definition } = use_scope();
  const kind = kind_of(event);
  const rows = about[kind] ? named[about[kind]] : [];
  const step = kind === "done" ? steps_of(definition).find((part) => part.id === event.done)?.step : undefined;
  const answers = (step?.answers ?? []).map((one) => ({ value: one.answer, label: say(one.label, language) || one.answer }));
  const name = (member: string) => `events.${place}.${member}`;
  return (
    <section className="sv-edit-part" aria-label={`${place + 1}. ${event_word(t, kind)}`}>
      <div className="sv-pair">
        <DateField name={name("on")} label={t("adapt.scenarios.day")} value={event.on} on_change={(on) => on_change({ ...event, on })} />
        <SelectField
          name={name("kind")}
          label={t("adapt.scenarios.what")}
          value={kind}
          on_change={(next) => next !== "" && on_change(make_event(event.on, next, about[next] ? (named[about[next]][0]?.value ?? "") : ""))}
          choices={event_kinds.map((one) => ({ value: one, label: event_word(t, one) }))}
        />
      </div>
      {about[kind] ? <SelectField name={name("about")} label={event_word(t, kind)} value={about_of(event)} on_change={(id) => on_change(make_event(event.on, kind, id))} choices={rows} /> : null}
      {answers.length > 0 ? <SelectField name={name("answer")} label={t("adapt.answers.label")} value={event.answer ?? ""} on_change={(answer) => on_change({ ...event, answer })} choices={answers} /> : null}
      {kind === "due_set" ? <DateField name={name("due")} label={t("step.new_date")} value={event.due ?? ""} on_change={(due) => on_change({ ...event, due })} /> : null}
      {kind === "date" ? <DateField name={name("day")} label={t("adapt.scenarios.day")} value={event.day ?? ""} on_change={(day) => on_change({ ...event, day })} /> : null}
      <div>
        <Button variant="tertiary" data-size="sm" aria-label={`${t("adapt.remove")}: ${place + 1}`} onClick={() => on_change(null)}>
          {t("adapt.remove")}
        </Button>
      </div>
    </section>
  );
}

interface ExpectProps {
  expect: Expectation;
  named: ReturnType<typeof use_named>;
  day: string;
  on_change: (expect: Expectation) => void;
}

function ExpectForm({ expect, named, day, on_change }: ExpectProps) {
  const { t } = use_words();
  const { definition, pathways } = use_scope();
  const outcome = expect.refused !== undefined ? "refused" : expect.ended ? "ended" : "next";
  const stage = expect.stage ?? definition.stages[0]?.id ?? "";
  const choose: Record<string, Expectation> = {
    next: { stage, next: named.step[0]?.value ?? "", due: null },
    ended: { ended: true, stage },
    refused: { refused: "step_not_next" },
  };
  return (
    <div className="sv-stack">
      <SelectField
        name="expect.outcome"
        label={t("adapt.scenarios.outcome")}
        value={outcome}
        on_change={(next) => next !== "" && on_change(choose[next] ?? expect)}
        choices={(["next", "ended", "refused"] as const).map((one) => ({ value: one, label: t(`adapt.outcome.${one}`) }))}
      />
      {outcome === "refused" ? (
        <SelectField name="expect.refused" label={t("adapt.scenarios.why_refused")} value={expect.refused ?? ""} on_change={(refused) => on_change({ refused })} choices={refusals.map((code) => ({ value: code, label: refusal_word(t, code) }))} />
      ) : (
        <SelectField name="expect.stage" label={t("adapt.part.stage")} value={stage} on_change={(next) => on_change({ ...expect, stage: next })} choices={named.stage} />
      )}
      {outcome === "ended" ? (
        <SelectField
          name="expect.continues_in"
          label={t("adapt.scenarios.continues_in")}
          empty_label={t("adapt.scenarios.nowhere")}
          value={expect.continues_in ?? ""}
          on_change={(id) => on_change({ ended: true, stage, ...(id ? { continues_in: id } : {}) })}
          choices={pathways.map((row) => ({ value: row.id, label: row.title }))}
        />
      ) : null}
      {outcome === "next" ? <NextExpected expect={expect} named={named} day={day} on_change={on_change} /> : null}
    </div>
  );
}

const warnings = ["overdue", "escalated:leader", "escalated:coordinating_unit", "entry_not_met", "exit_not_met", "consent_missing"];

function NextExpected({ expect, named, day, on_change }: ExpectProps) {
  const { t } = use_words();
  const { vocabulary } = use_scope();
  const roles = vocabulary.roles.map((role) => `escalated:${role.id}`).filter((word) => expect.warnings?.includes(word) && !warnings.includes(word));
  const label = (word: string) => (word.startsWith("escalated:") ? t("adapt.warning.escalated", { role: role_word(vocabulary, word.slice(10)) }) : warning_word(t, vocabulary, word));
  const { open, today, warnings: expected, ...rest } = expect;
  return (
    <>
      <SelectField name="expect.next" label={t("adapt.scenarios.next")} value={expect.next ?? ""} on_change={(next) => on_change({ ...expect, next })} choices={named.step} />
      <DateField name="expect.due" label={t("adapt.scenarios.due")} help={t("adapt.scenarios.due_help")} value={expect.due ?? ""} on_change={(due) => on_change({ ...expect, due: due === "" ? null : due })} />
      <details className="sv-more" open={open !== undefined || undefined}>
        <summary>{t("adapt.scenarios.open")}</summary>
        <div className="sv-more__content">
          <CheckField name="expect.open" label={t("adapt.scenarios.open")} value={open ?? []} on_change={(ids) => on_change({ ...rest, ...(ids.length > 0 ? { open: ids } : {}), ...(today ? { today, warnings: expected ?? [] } : {}) })} choices={named.step} />
        </div>
      </details>
      <YesField label={t("adapt.scenarios.with_warnings")} value={today !== undefined} on_change={(yes) => on_change({ ...rest, ...(open ? { open } : {}), ...(yes ? { today: day, warnings: [] } : {}) })} />
      {today !== undefined ? (
        <>
          <DateField name="expect.today" label={t("adapt.scenarios.today")} value={today} on_change={(next) => on_change({ ...expect, today: next })} />
          <CheckField name="expect.warnings" label={t("adapt.scenarios.warnings")} value={expected ?? []} on_change={(words) => on_change({ ...expect, warnings: words })} choices={[...warnings, ...roles].map((word) => ({ value: word, label: label(word) }))} />
        </>
      ) : null}
    </>
  );
}
