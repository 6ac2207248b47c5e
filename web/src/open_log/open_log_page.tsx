// Opening a shared log with the family: child, guardians, who must consent, their consent, where to
// begin, a look over, open. What is typed stays in memory until then.
import "./open_log.css";
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { api, type FieldFault } from "../api/client.ts";
import type { ConsentNeeds, EarlyConcern, FollowUp, Units } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_duty_subject } from "../duty/duty.tsx";
import { ViolenceWarning } from "../early_concern/violence.tsx";
import { use_person } from "../session/session.tsx";
import { use_draft } from "../shared/drafts.ts";
import { Form } from "../shared/form.tsx";
import { Icon } from "../shared/icons.tsx";
import { use_title } from "../shared/title.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { ChildStep } from "./child_step.tsx";
import { ConsentStep } from "./consent_step.tsx";
import { GuardiansStep } from "./guardians_step.tsx";
import { empty_draft, form_path_of, input_of, log_steps, step_of_path, type LogDraft, type LogStep } from "./log_draft.ts";
import { use_level_names } from "./level_names.ts";
import { NeedsStep, WithoutConsent } from "./needs_step.tsx";
import { StartStep } from "./start_step.tsx";
import { faults_of_step } from "./step_faults.ts";
import { Summary } from "./summary.tsx";

export interface StepProps {
  draft: LogDraft;
  change: (part: Partial<LogDraft>) => void;
}

export default function OpenLogPage() {
  const { t } = use_words();
  const { early_concern } = useParams();
  const { acting } = use_person();
  const navigate = useNavigate();
  const say = use_toast();
  const action = use_action();
  const asking = use_action();
  const units = use_load<Units>("/v1/units");
  const concern = use_load<EarlyConcern>(early_concern ? `/v1/early-concerns/${early_concern}` : null);
  const level_name = use_level_names();
  const draft = use_draft<LogDraft>(`open-log:${early_concern ?? "new"}`, empty_draft(acting?.unit));
  const [step, set_step] = useState<LogStep>("child");
  const [faults, set_faults] = useState<FieldFault[]>([]);
  const [needs, set_needs] = useState<ConsentNeeds>();
  const [without, set_without] = useState(false);
  use_title(t("log.title"));
  use_duty_subject("early_concern", early_concern);
  const place = log_steps.indexOf(step);

  function go(to: LogStep) {
    set_faults([]);
    action.clear();
    set_step(to);
    scrollTo(0, 0);
    requestAnimationFrame(() => document.getElementById("log-step")?.focus());
  }

  function show_without(shown: boolean) {
    set_without(shown);
    scrollTo(0, 0);
    requestAnimationFrame(() => document.getElementById("log-step")?.focus());
  }

  async function onward() {
    const found = faults_of_step(step, draft.value, needs, t);
    set_faults(found);
    if (found.length > 0) return;
    if (step === "summary") return open_log();
    if (step === "guardians") {
      const guardians = draft.value.guardians.filter((one) => one.parental_responsibility).length;
      const answer = await asking.run(() =>
        api.post<ConsentNeeds>("/v1/consent-needs", { birth_date: draft.value.child.birth_date, guardians }),
      );
      if (!answer) return;
      set_needs(answer);
      if (draft.value.level < answer.log_opens_at_level) draft.change({ level: answer.log_opens_at_level });
    }
    go(log_steps[place + 1] ?? "summary");
  }

  async function open_log() {
    const opened = await action.run(() => api.post<FollowUp>("/v1/follow-ups", input_of(draft.value, early_concern)));
    if (!opened) return;
    draft.forget();
    say(t("log.opened"));
    await navigate(`/follow-ups/${opened.id}`, { replace: true });
  }

  const refused = action.problem;
  const consent_lacks = refused?.code === "consent_incomplete" || refused?.code === "consent_missing";
  const refused_fields = (refused?.fields ?? []).map((fault) => ({ ...fault, path: form_path_of(fault.path, draft.value) }));
  const shown_faults = faults.length > 0 ? faults : refused_fields.filter((fault) => step_of_path(fault.path) === step);
  const elsewhere = [...new Set(refused_fields.map((fault) => step_of_path(fault.path)).filter((one) => one !== step))];
  const props = { draft: draft.value, change: draft.change };

  return (
    <div className="sv-page sv-page--narrow sv-stack">
      <Link to={early_concern ? `/early-concerns/${early_concern}` : "/workbench"} className="sv-onward">
        <Icon name="back" /> {early_concern ? t("log.back_to_concern") : t("nav.workbench")}
      </Link>
      <h1 tabIndex={-1}>{t("log.title")}</h1>
      {concern.data?.suspicion_of_violence ? null : (
        <>
          <p className="sv-lead">{t("log.lead")}</p>
          <p className="sv-small sv-soft sv-private">
            <Icon name="lock" /> {t("log.memory_only")}
          </p>
          <StepLine at={step} on_go={(to) => log_steps.indexOf(to) < place && go(to)} />
        </>
      )}

      {concern.data?.suspicion_of_violence ? (
        <>
          <p className="sv-lead">{t("log.suspicion")}</p>
          <ViolenceWarning />
        </>
      ) : without ? (
        <WithoutConsent early_concern={early_concern} on_back={() => show_without(false)} />
      ) : (
        <Form
          className="sv-card sv-stack"
          problem={step === "summary" && !consent_lacks && refused_fields.length === 0 ? refused : asking.problem}
          faults={shown_faults}
          on_submit={() => void onward()}
        >
          <h2 id="log-step" tabIndex={-1}>
            {t(`log.step_${step}`)}
          </h2>
          {elsewhere.map((one) => (
            <FaultsElsewhere key={one} step={one} faults={refused_fields} on_go={set_step} />
          ))}
          {step === "child" ? <ChildStep {...props} /> : null}
          {step === "guardians" ? <GuardiansStep {...props} /> : null}
          {step === "needs" && needs ? <NeedsStep needs={needs} draft={draft.value} /> : null}
          {step === "consent" && needs ? <ConsentStep {...props} needs={needs} units={units} /> : null}
          {step === "start" && needs ? <StartStep {...props} lowest={needs.log_opens_at_level} level_name={level_name} /> : null}
          {step === "summary" ? <Summary draft={draft.value} units={units.data} level_name={level_name} on_go={go} /> : null}
          {consent_lacks && refused ? (
            <div className="sv-notice sv-notice--warm" role="alert">
              <Icon name="alert" />
              <p>{refused.message}</p>
            </div>
          ) : null}
          <div className="sv-row sv-row--between sv-log-foot">
            {place > 0 ? (
              <Button variant="tertiary" onClick={() => go(log_steps[place - 1] ?? "child")}>
                <Icon name="back" /> {t("writing.previous")}
              </Button>
            ) : (
              <span />
            )}
            <Button type="submit" loading={action.pending || asking.pending}>
              {step === "summary" ? t("log.open") : t("writing.next")}
            </Button>
          </div>
          {step === "needs" || step === "consent" || consent_lacks ? (
            <button type="button" className="sv-link" onClick={() => show_without(true)}>
              {t("log.no_consent")}
            </button>
          ) : null}
        </Form>
      )}
    </div>
  );
}

