// How the open follow-ups stand by pathway and by unit. A row leads to its follow-ups. On a phone the tables
// are folded, so that the follow-ups themselves are near, and their rows stand as cards (by the style sheet;
// the roles are said aloud, because a browser forgets a table that is laid out as something else).
import { useId, useState, type MouseEvent } from "react";
import { Link } from "react-router";
import type { BoardCount, Breaks } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { address_of, bar_of, without_unit, worst_first, type BoardFilter, type Counts } from "./board.ts";

const shown_at_first = 6;

interface Props {
  board: Breaks;
  filter: BoardFilter;
  on_choose: (filter: BoardFilter) => void;
}

export function BoardParts({ board, filter, on_choose }: Props) {
  const { t } = use_words();
  const [open] = useState(() => matchMedia("(min-width: 48rem)").matches);
  const units = board.by_unit.length > 1 || without_unit(board) !== undefined;
  return (
    <details className="sv-more sv-board-parts" open={open}>
      <summary>{units ? t("board.parts") : t("board.parts_pathway")}</summary>
      <div className={units ? "sv-columns sv-columns--even" : undefined}>
        <PartTable
          title={t("board.by_pathway")}
          first={t("board.pathway")}
          note={t("board.several")}
          counts={board.by_pathway}
          filter_of={(one) => ({ ...filter, pathway: one.pathway ?? "" })}
          is_chosen={(one) => one.pathway === filter.pathway}
          on_choose={on_choose}
        />
        {units ? (
          <PartTable
            title={t("board.by_unit")}
            first={t("board.unit")}
            counts={board.by_unit}
            rest={without_unit(board)}
            filter_of={(one) => ({ ...filter, unit: one.unit ?? "" })}
            is_chosen={(one) => one.unit === filter.unit}
            on_choose={on_choose}
          />
        ) : null}
      </div>
    </details>
  );
}

interface TableProps {
  title: string;
  first: string;
  note?: string;
  counts: BoardCount[];
  rest?: Counts | undefined;
  filter_of: (count: BoardCount) => BoardFilter;
  is_chosen: (count: BoardCount) => boolean;
  on_choose: (filter: BoardFilter) => void;
}

function PartTable({ title, first, note, counts, rest, filter_of, is_chosen, on_choose }: TableProps) {
  const { t } = use_words();
  const heading = useId();
  const [all, set_all] = useState(false);
  const longest = Math.max(0, rest?.open ?? 0, ...counts.map((one) => one.open));
  const heads = [t("board.open"), t("board.broken"), t("board.overdue"), t("board.due"), t("board.waiting")];
  return (
    <section className="sv-card sv-board-part" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {note ? <p className="sv-small sv-soft">{note}</p> : null}
      <table role="table" aria-labelledby={heading}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {first}
            </th>
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {worst_first(counts).map((one, at) => {
            const next = filter_of(one);
            const choose = (event: MouseEvent) => {
              if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              on_choose(next);
            };
            return (
              <tr
                key={one.pathway ?? one.unit}
                role="row"
                className={[is_chosen(one) ? "sv-board-chosen" : "", at >= shown_at_first && !all ? "sv-board-later" : ""].join(" ")}
                onClick={choose}
              >
                <th role="rowheader" scope="row">
                  <Link to={address_of(next) || "."} aria-current={is_chosen(one) ? "true" : undefined} onClick={choose}>
                    {one.title}
                  </Link>
                  <Bar count={one} longest={longest} />
                </th>
                <Cells count={one} heads={heads} />
              </tr>
            );
          })}
          {rest ? (
            <tr role="row" className="sv-board-rest">
              <th role="rowheader" scope="row">
                {t("board.no_unit")}
                <Bar count={rest} longest={longest} />
              </th>
              <Cells count={rest} heads={heads} />
            </tr>
          ) : null}
        </tbody>
      </table>
      {counts.length > shown_at_first ? (
        <button type="button" className="sv-link" aria-expanded={all} onClick={() => set_all(!all)}>
          {all ? t("board.fewer") : t("board.every", { count: counts.length })}
        </button>
      ) : null}
    </section>
  );
}

function Cells({ count, heads }: { count: Counts; heads: string[] }) {
  const numbers = [count.open, count.broken, count.overdue, count.due_this_week, count.waiting];
  const grave = [false, true, true, false, false];
  return numbers.map((number, at) => (
    <td key={heads[at]} role="cell" data-label={heads[at]} className={number === 0 ? "sv-board-zero" : grave[at] ? "sv-board-grave" : undefined}>
      {number}
    </td>
  ));
}

/// As long as there are open ones, the warm part of it broken. The numbers beside it say the same.
function Bar({ count, longest }: { count: Counts; longest: number }) {
  const { width, broken } = bar_of(count, longest);
  return (
    <span className="sv-board-bar" aria-hidden="true">
      <span style={{ width: `${width}%` }}>
        <span style={{ width: `${broken}%` }} />
      </span>
    </span>
  );
}
