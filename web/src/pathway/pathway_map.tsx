// The pathway as a map: the levels are stations on one road, with "you are here"; under it the steps of
// the station one looks at. An ordered list with words for every state, so that it reads the same when
// it is heard.
import "./pathway_map.css";
import { useEffect, useId, useState, type CSSProperties, type ReactNode } from "react";
import type { PathwayStage } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { short_date, today_in_norway } from "../shared/dates.ts";
import { use_words } from "../words/use_words.ts";
import { rows_of, type MapStep, type MapTrack } from "./map_rows.ts";

interface Props {
  stages: PathwayStage[];
  plain?: boolean;
}

/// More stations than this, or longer words, leave no room for their names where it is narrow; the panel says the name
/// then.
const few = 4;
const letters_that_fit = 44;

/// How high each station lies, in percent of the road's height: the road climbs gently and winds.
const heights = [70, 38, 62, 30, 54, 26, 50, 30, 50, 30];

/// "Nivå 2: Samarbeid" is "Samarbeid" under a circle that says 2. A municipality's own name stays as it is.
function without_number(title: string): string {
  return title.replace(/^\S+ \d: (?=\S)/, "");
}

/// Where one is; of a pathway that has ended, where it ended.
function place_to_show(stages: PathwayStage[]): number {
  const here = stages.findIndex((stage) => stage.state === "here");
  return Math.max(0, here >= 0 ? here : stages.findLastIndex((stage) => stage.state === "passed"));
}

/// Whether the longest words of the names fit beside each other on a phone.
function names_fit(names: string[]): boolean {
  const longest = (name: string) => Math.max(...name.split(/\s/).map((word) => word.length));
  return names.length <= few && names.length * Math.max(...names.map(longest)) <= letters_that_fit;
}

function share_of(place: number): CSSProperties {
  return { ["--share" as string]: (heights[place] ?? 50) / 100 };
}

export function PathwayMap({ stages, plain = false }: Props) {
  const { t } = use_words();
  const here = place_to_show(stages);
  const [shown, set_shown] = useState(here);
  const panel = useId();
  useEffect(() => set_shown(here), [here]);
  const stage = stages[shown] ?? stages[0];
  const names = stages.map((one) => (plain ? one.plain_title : without_number(one.title)));
  if (!stage) return null;
  return (
    <div className="sv-map">
      <div className={names_fit(names) ? "sv-map__road" : "sv-map__road sv-map__road--many"}>
        <Road stages={stages} />
        <ol className="sv-map__stations">
          {stages.map((one, place) => (
            <li key={one.id} className={`sv-station sv-station--${one.state}`} style={share_of(place)}>
              <button
                type="button"
                aria-expanded={shown === place}
                aria-controls={panel}
                onClick={() => set_shown(place)}
                className="sv-station__button"
              >
                <span className="sv-station__dot" aria-hidden="true">
                  {one.state === "passed" ? <Icon name="check" /> : (one.level ?? place + 1)}
                </span>
                <span className="sv-station__name">{names[place]}</span>
                <span className={one.state === "here" ? "sv-station__here" : "sv-only-heard"}>
                  {t(plain && one.state === "here" ? "map.here_plain" : `map.${one.state}`)}
                </span>
              </button>
            </li>
          ))}
        </ol>
      </div>
      <div id={panel} className="sv-map__panel" role="region" aria-label={plain ? stage.plain_title : stage.title}>
        <p className="sv-strong">{plain ? stage.plain_title : stage.title}</p>
        {stage.meaning && !plain ? <p className="sv-soft sv-small">{stage.meaning}</p> : null}
        <Steps stage={stage} plain={plain} />
      </div>
    </div>
  );
}

function Road({ stages }: { stages: PathwayStage[] }) {
  const x_of = (place: number) => ((place + 0.5) / stages.length) * 100;
  return (
    <svg className="sv-road" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {stages.slice(1).map((stage, place) => {
        const [x1, x2] = [x_of(place), x_of(place + 1)];
        const [y1, y2] = [heights[place] ?? 50, heights[place + 1] ?? 50];
        const middle = (x1 + x2) / 2;
        // A level that was stepped over (a log may open on level 3) is no road one has walked.
        const walked = stage.state !== "possible" && stages[place]?.state !== "possible";
        return (
          <path
            key={stage.id}
            d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`}
            className={walked ? "sv-road__walked" : "sv-road__ahead"}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

function Steps({ stage, plain }: { stage: PathwayStage; plain: boolean }) {
  const steps = stage.steps.filter((step) => step.state !== "left_out");
  if (steps.length === 0) return null;
  return (
    <ol className="sv-steps">
      {rows_of(steps).map(({ step, tracks }) => (
        <StepLine key={step.id} step={step} plain={plain}>
          {tracks.length > 0 ? <Tracks tracks={tracks} plain={plain} /> : null}
        </StepLine>
      ))}
    </ol>
  );
}

/// What goes on at the same time: each track with its own steps, side by side.
function Tracks({ tracks, plain }: { tracks: MapTrack[]; plain: boolean }) {
  const { t } = use_words();
  return (
    <ul className="sv-tracks" aria-label={t("map.side_by_side")}>
      {tracks.map((track) => (
        <li key={track.id} className="sv-track">
          <p className="sv-track__title">{track.title}</p>
          <ol className="sv-steps sv-track__steps">
            {track.steps.map((step) => (
              <StepLine key={step.id} step={step} plain={plain} />
            ))}
          </ol>
        </li>
      ))}
    </ul>
  );
}

const is_now = (step: MapStep) => step.state === "next" || step.state === "open";

function StepLine({ step, plain, children }: { step: MapStep; plain: boolean; children?: ReactNode }) {
  const { t, language } = use_words();
  const today = today_in_norway();
  const done_on = step.done_on ? short_date(step.done_on, language, today) : "";
  return (
    <li className={`sv-step sv-step--${step.state}`} aria-current={is_now(step) ? "step" : undefined}>
      <span className="sv-step__dot" aria-hidden="true">
        {step.state === "done" ? <Icon name="check" /> : null}
      </span>
      <span className="sv-step__text">
        <span>{plain ? step.plain_title : step.title}</span>
        {step.state === "next" ? <span className="sv-step__here">{t("map.next")}</span> : null}
        {step.state === "open" ? <span className="sv-step__here">{t("map.open")}</span> : null}
        {is_now(step) && step.due_on ? <time dateTime={step.due_on} className="sv-small sv-soft">{t("map.due_on", { date: short_date(step.due_on, language, today) })}</time> : null}
        {is_now(step) && step.who_title && !plain ? <span className="sv-small sv-soft">{step.who_title}</span> : null}
        {step.state === "skipped" ? <span className="sv-small">{t("map.skipped")}</span> : null}
        {step.state === "done" ? (
          <span className="sv-small sv-soft">
            {t("map.done_on", { date: done_on })}
            {step.answer && !plain ? ` · ${step.answer}` : ""}
          </span>
        ) : null}
        {step.state === "possible" ? <span className="sv-only-heard">{t("map.later")}</span> : null}
      </span>
      {children}
    </li>
  );
}
