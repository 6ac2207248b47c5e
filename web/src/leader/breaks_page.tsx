// The board "No child without a next step", for those who lead: how it stands, by pathway and by unit, and
// every open follow-up, worst first. Only what leading needs: a reference, the holder, the level, what is
// wrong. Never a child's name. A baton that nobody holds is offered from here.
import "./leader.css";
import "./board.css";
import { useRef, useState } from "react";
import { useSearchParams } from "react-router";
import type { Breaks } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { GuideLink } from "../guide/guide_link.tsx";
import { use_person } from "../session/session.tsx";
import { NotLoaded, ProblemPage, Waiting } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { use_words } from "../words/use_words.ts";
import { address_of, filter_from, is_everything, type BoardFilter } from "./board.ts";
import { BoardCounts } from "./board_counts.tsx";
import { BoardDecisions } from "./board_decisions.tsx";
import { BoardParts } from "./board_parts.tsx";
import { BoardRows } from "./board_rows.tsx";
import { BoardRowsHead } from "./board_rows_head.tsx";

export default function BreaksPage() {
  const { t } = use_words();
  const { acting } = use_person();
  const [address, set_address] = useSearchParams();
  const filter = filter_from(address);
  const loaded = use_load<Breaks>(`/v1/breaks${address_of(filter)}`);
  // The counts are of all and hold for every choice: they stay while the rows of the new one are fetched.
  const [kept, set_kept] = useState(loaded.data);
  if (loaded.data && loaded.data !== kept) set_kept(loaded.data);
  const rows_heading = useRef<HTMLHeadingElement>(null);
  use_title(t("board.title"));

  const board = loaded.data ?? kept;
  if (!board) {
    return loaded.problem ? <ProblemPage problem={loaded.problem} on_retry={() => void loaded.reload()} /> : <Waiting />;
  }
  const choose = (next: BoardFilter) => {
    if (address_of(next) !== address_of(filter)) set_address(address_of(next));
  };
  /// From a button that goes away or stands far from the rows: one is led to them.
  const choose_and_go = (next: BoardFilter) => {
    choose(next);
    rows_heading.current?.focus({ preventScroll: true });
    rows_heading.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div className="sv-page sv-stack sv-stack--wide">
      <div className="sv-stack sv-stack--small">
        <div className="sv-guided">
          <h1 tabIndex={-1}>{t("board.title")}</h1>
          <GuideLink chapter="board" />
        </div>
        <p className={board.broken > 0 ? "sv-board-stands sv-board-stands--broken" : "sv-board-stands"}>{stands(board, t)}</p>
        <p className="sv-soft">{acting?.role === "leader" ? t("board.of_unit") : t("board.of_all")}</p>
      </div>
      {board.open === 0 ? (
        <p className="sv-card sv-empty">{t("board.none_open")}</p>
      ) : (
        <>
          <BoardCounts board={board} filter={filter} on_choose={choose} />
          <BoardParts board={board} filter={filter} on_choose={choose_and_go} />
          <section className="sv-stack" aria-labelledby="board-rows">
            <BoardRowsHead board={board} answer={loaded.data} filter={filter} heading={rows_heading} on_choose={choose_and_go} />
            <NotLoaded loaded={loaded} />
            {loaded.data ? (
              <BoardRows
                rows={loaded.data.rows}
                on_asked={(everything) => {
                  rows_heading.current?.focus({ preventScroll: true });
                  // The answer is about everything; what is chosen is asked for again.
                  if (is_everything(filter)) loaded.set(everything);
                  else void loaded.reload();
                }}
              />
            ) : null}
          </section>
        </>
      )}
      <BoardDecisions board={board} />
    </div>
  );
}

function stands(board: Breaks, t: ReturnType<typeof use_words>["t"]): string {
  if (board.open === 0) return t("board.stands_none");
  if (board.broken === 0) return t("board.stands_well", { count: board.open });
  return t("board.stands_broken", { count: board.broken, open: board.open });
}
