// An imagined case: choose where and when it begins, do what is open, and see on any day what is open, overdue and
// warned of. No real child is in it, and nothing is stored but what one saves as a scenario.
import { Button } from "@digdir/designsystemet-react";
import type { PathwayStage, PathwayTrial } from "../api/names.ts";
import { PathwayMap } from "../pathway/pathway_map.tsx";
import { DateField, SelectField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_words } from "../words/use_words.ts";
import { refusal_word, role_word, setting_word, warning_word } from "./adapt_words.ts";
import { say, type Definition } from "./definition.ts";
import { use_scope } from "./edit_scope.tsx";
import { EventLine } from "./event_line.tsx";
import { until, type Scenario } from "./scenarios.ts";
import { TrialDay } from "./trial_day.tsx";
import { happened, may_act, new_case, scenario_of, settings_of, undone, type TrialCase } from "./trial_case.ts";
import { MoreHappens, OpenSteps } from "./trial_moves.tsx";
import { use_trial } from "./use_trial.ts";

interface Props {
  text: string;
  one: TrialCase;
  set: (one: TrialCase) => void;
  on_save: (scenario: Scenario) => void;
}

export function Trial({ text, one, set, on_save }: Props) {
  const { t } = use_words();
  const { definition } = use_scope();
  const { answer, problem } = use_trial(text, one);
  const act = may_act(one) && !answer?.refused;
  return (
    <div className="sv-stack">
      <section className="sv-card sv-stack" aria-labelledby="trial-start">
        <h2 id="trial-start">{t("adapt.try.begin")}</h2>
        <p className="sv-soft">{t("adapt.try.lead")}</p>
        <Beginning definition={definition} one={one} set={set} />
      </section>
      <section className="sv-card sv-stack sv-trial-day" aria-labelledby="trial-day">
        <TrialDay one={one} set={set} />
      </section>
      {problem ? (
        <p className="sv-notice sv-notice--warm" role="alert">
          <Icon name="alert" /> {problem_text(problem, t)}
        </p>
      ) : null}
      {answer ? (
        <div className="sv-columns sv-columns--even">
          <div className="sv-stack">
            <Said answer={answer} />
            <OpenSteps answer={answer} one={one} act={act} on_event={(event) => set(happened(one, event))} />
            <MoreHappens answer={answer} one={one} act={act} on_event={(event) => set(happened(one, event))} />
            <Happened one={one} set={set} />
            <div className="sv-row">
              <Button variant="secondary" onClick={() => on_save(scenario_of(one, answer))}>
                {t("adapt.try.save")}
              </Button>
              <Button variant="tertiary" onClick={() => set(new_case(definition, one.start.on))}>
                {t("adapt.try.anew")}
              </Button>
            </div>
          </div>
          <section className="sv-card sv-stack" aria-labelledby="trial-map">
            <h2 id="trial-map">{t("map.title")}</h2>
            <TrialMap answer={answer} />
          </section>
        </div>
      ) : null}
    </div>
  );
}

function Beginning({ definition, one, set }: { definition: Definition; one: TrialCase; set: (one: TrialCase) => void }) {
  const { t, language } = use_words();
  const { vocabulary } = use_scope();
  const keys = settings_of(definition);
  // What has happened hangs on where it began.
  const begin = (start: TrialCase["start"]) => set({ ...one, start, today: start.on, events: [] });
  return (
    <>
      <div className="sv-pair">
        <SelectField
          name="start_stage"
          label={t("adapt.try.stage")}
          value={one.start.stage}
          on_change={(stage) => stage !== "" && begin({ ...one.start, stage })}
          choices={definition.stages.map((stage) => ({ value: stage.id, label: say(stage.title, language) || stage.id }))}
        />
        <DateField name="start_on" label={t("adapt.try.day")} value={one.start.on} on_change={(on) => on && begin({ ...one.start, on })} />
      </div>
      {keys.length > 0 ? (
        <details className="sv-more">
          <summary>{t("adapt.try.settings")}</summary>
          <div className="sv-more__content sv-trial-settings">
            {keys.map((key) => (
              <label key={key} className="sv-trial-setting">
                <span>{setting_word(vocabulary, key)}</span>
                <input
                  className="ds-input sv-number"
                  inputMode="numeric"
                  value={one.settings[key] ?? ""}
                  onChange={(event) => {
                    const digits = event.target.value.replace(/\D/g, "").slice(0, 3);
                    const { [key]: _, ...rest } = one.settings;
                    set({ ...one, settings: digits === "" ? rest : { ...rest, [key]: Number(digits) } });
                  }}
                />
              </label>
            ))}
          </div>
        </details>
      ) : null}
    </>
  );
}

/// What one is told on that day.
function Said({ answer }: { answer: PathwayTrial }) {
  const { t } = use_words();
  const { vocabulary, telling } = use_scope();
  return (
    <div role="status" aria-live="polite" className="sv-stack sv-stack--small">
      {answer.refused ? (
        <div className="sv-notice sv-notice--danger">
          <Icon name="alert" />
          <div>
            <p className="sv-strong">{refusal_word(t, answer.refused.code)}</p>
            <p className="sv-small">{answer.refused.message}</p>
          </div>
        </div>
      ) : null}
      {answer.ended ? (
        <p className="sv-notice">
          <Icon name="check" />
          <span>{answer.continues_in ? t("adapt.try.continues", { pathway: telling.titles.get(answer.continues_in) ?? answer.continues_in }) : t("adapt.try.ended")}</span>
        </p>
      ) : null}
      {answer.warnings.map((warning, place) => (
        <div key={`${warning.text}${place}`} className="sv-notice sv-notice--warm">
          <Icon name="alert" />
          <p>
            <strong>{warning_word(t, vocabulary, warning.text)}</strong>
            {warning.step ? ` ${telling.titles.get(warning.step) ?? warning.step}` : ""}
            {warning.say ? ` ${warning.say}` : ""}
          </p>
        </div>
      ))}
    </div>
  );
}

function Happened({ one, set }: { one: TrialCase; set: (one: TrialCase) => void }) {
  const { t } = use_words();
  const now = until(one.events, one.today);
  const later = one.events.length - now.length;
  if (one.events.length === 0) return null;
  return (
    <section className="sv-card sv-stack sv-stack--small" aria-labelledby="trial-happened">
      <div className="sv-row sv-row--between">
        <h2 id="trial-happened">{t("adapt.try.happened")}</h2>
        <Button variant="secondary" data-size="sm" onClick={() => set(undone(one))}>
          <Icon name="undo" /> {t("adapt.try.undo")}
        </Button>
      </div>
      <ol className="sv-dots">
        {now.map((event, place) => (
          <li key={place}>
            <EventLine event={event} />
          </li>
        ))}
      </ol>
      {later > 0 ? <p className="sv-small sv-soft">{t("adapt.try.later", { count: later })}</p> : null}
    </section>
  );
}

function TrialMap({ answer }: { answer: PathwayTrial }) {
  const { vocabulary } = use_scope();
  const due_of = new Map(answer.open.map((open) => [open.step, open.due_on]));
  const stages = answer.stages.map((stage, place) => ({
    id: stage.id,
    level: place + 1,
    title: stage.title,
    plain_title: stage.title,
    meaning: "",
    state: stage.state,
    steps: stage.steps.map((step) => ({
      ...step,
      plain_title: step.title,
      what: "",
      answer: undefined,
      who_title: role_word(vocabulary, step.who),
      due_on: due_of.get(step.id),
    })),
  }));
  return <PathwayMap stages={stages as unknown as PathwayStage[]} />;
}
