// Who is not on a pathway and why: the decisions that teams have recorded, counted. No names.
import type { Breaks, PathwayCount } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { decided_against, most_against_first } from "./board.ts";

export function BoardDecisions({ board }: { board: Breaks }) {
  const { t } = use_words();
  return (
    <section className="sv-stack" aria-labelledby="board-decisions">
      <div className="sv-stack sv-stack--small">
        <h2 id="board-decisions">{t("board.decisions")}</h2>
        <p className="sv-soft sv-board-text">{t("board.decisions_text")}</p>
      </div>
      {board.pathways.length === 0 ? (
        <p className="sv-empty">{t("board.no_decisions")}</p>
      ) : (
        <div className="sv-board-decisions">
          {most_against_first(board.pathways).map((pathway) => (
            <Decisions key={pathway.pathway} pathway={pathway} />
          ))}
        </div>
      )}
    </section>
  );
}

function Decisions({ pathway }: { pathway: PathwayCount }) {
  const { t } = use_words();
  const heading = `board-decisions-${pathway.pathway}`;
  const reasons = [...pathway.not_started].sort((left, right) => right.count - left.count);
  return (
    <section className="sv-card sv-board-decision" aria-labelledby={heading}>
      <h3 id={heading}>{pathway.title}</h3>
      <dl>
        <div>
          <dt>{t("board.on_it")}</dt>
          <dd>{pathway.open}</dd>
        </div>
        <div>
          <dt>{t("board.been_on_it")}</dt>
          <dd>{pathway.ended}</dd>
        </div>
        <div>
          <dt>{t("board.not_begun")}</dt>
          <dd>{decided_against(pathway)}</dd>
        </div>
      </dl>
      {reasons.length > 0 ? (
        <table aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{t("board.reason")}</th>
              <th scope="col">{t("board.how_many")}</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map((one) => (
              <tr key={one.reason}>
                <th scope="row">{one.text}</th>
                <td>{one.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
