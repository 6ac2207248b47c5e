// Above the rows: what is chosen, how many fit, and the way back to all of them.
import type { RefObject } from "react";
import type { Breaks } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { everything, is_everything, pathway_title, unit_title, type BoardFilter } from "./board.ts";

interface Props {
  board: Breaks;
  /// What was answered for this choice; none while it is on its way.
  answer: Breaks | undefined;
  filter: BoardFilter;
  heading: RefObject<HTMLHeadingElement | null>;
  on_choose: (filter: BoardFilter) => void;
}

export function BoardRowsHead({ board, answer, filter, heading, on_choose }: Props) {
  const { t } = use_words();
  const chosen: { name: string; without: BoardFilter }[] = [];
  if (filter.show !== "all") {
    chosen.push({ name: t(`board.only_${filter.show}`), without: { ...filter, show: "all" } });
  }
  if (filter.pathway) {
    const name = pathway_title(board, filter.pathway) ?? t("board.unknown_pathway");
    chosen.push({ name, without: { ...filter, pathway: "" } });
  }
  if (filter.unit) {
    const name = unit_title(board, filter.unit) ?? t("board.unknown_unit");
    chosen.push({ name, without: { ...filter, unit: "" } });
  }
  return (
    <div className="sv-stack sv-stack--small">
      <h2 id="board-rows" ref={heading} tabIndex={-1} className="sv-board-rows-heading">
        {t("board.rows")}
      </h2>
      {chosen.length > 0 ? (
        <div className="sv-choices" role="group" aria-label={t("board.chosen")}>
          {chosen.map(({ name, without }) => (
            <button key={name} type="button" className="sv-chip sv-board-chip" onClick={() => on_choose(without)}>
              <span className="sv-only-heard">{t("board.drop")} </span>
              {name} <Icon name="close" />
            </button>
          ))}
        </div>
      ) : null}
      <p role="status" className={answer ? "sv-soft" : "sv-soft sv-board-fetching"}>
        {answer ? how_many(answer, filter, t) : t("loading")}
      </p>
      {answer && answer.wanted === 0 ? (
        <div className="sv-card sv-stack sv-stack--small">
          <p>{t("board.none_fit")}</p>
          {is_everything(filter) ? null : (
            <div>
              <button type="button" className="sv-link" onClick={() => on_choose(everything)}>
                {t("board.show_all", { count: board.open })}
              </button>
            </div>
          )}
        </div>
      ) : null}
    </div>
  );
}

function how_many(answer: Breaks, filter: BoardFilter, t: ReturnType<typeof use_words>["t"]): string {
  const shown = answer.rows.length;
  if (answer.wanted > shown) return t("board.too_many", { count: answer.wanted, shown });
  if (is_everything(filter)) return t("board.all_shown", { count: answer.wanted });
  return t("board.some_shown", { count: answer.wanted, open: answer.open });
}
