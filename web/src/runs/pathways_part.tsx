// The pathways of a child: each that is open with its map and what can be changed in it, what an ended one pointed
// to, which others can be begun, which were decided against, and those that have ended.
import "./runs.css";
import type { NotStarted, Pathways } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { use_follow_up } from "../follow_up/scope.tsx";
import { DateText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { BeginPathways } from "./begin_pathways.tsx";
import { RunCard } from "./run_card.tsx";

export function PathwaysPart() {
  const { t } = use_words();
  const { follow_up, may } = use_follow_up();
  const leads = may("lead") && follow_up.state === "open";
  const offered = use_load<Pathways>(leads ? "/v1/pathways" : null);
  // A closed follow-up shows the main pathway as it ended.
  const shown = follow_up.pathways.filter((one) => one.state === "open" || !one.run);
  const ended = follow_up.pathways.filter((one) => one.state === "closed" && one.run);
  return (
    <div className="sv-stack">
      {shown.map((one) => (
        <RunCard key={one.run ?? "main"} pathway={one} />
      ))}
      {leads ? <BeginPathways offered={offered} /> : null}
      <Decided decisions={follow_up.not_started} />
      {ended.length > 0 ? (
        <details className="sv-more">
          <summary>{t("run.closed", { count: ended.length })}</summary>
          <div className="sv-more__content sv-stack">
            {ended.map((one) => (
              <RunCard key={one.run ?? "main"} pathway={one} />
            ))}
          </div>
        </details>
      ) : null}
    </div>
  );
}

function Decided({ decisions }: { decisions: NotStarted[] }) {
  const { t } = use_words();
  if (decisions.length === 0) return null;
  return (
    <section className="sv-card sv-stack sv-stack--small" aria-labelledby="not-started">
      <h2 id="not-started">{t("begin.not_now_list")}</h2>
      <ul className="sv-list sv-list--lined">
        {decisions.map((one, place) => (
          <li key={`${one.pathway}-${place}`}>
            <p className="sv-strong">{one.title}</p>
            <p className="sv-small sv-soft">
              <DateText date={one.decided_on} />
              {one.reason_text ? ` · ${one.reason_text}` : ""}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
