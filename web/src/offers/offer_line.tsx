// One offer in the list: what it is, whether it is still so, and what is done with it every week.
import { Link } from "react-router";
import type { OfferRecord, OfferRow, OfferWords } from "../api/names.ts";
import { use_words } from "../words/use_words.ts";
import { KeepBar } from "./keep_bar.tsx";
import { OfferMarks } from "./offer_marks.tsx";
import { checked_word, kind_word, waiting_word } from "./offer_words.ts";

interface Props {
  row: OfferRow;
  words: OfferWords | undefined;
  on_changed: (row: OfferRow) => void;
}

export function OfferLine({ row, words, on_changed }: Props) {
  const { t, language } = use_words();
  const kind = kind_word(words, row.kind);
  const stale = row.remind_owner && row.may_keep;
  return (
    <>
      <div className="sv-offer-line__about">
        <h3>
          <Link to={`/offers/${row.id}`}>{row.name}</Link>
        </h3>
        <p className="sv-soft sv-small">{[kind, row.unit].filter(Boolean).join(" · ")}</p>
        <OfferMarks state={row.state} has_draft={row.has_draft} />
        <p className={stale ? "sv-small sv-missing" : "sv-small sv-soft"}>
          {checked_word(t, language, row.checked_on, row.checked_by)}
          {stale ? <span> {t("offers.check_again")}</span> : null}
        </p>
      </div>
      {row.may_keep && row.state === "published" ? (
        <KeepBar id={row.id} name={row.name} waiting={row.waiting} on_record={(record) => on_changed(row_after(row, record))} />
      ) : row.waiting ? (
        <p className="sv-small">
          {t("offers.waiting.label")} {waiting_word(t, row.waiting)}
        </p>
      ) : null}
    </>
  );
}

/// The row with what an answer about its offer says.
function row_after(row: OfferRow, record: OfferRecord): OfferRow {
  const { waiting, checked } = record.offer;
  const { waiting: _before, ...rest } = row;
  const changed = { ...rest, ...(waiting ? { waiting } : {}), state: record.state, has_draft: record.has_draft };
  if (!checked) return changed;
  const again = { ...changed, checked_on: checked.on, checked_by: checked.by };
  return checked.on === row.checked_on ? again : { ...again, days_since_check: 0, remind_owner: false, remind_leader: false, reminds_you: false };
}
