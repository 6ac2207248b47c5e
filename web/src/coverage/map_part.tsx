// The map: what is missing in sentences first, then age by severity and way in, then every need.
import { useState } from "react";
import type { Coverage, CoverageCell } from "../api/names.ts";
import { NotLoaded, Waiting } from "../shared/loading.tsx";
import { use_words } from "../words/use_words.ts";
import { CellWindow } from "./cell_window.tsx";
import { finding_text, joined, offers_of, weak_text, ways } from "./coverage.ts";
import { HeatList } from "./heat_list.tsx";
import { HeatMap } from "./heat_map.tsx";
import { Legend } from "./legend.tsx";
import { NeedTable } from "./need_table.tsx";
import { StandingMark } from "./standing_mark.tsx";
import { ThemeField } from "./theme_field.tsx";
import { use_coverage } from "./use_coverage.ts";

export function MapPart() {
  const { t } = use_words();
  const { coverage, loaded, choice, choose } = use_coverage();
  const [cell, set_cell] = useState<CoverageCell>();
  if (!coverage) return loaded.problem ? <NotLoaded loaded={loaded} /> : <Waiting />;
  const shown = { coverage, ways: choice.way ? [choice.way] : [...ways] };
  return (
    <>
      <NotLoaded loaded={loaded} />
      <section className="sv-stack" aria-labelledby="coverage-found">
        <div className="sv-coverage-head">
          <h2 id="coverage-found">{choice.theme ? t("coverage.found.title_of", { theme: theme_name(coverage, choice.theme) }) : t("coverage.found.title")}</h2>
          <ThemeField coverage={coverage} theme={choice.theme} on_choose={(theme) => choose({ theme })} />
        </div>
        <Findings coverage={coverage} />
      </section>
      <section className="sv-card sv-stack" aria-labelledby="coverage-map">
        <div className="sv-coverage-head">
          <h2 id="coverage-map">{t("coverage.map")}</h2>
          <button type="button" className="sv-chip sv-coverage-view" aria-pressed={choice.view === "list"} onClick={() => choose({ view: choice.view === "list" ? "table" : "list" })}>
            {t("coverage.as_list")}
          </button>
        </div>
        <div className="sv-choices" role="group" aria-label={t("coverage.way")}>
          {(["", ...ways] as const).map((way) => (
            <button key={way} type="button" className="sv-chip" aria-pressed={choice.way === way} onClick={() => choose({ way })}>
              {way ? t(`coverage.way.${way}`) : t("coverage.way.all")}
            </button>
          ))}
        </div>
        {choice.view === "list" ? <HeatList {...shown} /> : <HeatMap {...shown} on_open={set_cell} />}
        <Legend />
        <p className="sv-small sv-soft sv-coverage-text">{t("coverage.how_counted", { count: coverage.stale_days })}</p>
      </section>
      <NeedTable coverage={coverage} on_choose={(theme) => choose({ theme })} />
      {cell ? <CellWindow coverage={coverage} cell={cell} on_close={() => set_cell(undefined)} /> : null}
    </>
  );
}

function theme_name(coverage: Coverage, theme: string): string {
  return coverage.themes.find((one) => one.id === theme)?.name ?? theme;
}

function Findings({ coverage }: { coverage: Coverage }) {
  const { t } = use_words();
  const find = offers_of(coverage);
  if (coverage.offers.length === 0) return <p className="sv-card sv-empty">{t("coverage.no_offers")}</p>;
  if (coverage.findings.length === 0) return <p className="sv-card sv-empty">{t("coverage.found.none")}</p>;
  return (
    <ul className="sv-list sv-coverage-found">
      {joined(coverage.findings).map((finding) => (
        <li key={`${finding.standing} ${finding.severities[0]} ${finding.ages.from}`} className={`sv-coverage-finding sv-coverage-finding--${finding.standing}`}>
          <StandingMark standing={finding.standing} />
          <div>
            <p className="sv-strong">{finding_text(finding, t)}</p>
            {find(finding.offers).map((offer) => {
              const weak = weak_text(offer, coverage.stale_days, t);
              return (
                <p key={offer.id} className="sv-small">
                  {offer.name}
                  {weak ? ` (${weak})` : null}
                </p>
              );
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}
