// At one glance: what happens next, by when, and who has the baton.
import "./next_step.css";
import type { ReactNode } from "react";
import type { NextStep } from "../api/names.ts";
import { day_and_date, long_date, today_in_norway } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { distance } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

interface Props {
  next_step: NextStep;
  /// The one who has the baton, as a line of its own.
  holder?: ReactNode;
  /// What the person may do here.
  children?: ReactNode;
  /// The family reads everyday words and no instructions.
  plain?: boolean;
  compact?: boolean;
  /// The pathway it is of, when there are several.
  pathway_title?: string | undefined;
  /// What else is open.
  others?: ReactNode;
}

/// Whose step it is goes without saying when it is the one who leads, or the only one who sees it.
const said_by_holder = new Set(["holder", "author"]);

export function NextStepCard({ next_step, holder, children, plain = false, compact = false, pathway_title, others }: Props) {
  const { t, language } = use_words();
  const today = today_in_norway();
  return (
    <section className={compact ? "sv-now sv-now--compact" : "sv-now"} aria-labelledby="next-step">
      <svg className="sv-now__paths" viewBox="0 0 200 300" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
        <path d="M40 320C50 190 140 190 140 90V-10" />
        <path d="M230 320C220 200 140 200 140 90" />
      </svg>
      <div className="sv-now__body">
        <p className="sv-now__eyebrow">{t("next.eyebrow")}</p>
        <div>
          <h2 id="next-step" tabIndex={-1} className="sv-now__title">
            {plain ? next_step.plain_title : next_step.title}
          </h2>
          <Of next_step={next_step} pathway_title={pathway_title} />
          {others}
        </div>
        {next_step.note ? <p className="sv-now__note">{next_step.note}</p> : null}
        <dl className="sv-now__facts">
          <div>
            <dt>{t("next.by_when")}</dt>
            <dd>
              {next_step.due_on ? (
                <>
                  <time dateTime={next_step.due_on} className="sv-now__date">
                    {day_and_date(next_step.due_on, language, today)}
                  </time>
                  <span className={next_step.overdue ? "sv-now__far sv-now__far--late" : "sv-now__far"}>
                    {next_step.overdue ? t("next.passed", { distance: distance(next_step.due_on, today, t) }) : distance(next_step.due_on, today, t)}
                  </span>
                </>
              ) : (
                t("next.no_date")
              )}
            </dd>
          </div>
          {holder ? (
            <div>
              <dt>{plain ? t("next.leads") : t("next.holder")}</dt>
              <dd>{holder}</dd>
            </div>
          ) : null}
          {said_by_holder.has(next_step.who) || next_step.who_title === next_step.waits_for_title ? null : (
            <div className="sv-now__who">
              <dt>{t("next.who")}</dt>
              <dd>{next_step.who_title}</dd>
            </div>
          )}
          {next_step.waits_for_title ? (
            <div>
              <dt>{t("next.waits_for")}</dt>
              <dd>
                {next_step.waits_for_title}
                <span className="sv-now__far">{t("next.waiting_since", { date: long_date(next_step.open_since, language) })}</span>
              </dd>
            </div>
          ) : null}
        </dl>
        {plain || next_step.verified ? null : (
          <p className="sv-now__unchecked">
            <strong>{t("next.unchecked")}</strong> <span>{t("next.unchecked_why")}</span>
          </p>
        )}
        {plain ? null : <HowTo next_step={next_step} />}
        {children ? <div className="sv-now__actions">{children}</div> : null}
      </div>
    </section>
  );
}

/// Which pathway and track it is of, where that is not plain.
function Of({ next_step, pathway_title }: { next_step: NextStep; pathway_title: string | undefined }) {
  const places = [pathway_title, next_step.track_title].filter((title) => title !== undefined);
  if (places.length === 0) return null;
  return <p className="sv-now__of">{places.join(" · ")}</p>;
}

function HowTo({ next_step }: { next_step: NextStep }) {
  const { t } = use_words();
  return (
    <details className="sv-more sv-now__how">
      <summary>{t("next.how")}</summary>
      <div className="sv-more__content sv-stack sv-stack--small">
        {next_step.what ? <p>{next_step.what}</p> : null}
        {next_step.how ? <p>{next_step.how}</p> : null}
        {next_step.tools.length > 0 ? (
          <ul className="sv-tools">
            {next_step.tools.map((tool) => (
              <li key={tool}>
                <Icon name="note" /> {tool}
              </li>
            ))}
          </ul>
        ) : null}
        {next_step.why ? (
          <p className="sv-small">
            <strong>{t("next.why")}</strong> {next_step.why}
          </p>
        ) : null}
        {next_step.source ? (
          <p className="sv-small">
            {t("next.source")} <SourceText source={next_step.source} />
          </p>
        ) : null}
      </div>
    </details>
  );
}

function SourceText({ source }: { source: string }) {
  if (!source.startsWith("http")) return <>{source}</>;
  const host = source.replace(/^https?:\/\/(www\.)?/, "").split("/")[0];
  return (
    <a href={source} target="_blank" rel="noreferrer">
      {host}
    </a>
  );
}
