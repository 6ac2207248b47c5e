// Offers with their ages and why one may not lean on them; each leads to what the public sees.
import type { CoverageOffer } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { offer_ages, weak_text } from "./coverage.ts";

export function OfferRows({ offers, stale_days }: { offers: CoverageOffer[]; stale_days: number }) {
  const { t, language } = use_words();
  return (
    <ul className="sv-list sv-list--lined">
      {offers.map((offer) => {
        const weak = weak_text(offer, stale_days, t);
        return (
          <li key={offer.id}>
            <a href={`/offers/${offer.id}?lang=${language}`}>{offer.name}</a>
            <p className="sv-small sv-soft">
              {[offer.kind_name, offer_ages(offer.ages, t), offer.local ? "" : t("coverage.national")].filter(Boolean).join(" · ")}
            </p>
            {weak ? <p className="sv-small sv-coverage-weak">{weak}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
