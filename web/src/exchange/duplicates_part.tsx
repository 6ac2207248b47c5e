// Offers that may be one and the same: the one gives way to the other, and can come back.
import { Button } from "@digdir/designsystemet-react";
import { api } from "../api/client.ts";
import type { MergedOffer, SuspectedOffer, SuspectedPair } from "../api/names.ts";
import { NotLoaded, Waiting } from "../shared/loading.tsx";
import { problem_text } from "../shared/problem_text.ts";
import { use_toast } from "../shared/toasts.tsx";
import { use_action } from "../shared/use_action.ts";
import { use_words } from "../words/use_words.ts";
import { because_word, source_word } from "./pair_words.ts";
import type { DuplicatesLoaded } from "./use_duplicates.ts";

export function DuplicatesPart({ duplicates }: { duplicates: DuplicatesLoaded }) {
  const { t } = use_words();
  const { data, reload } = duplicates;
  return (
    <section className="sv-card sv-stack" aria-labelledby="duplicates">
      <h2 id="duplicates" tabIndex={-1}>
        {t("exchange.duplicates")}
      </h2>
      <p>{t("exchange.duplicates_text")}</p>
      {data ? null : duplicates.problem ? <NotLoaded loaded={duplicates} /> : <Waiting />}
      {data && data.suspected.length === 0 ? <p className="sv-empty">{t("exchange.no_duplicates")}</p> : null}
      {data && data.suspected.length > 0 ? (
        <ul className="sv-list sv-exchange-pairs">
          {data.suspected.map((pair) => (
            <Pair key={`${pair.left.id} ${pair.right.id}`} pair={pair} on_done={reload} />
          ))}
        </ul>
      ) : null}
      {data && data.merged.length > 0 ? (
        <div className="sv-stack sv-stack--small">
          <h3>{t("exchange.merged")}</h3>
          <ul className="sv-list sv-exchange-pairs">
            {data.merged.map((offer) => (
              <Merged key={offer.id} offer={offer} on_done={reload} />
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

/// The button that was pressed is gone when it is done: one is led to the heading of the list.
function to_heading() {
  document.getElementById("duplicates")?.focus();
}

function Pair({ pair, on_done }: { pair: SuspectedPair; on_done: () => Promise<void> }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();

  async function merge(gives_way: SuspectedOffer, stays: SuspectedOffer) {
    const done = await action.run(() =>
      api.post<MergedOffer>(`/v1/offers/${gives_way.id}/merge`, { edit: gives_way.edit, into: stays.id }),
    );
    if (!done) return;
    say(t("exchange.merged_into", { gone: gives_way.name, stays: stays.name }));
    await on_done();
    to_heading();
  }

  return (
    <li className="sv-stack sv-stack--small">
      <div className="sv-exchange-pair">
        {[pair.left, pair.right].map((offer) => (
          <div key={offer.id}>
            <p className="sv-strong">{offer.name}</p>
            <p>{offer.organization}</p>
            <p className="sv-soft">
              {source_word(t, offer)} · {t(`exchange.state.${offer.state}`)}
            </p>
          </div>
        ))}
      </div>
      <p className="sv-soft">{pair.because.map((one) => because_word(t, one)).join(", ")}</p>
      {action.problem ? (
        <p role="alert" className="sv-notice sv-notice--danger">
          {problem_text(action.problem, t)}
        </p>
      ) : null}
      <div className="sv-row">
        {pair.right.is_kept && stands(pair.right, pair.left) ? (
          <Button variant="secondary" data-size="sm" loading={action.pending} onClick={() => void merge(pair.right, pair.left)}>
            {t("exchange.keep", { name: pair.left.name, source: source_word(t, pair.left) })}
          </Button>
        ) : null}
        {pair.left.is_kept && stands(pair.left, pair.right) ? (
          <Button variant="secondary" data-size="sm" loading={action.pending} onClick={() => void merge(pair.left, pair.right)}>
            {t("exchange.keep", { name: pair.right.name, source: source_word(t, pair.right) })}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/// What the public sees gives way only to something that it sees.
function stands(gives_way: SuspectedOffer, stays: SuspectedOffer): boolean {
  return gives_way.state !== "published" || stays.state === "published";
}

function Merged({ offer, on_done }: { offer: MergedOffer; on_done: () => Promise<void> }) {
  const { t } = use_words();
  const say = use_toast();
  const action = use_action();

  async function undo() {
    const done = await action.run(() => api.post<MergedOffer>(`/v1/offers/${offer.id}/unmerge`, { edit: offer.edit }));
    if (!done) return;
    say(t("exchange.came_back", { name: offer.name }));
    await on_done();
    to_heading();
  }

  return (
    <li className="sv-row sv-row--between">
      <div>
        <p>{offer.name}</p>
        {action.problem ? <p role="alert">{problem_text(action.problem, t)}</p> : null}
      </div>
      <Button variant="tertiary" data-size="sm" loading={action.pending} aria-label={t("exchange.undo_of", { name: offer.name })} onClick={() => void undo()}>
        {t("exchange.undo")}
      </Button>
    </li>
  );
}
