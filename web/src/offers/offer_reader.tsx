// An offer that somebody else keeps: who does, how the public sees it, and its versions.
import { Link } from "react-router";
import type { OfferRecord } from "../api/names.ts";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";
import { name_of } from "./offer_head.tsx";
import { OfferMarks } from "./offer_marks.tsx";
import { waiting_word } from "./offer_words.ts";
import { VersionsPart } from "./versions_part.tsx";

export function OfferReader({ record }: { record: OfferRecord }) {
  const { t, language } = use_words();
  const { offer } = record;
  const keeper = record.national ? t("offers.kept_nationally") : offer.unit ? t("offers.kept_by_unit", { unit: offer.unit }) : t("offers.kept_by_leaders");
  return (
    <div className="sv-page sv-page--form sv-stack">
      <div className="sv-stack sv-stack--small">
        <Link to="/offers" className="sv-onward">
          <Icon name="back" /> {t("nav.offers")}
        </Link>
        <h1 tabIndex={-1}>{name_of(offer, language)}</h1>
        <OfferMarks state={record.state} has_draft={record.has_draft} />
        <p className="sv-lead">{offer.summary[language] || offer.summary["nb"]}</p>
        <p className="sv-notice">{keeper}</p>
        {offer.waiting ? (
          <p>
            {t("offers.waiting.label")} <strong>{waiting_word(t, offer.waiting)}</strong>
          </p>
        ) : null}
        {record.state === "published" ? (
          <p>
            <a href={`/offers/${offer.id}?lang=${language}`}>{t("offers.see_public")}</a>
          </p>
        ) : null}
      </div>
      <VersionsPart record={record} />
    </div>
  );
}
