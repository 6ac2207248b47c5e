// Five counts on four buttons: pressed, they choose which rows are shown. "Late" and "soon" are one choice,
// because both are about the date of the next step.
import type { ReactNode } from "react";
import type { Breaks } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { today_in_norway } from "../shared/dates.ts";
import { use_words } from "../words/use_words.ts";
import { address_of, counts_for, part_title, type BoardFilter, type Show } from "./board.ts";

interface Props {
  board: Breaks;
  filter: BoardFilter;
  on_choose: (filter: BoardFilter) => void;
}

export function BoardCounts({ board, filter, on_choose }: Props) {
  const { t } = use_words();
  const of_both = filter.pathway && filter.unit ? address_of({ ...filter, show: "all" }) : null;
  const both = use_load<Breaks>(of_both === null ? null : `/v1/breaks${of_both}`);
  const counts = counts_for(board, filter, both.data, today_in_norway());
  const part = part_title(board, filter);
  const button = (show: Show, content: ReactNode) => (
    <button
      type="button"
      className="sv-board-count"
      aria-pressed={filter.show === show}
      onClick={() => on_choose({ ...filter, show })}
    >
      {content}
    </button>
  );
  return (
    <div>
      {counts && part ? <p className="sv-small sv-gap-below">{t("board.counts_of", { part })}</p> : null}
      <div className="sv-board-counts" role="group" aria-label={t("board.show")}>
        {button("all", <Count number={counts?.open} label={t("board.all")} />)}
        {button("broken", <Count number={counts?.broken} label={t("board.with_break")} grave />)}
        {button(
          "due",
          <>
            <Count number={counts?.overdue} label={t("board.overdue")} grave beside />
            <span className="sv-only-heard">, </span>
            <Count number={counts?.due_this_week} label={t("board.due")} beside />
          </>,
        )}
        {button("waiting", <Count number={counts?.waiting} label={t("board.waiting_for_others")} />)}
      </div>
    </div>
  );
}

function Count({ number, label, grave = false, beside = false }: { number: number | undefined; label: string; grave?: boolean; beside?: boolean }) {
  return (
    <span className={beside ? "sv-board-number sv-board-number--beside" : "sv-board-number"}>
      {number === undefined ? null : <strong className={grave && number > 0 ? "sv-board-grave" : undefined}>{number}</strong>}{" "}
      <span>{label}</span>
    </span>
  );
}
