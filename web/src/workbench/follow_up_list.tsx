// The children one is in a team around.
import { Link } from "react-router";
import type { FollowUpSummary } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { Initials } from "../shared/people.tsx";
import { DueTag } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

export function FollowUpList({ follow_ups }: { follow_ups: FollowUpSummary[] }) {
  const { t } = use_words();
  const open = follow_ups.filter((one) => one.state === "open");
  const closed = follow_ups.filter((one) => one.state === "closed");
  return (
    <section className="sv-card" aria-labelledby="children">
      <div className="sv-card__head">
        <h2 id="children">{t("workbench.children")}</h2>
        <Link to="/open-log" className="sv-small">
          {t("workbench.open_log")}
        </Link>
      </div>
      {open.length === 0 ? <p className="sv-empty">{t("workbench.no_children")}</p> : <Rows follow_ups={open} />}
      {closed.length > 0 ? (
        <details className="sv-more">
          <summary>{t("workbench.closed", { count: closed.length })}</summary>
          <div className="sv-more__content">
            <Rows follow_ups={closed} />
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Rows({ follow_ups }: { follow_ups: FollowUpSummary[] }) {
  const { t } = use_words();
  return (
    <ul className="sv-list sv-list--lined">
      {follow_ups.map((one) => (
        <li key={one.id}>
          <div className="sv-go sv-child">
            <Initials name={one.child_name} holder={one.i_hold} />
            <div>
              <Link className="sv-go__link" to={`/follow-ups/${one.id}`}>
                {one.child_name}
              </Link>
              {one.next_title ? <div>{one.next_title}</div> : null}
              <div className="sv-soft sv-small">
                {one.i_hold ? (
                  <span className="sv-mine">
                    <Icon name="baton" /> {t("workbench.i_hold")}
                  </span>
                ) : (
                  (one.holder_name ?? t("workbench.no_holder"))
                )}{" "}
                · {one.level_name}
              </div>
            </div>
            <div className="sv-go__side">
              {one.state === "open" ? <DueTag date={one.due_on} overdue={one.overdue} /> : <span className="sv-tag">{t("state.closed")}</span>}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
