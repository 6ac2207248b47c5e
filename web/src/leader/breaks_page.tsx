// For leaders: which follow-ups have a break, worst first. Only what leading needs: a reference, the
// holder, the level, what is wrong. Never a child's name. A baton that nobody holds is offered from here.
import "./leader.css";
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { BreakCode, BreakRow, Breaks } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_person } from "../session/session.tsx";
import { SelectField } from "../shared/fields.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { DueTag } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { NewHolderWindow } from "./new_holder_window.tsx";

const codes: BreakCode[] = [
  "no_accepted_holder",
  "no_next_step",
  "date_passed",
  "team_member_left",
  "offer_unanswered",
  "consent_ended",
];

export default function BreaksPage() {
  const { t } = use_words();
  const { acting } = use_person();
  const loaded = use_load<Breaks>("/v1/breaks");
  const [code, set_code] = useState<BreakCode | "">("");
  const [unit, set_unit] = useState("");
  const [all, set_all] = useState(false);
  use_title(t("nav.breaks"));
  return (
    <WhenLoaded loaded={loaded}>
      {(breaks) => {
        const units = [...new Set(breaks.rows.map((row) => row.unit_name))].sort();
        const rows = breaks.rows.filter(
          (row) =>
            (all || row.breaks.length > 0) &&
            (code === "" || row.breaks.includes(code)) &&
            (unit === "" || row.unit_name === unit),
        );
        return (
          <div className="sv-page sv-stack">
            <div>
              <h1 tabIndex={-1}>{t("breaks.title")}</h1>
              <p className="sv-lead">{acting?.role === "leader" ? t("breaks.lead_unit") : t("breaks.lead_all")}</p>
            </div>
            <p className="sv-count">
              <strong>{breaks.broken}</strong> {t("breaks.of_open", { count: breaks.open })}
            </p>
            <div className="sv-filters">
              <SelectField name="code" label={t("breaks.what")} empty_label={t("breaks.any")} value={code} on_change={set_code} choices={codes.map((value) => ({ value, label: t(`break.${value}`) }))} />
              {units.length > 1 ? (
                <SelectField name="unit" label={t("breaks.unit")} empty_label={t("breaks.every_unit")} value={unit} on_change={set_unit} choices={units.map((value) => ({ value, label: value }))} />
              ) : null}
              <button type="button" className="sv-chip" aria-pressed={all} onClick={() => set_all(!all)}>
                {t("breaks.show_well")}
              </button>
            </div>
            <p className="sv-only-heard" role="status">
              {t("breaks.shown", { count: rows.length })}
            </p>
            {rows.length === 0 ? (
              <p className="sv-card sv-empty">{breaks.broken === 0 ? t("breaks.none") : t("breaks.none_match")}</p>
            ) : (
              <BreakTable rows={rows} set={loaded.set} />
            )}
          </div>
        );
      }}
    </WhenLoaded>
  );
}

/// A table on a wide screen; the same rows as cards on a phone (by the style sheet, so that the order and the
/// headings are the same for everybody).
function BreakTable({ rows, set }: { rows: BreakRow[]; set: (breaks: Breaks) => void }) {
  const { t } = use_words();
  const [finding, set_finding] = useState<BreakRow | null>(null);
  return (
    <div className="sv-card sv-break-table">
      {finding ? (
        <NewHolderWindow
          row={finding}
          on_close={() => set_finding(null)}
          on_asked={(breaks) => {
            set_finding(null);
            set(breaks);
          }}
        />
      ) : null}
      <table>
        <caption className="sv-only-heard">{t("breaks.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("breaks.reference")}</th>
            <th scope="col">{t("breaks.what")}</th>
            <th scope="col">{t("breaks.next")}</th>
            <th scope="col">{t("breaks.holder")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.follow_up}>
              <th scope="row">
                {row.reference}
                <span className="sv-small sv-soft sv-block">{t("breaks.level", { level: row.level })}</span>
              </th>
              <td>
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
              </td>
              <td data-label={t("breaks.next")}>
                {row.next_title ?? "–"}
                <span className="sv-block">
                  <DueTag date={row.due_on} overdue={row.days_overdue > 0} />
                </span>
              </td>
              <td data-label={t("breaks.holder")}>
                {row.holder_name ?? t("workbench.no_holder")}
                <span className="sv-small sv-soft sv-block">{row.unit_name}</span>
                {row.breaks.includes("no_accepted_holder") ? (
                  <NewHolder row={row} on_find={() => set_finding(row)} />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
