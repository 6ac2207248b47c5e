// What is due, by date. Late things come first and are marked, calmly: a date that passed is a reason to
// set a new one, not an alarm.
import { Link } from "react-router";
import type { DueItem } from "../api/names.ts";
import { DueTag } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";

function path_of(item: DueItem): string {
  switch (item.kind) {
    case "early_concern":
      return `/early-concerns/${item.about}`;
    case "measure":
    case "evaluation":
      return `/follow-ups/${item.about}/plan`;
    case "meeting":
      return `/follow-ups/${item.about}/meetings`;
    case "next_step":
    case "offer":
      return `/follow-ups/${item.about}`;
  }
}

/// A meeting is called by its place, and may have none.
function has_title(item: DueItem): boolean {
  return item.title.trim() !== "" && item.title !== "–";
}

export function DueList({ due, nothing_at_all }: { due: DueItem[]; nothing_at_all: boolean }) {
  const { t } = use_words();
  const late = due.filter((item) => item.overdue).length;
  return (
    <section className="sv-card" aria-labelledby="due">
      <div className="sv-card__head">
        <h2 id="due">{t("workbench.due")}</h2>
        {late > 0 ? <span className="sv-tag sv-tag--late">{t("workbench.late", { count: late })}</span> : null}
      </div>
      {due.length === 0 ? (
        <p className="sv-empty">{nothing_at_all ? t("workbench.begin_here") : t("workbench.nothing_due")}</p>
      ) : (
        <ul className="sv-list sv-list--lined">
          {due.map((item, place) => (
            <li key={`${item.kind}-${item.about}-${place}`}>
              <div className="sv-go">
                <div>
                  <Link className={has_title(item) ? "sv-go__link" : "sv-go__link sv-capital"} to={path_of(item)}>
                    {has_title(item) ? item.title : t(`due.${item.kind}`)}
                  </Link>
                  <div className="sv-soft sv-small">
                    {item.label} · {t(`due.${item.kind}`)}
                  </div>
                </div>
                <div className="sv-go__side">
                  <DueTag date={item.due_on} overdue={item.overdue} />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
