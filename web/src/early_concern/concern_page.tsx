// One early concern: what is next at the top; the writing, saved as one writes; where we are; discussing
// without names; measures in one's own service.
import "./concern.css";
import { Button } from "@digdir/designsystemet-react";
import { useMemo, useState, type ReactNode } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { api } from "../api/client.ts";
import type { EarlyConcern, StepAnswer } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_duty_subject } from "../duty/duty.tsx";
import { GuideLink } from "../guide/guide_link.tsx";
import { NextStepCard } from "../pathway/next_step_card.tsx";
import { PathwayMap } from "../pathway/pathway_map.tsx";
import { StepWindow } from "../pathway/step_window.tsx";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { SaveMark } from "../shared/save_mark.tsx";
import { use_title } from "../shared/title.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_autosave } from "../shared/use_autosave.ts";
import { problem_text } from "../shared/problem_text.ts";
import { use_words } from "../words/use_words.ts";
import { ConcernConflict } from "./concern_conflict.tsx";
import { edit_of, type ConcernEdit } from "./concern_edit.ts";
import { Discussions } from "./discussions.tsx";
import { OwnMeasures } from "./own_measures.tsx";
import { RedateWindow } from "./redate_window.tsx";
import { send_change } from "./send_change.ts";
import { Violence, ViolenceWarning } from "./violence.tsx";
import { Writing } from "./writing.tsx";

export default function ConcernPage() {
  const { early_concern } = useParams();
  const path = `/v1/early-concerns/${early_concern ?? ""}`;
  const loaded = use_load<EarlyConcern>(path);
  const { t } = use_words();
  use_title(t("concern.title"));
  use_duty_subject("early_concern", early_concern);
  return (
    <WhenLoaded loaded={loaded}>
      {(concern) => <ConcernView key={concern.id} concern={concern} path={path} set={loaded.set} />}
    </WhenLoaded>
  );
}

const opens_log = (answer: StepAnswer) => answer.leads === "stage" && /^level_[23]$/.test(answer.to ?? "");

interface ViewProps {
  concern: EarlyConcern;
  path: string;
  set: (concern: EarlyConcern) => void;
}

function ConcernView({ concern, path, set }: ViewProps) {
  const { t } = use_words();
  const say = use_toast();
  const navigate = useNavigate();
  const undo = use_action();
  const [doing, set_doing] = useState(false);
  const [redating, set_redating] = useState(false);
  const stored = useMemo(() => edit_of(concern), [concern]);
  const autosave = use_autosave<ConcernEdit, EarlyConcern>(path, stored, {
    save: (edit, version) => api.put<EarlyConcern>(path, { version, ...edit }),
    read: edit_of,
    on_saved: set,
  });
  const open = concern.state === "open";
  const suspicion = autosave.mine.suspicion_of_violence;
  const next_step = concern.next_step;
  const answers = next_step?.answers.filter((answer) => !suspicion || !opens_log(answer)) ?? [];
  const left_out = next_step !== undefined && answers.length < next_step.answers.length;
  const open_log = () => void navigate(`/early-concerns/${concern.id}/open-log`);

  async function undo_last() {
    const next = await undo.run(async () => {
      const { version } = await autosave.store();
      return send_change(() => api.post<EarlyConcern>(`${path}/undo`, { version }), set);
    });
    if (!next) return;
    set(next);
    say(t("step.undone"));
  }

  const undo_button = concern.may_undo ? (
    <Button variant="tertiary" loading={undo.pending} onClick={() => void undo_last()}>
      <Icon name="undo" /> {t("step.undo")}
    </Button>
  ) : null;

  return (
    <div className="sv-page sv-stack">
      <div className="sv-stack sv-stack--small">
        <div className="sv-row sv-row--between">
          <Link to="/workbench" className="sv-onward">
            <Icon name="back" /> {t("nav.workbench")}
          </Link>
          <GuideLink chapter="concern" />
        </div>
        <div className="sv-row sv-row--between">
          <h1 tabIndex={-1}>{autosave.mine.label || t("concern.title")}</h1>
          {open || autosave.standing !== "saved" ? <SaveMark autosave={autosave} /> : null}
        </div>
        <p className="sv-soft sv-private-line">
          <Icon name="lock" /> {t("concern.private_short")}
        </p>
      </div>

      {next_step && open ? (
        <NextStepCard next_step={next_step}>
          <Button onClick={() => set_doing(true)}>{next_step.answers.length > 0 ? t("step.decide") : t("step.do")}</Button>
          <Button variant="secondary" onClick={() => set_redating(true)}>
            {t("step.change_date")}
          </Button>
          {undo_button}
        </NextStepCard>
      ) : (
        <Ended concern={concern}>{undo_button}</Ended>
      )}
      {undo.problem ? (
        <p className="sv-notice sv-notice--warm" role="alert">
          {problem_text(undo.problem, t)}
        </p>
      ) : null}
      {suspicion && open ? <ViolenceWarning /> : null}

      <div className="sv-columns">
        <div className="sv-stack">
          <Violence edit={autosave.mine} change={autosave.change} flush={autosave.flush} read_only={!open} />
          <Writing concern={concern} edit={autosave.mine} change={autosave.change} read_only={!open} />
        </div>
        <div className="sv-stack">
          <section className="sv-card" aria-labelledby="map">
            <h2 id="map" className="sv-gap-below">
              {t("map.title")}
            </h2>
            <PathwayMap stages={concern.pathway} />
          </section>
          {concern.level >= 1 ? <OwnMeasures concern={concern} path={path} set={set} read_only={!open} suspicion={suspicion} /> : null}
          <Discussions concern={concern} path={path} set={set} read_only={!open} />
        </div>
      </div>

      {next_step ? (
        <>
          <StepWindow<EarlyConcern>
            open={doing}
            on_close={() => set_doing(false)}
            next_step={left_out ? { ...next_step, what: "", answers } : next_step}
            notice={suspicion && next_step.answers.length > 0 ? <ViolenceWarning /> : null}
            version={concern.version}
            path={`${path}/steps`}
            before={async () => (await autosave.store()).version}
            on_changed={set}
            on_done={(next) => {
              set(next);
              set_doing(false);
              say(next.state === "ended" ? t("concern.ended") : t("step.saved"));
            }}
            opens_log={opens_log}
            on_open_log={open_log}
          />
          <RedateWindow open={redating} on_close={() => set_redating(false)} path={path} set={set} store={autosave.store} />
        </>
      ) : null}
      {autosave.conflict ? (
        <ConcernConflict
          {...autosave.conflict}
          mine={autosave.mine}
          on_resolve={(edit) => {
            undo.clear();
            autosave.resolve(edit);
          }}
        />
      ) : null}
    </div>
  );
}

function Ended({ concern, children }: { concern: EarlyConcern; children: ReactNode }) {
  const { t } = use_words();
  return (
    <section className="sv-card sv-card--deep sv-stack sv-stack--small">
      <h2>{t(`concern_state.${concern.state}`)}</h2>
      {concern.ended_reason ? <p className="sv-prose">{concern.ended_reason}</p> : null}
      {concern.follow_up ? (
        <Link to={`/follow-ups/${concern.follow_up}`} className="sv-onward">
          {t("concern.to_follow_up")} <Icon name="arrow" />
        </Link>
      ) : null}
      {children ? <div>{children}</div> : null}
    </section>
  );
}
