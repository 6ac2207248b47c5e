// One pathway in the list: what it is for, which version is in use, what stands to be done with it.
import { Button } from "@digdir/designsystemet-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { PathwayRow } from "../api/names.ts";
import { long_date } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { InstantText } from "../shared/when.tsx";
import { use_words } from "../words/use_words.ts";
import { use_begin } from "./use_begin.ts";

interface Props {
  row: PathwayRow;
  overseer: boolean;
  on_retire: () => void;
}

export function PathwayCard({ row, overseer, on_retire }: Props) {
  const { t } = use_words();
  const { begin, pending, problem } = use_begin(row.id);
  const own = row.own && !row.own.retired ? row.own : undefined;

  return (
    <article className="sv-card sv-pathway-card" aria-labelledby={`pathway-${row.id}`}>
      <div className="sv-stack sv-stack--small">
        <h3 id={`pathway-${row.id}`}>{row.title}</h3>
        {row.summary ? <p>{row.summary}</p> : null}
        <p className="sv-row sv-small sv-soft">
          <span>{t("adapt.list.stages", { count: row.stages })}</span>
          <span>{t("adapt.list.steps", { count: row.steps })}</span>
        </p>
        <Marks row={row} />
      </div>
      <dl className="sv-facts sv-pathway-card__facts">
        <Fact name={t("adapt.list.national")}>{t("adapt.version", { version: row.national_version })}</Fact>
        <Fact name={t("adapt.list.own")}>
          {row.own ? (
            <>
              {t("adapt.version", { version: row.own.version })} {row.own.retired ? <span className="sv-tag">{t("adapt.list.retired")}</span> : null}
              <span className="sv-hint">
                {row.own.published_by}, <InstantText instant={row.own.published_at} />
              </span>
              <span className="sv-quote sv-small">{row.own.note}</span>
            </>
          ) : (
            t("adapt.list.no_own")
          )}
        </Fact>
        {row.draft ? (
          <Fact name={t("adapt.list.draft")}>
            {row.draft.changed_by}, <InstantText instant={row.draft.changed_at} />
          </Fact>
        ) : null}
      </dl>
      {problem ? (
        <p className="sv-notice sv-notice--danger" role="alert">
          <Icon name="alert" /> {problem_text(problem, t)}
        </p>
      ) : null}
      <div className="sv-row sv-pathway-card__actions">
        <Button asChild variant="secondary">
          <Link to={`/pathways/${row.id}`} aria-describedby={`pathway-${row.id}`}>
            {t("adapt.list.look")}
          </Link>
        </Button>
        {overseer && row.draft ? (
          <Button asChild>
            <Link to={`/pathways/${row.id}/adapt`} aria-describedby={`pathway-${row.id}`}>
              {t("adapt.list.go_on")}
            </Link>
          </Button>
        ) : null}
        {overseer && !row.draft ? (
          <Button loading={pending} onClick={begin} aria-describedby={`pathway-${row.id}`}>
            {t("adapt.list.adapt")}
          </Button>
        ) : null}
        {overseer && own ? (
          <Button variant="tertiary" onClick={on_retire} aria-describedby={`pathway-${row.id}`}>
            {t("adapt.list.retire")}
          </Button>
        ) : null}
      </div>
    </article>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/// What a leader should know before anything else.
function Marks({ row }: { row: PathwayRow }) {
  const { t, language } = use_words();
  const own_in_use = row.own !== undefined && !row.own.retired;
  return (
    <ul className="sv-list sv-row sv-pathway-card__marks">
      <li className={own_in_use ? "sv-tag sv-tag--deep" : "sv-tag"}>{own_in_use ? t("adapt.list.own_in_use") : t("adapt.list.national_in_use")}</li>
      {row.update_available ? (
        <li className="sv-tag sv-tag--warm">
          <Icon name="alert" /> {t("adapt.list.update")}
        </li>
      ) : null}
      {row.review_passed ? (
        <li className="sv-tag sv-tag--late">
          <Icon name="calendar" /> {t("adapt.list.review_passed", { date: long_date(row.review_by, language) })}
        </li>
      ) : null}
      {row.unverified > 0 ? <li className="sv-tag">{t("adapt.list.unverified", { count: row.unverified })}</li> : null}
    </ul>
  );
}
