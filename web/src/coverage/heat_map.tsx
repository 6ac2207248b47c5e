// Age by severity, one group of rows for each way in. A real table: colour, number, sign and words say the same.
import type { Coverage, CoverageCell } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { ages_text, cell_in, note_of, severities, type Severity, type WayIn } from "./coverage.ts";
import { StandingMark } from "./standing_mark.tsx";

interface Props {
  coverage: Coverage;
  ways: WayIn[];
  on_open: (cell: CoverageCell) => void;
}

export function HeatMap({ coverage, ways, on_open }: Props) {
  const { t } = use_words();
  const groups = coverage.age_groups;
  return (
    <div className="sv-sheet" role="region" aria-labelledby="coverage-map" tabIndex={0}>
      <table className="sv-heat">
        <caption className="sv-only-heard">{t("coverage.map_caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("coverage.severity")}</th>
            {groups.map((ages) => (
              <th key={ages.from} scope="col">
                {ages_text(ages, t)}
              </th>
            ))}
          </tr>
        </thead>
        {ways.map((way) => (
          <tbody key={way}>
            <tr>
              <th scope="rowgroup" colSpan={groups.length + 1} className="sv-heat-way">
                <span>{t(`coverage.way.${way}`)}</span>
              </th>
            </tr>
            {severities.map((severity) => (
              <HeatRow key={severity} coverage={coverage} way={way} severity={severity} on_open={on_open} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  coverage: Coverage;
  way: WayIn;
  severity: Severity;
  on_open: (cell: CoverageCell) => void;
}

function HeatRow({ coverage, way, severity, on_open }: RowProps) {
  const { t } = use_words();
  const find = cell_in(coverage);
  const cells = coverage.age_groups.flatMap((ages) => find(way, severity, ages) ?? []);
  const empty = cells.every((cell) => cell.standing === "none");
  return (
    <tr>
      <th scope="row">{t(`coverage.severity.${severity}`)}</th>
      {empty ? (
        <td colSpan={cells.length} className="sv-heat-empty">
          <span>{t("coverage.none_expected")}</span>
        </td>
      ) : (
        cells.map((cell) => (
          <td key={cell.ages.from} className={`sv-heat--${cell.standing}`}>
            <HeatCell cell={cell} on_open={on_open} />
          </td>
        ))
      )}
    </tr>
  );
}

function HeatCell({ cell, on_open }: { cell: CoverageCell; on_open: (cell: CoverageCell) => void }) {
  const { t } = use_words();
  const note = note_of(cell, t);
  const content = (
    <>
      <span className="sv-heat-number">
        <StandingMark standing={cell.standing} />
        {cell.standing === "none" ? null : cell.offers.length}
      </span>
      <span className="sv-only-heard"> {t(`coverage.standing.${cell.standing}`)}</span>
      {note ? <span className="sv-heat-note"> {note}</span> : null}
    </>
  );
  if (cell.offers.length === 0) return <span className="sv-heat-cell">{content}</span>;
  return (
    <button type="button" className="sv-heat-cell" aria-haspopup="dialog" onClick={() => on_open(cell)}>
      {content}
    </button>
  );
}
