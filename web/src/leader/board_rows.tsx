// The follow-ups themselves: what is broken, what comes next and in which pathway, for whom it waits and for
// how long, who should be told, who holds the baton. A table on a wide screen; the same rows as cards on a
// phone (by the style sheet, so that the order and the headings are the same for everybody).
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { flushSync } from "react-dom";
import type { BreakRow, Breaks } from "../api/names.ts";
import { today_in_norway } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { DueTag } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { days_waited } from "./board.ts";
import { NewHolderWindow } from "./new_holder_window.tsx";

export function BoardRows({ rows, on_asked }: { rows: BreakRow[]; on_asked: (breaks: Breaks) => void }) {
  const { t } = use_words();
  const [finding, set_finding] = useState<BreakRow | null>(null);
  if (rows.length === 0) return null;
  return (
    <div className="sv-card sv-break-table">
      {finding ? (
        <NewHolderWindow
          row={finding}
          on_close={() => set_finding(null)}
          on_asked={(breaks) => {
            // At once: nothing outside an open window can be focused.
            flushSync(() => set_finding(null));
            on_asked(breaks);
          }}
        />
      ) : null}
      <table role="table" aria-labelledby="board-rows">
        <thead role="rowgroup">
          <tr role="row">
            {[t("breaks.reference"), t("board.what"), t("breaks.next"), t("breaks.holder")].map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.follow_up} role="row">
              <th role="rowheader" scope="row">
                {row.reference}
                <span className="sv-small sv-soft sv-block">{t("breaks.level", { level: row.level })}</span>
              </th>
              <td role="cell">
                <Broken row={row} />
              </td>
              <td role="cell" data-label={t("breaks.next")}>
                <Next row={row} />
              </td>
              <td role="cell" data-label={t("breaks.holder")}>
                {row.holder_name ?? t("workbench.no_holder")}
                <span className="sv-small sv-soft sv-block">{row.unit_name}</span>
                {row.breaks.includes("no_accepted_holder") ? <NewHolder row={row} on_find={() => set_finding(row)} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Broken({ row }: { row: BreakRow }) {
  const { t } = use_words();
  return (
    <>
      {row.breaks.length === 0 ? (
        <span className="sv-tag sv-tag--good">{t("breaks.well")}</span>
      ) : (
        <ul className="sv-list sv-break-list">
          {[...new Set(row.breaks)].map((code) => (
            <li key={code} className="sv-tag sv-tag--late">
              {t(`break_short.${code}`)}
              {code === "date_passed" && row.days_overdue > 0 ? <> · {t("breaks.days", { count: row.days_overdue })}</> : null}
            </li>
          ))}
        </ul>
      )}
      {row.escalated_title ? (
        <p className="sv-board-line sv-board-line--grave">
          <Icon name="alert" />
          <span>{t("board.tell", { role: row.escalated_title })}</span>
        </p>
      ) : null}
    </>
  );
}

function Next({ row }: { row: BreakRow }) {
  const { t } = use_words();
  const waited = days_waited(row.since, today_in_norway());
  const others = row.pathways.filter((title) => title !== row.next_pathway);
  return (
    <>
      <span className="sv-strong">{row.next_title ?? t("break_short.no_next_step")}</span>
      {row.next_pathway ? <span className="sv-small sv-soft sv-block">{row.next_pathway}</span> : null}
      <span className="sv-block">
        <DueTag date={row.due_on} overdue={row.days_overdue > 0} />
      </span>
      {row.waits_for_title ? (
        <p className="sv-board-line">
          <Icon name="people" />
          <span>
            {waited === undefined || waited === 0
              ? t("board.waits", { role: row.waits_for_title })
              : t("board.waits_days", { role: row.waits_for_title, count: waited })}
          </span>
        </p>
      ) : null}
      {others.length > 0 ? (
        <p className="sv-small sv-soft sv-board-line">
          {row.next_pathway ? t("board.also_on") : t("board.pathway")}: {others.join(", ")}
        </p>
      ) : null}
    </>
  );
}

interface NewHolderProps {
  row: BreakRow;
  on_find: () => void;
}

function NewHolder({ row, on_find }: NewHolderProps) {
  const { t } = use_words();
  if (row.candidates.length > 0) {
    return (
      <Button variant="secondary" data-size="sm" onClick={on_find}>
        {t("breaks.find_holder")}
        <span className="sv-only-heard">: {row.reference}</span>
      </Button>
    );
  }
  return <span className="sv-small sv-block">{row.offered_to ? t("baton.offered", { name: row.offered_to }) : t("breaks.nobody_to_ask")}</span>;
}
