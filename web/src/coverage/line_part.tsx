// One line from what all have to the specialist, stop by stop, and the low-threshold services against the
// criteria they were launched with.
import { useState } from "react";
import type { AgeSpan, Coverage, CoverageStation } from "../api/names.ts";
import { NotLoaded, Waiting } from "../shared/loading.tsx";
import { Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { ages_text, offers_of, spans_text } from "./coverage.ts";
import { LaunchCard } from "./launch_card.tsx";
import { OfferRows } from "./offer_rows.tsx";
import { ThemeField } from "./theme_field.tsx";
import { use_coverage } from "./use_coverage.ts";

const line_of_school_nurse = 3;
const line_of_specialist = 9;

interface Opened {
  title: string;
  offers: string[];
}

export function LinePart() {
  const { t } = use_words();
  const { coverage, loaded, choice, choose } = use_coverage();
  const [opened, set_opened] = useState<Opened>();
  if (!coverage) return loaded.problem ? <NotLoaded loaded={loaded} /> : <Waiting />;
  return (
    <>
      <NotLoaded loaded={loaded} />
      <section className="sv-card sv-stack" aria-labelledby="coverage-line">
        <div className="sv-coverage-head">
          <div>
            <h2 id="coverage-line">{t("coverage.line")}</h2>
            <p className="sv-soft sv-coverage-text">{t("coverage.line_text")}</p>
          </div>
          <ThemeField coverage={coverage} theme={choice.theme} on_choose={(theme) => choose({ theme })} />
        </div>
        <p className={coverage.nothing_between.length > 0 ? "sv-notice sv-notice--warm" : "sv-soft"}>
          {coverage.nothing_between.length > 0 ? t("coverage.between_none", { ages: spans_text(coverage.nothing_between) }) : t("coverage.between_some")}
        </p>
        <Line coverage={coverage} on_open={set_opened} />
      </section>
      <LaunchCard coverage={coverage} />
      {opened ? (
        <Window open title={opened.title} on_close={() => set_opened(undefined)}>
          <OfferRows offers={offers_of(coverage)(opened.offers)} stale_days={coverage.stale_days} />
        </Window>
      ) : null}
    </>
  );
}

interface LineProps {
  coverage: Coverage;
  on_open: (opened: Opened) => void;
}

function Line({ coverage, on_open }: LineProps) {
  const { t } = use_words();
  return (
    <div className="sv-sheet" role="region" aria-labelledby="coverage-line" tabIndex={0}>
      <table className="sv-heat sv-line">
        <thead>
          <tr>
            <th scope="col">{t("coverage.station")}</th>
            {coverage.age_groups.map((ages) => (
              <th key={ages.from} scope="col">
                {ages_text(ages, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.line.map((station) => (
            <StationRow key={station.line} coverage={coverage} station={station} on_open={on_open} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StationRow({ coverage, station, on_open }: LineProps & { station: CoverageStation }) {
  const { t } = use_words();
  const there = new Set(offers_of(coverage)(station.offers).map((offer) => offer.kind));
  const anywhere = new Set(coverage.offers.map((offer) => offer.kind));
  const here = station.kinds.filter((kind) => there.has(kind.id)).map((kind) => kind.name).join(", ");
  const lacking = station.kinds.filter((kind) => !anywhere.has(kind.id)).map((kind) => kind.name).join(", ");
  const between = station.line > line_of_school_nurse && station.line < line_of_specialist;
  const place = station.line === line_of_school_nurse ? t("coverage.stop.nurse") : station.line === line_of_specialist ? t("coverage.stop.specialist") : "";
  const title_of = (ages: AgeSpan) => `${here}, ${ages_text(ages, t)}`;
  return (
    <tr className={between ? "sv-line-between" : undefined}>
      <th scope="row">
        <span className="sv-line-stop" aria-hidden="true" />
        <span>
          {here ? <span className="sv-strong">{here}</span> : null}
          {place ? <span className="sv-hint">{place}</span> : null}
          {lacking ? <span className="sv-hint">{t("coverage.not_here", { kinds: lacking })}</span> : null}
        </span>
      </th>
      {station.by_age.map(({ ages, offers }) => (
        <td key={ages.from} className={offers.length > 0 ? "sv-heat--covered" : "sv-heat--none"}>
          {offers.length > 0 ? (
            <button type="button" className="sv-heat-cell" aria-haspopup="dialog" onClick={() => on_open({ title: title_of(ages), offers })}>
              <span className="sv-heat-number">{offers.length}</span>
            </button>
          ) : (
            <span className="sv-heat-cell">
              <span className="sv-heat-number">0</span>
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
