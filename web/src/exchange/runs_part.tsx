// What has been imported, by whom and when.
import type { ImportRuns } from "../api/names.ts";
import type { Loaded } from "../api/use_load.ts";
import { NotLoaded, Waiting } from "../shared/loading.tsx";
import { InstantText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

export function RunsPart({ runs }: { runs: Loaded<ImportRuns> }) {
  const { t } = use_words();
  const { data } = runs;
  return (
    <section className="sv-card sv-stack" aria-labelledby="runs">
      <h2 id="runs">{t("exchange.runs")}</h2>
      {data ? null : runs.problem ? <NotLoaded loaded={runs} /> : <Waiting />}
      {data && data.runs.length === 0 ? <p className="sv-empty">{t("exchange.no_runs")}</p> : null}
      {data && data.runs.length > 0 ? (
        <ul className="sv-list sv-exchange-pairs">
          {data.runs.map((run) => (
            <li key={run.id}>
              <p>
                <span className="sv-strong">{run.source}</span> · <InstantText instant={run.at} /> · {run.by}
              </p>
              <p className="sv-soft">
                {t("exchange.run_counts", { created: run.created, changed: run.changed, unchanged: run.unchanged, gone: run.gone })}
              </p>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
