// The register: who has the treatment responsibility for whom, what nobody has, and what two have.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import { api } from "../api/client.ts";
import type { Responsibilities, Responsibility } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { long_date } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { NotLoaded, Waiting } from "../shared/loading.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { Window } from "../shared/window.tsx";
import { use_words, type Words } from "../words/use_words.ts";
import { ages_text, gaps_by_age, list_text, theme_of } from "./coverage.ts";
import { ResponsibilityWindow } from "./responsibility_window.tsx";

type Doing = { what: "add" } | { what: "change" | "end"; row: Responsibility };

export function ResponsibilityPart() {
  const { t } = use_words();
  const loaded = use_load<Responsibilities>("/v1/responsibilities");
  const [doing, set_doing] = useState<Doing>();
  const kept = loaded.data;
  if (!kept) return loaded.problem ? <NotLoaded loaded={loaded} /> : <Waiting />;
  const in_force = kept.rows.filter((row) => !row.ended_on);
  const ended = kept.rows.filter((row) => row.ended_on);
  const close = () => set_doing(undefined);
  return (
    <>
      <NotLoaded loaded={loaded} />
      <section className="sv-stack" aria-labelledby="responsibility-found">
        <div className="sv-coverage-head">
          <div>
            <h2 id="responsibility-found">{t("responsibility.title")}</h2>
            <p className="sv-soft sv-coverage-text">{t("responsibility.text")}</p>
          </div>
          <Button onClick={() => set_doing({ what: "add" })}>
            <Icon name="plus" /> {t("responsibility.add")}
          </Button>
        </div>
        <Found kept={kept} />
      </section>
      <section className="sv-stack" aria-labelledby="responsibility-rows">
        <h2 id="responsibility-rows">{t("responsibility.rows")}</h2>
        {in_force.length === 0 ? <p className="sv-card sv-empty">{t("responsibility.none")}</p> : <Rows kept={kept} rows={in_force} labelled_by="responsibility-rows" on_do={set_doing} />}
        {ended.length > 0 ? (
          <details className="sv-more">
            <summary>{t("responsibility.ended", { count: ended.length })}</summary>
            <Rows kept={kept} rows={ended} labelled_by="responsibility-rows" />
          </details>
        ) : null}
      </section>
      {doing?.what === "add" ? <ResponsibilityWindow kept={kept} set={loaded.set} on_close={close} /> : null}
      {doing?.what === "change" ? <ResponsibilityWindow kept={kept} row={doing.row} set={loaded.set} on_close={close} /> : null}
      {doing?.what === "end" ? <EndWindow row={doing.row} set={loaded.set} on_close={close} /> : null}
    </>
  );
}

function at_text(severities: Responsibility["severities"], t: Words): string {
  return list_text(severities.map((severity) => t(`responsibility.grade.${severity}`)), t("coverage.and"));
}

function Found({ kept }: { kept: Responsibilities }) {
  const { t } = use_words();
  const name_of = (id: string) => kept.rows.find((row) => row.id === id)?.unit_name ?? "";
  if (kept.gaps.length === 0 && kept.overlaps.length === 0) {
    return (
      <p className="sv-card sv-responsibility-whole">
        <Icon name="check" /> {t("responsibility.whole")}
      </p>
    );
  }
  return (
    <ul className="sv-list sv-coverage-found">
      {gaps_by_age(kept.gaps).map(({ ages, severities }) => (
        <li key={`${ages.from} ${ages.to}`} className="sv-coverage-finding sv-coverage-finding--hole">
          <Icon name="close" />
          <p className="sv-strong">{t("responsibility.gap", { ages: ages_text(ages, t), at: at_text(severities as Responsibility["severities"], t) })}</p>
        </li>
      ))}
      {kept.overlaps.map((one) => (
        <li key={`${one.first} ${one.second} ${one.severity}`} className="sv-coverage-finding sv-coverage-finding--weak">
          <Icon name="people" />
          <div>
            <p className="sv-strong">{t("responsibility.overlap", { ages: ages_text(one.ages, t), at: at_text([one.severity], t) })}</p>
            <p className="sv-small">
              {theme_of(kept, one.theme, t)}: {list_text([name_of(one.first), name_of(one.second)], t("coverage.and"))}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

interface RowsProps {
  kept: Responsibilities;
  rows: Responsibility[];
  labelled_by: string;
  on_do?: (doing: Doing) => void;
}

function Rows({ kept, rows, labelled_by, on_do }: RowsProps) {
  const { t, language } = use_words();
  const heads = [t("responsibility.whom"), t("responsibility.unit"), t("responsibility.leader"), t("responsibility.decided_on")];
  return (
    <div className="sv-card sv-responsibility">
      <table role="table" className="sv-launch" aria-labelledby={labelled_by}>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
            {on_do ? (
              <th role="columnheader" scope="col">
                <span className="sv-only-heard">{t("responsibility.do")}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row">
              <th role="rowheader" scope="row">
                {ages_text({ from: row.age_from, to: row.age_to }, t)}
                <span className="sv-hint">
                  {theme_of(kept, row.theme, t)}, {at_text(row.severities, t)}
                </span>
              </th>
              <td role="cell" data-label={heads[1]}>
                {row.unit_name}
              </td>
              <td role="cell" data-label={heads[2]}>
                {row.leader}
              </td>
              <td role="cell" data-label={heads[3]}>
                {long_date(row.decided_on, language)}
                {row.ended_on ? <span className="sv-hint">{t("responsibility.until", { date: long_date(row.ended_on, language) })}</span> : null}
                {row.note ? <span className="sv-hint">{row.note}</span> : null}
              </td>
              {on_do ? (
                <td role="cell">
                  <div className="sv-responsibility-do">
                    <Button variant="tertiary" data-size="sm" aria-label={`${t("action.change")}: ${row.unit_name}`} onClick={() => on_do({ what: "change", row })}>
                      {t("action.change")}
                    </Button>
                    <Button variant="tertiary" data-size="sm" aria-label={`${t("responsibility.end")}: ${row.unit_name}`} onClick={() => on_do({ what: "end", row })}>
                      {t("responsibility.end")}
                    </Button>
                  </div>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EndWindow({ row, set, on_close }: { row: Responsibility; set: (kept: Responsibilities) => void; on_close: () => void }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();
  async function end() {
    const next = await action.run(() => api.post<Responsibilities>(`/v1/responsibilities/${row.id}/end`, { version: row.version }));
    if (!next) return;
    set(next);
    say(t("responsibility.has_ended"));
    on_close();
  }
  return (
    <Window open title={t("responsibility.end_title", { unit: row.unit_name })} on_close={on_close}>
      <p>{t("responsibility.end_text")}</p>
      {action.problem ? (
        <p role="alert" className="sv-notice sv-notice--danger">
          {problem_text(action.problem, t)}
        </p>
      ) : null}
      <div className="sv-row">
        <Button loading={action.pending} onClick={() => void end()}>
          {t("responsibility.end")}
        </Button>
        <Button variant="tertiary" onClick={on_close}>
          {t("action.cancel")}
        </Button>
      </div>
    </Window>
  );
}
