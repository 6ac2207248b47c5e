// My early concerns: private to me, under my own words.
import { Link } from "react-router";
import type { Workbench } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { DueTag } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

type Concern = Workbench["early_concerns"][number];

export function ConcernList({ concerns }: { concerns: Concern[] }) {
  const { t } = use_words();
  const open = concerns.filter((one) => one.state === "open");
  const past = concerns.filter((one) => one.state !== "open");
  return (
    <section className="sv-card" aria-labelledby="concerns">
      <h2 id="concerns">{t("workbench.concerns")}</h2>
      <p className="sv-small sv-soft sv-private">
        <Icon name="lock" /> {t("workbench.concerns_private")}
      </p>
      {open.length === 0 ? <p className="sv-empty">{t("workbench.no_concerns")}</p> : <Rows concerns={open} />}
      {past.length > 0 ? (
        <details className="sv-more">
          <summary>{t("workbench.past_concerns", { count: past.length })}</summary>
          <div className="sv-more__content">
            <Rows concerns={past} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Rows({ concerns }: { concerns: Concern[] }) {
  const { t } = use_words();
  return (
    <ul className="sv-list sv-list--lined">
      {concerns.map((one) => (
        <li key={one.id}>
          <div className="sv-go">
            <div>
              <Link className="sv-go__link" to={`/early-concerns/${one.id}`}>
                {one.label}
              </Link>
              <div className="sv-soft sv-small">{one.next_title ?? t(`concern_state.${one.state}`)}</div>
            </div>
            {one.state === "open" ? (
              <div className="sv-go__side">
                <DueTag date={one.due_on} overdue={one.overdue} />
              </div>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
