// On the workbench: offers that nobody has checked for so long that this person is to.
import { Link } from "react-router";
import type { OfferRows } from "../api/names.ts";
import { use_load } from "../api/use_load.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";

export function OffersCard() {
  const { t } = use_words();
  const count = use_load<OfferRows>("/v1/offers").data?.offers.filter((row) => row.reminds_you).length ?? 0;
  if (count === 0) return null;
  return (
    <section className="sv-card sv-card--warm sv-stack sv-stack--small" aria-labelledby="offers-to-check">
      <h2 id="offers-to-check">{t("offers.card.title", { count })}</h2>
      <p>{t("offers.card.text")}</p>
      <Link to="/offers?show=to_check" className="sv-onward">
        {t("offers.card.go")} <Icon name="arrow" />
      </Link>
    </section>
  );
}