interface ElsewhereProps {
  step: LogStep;
  faults: FieldFault[];
  on_go: (step: LogStep) => void;
}

/// What the server found on another step, and the way there.
function FaultsElsewhere({ step, faults, on_go }: ElsewhereProps) {
  const { t } = use_words();
  return (
    <div className="sv-notice sv-notice--danger" role="alert">
      <Icon name="alert" />
      <div>
        <button type="button" className="sv-link sv-strong" onClick={() => on_go(step)}>
          {t("log.faults_in", { step: t(`log.step_${step}`) })}
        </button>
        {faults
          .filter((fault) => step_of_path(fault.path) === step)
          .map((fault) => (
            <p key={fault.path}>{fault.message}</p>
          ))}
      </div>
    </div>
  );
}

function StepLine({ at, on_go }: { at: LogStep; on_go: (step: LogStep) => void }) {
  const { t } = use_words();
  const place = log_steps.indexOf(at);
  return (
    <nav aria-label={t("log.steps")}>
      <p className="sv-small sv-strong sv-log-place">{t("log.place", { place: place + 1, count: log_steps.length })}</p>
      <ol className="sv-log-line">
        {log_steps.map((one, index) => (
          <li key={one} aria-current={one === at ? "step" : undefined} className={index < place ? "sv-log-line__done" : ""}>
            <button type="button" disabled={index >= place} onClick={() => on_go(one)}>
              {t(`log.step_${one}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
