// Which pathways can be begun beside the main one: what each is for, and the two decisions about it, to begin it or
// not now. What an ended pathway pointed to comes first.
import { Button } from "@digdir/designsystemet-react";
import { Fragment, useState } from "react";
import type { Pathways } from "../api/names.ts";
import type { Loaded } from "../api/use_load.ts";
import { use_follow_up } from "../follow_up/scope.tsx";
import { short_date, today_in_norway } from "../shared/dates.ts";
import { Icon } from "../shared/icons.tsx";
import { NotLoaded } from "../shared/loading.tsx";
import { use_words } from "../words/use_words.ts";
import { BeginWindow, NotNowWindow } from "./begin_windows.tsx";
import { continuations, decided_against, may_begin, type Continuation, type OfferedPathway } from "./offered.ts";

type Deed = "begin" | "not_now";
type OnDeed = (pathway: OfferedPathway, deed: Deed) => void;

export function BeginPathways({ offered }: { offered: Loaded<Pathways> }) {
  const { t } = use_words();
  const { follow_up } = use_follow_up();
  const [chosen, set_chosen] = useState<{ pathway: OfferedPathway; deed: Deed; open: boolean } | null>(null);
  const on_deed: OnDeed = (pathway, deed) => set_chosen({ pathway, deed, open: true });
  const all = offered.data?.pathways ?? [];
  const rows = may_begin(all, follow_up.pathways);
  const close = () => set_chosen((old) => (old ? { ...old, open: false } : old));
  const shows = (deed: Deed) => chosen?.open === true && chosen.deed === deed;
  return (
    <>
      {continuations(all, follow_up.pathways, follow_up.not_started).map((one) => (
        <GoesOn key={one.next.id} continuation={one} on_deed={on_deed} />
      ))}
      <section className="sv-card sv-stack" aria-labelledby="begin">
        <div>
          <h2 id="begin">{t("begin.title")}</h2>
          <p className="sv-soft">{t("begin.help")}</p>
        </div>
        <NotLoaded loaded={offered} />
        {offered.data && rows.length === 0 ? <p className="sv-empty">{t("begin.none")}</p> : null}
        <ul className="sv-list sv-list--lined">
          {rows.map((row) => (
            <li key={row.id}>
              <Row row={row} on_deed={on_deed} />
            </li>
          ))}
        </ul>
      </section>
      {chosen ? (
        <Fragment key={chosen.pathway.id}>
          <BeginWindow open={shows("begin")} on_close={close} pathway={chosen.pathway} />
          <NotNowWindow open={shows("not_now")} on_close={close} pathway={chosen.pathway} />
        </Fragment>
      ) : null}
    </>
  );
}

function GoesOn({ continuation, on_deed }: { continuation: Continuation; on_deed: OnDeed }) {
  const { t } = use_words();
  const { ended, next } = continuation;
  return (
    <section className="sv-notice sv-notice--warm" aria-label={next.title}>
      <Icon name="arrow" />
      <div className="sv-stack sv-stack--small">
        <p>{t("run.continues", { ended: ended.title, next: next.title })}</p>
        <div className="sv-row">
          <Button data-size="sm" onClick={() => on_deed(next, "begin")}>
            {t("run.continues_begin")}
          </Button>
          <Button variant="secondary" data-size="sm" onClick={() => on_deed(next, "not_now")}>
            {t("begin.not_now")}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Row({ row, on_deed }: { row: OfferedPathway; on_deed: OnDeed }) {
  const { t, language } = use_words();
  const { follow_up } = use_follow_up();
  const decided = decided_against(follow_up.not_started, row.id);
  const about = <span className="sv-only-heard">: {row.title}</span>;
  return (
    <div className="sv-begin-row">
      <div className="sv-stack sv-stack--small">
        <h3>{row.title}</h3>
        {row.summary ? <p className="sv-small sv-soft">{row.summary}</p> : null}
        {decided || row.unverified > 0 ? (
          <p className="sv-row">
            {decided ? <span className="sv-tag">{t("begin.decided", { date: short_date(decided.decided_on, language, today_in_norway()) })}</span> : null}
            {row.unverified > 0 ? <span className="sv-tag sv-tag--warm">{t("begin.unchecked", { count: row.unverified })}</span> : null}
          </p>
        ) : null}
      </div>
      <div className="sv-row sv-begin-row__deeds">
        <Button variant="secondary" data-size="sm" onClick={() => on_deed(row, "begin")}>
          {t("begin.begin")}
          {about}
        </Button>
        {row.start && row.start.not_started_reasons.length > 0 ? (
          <Button variant="tertiary" data-size="sm" onClick={() => on_deed(row, "not_now")}>
            {t("begin.not_now")}
            {about}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
