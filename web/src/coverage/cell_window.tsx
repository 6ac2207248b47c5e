// What stands behind one number of the map.
import type { Coverage, CoverageCell } from "../api/names.ts";
import { Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { ages_text, offers_of, spans_text } from "./coverage.ts";
import { OfferRows } from "./offer_rows.tsx";

export function CellWindow({ coverage, cell, on_close }: { coverage: Coverage; cell: CoverageCell; on_close: () => void }) {
  const { t } = use_words();
  const title = [t(`coverage.severity.${cell.severity}`), ages_text(cell.ages, t), t(`coverage.way.${cell.way_in}`)].join(", ");
  return (
    <Window open title={title} on_close={on_close}>
      {cell.without.length > 0 ? <p className="sv-strong">{t("coverage.nothing_for", { ages: spans_text(cell.without) })}</p> : null}
      {cell.alone.length > 0 ? <p className="sv-strong">{t("coverage.alone_for", { ages: spans_text(cell.alone) })}</p> : null}
      <OfferRows offers={offers_of(coverage)(cell.offers)} stale_days={coverage.stale_days} />
    </Window>
  );
}
