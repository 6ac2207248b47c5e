// Offers in and out, after the standard HSDS 3: import with a look at what would happen first, offers that may be one
// and the same, export. For leaders and the BTI coordinator.
import "./exchange.css";
import type { ImportRuns } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_overseer } from "../adapt/overseer.ts";
import { Problem } from "../api/client.ts";
import { ProblemPage } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { use_words } from "../words/use_words.ts";
import { DuplicatesPart } from "./duplicates_part.tsx";
import { ExportPart } from "./export_part.tsx";
import { ImportPart } from "./import_part.tsx";
import { RunsPart } from "./runs_part.tsx";
import { use_duplicates } from "./use_duplicates.ts";

export default function ExchangePage() {
  const { t } = use_words();
  const may = use_overseer();
  const runs = use_load<ImportRuns>(may ? "/v1/offer-imports" : null);
  const duplicates = use_duplicates(may);
  use_title(t("exchange.title"));
  if (!may) return <ProblemPage problem={new Problem(404, { code: "not_found" })} />;
  return (
    <div className="sv-page sv-stack sv-stack--large">
      <div className="sv-stack sv-stack--small">
        <h1 tabIndex={-1}>{t("exchange.title")}</h1>
        <p className="sv-lead">{t("exchange.lead")}</p>
      </div>
      <ImportPart
        sources={[...new Set((runs.data?.runs ?? []).map((run) => run.source))]}
        on_imported={() => {
          void runs.reload();
          void duplicates.reload();
        }}
      />
      <DuplicatesPart duplicates={duplicates} />
      <ExportPart />
      <RunsPart runs={runs} />
    </div>
  );
}
