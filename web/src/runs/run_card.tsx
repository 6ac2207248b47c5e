// One pathway of a child: where it stands, what people should look at, its map, what its steps depend on, and what
// the one who leads can do with it.
import { Button } from "@digdir/designsystemet-react";
import { useId, useState } from "react";
import { api } from "../api/client.ts";
import type { FollowUp, Pathway } from "../api/names.ts";
import { use_follow_up, use_send } from "../follow_up/scope.tsx";
import { PathwayMap } from "../pathway/pathway_map.tsx";
import { long_date } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_words } from "../words/use_words.ts";
import { back_choices } from "./back_choices.ts";
import { BackWindow } from "./back_window.tsx";
import { MoveWindow } from "./move_window.tsx";
import { RunDates } from "./run_dates.tsx";
import { RunFlags } from "./run_flags.tsx";
import { StopWindow } from "./stop_window.tsx";
import { warning_words } from "./warning_words.ts";

export function RunCard({ pathway }: { pathway: Pathway }) {
  const { t, language } = use_words();
  const { follow_up, may } = use_follow_up();
  const heading = useId();
  const stages = pathway.stages ?? follow_up.pathway;
  const open = pathway.state === "open";
  const leads = may("lead") && follow_up.state === "open";
  const { version, ended_on } = pathway;
  const facts = [
    t("run.started", { date: long_date(pathway.started_on, language) }),
    ...(ended_on ? [t("run.ended", { date: long_date(ended_on, language) })] : []),
    ...(version === undefined ? [] : [t("run.version", { version })]),
  ];
  return (
    <section className="sv-card sv-stack" aria-labelledby={heading}>
      <div className="sv-stack sv-stack--small">
        <div className="sv-row sv-row--between">
          <h2 id={heading}>{pathway.title}</h2>
          {open ? pathway.run ? null : <span className="sv-tag sv-tag--deep">{t("run.main")}</span> : <span className="sv-tag">{t("state.closed")}</span>}
        </div>
        <p className="sv-small sv-soft">{facts.join(" · ")}</p>
        {pathway.summary ? <p className="sv-soft">{pathway.summary}</p> : null}
      </div>
      {open ? <Warnings pathway={pathway} /> : null}
      {open && pathway.newer ? <Newer pathway={pathway} newer={pathway.newer} leads={leads} /> : null}
      <PathwayMap stages={stages} />
      {open ? (
        <>
          <RunDates pathway={pathway} leads={leads} />
          <RunFlags pathway={pathway} leads={leads} />
        </>
      ) : null}
      {leads ? <Deeds pathway={pathway} /> : null}
    </section>
  );
}

function Warnings({ pathway }: { pathway: Pathway }) {
  const { t } = use_words();
  const warnings = pathway.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <div className="sv-notice sv-notice--warm">
      <Icon name="alert" />
      <div>
        <h3>{t("run.warnings")}</h3>
        <ul className="sv-list sv-stack sv-stack--small">
          {warnings.map((warning, place) => (
            <li key={`${warning.text}-${place}`}>{warning_words(warning, t)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Newer({ pathway, newer, leads }: { pathway: Pathway; newer: NonNullable<Pathway["newer"]>; leads: boolean }) {
  const { t } = use_words();
  const [open, set_open] = useState(false);
  return (
    <div className="sv-notice">
      <Icon name="info" />
      <div className="sv-stack sv-stack--small">
        <p>{t("move.notice", { version: newer.version, title: newer.title })}</p>
        {leads ? (
          <div>
            <Button variant="secondary" data-size="sm" onClick={() => set_open(true)}>
              {t("move.button")}
              <span className="sv-only-heard">: {newer.title}</span>
            </Button>
          </div>
        ) : null}
      </div>
      <MoveWindow key={`${newer.id}-${newer.version}`} open={open} on_close={() => set_open(false)} pathway={pathway} newer={newer} />
    </div>
  );
}

function Deeds({ pathway }: { pathway: Pathway }) {
  const { t } = use_words();
  const { follow_up, path } = use_follow_up();
  const { action, send } = use_send();
  const [shown, set_shown] = useState<"back" | "stop" | null>(null);
  const close = () => set_shown(null);
  const open = pathway.state === "open";
  const choices = open ? back_choices(pathway.stages ?? follow_up.pathway) : [];
  const may_stop = open && pathway.run !== undefined;
  if (choices.length === 0 && !may_stop && !pathway.may_undo) return null;
  const about = <span className="sv-only-heard">: {pathway.title}</span>;

  function undo() {
    const input = { version: follow_up.version, ...(pathway.run ? { run: pathway.run } : {}) };
    void send(() => api.post<FollowUp>(`${path}/undo`, input), t("run.undone"));
  }

  return (
    <>
      {action.problem ? (
        <p className="sv-notice sv-notice--danger" role="alert">
          {problem_text(action.problem, t)}
        </p>
      ) : null}
      <div className="sv-row sv-run-deeds">
        {choices.length > 0 ? (
          <Button variant="secondary" data-size="sm" onClick={() => set_shown("back")}>
            {t("run.back")}
            {about}
          </Button>
        ) : null}
        {pathway.may_undo ? (
          <Button variant="secondary" data-size="sm" loading={action.pending} onClick={undo}>
            {t("run.undo")}
            {about}
          </Button>
        ) : null}
        {may_stop ? (
          <Button variant="tertiary" data-size="sm" onClick={() => set_shown("stop")}>
            {t("run.stop")}
            {about}
          </Button>
        ) : null}
      </div>
      <BackWindow open={shown === "back"} on_close={close} pathway={pathway} choices={choices} />
      <StopWindow open={shown === "stop"} on_close={close} pathway={pathway} />
    </>
  );
}
