// The offers of the municipality, for those who keep them true: one's own unit's first, with what is to be checked again
// and what is not published. Waiting time and "all of this is so" are said from here.
import "./offers.css";
import { Button } from "@digdir/designsystemet-react";
import { useState, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { OfferRow, OfferRows, OfferWords } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { GuideLink } from "../guide/guide_link.tsx";
import { TextField } from "../shared/fields.tsx";
import { Icon } from "../shared/icons.tsx";
import { WhenLoaded } from "../shared/loading.tsx";
import { use_title } from "../shared/title.ts";
import { use_words } from "../words/use_words.ts";
import { NewOfferWindow } from "./new_offer_window.tsx";
import { keeper_of, keepers, rows_shown, type Cut, type Keeper } from "./offer.ts";
import { OfferLine } from "./offer_line.tsx";

const cuts: Cut[] = ["all", "to_check", "drafts"];

export default function OffersPage() {
  const { t } = use_words();
  const loaded = use_load<OfferRows>("/v1/offers");
  const words = use_load<OfferWords>("/v1/offer-words");
  use_title(t("nav.offers"));
  return (
    <WhenLoaded loaded={loaded}>
      {({ offers }) => (
        <Shown
          offers={offers}
          words={words.data}
          on_changed={(row) => loaded.set({ offers: offers.map((one) => (one.id === row.id ? row : one)) })}
        />
      )}
    </WhenLoaded>
  );
}

interface Props {
  offers: OfferRow[];
  words: OfferWords | undefined;
  on_changed: (row: OfferRow) => void;
}

function Shown({ offers, words, on_changed }: Props) {
  const { t } = use_words();
  const [address, set_address] = useSearchParams();
  const [typed, set_typed] = useState("");
  const [making, set_making] = useState(false);
  const cut = cuts.find((one) => one === address.get("show")) ?? "all";
  // A row that was just checked stays where it was, with what was done, until the page is opened anew.
  const [held, set_held] = useState<string[]>([]);
  const shown = rows_shown(offers, typed, cut);
  const rows = offers.filter((row) => shown.includes(row) || (cut === "to_check" && held.includes(row.id)));
  const count_of = (one: Cut) => rows_shown(offers, "", one).length;

  return (
    <div className="sv-page sv-stack sv-stack--wide">
      <div className="sv-row sv-row--between sv-row--top">
        <div className="sv-stack sv-stack--small">
          <div className="sv-row">
            <h1 tabIndex={-1}>{t("offers.title")}</h1>
            <GuideLink chapter="offers" />
          </div>
          <p className="sv-lead">{t("offers.lead")}</p>
        </div>
        <Button onClick={() => set_making(true)}>
          <Icon name="plus" /> {t("offers.new")}
        </Button>
      </div>
      <div className="sv-offers-cut">
        <TextField name="sought" label={t("offers.search")} value={typed} on_change={set_typed} />
        <div className="sv-choices" role="group" aria-label={t("offers.show")}>
          {cuts.map((one) => (
            <button
              key={one}
              type="button"
              className="sv-chip"
              aria-pressed={cut === one}
              onClick={() => {
                set_held([]);
                set_address(one === "all" ? {} : { show: one }, { replace: true });
              }}
            >
              {t(`offers.cut.${one}`)} <span className="sv-soft">{count_of(one)}</span>
            </button>
          ))}
        </div>
      </div>
      <p className="sv-only-heard" role="status">
        {typed || cut !== "all" ? t("offers.found", { count: rows.length }) : ""}
      </p>
      {rows.length === 0 ? <p className="sv-card sv-empty">{offers.length === 0 ? t("offers.none") : t(`offers.none_of.${cut}`)}</p> : null}
      {keepers.map((keeper) => {
        const of_keeper = rows.filter((row) => keeper_of(row) === keeper);
        if (of_keeper.length === 0) return null;
        return (
          <Kept key={keeper} keeper={keeper} count={of_keeper.length} open={typed !== "" || cut !== "all"}>
            {of_keeper.map((row) => (
              <li key={row.id} className="sv-card sv-offer-line">
                <OfferLine
                  row={row}
                  words={words}
                  on_changed={(changed) => {
                    set_held((old) => [...old, changed.id]);
                    on_changed(changed);
                  }}
                />
              </li>
            ))}
          </Kept>
        );
      })}
      {making ? <NewOfferWindow words={words} on_close={() => set_making(false)} /> : null}
    </div>
  );
}

/// What one may change stands open; what others keep is opened when one wants to see it, or searches.
function Kept({ keeper, count, open, children }: { keeper: Keeper; count: number; open: boolean; children: ReactNode }) {
  const { t } = use_words();
  const heading = <h2 id={`kept-by-${keeper}`}>{t(`offers.kept_by.${keeper}`)}</h2>;
  const list = <ul className="sv-list sv-offers-list">{children}</ul>;
  if (keeper === "own" || keeper === "kept" || open) {
    return (
      <section className="sv-stack sv-stack--small" aria-labelledby={`kept-by-${keeper}`}>
        {heading}
        {list}
      </section>
    );
  }
  return (
    <details className="sv-more">
      <summary>
        {heading} <span className="sv-soft">{t("offers.found", { count })}</span>
      </summary>
      <div className="sv-more__content">{list}</div>
    </details>
  );
}
