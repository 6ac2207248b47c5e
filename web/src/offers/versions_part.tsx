// The versions of an offer: who wrote them and when, what the public saw, and the way back to one of them.
import { Button } from "@digdir/designsystemet-react";
import { useState } from "react";
import type { OfferRecord, OfferVersion, OfferVersionText } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { NotLoaded } from "../shared/loading.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_action } from "../shared/use_action.ts";
import { instant_in_words } from "../shared/when.tsx";
import { Window } from "../shared/window.tsx";
import { use_words } from "../words/use_words.ts";
import { name_of } from "./offer_head.tsx";
import { act_on } from "./save_offer.ts";

interface Props {
  record: OfferRecord;
  store?: () => Promise<number>;
  on_record?: (record: OfferRecord) => void;
  on_done?: (record: OfferRecord, told: string) => void;
  on_retire?: () => void;
}

/// Without `store` the versions are only read.
export function VersionsPart({ record, store, on_record, on_done, on_retire }: Props) {
  const { t, language } = use_words();
  const action = use_action();
  const [shown, set_shown] = useState<number | null>(null);

  async function restore(number: number) {
    if (!store) return;
    const done = await action.run(async () => act_on(record, await store(), "restore", { from: number }, on_record ?? (() => {})));
    if (done) on_done?.(done, t("offers.version.restored", { number }));
  }
  return (
    <section className="sv-stack" aria-labelledby="versions">
      <h2 id="versions">{t("offers.part.versions")}</h2>
      {action.problem ? (
        <p className="sv-notice sv-notice--danger" role="alert">
          {problem_text(action.problem, t)}
        </p>
      ) : null}
      <ol className="sv-list sv-stack sv-stack--small">
        {record.versions.map((version) => (
          <li key={version.number} className="sv-card sv-version">
            <div>
              <h3>
                {t("offers.version.number", { number: version.number })} <Standing record={record} version={version} />
              </h3>
              <p className="sv-small sv-soft">{t("offers.version.saved", { when: instant_in_words(version.saved_at, t, language), who: version.saved_by })}</p>
              {version.published_at ? (
                <p className="sv-small sv-soft">{t("offers.version.published", { when: instant_in_words(version.published_at, t, language), who: version.published_by ?? "" })}</p>
              ) : null}
              {version.note ? <p className="sv-quote">{version.note}</p> : null}
            </div>
            <div className="sv-row">
              <Button variant="tertiary" data-size="sm" aria-label={`${t("offers.version.show")} ${version.number}`} onClick={() => set_shown(version.number)}>
                {t("offers.version.show")}
              </Button>
              {store && version.number !== record.number ? (
                <Button variant="secondary" data-size="sm" aria-label={`${t("offers.version.restore")} ${version.number}`} onClick={() => void restore(version.number)}>
                  {t("offers.version.restore")}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {on_retire && record.state === "published" ? (
        <div className="sv-stack sv-stack--small">
          <h2>{t("offers.retire.title")}</h2>
          <p className="sv-soft">{t("offers.retire.text")}</p>
          <div>
            <Button variant="secondary" onClick={on_retire}>
              {t("offers.retire.open")}
            </Button>
          </div>
        </div>
      ) : null}
      {shown === null ? null : <VersionWindow id={record.offer.id} number={shown} on_close={() => set_shown(null)} />}
    </section>
  );
}

function Standing({ record, version }: { record: OfferRecord; version: OfferVersion }) {
  const { t } = use_words();
  if (record.published_number === version.number && record.state === "published") return <span className="sv-tag sv-tag--good">{t("offers.version.seen")}</span>;
  if (record.number === version.number && record.has_draft) return <span className="sv-tag sv-tag--warm">{t("offers.version.draft")}</span>;
  return null;
}

function VersionWindow({ id, number, on_close }: { id: string; number: number; on_close: () => void }) {
  const { t, language } = use_words();
  const loaded = use_load<OfferVersionText>(`/v1/offers/${id}/versions/${number}`);
  const text = (texts: { [key: string]: string } | undefined) => texts?.[language] || texts?.["nb"] || "";
  const offer = loaded.data?.offer;
  return (
    <Window open wide title={t("offers.version.number", { number })} on_close={on_close}>
      <NotLoaded loaded={loaded} />
      {offer ? (
        <div className="sv-stack sv-stack--small">
          <h3>{name_of(offer, language)}</h3>
          <p className="sv-strong">{text(offer.summary)}</p>
          <p className="sv-prose">{text(offer.description)}</p>
          <h4>{t("offers.field.next_steps")}</h4>
          <ol className="sv-dots">
            {offer.next_steps.map((step, place) => (
              <li key={place}>{step[language] || step.nb}</li>
            ))}
          </ol>
        </div>
      ) : null}
    </Window>
  );
}
