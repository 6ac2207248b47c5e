// Whether the public sees an offer, and whether something newer is written.
import type { OfferRow } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";

export function OfferMarks({ state, has_draft }: Pick<OfferRow, "state" | "has_draft">) {
  const { t } = use_words();
  const unpublished = state === "draft";
  if (state === "published" && !has_draft) return null;
  return (
    <p className="sv-row sv-offer-marks">
      {state === "retired" ? <span className="sv-tag">{t("offers.retired")}</span> : null}
      {unpublished ? <span className="sv-tag sv-tag--warm">{t("offers.unpublished")}</span> : null}
      {has_draft && !unpublished ? <span className="sv-tag sv-tag--warm">{t("offers.has_draft")}</span> : null}
    </p>
  );
}
